/** The SQL of mails. */
import { newId } from "../kit/id.ts";
import { sql } from "kysely";
import { alongside } from "../db/joined.ts";
import type { Tx } from "../db/school.ts";
import type { CalendarEntry } from "../kit/calendar.ts";
import type { Day } from "../kit/day.ts";
import type { Lang } from "../kit/lang.ts";
import { MOST_COUNTED } from "../kit/counted.ts";
import { json } from "../kit/sql.ts";
import { dropping, keep, keepAll, keeping } from "../act/keep.ts";
import { touch } from "../act/waiting.ts";
import type { Postal } from "../act/act.ts";
import type { LetterToHand, Links } from "./rules/letter.ts";
import type { MailProblem, MailState } from "./rules/states.ts";

export type NewMail = {
  readonly id: string;
  readonly reader: string | null;
  /** Null for a letter, which has a postal address instead. */
  readonly to: string | null;
  readonly postal: Postal | null;
  readonly lang: Lang;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly link: Links | null;
  readonly calendar: CalendarEntry | null;
  readonly school: string | null;
  readonly about: string;
  /** The chain that records it, where it is not the act's. */
  readonly of?: string;
  /** The mail that this one resends. */
  readonly again?: string;
  readonly at: Date;
};

export function insertMail(tx: Tx, mail: NewMail): Promise<void> {
  return insertMails(tx, [mail]);
}

export async function insertMails(tx: Tx, mails: readonly NewMail[]): Promise<void> {
  for (const [of, theirs] of Map.groupBy(mails, (one) => one.of))
    await keepAll(tx, "mail", theirs.map(mailRow), of === undefined ? undefined : { of });
  const sending = mails.map(({ id, postal, at }) => {
    const begins = postal ? { state: "to-hand", due_at: null } : { state: "queued", due_at: at };
    return { id, attempts: 0, sends: 0, queued_at: at, ...begins };
  });
  await tx.executeQuery(alongside(tx.insertInto("mail_sending").values(sending).compile()));
  const letters = mails.filter(({ postal }) => postal !== null).map(({ id }) => id);
  touch(tx, "letter", letters);
}

function mailRow(mail: NewMail) {
  const { id, reader, to, postal, lang, subject, paragraphs, link, calendar, school, about, again, at } = mail;
  return {
    id,
    reader,
    to_address: to,
    postal: postal && json(postal),
    lang,
    subject,
    paragraphs: json(paragraphs),
    link: link && json(link),
    calendar: calendar && json(calendar),
    school,
    about,
    again: again ?? null,
    queued_at: at,
  };
}

export type Sending = {
  readonly state: MailState;
  readonly messageId: string | null;
  readonly attempts: number;
  readonly sends: number;
};
export type MailToSend = Omit<NewMail, "reader" | "to" | "postal" | "at" | "about"> & {
  readonly to: string;
  readonly queuedAt: Date;
};

