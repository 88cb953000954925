/** The SQL of what waits: the rows are written by the machinery of acts (`act/waiting.ts`), and only read here. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import type { WaitingFacts } from "../act/waiting.ts";
import type { Day } from "../kit/day.ts";
import { MOST_WAITING, type Span, type WaitingGroup } from "./rules/groups.ts";

export type Waiting = {
  readonly id: string;
  readonly chain: string;
  readonly key: string;
  readonly part: string;
  readonly who: string;
  readonly person: string | null;
  readonly fromOn: Day;
  readonly dueOn: Day | null;
  readonly facts: WaitingFacts;
  /** By hand: shown apart until this day; and to whom it was given. */
  readonly putOffUntil: Day | null;
  readonly givenTo: string | null;
  /** Where it waits for the school: when the person for whom something waits on the same chain was last reminded by hand. */
  readonly remindedOn: Day | null;
};

/** What waits on these chains for accounts and guests. */
export async function owedOn(
  tx: Tx,
  { chains, part, key }: { readonly chains: readonly string[]; readonly part?: string; readonly key?: string },
  today: Day,
) {
  const { rows } = await sql<Waiting>`
    select id, chain, key, part, who, person, to_char(from_on, 'YYYY-MM-DD') as "fromOn", to_char(due_on, 'YYYY-MM-DD') as "dueOn", facts,
      to_char(put_off_until, 'YYYY-MM-DD') as "putOffUntil", given_to as "givenTo", to_char(reminded_on, 'YYYY-MM-DD') as "remindedOn"
    from waiting
    where chain = any(${chains}::text[]) and who not like 'may:%' and (${part ?? null}::text is null or part = ${part ?? null})
      and (${key ?? null}::text is null or key = ${key ?? null}) and from_on <= ${today}::date and until_on > ${today}::date
    order by key, part, chain, who`.execute(tx);
  return rows;
}

type Asked = {
  /** Each asked alone, so that each reads its own stretch of the index: `any` would sort all of them. */
  readonly who: readonly string[];
  /** Left out where it waits for a permission: a person does not decide on themselves. */
  readonly me: string;
  /** For a guest: the chains of the things that they were let into. An account sees the whole school's. */
  readonly things: readonly string[] | null;
  readonly today: Day;
  /** The local time: what begins later today is not shown yet. */
  readonly time: string;
};

type Listing = Asked & {
  /** The accounts for whom the reader stands in, and the keys that may be done for them. */
  readonly absent: readonly string[];
  readonly keys: readonly string[];
  /** Of `who`: those that wait for one person, or for a permission of one role. */
  readonly alone: readonly string[];
  /** The keys of what somebody else has to do, and a permission to obtain. */
  readonly ofOthers: readonly string[];
  readonly spans: readonly Span[];
  /** Of one key, one group, or of those alone or never of those: a list of its own. */
  readonly key?: string | undefined;
  readonly group?: WaitingGroup | undefined;
  readonly isAlone?: boolean | undefined;
  /** The most rows of each key in each group. */
  readonly most: number;
  /** A page of all of these. */
  readonly skip?: number;
  readonly limit?: number;
};

/** A row, and how many there are of its key in its group, as far as one more than is counted. */
export type Listed = Waiting & {
  readonly group: string;
  readonly alone: boolean;
  readonly count: number;
  /** Of all groups together. */
  readonly total: number;
};

const EVERY = 1_000_000;

/**
 * What waits for any of these today: the first of each key in each group of days, with their number. What is due by no day ranks by the day
 * since when it waits. A thing that waits in two ways is listed and counted once: for the reader by name, else for the permission for which
 * it waits longest, since what waits for another later leads those who may not do it elsewhere. The keys of each are found by going from
 * one to the next in the index, and each is read no further than is counted.
 */
