/** What depends on an admission decision: the dossier it was taken on, the interviews it counted, the intake it filled. */
import { sql } from "kysely";
import { type Standing, standing } from "../act/standing.ts";
import type { Tx } from "../db/school.ts";
import { dossierChain } from "../dossier/rules/dossier.ts";
import { DOSSIER } from "../dossier/rules/state.ts";
import { INTAKE, intakeChain } from "../intake/rules/states.ts";
import { interviewsChain } from "../interviews/arranging.ts";
import { INTERVIEW } from "../interviews/rules/state.ts";
import type { Row } from "../kit/sql.ts";
import { CANDIDACY, candidacyChain, STANDING } from "./rules/candidacy.ts";

const idsOf = ({ rows }: { readonly rows: readonly { readonly id: string }[] }) => rows.map(({ id }) => id);
const nothingOf = (result: Parameters<typeof idsOf>[0]) => new Map(idsOf(result).map((id) => [id, null] as const));

/** Dossiers with a decision. */
async function decided(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, null>> {
  return nothingOf(
    await sql<{ id: string }>`select id from admission_state where id = any(${ids}::uuid[])`.execute(tx),
  );
}

const ON_DOSSIER = {
  on: DOSSIER,
  does: "refuses",
  among: decided,
  chain: dossierChain,
  laid: (table: string, { kind, dossier }: Row) =>
    table === "admission_fact" && kind === "eligibility" ? String(dossier) : undefined,
} as const;

async function listed(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, null>> {
  return nothingOf(
    await sql<{ id: string }>`
    select id from admission_state where id = any(${ids}::uuid[]) and list is not null`.execute(tx),
  );
}

async function proposed(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, null>> {
  return nothingOf(
    await sql<{ id: string }>`
    select distinct dossier as id from commission_proposal where dossier = any(${ids}::uuid[])`.execute(tx),
  );
}

async function settled(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, null>> {
  const result = await sql<{ id: string }>`
    select distinct intake as id from commission where intake = any(${ids}::uuid[]) and closed_at is not null`.execute(
    tx,
  );
  return new Map(idsOf(result).map((id) => [id, null]));
}

export const admissionStanding: readonly Standing[] = [
  standing<null>({
    ...ON_DOSSIER,
    moves: ["taken-back", "parts-asked"],
    says: () => ({
      fr: "Une décision a été prise sur ce dossier : il reste tel qu’elle l’a lu. Seules des pièces peuvent encore être demandées.",
      en: "A decision was taken on this application: it stays as it was read then. Only pieces may still be asked for.",
    }),
    never: async (tx) =>
      idsOf(
        await sql<{ id: string }>`
          select s.id from dossier_state s join admission_state a on a.id = s.id where s.state = 'draft' order by s.id`.execute(
          tx,
        ),
      ),
  }),
  standing<null>({
    ...ON_DOSSIER,
    moves: ["withdrawn", "resumed"],
    // After a refusal or a withdrawal, a person may withdraw their dossier and have it erased.
    among: async (tx, ids) =>
      nothingOf(
        await sql<{ id: string }>`
      select id from admission_state where id = any(${ids}::uuid[]) and state = any(${[...STANDING]}::text[])`.execute(
          tx,
        ),
      ),
    says: () => ({
      fr: "Votre candidature est décidée ou en cours de décision. Pour y renoncer, désistez-vous depuis la page «\u00a0Mon admission\u00a0».",
      en: "Your candidacy is decided, or being decided. To give it up, withdraw from the page “My admission”.",
    }),
    never: async (tx) =>
      idsOf(
        await sql<{ id: string }>`
          select s.id from dossier_state s join admission_state a on a.id = s.id
          where s.state = 'withdrawn' and a.state = any(${[...STANDING]}::text[]) order by s.id`.execute(tx),
      ),
  }),
  standing<null>({
    on: INTERVIEW,
    moves: ["moved", "handed-over", "missed", "postponed", "cancelled"],
    does: "refuses",
    among: listed,
    says: () => ({
      fr: "La commission a arrêté sa liste d’après cet entretien : il reste tel qu’elle l’a lu.",
      en: "The commission settled its list by this interview: it stays as it was read then.",
    }),
    chain: interviewsChain,
    laid: (table, { kind, dossier }) => (table === "admission_fact" && kind === "listed" ? String(dossier) : undefined),
  }),
  standing<null>({
    on: INTAKE,
    moves: ["changed", "dropped"],
    does: "refuses",
    among: settled,
    says: () => ({
      fr: "La commission de cette campagne a arrêté sa liste sous ces conditions : elles ne changent plus. Seule la clôture peut encore être repoussée.",
      en: "The commission of this intake settled its list under these terms: they do not change any more. Only the closing may still be put off.",
    }),
    chain: intakeChain,
    laid: (table, { intake }) => (table === "commission" ? String(intake) : undefined),
  }),
  standing<null>({
    on: CANDIDACY,
    moves: ["eligibility-corrected", "relief-corrected", "authority-corrected"],
    does: "asks-ground",
    told: "prepare the commission",
    among: proposed,
    says: () => ({
      fr: "La commission a porté sa décision d’après celle-ci.",
      en: "The commission entered its decision by this one.",
    }),
    chain: candidacyChain,
    laid: (table, { dossier }) => (table === "commission_proposal" ? String(dossier) : undefined),
  }),
];
