/** The SQL of reminders: the dossiers to tell, and what they were told. */
import { newId } from "../kit/id.ts";
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import { hashSecret } from "../kit/secret.ts";
import { MOST_COUNTED } from "../kit/counted.ts";
import { dropping, keep } from "../act/keep.ts";
import { dossierChain } from "../dossier/rules/dossier.ts";

/** A reminder of one deadline, sent once to each dossier, whatever happens in between. */
export type Target = {
  readonly about: "closing" | "complement" | "prolonged" | "confirming";
  readonly intake: string;
  /** Only for a complement. */
  readonly dueOn: Day | null;
  readonly deadline: Date;
  readonly days: number;
  /** Dossiers begun, taken back or asked only after this are left out. */
  readonly since: Date;
};

/**
 * The ids of the dossiers not told yet: of applicants without an account, except those unsubscribed; a later closing is no reminder, and is
 * told to all. `only`: restricts the query to this dossier.
 */
export async function dossiersToTell(
  tx: Tx,
  { about, intake, dueOn, deadline, days, since }: Target,
  { limit, only }: { limit: number; only?: string },
): Promise<string[]> {
  const due = dueOn === null ? sql`` : sql`and s.due_on = ${dueOn}::date`;
  const onlyThis = only === undefined ? sql`` : sql`and s.id = ${only}::uuid`;
  const wanted = about === "prolonged" ? sql`` : sql`and d.account is null and wants_reminders(null, d.id)`;
  const { rows } = await sql<{ id: string }>`
    select s.id from dossier_state s join dossier d on d.establishment_id = s.establishment_id and d.id = s.id
    where s.intake = ${intake} and ${WHOSE[about]} and s.changed_at < ${since} ${due} ${onlyThis} ${wanted}
      ${about === "confirming" ? CONFIRMED_BY_LINK : sql``}
      and not exists (
        select from dossier_reminder r
        where r.dossier = s.id and r.about = ${about} and r.deadline = ${deadline} and r.days = ${days})
    order by s.id limit ${limit}`.execute(tx);
  return rows.map(({ id }) => id);
}

/** `entering`: the office is entering it for an applicant, who may still owe something. */
const UNSENT = sql`s.standing in ('draft', 'entering')`;
/** Applicants without an address were handed a code, which a new one would invalidate. */
const CONFIRMED_BY_LINK = sql`and d.address is not null`;
const WHOSE = {
  closing: UNSENT,
  prolonged: UNSENT,
  complement: sql`s.standing = 'complement'`,
  confirming: sql`s.to_confirm`,
} as const;

/** `stop`: the secret of the mail’s unsubscribe link, for an applicant without an account. */
export async function insertReminder(
  tx: Tx,
  dossier: string,
  target: Target,
  { at, stop }: { readonly at: Date; readonly stop: string | undefined },
): Promise<void> {
  const { about, deadline, days } = target;
  const stopHash = stop === undefined ? null : hashSecret(stop);
  const row = { id: newId(), dossier, about, deadline, days, sent_at: at, stop_hash: stopHash };
  await keep(tx, "dossier_reminder", row);
}

/** The dossier of an unsubscribe link, as long as it is in no account. */
export async function remindedBy(tx: Tx, stop: string): Promise<{ id: string; number: string } | undefined> {
  const query = tx
    .selectFrom("dossier_reminder")
    .innerJoin("dossier", "dossier.id", "dossier_reminder.dossier")
    .select(["dossier.id", "dossier.number"])
    .where("stop_hash", "=", hashSecret(stop))
    .where("dossier.account", "is", null);
  return query.executeTakeFirst();
}

/** When the closing of an intake was last put off, and why. */
export async function lastProlonged(tx: Tx, intake: string): Promise<{ at: Date; reason: string } | undefined> {
  const changes = tx
    .selectFrom("intake_change")
    .select(["changed_at as at", "reason"])
    .where("intake", "=", intake)
    .where(sql<boolean>`after -> 'closes' is not null`);
  return changes.orderBy("changed_at", "desc").orderBy("id", "desc").executeTakeFirst();
}

/**
 * Late by the former closing and in time by the present one, by the time it was sent or came on paper. If the school accepted or declined
 * it in between, that decision stands until the closing is put off.
 */
export async function caughtUp(
  tx: Tx,
  zone: string,
  { limit, only }: { readonly limit: number; readonly only?: string },
): Promise<{ dossier: string; intake: string }[]> {
  const onlyThis = only === undefined ? sql`` : sql`and s.id = ${only}::uuid`;
  const { rows } = await sql<{ dossier: string; intake: string }>`
    select s.id as dossier, s.intake
    from dossier_state s
    join intake i on i.establishment_id = s.establishment_id and i.id = s.intake
    join lateral (
      select w.late, coalesce(w.sent_at, w.submitted_at) as sent, w.received_on as received
      from submission w
      where w.establishment_id = s.establishment_id and w.dossier = s.id and w.kind = 'whole'
      order by w.place desc limit 1) w on true
    where s.standing in ('late', 'declined', 'answered') and s.state in ('late', 'declined') and w.late
      and exists (select from intake_change c where c.intake = s.intake and c.after -> 'closes' is not null)
      and case when w.received is null then w.sent <= i.closes_at
        else w.received <= (i.closes_at at time zone ${zone})::date end ${onlyThis}
    order by s.id limit ${limit}`.execute(tx);
  return rows;
}

