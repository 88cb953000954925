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
  const { rows } = await sql<{ trainer: string; units: string[]; reference: string | null }>`
    select l.trainer, array_agg(distinct l.unit order by l.unit) as units,
      (select r.words from trainer_reference r where r.trainer = l.trainer order by r.noted_at desc, r.id desc limit 1) as reference
    from lesson l where l.cohort = ${cohort}::uuid and l.cancelled_why is null
    group by l.trainer order by l.trainer`.execute(tx);
  const named: CohortTrainer[] = [];
  for (const one of rows) named.push({ ...one, name: (await doerNamed(tx, one.trainer))?.name ?? "–" });
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
