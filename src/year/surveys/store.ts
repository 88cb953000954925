/**
 * The SQL of surveys. Who is asked and whether they answered is in their enrolment's chain; what was answered is counted in one row for a
 * year and site, which no act records.
 */
import { sql } from "kysely";
import { change, dropping, keep } from "../../act/keep.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { newId } from "../../kit/id.ts";
import { hashSecret } from "../../kit/secret.ts";
import { json } from "../../kit/sql.ts";
import type { SurveyKey } from "../../law/year.ts";
import { type Counted, NOTHING_COUNTED } from "./rules/answers.ts";

/** All people of a year and site who are asked the same. */
export type Box = {
  readonly diploma: string;
  readonly year: number;
  readonly campus: string;
  readonly survey: SurveyKey;
};

export type Ask = Box & {
  readonly id: string;
  readonly enrolment: string;
  /** Null of a trainee without an account. */
  readonly account: string | null;
  readonly dossier: string;
  readonly lawVersion: string;
  readonly askedOn: Day;
  readonly closesOn: Day;
  readonly reminded: number;
  readonly state: "open" | "answered" | "ended" | "unreached";
};

const ASK = sql`a.id, a.enrolment, e.account, e.dossier, a.survey, a.diploma, a.campus, a.year, c.law_version as "lawVersion",
  to_char(a.asked_on, 'YYYY-MM-DD') as "askedOn", to_char(a.closes_on, 'YYYY-MM-DD') as "closesOn", a.reminded, a.state
  from survey_ask a join enrolment e on e.id = a.enrolment join cohort c on c.id = e.cohort`;

export async function findAsk(tx: Tx, id: string): Promise<Ask | undefined> {
  return (await sql<Ask>`select ${ASK} where a.id = ${id}::uuid`.execute(tx)).rows[0];
}

/** Of a link that was neither used nor ended. */
export async function askOfLink(tx: Tx, secret: string): Promise<Ask | undefined> {
  const { rows } = await sql<Ask>`
    select ${ASK} join survey_link l on l.ask = a.id where l.hash = ${hashSecret(secret)}`.execute(tx);
  return rows[0];
}

/** Of an account, the latest first. */
export async function asksOf(tx: Tx, account: string): Promise<readonly Ask[]> {
  const { rows } = await sql<Ask>`
    select ${ASK} where e.account = ${account}::uuid and a.state <> 'unreached' order by a.asked_on desc, a.id`.execute(
    tx,
  );
  return rows;
}

/** Those to be reminded or ended, the oldest first. */
export async function openAsks(tx: Tx, limit: number): Promise<readonly Ask[]> {
  const { rows } = await sql<Ask>`
    select ${ASK} where a.state = 'open' order by a.closes_on, a.id limit ${limit}`.execute(tx);
  return rows;
}

type Wanted = {
  readonly enrolment: string;
  readonly account: string | null;
  readonly diploma: string;
  readonly lawVersion: string;
  /** The campus of the cohort's plan; null where it has none. */
  readonly campus: string | null;
  /** The day that the survey is about, and its year. */
  readonly about: Day;
  readonly year: number;
};

type Which = { readonly from: Day; readonly to: Day; readonly limit: number; readonly only?: string | undefined };

const CAMPUS = sql`(select p.campus from cohort_plan p where p.cohort = c.id order by p.version desc limit 1) as campus`;

/** Whoever died is asked nothing, and counts among neither those asked nor those who did not answer. */
const LIVING = sql`not exists (
  select from reader_death x where x.reader = 'account:' || e.account or x.reader = 'dossier:' || e.dossier)`;

