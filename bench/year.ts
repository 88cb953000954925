/**
 * `npm run bench year`: the director's pages, the rates of a year, who is behind them, the evidence and the yearly declaration, in a school of
 * many dossiers over many years, on PostgreSQL 17. Milliseconds as the clock goes, for one reader; goals: a page 150, a whole year counted 2 000.
 */
import { sql } from "kysely";
import pg from "pg";
import { type ActWorld, inOneReading, type View, view } from "../src/act/act.ts";
import { seeIncome } from "../src/books/views.ts";
import { sayWhoPays } from "../src/contracts/acts.ts";
import { withSchool } from "../src/db/school.ts";
import { withExampleLegal } from "../src/house/example-legal.ts";
import { lawWorld } from "../src/house/world.ts";
import { candidate } from "../src/test/dossiers.ts";
import { draft, issued } from "../src/test/invoicing.ts";
import { deed } from "../src/test/people.ts";
import { startPostgres } from "../src/test/postgres.ts";
import { LAWS, testWorldOf } from "../src/test/server.ts";
import { aCohort, anAccepted, employed, enrolled, plannedCohort } from "../src/test/trainees.ts";
import { seeBpf, seeBpfCell, seeBpfs } from "../src/year/bpf/views.ts";
import { seeEvidence } from "../src/year/director/evidence.ts";
import {
  countWaiting,
  seeDeadlines,
  seeFunnel,
  seeHoursByUnit,
  seeMoneyByMonth,
  whoReachedStep,
} from "../src/year/director/views.ts";
import { seeLatestRates, seeYear, seeYears, whoIsCounted } from "../src/year/figures/views.ts";
import { median } from "./measure.ts";

const SCHOOL = "faire-ess";
const YEAR = 2026;
/** Of a school of 100 000 dossiers: as many in an intake, enrolled in a cohort, and half-days of a cohort in the year. */
const [OF_AN_INTAKE, OF_A_COHORT, COHORTS_A_YEAR, HALF_DAYS] = [5_000, 100, 6, 120];
/** Of those who apply, one in so many is enrolled. */
const ONE_IN = 8;

export async function benchYear(rounds: number, dossiers: number): Promise<void> {
  const postgres = await startPostgres({ shared_buffers: "512MB", max_wal_size: "4GB" });
  if (!postgres) return console.log("\nThe year: not measured, postgresql-17 is not installed");
  process.env.LIVRET_TEST_DATABASE_URL = postgres.url;
  let now = new Date("2026-11-25T09:00:00Z");
  const told = lawWorld(withExampleLegal(LAWS), { diploma: undefined, establishment: undefined });
  const { world, close } = await testWorldOf({ ...told, now: () => now });
  try {
    const officer = await employed(
      world,
      "Anna Officier",
      "admission-officer",
      "finance",
      "director",
      "head-of-training",
    );
    const cohort = await aCohort(world, officer.actor);
    await plannedCohort(world, officer.actor, cohort);
    const one = await anAccepted(world, { name: "Ada Seule" });
    await deed(world, sayWhoPays, candidate(world, one), { dossier: one.dossier, others: [], status: "own-cost" });
    const enrolment = await enrolled(world, officer.actor, one, cohort);
    await issued(
      world,
      SCHOOL,
      draft({ about: `contract:${one.dossier}`, period: { from: "2026-12-07", to: "2026-12-31" } }),
    );
    await grown(postgres.url, world, { dossiers, dossier: one.dossier, enrolment, cohort });
    now = new Date(`${String(YEAR + 1)}-04-12T09:00:00Z`);
    const run = async (what: string, asked: View, input: object) => {
      const found = async () => {
        // As a page reads: a statement that is asked again is answered once.
        const seen = await inOneReading(world, SCHOOL, (reading) =>
          view(world, asked, { actor: officer.actor, establishment: SCHOOL, input }, reading),
        );
        if (seen.kind !== "found") throw new Error(`${asked.name}: ${seen.kind}`);
        return seen.value;
      };
      const value = await found();
      const spent: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const started = performance.now();
        await found();
        spent.push(performance.now() - started);
      }
      console.log(`  ${what}: ${median(spent).toFixed(0)} (${Math.max(...spent).toFixed(0)} at most)`);
      return value;
    };
    console.log(
      `\nThe year of ${dossiers.toLocaleString("en")} dossiers, PostgreSQL 17 without fsync, ms (goals 150; a whole year 2 000)`,
    );
    const { intakes } = (await run("the funnel of an intake", seeFunnel, {})) as { intakes: { id: string }[] };
    await run("who reached a step", whoReachedStep, { intake: intakes[0]!.id, step: "begun" });
    await run("hours by cohort and unit", seeHoursByUnit, {});
    await run("days ahead, and what the team has to do", seeDeadlines, {});
    await run("what is to be signed", countWaiting, { keys: ["signProgramme", "countersignContract"] });
    await run("money by month", seeMoneyByMonth, {});
    await run("the rates published last", seeLatestRates, {});
    await run("the years", seeYears, {});
    await run("the rates of a year", seeYear, { diploma: "deis", year: YEAR });
    await run("who is counted in them", whoIsCounted, { diploma: "deis", year: YEAR, rate: "perseverance" });
    await run("the evidence of quality", seeEvidence, { diploma: "deis", year: YEAR });
    await run("the declarations", seeBpfs, {});
    await run("a declaration", seeBpf, { year: YEAR });
    await run("income at a day, as the books close", seeIncome, { on: `${String(YEAR)}-12-31` });
    await run("a cell of people", seeBpfCell, { year: YEAR, cell: "F1-d" });
    await run("a cell of money", seeBpfCell, { year: YEAR, cell: "C-11" });
  } finally {
    await close();
    delete process.env.LIVRET_TEST_DATABASE_URL;
    await postgres.stop();
  }
}

