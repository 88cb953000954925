/** The SQL of offered roles. */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { change, dropping, keeping } from "../../act/keep.ts";
import type { Role } from "../../act/permissions.ts";

export type Offer = {
  readonly id: string;
  readonly account: string;
  readonly role: Role;
  readonly by: string;
  readonly at: Date;
  /** The last day to accept it. */
  readonly until: Day | null;
  /** The second person, for roles given by two. */
  readonly confirmedBy: string | null;
};

type NewOffer = Omit<Offer, "confirmedBy"> & { readonly address: string };

/** False where it is offered already. */
export async function insertOffer(tx: Tx, { id, account, address, role, by, at, until }: NewOffer): Promise<boolean> {
  const row = { id, account, address, role, offered_by: by, offered_at: at, until };
  const insert = tx.insertInto("role_offer").values(row);
  const first = insert.onConflict((on) => on.doNothing());
  return (await keeping(tx, "role_offer", first)).length > 0;
}

const OFFER = sql`id, account, role, offered_by as by, offered_at as at, to_char(until, 'YYYY-MM-DD') as until,
  confirmed_by as "confirmedBy"`;

/** Locked: of two concurrent confirmations, the second finds it confirmed. */
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
): Promise<void> {
  await change(tx, "role_offer", id, { confirmed_by: by, confirmed_at: at, until });
}

/** Deletes and returns an offer, of one account if given. */
export async function takeOffer(tx: Tx, by: { id: string; account?: string }): Promise<Offer | undefined> {
  const owned = by.account === undefined ? sql`` : sql`and account = ${by.account}`;
  return taken(tx, sql`id = ${by.id} ${owned}`);
}

/** The same by account and role: where the role is given outright, or offered anew after it lapsed. */
export async function takeOfferOf(
  tx: Tx,
  { account, role, lapsedOn }: { account: string; role: Role; lapsedOn?: Day },
): Promise<Offer | undefined> {
  const lapsed = lapsedOn === undefined ? sql`` : sql`and until < ${lapsedOn}::date`;
  return taken(tx, sql`account = ${account} and role = ${role} ${lapsed}`);
}

async function taken(tx: Tx, which: RawBuilder<unknown>): Promise<Offer | undefined> {
  const [offer] = (await sql<Offer>`select ${OFFER} from role_offer where ${which} for update`.execute(tx)).rows;
  if (offer) await dropping(tx, "role_offer", tx.deleteFrom("role_offer").where("id", "=", offer.id));
  return offer;
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
    from school_offers() order by address, role, id`.execute(tx);
  return rows;
}
