/** Invented sessions of certification for tests: people in training, a register, a jury that is complete, guests and all. */
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { type Actor, perform, view } from "../act/act.ts";
import type { GuestRole } from "../act/permissions.ts";
import { type Deriving, deriveWaiting } from "../act/waiting.ts";
import type { World } from "../act/world.ts";
import { addRoom } from "../agenda/acts.ts";
import { openExamSession, presentCandidate } from "../certification/acts.ts";
import { publishResults } from "../certification/after/acts.ts";
import { arrangeGroup } from "../certification/exams/acts.ts";
import { agreeMark, finishMarking, giveMarks, noteDirector } from "../certification/exams/marks-acts.ts";
import { seeGroup } from "../certification/exams/views.ts";
import { adoptProposals, closeJury, notePresence, notePresiding, openJury } from "../certification/juries/acts.ts";
import { seeJury } from "../certification/juries/views.ts";
import { designate, enterExamPerson, enterOrder } from "../certification/register/acts.ts";
import { sentences } from "../certification/sentences.ts";
import { myResults } from "../certification/views.ts";
import { withSchool } from "../db/school.ts";
import { sayFinding } from "../law/finding.ts";
import { addDays } from "../kit/day.ts";
import { nameWorkDirector } from "../training/works/acts.ts";
import { formStudyGroup } from "../training/study/group-acts.ts";
import { acceptStudy, enterStudy } from "../training/study/proposal-acts.ts";
import { hashSecret } from "../kit/secret.ts";
import { dayIn } from "../kit/zone.ts";
import { type AccountActor, deed, freshly, giveRoles, type Invented, makeAccount } from "./people.ts";
import { testWorldOf } from "./server.ts";

export const SCHOOL = "faire-ess";
const DIPLOMA = "deis";
const VERSION = "2006";

/** Somebody of the school, with a role. */
export async function employed(world: World, name: string, role: Parameters<typeof giveRoles>[2][number]) {
  const who = await makeAccount(world, { name, address: `${name.toLowerCase().replaceAll(" ", ".")}@exemple.fr` });
  await giveRoles(world, who, [role]);
  return who;
}

export type Trainee = Invented & { readonly enrolment: string };

export async function trainee(world: World, name: string): Promise<Trainee> {
  const who = await makeAccount(world, { name, address: `${name.toLowerCase().replaceAll(" ", ".")}@exemple.fr` });
  return enrolledAs(world, who);
}

/** Rows of training as enrolling leaves them; in the one cohort there is, where none is named. */
export async function enrolledAs(world: World, who: Invented, name = who.name, cohort?: string): Promise<Trainee> {
  const enrolment = randomUUID();
  await withSchool(world.db, SCHOOL, async (tx) => {
    const at = world.now();
    const of = cohort ?? (await aCohort(tx, at));
    await sql`insert into enrolment (id, dossier, account, cohort, name, contract_on, given_on, enrolled_by, enrolled_at)
      values (${enrolment}::uuid, ${randomUUID()}::uuid, ${who.account}::uuid, ${of}::uuid, ${name},
        '2027-09-01', '2027-08-01', 'operator', ${at})`.execute(tx);
    await sql`insert into audit_chain (chain, seq, hash, salt)
      values (${`enrolment:${enrolment}`}, 0, ${Buffer.alloc(32)}, ${Buffer.alloc(16)})`.execute(tx);
    const { waits } = world;
    const law: Deriving["law"] = (diploma, which) => world.law(SCHOOL, diploma, which);
    const given = { tx, establishment: SCHOOL, zone: world.zone(SCHOOL), law, today: dayIn(at, world.zone(SCHOOL)) };
    await deriveWaiting(given, waits, [`enrolment:${enrolment}`]);
  });
  return { ...who, name, enrolment };
}

