/** The SQL of what waits: the rows are written by the machinery of acts (`act/waiting.ts`), and only read here. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import type { WaitingFacts } from "../act/waiting.ts";
import type { Day } from "../kit/day.ts";

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
  /** Of one key only, without the first of them: a page of its list. */
  readonly key?: string | undefined;
  readonly skip?: number;
  /** The most rows of each. */
  readonly limit: number;
};

/** What waits for any of these today, the earliest due first. */
export async function waitingFor(tx: Tx, { who, me, things, today, key, skip = 0, limit }: Asked): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select w.id, w.chain, w.key, w.part, w.who, w.person, to_char(w.from_on, 'YYYY-MM-DD') as "fromOn", to_char(w.due_on, 'YYYY-MM-DD') as "dueOn", w.facts,
      to_char(w.put_off_until, 'YYYY-MM-DD') as "putOffUntil", w.given_to as "givenTo",
      (select to_char(max(y.reminded_on), 'YYYY-MM-DD') from waiting y where y.chain = w.chain) as "remindedOn"
    from unnest(${who}::text[]) as asked (who) cross join lateral (
      select * from waiting x
      where x.who = asked.who and (${key ?? null}::text is null or x.key = ${key ?? null}) and x.from_on <= ${today}::date and x.until_on > ${today}::date
        and (x.who not like 'may:%' or (x.person is distinct from ${me} and ${me} <> all(x.except_for) and (${things}::text[] is null or x.within && ${things}::text[])))
      order by x.due_on, x.chain, x.key, x.part limit ${limit} offset ${skip}
    ) w
    order by w.due_on, w.chain, w.key, w.part, w.who`.execute(tx);
  return rows;
}

/** The most that a badge says. */
const MOST_COUNTED = 99;

type Due = Pick<Asked, "who" | "me" | "things" | "today"> & {
  /** The accounts for whom the reader stands in, and what may be done for them. */
  readonly absent: readonly string[];
  readonly keys: readonly string[];
};

/** What is late or due today, and not put off or given to somebody else: a thing that waits in two ways counts once. */
export async function countDue(tx: Tx, { who, me, things, today, absent, keys }: Due): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (
      select w.chain, w.key, w.part from unnest(${[...who, ...absent]}::text[]) as asked (who) cross join lateral (
        select * from waiting x
        where x.who = asked.who and (asked.who <> all(${absent}::text[]) or x.key = any(${keys}::text[])) and x.due_on <= ${today}::date and x.from_on <= ${today}::date and x.until_on > ${today}::date
          and coalesce(x.put_off_until, ${today}::date) <= ${today}::date and (x.given_to is null or x.given_to = ${me})
          and (x.who not like 'may:%' or (x.person is distinct from ${me} and ${me} <> all(x.except_for) and (${things}::text[] is null or x.within && ${things}::text[])))
        order by x.due_on, x.chain, x.key, x.part limit ${MOST_COUNTED}
      ) w group by 1, 2, 3 limit ${MOST_COUNTED}) counted`.execute(tx);
  return rows[0]!.count;
}

/** What waits about a person today, by any of the names of theirs, for anybody. */
export async function waitingAbout(tx: Tx, persons: readonly string[], today: Day): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select id, chain, key, part, who, person, to_char(from_on, 'YYYY-MM-DD') as "fromOn", to_char(due_on, 'YYYY-MM-DD') as "dueOn", facts,
      to_char(put_off_until, 'YYYY-MM-DD') as "putOffUntil", given_to as "givenTo", to_char(reminded_on, 'YYYY-MM-DD') as "remindedOn"
    from waiting
    where person = any(${sql.val([...persons])}::text[]) and from_on <= ${today}::date and until_on > ${today}::date
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
