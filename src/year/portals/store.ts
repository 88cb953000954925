/** The SQL of what is declared on portals: whom to look at again, the lines of each, and what was noted of them. */
import { sql } from "kysely";
import { change, dropping, keep, keepingSql } from "../../act/keep.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { newId } from "../../kit/id.ts";
import { json } from "../../kit/sql.ts";
import type { Line } from "./rules/lines.ts";
import type { LineState, Noted } from "./rules/typed.ts";

export const portalChain = (file: string) => `portal:${file}`;

/** How many facts there are of all that a line comes from, of enrolment `e`. */
const SEEN = `concat_ws('/',
    (select count(*) from contract_fact f where f.dossier = e.dossier),
    (select count(*) from admission_fact f where f.dossier = e.dossier),
    (select count(*) from enrolment_fact f where f.enrolment = e.id),
    e.cohort, e.name, e.account,
    (select concat_ws('.', c.ends_on, c.law_version) from cohort c where c.id = e.cohort),
    (select count(*) from cohort_plan p where p.cohort = e.cohort),
    (select concat_ws('.', count(*), sum(l.version)) from lesson l where l.cohort = e.cohort),
    (select concat_ws('.', count(*), sum(l.version), count(x.id)) from attendance a join lesson l on l.id = a.lesson
      left join attendance_list x on x.lesson = l.id where a.enrolment = e.id))`;

/** `by`: what the school's file asks, in short: where it changes, all are looked at again. */
export async function seenOf(tx: Tx, enrolment: string, by: string): Promise<string | undefined> {
  const { rows } = await sql<{ seen: string }>`
    select ${by} || ' ' || ${sql.raw(SEEN)} as seen from enrolment e where e.id = ${enrolment}::uuid`.execute(tx);
  return rows[0]?.seen;
}

type Asked = { readonly by: string; readonly since: Day };
type ToLookAt = { readonly enrolment: string; readonly looks: number; readonly day: Day };

/**
 * Of cohorts that had not ended before `since`: those for whom one of these pays and who were never looked at, those whose day has come, and
 * those with other facts than were seen. All older ones would be counted at each look, for ever.
 */
export async function peopleToLookAt(
  tx: Tx,
  { payers, by, since, today }: Asked & { readonly payers: readonly string[]; readonly today: Day },
  limit: number,
): Promise<readonly ToLookAt[]> {
  const { rows } = await sql<ToLookAt>`
    select e.id as enrolment, coalesce(k.looks, 0) as looks, to_char(least(k.again_on, ${today}::date), 'YYYY-MM-DD') as day
    from enrolment e join cohort c on c.id = e.cohort left join portal_file k on k.id = e.id
    where c.ends_on >= ${since}::date and case when k.id is null
      then exists (
        select from (
          select f.details from contract_fact f where f.dossier = e.dossier and f.kind in ('shares', 'carried')
          order by f.place desc limit 1) said
        cross join lateral jsonb_array_elements(said.details -> 'shares') one
        where one ->> 'source' = any(${[...payers]}::text[]) and (one ->> 'amount')::integer > 0)
      else k.again_on <= ${today}::date or k.seen <> ${by} || ' ' || ${sql.raw(SEEN)} end
    order by day, e.id limit ${limit}`.execute(tx);
  return rows;
}

type Rates = { readonly diploma: string; readonly year: number; readonly looks: number; readonly day: Day };

/** The published years of which another version was seen, or none. */
export async function ratesToLookAt(tx: Tx, { by, since }: Asked, limit: number): Promise<readonly Rates[]> {
  const { rows } = await sql<Rates>`
    select p.diploma, p.year, coalesce(k.looks, 0) as looks, to_char(p.published_on, 'YYYY-MM-DD') as day
    from (select diploma, year, max(version) as version, max(published_on) as published_on from figures_published group by diploma, year) p
      left join portal_file k on k.diploma = p.diploma and k.year = p.year
    where k.seen is distinct from ${by} || ' ' || p.version and (k.id is not null or p.published_on >= ${since}::date)
    order by day, p.diploma, p.year limit ${limit}`.execute(tx);
  return rows;
}

export type File = {
  readonly id: string;
  /** Null of a year's rates. */
  readonly dossier: string | null;
  readonly account: string | null;
  readonly diploma: string | null;
  readonly year: number | null;
};

const FILE = sql`id, dossier, account, diploma, year`;