/** In training on the planned end of their cohort, between two days, and not asked yet. */
export async function endedBetween(tx: Tx, { from, to, limit, only }: Which): Promise<readonly Wanted[]> {
  const { rows } = await sql<Wanted>`
    select e.id as enrolment, e.account, c.diploma, c.law_version as "lawVersion", ${CAMPUS},
      to_char(c.ends_on, 'YYYY-MM-DD') as about, extract(year from c.ends_on)::integer as year
    from cohort c join enrolment e on e.cohort = c.id
    where c.ends_on between ${from}::date and ${to}::date and e.state = 'in-training' and ${LIVING}
      and (${only ?? null}::uuid is null or e.id = ${only ?? null}::uuid)
      and not exists (select from survey_ask a where a.enrolment = e.id and a.survey = 'end'
        and a.year = extract(year from c.ends_on)::integer)
    order by c.ends_on, e.id limit ${limit}`.execute(tx);
  return rows;
}

/** Ruled on by a jury whose decision was notified between two days, and not asked yet; one that replaces another asks nobody again, and an annulled one nobody. */
export async function ruledBetween(tx: Tx, { from, to, limit, only }: Which): Promise<readonly Wanted[]> {
  const { rows } = await sql<Wanted>`
    select e.id as enrolment, e.account, c.diploma, c.law_version as "lawVersion", ${CAMPUS},
      to_char(max(r.notified_on), 'YYYY-MM-DD') as about, extract(year from j.on_day)::integer as year
    from jury_result r join jury j on j.id = r.jury join enrolment e on e.id = r.enrolment join cohort c on c.id = e.cohort
    where r.notified_on between ${from}::date and ${to}::date and r.replaces is null and ${LIVING}
      and not exists (select from jury_annulment n where n.jury = r.jury)
      and (${only ?? null}::uuid is null or e.id = ${only ?? null}::uuid)
      and not exists (select from survey_ask a where a.enrolment = e.id and a.survey = 'six-months'
        and a.year = extract(year from j.on_day)::integer)
    group by e.id, e.account, c.id, c.diploma, c.law_version, extract(year from j.on_day)
    order by max(r.notified_on), e.id limit ${limit}`.execute(tx);
  return rows;
}

export async function insertAsk(
  tx: Tx,
  {
    enrolment,
    survey,
    diploma,
    campus,
    year,
    askedOn,
    closesOn,
    state,
  }: Omit<Ask, "id" | "account" | "dossier" | "lawVersion" | "reminded">,
): Promise<string> {
  const id = newId();
  const of = { enrolment, survey, diploma, campus, year };
  await keep(tx, "survey_ask", { id, ...of, asked_on: askedOn, closes_on: closesOn, reminded: 0, state });
  return id;
}

export async function insertLink(tx: Tx, ask: string, secret: string): Promise<void> {
  await keep(tx, "survey_link", { id: newId(), ask, hash: hashSecret(secret) });
}

export async function dropLinks(tx: Tx, ask: string): Promise<void> {
  await dropping(tx, "survey_link", tx.deleteFrom("survey_link").where("ask", "=", ask));
}

export async function putReminded(tx: Tx, ask: string, days: number): Promise<void> {
  await change(tx, "survey_ask", ask, { reminded: days });
}

export async function putState(tx: Tx, ask: string, state: "answered" | "ended"): Promise<void> {
  await change(tx, "survey_ask", ask, { state });
}

const inBox = ({ diploma, year, campus, survey }: Box) =>
  sql`diploma = ${diploma} and year = ${year} and campus = ${campus} and survey = ${survey}`;

export async function countAsked(tx: Tx, { diploma, year, campus, survey }: Box): Promise<void> {
  const { tallies, texts, months } = NOTHING_COUNTED;
  await sql`insert into survey_box (diploma, year, campus, survey, asked, answered, tallies, texts, months)
    values (${diploma}, ${year}, ${campus}, ${survey}, 1, 0, ${json(tallies)}, ${json(texts)}, ${json(months)})
    on conflict (establishment_id, diploma, year, campus, survey) do update set asked = survey_box.asked + 1`.execute(
    tx,
  );
}