/**
 * Of a dossier `s`, whose fee was charged at its first submission: if that was in time, the fee is due at the closing. A late one was due
 * on its own day, which no closing moves.
 */
const DUE_AT_CLOSING = sql`exists (
  select from (
    select w.late from submission w
    where w.establishment_id = s.establishment_id and w.dossier = s.id and w.kind = 'whole' order by w.place limit 1
  ) f where not f.late)`;

/**
 * Dossiers with an unpaid fee due at a closing since put off. A fee is due on the day of the closing if the dossier was first submitted in
 * time; if paid or late, its day stays.
 */
export async function feesToPutOff(
  tx: Tx,
  zone: string,
  { limit, only }: { readonly limit: number; readonly only?: string },
): Promise<{ dossier: string; intake: string; dueOn: Day }[]> {
  const onlyThis = only === undefined ? sql`` : sql`and s.id = ${only}::uuid`;
  const { rows } = await sql<{ dossier: string; intake: string; dueOn: Day }>`
    select distinct s.id as dossier, s.intake, (i.closes_at at time zone ${zone})::date as "dueOn"
    from charge_state b
    join charge c on c.establishment_id = b.establishment_id and c.id = b.id
    join dossier_state s on s.establishment_id = c.establishment_id and c.about = 'dossier:' || s.id
    join intake i on i.establishment_id = s.establishment_id and i.id = s.intake
    where b.balance > 0 and b.due_on < (i.closes_at at time zone ${zone})::date and ${DUE_AT_CLOSING}
      and exists (select from intake_change k where k.intake = s.intake and k.after -> 'closes' is not null) ${onlyThis}
    order by s.id limit ${limit}`.execute(tx);
  return rows;
}

/** The intakes that accept applications at an instant: one or two. */
export async function intakesTaking(tx: Tx, at: Date): Promise<string[]> {
  const taking = tx.selectFrom("intake").select("id").where("state", "=", "open");
  const rows = await taking.where("opens_at", "<=", at).where("closes_at", ">=", at).orderBy("id").execute();
  return rows.map(({ id }) => id);
}

/** The due days of complements, by intake, from a day on. */
export async function daysDue(tx: Tx, from: Day): Promise<{ intake: string; dueOn: Day }[]> {
  const { rows } = await sql<{ intake: string; dueOn: Day }>`
    select distinct intake, due_on as "dueOn" from dossier_state
    where state = 'complement' and due_on >= ${from}::date order by due_on, intake`.execute(tx);
  return rows;
}

/** Late applications not accepted as in time, by the time they were sent. */
export async function lateIn(tx: Tx, intake: string): Promise<{ number: string; at: Date }[]> {
  const late = tx
    .selectFrom("dossier_state as s")
    .innerJoin("dossier as d", "d.id", "s.id")
    .select(["d.number", "s.submitted_at as at"])
    .where("s.intake", "=", intake)
    // By the indexed group: late ones that were asked something are among the answered.
    .where("s.standing", "in", ["late", "declined", "answered"])
    .where("s.state", "in", ["late", "declined"]);
  return (await late.orderBy("s.submitted_at").orderBy("s.id").execute()) as { number: string; at: Date }[];
}

/** Begun and not submitted: counted up to the limit. */
export async function unsentIn(tx: Tx, intake: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select least(count(*), ${MOST_COUNTED})::integer as count
    from unnest(array['draft', 'entering']) as g (standing), lateral (
      select 1 from dossier_state s
      where s.intake = ${intake} and s.standing = g.standing
      order by s.changed_at, s.id limit ${MOST_COUNTED}) as met`.execute(tx);
  return rows[0]!.count;
}

/**
 * Dossiers with an unpaid fee due at the closing: counted up to the limit. No such fee is due before the intake opens, so earlier debts are
 * skipped.
 */
export async function unpaidIn(tx: Tx, zone: string, intake: string): Promise<number> {
  // The dossier is extracted from the charge in a separate step: otherwise row security would prevent the use of an index.
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (
      select 1 from charge_state b,
      lateral (
        select c.id, c.about, right(c.about, 36)::uuid as dossier from charge c
        where c.establishment_id = b.establishment_id and c.id = b.id and c.about ~ ${DOSSIER} offset 0
      ) o
      join dossier_state s on s.id = o.dossier
      where b.balance > 0 and s.intake = ${intake} and ${DUE_AT_CLOSING}
        and b.due_on >= (select (i.opens_at at time zone ${zone})::date from intake i where i.id = ${intake})
        and not exists (
          select from charge c join charge_state t on t.establishment_id = c.establishment_id and t.id = c.id
          where c.about = o.about and c.id < o.id and t.balance > 0)
      limit ${MOST_COUNTED}) as met`.execute(tx);
  return rows[0]!.count;
}
const DOSSIER = `^${dossierChain("")}`;

/** Erased with the dossier. */
export async function eraseReminders(tx: Tx, dossier: string): Promise<void> {
  await dropping(tx, "dossier_reminder", tx.deleteFrom("dossier_reminder").where("dossier", "=", dossier));
}
