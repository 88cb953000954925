/** Who may read the files of a dossier: the candidate and, once submitted, staff who see the dossiers. */
import { may, type Permission } from "../act/permissions.ts";
import type { FileReader } from "../files/reading.ts";
import { PROOF } from "./rules/identity-request.ts";
import { CONFIDENTIAL } from "./rules/sections.ts";
import { findIntake } from "../intake/intake.ts";
import { findDossier } from "./store.ts";
import { submissionsOf } from "./history/store.ts";

export const readsDossierFile: FileReader = async ({ tx, actor, id, file }) => {
  const dossier = await findDossier(tx, id);
  if (!dossier) return undefined;
  const whose = dossier.account === null ? null : `account:${dossier.account}`;
  if (actor.kind === "account" && actor.account === dossier.account) {
    const diploma = (await findIntake(tx, dossier.intake))?.diploma;
    if (file.slot === PROOF) return { whose, back: "/mon-identite" };
    return { whose, ...(diploma && { back: `/${diploma}/dossier/${id}/${placeOf(file.slot)}` }) };
  }
  // Confidential files are for the disability advisor only, whether typed or scanned.
  if (!may(actor, NEEDED[file.slot] ?? "see the dossiers")) return undefined;
  // A draft is its author's only, unless the office entered it.
  const isDraft = dossier.account !== null && (await submissionsOf(tx, id)).length === 0;
  if (isDraft) return undefined;
  return { whose, back: file.slot === CONFIDENTIAL.key ? `/handicap/${id}` : `/dossiers/${id}` };
};

/** A proof of identity is for those who judge it. */
const NEEDED: Readonly<Record<string, Permission>> = {
  [CONFIDENTIAL.key]: "read what is said of a disability",
  [PROOF]: "handle the dossiers",
};

function placeOf(slot: string): string {
  return slot === CONFIDENTIAL.key ? `partie/${slot}` : `piece/${slot}`;
}
