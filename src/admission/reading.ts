/** Who may read the files of admission: a protocol, its person and the school; minutes, those who see the commission. */
import { may } from "../act/permissions.ts";
import { officeReads, ownDossier } from "../dossier/hands.ts";
import { findIntake } from "../intake/intake.ts";
import type { FileReader } from "../files/reading.ts";
import { sees } from "./commission-views.ts";
import { findCommission } from "./store.ts";

export const readsCandidacyFile: FileReader = async ({ tx, actor, id }) => {
  const own = await ownDossier(tx, actor, id);
  const dossier = own ?? (may(actor, "see the admissions") ? await officeReads(tx, actor, id) : undefined);
  if (!dossier) return undefined;
  const whose = dossier.account === null ? null : `account:${dossier.account}`;
  const diploma = own && (await findIntake(tx, own.intake))?.diploma;
  return { whose, back: diploma ? `/${diploma}/dossier/${id}/admission` : `/admissions/candidatures/${id}` };
};

export const readsCommissionFile: FileReader = async ({ tx, actor, id }) => {
  const commission = await findCommission(tx, id);
  if (!commission || !may(actor, "see the commissions") || !sees(actor, commission)) return undefined;
  return { whose: null, back: `/admissions/commissions/${id}` };
};
