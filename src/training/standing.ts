/** What a training preserves of the admission it began with: the accepted place, and the decisions on hours and exams. */
import { sql } from "kysely";
import { type Standing, standing } from "../act/standing.ts";
import { CANDIDACY, candidacyChain } from "../admission/rules/candidacy.ts";
import { DOSSIER } from "../dossier/rules/state.ts";
import type { Tx } from "../db/school.ts";
import type { Row } from "../kit/sql.ts";

/** Also where the training is over: the place stays taken until the act that ended the training gives it back. */
async function enrolled(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, null>> {
  const { rows } = await sql<{ dossier: string }>`
    select dossier from enrolment where dossier = any(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map(({ dossier }) => [dossier, null]));
}

async function inTraining(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, null>> {
  const { rows } = await sql<{ dossier: string }>`
    select dossier from enrolment where dossier = any(${ids}::uuid[]) and state = 'in-training'`.execute(tx);
  return new Map(rows.map(({ dossier }) => [dossier, null]));
}

/** The latest version of each. */
async function signed(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ dossier: string; version: number }>`
    select e.dossier, max(p.version) as version from enrolment e join individual_programme p on p.enrolment = e.id
    where e.dossier = any(${ids}::uuid[]) group by e.dossier`.execute(tx);
  return new Map(rows.map(({ dossier, version }) => [dossier, version]));
}

export const trainingStanding: readonly Standing[] = [
  standing<null>({
    on: DOSSIER,
    moves: ["contact-changed", "identity-accepted"],
    does: "tells",
    told: "run the training",
    among: inTraining,
    says: () => ({ fr: "Cette personne est en formation.", en: "This person is in training." }),
  }),
  standing<null>({
    on: CANDIDACY,
    moves: ["declined", "withdrawn", "deferred"],
    does: "refuses",
    among: enrolled,
    says: () => ({
      fr: "L’inscription en formation est faite : quitter la formation se demande à l’établissement, qui le note.",
      en: "The enrolment is made: to leave the training is asked of the school, which records it.",
    }),
    chain: candidacyChain,
    laid: (table: string, { dossier }: Row) => (table === "enrolment" ? String(dossier) : undefined),
    never: async (tx) => {
      const { rows } = await sql<{ id: string }>`
        select e.dossier as id from enrolment e join admission_state a on a.id = e.dossier
        where e.state = 'in-training' and a.state <> 'accepted'
          and not exists (select from enrolment_fact f where f.enrolment = e.id and f.kind = 'returned')
        order by e.dossier, e.id`.execute(tx);
      return rows.map(({ id }) => id);
    },
  }),
  standing<number>({
    on: CANDIDACY,
    moves: ["eligibility-corrected", "relief", "relief-corrected", "authority", "authority-corrected"],
    does: "asks-ground",
    told: "sign a programme",
    among: signed,
    says: (version) => ({
      fr: `Le programme individuel est signé d’après cette décision (version ${version}) : il est à signer de nouveau.`,
      en: `The individual programme is signed by this decision (version ${version}): it is to be signed anew.`,
    }),
    chain: candidacyChain,
  }),
];
