/** The SQL of reminders: who is to be told something, and what they were told. */
import { newId } from "../kit/id.ts";
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import { hashSecret } from "../kit/secret.ts";
import { MOST_COUNTED } from "../kit/counted.ts";
import { dropping, keep } from "../act/keep.ts";
import { dossierChain } from "../dossier/rules/dossier.ts";

/** Something to tell of one deadline: it is told once to each dossier, whatever happens in between. */
export type Target = {
  readonly about: "closing" | "complement" | "prolonged" | "confirming";
  readonly intake: string;
  /** Of a complement. */
  readonly dueOn: Day | null;
  readonly deadline: Date;
  readonly days: number;
  /** Who began, took back or was asked only after this is not told. */
  readonly since: Date;
};

/**
 * The dossiers to tell, by their ids: of somebody not told yet, and who did not say that they want no
 * reminders. A closing put off is no reminder: everybody concerned is told. `only`: whether this one is among them.
 */
export async function dossiersToTell(
  tx: Tx,
  { about, intake, dueOn, deadline, days, since }: Target,
  { limit, only }: { limit: number; only?: string },
): Promise<string[]> {
  const due = dueOn === null ? sql`` : sql`and s.due_on = ${dueOn}::date`;
  const one = only === undefined ? sql`` : sql`and s.id = ${only}::uuid`;
  const wanted = about === "prolonged" ? sql`` : sql`and wants_reminders(d.account, d.id)`;
  const { rows } = await sql<{ id: string }>`
    select s.id from dossier_state s join dossier d on d.establishment_id = s.establishment_id and d.id = s.id
    where s.intake = ${intake} and ${WHOSE[about]} and s.changed_at < ${since} ${due} ${one} ${wanted}
      ${about === "confirming" ? CONFIRMED_BY_LINK : sql``}
      and not exists (
        select from dossier_reminder r
        where r.dossier = s.id and r.about = ${about} and r.deadline = ${deadline} and r.days = ${days})
    order by s.id limit ${limit}`.execute(tx);
  return rows.map(({ id }) => id);
}

/** `entering`: the office is writing it down for somebody, who may still owe it something. */
const UNSENT = sql`s.standing in ('draft', 'entering')`;
/** Whoever has no address was handed a code, which a new one would undo. */
const CONFIRMED_BY_LINK = sql`and (d.account is not null or d.address is not null)`;
const WHOSE = {
  closing: UNSENT,
  prolonged: UNSENT,
  complement: sql`s.standing = 'complement'`,
  confirming: sql`s.to_confirm`,
} as const;

/** `stop`: what the mail’s link is known by on which somebody without an account says that they want no more. */
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

/** The dossier of the reminder that a link came with, as long as it is in no account. */
export async function remindedBy(tx: Tx, stop: string): Promise<{ id: string; number: string } | undefined> {
  const found = tx
    .selectFrom("dossier_reminder")
    .innerJoin("dossier", "dossier.id", "dossier_reminder.dossier")
    .select(["dossier.id", "dossier.number"])
    .where("stop_hash", "=", hashSecret(stop))
    .where("dossier.account", "is", null);
  return found.executeTakeFirst();
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
 * Late by the closing that held then, and in time by the one that holds now: by when it was sent, or came on paper. Taken or
 * declined by the school in between, it is the school’s word that stands, until the closing is put off.
 */
export async function caughtUp(
  tx: Tx,
  zone: string,
  { limit, only }: { readonly limit: number; readonly only?: string },
): Promise<{ dossier: string; intake: string }[]> {
  const one = only === undefined ? sql`` : sql`and s.id = ${only}::uuid`;
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
        else w.received <= (i.closes_at at time zone ${zone})::date end ${one}
    order by s.id limit ${limit}`.execute(tx);
  return rows;
}

/**
 * Of a dossier `s`, whose fee was charged when it was first handed in: that was in time, and the fee is due at the closing. What
 * came late was due on its own day, which no closing moves.
 */
const DUE_AT_CLOSING = sql`exists (
  select from (
    select w.late from submission w
    where w.establishment_id = s.establishment_id and w.dossier = s.id and w.kind = 'whole' order by w.place limit 1
  ) f where not f.late)`;

/**
 * The dossiers whose fee is still to be paid by a closing that was put off since. A fee has the day of the closing where the
 * dossier was first handed in in time; paid or late, its day stays.
 */
export async function feesToPutOff(
  tx: Tx,
  zone: string,
  { limit, only }: { readonly limit: number; readonly only?: string },
): Promise<{ dossier: string; intake: string; dueOn: Day }[]> {
  const one = only === undefined ? sql`` : sql`and s.id = ${only}::uuid`;
  const { rows } = await sql<{ dossier: string; intake: string; dueOn: Day }>`
    select distinct s.id as dossier, s.intake, (i.closes_at at time zone ${zone})::date as "dueOn"
    from charge_state b
    join charge c on c.establishment_id = b.establishment_id and c.id = b.id
    join dossier_state s on s.establishment_id = c.establishment_id and c.about = 'dossier:' || s.id
    join intake i on i.establishment_id = s.establishment_id and i.id = s.intake
    where b.balance > 0 and b.due_on < (i.closes_at at time zone ${zone})::date and ${DUE_AT_CLOSING}
      and exists (select from intake_change k where k.intake = s.intake and k.after -> 'closes' is not null) ${one}
    order by s.id limit ${limit}`.execute(tx);
  return rows;
}

/** The intakes that take applications at an instant: one or two. */
export async function intakesTaking(tx: Tx, at: Date): Promise<string[]> {
  const taking = tx.selectFrom("intake").select("id").where("state", "=", "open");
  const rows = await taking.where("opens_at", "<=", at).where("closes_at", ">=", at).orderBy("id").execute();
  return rows.map(({ id }) => id);
}

/** The days by which complements are asked, of each intake, from a day on. */
export async function daysDue(tx: Tx, from: Day): Promise<{ intake: string; dueOn: Day }[]> {
  const { rows } = await sql<{ intake: string; dueOn: Day }>`
    select distinct intake, due_on as "dueOn" from dossier_state
    where state = 'complement' and due_on >= ${from}::date order by due_on, intake`.execute(tx);
  return rows;
}

/** Late and not taken as in time, by when they were sent. */
export async function lateIn(tx: Tx, intake: string): Promise<{ number: string; at: Date }[]> {
  const late = tx
    .selectFrom("dossier_state as s")
    .innerJoin("dossier as d", "d.id", "s.id")
    .select(["d.number", "s.submitted_at as at"])
    .where("s.intake", "=", intake)
    // By its group, which has an index: what is late and was asked something is among the answered.
    .where("s.standing", "in", ["late", "declined", "answered"])
    .where("s.state", "in", ["late", "declined"]);
  return (await late.orderBy("s.submitted_at").orderBy("s.id").execute()) as { number: string; at: Date }[];
}

/** Begun and not handed in: counted no further than is said. */
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
 * The dossiers whose fee is due at the closing and not paid: counted no further than is said. No such fee is due before the intake
 * opens, so that what is owed of earlier ones is not looked at.
 */
export async function unpaidIn(tx: Tx, zone: string, intake: string): Promise<number> {
  // The dossier is read out of the charge apart from where it is looked for: else it would go by no index under row security.
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

/** Goes with the dossier that it is about. */
export async function eraseReminders(tx: Tx, dossier: string): Promise<void> {
  await dropping(tx, "dossier_reminder", tx.deleteFrom("dossier_reminder").where("dossier", "=", dossier));
}
