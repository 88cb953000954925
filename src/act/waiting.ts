/**
 * What waits for whom. Each subject declares, for chains of one kind, which rows wait by its facts; after an act, the rows of the chains
 * that it holds are derived again and the difference is written in its transaction. No reader derives anything, and nothing happens at
 * midnight: whether a row is visible or late follows from its days.
 */
import { CompiledQuery } from "kysely";
import { alongside } from "../db/joined.ts";
import type { Tx } from "../db/school.ts";
import type { Tables } from "../db/tables.ts";
import { canonical } from "../kit/canonical.ts";
import type { Day } from "../kit/day.ts";
import type { Label } from "../kit/lang.ts";
import type { Minute } from "../kit/zone.ts";
import type { Law } from "../law/law.ts";
import { heldChains } from "./chain.ts";
import type { Noted } from "./keep.ts";
import type { Permission } from "./permissions.ts";

/** Who must act: an account, a guest, or everybody with a permission. */
export type Who = `account:${string}` | `guest:${string}` | `may:${Permission}`;

/** Numbers, days and keys of the référentiel, for the words; never a name or a text that a person typed. */
export type WaitingFacts = Readonly<Record<string, number | string | null>>;

export type WaitingRow<K extends string = string> = {
  /** The id of the chain that it is about. */
  readonly id: string;
  readonly key: K;
  /** Which of several on the chain, such as an exam's key; left out where there is one. */
  readonly part?: string;
  readonly who: Who;
  /** The chain of its person (`account:…`, `dossier:…`); null where it concerns no one person. */
  readonly person: string | null;
  /** Visible from this day on. */
  readonly from: Day;
  /** Of that day, from this local time on, such as a lesson's end. */
  readonly fromTime?: string;
  /** Late after this day; null: by no day. */
  readonly due: Day | null;
  /** The first day on which it is shown no more. */
  readonly until: Day;
  /** Where it waits for a permission: the chains of things into one of which a guest must be let to see it. None: no guest sees it. */
  readonly within?: readonly string[];
  /** Where it waits for a permission: the actors who must leave it to another, as the first of two. Its person is always one. */
  readonly except?: readonly string[];
  readonly facts?: WaitingFacts;
};

type WaitingWords = {
  /** What to do: «Répondez à l’offre d’une place» to the person, «Inscrire en formation» in a list of the school. */
  readonly verb: Label;
  /** Why, or what follows, in one sentence. */
  readonly why?: Label;
  /** What happens if nothing is done by the due day. */
  readonly otherwise?: Label;
  /** The button, where it says more than the verb: «Voir l’offre et répondre». */
  readonly go?: Label;
};

/** Days from the due day, or calendar months. */
type Moment = number | { readonly months: number };

export type WaitingKey = {
  /** The acts that answer it: done about its chain, each removes the line or changes what it says. Or the view that notes it read. */
  readonly answeredBy: readonly string[];
  readonly words: (facts: WaitingFacts) => WaitingWords;
  /** The page on which it is done, below the school. */
  readonly to: (id: string, facts: WaitingFacts, part: string) => string;
  /** As the person that it is about reads it of the school: «L’école examine votre dossier». Left out: they do not read it. */
  readonly says?: Label;
  /** The permissions for which it may wait. */
  readonly takenBy?: readonly Permission[];
  /**
   * Days on which a reminder goes by mail: -7, -2, 0 of the due day, or 7 of the first day where it is due by none; or whole months. By the
   * law where the school's file says them; then its rows say their diploma.
   */
  readonly mails?: readonly Moment[] | ((law: Law) => readonly Moment[]);
  /** More of them than a mail lists one by one: «8 programmes à signer». */
  readonly many?: (count: number) => Label;
  /** Who sees for whom else it waits, and may remind them of it, once a day. */
  readonly remindedBy?: Permission;
  /** The local minute from which they may, such as a lesson's end: before it nothing is missing. Left out: as soon as it waits. */
  readonly remindedFrom?: (facts: WaitingFacts) => Minute;
  /** The act may be done by a stand-in of the person for whom it waits. */
  readonly standIn?: true;
  /** It is a signature for the school: counted as such for those who sign. */
  readonly signs?: true;
};

