/** The SQL of accounts, their sessions and the proofs of an address. */
import { sql } from "kysely";
import type { Database } from "../db/open.ts";
import type { Tx } from "../db/school.ts";
import type { Lang } from "../kit/lang.ts";
import { wholeRow } from "../kit/sql.ts";
import { type Stored, storedRow } from "../act/chain.ts";
import { mailboxKey } from "../kit/mail-address.ts";
import type { Person } from "../act/person.ts";
import { type Means, ROLES, type Role } from "../act/permissions.ts";
import type { Proven } from "./rules/proven-in.ts";

export type Account = {
  readonly id: string;
  readonly address: string;
  readonly name: string;
  readonly password: string | null;
  readonly language: Lang;
  readonly version: number;
};

const ACCOUNT = ["id", "address", "name", "password", "language", "version"] as const;

export async function findAccount(tx: Tx, by: { id: string } | { addressKey: string }): Promise<Account | undefined> {
  const accounts = tx.selectFrom("account").select(ACCOUNT);
  const found = "id" in by ? accounts.where("id", "=", by.id) : accounts.where("address_key", "=", by.addressKey);
  return (await found.executeTakeFirst()) as Account | undefined;
}

/** For an act about to give this address to an account: of two at the same moment, the second finds what the first made. */
export async function lockAddress(tx: Tx, addressKey: string): Promise<Account | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext('livret.address ' || ${addressKey}))`.execute(tx);
  return findAccount(tx, { addressKey });
}

export type NewAccount = Omit<Account, "version"> & { readonly addressKey: string; readonly at: Date };

export async function insertAccount(tx: Tx, { at, addressKey, ...account }: NewAccount): Promise<Stored> {
  const row = { ...account, address_key: addressKey, version: 1, created_at: at };
  return storedRow(
    "account",
    await tx.insertInto("account").values(row).returning(wholeRow("account")).executeTakeFirstOrThrow(),
  );
}

type Changed = {
  readonly password?: string | null;
  readonly name?: string;
  readonly address?: string;
  readonly addressKey?: string;
};

export async function updateAccount(tx: Tx, id: string, { addressKey, ...changed }: Changed): Promise<Stored> {
  const update = tx
    .updateTable("account")
    .set({
      ...changed,
      ...(addressKey !== undefined && { address_key: addressKey }),
      version: sql<number>`version + 1`,
    })
    .where("id", "=", id);
  return storedRow("account", await update.returning(wholeRow("account")).executeTakeFirstOrThrow());
}

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

export async function insertSession(tx: Tx, session: NewSession): Promise<Stored> {
  const { id, account, tokenHash, means, vouchedIn, device, at, expiresAt } = session;
  const row = { id, account, token_hash: tokenHash, means: means.join(" "), vouched_in: vouchedIn, device };
  const inserted = tx.insertInto("account_session").values({ ...row, authenticated_at: at, expires_at: expiresAt });
  return storedRow("account_session", await inserted.returning(wholeRow("account_session")).executeTakeFirstOrThrow());
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
  return sessions.orderBy("authenticated_at", "desc").execute();
}

export async function provenBySession(tx: Tx, id: string): Promise<Proven | undefined> {
  const session = tx.selectFrom("account_session").select(["means", "vouched_in as vouchedIn"]);
  return readProven(await session.where("id", "=", id).executeTakeFirst());
}

/** When the owner of an open session was last recognised in it. */
export async function recognisedAt(
  tx: Tx,
  { session, account, at }: { session: string; account: string; at: Date },
): Promise<Date | undefined> {
  const open = tx.selectFrom("account_session").select("authenticated_at").where("id", "=", session);
  const theirs = open.where("account", "=", account).where("expires_at", ">", at);
  return (await theirs.executeTakeFirst())?.authenticated_at;
}

/** As it stands in a row: separated by spaces. */
function readProven(row: { means: string; vouchedIn: string | null } | undefined): Proven | undefined {
  return row && { means: row.means.split(" ") as Means[], vouchedIn: row.vouchedIn };
}

/** What a session had proven, which from now on it is no more; `undefined` where it was ended already. */
export async function takeSession(tx: Tx, account: string, id: string): Promise<Proven | undefined> {
  const gone = tx.deleteFrom("account_session").where("account", "=", account).where("id", "=", id);
  return readProven(await gone.returning(["means", "vouched_in as vouchedIn"]).executeTakeFirst());
}

/** One session of an account, or all of them; their ids. */
export async function deleteSessions(tx: Tx, account: string, only?: string): Promise<string[]> {
  const all = tx.deleteFrom("account_session").where("account", "=", account);
  const gone = await (only === undefined ? all : all.where("id", "=", only)).returning("id").execute();
  return gone.map(({ id }) => id);
}

export async function deleteOtherSessions(tx: Tx, account: string, but: string): Promise<string[]> {
  const others = tx.deleteFrom("account_session").where("account", "=", account).where("id", "<>", but);
  return (await others.returning("id").execute()).map(({ id }) => id);
}

/** Those that a school's sign-in service opened. */
export async function deleteVouchedSessions(tx: Tx, account: string, school: string): Promise<string[]> {
  const vouched = tx.deleteFrom("account_session").where("account", "=", account).where("vouched_in", "=", school);
  return (await vouched.returning("id").execute()).map(({ id }) => id);
}

export async function deleteEndedSession(tx: Tx, id: string, at: Date): Promise<string | undefined> {
  const gone = tx.deleteFrom("account_session").where("id", "=", id).where("expires_at", "<=", at);
  return (await gone.returning("account").executeTakeFirst())?.account;
}

export async function endedSessions(tx: Tx, at: Date, limit: number): Promise<{ id: string; expiresAt: Date }[]> {
  const ended = tx
    .selectFrom("account_session")
    .select(["id", "expires_at as expiresAt"])
    .where("expires_at", "<=", at);
  return ended.orderBy("expires_at").orderBy("id").limit(limit).execute();
}

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

export async function insertCode(tx: Tx, code: NewCode): Promise<Stored> {
  const { id, address, addressKey, codeHash, caller, at, expiresAt } = code;
  const row = {
    id,
    address,
    address_key: addressKey,
    code_hash: codeHash,
    tries: 0,
    caller,
    asked_at: at,
    expires_at: expiresAt,
  };
  const inserted = tx.insertInto("address_code").values(row).returning(wholeRow("address_code"));
  return storedRow("address_code", await inserted.executeTakeFirstOrThrow());
}

/**
 * What is counted is counted by one at a time, until its transaction ends: of tries at the same moment, as many as there are
 * connections would else each find the count of before. `key`: what is counted by.
 */
export async function lockCount(tx: Tx, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('livret.count ' || ${key}))`.execute(tx);
}

