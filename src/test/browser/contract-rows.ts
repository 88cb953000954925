/** The rows of contracts: the office's page of one with what it notes there, and the person's own, before and after they sign. */
import type { Page } from "playwright-core";
import { chooseCohort, handOver, noteGrant, noteWhoPays, sayWhoPays } from "../../contracts/acts.ts";
import { noteRenounced, renounce } from "../../contracts/renouncing-acts.ts";
import { countersignContract, signContract } from "../../contracts/signing-acts.ts";
import { seeOwnContract } from "../../contracts/views.ts";
import { type Actor, view } from "../../act/act.ts";
import { addPayer } from "../../billing/payers/acts.ts";
import { addDays } from "../../kit/day.ts";
import { dayIn } from "../../kit/zone.ts";
import { openCohort } from "../../training/cohorts/acts.ts";
import { candidate } from "../dossiers.ts";
import { actorOf, deed, openedSession } from "../people.ts";
import { anAccepted, type Person, readyForContracts } from "../trainees.ts";
import {
  inBothLanguages,
  NobodyToSignIn,
  type PageRow,
  type PageTable,
  type Place,
  signedIn,
  outdated,
} from "./pages.ts";
import type { Who } from "./people.ts";

const OFFICE: Who = { key: "contracts", name: "Odile Contrat", roles: ["admission-officer", "finance", "director"] };
const LONG = "Association départementale de sauvegarde de l’enfance, de l’adolescence et des adultes de l’Hérault";
const WITH_CONTRACT =
  "programme objectives trainers timetable assessment contact rules tariff settlement early-end".split(" ");

type Open = (tab: Page, place: Place) => Promise<unknown>;
type Made = {
  /** Said nothing yet; shared with an employer and its fund; alone, and signed by the person. */
  readonly unsaid: Person;
  readonly shared: Person;
  readonly signed: Person;
  /** Alone; meant to join a cohort that is planned, then one that is not. */
  readonly moved: Person & { readonly planned: string; readonly bare: string; readonly office: Actor };
  /** Signed by the school too. */
  readonly concluded: Person;
  /** Gave the place up, with a region that had granted a part; wrote too late. */
  readonly left: Person;
  readonly late: Person;
  readonly cohort: string;
};

let made: Promise<Made> | undefined;

async function contracts(tab: Page, place: Place): Promise<Made> {
  if (!place.served.people) throw new NobodyToSignIn("it needs contracts, and the database is out of reach");
  const { world } = place.served.people;
  const officer = await signedIn(tab, place, OFFICE);
  const actor = await actorOf(world, await openedSession(world, officer, ["password", "totp"]));
  return (made ??= make(world, actor));
}

