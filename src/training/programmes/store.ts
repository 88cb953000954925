/** The SQL of individual programmes: each version is signed. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import { keep } from "../../act/keep.ts";

export type SignedProgramme = {
  readonly enrolment: string;
  readonly version: number;
  readonly input: unknown;
  readonly answer: unknown;
  readonly shown: string;
  readonly name: string;
  readonly signedAt: Date;
};

const PROGRAMME = sql`enrolment, version, input, answer, shown, name, signed_at as "signedAt"`;

/** The latest version of each. */
export async function lastProgrammes(
  tx: Tx,
  enrolments: readonly string[],
): Promise<ReadonlyMap<string, SignedProgramme>> {
  if (enrolments.length === 0) return new Map();
  const { rows } = await sql<SignedProgramme>`
    select distinct on (enrolment) ${PROGRAMME} from individual_programme
    where enrolment = any(${[...enrolments]}::uuid[]) order by enrolment, version desc`.execute(tx);
  return new Map(rows.map((one) => [one.enrolment, one]));
}

type Left = {
  readonly enrolment: string;
  readonly units: readonly { readonly unit: string; readonly remaining: number }[];
};

/** The hours left of each unit in the latest version of each; the answer as a whole is many times as long. */
export async function signedHours(
  tx: Tx,
  enrolments: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  if (enrolments.length === 0) return new Map();
  const { rows } = await sql<Left>`
    select distinct on (enrolment) enrolment, coalesce((
      select jsonb_agg(jsonb_build_object('unit', one -> 'unit', 'remaining', one -> 'remaining'))
      from jsonb_array_elements(answer -> 'units') one), '[]') as units
    from individual_programme where enrolment = any(${[...enrolments]}::uuid[]) order by enrolment, version desc`.execute(
    tx,
  );
  return new Map(
    rows.map(({ enrolment, units }) => [enrolment, new Map(units.map(({ unit, remaining }) => [unit, remaining]))]),
  );
}

export async function lastVersions(tx: Tx, enrolments: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const programmes = await lastProgrammes(tx, enrolments);
  return new Map([...programmes].map(([id, { version }]) => [id, version]));
}

type New = Omit<SignedProgramme, "signedAt"> & { readonly id: string; readonly by: string; readonly at: Date };

export async function insertProgramme(tx: Tx, programme: New): Promise<void> {
  const { id, enrolment, version, input, answer, shown, name, by, at } = programme;
  const decided = { input: JSON.stringify(input), answer: JSON.stringify(answer) };
  await keep(tx, "individual_programme", {
    id,
    enrolment,
    version,
    ...decided,
    shown,
    name,
    signed_by: by,
    signed_at: at,
  });
}