/** As who applied on paper and never made an account: written to at the address of a dossier. */
export async function withoutAccount(world: World, who: Trainee): Promise<void> {
  const [dossier, intake] = [randomUUID(), randomUUID()];
  await withSchool(world.db, SCHOOL, async (tx) => {
    await sql`insert into dossier (id, intake, number, entered, language, started_at, address)
      values (${dossier}::uuid, ${intake}::uuid, ${`P-${who.name}`}, 'paper', 'fr', ${world.now()}, ${who.address})`.execute(
      tx,
    );
    await tx.updateTable("enrolment").set({ account: null, dossier }).where("id", "=", who.enrolment).execute();
  });
}

/** A cohort of these days. */
export async function aCohortOf(
  world: World,
  { name, startsOn, endsOn }: { readonly name: string; readonly startsOn: string; readonly endsOn: string },
): Promise<string> {
  const id = randomUUID();
  await withSchool(world.db, SCHOOL, (tx) =>
    sql`insert into cohort (id, diploma, law_version, name, starts_on, ends_on, maquette, basis, opened_by, opened_at)
      values (${id}::uuid, ${DIPLOMA}, ${VERSION}, ${name}, ${startsOn}, ${endsOn}, '{}', '{}', 'operator', ${world.now()})`.execute(
      tx,
    ),
  );
  return id;
}

