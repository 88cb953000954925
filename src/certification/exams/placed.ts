/** A group of an exam in time: its room and examiners throughout, each candidate for their own time and then for all, directors meanwhile. */
import { sql } from "kysely";
import type { Performing } from "../../act/act.ts";
import type { Occupied, Timetable } from "../../act/timetable.ts";
import { placeAll, type Placing } from "../../agenda/placing.ts";
import { roomsKnown, roomTaken } from "../../agenda/rooms.ts";
import type { Attendee } from "../../agenda/rules/placing.ts";
import type { Tx } from "../../db/school.ts";
import type { Issue } from "../../kit/schema.ts";
import { traineeKey } from "../../training/enrolled.ts";
import type { SessionWithLaw } from "../load.ts";
import type { Group, Person } from "../rules/facts.ts";
import { isHeard, lengthsOf, togetherOf } from "../rules/passing.ts";
import { directorsOf, hoursOf } from "./convoking.ts";
import { groupChain, type PassingEntry } from "./group.ts";

type Placed = {
  readonly group: Group;
  readonly examiners: readonly Person[];
  readonly passing: readonly PassingEntry[];
};

/** Places the group, or returns why not. `joins`: the one examiner who is new in a group that was placed before. */
export async function placeGroup(
  context: Performing<unknown>,
  { of, law }: SessionWithLaw,
  { group, examiners, passing }: Placed,
  { ground, joins }: { readonly ground?: string | undefined; readonly joins?: Person },
): Promise<readonly Issue[]> {
  const { tx } = context;
  const domain = law.diploma.domains.find((one) => one.domain === group.exam)!;
  const { exam } = domain;
  const enrolments = passing.map(({ entry }) => entry.enrolment);
  const before = joins ? new Set() : await satBefore(tx, enrolments, group);
  const together = togetherOf(exam, passing);
  const stays = (person?: Person) => joins !== undefined && person !== joins && ({ stays: true } as const);
  const candidates = passing.flatMap(({ entry, from, until }): Attendee[] => {
    const person = {
      taken: traineeKey(entry),
      name: entry.name,
      path: "candidates",
      ...(isHeard(exam) && { sits: true as const }),
      ...(before.has(entry.enrolment) && { again: true as const }),
      ...stays(),
    };
    return [{ ...person, from, until }, ...(together ? [{ ...person, ...together }] : [])];
  });
  const directors = directorsOf(of, domain, passing).filter(({ id }) => !examiners.some((one) => one.id === id));
  const acting = (person: Person, hours: { readonly from?: Date; readonly until?: Date }) =>
    person.actors.map((taken) => ({ taken, name: person.name, path: "examiners", ...hours, ...stays(person) }));
  const room = group.room === null ? undefined : (await roomsKnown(tx)).get(group.room);
  const needed = isHeard(exam) && !together ? 1 : passing.length;
  const placing: Placing = {
    what: groupChain(group.id),
    on: group.heldOn,
    from: group.from,
    until: group.until,
    people: [
      ...examiners.flatMap((person) => acting(person, {})),
      ...directors.flatMap((person) => acting(person, hoursOf(passing, person))),
      ...candidates,
    ],
    rooms: room
      ? [{ taken: roomTaken(room.id), name: room.name, path: "room", seats: { there: room.seats, needed } }]
      : [],
    path: "day",
    day: joins ? "stays" : "to-come",
  };
  return placeAll(context, [placing], { school: law.establishment, ground, ...(joins && { moves: true as const }) });
}

/** Of these, those who came to the exam before, in another group. */
async function satBefore(
  tx: Tx,
  enrolments: readonly string[],
  { id, exam, from }: Group,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ enrolment: string }>`
    select n.enrolment from ${SITTINGS}
    where n.enrolment = any(${[...enrolments]}::uuid[]) and g.exam = ${exam} and g.id <> ${id}::uuid
      and coalesce(t.from_at, g.from_at) < ${from}::timestamptz`.execute(tx);
  return new Set(rows.map(({ enrolment }) => enrolment));
}

const SITTINGS = sql`exam_entry n join exam_sitting t on t.entry = n.id and t.released_at is null
  join exam_group g on g.id = t.exam_group and g.cancelled_at is null`;

/** An exam that is sat again takes precedence over the lessons of those who sit it. */
export const examsPrecede: Timetable["precedes"] = async (tx, bookings) => {
  const groups = new Set(bookings.map(({ what }) => what.slice(groupChain("").length)));
  const { rows } = await sql<{ group: string; enrolment: string; account: string | null }>`
    select g.id as group, n.enrolment, e.account from ${SITTINGS} join enrolment e on e.id = n.enrolment
    where g.id = any(${[...groups]}::uuid[]) and exists (
      select from exam_entry n2 join exam_sitting t2 on t2.entry = n2.id and t2.released_at is null
        join exam_group g2 on g2.id = t2.exam_group and g2.cancelled_at is null
      where n2.enrolment = n.enrolment and g2.exam = g.exam and g2.id <> g.id
        and coalesce(t2.from_at, g2.from_at) < coalesce(t.from_at, g.from_at))`.execute(tx);
  const again = new Set(
    rows.map(({ group, ...trainee }) => keyOf({ what: groupChain(group), taken: traineeKey(trainee) })),
  );
  return bookings.filter((one) => again.has(keyOf(one)));
};

const keyOf = ({ what, taken }: Pick<Occupied, "what" | "taken">) => `${what} ${taken}`;

/** One at a time, or all where they are heard together or not at all. */
export const examsSeated: Timetable["seated"] = async ({ tx, law }, _room, whats) => {
  const prefix = groupChain("");
  const groups = whats.flatMap((what) => (what.startsWith(prefix) ? [what.slice(prefix.length)] : []));
  if (groups.length === 0) return new Map();
  const { rows } = await sql<{ group: string; exam: string; diploma: string; version: string; candidates: number }>`
    select g.id as group, g.exam, s.diploma, s.law_version as version, count(*)::integer as candidates
    from ${SITTINGS} join exam_session s on s.id = n.session
    where g.id = any(${groups}::uuid[]) group by g.id, g.exam, s.diploma, s.law_version`.execute(tx);
  return new Map(
    rows.map(({ group, exam, diploma, version, candidates }) => {
      const domain = law(diploma, { version })?.diploma.domains.find((one) => one.domain === exam);
      const apart = domain && isHeard(domain.exam) && !lengthsOf(domain.exam).together;
      return [groupChain(group), apart ? 1 : candidates];
    }),
  );
};