/** How many in all, and from one place. */
type Counted = { readonly all: number; readonly here: number };
type Counting = { readonly since: Date; readonly caller: Buffer | null };

const counted = (caller: Buffer | null) =>
  sql<Counted>`count(*)::integer as "all", count(*) filter (where caller is not distinct from ${caller}::bytea)::integer as here`;

/** By mailbox: under how many of its addresses codes were asked is all one to whoever reads them. */
export async function codesAskedSince(tx: Tx, key: string, { since, caller }: Counting): Promise<Counted> {
  const mailbox = mailboxKey(key);
  const noted = mailbox.replaceAll(/[\\%_]/g, "\\$&").replace("@", "+%@");
  const { rows } = await sql<Counted>`
    select ${counted(caller)} from address_code
    where asked_at > ${since} and (address_key in (${key}, ${mailbox}) or address_key like ${noted})`.execute(tx);
  return rows[0]!;
}

export async function failuresBy(tx: Tx, key: string, { since, caller }: Counting): Promise<Counted> {
  const { rows } = await sql<Counted>`
    select ${counted(caller)} from sign_in_failure where address_key = ${key} and failed_at > ${since}`.execute(tx);
  return rows[0]!;
}

export async function codesAskedFrom(tx: Tx, caller: Buffer, since: Date): Promise<number> {
  const codes = tx.selectFrom("address_code").select(sql<number>`count(*)::integer`.as("count"));
  const found = await codes.where("caller", "=", caller).where("asked_at", ">", since).executeTakeFirst();
  return found?.count ?? 0;
}

export async function failuresFrom(tx: Tx, caller: Buffer, since: Date): Promise<number> {
  const failures = tx.selectFrom("sign_in_failure").select(sql<number>`count(*)::integer`.as("count"));
  const found = await failures.where("caller", "=", caller).where("failed_at", ">", since).executeTakeFirst();
  return found?.count ?? 0;
}

/** The code as it stands, locked: two tries go one after the other. */
export async function lockCode(tx: Tx, id: string): Promise<AddressCode | undefined> {
  return tx.selectFrom("address_code").select(CODE).where("id", "=", id).forUpdate().executeTakeFirst();
}

/** The last one that is waited for: no ticket was given for it. */
export async function lockLatestCode(tx: Tx, addressKey: string, at: Date): Promise<AddressCode | undefined> {
  return tx
    .selectFrom("address_code")
    .select(CODE)
    .where("address_key", "=", addressKey)
    .where("expires_at", ">", at)
    .where("ticket_hash", "is", null)
    .orderBy("asked_at", "desc")
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
}

/** What a ticket proves, until it is spent. */
export async function lockTicket(tx: Tx, ticketHash: Buffer): Promise<AddressCode | undefined> {
  return tx
    .selectFrom("address_code")
    .select(CODE)
    .where("ticket_hash", "=", ticketHash)
    .where("id", "not in", tx.selectFrom("spent_ticket").select("id"))
    .forUpdate()
    .executeTakeFirst();
}

/** False where it was spent already, be it a moment ago: a ticket opens one thing, once. */
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
): Promise<Stored> {
  const { tries, codeHash, ticketHash, expiresAt } = changed;
  const update = tx
    .updateTable("address_code")
    .set({
      tries,
      ...(codeHash && { code_hash: codeHash }),
      ...(ticketHash && { ticket_hash: ticketHash }),
      ...(expiresAt && { expires_at: expiresAt }),
    })
    .where("id", "=", id);
  return storedRow("address_code", await update.returning(wholeRow("address_code")).executeTakeFirstOrThrow());
}

