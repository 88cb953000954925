/**
 * How a statement reads: explained and run on a grown database as the application, by the plan that its values get and by the
 * one that a prepared statement falls back to. What a function reads inside, no plan tells: the server’s own counters do.
 */
import pg from "pg";
import { FEW } from "../grown.ts";
import type { Heard } from "./heard.ts";

/** Read of a table: so many of its rows. */
export type Whole = { readonly table: string; readonly met: number; readonly of: number };

type Plan = {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly "Rows Removed by Index Recheck"?: number;
  readonly Plans?: readonly Plan[];
};

/** A page is some dozens of rows, and what belongs to them a few hundred: beyond, and from this share on, it is the table. */
const PAGE_FULL = 400;
const SHARE = 0.05;
/** Of fewer rows no plan tells anything, but that there is no index at all. */
const GROWN = 500;

export type Judge = { readonly judge: (one: Heard) => Promise<Whole[]>; readonly end: () => Promise<void> };

export async function judgeOn(database: string, small: boolean): Promise<Judge> {
  const client = new pg.Client({ connectionString: database, options: "-c role=livret_app -c timezone=UTC" });
  await client.connect();
  const owner = new pg.Client({ connectionString: database });
  await owner.connect();
  const sizes = await sizesOf(owner);
  await owner.end();
  // A few thousand rows are read whole sooner than by any index: what counts there is whether there is another way.
  if (small) for (const way of ["seqscan", "hashjoin", "mergejoin"]) await client.query(`set enable_${way} = off`);
  const judge = async (one: Heard) => {
    const found = new Map<string, Whole>();
    for (const mode of ["force_custom_plan", "force_generic_plan"] as const)
      for (const whole of await read(client, one, mode, sizes)) found.set(whole.table, whole);
    return [...found.values()];
  };
  return { judge, end: () => client.end() };
}

async function sizesOf(owner: pg.Client): Promise<ReadonlyMap<string, number>> {
  const { rows } = await owner.query<{ table: string }>(
    "select relname as table from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
  );
  const sizes = new Map<string, number>();
  for (const { table } of rows.filter(({ table: name }) => !FEW.includes(name))) {
    const counted = await owner.query<{ n: number }>(`select count(*)::integer as n from ${table}`);
    sizes.set(table, counted.rows[0]!.n);
  }
  return sizes;
}

async function read(
  client: pg.Client,
  { text, values, school }: Heard,
  mode: string,
  sizes: ReadonlyMap<string, number>,
): Promise<Whole[]> {
  await client.query("begin");
  try {
    await client.query(`set local plan_cache_mode = ${mode}`);
    if (school !== undefined) await client.query("select set_config('livret.establishment', $1, true)", [school]);
    await client.query(`prepare judged as ${text}`);
    const before = await countersOf(client);
    const given = values.length === 0 ? "" : `(${values.map(literal).join(", ")})`;
    const { rows } = await client.query<{ "QUERY PLAN": [{ Plan: Plan }] }>(
      `explain (analyze, format json) execute judged${given}`,
    );
    const after = await countersOf(client);
    const nodes = everyNode(rows[0]!["QUERY PLAN"][0].Plan);
    return [...sizes].flatMap(([table, of]) => {
      const inside = (after.get(table) ?? 0) - (before.get(table) ?? 0);
      const own = nodes.filter((node) => node["Relation Name"] === table);
      const met = Math.max(inside, ...own.map(rowsMet));
      const whole = of >= GROWN ? met > PAGE_FULL && met >= SHARE * of : own.some(isScan);
      return whole ? [{ table, met, of }] : [];
    });
  } finally {
    await client.query("rollback");
    await client.query("deallocate all");
  }
}

const isScan = (node: Plan) => node["Node Type"] === "Seq Scan";

function rowsMet(node: Plan): number {
  const removed = (node["Rows Removed by Filter"] ?? 0) + (node["Rows Removed by Index Recheck"] ?? 0);
  return (node["Actual Rows"] + removed) * node["Actual Loops"];
}

function everyNode(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(everyNode)];
}

/** Rows read in this transaction, whoever read them. */
async function countersOf(client: pg.Client): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ table: string; met: number }>(
    `select relname as table, (seq_tup_read + coalesce(idx_tup_fetch, 0))::integer as met from pg_stat_xact_user_tables
     where schemaname = 'public'`,
  );
  return new Map(rows.map(({ table, met }) => [table, met]));
}

function literal(value: unknown): string {
  const written = pg.escapeLiteral;
  if (value === null || value === undefined) return "null";
  if (value instanceof Date) return written(value.toISOString());
  if (value instanceof Uint8Array) return `'\\x${Buffer.from(value).toString("hex")}'`;
  if (Array.isArray(value)) return written(`{${value.map((one) => JSON.stringify(String(one))).join(",")}}`);
  return written(typeof value === "object" ? JSON.stringify(value) : `${value as string | number | boolean}`);
}
