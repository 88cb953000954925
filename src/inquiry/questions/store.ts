/** The SQL of questions asked of the school. */
import { sql } from "kysely";
import { change, dropping, keep } from "../../act/keep.ts";
import type { Tx } from "../../db/school.ts";
import type { Lang } from "../../kit/lang.ts";

export type Question = {
  readonly id: string;
  readonly diploma: string;
  readonly name: string;
  readonly address: string;
  readonly account: string | null;
  readonly lang: Lang;
  readonly body: string;
  readonly askedAt: Date;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
};

type Asked = Omit<Question, "answer" | "answeredAt"> & { readonly mailbox: string; readonly caller: Buffer | null };

export async function insertQuestion(tx: Tx, { askedAt, ...asked }: Asked): Promise<void> {
  await keep(tx, "question", { ...asked, asked_at: askedAt });
}

export async function findQuestion(tx: Tx, id: string): Promise<Question | undefined> {
  const { rows } = await sql<Question>`
    select id, diploma, name, address, account, lang, body, asked_at as "askedAt", answer, answered_at as "answeredAt"
    from question where id = ${id}::uuid`.execute(tx);
  return rows[0];
}

export type QuestionsAfter = { readonly at: Date; readonly question: string };

/** Latest first: those that wait, or those that were answered. */
export async function listQuestions(
  tx: Tx,
  { answered, after }: { readonly answered: boolean; readonly after: QuestionsAfter | undefined },
  limit: number,
): Promise<readonly Question[]> {
  const from = after ? sql`(asked_at, id) < (${after.at}, ${after.question}::uuid)` : sql`true`;
  const { rows } = await sql<Question>`
    select id, diploma, name, address, account, lang, body, asked_at as "askedAt", answer, answered_at as "answeredAt"
    from question where (answer is not null) = ${answered} and ${from}
    order by asked_at desc, id desc limit ${limit}`.execute(tx);
  return rows;
}

export async function keepQuestionAnswer(
  tx: Tx,
  id: string,
  { answer, by, at }: { readonly answer: string; readonly by: string; readonly at: Date },
): Promise<void> {
  await change(tx, "question", id, { answer, answered_by: by, answered_at: at });
}

type Counts = { readonly mailbox: number; readonly caller: number; readonly all: number };

/** Serialised: two that are asked at once would each not see the other. */
export async function questionsSince(
  tx: Tx,
  { mailbox, caller, since }: { readonly mailbox: string; readonly caller: Buffer | null; readonly since: Date },
): Promise<Counts> {
  await sql`select pg_advisory_xact_lock(hashtext('livret.question ' || current_setting('livret.establishment')))`.execute(
    tx,
  );
  const { rows } = await sql<Counts>`
    select count(*) filter (where mailbox = ${mailbox})::integer as mailbox,
      count(*) filter (where caller = ${caller}::bytea)::integer as caller, count(*)::integer as "all"
    from question where asked_at > ${since}`.execute(tx);
  return rows[0]!;
}

export async function questionsOf(tx: Tx, account: string): Promise<readonly string[]> {
  const own = tx.selectFrom("question").select("id").where("account", "=", account).orderBy("id");
  return (await own.execute()).map(({ id }) => id);
}

export async function oldQuestions(
  tx: Tx,
  before: Date,
  limit: number,
): Promise<readonly { id: string; askedAt: Date }[]> {
  const old = tx.selectFrom("question").select(["id", "asked_at as askedAt"]).where("asked_at", "<", before);
  return old.orderBy("asked_at").orderBy("id").limit(limit).execute();
}

export async function deleteQuestion(tx: Tx, id: string): Promise<void> {
  await dropping(tx, "question", tx.deleteFrom("question").where("id", "=", id));
}
