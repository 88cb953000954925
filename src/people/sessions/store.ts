/** The SQL of sessions and their holders. */
import { sql } from "kysely";
import type { Database } from "../../db/open.ts";
import type { Tx } from "../../db/school.ts";
import { dropping, keep } from "../../act/keep.ts";
import type { Person } from "../../act/person.ts";
import { type Means, ROLES } from "../../act/permissions.ts";
import type { Proven } from "../rules/proven-in.ts";

export type NewSession = {
  readonly id: string;
  readonly account: string;
  readonly tokenHash: Buffer;
  readonly means: readonly Means[];
  readonly vouchedIn: string | null;
  readonly device: string;
  readonly at: Date;
  readonly expiresAt: Date;
};

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  const { id, account, tokenHash, means, vouchedIn, device, at, expiresAt } = session;
  const row = { id, account, token_hash: tokenHash, means: means.join(" "), vouched_in: vouchedIn, device };
  await keep(tx, "account_session", { ...row, authenticated_at: at, expires_at: expiresAt });
}

export type Session = {
  readonly id: string;
  readonly device: string;
  readonly authenticatedAt: Date;
  readonly expiresAt: Date;
};

export async function sessionsOf(tx: Tx, account: string, at: Date): Promise<Session[]> {
  const sessions = tx
    .selectFrom("account_session")
    .select(["id", "device", "authenticated_at as authenticatedAt", "expires_at as expiresAt"])
    .where("account", "=", account)
    .where("expires_at", ">", at);
  return sessions.orderBy("authenticated_at", "desc").orderBy("id", "desc").execute();
}

export async function provenBySession(tx: Tx, id: string): Promise<Proven | undefined> {
  const session = tx.selectFrom("account_session").select(["means", "vouched_in as vouchedIn"]);
  return readProven(await session.where("id", "=", id).executeTakeFirst());
}

/** When the owner last proved themselves in an open session. */
export async function recognisedAt(
  tx: Tx,
  { session, account, at }: { session: string; account: string; at: Date },
): Promise<Date | undefined> {
  const open = tx.selectFrom("account_session").select("authenticated_at").where("id", "=", session);
  const theirs = open.where("account", "=", account).where("expires_at", ">", at);
  return (await theirs.executeTakeFirst())?.authenticated_at;
}

/** Stored as words separated by spaces. */
function readProven(row: { means: string; vouchedIn: string | null } | undefined): Proven | undefined {
  return row && { means: row.means.split(" ") as Means[], vouchedIn: row.vouchedIn };
}

/** Ends a session and returns its proofs; `undefined` where it had ended. */
export async function takeSession(tx: Tx, account: string, id: string): Promise<Proven | undefined> {
  const proven = await provenBySession(tx, id);
  return (await deleteSessions(tx, account, id)) > 0 ? proven : undefined;
}

/** Deletes one session of an account, or all; returns how many. */
export async function deleteSessions(tx: Tx, account: string, only?: string): Promise<number> {
  const all = tx.deleteFrom("account_session").where("account", "=", account);
  const these = only === undefined ? all : all.where("id", "=", only);
  return (await dropping(tx, "account_session", these)).length;
}

export async function deleteOtherSessions(tx: Tx, account: string, but: string): Promise<number> {
  const others = tx.deleteFrom("account_session").where("account", "=", account).where("id", "<>", but);
  return (await dropping(tx, "account_session", others)).length;
}

/** Those opened by a school's sign-in service. */
export async function deleteVouchedSessions(tx: Tx, account: string, school: string): Promise<void> {
  const vouched = tx.deleteFrom("account_session").where("account", "=", account).where("vouched_in", "=", school);
  await dropping(tx, "account_session", vouched);
}

/** Returns its account; `undefined` where it has not expired. */
export async function deleteEndedSession(tx: Tx, id: string, at: Date): Promise<string | undefined> {
  const ended = tx.selectFrom("account_session").select("account").where("id", "=", id).where("expires_at", "<=", at);
  const account = (await ended.executeTakeFirst())?.account;
  return account !== undefined && (await deleteSessions(tx, account, id)) > 0 ? account : undefined;
}

export async function endedSessions(tx: Tx, at: Date, limit: number): Promise<{ id: string; expiresAt: Date }[]> {
  const ended = tx
    .selectFrom("account_session")
    .select(["id", "expires_at as expiresAt"])
    .where("expires_at", "<=", at);
  return ended.orderBy("expires_at").orderBy("id").limit(limit).execute();
}

/** The holder of a session, and their roles in one school. */
export type Holder = Omit<Person, "actor">;

type HolderRow = Omit<Holder, "means" | "roles"> & { readonly means: string; readonly roles: readonly string[] };

export async function sessionHolder(
  db: Database,
  { tokenHash, establishment, at }: { tokenHash: Buffer; establishment: string; at: Date },
): Promise<Holder | undefined> {
  const { rows } = await sql<HolderRow>`
    select session, account, address, name, language, means, vouched_in as "vouchedIn",
      authenticated_at as "authenticatedAt", roles
    from session_holder(${tokenHash}, ${establishment}, ${at})`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  return { ...row, means: row.means.split(" ") as Means[], roles: ROLES.filter((role) => row.roles.includes(role)) };
}