async function aCohort(tx: Parameters<Parameters<typeof withSchool>[2]>[0], at: Date): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from cohort where diploma = ${DIPLOMA} limit 1`.execute(tx);
  if (rows[0]) return rows[0].id;
  const id = randomUUID();
  await sql`insert into cohort (id, diploma, law_version, name, starts_on, ends_on, maquette, basis, opened_by, opened_at)
    values (${id}::uuid, ${DIPLOMA}, ${VERSION}, 'Promotion 2027', '2027-09-06', '2030-06-30', '{}', '{}', 'operator', ${at})`.execute(
    tx,
  );
  return id;
}

/** A guest, as the code of their invitation lets them in now. */
async function guest(world: World, name: string, role: GuestRole, tag: string) {
  const id = randomUUID();
  const address = `${name.toLowerCase().replaceAll(" ", ".")}-${role}${tag}@exemple.fr`;
  await withSchool(world.db, SCHOOL, (tx) =>
    sql`insert into guest (id, name, address, address_key, language, roles, invited_by, invited_at, until, link_hash)
      values (${id}::uuid, ${name}, ${address}, ${address}, 'fr', array[${role}], 'operator', ${world.now()}, '2199-12-31', ${Buffer.from(id)})`.execute(
      tx,
    ),
  );
  return { id, name, role, actor: `guest:${id}` };
}
type Guest = Awaited<ReturnType<typeof guest>>;

/** What the browser of a guest holds who has just come in. */
export async function guestToken(world: World, { id }: { readonly id: string }): Promise<string> {
  const token = `guest-${randomUUID()}`;
  const until = new Date(world.now().getTime() + 3_600_000);
  await withSchool(world.db, SCHOOL, (tx) =>
    sql`insert into guest_session (id, guest, token_hash, device, opened_at, expires_at)
      values (${randomUUID()}::uuid, ${id}::uuid, ${hashSecret(token)}, '', ${world.now()}, ${until})`.execute(tx),
  );
  return token;
}

/** Whoever has just typed the code; `minutes` before. */
export function cameIn(world: World, { id, role }: Guest, minutes = 0): Extract<Actor, { kind: "guest" }> {
  const authenticatedAt = new Date(world.now().getTime() - minutes * 60_000);
  return { kind: "guest", guest: id, session: randomUUID(), roles: [role], authenticatedAt };
}

type Member = { readonly name: string; readonly college: string; readonly seat?: string; readonly side?: string };
/** One of each college and seat, and as many on each side: of seven, two professionals are more than a quarter. */
const WHOLE_JURY: readonly Member[] = [
  { name: "Paule Préside", college: "presidency", seat: "regional-director" },
  { name: "René Recteur", college: "presidency", seat: "rector" },
  { name: "Fanny Formatrice", college: "teachers" },
  { name: "Pierre Public", college: "public-bodies" },
  { name: "Elsa Employeur", college: "professionals", side: "employer" },
  { name: "Saïd Salarié", college: "professionals", side: "employee" },
];

type Registered = { readonly id: string; readonly guest: Guest };

/** In the register, each as a guest for what they come for. */
async function registered(
  world: World,
  secretary: Actor,
  { name, ...of }: Partial<Member> & { readonly name: string },
  role: GuestRole,
  tag: string,
): Promise<Registered> {
  const one = await guest(world, name, role, tag);
  const { person } = await deed(world, enterExamPerson, secretary, {
    diploma: DIPLOMA,
    name,
    actors: [one.actor],
    ...of,
  });
  return { id: person, guest: one };
}

export type Held = {
  readonly session: string;
  readonly secretary: () => Promise<AccountActor>;
  readonly members: readonly Registered[];
  readonly examiners: readonly Registered[];
  readonly director: Registered;
  readonly entries: ReadonlyMap<string, string>;
  /** By the name of each, whose work may be directed. */
  readonly enrolments: ReadonlyMap<string, string>;
};

/** A session with its jury appointed and its examiners designated; who is presented is presented to all that they have to sit. */
export async function aSession(
  world: World,
  {
    secretary: who,
    trainees,
    name = "Session de juin 2030",
    appointed = WHOLE_JURY,
    tag = "",
  }: {
    readonly secretary: Invented;
    readonly trainees: readonly Trainee[];
    readonly name?: string;
    readonly appointed?: readonly Member[];
    /** In the addresses of those who come, where there are several sessions. */
    readonly tag?: string;
  },
): Promise<Held> {
  const secretary = () => freshly(world, who);
  const by = await secretary();
  const days = (count: number) => addDays(dayIn(world.now(), world.zone(SCHOOL)), count);
  const { session } = await deed(world, openExamSession, by, {
    diploma: DIPLOMA,
    name,
    from: days(22),
    until: days(47),
    receivesBy: days(3),
  });
  const members: Registered[] = [];
  for (const one of appointed) members.push(await registered(world, by, one, "jury-member", tag));
  const examiners: Registered[] = [];
  for (const one of ["Agnès Autorité", "Albert Autorité", "Emma École"])
    examiners.push(await registered(world, by, { name: one }, "examiner", tag));
  const director = await registered(world, by, { name: "Denis Directeur" }, "memoire-director", tag);
  const order = { session, number: "2030-117", signedOn: days(-10), persons: members.map(({ id }) => id) };
  await deed(world, enterOrder, by, order);
  const ids = examiners.map(({ id }) => id);
  const on = days(-2);
  await deed(world, designate, by, { session, exam: "DF2", by: "authority", on, persons: ids.slice(0, 2) });
  await deed(world, designate, by, { session, exam: "DF2", by: "establishment", on, persons: ids.slice(2) });
  await deed(world, designate, by, { session, exam: "DF3", by: "authority", on, persons: ids.slice(0, 1) });
  await deed(world, designate, by, { session, exam: "DF3", by: "establishment", on, persons: ids.slice(2) });
  const entries = new Map<string, string>();
  for (const { enrolment, name: called } of trainees) {
    const { entry } = await deed(world, presentCandidate, by, { session, enrolment });
    entries.set(called, entry);
  }
  const enrolments = new Map(trainees.map(({ name: called, enrolment }) => [called, enrolment]));
  return { session, secretary, members, examiners, director, entries, enrolments };
}

/** A room that nothing else takes, added by an officer. */
export async function aRoom(world: World, name: string): Promise<string> {
  const [account, authenticatedAt] = [randomUUID(), world.now()];
  const officer: Actor = { kind: "account", account, session: account, roles: ["admission-officer"], authenticatedAt };
  return (await deed(world, addRoom, officer, { name, seats: 200, site: "" })).room;
}

/** As groups of earlier releases stand, whose convocation said that the place would be told. */
export async function withoutRooms(world: World, groups: readonly string[]): Promise<void> {
  await withSchool(world.db, SCHOOL, async (tx) => {
    await tx
      .updateTable("exam_group")
      .set({ room: null })
      .where("id", "in", [...groups])
      .execute();
    const sessions = await tx
      .selectFrom("exam_group")
      .select("session")
      .where("id", "in", [...groups])
      .execute();
    const law: Deriving["law"] = (diploma, which) => world.law(SCHOOL, diploma, which);
    const zone = world.zone(SCHOOL);
    const given = { tx, establishment: SCHOOL, zone, law, today: dayIn(world.now(), zone) };
    await deriveWaiting(given, world.waits, [...new Set(sessions.map(({ session }) => `exam-session:${session}`))]);
  });
}

/** Of a group, who examines it by which side. */
export async function aGroup(
  world: World,
  held: Held,
  {
    exam,
    day = "2030-06-11",
    from = "09:00",
    until = "12:00",
    name = `${exam} A`,
    examiners,
    entries,
  }: {
    readonly exam: string;
    readonly day?: string;
    readonly from?: string;
    /** `null`: as late as the lengths of the exam ask for. */
    readonly until?: string | null;
    readonly name?: string;
    readonly examiners: readonly { readonly person: string; readonly by: string }[];
    readonly entries?: readonly string[];
  },
): Promise<string> {
  const candidates = [...(entries ?? held.entries.values())];
  const times = { day, from, ...(until !== null && { until }) };
  const room = await aRoom(world, `Salle ${name} ${day} ${from}`);
  // Tests hold several exams of a person on one day.
  const ground = "Aucun autre jour ne convenait.";
  const input = { session: held.session, exam, name, ...times, room, examiners: [...examiners], candidates, ground };
  return (await deed(world, arrangeGroup, await held.secretary(), input)).group;
}

export async function groupSeen(world: World, actor: Actor, group: string) {
  const seen = await view(world, seeGroup, { actor, establishment: SCHOOL, input: { group } });
  if (seen.kind !== "found") throw new Error(`seeGroup: ${seen.kind}`);
  return seen.value;
}

/** Marks in points, by the name of a candidate and of a component (“” where there is one). */
type Points = Readonly<Record<string, Readonly<Record<string, number | string>>>>;

/** Gives them as one examiner, who then says that they have finished. */
export async function marked(world: World, one: Registered, group: string, points: Points): Promise<void> {
  const seen = await groupSeen(world, cameIn(world, one.guest), group);
  const marks = seen.candidates.flatMap(({ name, sitting, marks: own }) =>
    Object.entries(points[name] ?? {}).map(([component, value]) => ({
      sitting,
      ...(component !== "" && { component }),
      ...(typeof value === "string" ? { missed: value } : { mark: Math.round(value * 100) }),
      seen: own.find((mark) => mark.component === component)?.seen ?? 0,
    })),
  );
  if (marks.length > 0) await deed(world, giveMarks, cameIn(world, one.guest), { group, marks });
  await finished(world, one, group);
}

export async function finished(world: World, one: Registered, group: string): Promise<void> {
  const { shown } = await groupSeen(world, cameIn(world, one.guest), group);
  await deed(world, finishMarking, cameIn(world, one.guest), { group, shown });
}

/** Written and oral of the mémoire, those of the field study, and the article: of an agreed pair, both markers’ marks and the common one. */
export type Sheet = readonly [number, number, number, number, number | readonly [number, number, number?]];

export type Examined = { readonly memoires: string; readonly reports: string; readonly articles: string };

/** Each work that is defended, by whoever runs the training: the director of the session, or another. */
export async function directed(world: World, held: Held, director: Pick<Guest, "actor"> = held.director.guest) {
  const head = await employed(world, `Hélène ${randomUUID()}`, "head-of-training");
  const by = await freshly(world, head);
  for (const enrolment of held.enrolments.values())
    await deed(world, nameWorkDirector, by, { enrolment, exam: "DF1", director: director.actor });
}

/** All three exams of everybody presented, arranged on one day, before whoever is designated. */
export async function arranged(
  world: World,
  held: Held,
  { day, tag = "A" }: { readonly day: string; readonly tag?: string },
) {
  const [a, b, c] = held.examiners;
  await directed(world, held);
  const [paule, , fanny] = held.members;
  const three = [a!, b!, c!].map(({ id }, at) => ({ person: id, by: at < 2 ? "authority" : "establishment" }));
  // Many are heard on the day before, each for as long as the référentiel says.
  const many = held.entries.size > 3;
  const group = (exam: string, from: string, until: string, examiners: readonly { person: string; by: string }[]) =>
    aGroup(world, held, {
      exam,
      day: many && exam === "DF1" ? addDays(day, -1) : day,
      from,
      until: many && exam !== "DF3" ? null : until,
      name: `${exam} ${tag}`,
      examiners,
    });
  return {
    memoires: await group(
      "DF1",
      many ? "08:00" : "09:00",
      "12:00",
      [paule!, fanny!].map(({ id }) => ({ person: id, by: "jury" })),
    ),
    reports: await group("DF2", "13:00", "15:00", three),
    articles: await group("DF3", many ? "18:00" : "16:00", many ? "19:00" : "17:00", [three[0]!, three[2]!]),
  };
}

/** The marks of all, as those who hold each exam give them; everybody says that they have finished. */
export async function allMarked(
  world: World,
  held: Held,
  groups: Examined,
  sheets: Readonly<Record<string, Sheet>>,
): Promise<void> {
  const { memoires, reports, articles } = groups;
  const [a, b, c] = held.examiners;
  const [paule, , fanny] = held.members;
  const of = (make: (one: Sheet) => Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(sheets).map(([name, one]) => [name, make(one)]));
  await marked(
    world,
    paule!,
    memoires,
    of(([written, oral]) => ({ written, oral })),
  );
  await finished(world, fanny!, memoires);
  const president = cameIn(world, paule!.guest);
  for (const { sitting } of (await groupSeen(world, president, memoires)).candidates)
    await deed(world, noteDirector, president, { group: memoires, sitting, there: true });
  await marked(
    world,
    a!,
    reports,
    of(([, , written, oral]) => ({ written, oral })),
  );
  for (const one of [b!, c!]) await finished(world, one, reports);
  const article = (at: number) => of(([, , , , both]) => ({ "": typeof both === "number" ? both : both[at]! }));
  await marked(world, a!, articles, article(0));
  await marked(world, c!, articles, article(1));
  for (const { sitting, name, agreed } of (await groupSeen(world, cameIn(world, a!.guest), articles)).candidates) {
    const both = sheets[name]?.[4];
    const common = typeof both === "object" ? both[2] : undefined;
    if (common === undefined) continue;
    const input = { group: articles, sitting, mark: Math.round(common * 100), seen: agreed?.seen ?? 0 };
    await deed(world, agreeMark, cameIn(world, a!.guest), input);
  }
}

/** The exams of the whole house are on one day, the jury sits two weeks later. */
const EXAM_DAY = "2030-06-11";
const JURY_DAY = "2030-06-25";

/**
 * A world in which a session has held its exams, on a clock that the test moves with `on`: in the evening of that day where only names are
 * given, and on the day of the jury where their marks are.
 */
export async function examined(sheets: readonly string[] | Readonly<Record<string, Sheet>>) {
  let now = new Date("2030-05-12T08:00:00Z");
  const on = (day: string, hour = "08") => void (now = new Date(`${day}T${hour}:00:00Z`));
  const { world, close } = await testWorldOf({ now: () => now });
  const secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
  const trainees: Trainee[] = [];
  for (const name of Array.isArray(sheets) ? sheets : Object.keys(sheets)) trainees.push(await trainee(world, name));
  const held = await aSession(world, { secretary, trainees });
  const groups = await arranged(world, held, { day: EXAM_DAY });
  on(EXAM_DAY, "18");
  if (!Array.isArray(sheets)) {
    await allMarked(world, held, groups, sheets as Readonly<Record<string, Sheet>>);
    on(JURY_DAY);
  }
  return { world, close, on, secretary, trainees, held, groups };
}

/** Four in training, the first three of whom are the group of a study. */
export async function studied(world: World) {
  const head = await freshly(world, await employed(world, "Ines Responsable", "head-of-training"));
  const people: Trainee[] = [];
  for (const name of ["Ada Admise", "Bo Girard", "Cy Roux", "Dan Leroy"]) people.push(await trainee(world, name));
  const cohort = await withSchool(world.db, SCHOOL, (tx) => aCohort(tx, world.now()));
  const { study } = await deed(world, enterStudy, head, {
    diploma: DIPLOMA,
    organisation: "Association de l’Exemple",
    contact: "Odile Garance",
    contactAddress: "odile@exemple.fr",
    object: "Mesurer le recours aux droits dans un quartier.",
    place: "Montpellier",
  });
  await deed(world, acceptStudy, head, { study });
  const members = people.slice(0, 3).map(({ enrolment }) => enrolment);
  const { group } = await deed(world, formStudyGroup, head, { study, cohort, name: "Groupe A", members });
  return { head, people, group };
}

export const president = (world: World, { members }: Held, minutes = 0) => cameIn(world, members[0]!.guest, minutes);

/** Opened for a day that is today; who is there, and who presides. */
export async function sits(world: World, held: Held, jury: string, present: readonly Registered[] = held.members) {
  await deed(world, notePresence, await held.secretary(), { jury, present: present.map(({ id }) => id) });
  await deed(world, notePresiding, await held.secretary(), { jury, person: held.members[0]!.id });
}

export async function opened(world: World, held: Held): Promise<string> {
  const on = dayIn(world.now(), world.zone(SCHOOL));
  return (await deed(world, openJury, await held.secretary(), { session: held.session, on })).jury;
}

/** The jury adopts what is proposed to it, as its page shows it. */
export async function adopts(world: World, held: Held, jury: string): Promise<void> {
  const { shown } = await jurySeen(world, held, jury);
  await deed(world, adoptProposals, await held.secretary(), { jury, shown });
}

/** What is sent back by who closes what they were shown. */
export const closed = async (world: World, held: Held, jury: string) => ({
  jury,
  shown: (await jurySeen(world, held, jury)).toClose,
});

/** What closing says: each finding against it, each issue, or the kind of the outcome. */
export async function closing(world: World, held: Held, jury: string, actor: Actor = president(world, held)) {
  const outcome = await perform(world, closeJury, {
    actor,
    establishment: SCHOOL,
    attempt: randomUUID(),
    input: await closed(world, held, jury),
  });
  if (outcome.kind === "refused") return outcome.findings.map((one) => sayFinding(one, sentences, "fr").reason);
  if (outcome.kind === "invalid") return outcome.issues.map(({ message }) => message("fr"));
  return [outcome.kind];
}

/** The whole of a jury that has nothing in its way: it sits, adopts, is closed, and notified on the same day. */
export async function decided(world: World, held: Held): Promise<string> {
  const jury = await opened(world, held);
  await sits(world, held, jury);
  await adopts(world, held, jury);
  await deed(world, closeJury, president(world, held), await closed(world, held, jury));
  const notifiedOn = dayIn(world.now(), world.zone(SCHOOL));
  await deed(world, publishResults, await held.secretary(), { jury, notifiedOn });
  return jury;
}

export async function resultsOf(world: World, who: Invented) {
  const actor = await freshly(world, who);
  const seen = await view(world, myResults, { actor, establishment: SCHOOL, input: {} });
  return seen.kind === "found" ? seen.value.results : [];
}

export async function jurySeen(world: World, held: Held, jury: string) {
  const seen = await view(world, seeJury, { actor: president(world, held), establishment: SCHOOL, input: { jury } });
  if (seen.kind !== "found") throw new Error(`seeJury: ${seen.kind}`);
  return seen.value;
}
