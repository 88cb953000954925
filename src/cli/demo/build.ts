/**
 * Makes a demonstration: staff, an intake around today, and candidates in every state, by the very acts that people do, each
 * at its own moment of the weeks before. Made again from the same seed on the same day, it is the same but for its ids.
 */
import { createHash, randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { type Act, type Actor, perform, performWithin, type Request, surroundings, view } from "../../act.ts";
import { addFile, saveSection, startDossier } from "../../admission/dossier/acts.ts";
import { shownHash } from "../../admission/dossier/standing.ts";
import { submitDossier, takeBackDossier, withdrawDossier } from "../../admission/dossier/submit-acts.ts";
import { askComplement } from "../../admission/dossier/complement-acts.ts";
import { enterDossier } from "../../admission/entering/acts.ts";
import { sendMessage } from "../../admission/messages/acts.ts";
import { openDossier } from "../../admission/dossier/views.ts";
import { dossierWords } from "../../admission/dossier/words.ts";
import { openIntake, prepareIntake, saveIntake } from "../../admission/intakes/acts.ts";
import { seeIntake, type SeenIntake } from "../../admission/intakes/views.ts";
import { recordPayment } from "../../billing/charges/acts.ts";
import { myCharges } from "../../billing/charges/views.ts";
import { DEPLOYMENT, type Tx, withSchool } from "../../db/school.ts";
import { addDays, type Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";
import { dayIn } from "../../kit/zone.ts";
import type { Law } from "../../law/law.ts";
import { giveRole } from "../../people/staff/acts.ts";
import { inviteGuest, revokeGuest } from "../../people/guests/acts.ts";
import { makeDemoAccount } from "../../people/demo/acts.ts";
import type { Role } from "../../people/rules/permissions.ts";
import { sayRole } from "../../people/sentences.ts";
import { bearDemo, showDemoPeople } from "../../record/birth/acts.ts";
import { sendAgain } from "../../record/files/again.ts";
import { receiveUpload } from "../../record/files/receive.ts";
import type { World } from "../../world.ts";
import { chance, type Chance } from "./chance.ts";
import { FAMILY, GIVEN } from "./names.ts";
import { inventedPdf } from "./paper.ts";
import { inventPerson, type Person } from "./person.ts";

export type HowToBuild = {
  readonly schools: readonly string[];
  readonly dossiers: number;
  readonly seed: number;
  /** How many dossiers are made at once: one on the embedded database, which has one session. */
  readonly parallel: number;
  readonly onProgress?: (made: number, of: number) => void;
};

const OPERATOR: Actor = { kind: "operator" };
const DAY = 86_400_000;
/** The intake opened so many days ago, and closes in so many. */
const OPENED = 45;
const CLOSES = 50;

/** Raised where this database cannot be a demonstration, with the sentence that says why. */
export class DemoError extends Error {
  readonly said: Label;
  constructor(said: Label) {
    super(said.en);
    this.said = said;
  }
}

export async function buildDemo(world: World, how: HowToBuild): Promise<void> {
  const { schools, dossiers, seed, parallel, onProgress } = how;
  const born = await perform(world, bearDemo, { ...request(OPERATOR, DEPLOYMENT, {}), attempt: randomUUID() });
  if (born.kind !== "done")
    throw new DemoError(
      born.kind === "invalid"
        ? { fr: born.issues[0]!.message("fr"), en: born.issues[0]!.message("en") }
        : { fr: born.kind, en: born.kind },
    );
  let made = 0;
  for (const [at, school] of schools.entries()) {
    const share = Math.floor(dossiers / schools.length) + (at < dossiers % schools.length ? 1 : 0);
    const site = await beginSchool(world, school, seed + at * 1_000_003, at === 0);
    await inParallel(share, parallel, async (number) => {
      await makeDossier(site, number);
      onProgress?.(++made, dossiers);
    });
    await show(site);
  }
}

/** `count` pieces of work, so many at a time, begun in order. */
async function inParallel(count: number, width: number, work: (number: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(width, count)) }, worker));
}