async function make(world: NonNullable<Place["served"]["people"]>["world"], office: Actor): Promise<Made> {
  const today = dayIn(world.now(), world.zone("faire-ess"));
  const head: Actor = { ...office, roles: ["head-of-training"] } as Actor;
  const days = { startsOn: "2027-09-13", endsOn: "2029-07-13" };
  const { cohort } = await deed(world, openCohort, head, { diploma: "deis", name: "2027-2029, contrats", ...days });
  await readyForContracts(world, head, cohort, days.startsOn);
  const unsaid = await anAccepted(world, { name: "Uma Contrat" });
  const shared = await anAccepted(world, { name: "Clémence d’Aumont-Montmorency-Contrat" });
  const signed = await anAccepted(world, { name: "Sam Contrat" });
  const { payer } = await deed(world, addPayer, office, { name: LONG });
  const others = [
    { source: "employer-plan", amount: 200_000, payer },
    { source: "opco", amount: 300_000, named: "OPCO Exemple" },
  ];
  await deed(world, noteWhoPays, office, { dossier: shared.dossier, others, status: "private-employee" });
  const concluded = await anAccepted(world, { name: "Conrad Contrat" });
  const left = await anAccepted(world, { name: "Lola Contrat" });
  const late = await anAccepted(world, { name: "Théo Contrat" });
  const signing = async (person: Person, on: Date, paid: readonly { source: string; amount: number }[] = []) => {
    const past = { ...world, now: () => on };
    const own = { ...candidate(world, person), authenticatedAt: on } as Actor;
    const { dossier } = person;
    await deed(world, sayWhoPays, own, { dossier, others: [...paid], status: "own-cost" });
    await deed(world, handOver, office, { dossier, keys: WITH_CONTRACT, on: addDays(today, -1) });
    const asked = { actor: own, establishment: "faire-ess", input: { dossier, language: "fr" as const } };
    const seen = await view(past, seeOwnContract, asked);
    if (seen.kind !== "found") throw new Error(seen.kind);
    const { shown } = seen.value.contract!.papers.find(({ paper }) => paper === "contract")!;
    await deed(past, signContract, own, { dossier, shown, words: "J’accepte." });
    const director = { ...office, authenticatedAt: on } as Actor;
    if (person !== signed)
      await deed(past, countersignContract, director, { dossier, source: "personal", words: "Je signe." });
  };
  const now = world.now();
  await signing(signed, now);
  await signing(concluded, now);
  await signing(left, now, [{ source: "region", amount: 100_000 }]);
  await deed(world, noteGrant, office, { dossier: left.dossier, source: "region", answer: "granted", on: today });
  await deed(world, renounce, candidate(world, left), { dossier: left.dossier, place: "given-up" });
  await signing(late, new Date(now.getTime() - 30 * 24 * 3_600_000));
  await deed(world, noteRenounced, office, { dossier: late.dossier, on: today, place: "given-up" });
  const alone = await anAccepted(world, { name: "Mia Contrat" });
  await deed(world, sayWhoPays, candidate(world, alone), { dossier: alone.dossier, others: [], status: "own-cost" });
  const later = { startsOn: "2028-09-11", endsOn: "2030-07-12" };
  const bare = await deed(world, openCohort, head, { diploma: "deis", name: "2028-2030, contrats", ...later });
  const moved = { ...alone, planned: cohort, bare: bare.cohort, office };
  return { unsaid, shared, signed, concluded, left, late, cohort, moved };
}

const asOffice =
  (path: (of: Made) => string): Open =>
  async (tab, place) => {
    const of = await contracts(tab, place);
    await signedIn(tab, place, OFFICE);
    await tab.goto(place.at(path(of)));
  };

const asPerson =
  (whose: (of: Made) => Person, path = ""): Open =>
  async (tab, place) => {
    const of = await contracts(tab, place);
    const { world } = place.served.people!;
    const value = await openedSession(world, whose(of), ["password"]);
    await tab.context().clearCookies();
    await tab.context().addCookies([{ name: "livret_session", value, url: place.served.origin }]);
    await tab.goto(place.at(`/deis/dossier/${whose(of).dossier}/contrat${path}`));
  };

const pressed =
  (open: Open): Open =>
  async (tab, place) => {
    await open(tab, place);
    const loaded = tab.waitForEvent("load");
    await tab.locator("main form button.ds-button").first().click();
    await loaded;
  };

const choosing =
  (open: Open, which = 0): Open =>
  async (tab, place) =>
    pressed(async (...at) => {
      await open(...at);
      await at[0].locator('main form input[type="radio"]').nth(which).check();
    })(tab, place);

const rows = (
  page: string,
  path: string,
  state: PageRow["state"],
  open: Open,
  more: Partial<Pick<PageRow, "status" | "apart">> = {},
) => inBothLanguages({ page, path, state, open, ...more });

const OWN = "/:diploma/dossier/:dossier/contrat";
const ONE = "/contrats/:dossier";

/** The forms of the office, each on a page of its own: as it opens, and sent without anything. */
const forms = (page: string, below: string, whose: (of: Made) => Person) => {
  const open = asOffice((of) => `/contrats/${whose(of).dossier}/${below}`);
  return [
    ...rows(page, `${ONE}/${below}`, "full", open),
    ...rows(page, `${ONE}/${below}`, "error", clearedAndPressed(open), { status: 422 }),
  ];
};

/** What the form began with is taken out first. */
const clearedAndPressed =
  (open: Open): Open =>
  async (tab, place) => {
    await open(tab, place);
    for (const input of await tab.locator('main form input[type="text"], main form input:not([type])').all())
      await input.fill("");
    for (const select of await tab.locator("main form select").all()) await select.selectOption("");
    const loaded = tab.waitForEvent("load");
    await tab.locator("main form button.ds-button").first().click();
    await loaded;
  };

