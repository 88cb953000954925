/** The SQL of what proves a person besides their password: second factors, recovery codes, and what a browser was asked. */
import type { Tx } from "../../db/school.ts";
import { wholeRow } from "../../kit/sql.ts";
import { type Stored, storedRow } from "../../act/chain.ts";

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

/** Locked, so that one code typed twice at once is not accepted twice. */
export async function lockFactors(tx: Tx, account: string): Promise<Factor[]> {
  const found = await tx
    .selectFrom("second_factor")
    .select(FACTOR)
    .where("account", "=", account)
    // In one order for everybody, so that no two wait for each other.
    .orderBy("id")
    .forUpdate()
    .execute();
  return found as Factor[];
}

export type NewFactor = Omit<Factor, "addedAt"> & { readonly account: string; readonly at: Date };

export async function insertFactor(tx: Tx, { at, ...factor }: NewFactor): Promise<Stored> {
  const inserted = tx.insertInto("second_factor").values({ ...factor, added_at: at });
  return storedRow("second_factor", await inserted.returning(wholeRow("second_factor")).executeTakeFirstOrThrow());
}

export async function updateCounter(tx: Tx, id: string, counter: number): Promise<Stored> {
  const update = tx.updateTable("second_factor").set({ counter }).where("id", "=", id);
  return storedRow("second_factor", await update.returning(wholeRow("second_factor")).executeTakeFirstOrThrow());
}

export async function deleteFactor(tx: Tx, account: string, id: string): Promise<boolean> {
  const gone = tx.deleteFrom("second_factor").where("account", "=", account).where("id", "=", id).returning("id");
  return (await gone.executeTakeFirst()) !== undefined;
}

export async function deleteFactors(tx: Tx, account: string): Promise<string[]> {
  const gone = await tx.deleteFrom("second_factor").where("account", "=", account).returning("id").execute();
  return gone.map(({ id }) => id);
}

export async function insertRecoveryCodes(
  tx: Tx,
  account: string,
  codes: readonly { readonly id: string; readonly hash: Buffer }[],
  at: Date,
): Promise<Stored[]> {
  const rows = codes.map(({ id, hash }) => ({ id, account, code_hash: hash, made_at: at }));
  const kept = await tx.insertInto("recovery_code").values(rows).returning(wholeRow("recovery_code")).execute();
  return kept.map((row) => storedRow("recovery_code", row));
}

export async function deleteRecoveryCodes(tx: Tx, account: string): Promise<string[]> {
  const gone = await tx.deleteFrom("recovery_code").where("account", "=", account).returning("id").execute();
  return gone.map(({ id }) => id);
}

/** `undefined` where it is none of theirs, or was used. */
export async function spendRecoveryCode(tx: Tx, account: string, hash: Buffer, at: Date): Promise<Stored | undefined> {
  const spent = await tx
    .updateTable("recovery_code")
    .set({ used_at: at })
    .where("account", "=", account)
    .where("code_hash", "=", hash)
    .where("used_at", "is", null)
    .returning(wholeRow("recovery_code"))
    .executeTakeFirst();
  return spent && storedRow("recovery_code", spent);
}

export async function recoveryCodesLeft(tx: Tx, account: string): Promise<number> {
  const left = tx.selectFrom("recovery_code").select("id").where("account", "=", account).where("used_at", "is", null);
  return (await left.execute()).length;
}

export type ChallengeKind = "totp" | "new-passkey" | "passkey" | "provider" | "sent";

/** Those past their end go with the next that is asked: they prove nothing, and nobody waits for them. */
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

/** What was asked, which from now on is asked no more. */
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

/** The same, left where it is: for what is verified before the transaction that takes it. */
export async function readChallenge(
  tx: Tx,
  { id, kind }: { id: string; kind: ChallengeKind },
): Promise<{ account: string | null; held: unknown } | undefined> {
  const asked = tx.selectFrom("challenge").select(["account", "held"]).where("id", "=", id).where("kind", "=", kind);
  const found = await asked.executeTakeFirst();
  return found && { account: found.account, held: JSON.parse(found.held) as unknown };
}

/** What was sent, while it may still be asked for; it stays, since a password may be mistyped. */
export async function findSent(
  tx: Tx,
  { id, at }: { id: string; at: Date },
): Promise<{ account: string | null; held: unknown } | undefined> {
  const sent = tx.selectFrom("challenge").select(["account", "held"]).where("id", "=", id).where("kind", "=", "sent");
  const found = await sent.where("expires_at", ">", at).executeTakeFirst();
  return found && { account: found.account, held: JSON.parse(found.held) as unknown };
}

/** The last one asked for, which stays. */
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
    .limit(1)
    .executeTakeFirst();
  return found && { id: found.id, held: JSON.parse(found.held) as unknown };
}
