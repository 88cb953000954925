/**
 * What depends on a trainee's admission and training: presentations and sealed decisions; and on a guest: the exams and juries they are
 * called to.
 */
import { sql } from "kysely";
import { type Standing, standing } from "../act/standing.ts";
import { CANDIDACY, candidacyChain } from "../admission/rules/candidacy.ts";
import type { Tx } from "../db/school.ts";
import { DOSSIER } from "../dossier/rules/state.ts";
import type { Day } from "../kit/day.ts";
import { type Label, type Lang, sayDay, sayList } from "../kit/lang.ts";
import type { Row } from "../kit/sql.ts";
import { LETTING_IN } from "../people/letting-in.ts";
import { enrolmentChain } from "../training/enrolled.ts";
import { ENROLMENT } from "../training/rules/enrolment.ts";
import { WORK } from "../training/rules/work.ts";

type Presented = { readonly id: string; readonly session: string; readonly groups: number; readonly sealed: boolean };

/** The last presentation not withdrawn: its session, its number of groups, and whether a jury sealed it. */
const PRESENTED = sql`
  select distinct on (n.enrolment) n.enrolment, s.name as session,
    (select count(*)::integer from exam_sitting t where t.entry = n.id and t.released_at is null) as groups,
    exists (select from standing_seal j where j.entry = n.id) as sealed
  from exam_entry n join exam_session s on s.id = n.session`;

async function ofEnrolments(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Presented>> {
  const { rows } = await sql<Presented>`
    select one.enrolment as id, one.session, one.groups, one.sealed from (${PRESENTED}
      where n.enrolment = any(${ids}::uuid[]) and n.withdrawn_at is null order by n.enrolment, n.presented_at desc, n.id) one
    where not one.sealed`.execute(tx);
  return new Map(rows.map((one) => [one.id, one]));
}

async function ofDossiers(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Presented>> {
  const { rows } = await sql<Presented>`
    select e.dossier as id, one.session, one.groups, one.sealed from enrolment e join (${PRESENTED}
      where n.enrolment in (select id from enrolment where dossier = any(${ids}::uuid[])) and n.withdrawn_at is null
      order by n.enrolment, n.presented_at desc, n.id) one on one.enrolment = e.id`.execute(tx);
  return new Map(rows.map((one) => [one.id, one]));
}

/** The sessions whose jury sealed a result of the person, under the name of then. */
async function sealedOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ id: string; sessions: string[] }>`
    select e.dossier as id, array_agg(distinct s.name order by s.name) as sessions
    from enrolment e join standing_result r on r.enrolment = e.id join jury j on j.id = r.jury join exam_session s on s.id = j.session
    where e.dossier = any(${ids}::uuid[]) group by e.dossier`.execute(tx);
  return new Map(rows.map(({ id, sessions }) => [id, sessions]));
}

/** The groups a person has not finished marking, and the sessions of the open juries they sit in. */
type CalledTo = { readonly groups: readonly string[]; readonly juries: readonly string[] };

async function calledTo(tx: Tx, whose: (typeof LETTING_IN)[number]["whose"], ids: readonly string[]) {
  const { rows } = await sql<CalledTo & { readonly id: string }>`
    with named as (
      select h.id, h.examines, p.id as person
      from (select *, true as examines from (${whose(ids, "examine")}) e
        union all select *, false from (${whose(ids, "sit in a jury")}) s) h
      join exam_person p on exists (select from jsonb_array_elements_text(p.actors) one where one = h.who)
    ), called as (
      select n.id, g.name as "group", null as jury, g.id as place from named n
      join exam_examiner e on e.person = n.person and e.left_at is null and e.finished_at is null
      join exam_group g on g.id = e.exam_group and g.cancelled_at is null
      where n.examines and exists (select from exam_sitting t where t.exam_group = g.id and t.released_at is null
        and not exists (select from standing_seal j where j.entry = t.entry))
      union
      select n.id, null, s.name, s.id from named n
      join exam_designation d on d.person = n.person and d.exam is null
      join jury j on j.session = d.session and j.closed_at is null join exam_session s on s.id = d.session
      where not n.examines
    )
    select id, coalesce(array_agg("group" order by "group", place) filter (where "group" is not null), '{}') as groups,
      coalesce(array_agg(jury order by jury, place) filter (where jury is not null), '{}') as juries
    from called group by id`.execute(tx);
  return new Map(rows.map((one) => [one.id, one]));
}

/** The days of the exams that have come and are not decided on, by the work that their examiners read. */
async function examined(tx: Tx, ids: readonly string[], today: Day): Promise<ReadonlyMap<string, Day>> {
  const { rows } = await sql<{ id: string; day: Day }>`
    select n.enrolment || ':' || g.exam as id, to_char(min(g.held_on), 'YYYY-MM-DD') as day
    from exam_entry n join exam_sitting t on t.entry = n.id and t.released_at is null
    join exam_group g on g.id = t.exam_group and g.cancelled_at is null
    where n.enrolment::text = any(${ids.map((id) => id.split(":")[0]!)}::text[]) and n.withdrawn_at is null
      and not exists (select from standing_seal j where j.entry = n.id)
      and g.held_on <= ${today}::date
    group by 1`.execute(tx);
  return new Map(rows.filter(({ id }) => ids.includes(id)).map(({ id, day }) => [id, day]));
}

