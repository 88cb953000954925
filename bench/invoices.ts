/**
 * `npm run bench invoices`: the list of invoices by each filter, and finding one by number or name, in a school of many, on PostgreSQL 17, beside
 * the same first page read by hand by its best index. Milliseconds as the clock goes, for one reader; the goal is 150.
 */
import { sql } from "kysely";
import { type ActWorld, view } from "../src/act/act.ts";
import { findInvoices, listInvoices } from "../src/billing/invoices/views.ts";
import { seeIssuedToPayer, seePaidTrainees } from "../src/contracts/payers/views.ts";
import { withSchool } from "../src/db/school.ts";
import { draft, employer, FINANCE, issued, selling } from "../src/test/invoicing.ts";
import { startPostgres } from "../src/test/postgres.ts";
import { testWorld } from "../src/test/world.ts";
import { median } from "./measure.ts";

const SCHOOL = "school-a";
const NAMES = ["Durand Ada", "Martin Bob", "Petit Chloé", "Nguyen Dao", "Moreau Ève", "Ndiaye Fay"];

export async function benchInvoices(rounds: number, invoices: number): Promise<void> {
  const postgres = await startPostgres({ shared_buffers: "512MB", max_wal_size: "4GB" });
  if (!postgres) return console.log("\nInvoices: not measured, postgresql-17 is not installed");
  process.env.LIVRET_TEST_DATABASE_URL = postgres.url;
  const given = await testWorld({ now: "2026-12-01T09:00:00Z" });
  const world = selling(given.world);
  try {
    const payer = await employer(given.world, SCHOOL);
    const fund = { source: "other-body", debtor: { payer } } as const;
    await issued(world, SCHOOL, draft(), draft(), draft(fund));
    await copied(postgres.url, world, Math.ceil(invoices / 3));
    const asked = <I>(input: I) => ({ actor: FINANCE, establishment: SCHOOL, input });
    console.log(
      `\n${invoices.toLocaleString("en")} invoices, PostgreSQL 17 without fsync, ms (goal 150), and how many times a page by hand`,
    );
    const hand = await taken(rounds, () =>
      withSchool(world.db, SCHOOL, (tx) =>
        sql`select i.number, c.debtor_name, s.balance from (select charge, number, issued_on, id from invoice
          order by issued_on desc, id desc limit 51) i join charge c on c.id = i.charge join charge_state s on s.id = c.id
          order by i.issued_on desc, i.id desc`.execute(tx),
      ),
    );
    const told = async (name: string, ask: () => Promise<unknown>) => {
      const ms = await taken(rounds, ask);
      console.log(`  ${name}: ${ms.toFixed(1)}, × ${(ms / hand).toFixed(1)}${ms > 150 ? " (over the goal)" : ""}`);
    };
    for (const which of ["all", "open", "late", "credits"] as const)
      await told(`listed, ${which}`, () => view(world, listInvoices, asked({ which })));
    for (const text of ["F-2", "F-2026-00001", "Durand", "Martin Bob 3333", "personne"])
      await told(`found by «${text}»`, () => view(world, findInvoices, asked({ text })));
    const days = { payer, from: "2026-01-01", to: "2026-03-31" };
    await told("the trainees of a fund", () => view(world, seePaidTrainees, asked({ payer })));
    await told("what was issued to it in three months", () => view(world, seeIssuedToPayer, asked(days)));
  } finally {
    await given.close();
    delete process.env.LIVRET_TEST_DATABASE_URL;
    await postgres.stop();
  }
}

async function taken(rounds: number, ask: () => Promise<unknown>): Promise<number> {
  const ms: number[] = [];
  // The first ones warm up.
  for (let round = -2; round < rounds; round++) {
    const started = performance.now();
    await ask();
    if (round >= 0) ms.push(performance.now() - started);
  }
  return median(ms);
}

/** So many copies of each, on days of four years, an eighth of them to be paid. They prove nothing: they are there to be read. */
async function copied(url: string, { db }: Pick<ActWorld, "db">, times: number): Promise<void> {
  const { rows } = await withSchool(db, SCHOOL, (tx) =>
    sql<{ name: string }>`select current_database() as name`.execute(tx),
  );
  const { default: pg } = await import("pg");
  const address = new URL(url);
  address.pathname = `/${rows[0]!.name}`;
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  const copy = async (table: string, on: string, changed: Readonly<Record<string, string>>) => {
    const columns = await client.query<{ name: string }>(
      "select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''",
      [table],
    );
    const names = columns.rows.map(({ name }) => name);
    const values = names.map((name) => changed[name] ?? `x."${name}"`);
    await client.query(
      `insert into ${table} (${names.map((name) => `"${name}"`).join(", ")}) select ${values.join(", ")} from ${table} x join copies m on ${on}`,
    );
  };
  try {
    await client.query("set session_replication_role = replica");
    await client.query(
      `create temporary table copies as select i.id as invoice, i.charge, n, row_number() over ()::integer + 3 as place,
         gen_random_uuid() as new_invoice, gen_random_uuid() as new_charge, date '2023-01-01' + n % 1400 as on_day,
         ($2::text[])[1 + n % ${NAMES.length}] || ' ' || n as name
       from invoice i cross join generate_series(1, $1::integer) n`,
      [times, NAMES],
    );
    const about = "'contract:' || md5(m.n::text)::uuid";
    const letters = (from: number) =>
      `(select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + (get_byte(uuid_send(m.new_charge), b) & 31), 1), '') from generate_series(${from}, ${from + 3}) b)`;
    await copy("charge", "x.id = m.charge", {
      id: "m.new_charge",
      about,
      debtor_name: "m.name",
      reference: `'LV-' || ${letters(0)} || '-' || ${letters(10)}`,
      charged_on: "m.on_day",
      due_on: "m.on_day + 30",
    });
    const balance = "case when m.n % 8 = 0 then x.balance else 0 end";
    await copy("charge_state", "x.id = m.charge", { id: "m.new_charge", due_on: "m.on_day + 30", balance });
    await copy("invoice", "x.id = m.invoice", {
      id: "m.new_invoice",
      charge: "m.new_charge",
      number: "'F-' || to_char(m.on_day, 'YYYY') || '-' || lpad(m.place::text, 6, '0')",
      issued_on: "m.on_day",
    });
    const part = { id: "gen_random_uuid()", invoice: "m.new_invoice", charge: "m.new_charge", about };
    await copy("invoice_part", "x.invoice = m.invoice", part);
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
}
