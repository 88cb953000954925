/** What depends on an interview: the dossier as submitted, and the interviewers. */
import { sql } from "kysely";
import { type Standing, standing } from "../act/standing.ts";
import { dossierChain } from "../dossier/rules/dossier.ts";
import { DOSSIER } from "../dossier/rules/state.ts";
import type { Tx } from "../db/school.ts";
import type { Row } from "../kit/sql.ts";
import { LETTING_IN } from "../people/letting-in.ts";
import { type InterviewState, TO_COME } from "./rules/state.ts";

/** Withdrawn by the school, so they bind nothing. */
const GONE: readonly InterviewState[] = ["postponed", "cancelled"];

async function heard(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, null>> {
  const { rows } = await sql<{ dossier: string }>`
    select distinct dossier from interview
    where dossier = any(${ids}::uuid[]) and state <> all(${GONE}::text[])`.execute(tx);
  return new Map(rows.map(({ dossier }) => [dossier, null]));
}

const ON_DOSSIER = {
  on: DOSSIER,
  does: "refuses",
  among: heard,
  chain: dossierChain,
  laid: (table: string, row: Row) => (table === "interview" ? String(row.dossier) : undefined),
} as const;

/** By id, the interviews still to hold or whose grid is to be agreed. */
async function awaited(tx: Tx, whose: (typeof LETTING_IN)[number]["whose"], ids: readonly string[]) {
  const { rows } = await sql<{ id: string; many: number }>`
    select h.id, count(*)::integer as many from (${whose(ids, "hold interviews")}) h
    join interview_examiner e on e.who = h.who join interview i on i.id = e.interview
    where i.state = any(${[...TO_COME]}::text[]) group by h.id`.execute(tx);
  return new Map(rows.map(({ id, many }) => [id, many]));
}

export const interviewStanding: readonly Standing[] = [
  ...LETTING_IN.map(({ whose, ...ended }) =>
    standing<number>({
      ...ended,
      told: "arrange interviews",
      among: (tx, ids) => awaited(tx, whose, ids),
      says: (many) => ({
        fr: `Cette personne est d’un binôme\u00a0: ${many} ${many === 1 ? "entretien est à tenir, ou sa grille à arrêter" : "entretiens sont à tenir, ou leur grille à arrêter"}.`,
        en: `This person is of a pair: ${many} ${many === 1 ? "interview is to be held, or its grid agreed" : "interviews are to be held, or their grid agreed"}.`,
      }),
    }),
  ),
  standing<null>({
    ...ON_DOSSIER,
    moves: ["taken-back", "parts-asked"],
    says: () => ({
      fr: "Un entretien est fixé ou a eu lieu sur ce dossier : il reste tel qu’il a été déposé. Seules des pièces peuvent encore être demandées.",
      en: "An interview is set or was held on this application: it stays as it was submitted. Only pieces may still be asked for.",
    }),
    never: async (tx) => {
      const { rows } = await sql<{ id: string }>`
        select s.id from dossier_state s
        where s.state = 'draft' and exists (select from interview i where i.dossier = s.id and i.state <> all(${GONE}::text[]))
        order by s.id`.execute(tx);
      return rows.map(({ id }) => id);
    },
  }),
  standing<null>({
    ...ON_DOSSIER,
    moves: ["withdrawn"],
    says: () => ({
      fr: "Un entretien est fixé ou a eu lieu sur ce dossier : pour y renoncer, désistez-vous depuis la page «\u00a0Mon admission\u00a0»\u00a0; l’entretien à venir est alors annulé.",
      en: "An interview is set or was held on this application: to give it up, withdraw from the page “My admission”; an interview to come is then cancelled.",
    }),
  }),
];
