/**
 * A demonstration of a few dozen dossiers, made by acts, whose rows are then copied by SQL under other ids until the school is as
 * large as asked. Nobody did what these copies tell, and their chains prove nothing: they are there to be read.
 */
import type pg from "pg";
import { buildDemo } from "../cli/demo/build.ts";
import { birthOf } from "../deployment/birth/birth.ts";
import type { World } from "../act/world.ts";
import { testWorldOf } from "./server.ts";

export const GROWN_SCHOOL = "faire-ess";

/** What a school has few of however many apply, and what only tells of another machine. */
export const FEW: readonly string[] =
  "intake intake_change role_grant role_offer guest guest_session law_file file_copy birth checkpoint checkpoint_head checkpoint_timestamp clock_mark job migration purge_report timestamp_failure legal_hold".split(
    " ",
  );

/** No page and no view reads them, but by the key of one row. */
const UNREAD: readonly string[] = ["attempt", "spent_ticket"];

export type Grown = { readonly world: World; readonly database: string; readonly close: () => Promise<void> };

/** On the server that `url` names as its owner. */
export async function grownWorld(url: string, dossiers: number, base = 60): Promise<Grown> {
  process.env.LIVRET_TEST_DATABASE_URL = url;
  const { world: made, close } = await testWorldOf({ now: () => new Date() });
  await buildDemo(made, { schools: [GROWN_SCHOOL], dossiers: Math.min(base, dossiers), seed: 1, parallel: 4 });
  const demo = await birthOf(made.db);
  const address = new URL(url);
  address.pathname = `/${await nameOf(made)}`;
  await grow(address.href, Math.ceil(dossiers / base) - 1);
  return { world: { ...made, ...(demo && { demo }) }, database: address.href, close };
}

async function nameOf({ db }: World): Promise<string> {
  const { sql } = await import("kysely");
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
  return rows[0]!.name;
}

/** What is written in one value and read with the row: whose letter it is, which dossier a payment is of. */
const NAMES_OTHERS: readonly string[] = ["mail postal", "waiting facts"];

type Column = { readonly table: string; readonly name: string; readonly type: string; readonly unique: boolean };

/** So many copies of each row of what grows. */
async function grow(url: string, times: number): Promise<void> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Nothing refers to what is not there: what is referred to is copied alike.
    await client.query("set session_replication_role = replica");
    const tables = Map.groupBy(await columnsOf(client), ({ table }) => table);
    await client.query("create temporary table grown (id uuid primary key)");
    for (const [table, columns] of tables)
      if (columns.some(({ name, type }) => name === "id" && type === "uuid"))
        await client.query(`insert into grown select id from ${table} on conflict do nothing`);
    for (const written of [NAMED, REFERRED, ELSEWHERE]) await client.query(written);
    // Those of the staff stay who they are.
    await client.query("delete from grown where id in (select account from role_grant)");
    if (times > 0) for (const [table, columns] of tables) await client.query(copying(table, columns), [times]);
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
}

async function columnsOf(client: pg.Client): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type, exists (
       select from pg_index i where i.indrelid = c.oid and i.indisunique and a.attnum = any (i.indkey)) as unique
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       and a.attgenerated = '' and c.relname <> all ($1) order by c.relname, a.attnum`,
    [[...FEW, ...UNREAD]],
  );
  return rows;
}

/** A name of their own, so that a search meets as few as among real people. */
const NAMED = `create function pg_temp.named(name text, copy integer) returns text language sql as $$
  select split_part(name, ' ', 1) || ' ' || initcap(string_agg(
    (array['ba','ro','mi','len','du','vier','cha','tel','mo','re','ga','sau','fon','pin','lo','gue'])[
      1 + get_byte(decode(md5(name || copy), 'hex'), n) % 16], '' order by n))
  from generate_series(1, 4) n $$`;

const REFERRED = `create function pg_temp.referred(reference text, copy integer) returns text language sql as $$
  select 'LV-' || overlay(upper(left(md5(reference || copy), 8)) placing '-' from 5 for 0) $$`;

/** A value in which what is copied is called, by id and reference, as its copy. */
const ELSEWHERE = `create function pg_temp.elsewhere(value jsonb, copy integer) returns jsonb language plpgsql as $$
  declare met uuid; text text := value::text;
  begin
    for met in select distinct g.id from regexp_matches(value::text, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'g') m join grown g on g.id = m[1]::uuid loop
      text := replace(text, met::text, md5(met::text || copy)::uuid::text);
    end loop;
    value := text::jsonb;
    return case when value ? 'reference' then value || jsonb_build_object('reference', pg_temp.referred(value ->> 'reference', copy)) else value end;
  end $$`;

function copying(table: string, columns: readonly Column[]): string {
  const known = columns.filter(({ type }) => type === "uuid" || type === "text");
  const looked = known.map(({ name, type }) => {
    const id =
      type === "uuid" ? `t."${name}"` : `case when t."${name}" ~ '${SUBJECT}' then right(t."${name}", 36)::uuid end`;
    return `(select g.id from grown g where g.id = ${id}) as "${name} id"`;
  });
  return `with base as materialized (select t.*${looked.map((one) => `, ${one}`).join("")} from ${table} t)
    insert into ${table} (${columns.map(({ name }) => `"${name}"`).join(", ")})
    select ${columns.map(copied).join(", ")} from base, generate_series(1, $1::integer) k on conflict do nothing`;
}
const SUBJECT = "^[a-z-]+:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";

function copied({ table, name, type, unique }: Column): string {
  const plain = `"${name}"`;
  const other = `md5("${name} id"::text || k)::uuid`;
  if (type === "uuid") return `case when "${name} id" is null then ${plain} else ${other} end`;
  if (NAMES_OTHERS.includes(`${table} ${name}`)) return `pg_temp.elsewhere("${name}", k)`;
  if (type === "timestamp with time zone") return `${plain} - k * interval '1 second'`;
  if (type === "bytea" && unique) return `sha256(${plain} || convert_to(k::text, 'UTF8'))`;
  if (type !== "text") return plain;
  return `case when "${name} id" is not null then left(${plain}, -36) || ${other} else ${textOf(table, name, unique)} end`;
}

function textOf(table: string, name: string, unique: boolean): string {
  if (name === "establishment_id") return `"${name}"`;
  if (table === "charge" && name === "reference") return `pg_temp.referred(reference, k)`;
  // What came from a bank is called by the hash of what it was.
  if (table.startsWith("bank_") || name === "bank_line" || name === "chain")
    return `case when "${name}" ~ '^(sha256:|bank-line:)?[0-9a-f]{64}$'
      then left("${name}", -64) || encode(sha256(convert_to(right("${name}", 64) || k, 'UTF8')), 'hex') else "${name}" end`;
  if (table === "dossier" && name === "number")
    return `left(number, 7) || lpad((right(number, 6)::integer + k * (
      select max(right(number, 6)::integer) from dossier))::text, 6, '0')`;
  if (["address", "address_key", "to_address"].includes(name)) return `k || '.' || "${name}"`;
  if (
    ["dossier_state name", "dossier_state also_named", "account name", "charge debtor_name"].includes(
      `${table} ${name}`,
    )
  )
    return `pg_temp.named("${name}", k)`;
  // A part of a dossier is called the same in each.
  return unique && (name === "number" || name === "reference") ? `"${name}" || '-' || k` : `"${name}"`;
}
