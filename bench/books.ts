/**
 * `npm run bench books`: a month for the accountant and income at a day, in a school of many charges, each paid, all months closed but the
 * last, on PostgreSQL 17. Seconds as the clock goes, for one reader; the peer reads the rows of the month's entries, and adds them up.
 */
import { sql } from "kysely";
import pg from "pg";
import { perform, view } from "../src/act/act.ts";
import { closeBooks } from "../src/books/acts.ts";
import { exportBooks, seeBooks, seeIncome } from "../src/books/views.ts";
import { withSchool } from "../src/db/school.ts";
import { addDays, addMonths } from "../src/kit/day.ts";
import { startPostgres } from "../src/test/postgres.ts";
import { FINANCE, selling } from "../src/test/invoicing.ts";
import { newAttempt } from "../src/test/world.ts";
import { testWorldOf } from "../src/test/server.ts";
import { median } from "./measure.ts";

const SCHOOL = "faire-ess";
const FIRST = "2024-01-01";
const MONTHS = 36;
/** Rows in one statement. */
const BATCH = 5_000;
const LAST = addMonths(FIRST, MONTHS - 1);

export async function benchBooks(rounds: number, charges: number): Promise<void> {
  const postgres = await startPostgres({ shared_buffers: "512MB", max_wal_size: "4GB" });
  if (!postgres) return console.log("\nThe books: not measured, postgresql-17 is not installed");
  process.env.LIVRET_TEST_DATABASE_URL = postgres.url;
  const { world: made, close } = await testWorldOf({ now: () => new Date(`${addMonths(FIRST, MONTHS)}T09:00:00Z`) });
  const world = selling(made);
  try {
    for (let from = 1; from <= charges; from += BATCH)
      await withSchool(world.db, SCHOOL, (tx) =>
        charged(charges, from, Math.min(charges, from + BATCH - 1)).execute(tx),
      );
    await withSchool(world.db, SCHOOL, (tx) => paid.execute(tx));
    const closed = await perform(world, closeBooks, {
      actor: FINANCE,
      establishment: SCHOOL,
      attempt: newAttempt(),
      input: { until: addDays(LAST, -1) },
    });
    if (closed.kind !== "done") throw new Error(JSON.stringify(closed));
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(world.db);
    await analysed(postgres.url, rows[0]!.name);
    const month = { from: LAST, to: addDays(addMonths(LAST, 1), -1) };
    const before = { from: addMonths(LAST, -1), to: addDays(LAST, -1) };
    const asked = <I>(input: I) => ({ actor: FINANCE, establishment: SCHOOL, input });
    console.log(`\nThe books of ${charges.toLocaleString("en")} charges, PostgreSQL 17 without fsync, seconds`);
    await told("a month that is open", rounds, () => view(world, seeBooks, asked(month)));
    await told("a month that is closed", rounds, () => view(world, seeBooks, asked(before)));
    await told("  the same rows raw", rounds, () => withSchool(world.db, SCHOOL, (tx) => raw(before).execute(tx)));
    await told("the extract of a month that is open", rounds, () => view(world, exportBooks, asked(month)));
    await told("the extract of a month that is closed", rounds, () => view(world, exportBooks, asked(before)));
    await told("income at a day", rounds, () => view(world, seeIncome, asked({ on: month.to })));
  } finally {
    await close();
    delete process.env.LIVRET_TEST_DATABASE_URL;
    await postgres.stop();
  }
}

/** As its owner, whose alone the statistics are. */
async function analysed(url: string, database: string): Promise<void> {
  const address = new URL(url);
  address.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  await client.query("vacuum analyze");
  await client.end();
}

async function told(what: string, rounds: number, run: () => Promise<unknown>): Promise<void> {
  await run();
  const spent: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    await run();
    spent.push((performance.now() - started) / 1000);
  }
  console.log(`  ${what}: ${median(spent).toFixed(2)} (${Math.max(...spent).toFixed(2)} at most)`);
}

/** Of as many people, evenly over the days; a hundred charges each of as many payers. */
function charged(count: number, from: number, to: number) {
  const days = MONTHS * 30;
  return sql`
    insert into charge (id, about, debtor, debtor_name, lines, total, reference, charged_on, due_on, called)
    select gen_random_uuid(), 'dossier:' || gen_random_uuid(), case when n % 10 = 0 then 'payer:' || md5('payer' || (n / 1000))::uuid end,
      'Camille Durand ' || n, '[{"key": "interview-fee", "label": {"fr": "frais", "en": "fee"}, "amount": 16000}]'::jsonb, 16000,
      'LV-' || translate(lpad(to_hex(n / 65536), 4, '0'), 'abcdef', 'ABCDEF') || '-' || translate(lpad(to_hex(n % 65536), 4, '0'), 'abcdef', 'ABCDEF'),
      ${FIRST}::date + (n * ${days} / ${count})::integer, ${FIRST}::date + (n * ${days} / ${count})::integer + 15, 'D-2026-' || lpad(n::text, 6, '0')
    from generate_series(${from}::bigint, ${to}::bigint) n`;
}

const paid = sql`
  insert into payment (id, number, charge, amount, paid_on, recorded_on, means)
  select gen_random_uuid(), 'R-' || called, id, case when called like '%7' then total - 100 else total end, charged_on + 5, charged_on + 5, 'transfer' from charge
  where called not like '%99'`;

const raw = ({ from, to }: { readonly from: string; readonly to: string }) => sql`
  select e.journal, e.number, e.booked_on, e.piece, e.label, e.lines from books_entry e where e.booked_on between ${from}::date and ${to}::date
  order by e.booked_on, e.sorted, e.place`;
