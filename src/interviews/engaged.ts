/** The interviews to which people are placed on some days. */
import { sql } from "kysely";
import type { Engaged, Engagements } from "../act/engaged.ts";

export const interviewsEngaged: Engagements["read"] = async ({ tx, zone }, dossiers, { from, until }) => {
  const { rows } = await sql<Pick<Engaged, "dossier" | "diploma" | "chain" | "on" | "from" | "until">>`
    select i.dossier, n.diploma, 'interview:' || i.id as chain, to_char(d.on_day, 'YYYY-MM-DD') as on,
      to_char(i.analysis_at at time zone ${zone}, 'HH24:MI') as from, to_char(i.ends_at at time zone ${zone}, 'HH24:MI') as until
    from interview i join interview_day d on d.id = i.day join intake n on n.id = i.intake
    where i.dossier = any(${[...dossiers]}::uuid[]) and d.on_day between ${from}::date and ${until}::date
      and i.state not in ('missed', 'postponed', 'cancelled')`.execute(tx);
  return rows.map((row) => ({ ...row, kind: "interview", through: row.on, what: WHAT }));
};

const WHAT = { fr: "entretien d’admission", en: "admission interview" };
