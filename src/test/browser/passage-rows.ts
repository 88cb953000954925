/** The rows of diplomas reported to the Caisse des Dépôts: what lacks, is ready or was rejected, and a file at each of its steps. */
import type { Page } from "playwright-core";
import { openCohort } from "../../training/cohorts/acts.ts";
import { addDays } from "../../kit/day.ts";
import { dayIn } from "../../kit/zone.ts";
import {
  acceptPassages,
  depositPassageFile,
  dropPassageFile,
  makePassageFile,
  receivePassageFile,
  rejectPassage,
} from "../../year/passages/acts.ts";
import { FULL_SECTIONS } from "../dossiers.ts";
import { HEAD_OF_TRAINING } from "../intakes.ts";
import { ruled } from "../passages.ts";
import { deed, freshly, type Invented } from "../people.ts";
import { anAccepted, enrolled } from "../trainees.ts";
import { inBothLanguages, NobodyToSignIn, type PageRow, type Place, signedIn } from "./pages.ts";
import type { Who } from "./people.ts";

const HEAD: Who = { key: "passages", name: "Hélène Diplômes", roles: ["head-of-training"] };
const LONG = "Élisabeth d’Aumont-Montmorency-Luxembourg-Villeneuve-Diplôme";
const PATH = "/annee/accrochage";
const FILE = `${PATH}/fichiers/:file`;

type Open = (tab: Page, place: Place) => Promise<unknown>;
type World = NonNullable<Place["served"]["people"]>["world"];
type Made = Readonly<Record<"made" | "deposited" | "received" | "answered" | "dropped", string>>;

let made: Promise<Made> | undefined;

async function reported(tab: Page, place: Place): Promise<Made> {
  const { people } = place.served;
  if (!people) throw new NobodyToSignIn("it needs people with a diploma, and the database is out of reach");
  const head = await signedIn(tab, place, HEAD);
  return (made ??= make(people.world, head));
}

async function make(world: World, head: Invented): Promise<Made> {
  const today = dayIn(world.now(), world.zone("faire-ess"));
  const days = { startsOn: addDays(today, 10), endsOn: addDays(today, 900) };
  const { cohort } = await deed(world, openCohort, HEAD_OF_TRAINING, {
    diploma: "deis",
    name: "Promotion des diplômes",
    ...days,
  });
  const names = [
    LONG,
    "Ben Diplôme",
    "Chloé Diplôme",
    "Dan Diplôme",
    "Eva Diplôme",
    "Farid Diplôme",
    "Gaël Diplôme",
    "Hugo Diplôme",
  ];
  const passages: string[] = [];
  for (const name of names) {
    const [given = "", ...birth] = name.split(" ");
    const lacks = name === "Ben Diplôme" && { birthCommune: "? Saint-Truc-de-l’Exemple" };
    const identity = { ...FULL_SECTIONS.identity, givenNames: given, birthName: birth.join(" "), ...lacks };
    const person = await anAccepted(world, { name, sections: { identity } });
    passages.push(await enrolled(world, HEAD_OF_TRAINING, person, cohort));
  }
  const awarded = passages.map((enrolment) => ({ enrolment, outcome: "diploma" as const }));
  await ruled(world, { jury: addDays(today, -100), notified: addDays(today, -30) }, awarded);
  const actor = await freshly(world, head);
  const filed = async (...nth: number[]) =>
    (await deed(world, makePassageFile, actor, { passages: nth.map((one) => passages[one]!) })).file;
  const dropped = await filed(3);
  await deed(world, dropPassageFile, actor, { file: dropped, why: "Préparé deux fois" });
  const answered = await filed(3, 4);
  const received = await filed(5, 0);
  for (const file of [answered, received]) {
    await deed(world, depositPassageFile, actor, { file, on: today });
    await deed(world, receivePassageFile, actor, { file, on: today, receipt: "Accusé du dépôt" });
  }
  await deed(world, acceptPassages, actor, { file: answered, on: today, passages: [passages[3]!] });
  const words = "Aucun titulaire ne correspond aux critères obligatoires de réconciliation";
  await deed(world, rejectPassage, actor, { file: answered, on: today, passage: passages[4]!, words });
  const deposited = await filed(6);
  await deed(world, depositPassageFile, actor, { file: deposited, on: today });
  return { made: await filed(7), deposited, received, answered, dropped };
}

const at =
  (path: (of: Made) => string): Open =>
  async (tab, place) => {
    const of = await reported(tab, place);
    await signedIn(tab, place, HEAD);
    await tab.goto(place.at(path(of)));
  };

const sent =
  (open: Open): Open =>
  async (tab, place) => {
    await open(tab, place);
    for (const box of await tab.locator("main input[type=checkbox]").all()) await box.uncheck();
    const loaded = tab.waitForEvent("load");
    await tab.locator("main form button.ds-button").last().click();
    await loaded;
  };

const rows = (page: string, path: string, state: PageRow["state"], open: Open, status?: number): PageRow[] =>
  inBothLanguages({ page, path, state, open, ...(status && { status }) });

const all = at(() => PATH);
const file = (step: keyof Made) => at((of) => `${PATH}/fichiers/${of[step]}`);

export const passageRows: readonly PageRow[] = [
  ...rows("annee-accrochage", PATH, "full", all),
  ...rows("annee-accrochage", PATH, "error", sent(all), 422),
  ...rows("annee-accrochage-fichier", FILE, "full", file("made")),
  ...rows("annee-accrochage-fichier", FILE, "error", sent(file("made")), 422),
  ...rows("annee-accrochage-fichier", FILE, "very long", file("received")),
  ...rows("annee-accrochage-fichier", FILE, "empty", file("answered")),
];

export const passageNotPages = ["/:school", "/:school/en"].map((base) => ({
  path: `${base}${FILE}/fichier.xml`,
  why: "a file; a test reads it",
}));
