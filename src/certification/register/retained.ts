/**
 * How long sessions, juries and the register are kept: results rest on who named, sat and marked, so a session is erased once none of its
 * candidates has data left, and a register entry once no session names it.
 */
import { sql } from "kysely";
import { dropping } from "../../act/keep.ts";
import { forgetGrounds, unbook } from "../../agenda/book.ts";
import { forgetSignatures } from "../../issued-documents/sign.ts";
import type { Tx } from "../../db/school.ts";
import { addMonths, type Day } from "../../kit/day.ts";
import { eraseFilesAbout } from "../../files/attach.ts";
import { unpostMail } from "../../mail/post.ts";
import { rowsWhere } from "../../retention/contents.ts";
import type { Retained } from "../../retention/retained.ts";

const SESSION = "exam-session:";
const PERSON = "exam-person:";

async function eraseSession(tx: Tx, chain: string, at: Date): Promise<void> {
  const session = chain.slice(SESSION.length);
  const juries = await tx.selectFrom("jury").select("id").where("session", "=", session).orderBy("id").execute();
  for (const { id } of juries) {
    const of = `jury:${id}`;
    await eraseFilesAbout(tx, of, at);
    await unpostMail(tx, of);
    await forgetSignatures(tx, of);
    await forgetGrounds(tx, of, of);
    for (const table of ["jury_sealed", "jury_fact", "jury_annulment"] as const)
      await dropping(tx, table, tx.deleteFrom(table).where("jury", "=", id), { of });
  }
  // A jury that reconsiders another refers to it: delete the later one first.
  const opened = tx.selectFrom("jury").select("id").where("session", "=", session);
  for (const { id } of await opened.orderBy("opened_at", "desc").orderBy("id", "desc").execute())
    await dropping(tx, "jury", tx.deleteFrom("jury").where("id", "=", id), { of: `jury:${id}` });
  const groups = await tx.selectFrom("exam_group").select("id").where("session", "=", session).orderBy("id").execute();
  for (const { id } of groups) {
    await unbook(tx, `exam-group:${id}`);
    await forgetGrounds(tx, `exam-group:${id}`);
    await dropping(tx, "exam_examiner", tx.deleteFrom("exam_examiner").where("exam_group", "=", id));
    await dropping(tx, "exam_group", tx.deleteFrom("exam_group").where("id", "=", id));
  }
  for (const table of ["exam_designation", "exam_sent", "jury_order"] as const)
    await dropping(tx, table, tx.deleteFrom(table).where("session", "=", session));
  await dropping(tx, "exam_session", tx.deleteFrom("exam_session").where("id", "=", session));
  await eraseFilesAbout(tx, chain, at);
  await unpostMail(tx, chain);
  await forgetSignatures(tx, chain);
}

/** About no trainee: who prepared, named, sat and ruled. */
export const sessionsHeld: Retained = {
  name: "exam-sessions",
  label: { fr: "Les sessions de certification et leurs jurys", en: "Sessions of certification and their juries" },
  tables: "exam_session exam_sent jury_order exam_designation exam_group exam_examiner jury jury_annulment".split(" "),
  place: "school",
  prefix: SESSION,
  kind: "jury",
  chains: async () => [],
  over: async (tx, { period, today }, limit) => {
    const before = addMonths(today, -period.months);
    const { rows } = await sql<{ id: string; last: Day }>`
      select s.id, to_char(s.until_day, 'YYYY-MM-DD') as last from exam_session s
      where s.until_day < ${before}::date and not exists (select from exam_entry e where e.session = s.id)
      order by s.until_day, s.id limit ${limit}`.execute(tx);
    return rows.map(({ id, last }) => ({ chain: SESSION + id, day: addMonths(last, period.months) }));
  },
  erase: eraseSession,
};

const NAMED = sql`(
  exists (select from exam_designation d where d.person = p.id) or exists (select from exam_examiner x where x.person = p.id)
  or exists (select from exam_link l where l.person = p.id) or exists (select from exam_entry e where e.director = p.id))`;

export const registerHeld: Retained = {
  name: "exam-register",
  label: {
    fr: "Votre inscription au registre des examinateurs et des jurys",
    en: "Your entry in the register of examiners and juries",
  },
  counted: { fr: "Registre des examinateurs et des jurys", en: "Register of examiners and juries" },
  tables: ["exam_person"],
  place: "school",
  prefix: PERSON,
  kind: "jury",
  chains: async (tx, { account }) => {
    const { rows } = await sql<{ id: string }>`
      select id from exam_person where exists (
        select from jsonb_array_elements_text(actors) one where one = ${`account:${account}`})
      order by id`.execute(tx);
    return rows.map(({ id }) => PERSON + id);
  },
  ofGuest: async (tx, guest) => {
    const theirs = sql`(select p.id from exam_person p where exists (
      select from jsonb_array_elements_text(p.actors) one where one = ${guest}))`;
    const of = (table: string) => rowsWhere(tx, table, sql`t.person in ${theirs}`);
    return {
      exam_person: await rowsWhere(tx, "exam_person", sql`t.id in ${theirs}`),
      exam_designation: await of("exam_designation"),
      exam_examiner: await of("exam_examiner"),
      exam_link: await of("exam_link"),
    };
  },
  over: async (tx, { period, today }, limit) => {
    const before = addMonths(today, -period.months);
    const { rows } = await sql<{ id: string; entered: Day }>`
      select p.id, to_char(p.entered_at, 'YYYY-MM-DD') as entered from exam_person p
      where p.entered_at < ${before}::date and not ${NAMED}
      order by p.entered_at, p.id limit ${limit}`.execute(tx);
    return rows.map(({ id, entered }) => ({ chain: PERSON + id, day: addMonths(entered, period.months) }));
  },
  erase: async (tx, chain) => {
    const id = chain.slice(PERSON.length);
    await dropping(tx, "exam_person", tx.deleteFrom("exam_person").where("id", "=", id));
    await unpostMail(tx, chain);
  },
  // Other people's decisions rest on who sat and marked: kept for its full period.
  bound: async (tx, chain) => {
    const { rows } =
      await sql`select from exam_person p where p.id = ${chain.slice(PERSON.length)}::uuid and ${NAMED}`.execute(tx);
    return rows.length > 0;
  },
};