/** The mail and its delivery state, locked until the transaction ends. */
export async function lockMail(tx: Tx, id: string): Promise<{ mail: MailToSend; sending: Sending } | undefined> {
  const sending = await tx
    .selectFrom("mail_sending")
    .select(["state", "message_id as messageId", "attempts", "sends"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  const mail = await tx
    .selectFrom("mail")
    .select(["id", "to_address as to", "lang", "subject", "paragraphs", "link", "calendar", "school"])
    .select("queued_at as queuedAt")
    .where("id", "=", id)
    .executeTakeFirst();
  return sending && mail && { mail: mail as MailToSend, sending: sending as Sending };
}

export type Progress = Partial<{
  readonly state: MailState;
  readonly message_id: string;
  readonly attempts: number;
  readonly sends: number;
  readonly due_at: Date | null;
  readonly sent_at: Date;
  readonly problem: MailProblem | null;
  readonly said: string | null;
}>;

export async function updateSending(tx: Tx, id: string, progress: Progress): Promise<void> {
  await tx.updateTable("mail_sending").set(progress).where("id", "=", id).execute();
}

const SHOWN = [
  "mail.id",
  "reader",
  "to_address as to",
  "postal",
  "lang",
  "subject",
  "paragraphs",
  "link",
  "about",
  "again",
  "mail.queued_at as queuedAt",
  "state",
  "attempts",
  "sends",
  "due_at as dueAt",
  "sent_at as sentAt",
  "problem",
  "said",
] as const;

export type ShownMail = Omit<NewMail, "school" | "calendar" | "at" | "again"> & {
  readonly again: string | null;
  /** Whether another mail resends this one. */
  readonly repeated: boolean;
  readonly queuedAt: Date;
  readonly state: MailState;
  readonly attempts: number;
  readonly sends: number;
  readonly dueAt: Date | null;
  readonly sentAt: Date | null;
  readonly problem: MailProblem | null;
  readonly said: string | null;
};

type Which = {
  readonly id?: string;
  readonly reader?: string;
  /** The reader's proved address: what was sent to it before it had an account is theirs, too. */
  readonly address?: string | undefined;
  readonly state?: MailState;
  readonly about?: string;
  /** Keyset pagination: the mails after this one. */
  readonly after?: { readonly at: Date; readonly id: string } | undefined;
};

/**
 * A code or a link proves that one reads the address, and is shown nowhere but there. Latest first, then by id, as the indexes are sorted:
 * within a state, by that of `mail_sending`.
 */
export async function listMail(
  tx: Tx,
  { id, reader, address, state, about, after }: Which,
  { offset, limit }: { offset: number; limit: number },
): Promise<ShownMail[]> {
  const by = state === undefined ? "mail" : "mail_sending";
  let found = tx
    .selectFrom("mail")
    .innerJoin("mail_sending", "mail_sending.id", "mail.id")
    .select(SHOWN)
    .select(sql<boolean>`coalesce((select true from mail later where later.again = mail.id), false)`.as("repeated"));
  if (id !== undefined) found = found.where("mail.id", "=", id);
  if (reader !== undefined && address === undefined) found = found.where("reader", "=", reader);
  if (reader !== undefined && address !== undefined)
    found = found.where(sql<boolean>`mail.id in (
      select m.id from mail m where m.reader = ${reader}
      union all select m.id from mail m
      where m.reader is null and m.link is null and lower(m.to_address) = lower(${address}) and m.about not like 'code:%')`);
  if (about !== undefined) found = found.where("about", "=", about);
  if (state !== undefined) found = found.where("state", "=", state);
  if (after !== undefined)
    found = found.where(
      sql<boolean>`(${sql.ref(by)}.queued_at, ${sql.ref(by)}.id) < (${after.at}::timestamptz, ${after.id}::uuid)`,
    );
  const page = found.orderBy(`${by}.queued_at`, "desc").orderBy(`${by}.id`, "desc").offset(offset).limit(limit);
  return (await page.execute()) as ShownMail[];
}

/** A mail that was resent no longer waits: its copy tells. */
const NOT_AGAIN = sql<boolean>`not exists (
  select from mail later where later.establishment_id = mail_sending.establishment_id and later.again = mail_sending.id)`;

/** The same as a subquery per row: for a count with a limit, a join would first read all mails. */
const NOT_AGAIN_EACH = sql<boolean>`(select true from mail later
  where later.establishment_id = mail_sending.establishment_id and later.again = mail_sending.id) is null`;

/** Counts the mails neither sent nor resent, by state, with the last problem of each. */
export async function countUnsent(
  tx: Tx,
): Promise<{ state: MailState; count: number; problem: MailProblem | null; said: string | null }[]> {
  const counted = tx
    .selectFrom("mail_sending")
    .select(["state", sql<number>`count(*)::integer`.as("count")])
    .select(sql<MailProblem | null>`(array_agg(problem order by attempts desc, id desc))[1]`.as("problem"))
    .select(sql<string | null>`(array_agg(said order by attempts desc, id desc))[1]`.as("said"))
    // A literal: with a parameter the planner does not use the partial index.
    .where(sql<boolean>`state <> 'sent'`)
    .where(NOT_AGAIN)
    .groupBy("state")
    .orderBy("state");
  return (await counted.execute()) as { state: MailState; count: number; problem: MailProblem | null; said: string }[];
}

/** The same for a page, counted up to a limit per state: after a large school's round of mails all of them wait. */
export async function countUnsentBy(
  tx: Tx,
  states: readonly MailState[],
): Promise<{ state: MailState; count: number }[]> {
  // Literals: with parameters the planner does not know that a state is rare, and reads the whole table.
  const each = states.map(
    (state) => sql`select ${sql.lit(state)} as state, count(*)::integer as count from (
      select 1 from mail_sending where state = ${sql.lit(state)} and ${NOT_AGAIN_EACH} limit ${sql.lit(MOST_COUNTED)}
    ) as met having count(*) > 0`,
  );
  const counted = sql<{ state: MailState; count: number }>`${sql.join(each, sql` union all `)}`;
  const { rows } = await counted.execute(tx);
  return rows;
}

/** Counts the mails that failed and were not resent, up to a limit. */
export async function countUnreached(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (
      select 1 from mail_sending where state in ('bounced', 'failed') and ${NOT_AGAIN_EACH} limit ${MOST_COUNTED}
    ) as met`.execute(tx);
  return rows[0]!.count;
}

/** The last mail to a reader at an address, of those that are over: whether it came back, or could not be sent. */
export async function lastReturned(
  tx: Tx,
  { reader, address }: { readonly reader: string; readonly address: string },
): Promise<Date | undefined> {
  const { rows } = await sql<{ queuedAt: Date; returned: boolean }>`
    select m.queued_at as "queuedAt", s.state <> 'sent' as returned from mail m join mail_sending s on s.id = m.id
    where m.reader = ${reader} and m.to_address = ${address} and s.state in ('sent', 'bounced', 'failed')
    order by m.queued_at desc, m.id desc limit 1`.execute(tx);
  return rows[0]?.returned ? rows[0].queuedAt : undefined;
}

export async function insertBounce(
  tx: Tx,
  { mail, said, at }: { mail: string; said: string; at: Date },
): Promise<void> {
  await keep(tx, "mail_bounce", { id: newId(), mail, said, recorded_at: at });
}

export type Handed = { readonly on: Day; readonly means: "post" | "hand"; readonly by: string };

export async function insertHanded(
  tx: Tx,
  { mail, on, means, by, at }: Handed & { readonly mail: string; readonly at: Date },
): Promise<void> {
  const row = { id: newId(), mail, handed_on: on, means, recorded_by: by, recorded_at: at };
  await keep(tx, "mail_handed", row);
  touch(tx, "letter", [mail]);
}

/** How and when a letter went, and who noted it. */
export async function handedOf(tx: Tx, mail: string): Promise<Handed | undefined> {
  const { rows } = await sql<Handed>`
    select to_char(handed_on, 'YYYY-MM-DD') as "on", means, recorded_by as by from mail_handed where mail = ${mail}::uuid`.execute(
    tx,
  );
  return rows[0];
}

/** Of all letters, or those to payers of the register alone. */
type Among = { readonly toPayers: boolean };
const TO_PAYER = sql`coalesce(m.postal ->> 'of' like 'payer:%', false)`;

/** The waiting letters, oldest first; or the named one, in any state. */
export async function lettersToHand(
  tx: Tx,
  {
    letter,
    first,
    toPayers,
    limit,
  }: Among & { readonly letter?: string; readonly first?: string; readonly limit: number },
): Promise<readonly LetterToHand[]> {
  const which = letter === undefined ? sql`s.state = 'to-hand'` : sql`s.id = ${letter}::uuid`;
  const { rows } = await sql<LetterToHand>`
    select m.id, m.about, m.lang, m.subject, m.paragraphs, m.postal, m.queued_at as "queuedAt"
    from mail_sending s join mail m on m.establishment_id = s.establishment_id and m.id = s.id
    where ${which} and m.postal is not null and ${toPayers ? TO_PAYER : sql`true`} order by (s.id = ${first ?? null}::uuid) is true desc, s.queued_at, s.id limit ${limit}`.execute(
    tx,
  );
  return rows;
}

/** Counts the waiting letters, up to a limit. */
export async function countToHand(tx: Tx, { toPayers }: Among): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (
      select 1 from mail_sending s ${toPayers ? sql`join mail m on m.id = s.id and ${TO_PAYER}` : sql``}
      where s.state = 'to-hand' limit ${MOST_COUNTED}) as met`.execute(tx);
  return rows[0]!.count;
}

type FoundMail = { readonly about: string; readonly state: MailState; readonly queuedAt: Date };

/** A mail's chain and state, locked until the transaction ends. */
export async function findMail(tx: Tx, id: string): Promise<(FoundMail & { readonly toPayer: boolean }) | undefined> {
  const found = tx.selectFrom("mail").innerJoin("mail_sending", "mail_sending.id", "mail.id");
  const row = await found
    .select(["about", "state", "mail.queued_at as queuedAt", "postal"])
    .where("mail.id", "=", id)
    .forUpdate("mail_sending")
    .executeTakeFirst();
  if (!row) return undefined;
  const { postal, ...mail } = row as unknown as FoundMail & { readonly postal: Postal | null };
  return { ...mail, toPayer: postal?.of?.startsWith("payer:") ?? false };
}

/** The whole mail as posted, and its state; locked until the transaction ends. */
export async function findPosted(tx: Tx, id: string): Promise<(NewMail & { state: MailState }) | undefined> {
  const found = tx
    .selectFrom("mail")
    .innerJoin("mail_sending", "mail_sending.id", "mail.id")
    .select([
      "mail.id",
      "reader",
      "to_address as to",
      "postal",
      "lang",
      "subject",
      "paragraphs",
      "link",
      "calendar",
      "school",
      "about",
    ])
    .select(["mail.queued_at as at", "state"])
    .where("mail.id", "=", id)
    .forUpdate("mail_sending");
  return (await found.executeTakeFirst()) as (NewMail & { state: MailState }) | undefined;
}

export async function isRepeated(tx: Tx, id: string): Promise<boolean> {
  return (await tx.selectFrom("mail").select("id").where("again", "=", id).executeTakeFirst()) !== undefined;
}

/** For an act that erases a subject: deletes its mails. */
export async function deleteMail(tx: Tx, about: string): Promise<void> {
  const theirs = tx.selectFrom("mail").select("id").where("about", "=", about);
  for (const table of ["mail_bounce", "mail_handed"] as const)
    await dropping(tx, table, tx.deleteFrom(table).where("mail", "in", theirs));
  touch(tx, "letter", await dropping(tx, "mail", tx.deleteFrom("mail").where("about", "=", about)));
}

/** Whether a person wants this school's reminders; yes by default. */
export type MailChoice = { readonly reminders: boolean; readonly version: number };

export async function choiceOf(tx: Tx, account: string): Promise<MailChoice> {
  const { rows } = await sql<MailChoice>`
    select wants_reminders(${account}, null) as reminders,
      coalesce((select version from mail_choice where id = ${account}), 0) as version`.execute(tx);
  return rows[0]!;
}

/** A choice made without an account passes to the account. */
export async function giveChoiceTo(tx: Tx, thing: string, account: string): Promise<void> {
  const update = tx.updateTable("mail_choice").set({ account }).where("id", "=", thing);
  await keeping(tx, "mail_choice", update);
}

/** Saves over `version` (0: never chosen); false where it was changed meanwhile. */
export async function putChoice(
  tx: Tx,
  account: string,
  { reminders, version }: MailChoice,
  at: Date,
): Promise<boolean> {
  const values = { reminders, chosen_at: at };
  const saved =
    version === 0
      ? tx
          .insertInto("mail_choice")
          .values({ id: account, version: 1, ...values })
          .onConflict((on) => on.columns(["establishment_id", "id"]).doNothing())
      : tx
          .updateTable("mail_choice")
          .set({ version: version + 1, ...values })
          .where("id", "=", account)
          .where("version", "=", version);
  return (await keeping(tx, "mail_choice", saved)).length > 0;
}

export async function deleteChoice(tx: Tx, account: string): Promise<void> {
  await dropping(tx, "mail_choice", tx.deleteFrom("mail_choice").where("id", "=", account));
}
