/** The SQL of reminders: who has something to be reminded of, of what, and up to which day they were. */
import { type RawBuilder, sql } from "kysely";
import { change, dropping, keeping } from "../../act/keep.ts";
import type { Tx } from "../../db/school.ts";
import { addDays, addMonths, type Day } from "../../kit/day.ts";
import type { Waiting } from "../store.ts";
import type { Moments } from "../rules/moments.ts";

/** Days of a downtime that are made up for, in one mail. */
const CAUGHT_UP_DAYS = 7;
/** The last days of months of 31 are the same day, some months before or after, as the last of a shorter one. */
const CUT_DAYS = 3;

type Asked = { readonly moments: Moments; readonly on: Day };

/** Each with the days of rows that have reached it: subtracted within the statement, they would go by no index under row security. */
function momentsIn({ keys, diplomas, months, days }: Moments, on: Day): RawBuilder<unknown> {
  const around = (to: Day, cut: number) => ({ to: addDays(to, cut), after: addDays(to, -CAUGHT_UP_DAYS - cut) });
  const spans = days.map((count, at) =>
    months[at] === 0 ? around(addDays(on, -count), 0) : around(addMonths(on, -months[at]!), CUT_DAYS),
  );
  const [after, to] = [spans.map((span) => span.after), spans.map((span) => span.to)];
  return sql`unnest(${keys}::text[], ${diplomas}::text[], ${months}::integer[], ${days}::integer[], ${after}::date[], ${to}::date[])
    as m (key, diploma, months, days, after_day, to_day)`;
}

/** The day that a row's moments are counted from, as its index has it: `coalesce` would go by none either. */
const DAY = sql.raw("case when w.due_on is null then w.from_on else w.due_on end");

/** The day of a moment. */
const MOMENT = sql.raw("((coalesce(w.due_on, w.from_on) + make_interval(months => m.months))::date + m.days)");

/** Of a row `w` and a moment `m`: reached by the day, since the due day was set, and not before the row is visible. */
const reachedBy = (on: Day): RawBuilder<boolean> => sql`
  w.key = m.key and ${DAY} <= m.to_day and ${DAY} > m.after_day
  and (m.diploma = '' or w.facts ->> 'diploma' = m.diploma)
  and ${MOMENT} <= ${on}::date and ${MOMENT} > w.dated_on and ${MOMENT} >= w.from_on
  and w.from_on <= ${on}::date and w.until_on > ${on}::date`;

/** Rows with each moment that they have reached. `offset 0`: each moment goes by the index, where a join would read every row that waits. */
const reached = ({ moments, on }: Asked): RawBuilder<unknown> =>
  sql`${momentsIn(moments, on)} cross join lateral (select * from waiting w where ${reachedBy(on)} offset 0) w`;

export type ToRemind = { readonly who: string; readonly on: Day };

/** Accounts and guests with something of their own to be reminded of, the oldest first. */
export async function ownToRemind(
  tx: Tx,
  { moments, on, limit }: Asked & { readonly limit: number },
): Promise<ToRemind[]> {
  const { rows } = await sql<ToRemind>`
    select w.who, to_char(max(${MOMENT}), 'YYYY-MM-DD') as "on"
    from ${reached({ moments, on })} left join reminded k on k.who = w.who
    where w.who not like 'may:%' and (k.on_day is null or ${MOMENT} > k.on_day)
    group by w.who order by "on", w.who limit ${limit}`.execute(tx);
  return rows;
}

/** Permissions for which something waits to be reminded of; and absent accounts, of what their stand-ins may do (`keys`). */
export async function sharedToRemind(
  tx: Tx,
  { moments, on, absent, keys }: Asked & { readonly absent: readonly string[]; readonly keys: readonly string[] },
): Promise<ToRemind[]> {
  const { rows } = await sql<ToRemind>`
    select w.who, to_char(max(${MOMENT}), 'YYYY-MM-DD') as "on"
    from ${reached({ moments, on })}
    where w.who like 'may:%' or (w.who = any(${absent}::text[]) and w.key = any(${keys}::text[]))
    group by w.who order by w.who`.execute(tx);
  return rows;
}

