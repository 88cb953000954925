/** The personal data of admission: decisions go with their dossier, members with their commission. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import { addMonths, type Day } from "../kit/day.ts";
import { dropping } from "../act/keep.ts";
import { dossierChain } from "../dossier/rules/dossier.ts";
import { forgetHeard } from "../interviews/candidates.ts";
import { forgetSignatures } from "../issued-documents/sign.ts";
import { eraseFilesAbout } from "../files/attach.ts";
import type { Dependent } from "../retention/dependents.ts";
import type { Retained } from "../retention/retained.ts";
import { candidacyChain, commissionChain } from "./rules/candidacy.ts";
import { leaveTraces } from "./store.ts";

const PREFIX = "candidacy:";

/**
 * Erases proposals and standing. Other candidates' decisions stay valid: the list keeps when a place was taken and freed, but not by whom.
 */
async function erase(tx: Tx, chain: string, at: Date): Promise<void> {
  const id = chain.slice(PREFIX.length);
  await eraseFilesAbout(tx, chain, at);
  await forgetSignatures(tx, chain);
  await leaveTraces(tx, id);
  await dropping(tx, "admission_fact", tx.deleteFrom("admission_fact").where("dossier", "=", id));
  await dropping(tx, "commission_proposal", tx.deleteFrom("commission_proposal").where("dossier", "=", id));
  await tx.deleteFrom("admission_state").where("id", "=", id).execute();
  await forgetHeard(tx, id);
}

const candidacies: Retained = {
  name: "candidacies",
  label: { fr: "Ce qui a été décidé de vos candidatures", en: "What was decided of your candidacies" },
  counted: { fr: "Candidatures décidées", en: "Candidacies decided" },
  tables: ["admission_fact", "commission_proposal", "admission_state"],
  place: "school",
  prefix: PREFIX,
  kind: "application",
  chains: async (tx, { account }) => {
    const own = tx.selectFrom("admission_state").select("id").where("account", "=", account).orderBy("id");
    return (await own.execute()).map(({ id }) => candidacyChain(id));
  },
  // Belongs to a dossier, and is kept as long.
  heldWith: async (_, chain) => [dossierChain(chain.slice(PREFIX.length))],
  over: async (tx, { period, today }, limit) => {
    const before = addMonths(today, -period.months);
    const { rows } = await sql<{ id: string; closed: Day }>`
      select a.id, i.closes_at::date::text as closed from admission_state a join intake i on i.id = a.intake
      where i.closes_at < ${before}::date and not exists (select from kept_longer k where k.id = a.id)
      order by i.closes_at, a.id limit ${limit}`.execute(tx);
    return rows.map(({ id, closed }) => ({ chain: candidacyChain(id), day: addMonths(closed, period.months) }));
  },
  erase,
  leaves: ["admission_trace"],
  bound: async (tx, chain) => {
    const state = tx.selectFrom("dossier_state").select("state").where("id", "=", chain.slice(PREFIX.length));
    const current = (await state.executeTakeFirst())?.state;
    return current !== undefined && current !== "withdrawn";
  },
};

/** Grounds for closing over a person go with their dossier, since they may not have a candidacy yet. */
export const groundsDependents: Dependent = {
  tables: ["commission_ground"],
  async erase(tx, chain) {
    const dossier = chain.slice(dossierChain("").length);
    await dropping(tx, "commission_ground", tx.deleteFrom("commission_ground").where("dossier", "=", dossier));
  },
};

/** The members stay with the list they settled, as in any minutes. */
const commissions: Retained = {
  name: "commissions",
  label: { fr: "Les commissions d’admission où vous avez siégé", en: "The admission commissions on which you sat" },
  counted: { fr: "Commissions d’admission", en: "Admission commissions" },
  tables: ["commission"],
  place: "school",
  prefix: commissionChain(""),
  chains: async (tx, { account }) => {
    const { rows } = await sql<{ id: string }>`
      select c.id from commission c, jsonb_array_elements(c.members) one
      where one ->> 'actor' = ${`account:${account}`} order by c.id`.execute(tx);
    return rows.map(({ id }) => commissionChain(id));
  },
};

export const admissionRetained: readonly Retained[] = [candidacies, commissions];
