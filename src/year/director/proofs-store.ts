/** The SQL of the papers and rows behind one kind of evidence. */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import { CHOSEN } from "../../intake/intake.ts";
import type { Day } from "../../kit/day.ts";
import type { Proof } from "../../law/year.ts";
import { handedInTime, HAS_FIGURE } from "./evidence-store.ts";

export type ProofRow = {
  readonly on: Day;
  /** Of what its page is about: an intake, a lesson, an enrolment, a session; `part` names one of several. */
  readonly about: string;
  readonly part: string | null;
  /** The person, where it is about one. */
  readonly dossier: string | null;
  readonly name: string;
};

/** All but the public page, which is a file and no row. */
export type ListedProof = Exclude<Proof, "public-page">;

type Asked = { readonly proof: ListedProof; readonly from: Day; readonly until: Day; readonly zone: string };

/** What is counted of the kind in those days, the latest first. */
export async function proofRows(
  tx: Tx,
  { proof, from, until, zone }: Asked,
  limit: number,
): Promise<readonly ProofRow[]> {
  const { rows } = await sql<ProofRow>`
    select to_char(p.day, 'YYYY-MM-DD') as "on", p.about, p.part, p.dossier, p.name from (${ROWS[proof](zone)}) p
    where p.day between ${from}::date and ${until}::date
    order by p.day desc, p.name, p.about, p.part limit ${limit}`.execute(tx);
  return rows;
}

const local = (column: string, zone: string) => sql`(${sql.ref(column)} at time zone ${zone})::date`;
const ofDossier = (dossier: string) =>
  sql`coalesce((select n.name from dossier_state n where n.id = ${sql.ref(dossier)}), '')`;

/** The same rows as `keptProofs` counts; of rulings and of answers to surveys, one for each jury and each survey. */
const ROWS: Readonly<Record<ListedProof, (zone: string) => RawBuilder<unknown>>> = {
  intakes: (
    zone,
  ) => sql`select ${local("opens_at", zone)} as day, id::text as about, null as part, null::uuid as dossier,
    settings -> 'label' ->> 'fr' as name from intake where state <> 'preparing' and ${sql.raw(CHOSEN)}`,
  "published-rates":
    () => sql`select published_on as day, diploma as about, year || '/' || version as part, null::uuid as dossier,
    year || ', ' || version as name from figures_published where ${HAS_FIGURE}`,
  surveys: () =>
    sql`select closed_on as day, id::text as about, survey as part, null::uuid as dossier, diploma || ' ' || year as name from survey_closing`,
  applications: (
    zone,
  ) => sql`select ${local("s.submitted_at", zone)} as day, s.dossier::text as about, s.number as part, s.dossier,
    ${ofDossier("s.dossier")} as name from submission s where s.kind = 'whole'`,
  interviews: (zone) => sql`select ${local("i.begins_at", zone)} as day, i.id::text as about, null as part, i.dossier,
    ${ofDossier("i.dossier")} as name from interview i where i.state = 'agreed'`,
  programmes: (
    zone,
  ) => sql`select ${local("p.signed_at", zone)} as day, p.enrolment::text as about, p.version::text as part, e.dossier, e.name
    from individual_programme p join enrolment e on e.id = p.enrolment`,
  contracts: (zone) => sql`select f.on_day as day, f.dossier::text as about, f.place::text as part, f.dossier,
    ${ofDossier("f.dossier")} as name from contract_fact f where f.kind = 'handed' and ${handedInTime(zone)}`,
  attendance: (
    zone,
  ) => sql`select ${local("a.signed_at", zone)} as day, a.lesson::text as about, a.id::text as part, null::uuid as dossier,
    c.name || ', ' || l.unit || ', ' || to_char(l.on_day, 'DD/MM/YYYY') || ', ' || l.from_time as name
    from attendance_list a join lesson l on l.id = a.lesson join cohort c on c.id = l.cohort`,
  claims: (
    zone,
  ) => sql`select ${local("c.answered_at", zone)} as day, c.lesson::text as about, c.id::text as part, e.dossier, e.name
    from attendance_claim c join enrolment e on e.id = c.enrolment where c.answered_at is not null`,
  marks: () => sql`select x.on_day as day, x.enrolment::text as about, x.exam as part, e.dossier, e.name
    from exam_result x join enrolment e on e.id = x.enrolment`,
  rulings: () => sql`select r.notified_on as day, j.session::text as about, j.id::text as part, null::uuid as dossier,
    s.name || ', ' || to_char(j.on_day, 'DD/MM/YYYY') as name
    from jury_result r join jury j on j.id = r.jury join exam_session s on s.id = j.session group by r.notified_on, j.session, j.id, s.name, j.on_day`,
  appreciations: (
    zone,
  ) => sql`select ${local("a.written_at", zone)} as day, a.enrolment::text as about, a.request::text || a.number as part, e.dossier, e.name
    from appreciation a join enrolment e on e.id = a.enrolment`,
  departures: () => sql`select f.on_day as day, f.enrolment::text as about, f.kind as part, e.dossier, e.name
    from enrolment_fact f join enrolment e on e.id = f.enrolment where f.kind in ('abandoned', 'excluded', 'interrupted')`,
  appeals: (
    zone,
  ) => sql`select ${local("f.at", zone)} as day, f.dossier::text as about, f.place::text as part, f.dossier,
    ${ofDossier("f.dossier")} as name from admission_fact f where f.kind = 'appeal-answered'`,
  messages: (zone) => sql`select ${local("m.at", zone)} as day, m.dossier::text as about, m.id::text as part, m.dossier,
    ${ofDossier("m.dossier")} as name from dossier_message m where m.side = 'school'`,
};
