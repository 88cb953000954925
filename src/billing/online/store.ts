/** The SQL of payments made online. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { wholeRow } from "../../kit/sql.ts";
import { type Stored, storedRow } from "../../record/chain.ts";

export type Wish = { readonly id: string; readonly charge: string; readonly amount: number; readonly at: Date };

export async function insertWish(tx: Tx, { id, charge, amount, at }: Wish): Promise<Stored> {
  const insert = tx.insertInto("online_payment").values({ id, charge, amount, wished_at: at });
  return storedRow("online_payment", await insert.returning(wholeRow("online_payment")).executeTakeFirstOrThrow());
}

export type FoundWish = Omit<Wish, "at"> & {
  readonly wishedAt: Date;
  readonly session: string | null;
  readonly url: string | null;
  readonly expiresAt: Date | null;
};

function wishes(tx: Tx) {
  return tx
    .selectFrom("online_payment as o")
    .leftJoin("online_session as s", (on) => on.onRef("s.online_payment", "=", "o.id"))
    .select(["o.id", "o.charge", "o.amount", "o.wished_at as wishedAt", "s.id as session", "s.url"])
    .select("s.expires_at as expiresAt");
}

export async function findWish(tx: Tx, id: string): Promise<FoundWish | undefined> {
  return wishes(tx).where("o.id", "=", id).executeTakeFirst();
}

/** What a page of the provider's is to pay. */
export async function sessionWish(tx: Tx, session: string): Promise<FoundWish | undefined> {
  return wishes(tx).where("s.id", "=", session).executeTakeFirst();
}

/** The last wish to pay a charge, whatever became of it. */
export async function lastWish(tx: Tx, charge: string): Promise<FoundWish | undefined> {
  return wishes(tx)
    .where("o.charge", "=", charge)
    .orderBy("o.wished_at", "desc")
    .orderBy("o.id")
    .limit(1)
    .executeTakeFirst();
}

export type Session = { readonly id: string; readonly wish: string; readonly url: string; readonly expiresAt: Date };

/** `undefined` where it is kept already. */
export async function insertSession(tx: Tx, { id, wish, url, expiresAt }: Session): Promise<Stored | undefined> {
  const kept = await tx
    .insertInto("online_session")
    .values({ id, online_payment: wish, url, expires_at: expiresAt })
    .onConflict((on) => on.doNothing())
    .returning(wholeRow("online_session"))
    .executeTakeFirst();
  return kept && storedRow("online_session", kept);
}

export type OnlineOutcome = "recorded" | "known" | "nothing" | "unknown" | "currency";

export type OnlineEvent = {
  readonly id: string;
  readonly kind: string;
  readonly session: string;
  readonly wish: string | null;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly paid: boolean;
};

/** `undefined` where it was told before. */
export async function insertEvent(
  tx: Tx,
  event: OnlineEvent & { readonly outcome: OnlineOutcome; readonly at: Date },
): Promise<Stored | undefined> {
  const { wish, at, ...row } = event;
  const kept = await tx
    .insertInto("online_event")
    .values({ ...row, online_payment: wish, received_at: at })
    .onConflict((on) => on.doNothing())
    .returning(wholeRow("online_event"))
    .executeTakeFirst();
  return kept && storedRow("online_event", kept);
}

export async function isPaid(tx: Tx, session: string): Promise<boolean> {
  return (await tx.selectFrom("payment").select("id").where("online", "=", session).executeTakeFirst()) !== undefined;
}

/** Pages that were opened since, of which nobody has told what became of them. */
export async function openPages(tx: Tx, since: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from online_session s join online_payment o on o.id = s.online_payment
    where o.wished_at > ${since} and not exists (select from payment p where p.online = s.id)
      and not exists (select from online_event e where e.session = s.id)`.execute(tx);
  return rows[0]!.count;
}

export type WaitingEvent = {
  readonly id: string;
  readonly session: string;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly outcome: OnlineOutcome;
  readonly receivedAt: Date;
  /** What its page was to pay, where it is one of ours. */
  readonly charge: string | null;
};

/** Money told of that could not be tied to a charge, and that nobody has settled with the provider yet. */
export async function waitingEvents(tx: Tx, limit: number): Promise<WaitingEvent[]> {
  const waiting = tx
    .selectFrom("online_event as e")
    .leftJoin("online_settlement as s", (on) => on.onRef("s.id", "=", "e.id"))
    .leftJoin("online_payment as o", (on) => on.onRef("o.id", "=", "e.online_payment"))
    .select("o.charge")
    .select(["e.id", "e.session", "e.amount", "e.currency", "e.outcome", "e.received_at as receivedAt"])
    .where("e.outcome", "in", ["unknown", "currency"])
    .where("e.paid", "=", true)
    .where("s.id", "is", null);
  return (await waiting.orderBy("e.received_at").orderBy("e.id").limit(limit).execute()) as WaitingEvent[];
}

export async function insertSettlement(
  tx: Tx,
  { id, on, reason, by }: { id: string; on: Day; reason: string; by: string },
): Promise<Stored | undefined> {
  const kept = await tx
    .insertInto("online_settlement")
    .values({ id, settled_on: on, reason, made_by: by })
    .onConflict((at) => at.doNothing())
    .returning(wholeRow("online_settlement"))
    .executeTakeFirst();
  return kept && storedRow("online_settlement", kept);
}
