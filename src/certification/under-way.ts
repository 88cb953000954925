/** The exams and juries of some days: all for those who see the certification, and those where an examiner is expected. */
import { type RawBuilder, sql } from "kysely";
import type { Happening, UnderWay } from "../act/under-way.ts";
import { actorName } from "../act/permissions.ts";
import { roomNames } from "../agenda/rooms.ts";
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import { plural } from "../kit/lang.ts";
import { sessionsLetInto } from "./let-in.ts";
import { places } from "./pages/places.ts";

export const certificationUnderWay: readonly UnderWay[] = [
  {
    may: "see the certification",
    async read({ tx, zone, actor }, days) {
      const among = await sessionsLetInto(tx, actor);
      const within = among ? sql<boolean>`s.id = any(${[...among]}::uuid[])` : sql<boolean>`true`;
      // Sessions are few and have an index by day; their groups and juries have one by session.
      const sessions = sql<boolean>`s.until_day >= ${days.from}::date and ${within}`;
      return [
        ...(await groups(tx, zone, sql`${sessions} and g.held_on between ${days.from}::date and ${days.until}::date`)),
        ...(await juries(tx, sql`${sessions} and j.on_day between ${days.from}::date and ${days.until}::date`)),
      ];
    },
  },
  {
    may: "examine",
    own: true,
    async read({ tx, zone, actor }, days) {
      const me = sql`(select p.id from exam_person p where ${actorName(actor)} in (select jsonb_array_elements_text(p.actors)))`;
      return [
        ...(await groups(
          tx,
          zone,
          sql`s.until_day >= ${days.from}::date and g.held_on between ${days.from}::date and ${days.until}::date and exists (
            select from exam_examiner x where x.exam_group = g.id and x.person in ${me} and x.left_at is null)`,
        )),
        ...(await juries(
          tx,
          sql`s.until_day >= ${days.from}::date and j.on_day between ${days.from}::date and ${days.until}::date and exists (
            select from exam_designation d where d.session = j.session and d.person in ${me} and d.exam is null)`,
        )),
      ];
    },
  },
];

type Held = {
  readonly id: string;
  readonly exam: string;
  readonly name: string;
  readonly session: string;
  readonly room: string | null;
  readonly on: Day;
  readonly from: string;
  readonly until: string;
  readonly count: number;
};

async function groups(tx: Tx, zone: string, which: RawBuilder<boolean>): Promise<Happening[]> {
  const { rows } = await sql<Held>`
    select g.id, g.exam, g.name, s.name as session, g.room, to_char(g.held_on, 'YYYY-MM-DD') as on,
      to_char(g.from_at at time zone ${zone}, 'HH24:MI') as from, to_char(g.until_at at time zone ${zone}, 'HH24:MI') as until,
      (select count(*) from exam_sitting t where t.exam_group = g.id and t.released_at is null)::integer as count
    from exam_session s join exam_group g on g.session = s.id where ${which} and g.cancelled_at is null`.execute(tx);
  const rooms = rows.length > 0 ? await roomNames(tx) : new Map<string, string>();
  return rows.map(({ id, exam, name, session, room, on, from, until, count }) => ({
    chain: `exam-group:${id}`,
    on,
    from,
    until,
    what: {
      fr: `${exam}, ${name}, ${count} ${plural(count, "candidat", "candidats", "fr")}`,
      en: `${exam}, ${name}, ${count} ${plural(count, "candidate", "candidates", "en")}`,
    },
    room: room === null ? null : (rooms.get(room) ?? null),
    who: session,
    to: places.group.to({ group: id }),
  }));
}

async function juries(tx: Tx, which: RawBuilder<boolean>): Promise<Happening[]> {
  const { rows } = await sql<{ id: string; on: Day; place: string; session: string }>`
    select j.id, to_char(j.on_day, 'YYYY-MM-DD') as on, j.place, s.name as session
    from exam_session s join jury j on j.session = s.id where ${which}`.execute(tx);
  return rows.map(({ id, on, place, session }) => ({
    chain: `jury:${id}`,
    on,
    from: null,
    until: null,
    // The hour of a jury is arranged outside this service.
    what: { fr: `Jury : ${session}`, en: `Jury: ${session}` },
    room: place === "" ? null : place,
    who: session,
    to: places.jury.to({ jury: id }),
  }));
}
