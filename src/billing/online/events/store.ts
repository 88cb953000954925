/** What of the provider's announcements waits for a person. */
import { sql } from "kysely";
import { touch } from "../../../act/waiting.ts";
import type { Tx } from "../../../db/school.ts";

/** What of it waits, by the id of the first announcement of a page with an outcome. */
export const ONLINE_TO_SETTLE = "online-event";

/** One at a time says what waits of announcements: their rows are only inserted, and no act holds the chains of all. */
export async function lockEvents(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('livret.online ' || current_setting('livret.establishment')))`.execute(
    tx,
  );
}

/** The announcements of a page, for what waits of them. */
export async function touchEvents(tx: Tx, session: string): Promise<void> {
  const rows = await tx.selectFrom("online_event").select("id").where("session", "=", session).execute();
  touch(
    tx,
    ONLINE_TO_SETTLE,
    rows.map(({ id }) => id),
  );
}

/** Outcomes that a person must settle; the others need nothing. */
export const WAITING = [
  "unknown",
  "currency",
  "returned",
  "unreturned",
  "disputed",
  "dispute-won",
  "dispute-lost",
  "differs",
];

/** Of an event `e`: whether it, or a duplicate with the same outcome, was settled. */
export const SETTLED = sql`exists (
  select from online_event x join online_settlement y on y.id = x.id where x.session = e.session and x.outcome = e.outcome
)`;

export type ToSettle = {
  readonly id: string;
  readonly session: string;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly receivedAt: Date;
  readonly debtor: string | null;
  readonly name: string | null;
};

/** Of these announcements, those that wait for a person: of a page with an outcome the first alone. */
export async function waitingAmong(tx: Tx, ids: readonly string[]): Promise<ToSettle[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ToSettle>`
    select e.id, e.session, e.amount, e.currency, e.received_at as "receivedAt",
      case when c.debtor is null then c.about else c.debtor end as debtor, c.debtor_name as name
    from online_event e
    left join online_payment o on o.id = coalesce(e.online_payment, (
      select x.online_payment from online_event x
      where x.intent = e.intent and x.online_payment is not null order by x.received_at, x.id limit 1))
    left join charge c on c.id = o.charge
    where e.id = any(${[...ids]}::text[]) and e.outcome in (${sql.join(WAITING)}) and not ${SETTLED}
      and not exists (select from online_event b where b.session = e.session and b.outcome = e.outcome
        and (b.received_at, b.id) < (e.received_at, e.id))
    order by e.id`.execute(tx);
  return rows;
}
