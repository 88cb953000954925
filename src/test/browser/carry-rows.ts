/** The rows of carrying people in training over: the empty table, what a table would do, and its cells to mend. */
import type { Page } from "playwright-core";
import { carryOver, readCarryOver } from "../../carryover/acts.ts";
import { openCohort } from "../../training/cohorts/acts.ts";
import { addDays } from "../../kit/day.ts";
import { dayIn } from "../../kit/zone.ts";
import { actorOf, deed, openedSession } from "../people.ts";
import { inBothLanguages, NobodyToSignIn, type PageRow, type PageTable, type Place, signedIn } from "./pages.ts";
import type { Who } from "./people.ts";

const HEAD: Who = { key: "carrying", name: "Camille Vidal", roles: ["head-of-training"] };
const CARRY = "/reprise";
const CHECK = `${CARRY}/verifier/:file`;
const LONG = "d’Aumont-Montmorency-Luxembourg-Villeneuve";
const COHORT = "Promotion de la reprise";

type Open = (tab: Page, place: Place) => Promise<unknown>;
type Made = { readonly plan: string; readonly faults: string };

let made: Promise<Made> | undefined;

async function carrying(tab: Page, place: Place): Promise<Made> {
  const { people } = place.served;
  if (!people) throw new NobodyToSignIn("it needs a cohort, and the database is out of reach");
  const head = await signedIn(tab, place, HEAD);
  return (made ??= make(people.world, head));
}

type World = NonNullable<Place["served"]["people"]>["world"];

async function make(world: World, head: { readonly account: string }): Promise<Made> {
  const actor = await actorOf(world, await openedSession(world, head, ["password", "totp"]));
  const today = dayIn(world.now(), world.zone("faire-ess"));
  const [begun, until] = [addDays(today, -300), addDays(today, -10)];
  const days = { startsOn: begun, endsOn: addDays(today, 700) };
  await deed(world, openCohort, actor, { diploma: "deis", name: COHORT, ...days });
  const heading =
    "Nom de naissance;Prénoms;Né le;Adresse électronique;Promotion;Informations remises le;Contrat signé le;Heures suivies UF1.1;Heures suivies UF1.2;Heures suivies jusqu’au;Heures attestées par";
  const paid =
    ";Part, employeur, plan de développement des compétences;Payeur, employeur, plan de développement des compétences";
  const line = (name: string, mail: string, hours = "62,5") =>
    `${name};Clémence;27/02/1986;${mail};${COHORT};${begun};${begun};${hours};12 h 30;${until};Anne Roux, responsable de formation`;
  const read = async (name: string, lines: readonly string[], more = "") => {
    const content = Buffer.from([heading + more, ...lines].join("\n")).toString("base64");
    return (await deed(world, readCarryOver, actor, { name, content })).file.slice("sha256:".length);
  };
  const done = await read("reprise-des-autres.csv", [line("Reprise", "")]);
  await deed(world, carryOver, actor, { file: `sha256:${done}`, invite: false });
  return {
    plan: await read(
      "reprise-de-la-promotion.csv",
      [
        `${line(LONG, "reprise-longue@exemple.fr")};14700;Association ${LONG}`,
        `${line("Reprise-Martin", "")};14700;Association ${LONG}`,
      ],
      paid,
    ),
    faults: await read("a-corriger.csv", [
      line(LONG, "clemence", "neuf mille heures et quelques"),
      line("Reprise", "").replace("27/02/1986", "31/02/1985"),
      line("Durand", "").replace(COHORT, "Une promotion que personne n’a ouverte"),
    ]),
  };
}

const as =
  (path: (of: Made) => string): Open =>
  async (tab, place) => {
    const of = await carrying(tab, place);
    await signedIn(tab, place, HEAD);
    await tab.goto(place.at(path(of)));
  };

const sent =
  (open: Open): Open =>
  async (tab, place) => {
    await open(tab, place);
    const loaded = tab.waitForEvent("load");
    await tab.locator("main form button.ds-button").last().click();
    await loaded;
  };

const rows = (page: string, path: string, state: PageRow["state"], open: Open, status?: number): PageRow[] =>
  inBothLanguages({ page, path, state, open, ...(status && { status }) });

export const carryRows: readonly PageRow[] = [
  ...rows(
    "reprise",
    CARRY,
    "full",
    as(() => `${CARRY}?fait=12-45000`),
  ),
  ...rows("reprise", CARRY, "error", sent(as(() => CARRY)), 422),
  ...rows(
    "reprise-verifier",
    CHECK,
    "full",
    as(({ plan }) => `${CARRY}/verifier/${plan}`),
  ),
  ...rows(
    "reprise-verifier",
    CHECK,
    "very long",
    as(({ faults }) => `${CARRY}/verifier/${faults}`),
  ),
  ...rows(
    "reprise-verifier",
    CHECK,
    "error",
    // Sent from a page that was left open while the table was thrown away.
    async (tab, place) => {
      await as(({ plan }) => `${CARRY}/verifier/${plan}`)(tab, place);
      await tab
        .locator("main form")
        .evaluate((form) =>
          form.setAttribute("action", form.getAttribute("action")!.replace(/[0-9a-f]{64}/, "0".repeat(64))),
        );
      const loaded = tab.waitForEvent("load");
      await tab.locator("main form button.ds-button").last().click();
      await loaded;
    },
    422,
  ),
];

export const carryNotPages: PageTable["notPages"] = ["/:school", "/:school/en"].flatMap((base) => [
  { path: `${base}/reprise/tableau-vide.xlsx`, why: "an empty workbook; a test reads it" },
  { path: `${base}/reprise/tableau-vide.csv`, why: "the same as CSV" },
]);