/** What a derivation may ask: nothing that depends on the day, so that a row stays true overnight. */
export type Deriving = {
  readonly tx: Tx;
  readonly establishment: string;
  readonly zone: string;
  readonly law: (diploma: string, which: { readonly version: string } | { readonly on: Day }) => Law | undefined;
};

/** With the day from which a changed due day counts for reminders. */
type Writing = Deriving & { readonly today: Day };

export type Waits<K extends string = string> = {
  /** The kind of the chains: `candidacy` for `candidacy:<id>`. */
  readonly on: string;
  /** Who of the school reads of a person what waits for them by name; what waits for a permission, those who have it read. */
  readonly readBy: Permission;
  /** Raised when `rows` changes meaning: all chains are then derived again. */
  readonly version?: number;
  /** The tables of facts that decide: an act that wrote in none of them changes nothing here. */
  readonly after: readonly (keyof Tables)[];
  readonly keys: Readonly<Record<K, WaitingKey>>;
  /**
   * Where acts lock rows of a table instead of chains, and name what they changed (`touch`): a page of the ids in order, `locks` until the
   * transaction ends. Left out where they lock chains.
   */
  readonly each?: Each;
  /** The rows of these chains, by facts that change only under their lock: one indexed query, however many ids. */
  rows(given: Deriving, ids: readonly string[]): Promise<readonly WaitingRow<K>[]>;
};

/** What chains of one kind are called in a list, by id: a person's name, a session's, a lesson's day. One statement. */
export type Called = (
  given: { readonly tx: Tx; readonly zone: string },
  ids: readonly string[],
) => Promise<ReadonlyMap<string, string | Label>>;

export type Each = (
  tx: Tx,
  page: { readonly after: string | undefined; readonly limit: number; readonly locks: boolean },
) => Promise<readonly string[]>;

/** Checks that the rows have the declared keys, then drops the type so that all can be listed together. */
export function waits<K extends string>(declared: Waits<K>): Waits {
  return declared;
}

const touched = new WeakMap<Tx, Set<string>>();

/** Names what the current act changed under locks of rows (`each`): a charge, a line of the bank, a letter. */
export function touch(tx: Tx, kind: string, ids: Iterable<string>): void {
  const all = touched.get(tx) ?? new Set<string>();
  for (const id of ids) all.add(`${kind}:${id}`);
  touched.set(tx, all);
}

/** For a view that notes that something was read: what waited for that goes with it. The caller has locked the chain. */
export async function dropWaiting(tx: Tx, chain: string, key: string): Promise<void> {
  await tx.executeQuery(CompiledQuery.raw("delete from waiting where chain = $1 and key = $2", [chain, key]));
}

/** What a person stores of a row by hand. All rows of the same thing, since it may wait for somebody and for a permission. */
export async function arrangeRow(
  tx: Tx,
  { chain, key, part }: { readonly chain: string; readonly key: string; readonly part: string },
  { until, to }: { readonly until: Day | null; readonly to: string | null },
): Promise<void> {
  await tx.executeQuery(
    CompiledQuery.raw(
      "update waiting set put_off_until = $4, given_to = $5 where chain = $1 and key = $2 and part = $3",
      [chain, key, part, until, to],
    ),
  );
}

/** Notes that somebody was reminded of a row by hand. */
export async function noteReminded(tx: Tx, id: string, on: Day): Promise<void> {
  await tx.executeQuery(CompiledQuery.raw("update waiting set reminded_on = $2 where id = $1", [id, on]));
}

