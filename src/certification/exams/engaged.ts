/** The exams to which people are convoked on some days. */
import { sql } from "kysely";
import type { Engaged, Engagements } from "../../act/engaged.ts";

type Row = Pick<Engaged, "dossier" | "diploma" | "chain" | "on" | "from" | "until"> & { readonly exam: string };

export const examsEngaged: Engagements["read"] = async ({ tx, zone }, dossiers, { from, until }) => {
  const { rows } = await sql<Row>`
    select n.dossier, s.diploma, 'exam-group:' || g.id as chain, to_char(g.held_on, 'YYYY-MM-DD') as on, g.exam,
      to_char(coalesce(t.from_at, g.from_at) at time zone ${zone}, 'HH24:MI') as from,
      to_char(coalesce(t.until_at, g.until_at) at time zone ${zone}, 'HH24:MI') as until
    from enrolment n join exam_entry e on e.enrolment = n.id join exam_session s on s.id = e.session
      join exam_sitting t on t.entry = e.id join exam_group g on g.id = t.exam_group
    where n.dossier = any(${[...dossiers]}::uuid[]) and g.held_on between ${from}::date and ${until}::date
      and e.withdrawn_at is null and t.released_at is null and g.cancelled_at is null`.execute(tx);
  return rows.map(({ exam, ...row }) => {
    const what = { fr: `épreuve ${exam}`, en: `exam ${exam}` };
    return { ...row, kind: "exam", through: row.on, what };
  });
};
