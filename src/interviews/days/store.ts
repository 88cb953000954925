/** The SQL of interview days. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import { change, dropping, keep } from "../../act/keep.ts";
import type { Day } from "../../kit/day.ts";
import { json } from "../../kit/sql.ts";
import type { DaySettings, Draft } from "../rules/day.ts";

export type InterviewDay = {
  readonly id: string;
  readonly intake: string;
  readonly onDay: Day;
  readonly settings: DaySettings;
  readonly draft: Draft | null;
  readonly version: number;
  readonly cancelledAt: Date | null;
};

const DAY = sql`id, intake, to_char(on_day, 'YYYY-MM-DD') as "onDay", settings, draft, version,
  cancelled_at as "cancelledAt"`;

export async function insertDay(
  tx: Tx,
  day: Pick<InterviewDay, "id" | "intake" | "onDay" | "settings"> & { readonly by: string; readonly at: Date },
): Promise<void> {
  const { id, intake, onDay, settings, by, at } = day;
  const row = { id, intake, on_day: onDay, settings: json(settings), version: 1, opened_by: by, opened_at: at };
  await keep(tx, "interview_day", row);
}

type DayChange = Partial<{
  readonly on_day: Day;
  readonly settings: ReturnType<typeof json>;
  readonly draft: ReturnType<typeof json> | null;
  readonly version: number;
  readonly cancelled_at: Date;
}>;

export async function updateDay(tx: Tx, id: string, values: DayChange): Promise<void> {
  await change(tx, "interview_day", id, values);
}

export async function findDay(tx: Tx, id: string): Promise<InterviewDay | undefined> {
  return (await sql<InterviewDay>`select ${DAY} from interview_day where id = ${id}::uuid`.execute(tx)).rows[0];
}

export type AfterDay = { readonly on: Day; readonly day: string };

/** An intake's days, latest first, with the candidates placed and those still to convoke. */
export async function daysOf(tx: Tx, intake: string, after: AfterDay | undefined, limit: number) {
  const from = after ? sql`(on_day, id) < (${after.on}::date, ${after.day}::uuid)` : sql`true`;
  const { rows } = await sql<
    Pick<InterviewDay, "id" | "onDay" | "cancelledAt"> & { readonly placed: number; readonly toTell: number }
  >`
    select day.id, day."onDay", day."cancelledAt", held.placed, held."toTell"
    from (
        select ${DAY} from interview_day where intake = ${intake}::uuid and ${from}
        order by on_day desc, id desc limit ${limit}
      ) day cross join lateral (
        select count(*) filter (where i.state not in ('missed', 'postponed', 'cancelled'))::integer as placed,
          count(*) filter (where i.state = 'placed')::integer as "toTell"
        from interview i where i.day = day.id
      ) held
    order by day."onDay" desc, day.id desc`.execute(tx);
  return rows;
}

/** Days without interviews left, of intakes that closed before a day. */
export async function daysClosedBefore(tx: Tx, before: Day, limit: number): Promise<{ id: string; closed: Day }[]> {
  const { rows } = await sql<{ id: string; closed: Day }>`
    select y.id, t.closes_at::date::text as closed from interview_day y join intake t on t.id = y.intake
    where t.closes_at < ${before}::date and not exists (select from interview i where i.day = y.id)
    order by t.closes_at, y.id limit ${limit}`.execute(tx);
  return rows;
}

export async function deleteDay(tx: Tx, id: string): Promise<void> {
  await dropping(tx, "interview_day", tx.deleteFrom("interview_day").where("id", "=", id));
}
