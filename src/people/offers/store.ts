/** The SQL of roles that a school offers. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { wholeRow } from "../../kit/sql.ts";
import { type Stored, storedRow } from "../../act/chain.ts";
import type { Role } from "../../act/permissions.ts";

export type Offer = {
  readonly id: string;
  readonly account: string;
  readonly role: Role;
  readonly by: string;
  readonly at: Date;
  /** The last day on which it may be accepted. */
  readonly until: Day | null;
  /** Who agreed to it besides whoever offers, where that takes two. */
  readonly confirmedBy: string | null;
};

type NewOffer = Omit<Offer, "confirmedBy"> & { readonly address: string };

/** `undefined` where it is offered already. */
export async function insertOffer(
  tx: Tx,
  { id, account, address, role, by, at, until }: NewOffer,
): Promise<Stored | undefined> {
  const row = { id, account, address, role, offered_by: by, offered_at: at, until };
  const inserted = await tx
    .insertInto("role_offer")
    .values(row)
    .onConflict((on) => on.doNothing())
    .returning(wholeRow("role_offer"))
    .executeTakeFirst();
  return inserted && storedRow("role_offer", inserted);
}

const OFFER = sql<Offer>`id, account, role, offered_by as by, offered_at as at, to_char(until, 'YYYY-MM-DD') as until,
  confirmed_by as "confirmedBy"`;

/** Locked: of two who confirm it, the second finds it confirmed. */
export async function lockOffer(
  tx: Tx,
  id: string,
): Promise<(Offer & { readonly address: string | null }) | undefined> {
  const found = sql<Offer & { address: string | null }>`
    select ${OFFER}, address from role_offer where id = ${id} for update`;
  return (await found.execute(tx)).rows[0];
}

export async function confirmOffer(
  tx: Tx,
  id: string,
  { by, at, until }: { readonly by: string; readonly at: Date; readonly until: Day | null },
): Promise<Stored> {
  const update = tx.updateTable("role_offer").set({ confirmed_by: by, confirmed_at: at, until }).where("id", "=", id);
  return storedRow("role_offer", await update.returning(wholeRow("role_offer")).executeTakeFirstOrThrow());
}

/** Takes an offer away, whole: of one account where it is named, and still open on a day where that is. */
export async function takeOffer(
  tx: Tx,
  by: { id: string; account?: string; openOn?: Day },
): Promise<Offer | undefined> {
  const owned = by.account === undefined ? sql`` : sql`and account = ${by.account}`;
  const open = by.openOn === undefined ? sql`` : sql`and coalesce(until >= ${by.openOn}::date, true)`;
  const gone = sql<Offer>`delete from role_offer where id = ${by.id} ${owned} ${open} returning ${OFFER}`;
  return (await gone.execute(tx)).rows[0];
}

/** The same by what is offered: where the role is given all the same, or offered again past its last day. */
export async function takeOfferOf(
  tx: Tx,
  { account, role, lapsedOn }: { account: string; role: Role; lapsedOn?: Day },
): Promise<Offer | undefined> {
  const lapsed = lapsedOn === undefined ? sql`` : sql`and until < ${lapsedOn}::date`;
  const gone = sql<Offer>`
    delete from role_offer where account = ${account} and role = ${role} ${lapsed} returning ${OFFER}`;
  return (await gone.execute(tx)).rows[0];
}

export function offerGone({ id }: Pick<Offer, "id">): Stored {
  return { table: "role_offer", id, values: null };
}

export async function offersTo(tx: Tx, account: string): Promise<readonly Offer[]> {
  const offers = sql<Offer>`select ${OFFER} from role_offer where account = ${account} order by offered_at, id`;
  return (await offers.execute(tx)).rows;
}

export type Offered = {
  readonly id: string;
  readonly account: string;
  readonly address: string;
  readonly role: Role;
  readonly by: string;
  readonly offeredAt: Date;
  readonly until: Day | null;
  readonly confirmedBy: string | null;
};

export async function schoolOffers(tx: Tx): Promise<readonly Offered[]> {
  const { rows } = await sql<Offered>`
    select id, account, address, role, offered_by as by, offered_at as "offeredAt",
      to_char(until, 'YYYY-MM-DD') as until, confirmed_by as "confirmedBy"
    from school_offers()`.execute(tx);
  return rows;
}
