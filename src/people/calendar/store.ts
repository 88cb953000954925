/** The SQL of calendar addresses. */
import { sql } from "kysely";
import { dropping, keep } from "../../act/keep.ts";
import { type Means, type Role, ROLES } from "../../act/permissions.ts";
import type { Database } from "../../db/open.ts";
import type { Tx } from "../../db/school.ts";
import type { Proven } from "../rules/proven-in.ts";

type NewAddress = {
  readonly id: string;
  readonly account: string;
  readonly school: string;
  readonly tokenHash: Buffer;
  readonly means: readonly Means[];
  readonly vouchedIn: string | null;
  readonly at: Date;
};

export async function insertCalendarAddress(tx: Tx, address: NewAddress): Promise<void> {
  const { tokenHash, means, vouchedIn, at, ...whose } = address;
  const row = { ...whose, token_hash: tokenHash, means: means.join(" "), vouched_in: vouchedIn, made_at: at };
  await keep(tx, "calendar_address", row);
}

/** Deletes that of one school, or of all; returns how many. */
export async function deleteCalendarAddresses(tx: Tx, account: string, school?: string): Promise<number> {
  const all = tx.deleteFrom("calendar_address").where("account", "=", account);
  const these = school === undefined ? all : all.where("school", "=", school);
  return (await dropping(tx, "calendar_address", these)).length;
}

export async function calendarAddressOf(tx: Tx, account: string, school: string): Promise<Date | undefined> {
  const made = tx.selectFrom("calendar_address").select("made_at as madeAt").where("account", "=", account);
  return (await made.where("school", "=", school).executeTakeFirst())?.madeAt;
}

type Holder = Proven & { readonly address: string; readonly account: string; readonly roles: readonly Role[] };

export async function calendarHolder(db: Database, tokenHash: Buffer, school: string): Promise<Holder | undefined> {
  const { rows } = await sql<{
    address: string;
    account: string;
    means: string;
    vouchedIn: string | null;
    roles: string[];
  }>`select address, account, means, vouched_in as "vouchedIn", roles from calendar_holder(${tokenHash}, ${school})`.execute(
    db,
  );
  const [row] = rows;
  if (!row) return undefined;
  const means = row.means.split(" ") as Means[];
  return { ...row, means, roles: ROLES.filter((role) => row.roles.includes(role)) };
}
