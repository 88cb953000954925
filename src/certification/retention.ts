/**
 * The personal data of certification. What a trainee may read is in a chain of their own; what they may not (marks before notification,
 * deliberations) is in the session's or the jury's, and erased from there; examiners and members are in the register's.
 */
import { sql } from "kysely";
import { dropping } from "../act/keep.ts";
import type { Tx } from "../db/school.ts";
import { addMonths, type Day } from "../kit/day.ts";
import { eraseFilesAbout } from "../files/attach.ts";
import { forgetPapers } from "../issued-documents/issue.ts";
import { forgetSignatures } from "../issued-documents/sign.ts";
import { unpostMail } from "../mail/post.ts";
import type { Retained } from "../retention/retained.ts";
import { registerHeld, sessionsHeld } from "./register/retained.ts";

const PREFIX = "certified:";
const OWN = ["jury_result", "exam_after", "jury_seal", "exam_held"] as const;

async function erase(tx: Tx, chain: string, at: Date): Promise<void> {
  const id = chain.slice(PREFIX.length);
  await eraseFilesAbout(tx, chain, at);
  await unpostMail(tx, chain);
  await forgetPapers(tx, chain);
  await forgetSignatures(tx, chain);
  for (const table of OWN) await dropping(tx, table, tx.deleteFrom(table).where("enrolment", "=", id));
  const entries = await tx.selectFrom("exam_entry").select(["id", "session"]).where("enrolment", "=", id).execute();
  for (const { id: entry, session } of entries.toSorted((a, b) => (a.session < b.session ? -1 : 1))) {
    const of = `exam-session:${session}`;
    const sittings = tx.selectFrom("exam_sitting").select("id").where("entry", "=", entry);
    await dropping(tx, "exam_mark", tx.deleteFrom("exam_mark").where("sitting", "in", sittings), { of });
    await dropping(tx, "exam_sitting", tx.deleteFrom("exam_sitting").where("entry", "=", entry), { of });
    await dropping(tx, "exam_link", tx.deleteFrom("exam_link").where("entry", "=", entry), { of });
    const juries = await tx.selectFrom("jury").select("id").where("session", "=", session).orderBy("id").execute();
    for (const { id: jury } of juries) {
      const about = { of: `jury:${jury}` };
      const facts = tx.deleteFrom("jury_fact").where("jury", "=", jury).where("entry", "=", entry);
      await dropping(tx, "jury_fact", facts, about);
      const newest = tx.deleteFrom("jury_sealed").where("jury", "=", jury).where("entry", "=", entry);
      await dropping(tx, "jury_sealed", newest, about);
    }
  }
  await dropping(tx, "exam_entry", tx.deleteFrom("exam_entry").where("enrolment", "=", id));
}

const certified: Retained = {
  name: "certifications",
  label: { fr: "Vos épreuves et vos résultats", en: "Your exams and results" },
  counted: { fr: "Épreuves et résultats", en: "Exams and results" },
  tables: ["exam_entry", ...OWN, "issued_paper", "exam_sitting", "exam_mark", "exam_link", "jury_fact", "jury_sealed"],
  place: "school",
  prefix: PREFIX,
  kind: "training",
  chains: async (tx, { account }) => {
    const { rows } = await sql<{ id: string }>`
      select e.id from enrolment e where e.account = ${account}::uuid and (
        exists (select from exam_entry x where x.enrolment = e.id)
        or exists (select from exam_held h where h.enrolment = e.id)
        or exists (select from exam_after a where a.enrolment = e.id))
      order by e.id`.execute(tx);
    return rows.map(({ id }) => PREFIX + id);
  },
  // Only the State's notification tells the person that a jury decided or reconsidered.
  untold: async (tx, chain) => {
    const { rows } = await sql<{ id: string }>`
      select k.id from jury_seal k join jury_sealed s on s.id = k.id join jury j on j.id = s.jury
      where k.enrolment = ${chain.slice(PREFIX.length)}::uuid and j.notified_on is null order by k.id`.execute(tx);
    return rows.map(({ id }) => id);
  },
  over: async (tx, { period, today }, limit) => {
    const before = addMonths(today, -period.months);
    const { rows } = await sql<{ id: string; last: Day }>`
      select x.enrolment as id, to_char(max(s.until_day), 'YYYY-MM-DD') as last
      from exam_entry x join exam_session s on s.id = x.session
      group by x.enrolment having max(s.until_day) < ${before}::date
      order by max(s.until_day), x.enrolment limit ${limit}`.execute(tx);
    return rows.map(({ id, last }) => ({ chain: PREFIX + id, day: addMonths(last, period.months) }));
  },
  erase,
  // The person and the State are owed the jury's decision: kept for its full period.
  bound: async () => true,
};

export const certificationRetained: readonly Retained[] = [certified, sessionsHeld, registerHeld];
