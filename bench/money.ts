/**
 * `npm run bench money`: who owes what by age, what is to be reminded of, the account of a fund and of a person, in a school of many charges that
 * are owed, on PostgreSQL 17. Milliseconds as the clock goes, for one reader; the goal is 150.
 */
import { sql } from "kysely";
import { view } from "../src/act/act.ts";
import { seeAgeGroups, seeAges } from "../src/billing/ages/views.ts";
import { seeDebtor } from "../src/billing/debtors/views.ts";
import { listToRemind } from "../src/billing/dunning/views.ts";
import { seeToInvoice } from "../src/contracts/invoicing/views.ts";
import { withSchool } from "../src/db/school.ts";
import { startPostgres } from "../src/test/postgres.ts";
import { FINANCE } from "../src/test/invoicing.ts";
import { testWorldOf } from "../src/test/server.ts";
import { median } from "./measure.ts";

const SCHOOL = "faire-ess";
const TODAY = "2026-12-01";
/** Charges of one fund, and the share of all that is owed by funds: one in ten. */
const OF_A_FUND = 500;
/** Rows in one statement. */
const BATCH = 5_000;

export async function benchMoney(rounds: number, charges: number): Promise<void> {
  const postgres = await startPostgres({ shared_buffers: "512MB", max_wal_size: "4GB" });
  if (!postgres) return console.log("\nMoney owed: not measured, postgresql-17 is not installed");
  process.env.LIVRET_TEST_DATABASE_URL = postgres.url;
  const { world, close } = await testWorldOf({ now: () => new Date(`${TODAY}T09:00:00Z`) });
  const within = (rows: ReturnType<typeof sql>) => withSchool(world.db, SCHOOL, (tx) => rows.execute(tx));
  try {
    for (let from = 1; from <= charges; from += BATCH)
      await within(charged(charges, from, Math.min(charges, from + BATCH - 1)));
    for (const rows of [STATES, DEBTORS, LOOKS]) await within(rows);
    await vacuumed(postgres.url, await nameOf(world.db));
    const { rows } = await withSchool(world.db, SCHOOL, (tx) =>
      sql<{
        debtor: string;
        count: number;
      }>`select debtor, count(*)::integer as count from charge where debtor is not null
        group by debtor order by count(*) desc, debtor limit 1`.execute(tx),
    );
    const fund = rows[0]!;
    const person = (
      await withSchool(world.db, SCHOOL, (tx) =>
        sql<{ about: string }>`select about from charge where debtor is null order by id limit 1`.execute(tx),
      )
    ).rows[0]!.about;
    const asked = <I>(input: I) => ({ actor: FINANCE, establishment: SCHOOL, input });
    console.log(`\nMoney owed by ${charges.toLocaleString("en")} charges, PostgreSQL 17 without fsync, ms (goal 150)`);
    await told("who owes what, by age", rounds, () => view(world, seeAges, asked({})));
    await told("the same on a first page", rounds, () => view(world, seeAgeGroups, asked({})));
    await told("how much is to be invoiced", rounds, () => view(world, seeToInvoice, asked({})));
    await told("what is to be reminded of", rounds, () => view(world, listToRemind, asked({})));
    await told(`the account of a fund (${fund.count})`, rounds, () =>
      view(world, seeDebtor, asked({ debtor: fund.debtor })),
    );
    await told("the account of a person", rounds, () => view(world, seeDebtor, asked({ debtor: person })));
  } finally {
    await close();
    delete process.env.LIVRET_TEST_DATABASE_URL;
    await postgres.stop();
  }
}

async function told(what: string, rounds: number, run: () => Promise<unknown>): Promise<void> {
  await run();
  const spent: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    await run();
    spent.push(performance.now() - started);
  }
  const [least, most] = [Math.min(...spent), Math.max(...spent)];
  console.log(`  ${what}: ${median(spent).toFixed(0)} (${least.toFixed(0)} at least, ${most.toFixed(0)} at most)`);
}

async function nameOf(db: Parameters<typeof withSchool>[0]): Promise<string> {
  const { rows } = await withSchool(db, SCHOOL, (tx) =>
    sql<{ name: string }>`select current_database() as name`.execute(tx),
  );
  return rows[0]!.name;
}

/** As a server that has lived for a while. */
async function vacuumed(url: string, database: string): Promise<void> {
  const { default: pg } = await import("pg");
  const address = new URL(url);
  address.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  await client.query("vacuum analyze");
  await client.end();
}

/** Due over two years, a quarter of them past their day; one in ten of a fund. */
function charged(count: number, from: number, to: number) {
  return sql`
    insert into charge (id, about, debtor, debtor_name, lines, total, reference, charged_on, due_on, called)
    select gen_random_uuid(), 'dossier:' || gen_random_uuid(),
      case when n % 10 = 0 then 'payer:' || md5('payer' || (n / ${OF_A_FUND * 10}))::uuid end,
      'Camille Durand ' || n, '[{"key": "interview-fee", "label": {"fr": "frais", "en": "fee"}, "amount": 16000}]'::jsonb, 16000,
      'LV-' || translate(lpad(to_hex(n / 65536), 4, '0'), 'abcdef', 'ABCDEF') || '-' || translate(lpad(to_hex(n % 65536), 4, '0'), 'abcdef', 'ABCDEF'),
      '2026-01-01'::date, ${TODAY}::date - 180 + (n * 720::bigint / ${count})::integer, 'D-2026-' || lpad(n::text, 6, '0')
    from generate_series(${from}::bigint, ${to}::bigint) n`;
}

const STATES = sql`
  insert into charge_state (id, state, total, paid, waived, refunded, balance, due_on, suspended, subject)
  select id, 'owed', total, 0, 0, 0, total, due_on, called like '%77', right(about, 36)::uuid from charge`;

const DEBTORS = sql`
  insert into debtor_state (debtor, open)
  select case when debtor is null then about else debtor end, sum(total)::integer from charge group by 1`;

/** A contract for each charge, something to issue for one in fifty. */
const LOOKS = sql`
  insert into invoicing_look (id, looks, seen, since, asks, credits)
  select id, 3, '1/2/3', case when called like '%50' or called like '%00' then '2026-11-20'::date end,
    case when called like '%50' or called like '%00' then 16000 else 0 end, 0 from charge`;
