/** The rows of what is to be invoiced: two trainees of one employer, long ago in training; and nothing, where only others wait. */
import { Readable } from "node:stream";
import type { Page } from "playwright-core";
import { type Actor, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { addPayer } from "../../billing/payers/acts.ts";
import { chooseCohort, handOver, noteWhoPays } from "../../contracts/acts.ts";
import { noteSigned } from "../../contracts/signing-acts.ts";
import { seeContract } from "../../contracts/views.ts";
import { receiveUpload } from "../../files/receive.ts";
import { openCohort } from "../../training/cohorts/acts.ts";
import { actorOf, deed, openedSession } from "../people.ts";
import { pdf } from "../sent-files.ts";
import { LAWS } from "../server.ts";
import { anAccepted, plannedCohort } from "../trainees.ts";
import { inBothLanguages, NobodyToSignIn, type PageRow, type Place, signedIn } from "./pages.ts";
import type { Who } from "./people.ts";

const SCHOOL = "faire-ess";
const PATH = "/finances/a-facturer";
const OFFICE: Who = { key: "invoicing", name: "Paule Facture", roles: ["admission-officer", "finance", "director"] };
const LONG = "Association départementale de sauvegarde de l’enfance, de l’adolescence et des adultes de l’Hérault";
const BEFORE = "programme objectives trainers timetable assessment contact rules".split(" ");

const made = new WeakMap<World, Promise<string>>();

/** The employer that pays for both. */
async function proposals(tab: Page, place: Place): Promise<string> {
  if (!place.served.people) throw new NobodyToSignIn("it needs contracts, and the database is out of reach");
  const { world } = place.served.people;
  const officer = await signedIn(tab, place, OFFICE);
  const actor = await actorOf(world, await openedSession(world, officer, ["password", "totp"]));
  const known = made.get(world) ?? make(world, actor, officer.account);
  made.set(world, known);
  return known;
}

async function make(world: World, office: Actor, account: string): Promise<string> {
  const head: Actor = { ...office, roles: ["head-of-training"] } as Actor;
  const days = { startsOn: "2024-09-09", endsOn: "2026-07-10" };
  const { cohort } = await deed(world, openCohort, head, { diploma: "deis", name: "2024-2026, factures", ...days });
  await plannedCohort(world, head, cohort);
  const address = "1011 rue du Pont de Lavérune\n34077 Montpellier";
  const { payer } = await deed(world, addPayer, office, { name: LONG, siren: "775670417", address });
  const { particulars } = LAWS.establishments[0]!.data.money!.agreement;
  const stated = particulars.convention.map(({ particular }) => particular);
  for (const name of ["Clémence d’Aumont-Montmorency-Facture", "Fay Facture"]) {
    const { dossier } = await anAccepted(world, { name });
    const asked = { actor: office, establishment: SCHOOL, input: { dossier, language: "fr" as const } };
    const seen = await view(world, seeContract, asked);
    if (seen.kind !== "found") throw new Error(seen.kind);
    const others = [{ source: "employer-plan", amount: seen.value.priced!.tuition, payer }];
    await deed(world, noteWhoPays, office, { dossier, others, status: "private-employee" });
    await deed(world, chooseCohort, office, { dossier, cohort });
    await deed(world, handOver, office, { dossier, keys: BEFORE, on: "2026-11-20" });
    const received = await receiveUpload(world, {
      establishment: SCHOOL,
      account,
      stream: Readable.from([pdf({})]),
      name: "convention.pdf",
    });
    if ("problem" in received) throw new Error(received.problem);
    const paper = { dossier, source: "employer-plan", on: "2026-11-20", by: "M. Amand", forSchool: "Dora Directrice" };
    await deed(world, noteSigned, office, { ...paper, upload: received.upload, stated });
  }
  return payer;
}

type Open = (tab: Page, place: Place) => Promise<unknown>;
const rows = (state: PageRow["state"], open: Open, status?: number): PageRow[] =>
  inBothLanguages({ page: "finances-a-facturer", path: PATH, state, open, ...(status && { status }) });

const TRAINEES = "/finances/payeurs/:payer/stagiaires";
const rowsOfPayer = (state: PageRow["state"], open: Open, status?: number): PageRow[] =>
  inBothLanguages({ page: "finances-payeur-stagiaires", path: TRAINEES, state, open, ...(status && { status }) });

const sent = async (tab: Page) => {
  const loaded = tab.waitForEvent("load");
  await tab.locator("main form button.ds-button").first().click();
  await loaded;
};

export const invoicingRows: readonly PageRow[] = [
  ...rows("full", async (tab, place) => {
    await proposals(tab, place);
    await tab.goto(place.at(PATH));
  }),
  ...rows("empty", async (tab, place) => {
    await signedIn(tab, place, OFFICE);
    await tab.goto(place.at(`${PATH}?apres=ffffffff-ffff-7fff-bfff-ffffffffffff`));
  }),
  // Read over before anything is issued.
  ...inBothLanguages({
    page: "finances-a-facturer-verifier",
    path: PATH,
    state: "full",
    open: async (tab, place) => {
      await proposals(tab, place);
      await tab.goto(place.at(PATH));
      await sent(tab);
    },
  }),
  ...rows(
    "error",
    async (tab, place) => {
      await proposals(tab, place);
      await tab.goto(place.at(PATH));
      for (const box of await tab.locator('main form input[type="checkbox"]').all()) await box.uncheck();
      await sent(tab);
    },
    422,
  ),
  ...rowsOfPayer("full", async (tab, place) => {
    await tab.goto(place.at(TRAINEES.replace(":payer", await proposals(tab, place))));
  }),
  ...rowsOfPayer("empty", async (tab, place) => {
    await proposals(tab, place);
    const { world } = place.served.people!;
    const officer = await signedIn(tab, place, OFFICE);
    const actor = await actorOf(world, await openedSession(world, officer, ["password", "totp"]));
    const { payer } = await deed(world, addPayer, actor, { name: `Fonds ${Math.random()}` });
    await tab.goto(place.at(TRAINEES.replace(":payer", payer)));
  }),
  ...rowsOfPayer(
    "error",
    async (tab, place) => {
      await tab.goto(place.at(TRAINEES.replace(":payer", await proposals(tab, place))));
      await tab.locator("#from-day").fill("32");
      const loaded = tab.waitForEvent("load");
      await tab.locator("main form:has(#from-day) button").click();
      await loaded;
    },
    422,
  ),
];

const FILES = [
  "/finances/payeurs/:payer/stagiaires.pdf",
  "/finances/payeurs/:payer/stagiaires.xlsx",
  "/finances/payeurs/:payer/dossier.zip",
  "/finances/factures/:number/dossier.zip",
];
export const invoicingNotPages = FILES.flatMap((path) => [
  { path: `/:school${path}`, why: "a file" },
  { path: `/:school/en${path}`, why: "the same" },
]);
