/** The SQL of notices about new readers of confided information. */
import { newId } from "../../kit/id.ts";
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import { WHO_MAY } from "../../act/permissions.ts";
import { CONFIDENTIAL } from "../../dossier/rules/sections.ts";

export type News = {
  readonly dossier: string;
  readonly grant: string;
  /** The new holder of the role, by name. */
  readonly name: string;
  readonly at: Date;
};

type Which = { readonly limit: number; readonly only?: Pick<News, "dossier" | "grant"> };

/** For each dossier with confided information, the holders of the role since then about whom the applicant was not told yet. */
export async function advisorsToTell(tx: Tx, { limit, only }: Which): Promise<News[]> {
  const onlyThis = only ? sql`and d.id = ${only.dossier}::uuid and g.id = ${only.grant}::uuid` : sql``;
  const roles = sql.join(WHO_MAY["read what is said of a disability"].map((role) => sql`${role}`));
  const { rows } = await sql<News>`
    select d.id as dossier, g.id as "grant", g.name, g.granted_at as at
    from school_staff(current_setting('livret.establishment')) g
    join dossier_section c on c.section = ${sql.lit(CONFIDENTIAL.key)} and c.saved_at <= g.granted_at
    join dossier d on d.id = c.dossier
    join dossier_state s on s.id = d.id
    where g.role in (${roles}) and s.state <> 'draft' and coalesce(c.contents ->> 'said', '') <> ''
      and d.account is distinct from g.account
      and not exists (select from advisor_told t where t.dossier = d.id and t.role_grant = g.id) ${onlyThis}
    order by g.granted_at, d.id, g.id limit ${limit}`.execute(tx);
  return rows;
}

export async function insertTold(tx: Tx, { dossier, grant }: Pick<News, "dossier" | "grant">): Promise<void> {
  await tx.insertInto("advisor_told").values({ id: newId(), dossier, role_grant: grant }).execute();
}

/** Erased with the dossier. */
export async function eraseTold(tx: Tx, dossier: string): Promise<void> {
  await tx.deleteFrom("advisor_told").where("dossier", "=", dossier).execute();
}
