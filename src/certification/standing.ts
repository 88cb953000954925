/** What a presentation and a sealed decision keep of the admission and the training that they were built on. */
import { sql } from "kysely";
import { type Standing, standing } from "../act/standing.ts";
import { CANDIDACY, candidacyChain } from "../admission/rules/candidacy.ts";
import type { Tx } from "../db/school.ts";
import type { Label } from "../kit/lang.ts";
import type { Row } from "../kit/sql.ts";
import { enrolmentChain } from "../training/enrolled.ts";
import { ENROLMENT } from "../training/rules/enrolment.ts";

type Presented = { readonly id: string; readonly session: string; readonly groups: number; readonly sealed: boolean };

/** The last presentation that was not taken back: to which session, in how many groups, and whether a jury sealed it. */
const PRESENTED = sql`
  select distinct on (n.enrolment) n.enrolment, s.name as session,
    (select count(*)::integer from exam_sitting t where t.entry = n.id and t.released_at is null) as groups,
    exists (select from jury_sealed j where j.entry = n.id) as sealed
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

export const certificationStanding: readonly Standing[] = [
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
    says: (found) =>
      found.sealed
        ? {
            fr: `Un jury a rendu une décision d’après celle-ci (${found.session}).`,
            en: `A jury has decided by this one (${found.session}).`,
          }
        : sayPresented(found),
    chain: candidacyChain,
  }),
];

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
