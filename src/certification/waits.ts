/** What waits in certification: on a session, on its juries, and on a trainee after them. */
import { sql } from "kysely";
import type { Called, Waits } from "../act/waiting.ts";
import type { Day } from "../kit/day.ts";
import { sayDay } from "../kit/lang.ts";
import { afterWaits } from "./after/waits.ts";
import { sessionWaits } from "./exams/waits.ts";
import { juryWaits } from "./juries/waits.ts";

export const certificationWaits: readonly Waits[] = [sessionWaits, juryWaits, afterWaits];

export const sessionsCalled: Called = async ({ tx }, ids) => {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from exam_session where id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
};

/** By its session and its day. */
export const juriesCalled: Called = async ({ tx }, ids) => {
  const { rows } = await sql<{ id: string; name: string; on: Day }>`
    select j.id, s.name, to_char(j.on_day, 'YYYY-MM-DD') as on from jury j join exam_session s on s.id = j.session
    where j.id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Map(
    rows.map(({ id, name, on }) => [
      id,
      { fr: `${name}, jury du ${sayDay(on, "fr")}`, en: `${name}, jury of ${sayDay(on, "en")}` },
    ]),
  );
};
