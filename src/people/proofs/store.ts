/** The SQL of second factors, recovery codes, and challenges. */
import type { Tx } from "../../db/school.ts";
import { change, dropping, keep, keepAll, keeping } from "../../act/keep.ts";

type FactorKind = "totp" | "passkey";
export type Factor = {
  readonly id: string;
  readonly kind: FactorKind;
  readonly label: string;
  readonly secret: string;
  readonly counter: number;
  readonly addedAt: Date;
};

const FACTOR = ["id", "kind", "label", "secret", "counter", "added_at as addedAt"] as const;

export async function factorsOf(tx: Tx, account: string): Promise<Factor[]> {
  const found = await tx
    .selectFrom("second_factor")
    .select(FACTOR)
    .where("account", "=", account)
    .orderBy("added_at")
    .orderBy("id")
    .execute();
  return found as Factor[];
}

/** Locked, so that one code sent twice at once is accepted once. */
export async function lockFactors(tx: Tx, account: string): Promise<Factor[]> {
  const found = await tx
    .selectFrom("second_factor")
    .select(FACTOR)
    .where("account", "=", account)
    // One order for all transactions, against deadlocks.
    .orderBy("id")
    .forUpdate()
    .execute();
  return found as Factor[];
}

export type NewFactor = Omit<Factor, "addedAt"> & { readonly account: string; readonly at: Date };

export async function insertFactor(tx: Tx, { at, ...factor }: NewFactor): Promise<void> {
  await keep(tx, "second_factor", { ...factor, added_at: at });
}

export async function updateCounter(tx: Tx, id: string, counter: number): Promise<void> {
  await change(tx, "second_factor", id, { counter });
}

export async function deleteFactor(tx: Tx, account: string, id: string): Promise<boolean> {
  const gone = tx.deleteFrom("second_factor").where("account", "=", account).where("id", "=", id);
  return (await dropping(tx, "second_factor", gone)).length > 0;
}

export async function deleteFactors(tx: Tx, account: string): Promise<void> {
  await dropping(tx, "second_factor", tx.deleteFrom("second_factor").where("account", "=", account));
}

export async function insertRecoveryCodes(
  tx: Tx,
  account: string,
  codes: readonly { readonly id: string; readonly hash: Buffer }[],
  at: Date,
): Promise<void> {
  const rows = codes.map(({ id, hash }) => ({ id, account, code_hash: hash, made_at: at }));
  await keepAll(tx, "recovery_code", rows);
}

export async function deleteRecoveryCodes(tx: Tx, account: string): Promise<void> {
  await dropping(tx, "recovery_code", tx.deleteFrom("recovery_code").where("account", "=", account));
}

/** False where it is unknown or used. */
export async function spendRecoveryCode(tx: Tx, account: string, hash: Buffer, at: Date): Promise<boolean> {
  const spent = tx.updateTable("recovery_code").set({ used_at: at }).where("account", "=", account);
  const unused = spent.where("code_hash", "=", hash).where("used_at", "is", null);
  return (await keeping(tx, "recovery_code", unused)).length > 0;
}

export async function recoveryCodesLeft(tx: Tx, account: string): Promise<number> {
  const left = tx.selectFrom("recovery_code").select("id").where("account", "=", account).where("used_at", "is", null);
  return (await left.execute()).length;
}

export type ChallengeKind = "totp" | "new-passkey" | "passkey" | "provider" | "sent";

/** Expired challenges are deleted with each new one. */
export async function insertChallenge(
  tx: Tx,
  given: { id: string; account: string | null; kind: ChallengeKind; held: object; at: Date; expiresAt: Date },
): Promise<void> {
  const { id, account, kind, held, at, expiresAt } = given;
  await tx.deleteFrom("challenge").where("expires_at", "<=", at).execute();
  await tx
    .insertInto("challenge")
    .values({ id, account, kind, held: JSON.stringify(held), expires_at: expiresAt })
    .execute();
}

/** Takes a challenge, which is then used up; `undefined` where it has expired. */
export async function takeChallenge(
  tx: Tx,
  { id, kind, at }: { id: string; kind: ChallengeKind; at: Date },
): Promise<{ account: string | null; held: unknown } | undefined> {
  const taken = await tx
    .deleteFrom("challenge")
    .where("id", "=", id)
    .where("kind", "=", kind)
    .returning(["account", "held", "expires_at"])
    .executeTakeFirst();
  return taken && taken.expires_at > at
    ? { account: taken.account, held: JSON.parse(taken.held) as unknown }
    : undefined;
}

/** Reads a challenge without using it up, to verify it before the transaction. */
export async function readChallenge(
  tx: Tx,
  { id, kind }: { id: string; kind: ChallengeKind },
): Promise<{ account: string | null; held: unknown } | undefined> {
  const asked = tx.selectFrom("challenge").select(["account", "held"]).where("id", "=", id).where("kind", "=", kind);
  const found = await asked.executeTakeFirst();
  return found && { account: found.account, held: JSON.parse(found.held) as unknown };
}

/** A noted sending, while it is valid; it stays, since a password may be mistyped. */
export async function findSendingTime(
  tx: Tx,
  { id, at }: { id: string; at: Date },
): Promise<{ account: string | null; held: unknown } | undefined> {
  const sent = tx.selectFrom("challenge").select(["account", "held"]).where("id", "=", id).where("kind", "=", "sent");
  const found = await sent.where("expires_at", ">", at).executeTakeFirst();
  return found && { account: found.account, held: JSON.parse(found.held) as unknown };
}

/** The latest challenge, which stays. */
export async function findChallenge(
  tx: Tx,
  { account, kind, at }: { account: string; kind: ChallengeKind; at: Date },
): Promise<{ id: string; held: unknown } | undefined> {
  const found = await tx
    .selectFrom("challenge")
    .select(["id", "held"])
    .where("account", "=", account)
    .where("kind", "=", kind)
    .where("expires_at", ">", at)
    .orderBy("expires_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return found && { id: found.id, held: JSON.parse(found.held) as unknown };
}