/** Between reading and issuing it, the office chooses a cohort without periods. */
const movedAndPressed: Open = async (tab, place) => {
  const { moved } = await contracts(tab, place);
  const { dossier, planned, bare, office } = moved;
  const { world } = place.served.people!;
  await deed(world, chooseCohort, office, { dossier, cohort: planned });
  await asOffice(() => `/contrats/${dossier}/papier/personal`)(tab, place);
  await deed(world, chooseCohort, office, { dossier, cohort: bare });
  const loaded = tab.waitForEvent("load");
  await tab.locator("main form button.ds-button").first().click();
  await loaded;
};

export const contractRows: readonly PageRow[] = [
  ...rows(
    "contrats",
    "/contrats",
    "full",
    asOffice(() => "/contrats"),
  ),
  ...rows(
    "contrats",
    "/contrats",
    "error",
    async (tab, place) => {
      await asOffice(() => "/contrats")(tab, place);
      for (const box of await tab.locator('main form input[type="checkbox"]').all()) await box.uncheck();
      const loaded = tab.waitForEvent("load");
      await tab.locator("main form button.ds-button").first().click();
      await loaded;
    },
    { status: 422 },
  ),
  ...rows(
    "contrat",
    ONE,
    "empty",
    asOffice(({ unsaid }) => `/contrats/${unsaid.dossier}`),
  ),
  ...rows(
    "contrat",
    ONE,
    "full",
    asOffice(({ signed }) => `/contrats/${signed.dossier}`),
  ),
  ...rows(
    "contrat",
    ONE,
    "very long",
    asOffice(({ shared }) => `/contrats/${shared.dossier}`),
  ),
  ...forms("contrat-qui-paie", "qui-paie", ({ shared }) => shared),
  ...rows(
    "contrat-qui-paie",
    `${ONE}/qui-paie`,
    "full",
    pressed(asOffice(({ shared }) => `/contrats/${shared.dossier}/qui-paie`)),
    { apart: "to confirm" },
  ),
  ...forms("contrat-promotion", "promotion", ({ unsaid }) => unsaid),
  ...forms("contrat-remise", "remise", ({ unsaid }) => unsaid),
  ...forms("contrat-reponse", "reponse", ({ shared }) => shared),
  ...rows(
    "contrat-reponse",
    `${ONE}/reponse`,
    "full",
    choosing(
      asOffice(({ shared }) => `/contrats/${shared.dossier}/reponse`),
      2,
    ),
    { apart: "to confirm" },
  ),
  ...forms("contrat-papier-signe", "papier-signe", ({ shared }) => shared),
  ...forms("contrat-inscrire", "inscrire", ({ concluded }) => concluded),
  ...forms("contrat-inscrire-quand-meme", "inscrire-quand-meme", ({ unsaid }) => unsaid),
  ...rows(
    "promotion-inscrire",
    "/promotions/:cohort/inscrire",
    "full",
    asOffice(({ cohort }) => `/promotions/${cohort}/inscrire`),
  ),
  ...rows(
    "promotion-inscrire",
    "/promotions/:cohort/inscrire",
    "error",
    async (tab, place) => {
      await asOffice(({ cohort }) => `/promotions/${cohort}/inscrire`)(tab, place);
      for (const box of await tab.locator('main form input[type="checkbox"]').all()) await box.uncheck();
      const loaded = tab.waitForEvent("load");
      await tab.locator("main form button.ds-button").first().click();
      await loaded;
    },
    { status: 422 },
  ),
  ...forms("contrat-retractation", "retractation", ({ signed }) => signed),
  ...forms("contrat-retractation-reponse", "retractation/reponse", ({ late }) => late),
  ...forms("contrat-prevenir", "prevenir/region", ({ left }) => left).map((row) => ({
    ...row,
    path: row.path.replace("prevenir/region", "prevenir/:source"),
  })),
  ...rows(
    "contrat",
    ONE,
    "full",
    asOffice(({ left }) => `/contrats/${left.dossier}`),
    { apart: "withdrawn from" },
  ),
  ...rows(
    "contrat-papier",
    `${ONE}/papier/:source`,
    "full",
    asOffice(({ signed }) => `/contrats/${signed.dossier}/papier/personal`),
  ),
  ...rows(
    "contrat-papier",
    `${ONE}/papier/:source`,
    "full",
    asOffice(({ shared }) => `/contrats/${shared.dossier}/papier/personal`),
    { apart: "to issue" },
  ),
  ...rows("contrat-papier", `${ONE}/papier/:source`, "error", movedAndPressed, { status: 422 }),
  // Its payer has no address in the register.
  ...rows(
    "contrat-papier",
    `${ONE}/papier/:source`,
    "very long",
    asOffice(({ shared }) => `/contrats/${shared.dossier}/papier/employer-plan`),
  ),
  ...rows(
    "dossier-contrat-papier",
    `${OWN}/papier`,
    "full",
    asPerson(({ signed }) => signed, "/papier"),
  ),
  ...rows(
    "contrat-signer",
    `${ONE}/signer/:source`,
    "full",
    asOffice(({ signed }) => `/contrats/${signed.dossier}/signer/personal`),
  ),
  ...rows(
    "contrat-signer",
    `${ONE}/signer/:source`,
    "error",
    pressed(asOffice(({ signed }) => `/contrats/${signed.dossier}/signer/personal`)),
    { status: 422 },
  ),
  ...rows("dossier-contrat", OWN, "error", pressed(asPerson(({ unsaid }) => unsaid)), { status: 422 }),
  ...rows(
    "dossier-contrat",
    OWN,
    "empty",
    asPerson(({ unsaid }) => unsaid),
  ),
  ...rows(
    "dossier-contrat",
    OWN,
    "very long",
    asPerson(({ shared }) => shared),
  ),
  ...rows(
    "dossier-contrat",
    OWN,
    "full",
    asPerson(({ signed }) => signed),
  ),
  ...rows(
    "dossier-contrat-qui-paie",
    `${OWN}/qui-paie`,
    "full",
    asPerson(({ unsaid }) => unsaid, "/qui-paie"),
  ),
  ...rows(
    "dossier-contrat-qui-paie",
    `${OWN}/qui-paie`,
    "error",
    pressed(asPerson(({ unsaid }) => unsaid, "/qui-paie")),
    { status: 422 },
  ),
  ...rows(
    "dossier-contrat-signer",
    `${OWN}/signer`,
    "full",
    asPerson(({ shared }) => shared, "/signer"),
  ),
  ...rows("dossier-contrat-signer", `${OWN}/signer`, "error", pressed(asPerson(({ shared }) => shared, "/signer")), {
    status: 422,
  }),
  ...rows(
    "dossier-contrat-renoncer",
    `${OWN}/renoncer`,
    "full",
    asPerson(({ signed }) => signed, "/renoncer"),
  ),
  ...rows(
    "dossier-contrat-renoncer",
    `${OWN}/renoncer`,
    "full",
    choosing(asPerson(({ signed }) => signed, "/renoncer")),
    { apart: "to confirm" },
  ),
  ...rows(
    "dossier-contrat-renoncer",
    `${OWN}/renoncer`,
    "error",
    pressed(asPerson(({ signed }) => signed, "/renoncer")),
    {
      status: 422,
    },
  ),
  ...rows("outdated-form", `${OWN}/renoncer`, "error", outdated(asPerson(({ signed }) => signed, "/renoncer")), {
    status: 403,
    apart: "to withdraw from a contract",
  }),
];

export const contractNotPages: PageTable["notPages"] = [
  { path: "/:school/contrats/:dossier/papier/:source/pdf", why: "a contract or convention, a PDF; its test prints it" },
  { path: "/:school/en/contrats/:dossier/papier/:source/pdf", why: "the same" },
  { path: "/:school/contrats/:dossier/devis/:source/pdf", why: "a quote, a PDF; its test prints it" },
  { path: "/:school/en/contrats/:dossier/devis/:source/pdf", why: "the same" },
  { path: "/:school/:diploma/dossier/:dossier/contrat/papier/pdf", why: "one's own, a PDF; its test prints it" },
  { path: "/:school/en/:diploma/dossier/:dossier/contrat/papier/pdf", why: "the same" },
  {
    path: "/:school/:diploma/dossier/:dossier/contrat/convention/:source/pdf",
    why: "what an employer signed about one, a PDF; its test prints it",
  },
  { path: "/:school/en/:diploma/dossier/:dossier/contrat/convention/:source/pdf", why: "the same" },
];
