/**
 * Builds a demonstration: staff, an intake around today, and candidates in every state, by the same acts that people do, each at its own
 * moment of the past weeks. The same seed on the same day gives the same demonstration, except for its ids.
 */
import { createHash, randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { perform, performTogether, view } from "../../act/act.ts";
import { changeIntake, openIntake, prepareIntake, saveIntake } from "../../intake/acts.ts";
import { seeIntake } from "../../intake/views.ts";
import { DEPLOYMENT } from "../../db/school.ts";
import { addDays, type Day, dayNumber } from "../../kit/day.ts";
import { slug } from "../../kit/slug.ts";
import type { Label } from "../../kit/lang.ts";
import { NOBODY } from "../../kit/shapes.ts";
import { dayIn, endsAt } from "../../kit/zone.ts";
import { acceptRole } from "../../people/offers/acts.ts";
import { isOfState } from "../../people/offers/rules/by-two.ts";
import { seeOffers } from "../../people/offers/views.ts";
import { confirmRole, giveRole } from "../../people/staff/acts.ts";
import { inviteGuest, revokeGuest } from "../../people/guests/acts.ts";
import { makeDemoAccount } from "../../people/demo/acts.ts";
import { type Actor, ROLES, type Role } from "../../act/permissions.ts";
import { sayRole } from "../../people/sentences.ts";
import { bearDemo, showDemoPeople } from "../../deployment/birth/acts.ts";
import { receiveUpload } from "../../files/receive.ts";
import { UNREACHABLE } from "../../mail/inside.ts";
import { taughtOn, type World } from "../../act/world.ts";
import { chance, type Chance } from "./chance.ts";
import { beginningOf, isByHand, isLate, lifeAt, LIVES, live } from "./lives.ts";
import { reconcile } from "./money.ts";
import { type HowToPlay, peopleOf, playLives, readLives } from "./played.ts";
import { nameAt } from "./names.ts";
import { inventedPdf } from "../../house/lives/paper.ts";

import { withExampleLegal } from "../../house/example-legal.ts";
import { withExamplePayment } from "../../house/example-payment.ts";
import { lawWorld } from "../../house/world.ts";
import { inventPerson } from "./person.ts";
import {
  atMoment,
  before,
  CLOSED,
  CLOSES,
  doing,
  OPENED,
  OPERATOR,
  type OpenSite,
  PROLONGED,
  request,
  type Site,
  staffOf,
} from "./site.ts";

export type HowToBuild = {
  readonly schools: readonly string[];
  readonly dossiers: number;
  readonly seed: number;
  /** How many dossiers are made at once: 1 on the embedded database, which has one session. */
  readonly parallel: number;
  readonly onProgress?: (made: number, of: number) => void;
} & HowToPlay;

/** Why this database cannot become a demonstration. */
export class DemoError extends Error {
  readonly said: Label;
  constructor(said: Label) {
    super(said.en);
    this.said = said;
  }
}

/** The most schools to choose among; with more, only the first one’s people are shown. */
const MOST_SHOWN = 20;

/** The schools with a diploma in force today: all are filled, so that none is empty. */
export function schoolsToFill(world: World): string[] {
  return world.laws.establishments
    .map(({ data }) => data)
    .filter((school) => taughtOn(world, school, dayIn(world.now(), school.timezone)).length > 0)
    .map(({ establishment }) => establishment);
}

export async function buildDemo(base: World, how: HowToBuild): Promise<void> {
  const world: World = { ...base, ...lawWorld(withExampleLegal(withExamplePayment(base.laws)), base.defaults) };
  const { schools, dossiers, seed, parallel, onProgress } = how;
  const born = await perform(world, bearDemo, { ...request(OPERATOR, DEPLOYMENT, {}), attempt: randomUUID() });
  if (born.kind !== "done")
    throw new DemoError(
      born.kind === "invalid"
        ? { fr: born.issues[0]!.message("fr"), en: born.issues[0]!.message("en") }
        : { fr: born.kind, en: born.kind },
    );
  const scripts = readLives(world, how);
  let made = 0;
  for (const [index, school] of schools.entries()) {
    // Lives first: the calendar then runs for them alone.
    const lived = await playLives(world, school, scripts, how);
    const share = Math.floor(dossiers / schools.length) + (index < dossiers % schools.length ? 1 : 0);
    const site = await beginSchool(
      world,
      school,
      seed + index * 1_000_003,
      index === 0 || schools.length <= MOST_SHOWN,
    );
    const make = async (number: number) => {
      await makeDossier(site, number);
      onProgress?.(++made, dossiers);
    };
    const numbers = Array.from({ length: share }, (_, number) => number);
    const handsInLate = (number: number) => isLate(lifeAt(ownOf(site, number), number));
    // Late dossiers come before the prolongation, since they missed the first closing.
    await inParallel(numbers.filter(handsInLate), parallel, make);
    await prolong(site);
    await inParallel(
      numbers.filter((number) => !handsInLate(number)),
      parallel,
      make,
    );
    await reconcile(site);
    if (index === 0 || schools.length <= MOST_SHOWN)
      for (const life of lived) addShown(site, peopleOf(life, { school, place: LIVES.length, today: site.today }));
    await show(site);
  }
}

/** A person in several lives is shown once. */
function addShown({ shown }: Site, more: Site["shown"]): void {
  for (const person of more) if (!shown.some(({ account }) => account === person.account)) shown.push(person);
}

/** Runs `width` pieces of work in parallel, started in order. */
async function inParallel(
  numbers: readonly number[],
  width: number,
  work: (number: number) => Promise<void>,
): Promise<void> {
  const waiting = numbers.values();
  const worker = async () => {
    for (const number of waiting) await work(number);
  };
  await Promise.all(Array.from({ length: width }, worker));
}

async function beginSchool(world: World, school: string, seed: number, shown: boolean): Promise<OpenSite> {
  const now = world.now();
  const today = dayIn(now, world.zone(school));
  const { data } = world.laws.establishments.find(({ data }) => data.establishment === school)!;
  const [law] = taughtOn(world, data, today);
  if (!law) throw new Error(`No law is in force in ${school}`);
  const site: Site = { world, school, seed, now, today, law, shown: [], staff: new Map() };
  const own = chance(seed);
  for (const role of ROLES.filter((one) => !isOfState(one))) await makeStaff(site, role, own, shown);
  for (const role of ROLES.filter(isOfState)) await makeStaff(site, role, own, shown);
  await inviteInterviewers(site, own);
  return { ...site, ...(await openTheIntake(site)), files: await keepFiles(site), expected: [] };
}

/** Counted down from the seed, as candidates are counted up. */
function nameOfStaff({ seed }: Site, number: number, own: Chance): string {
  const { given, family } = nameAt(own.happens(0.6) ? "F" : "M", seed - number);
  return `${given} ${family}`;
}

/** The lives have guests at this work: an account would show empty pages. */
export const BY_GUESTS: readonly Role[] = ["memoire-director", "examiner", "jury-member", "partner-establishment"];

async function makeStaff(site: Site, role: Role, own: Chance, isShown: boolean): Promise<void> {
  const { school, shown } = site;
  const at = before(site, OPENED + 30);
  const name = nameOfStaff(site, ROLES.indexOf(role), own);
  const address = `${slug(name)}.${school}@demonstration.invalid`;
  const invented = { address, name, language: "fr" };
  const { account } = await doing<{ account: string }>(site, makeDemoAccount, OPERATOR, invented, at);
  if (isOfState(role)) await appoint(site, { account, address, role }, at);
  else await doing(site, giveRole, OPERATOR, { address, role }, at);
  site.staff.set(role, account);
  if (!isShown || BY_GUESTS.includes(role)) return;
  const label = { fr: `${name} – ${sayRole(role, "fr")}`, en: `${name} – ${sayRole(role, "en")}` };
  shown.push({ school, account, label, group: "office", place: -1 });
}

type Appointed = { readonly account: string; readonly address: string; readonly role: Role };

/** A role of the State: offered by the director, confirmed by the operator, accepted by its holder. */
async function appoint(site: Site, { account, address, role }: Appointed, at: Date): Promise<void> {
  await doing(site, giveRole, { ...staffOf(site, "director"), authenticatedAt: at } as Actor, { address, role }, at);
  const seen = await view(atMoment(site, at), seeOffers, request(OPERATOR, site.school, {}));
  const offer = seen.kind === "found" && seen.value.offers.find((one) => one.account === account && one.role === role);
  if (!offer) throw new Error(`${role} was not offered in the demonstration`);
  await doing(site, confirmRole, OPERATOR, { id: offer.id }, at);
  const own = { kind: "account", account, session: NOBODY, roles: [], authenticatedAt: at } as const;
  await doing(site, acceptRole, own, { id: offer.id }, at);
}

/** Two external interviewers: one with a valid invitation, one whose invitation was revoked. */
async function inviteInterviewers(site: Site, own: Chance): Promise<void> {
  const { world, school, today } = site;
  const { guestDays } = world.access?.(school) ?? {};
  if (guestDays === undefined) return;
  const at = before(site, 2);
  const account = site.staff.get("head-of-training")!;
  const head = { kind: "account", account, session: NOBODY, roles: ["head-of-training"], authenticatedAt: at } as const;
  for (const which of [1, 2]) {
    const name = nameOfStaff(site, ROLES.length + which, own);
    const address = `${slug(name)}.${school}@demonstration.invalid`;
    const until = addDays(today, Math.max(0, Math.min(30, guestDays) - 3));
    const asked = { name, address, language: "fr", roles: ["interviewer"], until };
    const { guest } = await doing<{ guest: string }>(site, inviteGuest, head, asked, at);
    if (which === 2) await doing(site, revokeGuest, head, { id: guest }, before(site, 1));
  }
}

async function openTheIntake(site: Site): Promise<Pick<OpenSite, "intake" | "pieces">> {
  const { law, today, school } = site;
  const head = staffOf(site, "head-of-training");
  const at = before(site, OPENED + 1);
  const opens = addDays(today, -OPENED);
  const closes = { day: addDays(today, -CLOSED), time: "23:59" };
  const entryOn = onMonday(addDays(today, 290));
  const year = entryOn.slice(0, 4);
  const { id } = await doing<{ id: string }>(site, prepareIntake, head, { diploma: law.diploma.diploma }, at);
  const seen = await view(atMoment(site, at), seeIntake, request(head, school, { id }));
  if (seen.kind !== "found") throw new Error("The intake of the demonstration cannot be seen");
  const settings = {
    ...seen.value.intake.settings,
    label: { fr: `Rentrée ${year}`, en: `${year} intake` },
    opens: { day: opens, time: "09:00" },
    closes,
    entryOn,
    decidesBy: addDays(today, CLOSES + 60),
    places: 24,
    admissionValidity: { months: 0 },
    waitingList: { kind: "ranked" as const, most: 10 },
    appeal: {
      fr: "Écrivez à la direction de l’école, en disant pourquoi. Elle vous répond par écrit.",
      en: "Write to the head of the school, and say why. The answer comes in writing.",
    },
  };
  const { version } = await doing<{ version: number }>(site, saveIntake, head, { id, version: 1, settings }, at);
  const opened = await doing<{ version: number }>(site, openIntake, head, { id, version }, at);
  const closesAt = endsAt(closes, site.world.zone(school))!;
  return { intake: { id, version: opened.version, closesAt }, pieces: settings.pieces };
}

/** The prolongation, two days after the closing: dossiers in between stay late until the school accepts them. */
async function prolong(site: OpenSite): Promise<void> {
  const { id, version } = site.intake;
  const closes = { day: addDays(site.today, CLOSES), time: "23:59" };
  const reason = "Il reste des places : la clôture est repoussée.";
  const change = { id, version, reason, closes };
  await doing(site, changeIntake, staffOf(site, "head-of-training"), change, before(site, PROLONGED));
}

/** Files of several lengths, stored once a school and shared by all dossiers. */
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

/** Random numbers from the dossier’s number alone, so that parallel work changes nothing. */
function ownOf({ seed }: Site, number: number): Chance {
  return chance(seed + 7919 * (number + 1));
}

/** One candidate's whole life so far, in one transaction: half a dossier would be useless. */
async function makeDossier(site: OpenSite, number: number): Promise<void> {
  const { world, school, law, today, shown } = site;
  const own = ownOf(site, number);
  const life = lifeAt(own, number);
  const invented = inventPerson(own, number + 1, law, today, site.seed);
  // Mails to a few bounce, among them to the first with a complement asked for.
  const unreachable = life === "complement" && (number < LIVES.length || own.happens(0.1));
  const address = `${school}.${unreachable ? invented.address.replace(/@.*/, `@${UNREACHABLE}`) : invented.address}`;
  const person = { ...invented, address };
  const begun = beginningOf(site, life, own);
  const language = own.happens(0.95) ? "fr" : "en";
  const { name } = person;
  const profile = { address, name, language };
  // An applicant on paper or by telephone has no account.
  const { account } = isByHand(life)
    ? { account: NOBODY }
    : await doing<{ account: string }>(site, makeDemoAccount, OPERATOR, profile, begun);
  await performTogether(world, school, (tx) => live(tx, site, { number, account, person, life, begun, own, language }));
  if (number >= LIVES.length || shown.length === 0 || isByHand(life)) return;
  const { said } = LIVES[number]!;
  const label = { fr: `${name} – ${said.fr}`, en: `${name} – ${said.en}` };
  shown.push({ school, account, label, group: "application", place: number });
}

/** The people as whom a visitor may enter: the staff, and the first candidate of each kind. */
async function show(site: OpenSite): Promise<void> {
  const shown = site.shown.toSorted((one, other) => one.place - other.place).map(({ place: _place, ...rest }) => rest);
  if (shown.length > 0) await doing(site, showDemoPeople, OPERATOR, { shown }, site.now);
}

/** The first Monday on or after a day, as courses begin on weekdays. */
function onMonday(day: Day): Day {
  // Day 0 was a Thursday.
  return addDays(day, (11 - (dayNumber(day) % 7)) % 7);
}