type Opened = Counted & { readonly asked: number; readonly answered: number };

/** Locked until the transaction ends. */
export async function lockBox(tx: Tx, box: Box): Promise<Opened | undefined> {
  const { rows } = await sql<Opened>`
    select asked, answered, tallies, texts, months from survey_box where ${inBox(box)} for update`.execute(tx);
  return rows[0];
}

export async function putAnswered(tx: Tx, box: Box, { tallies, texts, months }: Counted): Promise<void> {
  await sql`update survey_box set answered = answered + 1, tallies = ${json(tallies)}, texts = ${json(texts)}, months = ${json(months)}
    where ${inBox(box)}`.execute(tx);
}

export async function dropBox(tx: Tx, box: Box): Promise<void> {
  await sql`delete from survey_box where ${inBox(box)}`.execute(tx);
}

type BoxCounts = Box & { readonly asked: number; readonly answered: number };

/** `lastLink`: the last day of the links that were neither used nor ended; null where none is left. */
export type OpenBox = BoxCounts & { readonly lastLink: Day | null };

/** What is still open; without what was answered. */
export async function openBoxes(tx: Tx): Promise<readonly OpenBox[]> {
  const { rows } = await sql<OpenBox>`
    select b.diploma, b.year, b.campus, b.survey, b.asked, b.answered, (
      select to_char(max(a.closes_on), 'YYYY-MM-DD') from survey_ask a where a.state = 'open' and a.diploma = b.diploma and a.year = b.year
        and a.campus = b.campus and a.survey = b.survey) as "lastLink"
    from survey_box b order by b.year desc, b.diploma, b.campus, b.survey`.execute(tx);
  return rows;
}

/** How many are asked, to tell whether they are few. */
export async function askedIn(tx: Tx, box: Box): Promise<number> {
  const { rows } = await sql<{ asked: number }>`select asked from survey_box where ${inBox(box)}`.execute(tx);
  return rows[0]?.asked ?? 0;
}

export type Closing = Opened & Box & { readonly id: string; readonly closedOn: Day };

const CLOSING = sql`id, diploma, year, campus, survey, asked, answered, tallies, texts, months, to_char(closed_on, 'YYYY-MM-DD') as "closedOn"`;

export async function insertClosing(
  tx: Tx,
  { id, closedOn, asked, answered, tallies, texts, months, ...box }: Closing,
) {
  const { diploma, year, campus, survey } = box;
  const counts = { asked, answered, tallies: json(tallies), texts: json(texts), months: json(months) };
  await keep(tx, "survey_closing", { id, diploma, year, campus, survey, ...counts, closed_on: closedOn });
}

/** The latest year first. */
export async function closingsOf(tx: Tx, diploma?: string, year?: number): Promise<readonly Closing[]> {
  const { rows } = await sql<Closing>`select ${CLOSING} from survey_closing
    where (${diploma ?? null}::text is null or diploma = ${diploma ?? null}) and (${year ?? null}::integer is null or year = ${year ?? null}::integer)
    order by year desc, diploma, campus, survey, id`.execute(tx);
  return rows;
}

export async function isClosed(tx: Tx, box: Box): Promise<boolean> {
  return (await sql`select 1 from survey_closing where ${inBox(box)}`.execute(tx)).rows.length > 0;
}

/** Erased with the enrolment; what was answered stays, and is nobody's. */
export async function eraseAsks(tx: Tx, enrolment: string): Promise<void> {
  const asks = tx.selectFrom("survey_ask").select("id").where("enrolment", "=", enrolment);
  await dropping(tx, "survey_link", tx.deleteFrom("survey_link").where("ask", "in", asks));
  await dropping(tx, "survey_ask", tx.deleteFrom("survey_ask").where("enrolment", "=", enrolment));
}

export async function countUnreached(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from survey_ask where state = 'unreached'`.execute(tx);
  return rows[0]!.count;
}
