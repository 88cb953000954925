/** What training holds about people: enrolments, with all that depends on them. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import { addMonths, type Day } from "../kit/day.ts";
import { dropping } from "../act/keep.ts";
import { eraseFilesAbout } from "../files/attach.ts";
import { unpostMail } from "../mail/post.ts";
import { rowsWhere } from "../retention/contents.ts";
import type { Retained } from "../retention/retained.ts";
import { keepNoLonger } from "../retention/kept-longer.ts";
import { forgetPapers } from "../issued-documents/issue.ts";
import { forgetSignatures } from "../issued-documents/sign.ts";
import { eraseMemberships } from "./study/kept.ts";
import { eraseCarriedHours } from "./hours/store.ts";
import { eraseWorks } from "./works/store.ts";
import { ATTENDANCE_TABLES, eraseAttendance } from "./attendance/store.ts";

const PREFIX = "enrolment:";
const TABLES = ["enrolment_fact", "individual_programme", "exam_result"] as const;

async function erase(tx: Tx, chain: string, at: Date): Promise<void> {
  const id = chain.slice(PREFIX.length);
  await eraseFilesAbout(tx, chain, at);
  await unpostMail(tx, chain);
  await eraseAttendance(tx, id);
  await eraseCarriedHours(tx, id);
  await eraseWorks(tx, id);
  await eraseMemberships(tx, id);
  await forgetSignatures(tx, chain);
  await forgetPapers(tx, chain);
  for (const table of TABLES) await dropping(tx, table, tx.deleteFrom(table).where("enrolment", "=", id));
  await keepNoLonger(tx, chain);
  await dropping(tx, "enrolment", tx.deleteFrom("enrolment").where("id", "=", id));
}

export const trainingRetained: readonly Retained[] = [
  {
    name: "trainings",
    label: { fr: "Votre formation", en: "Your training" },
    counted: { fr: "Formations", en: "Trainings" },
    tables: [
      "enrolment",
      "kept_longer",
      ...TABLES,
      ...ATTENDANCE_TABLES,
      "carried_hours",
      "work_fact",
      "study_member",
      "issued_paper",
    ],
    place: "school",
    prefix: PREFIX,
    kind: "training",
    chains: async (tx, { account }) => {
      const own = tx.selectFrom("enrolment").select("id").where("account", "=", account).orderBy("id");
      return (await own.execute()).map(({ id }) => PREFIX + id);
    },
    over: async (tx, { period, today }, limit) => {
      const before = addMonths(today, -period.months);
      const { rows } = await sql<{ id: string; ended: Day }>`
        select e.id, to_char(c.ends_on, 'YYYY-MM-DD') as ended from enrolment e join cohort c on c.id = e.cohort
        where c.ends_on < ${before}::date order by c.ends_on, e.id limit ${limit}`.execute(tx);
      return rows.map(({ id, ended }) => ({ chain: PREFIX + id, day: addMonths(ended, period.months) }));
    },
    // A guest who teaches or directs: their lessons, and the works that they were named for.
    ofGuest: async (tx, guest) => ({
      lesson: await rowsWhere(tx, "lesson", sql`t.trainer = ${guest}`),
      work_fact: await rowsWhere(tx, "work_fact", sql`t.kind = 'directed' and t.details->>'director' = ${guest}`),
    }),
    erase,
    // The livret is owed to the authority and to the trainee, so it is kept for its full period.
    bound: async () => true,
  },
];