/** What becomes of a candidate, and how often in a hundred: a demonstration of a few shows each. */
const LIVES = [
  ["submitted", 46],
  ["begun", 12],
  ["half", 14],
  ["ready", 6],
  ["wrong", 4],
  ["corrected", 8],
  ["taken-back", 4],
  ["withdrawn", 6],
  ["complement", 4],
  ["paper", 2],
] as const;
type Life = (typeof LIVES)[number][0];

const STAFF: readonly Role[] = [
  "admission-officer",
  "head-of-training",
  "finance",
  "disability-advisor",
  "interviewer",
  "director",
  "administrator",
  "auditor",
];

/** A school as it is being made. */
type Site = {
  readonly world: World;
  readonly school: string;
  readonly seed: number;
  readonly now: Date;
  readonly today: Day;
  readonly law: Law;
  readonly shown: { school: string; account: string; label: Label }[];
  readonly staff: Map<Role, string>;
};
type OpenSite = Site & {
  readonly intake: string;
  readonly pieces: SeenIntake["intake"]["settings"]["pieces"];
  readonly files: readonly { readonly sha256: string; readonly pages: number }[];
};

async function beginSchool(world: World, school: string, seed: number, shown: boolean): Promise<OpenSite> {
  const now = world.now();
  const today = dayIn(now, world.zone(school));
  const { diplomas } = world.laws.establishments.find(({ data }) => data.establishment === school)!.data;
  const law = world.law(school, diplomas[0]!.diploma, { on: today });
  if (!law) throw new Error(`No law is in force in ${school}`);
  const site: Site = { world, school, seed, now, today, law, shown: [], staff: new Map() };
  const own = chance(seed);
  for (const role of STAFF) await makeStaff(site, role, own, shown);
  await inviteInterviewers(site, own);
  return { ...site, ...(await openTheIntake(site)), files: await keepFiles(site) };
}

async function makeStaff(site: Site, role: Role, own: Chance, isShown: boolean): Promise<void> {
  const { school, shown } = site;
  const at = before(site, OPENED + 30);
  const name = `${own.pick(GIVEN[own.happens(0.6) ? "F" : "M"])} ${own.pick(FAMILY)}`;
  const address = `${role}.${school}@demonstration.invalid`;
  const invented = { address, name, language: "fr" };
  const { account } = await doing<{ account: string }>(site, makeDemoAccount, OPERATOR, invented, at);
  await doing(site, giveRole, OPERATOR, { address, role }, at);
  site.staff.set(role, account);
  if (!isShown) return;
  const label = { fr: `${name} – ${sayRole(role, "fr")}`, en: `${name} – ${sayRole(role, "en")}` };
  shown.push({ school: school, account, label });
}

/** Two from outside, to hold interviews: one may come in, the other’s invitation was taken back. */
async function inviteInterviewers(site: Site, own: Chance): Promise<void> {
  const { world, school, today } = site;
  const { guestDays } = world.access?.(school) ?? {};
  if (guestDays === undefined) return;
  const at = before(site, 2);
  const account = site.staff.get("head-of-training")!;
  const head = { kind: "account", account, session: NOBODY, roles: ["head-of-training"], authenticatedAt: at } as const;
  for (const which of [1, 2]) {
    const name = `${own.pick(GIVEN[own.happens(0.6) ? "F" : "M"])} ${own.pick(FAMILY)}`;
    const address = `interviewer-${which}.${school}@demonstration.invalid`;
    const until = addDays(today, Math.max(0, Math.min(30, guestDays) - 3));
    const asked = { name, address, language: "fr", role: "interviewer", until };
    const { guest } = await doing<{ guest: string }>(site, inviteGuest, head, asked, at);
    if (which === 2) await doing(site, revokeGuest, head, { id: guest }, before(site, 1));
  }
}

