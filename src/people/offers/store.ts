/** The SQL of roles that a school offers. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import { wholeRow } from "../../kit/sql.ts";
import { type Stored, storedRow } from "../../record/chain.ts";
import type { Role } from "../rules/permissions.ts";

export type Offer = {
  readonly id: string;
  readonly account: string;
  readonly role: Role;
  readonly by: string;
  readonly at: Date;
};

/** `undefined` where it is offered already. */
export async function insertOffer(tx: Tx, { id, account, role, by, at }: Offer): Promise<Stored | undefined> {
  const row = { id, account, role, offered_by: by, offered_at: at };
  const inserted = await tx
    .insertInto("role_offer")
    .values(row)
    .onConflict((on) => on.doNothing())
    .returning(wholeRow("role_offer"))
    .executeTakeFirst();
  return inserted && storedRow("role_offer", inserted);
}

const OFFER = ["id", "account", "role", "offered_by as by", "offered_at as at"] as const;

/** Takes an offer away, whole: of one account where it is named. */
export async function takeOffer(tx: Tx, by: { id: string; account?: string }): Promise<Offer | undefined> {
  const one = tx.deleteFrom("role_offer").where("id", "=", by.id);
  const owned = by.account === undefined ? one : one.where("account", "=", by.account);
  return (await owned.returning(OFFER).executeTakeFirst()) as Offer | undefined;
}

/** The same by what is offered: where the role is given all the same. */
export async function takeOfferOf(tx: Tx, account: string, role: Role): Promise<Offer | undefined> {
  const one = tx.deleteFrom("role_offer").where("account", "=", account).where("role", "=", role);
  return (await one.returning(OFFER).executeTakeFirst()) as Offer | undefined;
}

export function offerGone({ id }: Pick<Offer, "id">): Stored {
  return { table: "role_offer", id, values: null };
}

export async function offersTo(tx: Tx, account: string): Promise<readonly Offer[]> {
  const offers = tx.selectFrom("role_offer").select(OFFER).where("account", "=", account);
  return (await offers.orderBy("offered_at").orderBy("id").execute()) as readonly Offer[];
}

export type Offered = {
  readonly id: string;
  readonly account: string;
  readonly address: string;
  readonly role: Role;
  readonly offeredAt: Date;
};

export async function schoolOffers(tx: Tx): Promise<readonly Offered[]> {
  const { rows } = await sql<Offered>`
    select id, account, address, role, offered_at as "offeredAt" from school_offers()`.execute(tx);
  return rows;
}
