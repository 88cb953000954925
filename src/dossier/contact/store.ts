/** The SQL of contact details and identities as they stand now. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Contents } from "../rules/sections.ts";

type Now = { readonly identity: Contents; readonly contact: Contents };

/** As the sections were saved last, with what was changed since by acts of their own. */
export async function sectionsNow(tx: Tx, dossier: string): Promise<Now> {
  const { rows } = await sql<{ section: keyof Now; contents: Contents }>`
    select section, contents || dossier_changed(dossier, section, saved_at) as contents from dossier_section
    where dossier = ${dossier}::uuid and section in ('identity', 'contact')`.execute(tx);
  const found = (key: keyof Now) => rows.find(({ section }) => section === key)?.contents ?? {};
  return { identity: found("identity"), contact: found("contact") };
}

/** The dossiers of an account that were handed in, the latest first. */
export async function handedInBy(tx: Tx, account: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select d.id from dossier d where d.account = ${account}::uuid and exists (select from submission b where b.dossier = d.id)
    order by d.started_at desc, d.id desc`.execute(tx);
  return rows.map(({ id }) => id);
}
