/** The SQL of online payments. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { keep, keeping } from "../../act/keep.ts";
import { lockEvents, SETTLED, touchEvents, WAITING } from "./events/store.ts";
import { type About, type PageFact, type PageState, pageState, type PageTold } from "../rules/online-page.ts";

export type Wish = { readonly id: string; readonly charge: string; readonly amount: number; readonly at: Date };

export async function insertWish(tx: Tx, { id, charge, amount, at }: Wish): Promise<void> {
  await keep(tx, "online_payment", { id, charge, amount, wished_at: at });
}

export type FoundWish = Omit<Wish, "at"> & {
  readonly wishedAt: Date;
  readonly session: string | null;
  readonly url: string | null;
  readonly expiresAt: Date | null;
  readonly state: PageState;
};

async function wishes(tx: Tx, where: ReturnType<typeof sql>): Promise<FoundWish[]> {
  const { rows } = await sql<Omit<FoundWish, "state"> & { readonly told: readonly PageFact[] }>`
    select o.id, o.charge, o.amount, o.wished_at as "wishedAt", s.id as session, s.url, s.expires_at as "expiresAt",
      coalesce((
        select jsonb_agg(jsonb_build_object('page', e.page, 'outcome', e.outcome, 'settled', ${SETTLED}))
        from online_event e where e.online_payment = o.id
      ), '[]') as told
    from online_payment o left join online_session s on s.online_payment = o.id
    where ${where} order by o.wished_at desc, o.id desc`.execute(tx);
  return rows.map(({ told, ...wish }) => ({ ...wish, state: pageState(told) }));
}

export async function findWish(tx: Tx, id: string): Promise<FoundWish | undefined> {
  return (await wishes(tx, sql`o.id = ${id}`))[0];
}

/** The wish of a provider's page. */
export async function sessionWish(tx: Tx, session: string): Promise<FoundWish | undefined> {
  return (await wishes(tx, sql`s.id = ${session}`))[0];
}

/** The wishes of a charge, latest first, whatever their state. */
export async function wishesOf(tx: Tx, charge: string): Promise<FoundWish[]> {
  return wishes(tx, sql`o.charge = ${charge}`);
}

/** The wish of an earlier announcement with this page or payment. */
export async function toldWish(tx: Tx, named: { session?: string; intent?: string }): Promise<FoundWish | undefined> {
  const { session = null, intent = null } = named;
  const announced = sql`select e.online_payment from online_event e where e.session = ${session} or e.intent = ${intent}`;
  return (await wishes(tx, sql`o.id in (${announced})`))[0];
}

/** Whether the school ever had a wish to pay online. */
export async function everWished(tx: Tx): Promise<boolean> {
  return (await tx.selectFrom("online_payment").select("id").limit(1).executeTakeFirst()) !== undefined;
}

export type Session = { readonly id: string; readonly wish: string; readonly url: string; readonly expiresAt: Date };

/** False if it is stored already. */
export async function insertSession(tx: Tx, { id, wish, url, expiresAt }: Session): Promise<boolean> {
  const insert = tx.insertInto("online_session").values({ id, online_payment: wish, url, expires_at: expiresAt });
  const onlyFirst = insert.onConflict((on) => on.doNothing());
  return (await keeping(tx, "online_session", onlyFirst)).length > 0;
}

/** The meaning of an announcement for the money; see `WAITING`. */
export type OnlineOutcome = "recorded" | "known" | "nothing" | "unknown" | "currency" | About | "differs";

export type OnlineEvent = {
  readonly id: string;
  readonly kind: string;
  readonly session: string;
  readonly wish: string | null;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly paid: boolean;
  readonly page?: PageTold | undefined;
  readonly intent?: string | undefined;
  /** Our refund, reported otherwise than it was asked. */
  readonly refund?: string;
};

/** False for a duplicate. */
export async function insertEvent(
  tx: Tx,
  event: OnlineEvent & { readonly outcome: OnlineOutcome; readonly at: Date },
): Promise<boolean> {
  const { wish, at, id, kind, session, amount, currency, paid, outcome, page, intent, refund } = event;
  const row = { id, kind, session, amount, currency, paid, outcome };
  await lockEvents(tx);
  const more = { page: page ?? null, intent: intent ?? null, online_refund: refund ?? null };
  const insert = tx.insertInto("online_event").values({ ...row, ...more, online_payment: wish, received_at: at });
  const first = insert.onConflict((on) => on.doNothing());
  const isNew = (await keeping(tx, "online_event", first)).length > 0;
  if (isNew) await touchEvents(tx, session);
  return isNew;
}

export async function isPaid(tx: Tx, session: string): Promise<boolean> {
  return (await tx.selectFrom("payment").select("id").where("online", "=", session).executeTakeFirst()) !== undefined;
}

/** Pages opened since, with no known outcome. */
export async function openPages(tx: Tx, since: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from online_session s join online_payment o on o.id = s.online_payment
    where o.wished_at > ${since} and not exists (select from payment p where p.online = s.id)
      and not exists (select from online_event e where e.session = s.id and e.page is distinct from 'under-way')`.execute(
    tx,
  );
  return rows[0]!.count;
}

export type WaitingEvent = {
  readonly id: string;
  readonly session: string;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly outcome: OnlineOutcome;
  readonly receivedAt: Date;
  /** The charge of its page, if it is one of ours. */
  readonly charge: string | null;
  readonly reference: string | null;
  /** Our refund, if the event is about one. */
  readonly refund: string | null;
  /** Known on arrival to belong to the charge, and recorded in its chain. */
  readonly tied: boolean;
};

/**
 * Announced money that the program cannot account for and that no person has settled yet: each case once, however often it was announced.
 */
export async function waitingEvents(tx: Tx, limit: number): Promise<WaitingEvent[]> {
  const { rows } = await sql<WaitingEvent>`
    select w.id, w.session, w.amount, w.currency, w.outcome, w."receivedAt", w.refund, w.tied, c.id as charge, c.reference
    from (
      select distinct on (e.session, e.outcome) e.id, e.session, e.amount, e.currency, e.outcome,
        e.received_at as "receivedAt", e.online_refund as refund,
        e.online_payment is not null as tied,
        coalesce(e.online_payment, (
          select x.online_payment from online_event x
          where x.intent = e.intent and x.online_payment is not null limit 1
        )) as wish
      from online_event e
      where e.outcome in (${sql.join(WAITING)}) and not ${SETTLED}
      order by e.session, e.outcome, e.received_at, e.id
    ) w
    left join online_payment o on o.id = w.wish left join charge c on c.id = o.charge
    order by w."receivedAt", w.id limit ${limit}`.execute(tx);
  return rows;
}

/** False if it was settled before. */
export async function insertSettlement(
  tx: Tx,
  { id, on, reason, by }: { id: string; on: Day; reason: string; by: string },
): Promise<boolean> {
  await lockEvents(tx);
  const insert = tx.insertInto("online_settlement").values({ id, settled_on: on, reason, made_by: by });
  const first = insert.onConflict((at) => at.doNothing());
  const isNew = (await keeping(tx, "online_settlement", first)).length > 0;
  const event = await tx.selectFrom("online_event").select("session").where("id", "=", id).executeTakeFirst();
  if (isNew && event) await touchEvents(tx, event.session);
  return isNew;
}
