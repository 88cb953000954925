/** Who accepted a place, for whoever enrols them: those who come after read no rows of admission. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";

export type Accepted = {
  readonly dossier: string;
  readonly account: string;
  readonly intake: string;
  readonly diploma: string;
  readonly lawVersion: string;
  /** As lists call them. */
  readonly name: string;
};

/** Of one diploma, by name; of one dossier where it is named. */
export async function acceptedPlaces(
  tx: Tx,
  { diploma, dossier }: { readonly diploma?: string; readonly dossier?: string },
): Promise<readonly Accepted[]> {
  const { rows } = await sql<Accepted>`
    select d.id as dossier, d.account, d.intake, i.diploma, i.law_version as "lawVersion", coalesce(s.name, d.number) as name
    from admission_state a
      join dossier d on d.id = a.id
      join dossier_state s on s.id = a.id
      join intake i on i.id = a.intake
    where a.state = 'accepted' and d.account is not null
      and (${diploma ?? null}::text is null or i.diploma = ${diploma ?? null})
      and (${dossier ?? null}::uuid is null or d.id = ${dossier ?? null}::uuid)
    order by name, d.id`.execute(tx);
  return rows;
}