export async function deleteCode(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("address_code").where("id", "=", id).execute();
}

export async function endedCodes(tx: Tx, at: Date, limit: number): Promise<{ id: string; expiresAt: Date }[]> {
  const ended = tx.selectFrom("address_code").select(["id", "expires_at as expiresAt"]).where("expires_at", "<=", at);
  return ended.orderBy("expires_at").orderBy("id").limit(limit).execute();
}

/** `addressKey`: by what it is counted: an address at the door, or what one of the other counts made of an address or account. */
export async function insertFailure(
  tx: Tx,
  failure: { id: string; addressKey: string; caller?: Buffer | null; at: Date },
): Promise<Stored> {
  const { id, addressKey, caller = null, at } = failure;
  const inserted = tx.insertInto("sign_in_failure").values({ id, address_key: addressKey, caller, failed_at: at });
  return storedRow("sign_in_failure", await inserted.returning(wholeRow("sign_in_failure")).executeTakeFirstOrThrow());
}

export async function failuresSince(tx: Tx, addressKey: string, since: Date): Promise<number> {
  const failures = tx.selectFrom("sign_in_failure").select("id").where("address_key", "=", addressKey);
  return (await failures.where("failed_at", ">", since).execute()).length;
}

export async function oldFailures(tx: Tx, before: Date, limit: number): Promise<{ id: string; failedAt: Date }[]> {
  const old = tx.selectFrom("sign_in_failure").select(["id", "failed_at as failedAt"]).where("failed_at", "<=", before);
  return old.orderBy("failed_at").orderBy("id").limit(limit).execute();
}

export async function deleteFailure(tx: Tx, id: string, before: Date): Promise<boolean> {
  const gone = tx.deleteFrom("sign_in_failure").where("id", "=", id).where("failed_at", "<=", before).returning("id");
  return (await gone.executeTakeFirst()) !== undefined;
}

export type RoleGrant = {
  readonly id: string;
  readonly account: string;
  readonly role: Role;
  readonly by: string;
  readonly at: Date;
};

/** `undefined` where the account has that role already. */
export async function insertRole(tx: Tx, { id, account, role, by, at }: RoleGrant): Promise<Stored | undefined> {
  const row = { id, account, role, granted_by: by, granted_at: at };
  const inserted = await tx
    .insertInto("role_grant")
    .values(row)
    .onConflict((on) => on.doNothing())
    .returning(wholeRow("role_grant"))
    .executeTakeFirst();
  return inserted && storedRow("role_grant", inserted);
}

/** Roles are taken back one at a time in a school: who is the last to give them is judged on who is left. */
export async function lockRoles(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('livret.roles ' || current_setting('livret.establishment')))`.execute(
    tx,
  );
}

export async function deleteRole(tx: Tx, id: string): Promise<string | undefined> {
  return (await tx.deleteFrom("role_grant").where("id", "=", id).returning("account").executeTakeFirst())?.account;
}

/** Whose address it is; the deployment's accounts are not a school's to list. */
export async function accountOfAddress(tx: Tx, key: string): Promise<{ account: string; name: string } | undefined> {
  const found = await sql<{
    account: string;
    name: string;
  }>`select account, name from account_of_address(${key})`.execute(tx);
  return found.rows[0];
}

/** Whose account it is, or will be once its owner makes one: kept for them until then. */
export async function accountForAddress(tx: Tx, key: string): Promise<string> {
  const found = await sql<{ account: string }>`select account_for_address(${key}) as account`.execute(tx);
  return found.rows[0]!.account;
}

/** The id that was kept for the account of an address, which is about to be made. */
export async function takeReserved(tx: Tx, addressKey: string): Promise<string | undefined> {
  const kept = tx.deleteFrom("reserved_account").where("address_key", "=", addressKey).returning("id");
  return (await kept.executeTakeFirst())?.id;
}

export type Colleague = {
  readonly id: string;
  readonly account: string;
  readonly address: string;
  readonly name: string;
  readonly role: Role;
  readonly grantedAt: Date;
  /** They have a second proof, or sign in through a provider: their roles can be in force. */
  readonly proven: boolean;
};

export async function schoolStaff(tx: Tx): Promise<Colleague[]> {
  const staff = await sql<Colleague>`
    select id, account, address, name, role, granted_at as "grantedAt", has_second_proof(account) as proven
    from school_staff(current_setting('livret.establishment'))`.execute(tx);
  return staff.rows;
}

/** What a school gave an account to do: for whoever acts in its name from the command line. */
export async function rolesOf(tx: Tx, account: string): Promise<Role[]> {
  const grants = await tx.selectFrom("role_grant").select("role").where("account", "=", account).execute();
  return ROLES.filter((role) => grants.some((grant) => grant.role === role));
}

/** Who holds a session, and what they may do in one school. */
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