export async function waitingFor(tx: Tx, asked: Listing): Promise<Listed[]> {
  const {
    me,
    things,
    today,
    time,
    absent,
    keys,
    alone,
    ofOthers,
    spans,
    key = null,
    group = null,
    isAlone = null,
  } = asked;
  const { most, skip = 0, limit = EVERY } = asked;
  const who = [...asked.who, ...absent];
  const standing = who.map((_, at) => at >= asked.who.length);
  // A page further on is reached through those before it.
  const cap = Math.max(MOST_WAITING + 1, limit === EVERY ? 0 : skip + limit + 1);
  const shown = (x: "x" | "y") => {
    const its = (column: string) => sql.ref(`${x}.${column}`);
    return sql<boolean>`${its("from_on")} <= ${today}::date and (${its("from_on")} < ${today}::date or coalesce(${its("from_time")}, '') <= ${time}) and ${its("until_on")} > ${today}::date
        and (${its("who")} not like 'may:%' or (${its("person")} is distinct from ${me} and ${me} <> all(${its("except_for")}) and (${things}::text[] is null or ${its("within")} && ${things}::text[])))`;
  };
  const first = sql<boolean>`(k.place = 1 or not exists (
          select from waiting y join asked b on b.who = y.who
          where y.chain = x.chain and y.key = x.key and y.part = x.part and (b.standing, b.place <> 1, y.from_on, b.place) < (k.standing, k.place <> 1, x.from_on, k.place) and (not b.standing or y.key = any(${keys}::text[])) and ${shown("y")}))`;
  const now = sql<boolean>`(x.put_off_until is null or x.put_off_until <= ${today}::date)`;
  const { rows } = await sql<Listed>`
    with recursive asked as (
      select * from unnest(${who}::text[], ${standing}::boolean[], ${who.map((one) => alone.includes(one))}::boolean[]) with ordinality as a (who, standing, alone, place)
    ), kinds as (
      select a.who, a.standing, a.alone, a.place, coalesce(${key}::text, (select x.key from waiting x where x.who = a.who order by x.key limit 1)) as key from asked a
      union all
      select k.who, k.standing, k.alone, k.place, (select x.key from waiting x where x.who = k.who and x.key > k.key order by x.key limit 1)
      from kinds k where k.key is not null and ${key}::text is null
    ), spans as (
      select * from unnest(${spans.map((one) => one.group)}::text[], ${spans.map(({ from }) => from)}::date[], ${spans.map(({ until }) => until)}::date[]) as s ("group", first, last)
    ), read as (
      select k.alone, s."group", x.* from kinds k cross join spans s cross join lateral (
        select * from waiting x where x.who = k.who and x.key = k.key and x.due_on >= s.first and x.due_on <= s.last and ${shown("x")} and ${now} and ${first}
        order by x.due_on, x.from_on, x.chain, x.part limit ${cap}) x
      where k.key is not null and (not k.standing or k.key = any(${keys}::text[]))
      union all
      select k.alone, 'open', x.* from kinds k cross join lateral (
        select * from waiting x where x.who = k.who and x.key = k.key and x.due_on is null and ${shown("x")} and ${now} and ${first}
        order by x.from_on, x.chain, x.part limit ${cap}) x
      where k.key is not null and (not k.standing or k.key = any(${keys}::text[]))
      union all
      select k.alone, 'putOff', x.* from kinds k cross join lateral (
        select * from waiting x where x.who = k.who and x.key = k.key and x.put_off_until > ${today}::date and ${shown("x")} and ${first}
        order by x.put_off_until, x.chain, x.part limit ${cap}) x
      where k.key is not null and (not k.standing or k.key = any(${keys}::text[]))
    ), grouped as (
      select r.id, r.chain, r.key, r.part, r.who, r.person, r.from_on, r.due_on, r.facts, r.put_off_until, r.given_to, r.alone,
        case when r.key = any(${ofOthers}::text[]) and r.who like 'may:%' and r."group" not in ('late', 'putOff') then 'others' else r."group" end as "group",
        case when r."group" = 'putOff' then r.put_off_until when r.due_on is null then r.from_on else r.due_on end as rank
      from read r
    ), placed as (
      select g.*, count(*) over kind as met, row_number() over (kind order by g.rank, g.from_on, g.chain, g.part) as place,
        row_number() over (order by g.rank, g.from_on, g.chain, g.key, g.part) as at, count(*) over () as every
      from grouped g where (${group}::text is null or g."group" = ${group}) and (${isAlone}::boolean is null or g.alone = ${isAlone})
      window kind as (partition by g.key, g."group", g.alone)
    )
    select w.id, w.chain, w.key, w.part, w.who, w.person, to_char(w.from_on, 'YYYY-MM-DD') as "fromOn", to_char(w.due_on, 'YYYY-MM-DD') as "dueOn", w.facts,
      to_char(w.put_off_until, 'YYYY-MM-DD') as "putOffUntil", w.given_to as "givenTo",
      (select to_char(max(y.reminded_on), 'YYYY-MM-DD') from waiting y where y.chain = w.chain) as "remindedOn",
      w."group", w.alone, least(w.met, ${MOST_WAITING + 1})::integer as count, w.every::integer as total
    from placed w where w.place <= ${most} and w.at > ${skip} and w.at <= ${skip + limit}
    order by w.at`.execute(tx);
  return rows;
}

