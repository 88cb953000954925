/** The interviews of some days: a day as a whole for the office, each interview for those who hold it. */
import { sql } from "kysely";
import type { UnderWay } from "../act/under-way.ts";
import { actorName } from "../act/permissions.ts";
import { roomNames } from "../agenda/rooms.ts";
import type { Day } from "../kit/day.ts";
import { plural } from "../kit/lang.ts";
import { grid, oneDay } from "./pages/routes.ts";

type Times = { readonly id: string; readonly on: Day; readonly from: string; readonly until: string };

export const interviewsUnderWay: readonly UnderWay[] = [
  {
    may: "see the interviews",
    async read({ tx, zone }, days) {
      // By intake, of which there are few, since its days have an index by day.
      const { rows } = await sql<Times & { count: number; rooms: string[] }>`
        select d.id, to_char(d.on_day, 'YYYY-MM-DD') as on, count(*)::integer as count, json_agg(distinct i.room) as rooms,
          to_char(min(i.begins_at) at time zone ${zone}, 'HH24:MI') as from,
          to_char(max(i.ends_at) at time zone ${zone}, 'HH24:MI') as until
        from intake n join interview_day d on d.intake = n.id join interview i on i.day = d.id and i.state not in ('missed', 'postponed', 'cancelled')
        where d.on_day between ${days.from}::date and ${days.until}::date and d.cancelled_at is null
        group by d.id, d.on_day`.execute(tx);
      const names = rows.length > 0 ? await roomNames(tx) : new Map<string, string>();
      return rows.map(({ id, on, from, until, count, rooms }) => ({
        chain: `interview-day:${id}`,
        on,
        from,
        until,
        what: {
          fr: `${count} ${plural(count, "entretien", "entretiens", "fr")}`,
          en: `${count} ${plural(count, "interview", "interviews", "en")}`,
        },
        room: rooms.flatMap((room) => names.get(room) ?? []).join(", "),
        who: null,
        to: oneDay.to({ day: id }),
      }));
    },
  },
  {
    may: "hold interviews",
    own: true,
    async read({ tx, zone, actor }, days) {
      const { rows } = await sql<Times & { name: string; room: string; moved: number }>`
        select i.id, i.sequence as moved, to_char(i.begins_at at time zone ${zone}, 'YYYY-MM-DD') as on, coalesce(s.name, '–') as name, i.room,
          to_char(i.begins_at at time zone ${zone}, 'HH24:MI') as from, to_char(i.ends_at at time zone ${zone}, 'HH24:MI') as until
        from interview_examiner e join interview i on i.id = e.interview join interview_day d on d.id = i.day
          join dossier_state s on s.id = i.dossier
        where e.who = ${actorName(actor)} and d.on_day between ${days.from}::date and ${days.until}::date
          and i.state not in ('placed', 'missed', 'postponed', 'cancelled')`.execute(tx);
      const names = rows.length > 0 ? await roomNames(tx) : new Map<string, string>();
      return rows.map(({ id, name, room, ...times }) => ({
        ...times,
        chain: `interview:${id}`,
        what: { fr: "Entretien à mener", en: "Interview to hold" },
        room: names.get(room) ?? null,
        who: name,
        to: grid.to({ interview: id }),
      }));
    },
  },
];