export async function findFile(tx: Tx, id: string): Promise<File | undefined> {
  return (await sql<File>`select ${FILE} from portal_file where id = ${id}::uuid`.execute(tx)).rows[0];
}

export async function fileOfRate(tx: Tx, diploma: string, year: number): Promise<File | undefined> {
  const found = sql<File>`select ${FILE} from portal_file where diploma = ${diploma} and year = ${year}`;
  return (await found.execute(tx)).rows[0];
}

type Looked = File & { readonly seen: string; readonly againOn: Day | null };

export async function keepFile(tx: Tx, { id, dossier, account, diploma, year, seen, againOn }: Looked): Promise<void> {
  await keepingSql(
    tx,
    "portal_file",
    `insert into portal_file (id, dossier, account, diploma, year, looks, seen, again_on) values ($1, $2, $3, $4, $5, 1, $6, $7)
      on conflict (establishment_id, id) do update set looks = portal_file.looks + 1, account = excluded.account, seen = excluded.seen,
        again_on = excluded.again_on`,
    [id, dossier, account, diploma, year, seen, againOn],
    { of: portalChain(id) },
  );
}

export type StoredLine = Line & {
  readonly id: string;
  readonly file: string;
  readonly asked: boolean;
  readonly state: LineState;
  readonly since: Day;
};

const LINE = sql`l.id, l.file, l.portal, l.declare, l.event, l.part, to_char(l.happened_on, 'YYYY-MM-DD') as "happenedOn",
  to_char(l.due_on, 'YYYY-MM-DD') as "dueOn", l.asked, l.values, l.unsigned, l.state, to_char(l.since, 'YYYY-MM-DD') as since`;

export async function linesIn(tx: Tx, file: string): Promise<readonly StoredLine[]> {
  const found = sql<StoredLine>`select ${LINE} from portal_line l where l.file = ${file}::uuid order by l.id`;
  return (await found.execute(tx)).rows;
}

export async function findLines(tx: Tx, ids: readonly string[]): Promise<readonly StoredLine[]> {
  const found = sql<StoredLine>`select ${LINE} from portal_line l where l.id = any(${[...ids]}::uuid[]) order by l.id`;
  return (await found.execute(tx)).rows;
}

type Put = Line & { readonly file: string; readonly asked: boolean; readonly state: LineState; readonly since: Day };
const rowOf = ({ happenedOn, dueOn, asked, values, unsigned, state, since }: Omit<Put, "file">) => ({
  happened_on: happenedOn,
  due_on: dueOn,
  asked,
  values: json(values),
  unsigned: json(unsigned),
  state,
  since,
});

export async function insertLine(tx: Tx, line: Put): Promise<void> {
  const { file, portal, declare, event, part } = line;
  const row = { id: newId(), file, portal, declare, event, part, ...rowOf(line) };
  await keep(tx, "portal_line", row, { of: portalChain(file) });
}

export async function changeLine(tx: Tx, id: string, line: Put): Promise<void> {
  await change(tx, "portal_line", id, rowOf(line), { of: portalChain(line.file) });
}

export async function changeState(
  tx: Tx,
  { id, file }: Pick<StoredLine, "id" | "file">,
  { state, since }: Pick<StoredLine, "state" | "since">,
): Promise<void> {
  await change(tx, "portal_line", id, { state, since }, { of: portalChain(file) });
}

export async function dropLine(tx: Tx, { id, file }: Pick<StoredLine, "id" | "file">): Promise<void> {
  await dropping(tx, "portal_line", tx.deleteFrom("portal_line").where("id", "=", id), { of: portalChain(file) });
}

export type TypedFact = Noted & {
  readonly id: string;
  readonly line: string;
  readonly number: number;
  readonly ground: string | null;
  readonly by: string;
  readonly at: Date;
};

/** In the order in which they were noted. */
export async function typedOf(tx: Tx, lines: readonly string[]): Promise<readonly TypedFact[]> {
  const { rows } = await sql<TypedFact>`
    select id, line, number, kind, to_char(on_day, 'YYYY-MM-DD') as "on", values, receipt, file, ground, made_by as by, made_at as at
    from portal_typed where line = any(${[...lines]}::uuid[]) order by line, number, id`.execute(tx);
  return rows;
}

export async function insertTyped(
  tx: Tx,
  { values, on, by, at, chain, ...one }: Omit<TypedFact, "id"> & { readonly chain: string },
): Promise<void> {
  const { line, number, kind, receipt, file, ground } = one;
  const row = { id: newId(), line, number, kind, on_day: on, values: values && json(values), receipt, file, ground };
  await keep(tx, "portal_typed", { ...row, made_by: by, made_at: at }, { of: chain });
}

