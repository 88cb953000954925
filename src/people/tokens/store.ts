/** The SQL of tokens. */
import { sql } from "kysely";
import type { Database } from "../../db/open.ts";
import type { Tx } from "../../db/school.ts";
import { dropping, keep } from "../../act/keep.ts";
import { type Means, type Reach, type Role, ROLES } from "../../act/permissions.ts";

export type NewToken = {
  readonly id: string;
  readonly account: string;
  readonly school: string;
  readonly label: string;
  readonly reach: Reach;
  readonly chosen: readonly string[];
  readonly tokenHash: Buffer;
  readonly means: readonly Means[];
  readonly vouchedIn: string | null;
  readonly at: Date;
  readonly endsAt: Date;
};

export async function insertToken(tx: Tx, token: NewToken): Promise<void> {
  const { tokenHash, means, vouchedIn, at, endsAt, chosen, ...named } = token;
  const names = named.reach === "chosen" ? chosen.join(" ") : null;
  const proven = { means: means.join(" "), vouched_in: vouchedIn };
  const life = { made_at: at, ends_at: endsAt };
  await keep(tx, "api_token", { ...named, ...proven, chosen: names, token_hash: tokenHash, ...life });
}

export type Token = {
  readonly id: string;
  readonly school: string;
  readonly label: string;
  readonly reach: Reach;
  readonly chosen: readonly string[];
  readonly madeAt: Date;
  readonly endsAt: Date;
  readonly usedAt: Date | null;
};

export async function tokensOf(tx: Tx, account: string): Promise<Token[]> {
  const found = await tx
    .selectFrom("api_token as t")
    .leftJoin("api_token_use as u", "u.id", "t.id")
    .select(["t.id", "t.school", "t.label", "t.reach", "t.chosen", "t.made_at as madeAt", "t.ends_at as endsAt"])
    .select("u.used_at as usedAt")
    .where("t.account", "=", account)
    .orderBy("t.made_at", "desc")
    .orderBy("t.id", "desc")
    .execute();
  return found.map((one) => ({ ...one, chosen: named(one.chosen) })) as Token[];
}

/** Stored as words separated by spaces. */
const named = (chosen: string | null) => chosen?.split(" ") ?? [];

/** Deletes one token of an account, or all; returns how many. */
export async function deleteTokens(tx: Tx, account: string, only?: string): Promise<number> {
  const all = tx.deleteFrom("api_token").where("account", "=", account);
  return (await dropping(tx, "api_token", only === undefined ? all : all.where("id", "=", only))).length;
}

export async function endedTokens(tx: Tx, at: Date, limit: number): Promise<{ id: string; expiresAt: Date }[]> {
  const ended = tx.selectFrom("api_token").select(["id", "ends_at as expiresAt"]).where("ends_at", "<=", at);
  return ended.orderBy("ends_at").orderBy("id").limit(limit).execute();
}

export async function ownerOfEndedToken(tx: Tx, id: string, at: Date): Promise<string | undefined> {
  const found = tx.selectFrom("api_token").select("account").where("id", "=", id).where("ends_at", "<=", at);
  return (await found.executeTakeFirst())?.account;
}

type HolderRow = {
  readonly token: string;
  readonly account: string;
  readonly means: string;
  readonly vouchedIn: string | null;
  readonly reach: Reach;
  readonly chosen: string | null;
  readonly roles: readonly string[];
};
type Holder = Omit<HolderRow, "means" | "chosen" | "roles"> & {
  readonly chosen: readonly string[];
  readonly means: readonly Means[];
  readonly roles: readonly Role[];
};

export async function tokenHolder(
  db: Database,
  { tokenHash, establishment, at }: { tokenHash: Buffer; establishment: string; at: Date },
): Promise<Holder | undefined> {
  const { rows } = await sql<HolderRow>`
    select token, account, means, vouched_in as "vouchedIn", reach, chosen, roles
    from token_holder(${tokenHash}, ${establishment}, ${at})`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const roles = ROLES.filter((role) => row.roles.includes(role));
  return { ...row, means: row.means.split(" ") as Means[], chosen: named(row.chosen), roles };
}
