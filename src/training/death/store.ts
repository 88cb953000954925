/** The SQL of a person whose death is recorded: their applications, and how each stands. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { DossierStateName } from "../../dossier/rules/state.ts";

export type Applied = {
  readonly dossier: string;
  readonly intake: string;
  readonly number: string;
  readonly account: string | null;
  readonly address: string | null;
  readonly name: string | null;
  readonly state: DossierStateName;
};

/** By their account or any dossier of theirs; latest first. */
export async function applicationsOf(tx: Tx, person: string): Promise<readonly [Applied, ...Applied[]] | undefined> {
  const { rows } = await sql<Applied>`
    select d.id as dossier, d.intake, d.number, d.account, d.address, coalesce(s.name, c.name) as name, s.state
    from dossier d join dossier_state s on s.id = d.id left join lateral account_contact(d.account) c on d.account is not null
    where d.id = ${person}::uuid or d.account = ${person}::uuid
      or d.account = (select account from dossier where id = ${person}::uuid)
    order by d.started_at desc, d.id desc`.execute(tx);
  const [latest, ...rest] = rows;
  return latest && [latest, ...rest];
}
