/** The SQL of the year's rates: who is counted, and what was published. */
import { sql } from "kysely";
import { keep } from "../../act/keep.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import type { Basis } from "../../law/law.ts";
import { json } from "../../kit/sql.ts";
import type { Ruling, Trained, TrainingFact } from "./rules/person.ts";
import type { Shown } from "./rules/shown.ts";

export type InYear = Trained & {
  readonly name: string;
  readonly number: string;
  readonly dossier: string;
  readonly cohort: string;
  /** The campus of the cohort's plan; null where it has none. */
  readonly campus: string | null;
};

/** Whose planned end falls in the year, or on whom a jury of the year ruled. */
export async function peopleOfYear(tx: Tx, diploma: string, year: number): Promise<readonly InYear[]> {
  const { rows } = await sql<Omit<InYear, "facts" | "rulings"> & { facts: TrainingFact[]; rulings: Ruling[] }>`
    select e.id as enrolment, e.name, e.dossier, coalesce((select d.number from dossier d where d.id = e.dossier), '') as number, c.name as cohort,
      to_char(c.starts_on, 'YYYY-MM-DD') as "startsOn", to_char(c.ends_on, 'YYYY-MM-DD') as "plannedEnd",
      (select p.campus from cohort_plan p where p.cohort = c.id order by p.version desc limit 1) as campus,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', f.kind, 'on', to_char(f.on_day, 'YYYY-MM-DD')) order by f.number), '[]')
        from enrolment_fact f where f.enrolment = e.id) as facts,
      (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'replaces', r.replaces, 'on', to_char(j.on_day, 'YYYY-MM-DD'),
          'outcome', r.outcome, 'stands', exists (select from standing_result s where s.id = r.id)) order by j.on_day, r.published_at, r.id), '[]')
        from jury_result r join jury j on j.id = r.jury where r.enrolment = e.id
          and not exists (select from jury_annulment a where a.jury = j.id)) as rulings
    from cohort c join enrolment e on e.cohort = c.id
    where c.diploma = ${diploma} and (extract(year from c.ends_on) = ${year} or exists (
      select from jury_result r join jury j on j.id = r.jury where r.enrolment = e.id and extract(year from j.on_day) = ${year}
        and not exists (select from jury_annulment a where a.jury = j.id)))
    order by e.name, e.id`.execute(tx);
  return rows;
}

/** For the doctor’s check. */
export async function allPublications(tx: Tx): Promise<readonly Publication[]> {
  return (await sql<Publication>`select ${PUBLICATION} from figures_published order by id`.execute(tx)).rows;
}

/** One publication at a time in a school. */
export async function lockFigures(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('livret.figures ' || current_setting('livret.establishment')))`.execute(
    tx,
  );
}

export type Publication = {
  readonly id: string;
  readonly diploma: string;
  readonly year: number;
  readonly version: number;
  readonly answer: Readonly<Record<string, unknown>>;
  readonly basis: Basis;
  readonly inputHash: string;
  readonly shown: Shown;
  readonly shownHash: string;
  readonly publishedOn: Day;
  readonly publishedBy: string;
};

const PUBLICATION = sql`id, diploma, year, version, answer, basis, input_hash as "inputHash", shown, shown_hash as "shownHash",
  to_char(published_on, 'YYYY-MM-DD') as "publishedOn", published_by as "publishedBy"`;

/** The latest year first, and in it the latest version. */
export async function publicationsOf(tx: Tx, diploma: string): Promise<readonly Publication[]> {
  const { rows } = await sql<Publication>`select ${PUBLICATION} from figures_published
    where diploma = ${diploma} order by year desc, version desc, id`.execute(tx);
  return rows;
}

export async function insertPublication(tx: Tx, { answer, basis, shown, ...one }: Publication & { readonly at: Date }) {
  const { id, diploma, year, version, inputHash, shownHash, publishedOn, publishedBy, at } = one;
  await keep(tx, "figures_published", {
    id,
    diploma,
    year,
    version,
    answer: json(answer),
    basis: json(basis),
    input_hash: inputHash,
    shown: json(shown),
    shown_hash: shownHash,
    published_on: publishedOn,
    published_by: publishedBy,
    published_at: at,
  });
}

/** In which a training ends as planned or a jury ruled, or whose rates were published; the latest first. */
export async function yearsWithPeople(tx: Tx): Promise<readonly { readonly diploma: string; readonly year: number }[]> {
  const { rows } = await sql<{ diploma: string; year: number }>`
    select distinct diploma, year from (
      select c.diploma, extract(year from c.ends_on)::integer as year from cohort c
      union all select c.diploma, extract(year from j.on_day)::integer
        from jury j join exam_session c on c.id = j.session where j.notified_on is not null
      union all select f.diploma, f.year from figures_published f
    ) y order by year desc, diploma limit 200`.execute(tx);
  return rows;
}
