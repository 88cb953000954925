/** The SQL of proofs of an address: sent codes, and the tickets they turn into. */
import type { Tx } from "../../db/school.ts";
import { change, dropping, keep } from "../../act/keep.ts";

export type AddressCode = {
  readonly id: string;
  readonly address: string;
  readonly addressKey: string;
  readonly codeHash: Uint8Array;
  readonly tries: number;
  readonly expiresAt: Date;
};

const CODE = [
  "id",
  "address",
  "address_key as addressKey",
  "code_hash as codeHash",
  "tries",
  "expires_at as expiresAt",
] as const;

type NewCode = Omit<AddressCode, "tries"> & { readonly caller: Buffer | null; readonly at: Date };

export async function insertCode(tx: Tx, code: NewCode): Promise<void> {
  const { id, address, addressKey, codeHash, caller, at, expiresAt } = code;
  const asked = { asked_at: at, expires_at: expiresAt };
  await keep(tx, "address_code", {
    id,
    address,
    address_key: addressKey,
    code_hash: codeHash,
    tries: 0,
    caller,
    ...asked,
  });
}

/** Locked, so that tries are counted one after the other. */
export async function lockCode(tx: Tx, id: string): Promise<AddressCode | undefined> {
  return tx.selectFrom("address_code").select(CODE).where("id", "=", id).forUpdate().executeTakeFirst();
}

/** The latest code without a ticket. */
export async function lockLatestCode(tx: Tx, addressKey: string, at: Date): Promise<AddressCode | undefined> {
  return tx
    .selectFrom("address_code")
    .select(CODE)
    .where("address_key", "=", addressKey)
    .where("expires_at", ">", at)
    .where("ticket_hash", "is", null)
    .orderBy("asked_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
}

/** The proof behind a ticket that is not spent. */
export async function lockTicket(tx: Tx, ticketHash: Buffer): Promise<AddressCode | undefined> {
  return tx
    .selectFrom("address_code")
    .select(CODE)
    .where("ticket_hash", "=", ticketHash)
    .where("id", "not in", tx.selectFrom("spent_ticket").select("id"))
    .forUpdate()
    .executeTakeFirst();
}

/** False where it was spent already: a ticket is used once. */
export async function spendTicket(tx: Tx, id: string): Promise<boolean> {
  const spent = tx
    .insertInto("spent_ticket")
    .values({ id })
    .onConflict((on) => on.doNothing());
  return (await spent.returning("id").executeTakeFirst()) !== undefined;
}

export async function findTicket(
  tx: Tx,
  ticketHash: Buffer,
  at: Date,
): Promise<Pick<AddressCode, "address" | "addressKey"> | undefined> {
  const found = tx.selectFrom("address_code").select(["address", "address_key as addressKey"]);
  return found
    .where("ticket_hash", "=", ticketHash)
    .where("expires_at", ">", at)
    .where("id", "not in", tx.selectFrom("spent_ticket").select("id"))
    .executeTakeFirst();
}

export async function updateCode(
  tx: Tx,
  id: string,
  changed: { tries: number; codeHash?: Buffer; ticketHash?: Buffer; expiresAt?: Date },
): Promise<void> {
  const { tries, codeHash, ticketHash, expiresAt } = changed;
  await change(tx, "address_code", id, {
    tries,
    ...(codeHash && { code_hash: codeHash }),
    ...(ticketHash && { ticket_hash: ticketHash }),
    ...(expiresAt && { expires_at: expiresAt }),
  });
}

export async function deleteCode(tx: Tx, id: string): Promise<void> {
  await dropping(tx, "address_code", tx.deleteFrom("address_code").where("id", "=", id));
}

export async function endedCodes(tx: Tx, at: Date, limit: number): Promise<{ id: string; expiresAt: Date }[]> {
  const ended = tx.selectFrom("address_code").select(["id", "expires_at as expiresAt"]).where("expires_at", "<=", at);
  return ended.orderBy("expires_at").orderBy("id").limit(limit).execute();
}