export type ListedLine = StoredLine & {
  readonly enrolment: string | null;
  /** Null of a year's rates, or of somebody who was erased. */
  readonly name: string | null;
  readonly dossier: string | null;
  readonly called: string | null;
  readonly diploma: string | null;
  readonly year: number | null;
  readonly account: string | null;
};

const LISTED = sql`${LINE}, e.id as enrolment, e.name, k.account, k.dossier, (select d.number from dossier d where d.id = k.dossier) as called,
  k.diploma, k.year from portal_line l join portal_file k on k.id = l.file left join enrolment e on e.id = k.id`;

type Which = { readonly portal: string; readonly state: LineState; readonly after: number };

/** The first due first, those due by no day last; what is declared, the other way round. In the order of their index. */
export async function listedLines(
  tx: Tx,
  { portal, state, after }: Which,
  limit: number,
): Promise<readonly ListedLine[]> {
  const order = state === "received" ? sql`order by l.due_on desc, l.id desc` : sql`order by l.due_on, l.id`;
  const { rows } = await sql<ListedLine>`
    select ${LISTED} where l.portal = ${portal} and l.state = ${state} ${order} limit ${limit} offset ${after}`.execute(
    tx,
  );
  return rows;
}

type Count = { readonly portal: string; readonly state: LineState; readonly count: number; readonly late: number };

/** Those that somebody has to do something about, which are few: what is declared grows for ever. */
export async function countOpen(tx: Tx, portals: readonly string[], today: Day): Promise<readonly Count[]> {
  const { rows } = await sql<Count>`
    select portal, state, count(*)::integer as count, (count(*) filter (where due_on < ${today}::date))::integer as late
    from portal_line where portal = any(${[...portals]}::text[]) and state in ('to-type', 'differs', 'typed')
    group by portal, state order by portal, state`.execute(tx);
  return rows;
}

export async function listedLine(tx: Tx, id: string): Promise<ListedLine | undefined> {
  return (await sql<ListedLine>`select ${LISTED} where l.id = ${id}::uuid`.execute(tx)).rows[0];
}

export async function listedAbout(tx: Tx, dossiers: readonly string[]): Promise<readonly ListedLine[]> {
  const { rows } = await sql<ListedLine>`
    select ${LISTED} where k.dossier = any(${[...dossiers]}::uuid[]) order by l.happened_on desc, l.id desc limit 200`.execute(
    tx,
  );
  return rows;
}

/** For the doctor’s check. */
export async function allLines(tx: Tx): Promise<readonly StoredLine[]> {
  return (await sql<StoredLine>`select ${LINE} from portal_line l order by l.id`.execute(tx)).rows;
}

type Old = { readonly id: string; readonly last: Day };

/** The last day of what happened, was noted, or was planned; one without lines goes once its enrolment is gone. */
export async function oldFiles(
  tx: Tx,
  { before, only }: { readonly before: Day; readonly only?: string | undefined },
  limit: number,
): Promise<Old[]> {
  const { rows } = await sql<Old>`
    select k.id, to_char(coalesce(greatest(max(l.happened_on), max(t.on_day), max(c.ends_on)), ${before}::date), 'YYYY-MM-DD') as last
    from portal_file k left join portal_line l on l.file = k.id left join portal_typed t on t.line = l.id
      left join enrolment e on e.id = k.id left join cohort c on c.id = e.cohort
    where ${only ?? null}::uuid is null or k.id = ${only ?? null}::uuid
    group by k.id having coalesce(greatest(max(l.happened_on), max(t.on_day), max(c.ends_on)) < ${before}::date, true)
    order by last, k.id limit ${limit}`.execute(tx);
  return rows;
}

export async function deleteFileOf(tx: Tx, id: string): Promise<void> {
  const own = tx.selectFrom("portal_line").select("id").where("file", "=", id);
  await dropping(tx, "portal_typed", tx.deleteFrom("portal_typed").where("line", "in", own));
  await dropping(tx, "portal_line", tx.deleteFrom("portal_line").where("file", "=", id));
  await dropping(tx, "portal_file", tx.deleteFrom("portal_file").where("id", "=", id));
}

export async function filesOfAccount(tx: Tx, account: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from portal_file where account = ${account}::uuid order by id`.execute(tx);
  return rows.map(({ id }) => id);
}
