/** The SQL of livrets: identities from dossiers, and all trainees. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import type { EnrolmentState } from "../training/rules/enrolment.ts";

type Identity = Readonly<Record<string, unknown>>;

export async function identityIn(tx: Tx, dossier: string): Promise<Identity | undefined> {
  const { rows } = await sql<{ contents: Identity }>`
    select contents || dossier_changed(dossier, section, saved_at) as contents from dossier_section where dossier = ${dossier}::uuid and section = 'identity'`.execute(
    tx,
  );
  return rows[0]?.contents;
}

type Listed = Readonly<Record<"enrolment" | "name" | "cohort" | "startsOn", string>> & {
  readonly state: EnrolmentState;
  readonly number: string | null;
};

/**
 * Trainees admitted by a commission on which the member sat, or from an intake that a guest of the authority was invited for; all of them
 * if no member is passed.
 */
const decidedOnBy = (member: string | undefined) =>
  member === undefined
    ? sql`true`
    : sql`exists (
        select from dossier d where d.id = e.dossier and (
          exists (
            select from commission o cross join jsonb_array_elements(o.members) m
            where o.intake = d.intake and m->>'actor' = ${member})
          or exists (
            select from guest_thing t where t.thing = 'intake:' || d.intake and 'guest:' || t.guest = ${member})))`;

export async function isDecidedOnBy(tx: Tx, enrolment: string, member: string | undefined): Promise<boolean> {
  const query = sql`select from enrolment e where e.id = ${enrolment}::uuid and ${decidedOnBy(member)}`;
  return (await query.execute(tx)).rows.length > 0;
}

/** All trainees by name, after a cursor. */
export async function enrolledByName(
  tx: Tx,
  after: { readonly name: string; readonly enrolment: string } | undefined,
  { limit, member }: { readonly limit: number; readonly member: string | undefined },
): Promise<readonly Listed[]> {
  const from = after ? sql`(e.name, e.id) > (${after.name}, ${after.enrolment}::uuid)` : sql`true`;
  const { rows } = await sql<Listed>`
    select e.id as enrolment, e.name, c.name as cohort, to_char(c.starts_on, 'YYYY-MM-DD') as "startsOn", e.state,
      (select d.number from dossier d where d.id = e.dossier) as number
    from enrolment e join cohort c on c.id = e.cohort
    where ${from} and ${decidedOnBy(member)} order by e.name, e.id limit ${limit}`.execute(tx);
  return rows;
}
