/** Who teaches a cohort, with what contracts must say of them: diplomas, titles or references. For the rooms that print them. */
import { sql } from "kysely";
import { keep } from "../../act/keep.ts";
import type { Tx } from "../../db/school.ts";
import { doerNamed } from "../../people/contact.ts";

export type CohortTrainer = {
  /** `account:…` or `guest:…`. */
  readonly trainer: string;
  readonly name: string;
  /** Of the lessons that they give, in order. */
  readonly units: readonly string[];
  /** Null as long as nobody said it. */
  readonly reference: string | null;
};

/** Of the lessons that take place, by name. */
export async function trainersOf(tx: Tx, cohort: string): Promise<readonly CohortTrainer[]> {
  const taught = await sql<{ trainer: string; unit: string }>`
    select distinct trainer, unit from lesson where cohort = ${cohort}::uuid and cancelled_why is null`.execute(tx);
  const units = Map.groupBy(taught.rows, ({ trainer }) => trainer);
  const said = await sql<{ trainer: string; words: string }>`
    select distinct on (trainer) trainer, words from trainer_reference where trainer = any(${[...units.keys()]}::text[])
    order by trainer, noted_at desc, id desc`.execute(tx);
  const references = new Map(said.rows.map(({ trainer, words }) => [trainer, words]));
  const named: CohortTrainer[] = [];
  for (const [trainer, own] of units)
    named.push({
      trainer,
      name: (await doerNamed(tx, trainer))?.name ?? "–",
      units: own.map(({ unit }) => unit).toSorted(),
      reference: references.get(trainer) ?? null,
    });
  return named.toSorted((a, b) => a.name.localeCompare(b.name, "fr") || (a.trainer < b.trainer ? -1 : 1));
}

type New = {
  readonly id: string;
  readonly trainer: string;
  readonly words: string;
  readonly by: string;
  readonly at: Date;
};

export async function insertReference(tx: Tx, { id, trainer, words, by, at }: New): Promise<void> {
  await keep(tx, "trainer_reference", { id, trainer, words, noted_by: by, noted_at: at });
}
