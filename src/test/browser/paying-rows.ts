/** The rows of who pays for others: the office sends a convention and sees who comes in; the payer reads, signs or declines, and is asked. */
import type { Page } from "playwright-core";
import { type Actor, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { addPayer } from "../../billing/payers/acts.ts";
import { invitePayer } from "../../billing/payers/guest-acts.ts";
import { chooseCohort, handOver, noteWhoPays } from "../../contracts/acts.ts";
import { renounce } from "../../contracts/renouncing-acts.ts";
import { signContract } from "../../contracts/signing-acts.ts";
import { seeContract } from "../../contracts/views.ts";
import { candidate } from "../dossiers.ts";
import { issueQuote } from "../../contracts/papers/paper-acts.ts";
import { declineConvention, sendConvention, signConvention } from "../../contracts/by-link/acts.ts";
import { payerConvention } from "../../contracts/by-link/views.ts";
import { GUEST_COOKIE } from "../../page/session.ts";
import { openCohort } from "../../training/cohorts/acts.ts";
import { cameIn, guestToken } from "../certifying.ts";
import { draft, FINANCE, issueDrafts, selling } from "../invoicing.ts";
import { actorOf, deed, openedSession } from "../people.ts";
import { confirmAll, contactIn, secondOf } from "../payer-contacts.ts";
import { anAccepted, type Person, readyForContracts } from "../trainees.ts";
import {
  inBothLanguages,
  NobodyToSignIn,
  outdated,
  type PageRow,
  type PageTable,
  type Place,
  signedIn,
} from "./pages.ts";
import type { Who } from "./people.ts";

const SCHOOL = "faire-ess";
const SOURCE = "employer-plan";
const OFFICE: Who = { key: "paying-office", name: "Odile Convention", roles: ["admission-officer", "finance"] };
const LONG = "Association départementale de sauvegarde de l’enfance, de l’adolescence et des adultes de l’Hérault";
const PAYER = "/payeur/:payer";
const ONE = `${PAYER}/conventions/:dossier/:source`;

type Open = (tab: Page, place: Place) => Promise<unknown>;
type Made = {
  readonly payer: string;
  /** Nothing was sent to it, and nothing is asked. */
  readonly bare: string;
  readonly guest: string;
  readonly bareGuest: string;
  /** Of the register’s own address, asked who else signs. */
  readonly accountant: string;
  /** To sign, declined, signed; and not sent yet. */
  readonly sent: Person;
  readonly declined: Person;
  readonly signed: Person;
  readonly unsent: Person;
  /** Signed, and then given up by the person. */
  readonly ended: Person;
  readonly invoice: string;
};

const made = new WeakMap<World, Promise<Made>>();

async function paying(tab: Page, place: Place): Promise<Made> {
  if (!place.served.people) throw new NobodyToSignIn("it needs payers, and the database is out of reach");
  const { world } = place.served.people;
  const officer = await signedIn(tab, place, OFFICE);
  const actor = await actorOf(world, await openedSession(world, officer, ["password", "totp"]));
  const known = made.get(world) ?? make(world, actor);
  made.set(world, known);
  return known;
}

async function make(world: World, office: Actor): Promise<Made> {
  const head: Actor = { ...office, roles: ["head-of-training"] } as Actor;
  const days = { startsOn: "2027-09-13", endsOn: "2029-07-13" };
  const { cohort } = await deed(world, openCohort, head, { diploma: "deis", name: "2027-2029, employeurs", ...days });
  await readyForContracts(world, head, cohort, days.startsOn);
  const address = "1011 rue du Pont de Lavérune\n34077 Montpellier cedex 3";
  const described = {
    siren: "784671695",
    address,
    contact: "Marie-Antoinette de Villeneuve",
    email: "paie@exemple.fr",
  };
  const { payer } = await deed(world, addPayer, office, { name: LONG, ...described });
  const { payer: bare } = await deed(world, addPayer, office, { name: "Employeur sans convention" });
  const contact = { name: "Lucie Amand", address: "lucie.amand@exemple.fr", language: "fr" } as const;
  const people: Person[] = [];
  for (const name of ["Clémence d’Aumont-Montmorency-Payée", "Denis Payé", "Sam Payé", "Uma Payée", "Noé Parti"]) {
    const person = await anAccepted(world, { name });
    const { dossier } = person;
    const others = [{ source: SOURCE, amount: 200_000, payer }];
    await deed(world, noteWhoPays, office, { dossier, others, status: "private-employee" });
    // Other rows open cohorts that begin on the same day.
    await deed(world, chooseCohort, office, { dossier, cohort });
    people.push(person);
  }
  const [sent, declined, signed, unsent, ended] = people as [Person, Person, Person, Person, Person];
  await deed(world, issueQuote, office, { dossier: sent.dossier, source: SOURCE });
  const guest = await contactIn(world, office, { payer, ...contact });
  for (const { dossier } of [sent, declined, signed, ended])
    await deed(world, sendConvention, office, { dossier, source: SOURCE, ...contact });
  const other = { ...contact, name: "Rose Sans", address: "rose.sans@exemple.fr" };
  const bareGuest = await contactIn(world, office, { payer: bare, ...other });
  const register = { payer, name: LONG, address: described.email, language: "fr" } as const;
  const { guest: accountant } = await deed(world, invitePayer, secondOf(office), register);
  await confirmAll(world, payer, secondOf(office));
  const proposed = { ...contact, name: "Paul Proposé-de-Villeneuve", address: "paul.propose@exemple.fr" };
  await deed(world, invitePayer, secondOf(office), { payer, ...proposed });
  const actor = cameIn(world, { id: guest, role: "payer" } as Parameters<typeof cameIn>[1]);
  const of = ({ dossier }: Person) => ({ payer, dossier, source: SOURCE });
  await deed(world, declineConvention, actor, { ...of(declined), words: "Nos dates ne vont pas avec les vôtres." });
  const by = { name: "Lucie Amand", quality: "directrice", words: "Lu et accepté." };
  for (const person of [signed, ended]) {
    const seen = await view(world, payerConvention, { actor, establishment: SCHOOL, input: of(person) });
    if (seen.kind !== "found") throw new Error(seen.kind);
    await deed(world, signConvention, actor, { ...of(person), shown: seen.value.shown, ...by });
  }
  const { dossier } = ended;
  const contract = await view(world, seeContract, {
    actor: office,
    establishment: SCHOOL,
    input: { dossier, language: "fr" },
  });
  if (contract.kind !== "found") throw new Error(contract.kind);
  const { toHand, contract: its } = contract.value;
  await deed(world, handOver, office, { dossier, keys: toHand.map(({ key }) => key), on: "2026-11-25" });
  const { shown } = its!.papers.find(({ paper }) => paper === "contract")!;
  const own = candidate(world, ended);
  await deed(world, signContract, own, { dossier, shown, words: "J’accepte." });
  await deed(world, renounce, own, { dossier, place: "given-up" });
  const [line] = draft().lines;
  const about = `contract:${signed.dossier}`;
  const asked = draft({ source: SOURCE, debtor: { payer }, about, lines: [{ ...line!, about }] });
  const { numbers } = await deed(selling(world), issueDrafts, FINANCE, { drafts: [asked] });
  return {
    payer,
    bare,
    guest,
    bareGuest,
    accountant: accountant!,
    sent,
    declined,
    signed,
    unsent,
    ended,
    invoice: numbers[0]!,
  };
}

const asOffice =
  (path: (of: Made) => string): Open =>
  async (tab, place) => {
    const of = await paying(tab, place);
    await signedIn(tab, place, OFFICE);
    await tab.goto(place.at(path(of)));
  };

const asPayer =
  (path: (of: Made) => string, whose: (of: Made) => string = ({ guest }) => guest): Open =>
  async (tab, place) => {
    const of = await paying(tab, place);
    await tab.context().clearCookies();
    const value = await guestToken(place.served.people!.world, { id: whose(of) });
    await tab.context().addCookies([{ name: GUEST_COOKIE, value, url: place.served.origin }]);
    await tab.goto(place.at(path(of)));
  };

const pressed =
  (open: Open, button = "main form button.ds-button"): Open =>
  async (tab, place) => {
    await open(tab, place);
    for (const input of await tab.locator('main form input[type="text"], main form input[type="email"]').all())
      await input.fill("");
    const loaded = tab.waitForEvent("load");
    await tab.locator(button).last().click();
    await loaded;
  };

const rows = (
  page: string,
  path: string,
  state: PageRow["state"],
  open: Open,
  more: Partial<Pick<PageRow, "status" | "apart">> = {},
) => inBothLanguages({ page, path, state, open, ...more });

const conventionOf = (which: (of: Made) => Person, below = "") =>
  asPayer((of) => `/payeur/${of.payer}/conventions/${which(of).dossier}/${SOURCE}${below}`);
const sending = (which: (of: Made) => Person) => asOffice((of) => `/contrats/${which(of).dossier}/envoyer/${SOURCE}`);
const SEND = "/contrats/:dossier/envoyer/:source";
const ACCESS = "/finances/payeurs/:payer/acces";
const WRONG = { status: 422 };

export const payingRows: readonly PageRow[] = [
  ...rows(
    "contrat-envoyer",
    SEND,
    "full",
    sending(({ unsent }) => unsent),
  ),
  ...rows(
    "contrat-envoyer",
    SEND,
    "very long",
    sending(({ declined }) => declined),
  ),
  ...rows("contrat-envoyer", SEND, "error", pressed(sending(({ unsent }) => unsent)), WRONG),
  ...rows(
    "finances-payeur-acces",
    ACCESS,
    "full",
    asOffice(({ payer }) => `/finances/payeurs/${payer}/acces`),
  ),
  ...rows(
    "finances-payeur-acces",
    ACCESS,
    "error",
    pressed(asOffice(({ bare }) => `/finances/payeurs/${bare}/acces`)),
    WRONG,
  ),
  ...rows(
    "payeur-qui-signe",
    `${PAYER}/qui-signe`,
    "full",
    asPayer(
      ({ payer }) => `/payeur/${payer}/qui-signe`,
      ({ accountant }) => accountant,
    ),
  ),
  ...rows(
    "payeur-qui-signe",
    `${PAYER}/qui-signe`,
    "error",
    outdated(
      asPayer(
        ({ payer }) => `/payeur/${payer}/qui-signe`,
        ({ accountant }) => accountant,
      ),
    ),
    { status: 403 },
  ),
  ...rows(
    "payeur",
    PAYER,
    "full",
    asPayer(({ payer }) => `/payeur/${payer}`),
  ),
  ...rows(
    "payeur",
    PAYER,
    "empty",
    asPayer(
      ({ bare }) => `/payeur/${bare}`,
      ({ bareGuest }) => bareGuest,
    ),
  ),
  ...rows(
    "payeur-convention",
    ONE,
    "full",
    conventionOf(({ sent }) => sent),
  ),
  ...rows(
    "payeur-convention",
    ONE,
    "full",
    conventionOf(({ signed }) => signed),
    { apart: "signed" },
  ),
  ...rows(
    "payeur-convention",
    ONE,
    "full",
    conventionOf(({ ended }) => ended),
    { apart: "ended" },
  ),
  ...rows(
    "payeur-convention",
    ONE,
    "very long",
    conventionOf(({ declined }) => declined),
  ),
  ...rows("payeur-convention", ONE, "error", pressed(conventionOf(({ sent }) => sent)), WRONG),
  ...rows(
    "payeur-convention-refuser",
    `${ONE}/refuser`,
    "full",
    conventionOf(({ sent }) => sent, "/refuser"),
  ),
  ...rows(
    "payeur-convention-refuser",
    `${ONE}/refuser`,
    "error",
    pressed(conventionOf(({ sent }) => sent, "/refuser")),
    WRONG,
  ),
  ...rows(
    "payeur-facture",
    `${PAYER}/factures/:number`,
    "full",
    asPayer(({ payer, invoice }) => `/payeur/${payer}/factures/${invoice}`),
  ),
];

export const payingNotPages: PageTable["notPages"] = [
  {
    path: "/:school/payeur/:payer/conventions/:dossier/:source/convention.pdf",
    why: "a convention, a PDF; its test prints it",
  },
  { path: "/:school/en/payeur/:payer/conventions/:dossier/:source/convention.pdf", why: "the same" },
  { path: "/:school/payeur/:payer/conventions/:dossier/:source/devis.pdf", why: "a quote, a PDF; its test prints it" },
  { path: "/:school/en/payeur/:payer/conventions/:dossier/:source/devis.pdf", why: "the same" },
  { path: "/:school/payeur/:payer/factures/:number/facture.pdf", why: "an invoice, a PDF; its test prints it" },
  { path: "/:school/en/payeur/:payer/factures/:number/facture.pdf", why: "the same" },
  { path: "/:school/payeur/:payer/certificats/:code", why: "a certificate, a PDF; its test prints it" },
  { path: "/:school/en/payeur/:payer/certificats/:code", why: "the same" },
];
