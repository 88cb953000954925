/** What an interview keeps of the dossier that it hears: whoever was called, or heard, is heard on what they had handed in. */
import { sql } from "kysely";
import { type Standing, standing } from "../act/standing.ts";
import { dossierChain } from "../dossier/rules/dossier.ts";
import { DOSSIER } from "../dossier/rules/state.ts";
import type { Tx } from "../db/school.ts";
import type { Row } from "../kit/sql.ts";
import type { InterviewState } from "./rules/state.ts";

/** Those that were taken back by whoever arranges them hear nobody. */
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

export const interviewStanding: readonly Standing[] = [
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
