/** The SQL of the register of payers. */
import { sql } from "kysely";
import { change, keeping } from "../../act/keep.ts";
import type { Tx } from "../../db/school.ts";

export type Described = {
  readonly name: string;
  /** Its legal form; empty where unknown, like the other lines. */
  readonly form: string;
  /** Nine digits. */
  readonly siren: string | null;
  /** Its lines, one under the other. */
  readonly address: string;
  /** Who answers there. */
  readonly contact: string;
  readonly email: string;
  readonly phone: string;
  /** By which Chorus Pro sorts what a public body receives. */
  readonly service: string;
  /** Its account at the accountant's. */
  readonly auxiliary: string;
  /** Null: as its kind of payer has in the school's file. */
  readonly daysToPay: number | null;
  /** A fund pays dossier by dossier: what it pays serves only what it names. */
  readonly byDossier: boolean;
};
export type Payer = Described & { readonly id: string; readonly version: number; readonly closedAt: Date | null };

const PAYER = sql`id, name, form, siren, address, contact, email, phone, service, auxiliary, days_to_pay as "daysToPay", coalesce(by_dossier, false) as "byDossier", version,
  closed_at as "closedAt"`;

/** Those in use first, by name; found by a part of the name, the SIREN or the account. */
export async function listed(tx: Tx, typed: string, limit: number): Promise<readonly Payer[]> {
  // A SIREN is written by threes.
  const sought = /^[\d ]+$/.test(typed) ? typed.replaceAll(" ", "") : typed;
  const part = `%${sought.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const { rows } = await sql<Payer>`
    select ${PAYER} from payer
    where ${sought} = '' or lower(name) like ${part} or siren like ${part} or lower(auxiliary) like ${part}
    order by closed_at is not null, lower(name), id limit ${limit}`.execute(tx);
  return rows;
}

export async function findPayer(tx: Tx, id: string): Promise<Payer | undefined> {
  return (await sql<Payer>`select ${PAYER} from payer where id = ${id}::uuid`.execute(tx)).rows[0];
}

/** Locked: acts on a payer run one after the other. */
export async function lockPayer(tx: Tx, id: string): Promise<Payer | undefined> {
  return (await sql<Payer>`select ${PAYER} from payer where id = ${id}::uuid for update`.execute(tx)).rows[0];
}

/** False where another in use has its SIREN and service, or any has its account. */
export async function insertPayer(
  tx: Tx,
  {
    id,
    by,
    at,
    daysToPay,
    byDossier,
    ...payer
  }: Described & { readonly id: string; readonly by: string; readonly at: Date },
): Promise<boolean> {
  const first = tx
    .insertInto("payer")
    .values({ id, ...payer, days_to_pay: daysToPay, by_dossier: byDossier || null, entered_by: by, entered_at: at })
    .onConflict((or) => or.doNothing());
  return (await keeping(tx, "payer", first, { of: `payer:${id}` })).length > 0;
}

export async function updatePayer(
  tx: Tx,
  id: string,
  { daysToPay, byDossier, ...described }: Described,
  version: number,
) {
  await change(tx, "payer", id, { ...described, days_to_pay: daysToPay, by_dossier: byDossier || null, version });
}

/** The addresses of those of this SIREN that are no longer proposed. */
export async function closedAlike(tx: Tx, siren: string): Promise<readonly string[]> {
  const { rows } = await sql<{ email: string }>`
    select distinct email from payer where siren = ${siren} and closed_at is not null and email <> '' order by email`.execute(
    tx,
  );
  return rows.map(({ email }) => email);
}

export async function closeOne(tx: Tx, { id, version }: Payer, at: Date): Promise<void> {
  await change(tx, "payer", id, { closed_at: at, version: version + 1 });
}

/** What another payer has already: the SIREN and service while in use, the account for ever. */
export async function takenBy(
  tx: Tx,
  { siren, service, auxiliary }: Pick<Described, "siren" | "service" | "auxiliary">,
  but: string | null,
): Promise<{ readonly name: string; readonly what: "siren" | "auxiliary" } | undefined> {
  const { rows } = await sql<{ name: string; what: "siren" | "auxiliary" }>`
    select name, case when lower(auxiliary) = lower(${auxiliary}) and auxiliary <> '' then 'auxiliary' else 'siren' end as what
    from payer where id is distinct from ${but}::uuid
      and ((auxiliary <> '' and lower(auxiliary) = lower(${auxiliary}))
        or (closed_at is null and siren = ${siren} and lower(service) = lower(${service})))
    order by name, id limit 1`.execute(tx);
  return rows[0];
}

/** Of these payers, those that have days to pay of their own. */
export async function daysToPayOf(tx: Tx, payers: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (payers.length === 0) return new Map();
  const { rows } = await sql<{ id: string; days: number }>`
    select id, days_to_pay as days from payer where id = any(${[...payers]}::uuid[]) and days_to_pay is not null`.execute(
    tx,
  );
  return new Map(rows.map(({ id, days }) => [id, days]));
}