export const certificationStanding: readonly Standing[] = [
  standing<readonly string[]>({
    on: DOSSIER,
    moves: ["identity-accepted"],
    does: "tells",
    told: "prepare the certification",
    among: sealedOf,
    says: (sessions) => ({
      fr: `Un jury a scellé un résultat sous l’identité d’avant (${sayList(sessions, "fr")})\u00a0: le procès-verbal et ce qui en est délivré, le diplôme compris, la gardent. Cet acte ne refait aucun papier\u00a0: un diplôme rectifié se demande à l’autorité qui l’a délivré.`,
      en: `A jury sealed a result under the identity of before (${sayList(sessions, "en")}): the minutes and what is issued by them, the diploma included, keep it. This act makes no paper anew: a corrected diploma is asked of the authority that awarded it.`,
    }),
  }),
  standing<Day>({
    on: WORK,
    moves: ["withdrawn"],
    does: "refuses",
    among: examined,
    says: (day) => ({
      fr: `L’épreuve est du ${sayDay(day, "fr")} : le travail déposé est celui que les examinateurs lisent. Pour en changer, demandez à l’école.`,
      en: `The exam is of ${sayDay(day, "en")}: the work that is deposited is the one that the examiners read. To change it, ask the school.`,
    }),
  }),
  standing<Day>({
    on: WORK,
    moves: ["deposited"],
    does: "refuses",
    among: examined,
    says: (day) => ({
      fr: `L’épreuve est du ${sayDay(day, "fr")} : plus rien ne se propose ni ne se dépose ici. Ce que vous avez remis autrement compte ; pour le reste, demandez à l’école.`,
      en: `The exam is of ${sayDay(day, "en")}: nothing more is proposed or deposited here. What you handed in otherwise counts; for the rest, ask the school.`,
    }),
  }),
  ...LETTING_IN.map(({ whose, ...ended }) =>
    standing<CalledTo>({
      ...ended,
      told: "prepare the certification",
      among: (tx, ids) => calledTo(tx, whose, ids),
      says: (called) => ({ fr: sayCalled(called, "fr"), en: sayCalled(called, "en") }),
    }),
  ),
  standing<Presented>({
    on: ENROLMENT,
    moves: Object.keys(ENROLMENT.moves),
    does: "tells",
    told: "prepare the certification",
    among: ofEnrolments,
    says: sayPresented,
    chain: enrolmentChain,
    laid: (table: string, { enrolment }: Row) => (table === "exam_entry" ? String(enrolment) : undefined),
  }),
  standing<Presented>({
    on: CANDIDACY,
    moves: ["eligibility-corrected", "relief", "relief-corrected", "authority", "authority-corrected"],
    does: "asks-ground",
    told: "prepare the certification",
    among: ofDossiers,
    says: (presented) =>
      presented.sealed
        ? {
            fr: `Un jury a rendu une décision d’après celle-ci (${presented.session}).`,
            en: `A jury has decided by this one (${presented.session}).`,
          }
        : sayPresented(presented),
    chain: candidacyChain,
  }),
];

function sayCalled({ groups, juries }: CalledTo, lang: Lang): string {
  const quoted = (names: readonly string[]) =>
    sayList(
      names.map((name) => (lang === "fr" ? `«\u00a0${name}\u00a0»` : `“${name}”`)),
      lang,
    );
  const examines =
    lang === "fr"
      ? `Cette personne examine ${quoted(groups)} et n’a pas fini d’y noter.`
      : `This person examines ${quoted(groups)} and has not finished marking there.`;
  const sits =
    lang === "fr"
      ? `Cette personne siège au jury de ${quoted(juries)}, dont la délibération est ouverte.`
      : `This person sits in the jury of ${quoted(juries)}, whose deliberation is open.`;
  return [groups.length > 0 && examines, juries.length > 0 && sits].filter(Boolean).join(" ");
}

function sayPresented({ session, groups }: Presented): Label {
  return groups === 0
    ? {
        fr: `Cette personne est présentée à la session «\u00a0${session}\u00a0».`,
        en: `This person is presented to the session “${session}”.`,
      }
    : {
        fr: `Cette personne est présentée à la session «\u00a0${session}\u00a0», et convoquée ou placée dans ${groups} ${groups === 1 ? "épreuve" : "épreuves"}.`,
        en: `This person is presented to the session “${session}”, and called to or placed in ${groups} ${groups === 1 ? "exam" : "exams"}.`,
      };
}