/** The most that a badge says. */
const MOST_COUNTED = 99;

type Due = Asked & {
  /** The accounts for whom the reader stands in, and what may be done for them. */
  readonly absent: readonly string[];
  readonly keys: readonly string[];
};

/** What is late or due today, and not put off or given to somebody else: a thing that waits in two ways counts once. */
export async function countDue(tx: Tx, { who, me, things, today, time, absent, keys }: Due): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (
      select w.chain, w.key, w.part from unnest(${[...who, ...absent]}::text[]) as asked (who) cross join lateral (
        select * from waiting x
        where x.who = asked.who and (asked.who <> all(${absent}::text[]) or x.key = any(${keys}::text[])) and x.due_on <= ${today}::date and x.from_on <= ${today}::date and (x.from_on < ${today}::date or coalesce(x.from_time, '') <= ${time}) and x.until_on > ${today}::date
          and coalesce(x.put_off_until, ${today}::date) <= ${today}::date and (x.given_to is null or x.given_to = ${me})
          and (x.who not like 'may:%' or (x.person is distinct from ${me} and ${me} <> all(x.except_for) and (${things}::text[] is null or x.within && ${things}::text[])))
        order by x.due_on, x.chain, x.key, x.part limit ${MOST_COUNTED}
      ) w group by 1, 2, 3 limit ${MOST_COUNTED}) counted`.execute(tx);
  return rows[0]!.count;
}

/** What waits about a person today, by any of the names of theirs, for anybody. */
export async function waitingAbout(
  tx: Tx,
  persons: readonly string[],
  { today, time }: Pick<Asked, "today" | "time">,
): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select id, chain, key, part, who, person, to_char(from_on, 'YYYY-MM-DD') as "fromOn", to_char(due_on, 'YYYY-MM-DD') as "dueOn", facts,
      to_char(put_off_until, 'YYYY-MM-DD') as "putOffUntil", given_to as "givenTo", to_char(reminded_on, 'YYYY-MM-DD') as "remindedOn"
    from waiting
    where person = any(${sql.val([...persons])}::text[]) and from_on <= ${today}::date and (from_on < ${today}::date or coalesce(from_time, '') <= ${time}) and until_on > ${today}::date
    order by due_on, chain, key, part, who`.execute(tx);
  return rows;
}

/** The names of a kind's chains that are not erased, in order, after one of them. */
export async function chainsOfKind(tx: Tx, kind: string, after: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ chain: string }>`
    select chain from audit_chain where chain > ${after} and chain < ${`${kind};`} and salt is not null
    order by chain limit ${limit}`.execute(tx);
  return rows.map(({ chain }) => chain);
}

export async function readMark(tx: Tx): Promise<string | undefined> {
  return (await tx.selectFrom("waiting_mark").select("mark").executeTakeFirst())?.mark;
}

export async function keepMark(tx: Tx, mark: string): Promise<void> {
  await sql`insert into waiting_mark (mark) values (${mark})
    on conflict (establishment_id) do update set mark = excluded.mark`.execute(tx);
}

export type OneWaiting = Waiting & { readonly exceptFor: readonly string[]; readonly untilOn: Day };

/** The chain of a row: locked before the row, as acts do that write rows. */
export async function chainOfRow(tx: Tx, id: string): Promise<string | undefined> {
  return (await sql<{ chain: string }>`select chain from waiting where id = ${id}::uuid`.execute(tx)).rows[0]?.chain;
}

/** One row that is shown today, locked. */
export async function lockedWaiting(tx: Tx, id: string, today: Day): Promise<OneWaiting | undefined> {
  const { rows } = await sql<OneWaiting>`
    select id, chain, key, part, who, person, to_char(from_on, 'YYYY-MM-DD') as "fromOn", to_char(due_on, 'YYYY-MM-DD') as "dueOn", facts,
      to_char(put_off_until, 'YYYY-MM-DD') as "putOffUntil", given_to as "givenTo", except_for as "exceptFor",
      to_char(reminded_on, 'YYYY-MM-DD') as "remindedOn", to_char(until_on, 'YYYY-MM-DD') as "untilOn"
    from waiting where id = ${id}::uuid and from_on <= ${today}::date and until_on > ${today}::date for update`.execute(
    tx,
  );
  return rows[0];
}