async function openTheIntake(site: Site): Promise<Pick<OpenSite, "intake" | "pieces">> {
  const { law, today, school } = site;
  const head = staffOf(site, "head-of-training");
  const at = before(site, OPENED + 1);
  const opens = addDays(today, -OPENED);
  const entryOn = addDays(today, 290);
  const year = entryOn.slice(0, 4);
  const { id } = await doing<{ id: string }>(site, prepareIntake, head, { diploma: law.diploma.diploma }, at);
  const seen = await view(atMoment(site, at), seeIntake, request(head, school, { id }));
  if (seen.kind !== "found") throw new Error("The intake of the demonstration cannot be seen");
  const settings = {
    ...seen.value.intake.settings,
    label: { fr: `Rentrée ${year}`, en: `${year} intake` },
    opens: { day: opens, time: "09:00" },
    closes: { day: addDays(today, CLOSES), time: "23:59" },
    entryOn,
    answerBy: addDays(today, CLOSES + 60),
    places: 24,
    admissionValidity: { months: 0 },
    waitingList: { kind: "ranked" as const, most: 10 },
    appeal: {
      fr: "Démonstration : texte à écrire par l’établissement.",
      en: "Demonstration: a text for the school to write.",
    },
  };
  const { version } = await doing<{ version: number }>(site, saveIntake, head, { id, version: 1, settings }, at);
  await doing(site, openIntake, head, { id, version }, at);
  return { intake: id, pieces: settings.pieces };
}

/** A few papers of so many pages each, kept once a school whoever hands them in. */
async function keepFiles({ world, school, law }: Site): Promise<OpenSite["files"]> {
  const kept: { sha256: string; pages: number }[] = [];
  for (const pages of [1, 2, 3, 7, 8, 9, 10, 12]) {
    const bytes = inventedPdf(pages, law.establishment.name);
    const received = await receiveUpload(world, {
      establishment: school,
      account: NOBODY,
      stream: Readable.from([bytes]),
      name: "demonstration.pdf",
    });
    if ("problem" in received) throw new Error(`A paper of the demonstration was not taken: ${received.problem}`);
    kept.push({ sha256: createHash("sha256").update(bytes).digest("hex"), pages });
  }
  return kept;
}

/** One candidate's whole life so far, in one transaction: half a dossier would help nobody. */
async function makeDossier(site: OpenSite, number: number): Promise<void> {
  const { world, school, seed, law, today, shown } = site;
  // Of its own number alone, so that it does not depend on who was made at the same time.
  const own = chance(seed + 7919 * (number + 1));
  const life = number < LIVES.length ? LIVES[number]![0] : lifeOf(own);
  const person = inventPerson(own, number + 1, law, today);
  const begun = before(site, own.between(3, OPENED - 1), own.between(0, 14 * 60));
  const language = own.happens(0.95) ? "fr" : "en";
  const { name } = person;
  const address = `${school}.${person.address}`;
  const invented = { address, name, language };
  const { account } = await doing<{ account: string }>(site, makeDemoAccount, OPERATOR, invented, begun);
  await withSchool(world.db, school, (tx) => live(tx, site, { account, person, life, begun, own, language }));
  // Whoever applied on paper has no account to enter.
  if (number >= LIVES.length || shown.length === 0 || life === "paper") return;
  const said = LIFE_WORDS[life];
  const label = { fr: `${name} – candidature ${said.fr}`, en: `${name} – application ${said.en}` };
  shown.push({ school: school, account, label });
}