type Grown = {
  readonly dossiers: number;
  readonly dossier: string;
  readonly enrolment: string;
  readonly cohort: string;
};

/** Copies of one person, one cohort and one invoice, each under other ids. They prove nothing: they are there to be read. */
async function grown(
  url: string,
  { db }: Pick<ActWorld, "db">,
  { dossiers, dossier, enrolment, cohort }: Grown,
): Promise<void> {
  const { rows } = await withSchool(db, SCHOOL, (tx) =>
    sql<{ name: string }>`select current_database() as name`.execute(tx),
  );
  const address = new URL(url);
  address.pathname = `/${rows[0]!.name}`;
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  const copy = async (table: string, which: string, from: string, changed: Readonly<Record<string, string>>) => {
    const columns = await client.query<{ name: string }>(
      "select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum",
      [table],
    );
    const names = columns.rows.map(({ name }) => name).filter((name) => changed[name] !== "default");
    const values = names.map((name) => changed[name] ?? `x."${name}"`);
    await client.query(
      `insert into ${table} (${names.map((name) => `"${name}"`).join(", ")})
        select ${values.join(", ")} from (select * from ${table} where ${which}) x cross join ${from}`,
    );
  };
  const cohorts = Math.max(1, Math.ceil(dossiers / ONE_IN / OF_A_COHORT));
  const of = (kind: string, n: string) => `md5('${kind}' || ${n})::uuid`;
  const people = `generate_series(1, ${String(dossiers)}) n`;
  const trainees = `generate_series(${String(ONE_IN)}, ${String(dossiers)}, ${String(ONE_IN)}) n`;
  const seat = `((n / ${String(ONE_IN)}) % ${String(cohorts)})`;
  // The latest begins when the copied one does; two a year before it, each of three years.
  const months = `make_interval(months => -${String(12 / COHORTS_A_YEAR)} * k::integer)`;
  const fresh = "gen_random_uuid()";
  try {
    await client.query("set session_replication_role = replica");
    const intakes = `generate_series(1, ${String(Math.ceil(dossiers / OF_AN_INTAKE))}) k`;
    await copy("intake", `id = (select intake from dossier where id = '${dossier}')`, intakes, {
      id: of("intake", "k"),
      opens_at: "x.opens_at - make_interval(months => 6 * k::integer)",
      closes_at: "x.closes_at - make_interval(months => 6 * k::integer)",
      state: "'closed'",
    });
    const intake = of("intake", `(1 + (n - 1) / ${String(OF_AN_INTAKE)})`);
    const started = `x.started_at - make_interval(months => 6 * ((n - 1) / ${String(OF_AN_INTAKE)})::integer)`;
    const own = { dossier: of("dossier", "n"), id: fresh };
    const whose = `dossier = '${dossier}'`;
    await copy("dossier", `id = '${dossier}'`, people, {
      id: own.dossier,
      intake,
      number: "'D-' || n",
      account: "null::uuid",
      started_at: started,
    });
    await copy("dossier_state", `id = '${dossier}'`, people, {
      id: own.dossier,
      intake,
      name: "'Durand Camille ' || n",
      folded: "default",
      near: "default",
      by_age: "default",
      beyond: "default",
    });
    await copy("submission", whose, people, { ...own, number: "'D-' || n || '-' || x.place" });
    await copy("admission_fact", whose, people, own);
    await copy("admission_state", `id = '${dossier}'`, people, {
      id: own.dossier,
      intake,
      account: "null::uuid",
      list: "null::uuid",
    });
    const all = `generate_series(0, ${String(cohorts - 1)}) k`;
    await copy("cohort", `id = '${cohort}'`, all, {
      id: of("cohort", "k"),
      name: "'Promotion ' || k",
      starts_on: `(x.starts_on + ${months})::date`,
      ends_on: `(x.ends_on + ${months})::date`,
    });
    await copy("cohort_plan", `cohort = '${cohort}'`, all, { id: fresh, cohort: of("cohort", "k") });
    const seated = { cohort: of("cohort", seat), account: "null::uuid" };
    await copy("enrolment", `id = '${enrolment}'`, trainees, {
      id: of("enrolment", "n"),
      dossier: own.dossier,
      name: "'Durand Camille ' || n",
      ...seated,
    });
    await copy("contract_state", `id = '${dossier}'`, trainees, { id: own.dossier });
    await copy("contract_fact", whose, trainees, own);
    // Half-days of the year, signed, of the cohorts that are there in it.
    await client.query(
      `insert into lesson (establishment_id, id, cohort, unit, on_day, from_time, to_time, trainer, planned_by, planned_at)
        select c.establishment_id, md5('lesson' || c.id || h)::uuid, c.id, (array['UF1.1', 'UF2.1', 'UF2.4', 'UF3.1'])[1 + h % 4],
          date '${String(YEAR)}-01-05' + 3 * (h / 2), case when h % 2 = 0 then '09:00' else '13:30' end,
          case when h % 2 = 0 then '12:30' else '17:00' end, 'account:' || md5('trainer' || h % 40)::uuid, 'operator', now()
        from cohort c cross join generate_series(0, ${String(HALF_DAYS - 1)}) h
        where c.starts_on <= '${String(YEAR)}-12-31' and c.ends_on >= '${String(YEAR)}-01-01'`,
    );
    await client.query(
      `insert into attendance (establishment_id, id, enrolment, lesson, number, status, how, recorded_by, recorded_at)
        select l.establishment_id, md5('attendance' || l.id || e.id)::uuid, e.id, l.id, 1,
          case when get_byte(uuid_send(md5(l.id::text || e.id)::uuid), 0) < 20 then 'absent' else 'present' end, 'listed', 'operator', now()
        from lesson l join enrolment e on e.cohort = l.cohort`,
    );
    await client.query(
      `insert into attendance_list (establishment_id, id, lesson, records, shown, signed_by, signed_at)
        select establishment_id, gen_random_uuid(), lesson, jsonb_agg(id), '', 'operator', '${String(YEAR)}-06-01'
        from attendance group by establishment_id, lesson`,
    );
    // What was invoiced: one document in eight years of each dossier, fees of the others.
    const paid = `md5('charge' || n)::uuid`;
    const day = `date '2019-01-01' + (n * 2900::bigint / ${String(dossiers)})::integer`;
    await client.query("create temporary table sample as select i.id, i.charge from invoice i limit 1");
    await copy("charge", "id = (select charge from sample)", people, {
      id: paid,
      about: `'contract:' || ${own.dossier}`,
      reference:
        "'LV-' || translate(lpad(to_hex(n / 65536), 4, '0'), 'abcdef', 'ABCDEF') || '-' || translate(lpad(to_hex(n % 65536), 4, '0'), 'abcdef', 'ABCDEF')",
      charged_on: day,
      due_on: `${day} + 30`,
    });
    await copy("charge_state", "id = (select charge from sample)", people, { id: paid, due_on: `${day} + 30` });
    await copy("invoice", "id = (select id from sample)", people, {
      id: of("invoice", "n"),
      charge: paid,
      number: "'F-' || to_char(" + day + ", 'YYYY') || '-' || lpad((900000 + n)::text, 7, '0')",
      issued_on: day,
      period_from: `${day} - 60`,
      period_to: day,
    });
    await copy("invoice_part", "invoice = (select id from sample)", people, {
      id: fresh,
      invoice: of("invoice", "n"),
      charge: paid,
      about: `'contract:' || ${own.dossier}`,
    });
    // All is invoiced of those whose training is over.
    await client.query(
      `update invoice_part p set amount = 2000000 from enrolment e join cohort c on c.id = e.cohort
        where p.about = 'contract:' || e.dossier and c.ends_on < '${String(YEAR)}-01-01'`,
    );
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
}
