/** The SQL of messages between a person and the school, and of when each side last read. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import { change, keep } from "../../act/keep.ts";
import { keepUnread } from "../store.ts";
import { dropWaiting } from "../../act/waiting.ts";
import { dossierChain, type Side } from "../rules/dossier.ts";

export type Message = {
  readonly id: string;
  readonly side: Side;
  readonly by: string;
  readonly at: Date;
  readonly text: string;
  /** When the other side said that it needs no answer. */
  readonly noAnswerAt: Date | null;
};

export async function insertMessage(
  tx: Tx,
  message: Omit<Message, "noAnswerAt"> & { readonly dossier: string },
): Promise<void> {
  const { by, ...row } = message;
  if (message.side === "person") await keepUnread(tx, message.dossier, message.at);
  await keep(tx, "dossier_message", { ...row, by_actor: by });
  await keepToAnswer(tx, message.dossier);
}

/** The person's first message that waits for an answer, opened or not, of the dossier in `s`. */
const TO_ANSWER = sql<Date | null>`(
  select min(m.at) from dossier_message m
  where m.dossier = s.id and m.side = 'person' and m.no_answer_at is null and not exists (
    select from dossier_message later where later.dossier = m.dossier and (later.at, later.id) > (m.at, m.id)
      and (later.side <> m.side or later.no_answer_at is not null)))`;

/** After a message, or the word that one needs no answer: the queue reads it. */
async function keepToAnswer(tx: Tx, dossier: string): Promise<void> {
  await sql`update dossier_state s set to_answer_since = ${TO_ANSWER} where s.id = ${dossier}`.execute(tx);
}

/** Earliest first. */
export async function messagesOf(tx: Tx, dossier: string): Promise<Message[]> {
  const query = tx
    .selectFrom("dossier_message")
    .select(["id", "side", "by_actor as by", "at", "text", "no_answer_at as noAnswerAt"]);
  return (await query.where("dossier", "=", dossier).orderBy("at").orderBy("id").execute()) as Message[];
}

export async function keepNoAnswer(
  tx: Tx,
  { id, dossier }: { readonly id: string; readonly dossier: string },
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<void> {
  await change(tx, "dossier_message", id, { no_answer_at: at, no_answer_by: by });
  await keepToAnswer(tx, dossier);
}

/** The same of several dossiers, without those of this account. */
export async function messagesAmong(
  tx: Tx,
  dossiers: readonly string[],
  except: string,
): Promise<(Message & { readonly dossier: string; readonly account: string | null })[]> {
  const { rows } = await sql<Message & { dossier: string; account: string | null }>`
    select m.id, m.dossier, d.account, m.side, m.by_actor as by, m.at, m.text, m.no_answer_at as "noAnswerAt"
    from dossier_message m join dossier d on d.id = m.dossier
    where m.dossier = any(${sql.val([...dossiers])}::uuid[]) and ('account:' || d.account) is distinct from ${except}
    order by m.at, m.id`.execute(tx);
  return rows;
}

/** Dossiers with a message, unopened or unanswered, that no queue shows, or one that is shown and answered: must be empty. */
export async function forgottenMessages(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from dossier_state s where s.to_answer_since is distinct from ${TO_ANSWER} union
    select distinct m.dossier as id from dossier_message m
    join dossier_state s on s.establishment_id = m.establishment_id and s.id = m.dossier
    left join dossier_reading r
      on r.establishment_id = m.establishment_id and r.dossier = m.dossier and r.side = 'school'
    where m.side = 'person' and s.unread_since is null and (r.read_at is null or r.read_at < m.at)`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Marks all as read by one side; returns when the other side last read. */
export async function keepReading(tx: Tx, dossier: string, side: Side, at: Date): Promise<Date | null> {
  await tx
    .insertInto("dossier_reading")
    .values({ dossier, side, read_at: at })
    .onConflict((on) => on.columns(["establishment_id", "dossier", "side"]).doUpdateSet({ read_at: at }))
    .execute();
  if (side === "school") {
    const read = tx.updateTable("dossier_state").set({ unread_since: null }).where("id", "=", dossier);
    await read.where("unread_since", "is not", null).execute();
    await dropWaiting(tx, dossierChain(dossier), "readWithdrawal");
  } else await dropWaiting(tx, dossierChain(dossier), "readAnswer");
  const other = tx.selectFrom("dossier_reading").select("read_at").where("dossier", "=", dossier);
  return (await other.where("side", "<>", side).executeTakeFirst())?.read_at ?? null;
}
