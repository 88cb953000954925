/** The SQL of the confirmation links and codes. */
import type { Tx } from "../../db/school.ts";
import { change, dropping, keep } from "../../act/keep.ts";
import { dossierChain } from "../rules/dossier.ts";

export type Confirmation = {
  readonly id: string;
  readonly dossier: string;
  /** The hash of the code to hand over; null if the code is mailed on request. */
  readonly codeHash: Uint8Array | null;
  readonly tries: number;
  readonly expiresAt: Date;
  readonly openedHash: Uint8Array | null;
  readonly openedUntil: Date | null;
};

const CONFIRMATION = [
  "id",
  "dossier",
  "code_hash as codeHash",
  "tries",
  "expires_at as expiresAt",
  "opened_hash as openedHash",
  "opened_until as openedUntil",
] as const;

export type NewConfirmation = {
  readonly id: string;
  readonly dossier: string;
  readonly linkHash: Buffer;
  readonly codeHash: Buffer | null;
  readonly at: Date;
  readonly expiresAt: Date;
};

/** Replaces the previous link and code, which stop working. */
export async function replaceConfirmation(tx: Tx, confirmation: NewConfirmation): Promise<void> {
  const { id, dossier, linkHash, codeHash, at, expiresAt } = confirmation;
  await dropping(tx, "dossier_confirmation", tx.deleteFrom("dossier_confirmation").where("dossier", "=", dossier), {
    of: dossierChain(dossier),
  });
  const row = { id, dossier, link_hash: linkHash, code_hash: codeHash, tries: 0, made_at: at, expires_at: expiresAt };
  await keep(tx, "dossier_confirmation", row, { of: dossierChain(dossier) });
}

export async function findConfirmation(tx: Tx, linkHash: Buffer): Promise<Confirmation | undefined> {
  const query = tx.selectFrom("dossier_confirmation").select(CONFIRMATION).where("link_hash", "=", linkHash);
  return query.executeTakeFirst();
}

export async function updateConfirmation(
  tx: Tx,
  id: string,
  changed: { readonly tries: number } | { readonly opened_hash: Buffer; readonly opened_until: Date },
): Promise<void> {
  await change(tx, "dossier_confirmation", id, changed);
}