/** After an act: derives the rows of the chains that it holds, for the declarations whose tables it wrote in. */
export async function keepWaiting(
  given: Writing,
  all: readonly Waits[],
  notes: readonly Pick<Noted, "table">[],
): Promise<void> {
  const written = new Set(notes.map(({ table }) => table));
  const { tx } = given;
  const changed = new Set([...heldChains(tx), ...(touched.get(tx) ?? [])]);
  touched.delete(tx);
  const held = Map.groupBy(changed, kindOf);
  const asked = all.flatMap((declared) => {
    const chains = held.get(declared.on);
    return chains && declared.after.some((table) => written.has(table)) ? [{ declared, chains }] : [];
  });
  await rewrite(given, asked);
}

/** The same for any chains, as a batch after an upgrade or a changed file of the school: the caller has locked them. */
export async function deriveWaiting(given: Writing, all: readonly Waits[], chains: readonly string[]): Promise<void> {
  const kinds = Map.groupBy(chains, kindOf);
  await rewrite(
    given,
    all.flatMap((declared) => {
      const theirs = kinds.get(declared.on);
      return theirs ? [{ declared, chains: theirs }] : [];
    }),
  );
}

const kindOf = (chain: string) => chain.slice(0, chain.indexOf(":"));
const idOf = (chain: string) => chain.slice(chain.indexOf(":") + 1);

type Asked = { readonly declared: Waits; readonly chains: readonly string[] };

async function rewrite(given: Writing, asked: readonly Asked[]): Promise<void> {
  if (asked.length === 0) return;
  const wanted = await Promise.all(asked.map(async (one) => derived(given, one)));
  const scopes = asked.map(({ declared, chains }) => ({ chains, keys: Object.keys(declared.keys) }));
  const { tx } = given;
  await tx.executeQuery(
    alongside(CompiledQuery.raw(DIFFERENCE, [JSON.stringify(wanted.flat()), JSON.stringify(scopes), given.today])),
  );
}

/** The rows as they are stored. */
async function derived(given: Deriving, { declared, chains }: Asked): Promise<readonly StoredWaiting[]> {
  const ids = chains.map(idOf);
  const rows = await declared.rows(given, ids);
  return rows.map(
    ({ id, key, part = "", who, person, from, fromTime = null, due, until, within = [], except = [], facts = {} }) => ({
      chain: `${declared.on}:${id}`,
      key,
      part,
      who,
      person,
      from_on: from,
      from_time: fromTime,
      due_on: due,
      until_on: until,
      within,
      except_for: except,
      facts,
    }),
  );
}

type StoredWaiting = {
  readonly chain: string;
  readonly key: string;
  readonly part: string;
  readonly who: string;
  readonly person: string | null;
  readonly from_on: Day;
  readonly from_time: string | null;
  readonly due_on: Day | null;
  readonly until_on: Day;
  readonly within: readonly string[];
  readonly except_for: readonly string[];
  readonly facts: WaitingFacts;
};

const DIFFERENCE = `with wanted as materialized (
    select * from jsonb_to_recordset($1::jsonb) as w (chain text, key text, part text, who text, person text, from_on date, from_time text, due_on date,
      until_on date, within text[], except_for text[],
      facts jsonb)
  ), scope as (
    select c.chain, k.key from jsonb_to_recordset($2::jsonb) as s (chains jsonb, keys jsonb),
      jsonb_array_elements_text(s.chains) as c (chain), jsonb_array_elements_text(s.keys) as k (key)
  ), gone as (
    delete from waiting x using scope s where x.chain = s.chain and x.key = s.key
      and not exists (select from wanted w where w.chain = x.chain and w.key = x.key and w.part = x.part and w.who = x.who)
  )
  insert into waiting (chain, key, part, who, person, from_on, from_time, due_on, until_on, within, except_for, facts, dated_on)
  select chain, key, part, who, person, from_on, from_time, due_on, until_on, within, except_for, facts, $3::date from wanted order by chain, key, part, who
  on conflict (establishment_id, chain, key, part, who) do update set person = excluded.person, from_on = excluded.from_on, from_time = excluded.from_time,
    due_on = excluded.due_on, until_on = excluded.until_on, within = excluded.within, except_for = excluded.except_for,
    facts = excluded.facts,
    dated_on = case when waiting.due_on is distinct from excluded.due_on then excluded.dated_on else waiting.dated_on end
  where (waiting.person, waiting.from_on, waiting.from_time, waiting.due_on, waiting.until_on, waiting.within, waiting.except_for,
      waiting.facts)
    is distinct from (excluded.person, excluded.from_on, excluded.from_time, excluded.due_on, excluded.until_on, excluded.within,
      excluded.except_for, excluded.facts)`;