/** Up to which day each of these was reminded. */
export async function remindedUntil(tx: Tx, who: readonly string[]): Promise<ReadonlyMap<string, Day>> {
  const { rows } = await sql<ToRemind>`
    select who, to_char(on_day, 'YYYY-MM-DD') as "on" from reminded where who = any(${who}::text[])`.execute(tx);
  return new Map(rows.map((row) => [row.who, row.on]));
}

/** False where another calendar has reminded them meanwhile, for the first time: until then no chain is there to be locked. */
export async function keepReminded(tx: Tx, id: string, { who, on }: ToRemind): Promise<boolean> {
  if (await change(tx, "reminded", id, { on_day: on })) return true;
  const insert = tx.insertInto("reminded").values({ id, who, on_day: on });
  const onlyFirst = insert.onConflict((conflict) => conflict.doNothing());
  return (await keeping(tx, "reminded", onlyFirst)).length > 0;
}

export async function dropReminded(tx: Tx, id: string): Promise<void> {
  await dropping(tx, "reminded", tx.deleteFrom("reminded").where("id", "=", id));
}

export type Reminded = Waiting & {
  /** Of its key, with those that are left out, and the earliest of their days: due, or of who is due by none the first. */
  readonly count: number;
  readonly earliest: Day;
};

type Reader = Asked & {
  readonly me: string;
  readonly after: Day | undefined;
  /** The reader and the absent for whom they stand in: each line whose day has come. */
  readonly own: readonly string[];
  /** Of the absent, these only. */
  readonly keys: readonly string[];
  /** Everything of a key of which a line’s day has come, so that it is summed. */
  readonly shared: readonly string[];
  readonly things: readonly string[] | null;
  /** The most of a key. */
  readonly most: number;
};

/** What a reader is reminded of: the earliest due first. */
export async function linesToRemind(tx: Tx, asked: Reader): Promise<Reminded[]> {
  const { moments, on, me, after = null, own, keys, shared, things, most } = asked;
  const come = sql`exists (
    select from ${momentsIn(moments, on)}
    where ${reachedBy(on)} and (${after}::date is null or ${MOMENT} > ${after}::date))`;
  const { rows } = await sql<Reminded>`
    with visible as (
      select w.*, ${come} as come from waiting w
      where w.who = any(${[...own, ...shared]}::text[]) and w.key = any(${moments.keys}::text[])
        and w.from_on <= ${on}::date and w.until_on > ${on}::date
        and coalesce(w.put_off_until, ${on}::date) <= ${on}::date and (w.given_to is null or ${me} in (w.given_to, w.who))
        and (w.who = ${me} or w.who like 'may:%' or w.key = any(${keys}::text[]))
        and (w.who not like 'may:%' or (w.person is distinct from ${me} and ${me} <> all(w.except_for)
          and (${things}::text[] is null or w.within && ${things}::text[])))
    ), asked as (
      select distinct on (v.chain, v.key, v.part) v.* from visible v
      where v.come or (v.who like 'may:%' and exists (
        select from visible o where o.key = v.key and o.who = v.who and o.come))
      order by v.chain, v.key, v.part, v.who
    ), counted as (
      select a.*, count(*) over (partition by a.key)::integer as count, min(case when a.due_on is null then a.from_on else a.due_on end) over (partition by a.key) as earliest,
        row_number() over (partition by a.key order by a.due_on, a.from_on, a.chain, a.part) as place
      from asked a
    )
    select id, chain, key, part, who, person, to_char(from_on, 'YYYY-MM-DD') as "fromOn", to_char(due_on, 'YYYY-MM-DD') as "dueOn", facts,
      to_char(put_off_until, 'YYYY-MM-DD') as "putOffUntil", given_to as "givenTo", to_char(reminded_on, 'YYYY-MM-DD') as "remindedOn", count, to_char(earliest, 'YYYY-MM-DD') as earliest
    from counted where place <= ${most}
    order by due_on, from_on, chain, key, part`.execute(tx);
  return rows;
}