async function live(tx: Tx, site: OpenSite, { account, person, life, begun, own, language }: Living): Promise<void> {
  let at = begun;
  const actor = () => ({ kind: "account", account, session: NOBODY, roles: [], authenticatedAt: at }) as const;
  const deed = async <V>(act: unknown, input: object): Promise<V> => {
    at = new Date(at.getTime() + own.between(1, 25) * 60_000);
    return within<V>(tx, site, act, actor(), input, at);
  };
  if (life === "paper") return enter(tx, site, { person, begun, language });
  const declared = life === "begun" ? { next: 1, titles: [], periods: [] } : person.draft;
  const { dossier } = await deed<{ dossier: string }>(startDossier, { intake: site.intake, language, declared });
  const save = (section: string, contents: object, version = 0) =>
    deed(saveSection, { dossier, section, version, contents });
  if (life === "begun") return;
  await save("identity", life === "wrong" ? { ...person.identity, bornOn: "31/2/1985" } : person.identity);
  await save("contact", person.contact);
  if (life === "half") return;
  await save("accommodations", own.happens(0.9) ? { needed: "no" } : { needed: "yes", effects: ["extra-time"] });
  for (const piece of site.pieces.filter(({ needed }) => needed !== "optional"))
    for (const { sha256, name } of papersFor(site, piece, own)) {
      const upload = await sendAgain(tx, { sha256, account, name, at });
      await deed(addFile, { dossier, piece: piece.key, upload });
    }
  if (life === "ready" || life === "wrong") return;
  const submit = async () => {
    const world = surroundings(atMoment(site, at), site.school, at);
    const standing = await openDossier.read({ tx, ...world, input: { dossier }, actor: actor() });
    const words = dossierWords(language).submit.declaration;
    await deed(submitDossier, { dossier, shown: shownHash(standing!, words), words });
  };
  await submit();
  if (own.happens(0.6)) await pay(tx, site, actor(), at);
  if (life === "complement") await askForMore(tx, site, dossier, own, at);
  if (life === "corrected" || life === "taken-back") {
    at = new Date(Math.min(at.getTime() + own.between(1, 48) * 3_600_000, site.now.getTime() - 2 * 3_600_000));
    await deed(takeBackDossier, { dossier });
    await save("contact", { ...person.contact, streetMore: "Bâtiment B" }, 1);
    if (life === "corrected") await submit();
  }
  if (life === "withdrawn") await deed(withdrawDossier, { dossier });
}

/** What the selection costs, by a transfer that finance saw. */
async function pay(tx: Tx, site: OpenSite, actor: Actor, at: Date): Promise<void> {
  const around = surroundings(atMoment(site, at), site.school, at);
  const owed = await myCharges.read({ tx, ...around, input: {}, actor });
  for (const { id, balance } of owed?.charges ?? []) {
    const paid = { charge: id, amount: balance, paidOn: around.today, means: "transfer" };
    if (balance > 0) await within(tx, site, recordPayment, staffOf(site, "finance"), paid, at);
  }
}

async function askForMore(tx: Tx, site: OpenSite, dossier: string, own: Chance, at: Date): Promise<void> {
  const officer = staffOf(site, "admission-officer");
  const piece = own.pick(site.pieces.filter(({ needed }) => needed === "always"));
  const dueOn = addDays(site.today, own.between(5, 20));
  const notes = { [`piece:${piece.key}`]: "La dernière page manque." };
  await within(tx, site, askComplement, officer, { dossier, items: [`piece:${piece.key}`], dueOn, notes }, at);
  const text = "Bonjour, votre dossier est presque complet : il ne manque qu’une page.";
  await within(tx, site, sendMessage, officer, { dossier, text }, at);
}

/** Who applied on paper: an officer enters what the paper says. */
async function enter(
  tx: Tx,
  site: OpenSite,
  { person, begun, language }: Pick<Living, "person" | "begun" | "language">,
) {
  const officer = staffOf(site, "admission-officer");
  const given = { intake: site.intake, entered: "paper", language, address: person.address };
  const { dossier } = await within<{ dossier: string }>(tx, site, enterDossier, officer, given, begun);
  for (const [section, contents] of Object.entries({ identity: person.identity, contact: person.contact }))
    await within(tx, site, saveSection, officer, { dossier, section, version: 0, contents }, begun);
}