/** Removes the rows that are shown no more, past their last day. */
export async function dropPast(tx: Tx, today: Day): Promise<void> {
  await tx.executeQuery(CompiledQuery.raw("delete from waiting where until_on <= $1", [today]));
}

/** Chains per page, so that memory does not grow with the school. */
const PAGE = 500;

/**
 * The stored rows that differ from what the facts say, by chain and key: for the doctor and the tests, in one snapshot. Rows past their
 * last day are not compared, as the calendar removes them.
 */
export async function waitingFaults(given: Deriving, all: readonly Waits[], today: Day): Promise<string[]> {
  const { tx } = given;
  const faults: string[] = [];
  const read = async <T>(text: string, ...values: unknown[]) =>
    (await tx.executeQuery<T>(CompiledQuery.raw(text, values))).rows;
  for (const declared of all) {
    const each = eachOf(all, declared.on);
    for (let after = `${declared.on}:`; ; ) {
      const chains = each
        ? await pageOf(tx, each, { kind: declared.on, after, limit: PAGE, locks: false })
        : (await read<{ chain: string }>(CHAINS, after, `${declared.on};`, PAGE)).map(({ chain }) => chain);
      if (chains.length === 0) break;
      after = chains.at(-1)!;
      const stored = await read<StoredWaiting>(STORED, chains, Object.keys(declared.keys));
      const is = saidByName(stored, today);
      const ought = saidByName(await derived(given, { declared, chains }), today);
      for (const name of new Set([...is.keys(), ...ought.keys()])) {
        if (is.get(name) !== ought.get(name)) faults.push(name);
      }
    }
  }
  return faults;
}

/** Of a kind whose acts lock rows, as one of its declarations says. */
export function eachOf(all: readonly Waits[], kind: string): Each | undefined {
  return all.find((declared) => declared.on === kind && declared.each)?.each;
}

type Paged = { readonly kind: string; readonly after: string; readonly limit: number; readonly locks: boolean };

/** The names of things, in order, after one of them; `after` the kind alone: from the first. */
export async function pageOf(tx: Tx, each: Each, { kind, after, ...page }: Paged): Promise<string[]> {
  const ids = await each(tx, { after: idOf(after) || undefined, ...page });
  return ids.map((id) => `${kind}:${id}`);
}

function saidByName(rows: readonly StoredWaiting[], today: Day): ReadonlyMap<string, string> {
  return new Map(rows.filter((row) => row.until_on > today).map((row) => [nameOf(row), saidOf(row)]));
}

const nameOf = ({ chain, key, part, who }: StoredWaiting) =>
  [chain, key, ...(part === "" ? [] : [part]), who].join(" ");
const saidOf = ({ person, from_on, from_time, due_on, until_on, within, except_for, facts }: StoredWaiting) =>
  canonical({ person, from_on, from_time, due_on, until_on, within, except_for, facts });

const CHAINS = `select chain from audit_chain where chain > $1 and chain < $2 and salt is not null order by chain limit $3`;
const STORED = `select chain, key, part, who, person, to_char(from_on, 'YYYY-MM-DD') as from_on, from_time, to_char(due_on, 'YYYY-MM-DD') as due_on,
    to_char(until_on, 'YYYY-MM-DD') as until_on, within, except_for, facts
  from waiting where chain = any($1::text[]) and key = any($2::text[])`;
