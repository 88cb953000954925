/** The rows of a person's own contract in the states that follow «j'accepte»: no price yet, a fund that fails, signed, paid, withdrawn from. */
import type { Page } from "playwright-core";
import { type Actor, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { decideRelief } from "../../admission/decide-acts.ts";
import { seeCandidacy } from "../../admission/views.ts";
import { recordPayment } from "../../billing/charges/acts.ts";
import { chooseCohort, handOver, noteGrant, noteWhoPays, sayWhoPays } from "../../contracts/acts.ts";
import { renounce } from "../../contracts/renouncing-acts.ts";
import { countersignContract, signContract } from "../../contracts/signing-acts.ts";
import { seeOwnContract } from "../../contracts/views.ts";
import { addDays } from "../../kit/day.ts";
import { dayIn } from "../../kit/zone.ts";
import { interruptTraining, openCohort } from "../../training/cohorts/acts.ts";
import { candidate } from "../dossiers.ts";
import { draft, FINANCE, issueDrafts, selling } from "../invoicing.ts";
import { HEAD_OF_TRAINING } from "../intakes.ts";
import { actorOf, deed, openedSession } from "../people.ts";
import { anAccepted, enrolled, type Person, readyForContracts } from "../trainees.ts";
import { inBothLanguages, NobodyToSignIn, type PageRow, type Place, signedIn } from "./pages.ts";
import type { Who } from "./people.ts";

const SCHOOL = "faire-ess";
const OFFICE: Who = {
  key: "own-contracts",
  name: "Odette Dossier",
  roles: ["admission-officer", "finance", "director"],
};
const BEFORE = "programme objectives trainers timetable assessment contact rules tariff settlement early-end".split(
  " ",
);

const STATES = [
  "no-price",
  "failed",
  "said",
  "concluded",
  "with-employer",
  "paying",
  "to-correct",
  "interrupted",
  "paid-by-others",
  "withdrawn",
  "withdrawn-late",
  "place-kept",
  "to-complete",
  "starts-soon",
  "changed",
] as const;
type Made = Readonly<Record<(typeof STATES)[number], Person>>;

const made = new WeakMap<World, Promise<Made>>();

async function contracts(tab: Page, place: Place): Promise<Made> {
  if (!place.served.people) throw new NobodyToSignIn("it needs contracts, and the database is out of reach");
  const { world } = place.served.people;
  const officer = await signedIn(tab, place, OFFICE);
  const office = await actorOf(world, await openedSession(world, officer, ["password", "totp"]));
  const known = made.get(world) ?? make(world, office);
  made.set(world, known);
  return known;
}

type Signing = {
  readonly others?: readonly { readonly source: string; readonly amount: number; readonly named?: string }[];
  readonly daysAgo?: number;
};

async function make(world: World, office: Actor): Promise<Made> {
  const today = dayIn(world.now(), world.zone(SCHOOL));
  const head = { ...office, roles: ["head-of-training"] } as Actor;
  const name = { diploma: "deis", name: "2027-2030, échéances", startsOn: "2027-09-20", endsOn: "2030-06-28" };
  const { cohort } = await deed(world, openCohort, head, name);
  await readyForContracts(world, head, cohort, name.startsOn);
  const person = async (called: string) => {
    const one = await anAccepted(world, { name: called });
    await deed(world, chooseCohort, office, { dossier: one.dossier, cohort });
    return one;
  };
  const said = (one: Person, others: readonly { source: string; amount: number; named?: string }[]) =>
    deed(world, noteWhoPays, office, { dossier: one.dossier, others: [...others], status: "private-employee" });
  const DAY = 24 * 3_600_000;
  /** `daysAgo`: on that day. */
  const signs = async (one: Person, { others = [], daysAgo = 0 }: Signing = {}) => {
    const { dossier } = one;
    const then = new Date(world.now().getTime() - daysAgo * DAY);
    const past = { ...world, now: () => then };
    const own = { ...candidate(world, one), authenticatedAt: then } as Actor;
    const director = { ...office, authenticatedAt: then } as Actor;
    await deed(world, sayWhoPays, candidate(world, one), { dossier, others: [...others], status: "own-cost" });
    await deed(world, handOver, office, { dossier, keys: BEFORE, on: today });
    const input = { dossier, language: "fr" as const };
    const seen = await view(past, seeOwnContract, { actor: own, establishment: SCHOOL, input });
    if (seen.kind !== "found") throw new Error(seen.kind);
    const { shown } = seen.value.contract!.papers.find(({ paper }) => paper === "contract")!;
    await deed(past, signContract, own, { dossier, shown, words: "J’accepte." });
    await deed(past, countersignContract, director, { dossier, source: "personal", words: "Je signe." });
  };
  const noPrice = await anAccepted(world, { name: "Nora Sansprix", relief: "undecided" });
  const failed = await person("Fatou Refusée");
  await said(failed, [{ source: "transition", amount: 600_000, named: "Transitions Pro Occitanie" }]);
  await deed(world, noteGrant, office, { dossier: failed.dossier, source: "transition", answer: "refused", on: today });
  const shared = await person("Sacha Partage");
  await said(shared, [
    { source: "employer-plan", amount: 400_000, named: "Les Amandiers" },
    { source: "opco", amount: 300_000, named: "OPCO Exemple" },
  ]);
  const concluded = await person("Cléo Signée");
  await signs(concluded);
  const paying = await person("Paulin Versements");
  await signs(paying);
  const invoiced = async ({ dossier, account, name: debtorName }: Person, ...amounts: number[]) => {
    const about = `contract:${dossier}`;
    const lines = draft().lines.map((line) => ({ ...line, about }));
    const drafts = amounts.map((amount) =>
      draft({ about, debtor: { account }, debtorName, lines, basis: { by: "agreed", amount } }),
    );
    const { charges } = await deed(selling(world), issueDrafts, FINANCE, { drafts });
    const [charge = ""] = charges;
    await deed(world, recordPayment, FINANCE, { charge, amount: amounts[0]!, paidOn: today, means: "cash" });
  };
  await invoiced(paying, 100_000, 150_000);
  const tooMuch = await person("Aline Tropdemandé");
  await signs(tooMuch);
  await invoiced(tooMuch, 1_176_000);
  const employed = await person("Élodie Salariée");
  await signs(employed, { others: [{ source: "employer-plan", amount: 500_000, named: "Les Amandiers" }] });
  const interrupted = await person("Inès Interrompue");
  await signs(interrupted);
  const enrolment = await enrolled(world, head, interrupted, cohort);
  await deed(world, interruptTraining, head, { enrolment, on: today, reason: "congé" });
  const others = await person("Emma Employée");
  await said(others, [
    { source: "employer-plan", amount: 1_170_000, named: "Les Amandiers" },
    { source: "opco", amount: 300_000, named: "OPCO Exemple" },
  ]);
  await deed(world, noteGrant, office, { dossier: others.dossier, source: "opco", answer: "granted", on: today });
  const withdrawn = await person("Renée Rétractée");
  await signs(withdrawn);
  await deed(world, renounce, candidate(world, withdrawn), { dossier: withdrawn.dossier, place: "given-up" });
  const keeping = await person("Gwen Gardeplace");
  await signs(keeping);
  await deed(world, renounce, candidate(world, keeping), { dossier: keeping.dossier, place: "kept" });
  const late = await person("Lise Retard");
  await signs(late, { daysAgo: 30 });
  await deed(world, renounce, candidate(world, late), { dossier: late.dossier, place: "given-up" });
  const later = { startsOn: "2028-09-11", endsOn: "2030-07-12" };
  const bare = await deed(world, openCohort, head, { diploma: "deis", name: "2028-2030, sans périodes", ...later });
  const toComplete = await anAccepted(world, { name: "Capucine Patiente" });
  await deed(world, chooseCohort, office, { dossier: toComplete.dossier, cohort: bare.cohort });
  await deed(world, sayWhoPays, candidate(world, toComplete), {
    dossier: toComplete.dossier,
    others: [],
    status: "own-cost",
  });
  const soon = { startsOn: addDays(today, 7), endsOn: addDays(today, 700) };
  const near = await deed(world, openCohort, head, { diploma: "deis", name: "Rentrée proche", ...soon });
  await readyForContracts(world, head, near.cohort, soon.startsOn);
  const startsSoon = await anAccepted(world, { name: "Sonia Bientôt" });
  await deed(world, chooseCohort, office, { dossier: startsSoon.dossier, cohort: near.cohort });
  await deed(world, sayWhoPays, candidate(world, startsSoon), {
    dossier: startsSoon.dossier,
    others: [],
    status: "own-cost",
  });
  const changed = await person("Chantal Allégée");
  await signs(changed);
  const input = { dossier: changed.dossier };
  const candidacy = await view(world, seeCandidacy, { actor: HEAD_OF_TRAINING, establishment: SCHOOL, input });
  if (candidacy.kind !== "found") throw new Error(candidacy.kind);
  const { id: decided } = candidacy.value.facts.findLast(({ kind }) => kind === "relief")!;
  const held = [{ domain: "DF1", validatedOn: "2024-06-28", by: "jury" }];
  await deed(world, decideRelief, HEAD_OF_TRAINING, { ...input, seen: decided, held, ground: "Bloc déjà obtenu." });
  return {
    "to-complete": toComplete,
    "starts-soon": startsSoon,
    changed,
    "no-price": noPrice,
    failed,
    said: shared,
    concluded,
    "with-employer": employed,
    paying,
    "to-correct": tooMuch,
    interrupted,
    "paid-by-others": others,
    withdrawn,
    "withdrawn-late": late,
    "place-kept": keeping,
  };
}

const opened =
  (state: keyof Made, path = "/contrat") =>
  async (tab: Page, place: Place) => {
    const one = (await contracts(tab, place))[state];
    const value = await openedSession(place.served.people!.world, one, ["password"]);
    await tab.context().clearCookies();
    await tab.context().addCookies([{ name: "livret_session", value, url: place.served.origin }]);
    await tab.goto(place.at(path.startsWith("/contrat") ? `/deis/dossier/${one.dossier}${path}` : path));
  };

const OWN = "/:diploma/dossier/:dossier/contrat";

export const ownContractRows: readonly PageRow[] = [
  ...STATES.flatMap((state) =>
    inBothLanguages({ page: "dossier-contrat", path: OWN, state: "full", apart: state, open: opened(state) }),
  ),
  ...(["to-complete", "starts-soon"] as const).flatMap((state) =>
    inBothLanguages({
      page: "dossier-contrat-signer",
      path: `${OWN}/signer`,
      state: "full",
      apart: state,
      open: opened(state, "/contrat/signer"),
    }),
  ),
  ...inBothLanguages({
    page: "my-way",
    path: "/mon-parcours",
    state: "full",
    apart: "while the school completes a contract",
    open: opened("to-complete", "/mon-parcours"),
  }),
  ...inBothLanguages({
    page: "my-papers",
    path: "/mes-documents",
    state: "full",
    apart: "with contracts",
    open: opened("with-employer", "/mes-documents"),
  }),
  ...inBothLanguages({
    page: "dossier-contrat-qui-paie",
    path: `${OWN}/qui-paie`,
    state: "full",
    apart: "with others",
    open: opened("said", "/contrat/qui-paie"),
  }),
  ...inBothLanguages({
    page: "dossier-contrat-qui-paie",
    path: `${OWN}/qui-paie`,
    state: "error",
    apart: "without an amount",
    status: 422,
    open: async (tab, place) => {
      await opened("said", "/contrat/qui-paie")(tab, place);
      await tab.locator('main form input[type="checkbox"][value="transition"]').check();
      const loaded = tab.waitForEvent("load");
      await tab.locator("main form button.ds-button").first().click();
      await loaded;
    },
  }),
  ...(["/mon-parcours", "/compte/paiements"] as const).flatMap((path) =>
    inBothLanguages({
      page: path === "/mon-parcours" ? "my-way" : "compte-paiements",
      path,
      state: "full",
      apart: "with the dates of a contract",
      open: opened("paying", path),
    }),
  ),
];