function papersFor(
  { files }: OpenSite,
  { key, many, pages }: OpenSite["pieces"][number],
  own: Chance,
): { sha256: string; name: string }[] {
  const inside = pages ? files.filter((file) => file.pages >= pages.min && file.pages <= pages.max) : [];
  const fits = inside.length > 0 && own.happens(0.9) ? inside : files;
  const count = many ? own.between(1, 3) : 1;
  return Array.from({ length: count }, (_, at) => ({
    sha256: own.pick(fits).sha256,
    name: `${key}${count > 1 ? `-${at + 1}` : ""}.pdf`,
  }));
}

/** Says as whom a visitor may enter: the staff, and the first candidate of each kind. */
async function show(site: OpenSite): Promise<void> {
  const { shown } = site;
  if (shown.length > 0) await doing(site, showDemoPeople, OPERATOR, { shown }, site.now);
}

function before({ now }: Site, days: number, minutes = 600): Date {
  return new Date(now.getTime() - days * DAY - minutes * 60_000);
}

function atMoment({ world }: Site, at: Date): World {
  return { ...world, now: () => at };
}

async function doing<V>(site: Site, act: unknown, actor: Actor, input: object, at: Date): Promise<V> {
  const given = { ...request(actor, site.school, input), attempt: randomUUID() };
  return outcomeOf(act as Act, await perform(atMoment(site, at), act as Act, given)) as V;
}

async function within<V>(tx: Tx, site: Site, act: unknown, actor: Actor, input: object, at: Date): Promise<V> {
  const given = { ...request(actor, site.school, input), attempt: randomUUID() };
  return outcomeOf(act as Act, await performWithin(tx, atMoment(site, at), act as Act, given)) as V;
}

type Living = {
  readonly account: string;
  readonly person: Person;
  readonly life: Life;
  readonly begun: Date;
  readonly own: Chance;
  readonly language: "fr" | "en";
};

const NOBODY = "00000000-0000-4000-8000-000000000000";

function staffOf({ staff }: Site, role: Role): Actor {
  return { kind: "account", account: staff.get(role)!, session: NOBODY, roles: [role], authenticatedAt: new Date(0) };
}

function request<I>(actor: Actor, establishment: string, input: I): Request<I> {
  return { actor, establishment, input };
}

function outcomeOf(act: Act, outcome: Awaited<ReturnType<typeof perform>>): unknown {
  if (outcome.kind === "done") return outcome.value;
  const why = outcome.kind === "invalid" ? outcome.issues.map(({ path, message }) => `${path}: ${message("en")}`) : [];
  throw new Error(`${act.name} in the demonstration: ${outcome.kind} ${why.join("; ")}`);
}

function lifeOf(own: Chance): Life {
  let drawn = own.next() * LIVES.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [life, weight] of LIVES) if ((drawn -= weight) < 0) return life;
  return LIVES[0][0];
}

const LIFE_WORDS: Readonly<Record<Life, Label>> = {
  submitted: { fr: "déposée", en: "submitted" },
  begun: { fr: "à peine commencée", en: "hardly begun" },
  half: { fr: "à moitié remplie", en: "half filled in" },
  ready: { fr: "prête à déposer", en: "ready to submit" },
  wrong: { fr: "avec une erreur à corriger", en: "with a mistake to mend" },
  corrected: { fr: "reprise, corrigée et déposée à nouveau", en: "taken back, corrected and submitted again" },
  "taken-back": { fr: "reprise, pas encore déposée à nouveau", en: "taken back, not submitted again yet" },
  withdrawn: { fr: "retirée", en: "withdrawn" },
  complement: { fr: "à compléter : l’école attend une pièce", en: "to complete: the school waits for a document" },
  paper: { fr: "reçue sur papier", en: "received on paper" },
};
