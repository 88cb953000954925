/** Derives again what waits about dossiers whose days come from their intake, once it changed, or whose person has an account now. */
import { sql } from "kysely";
import { lockChains } from "../act/chain.ts";
import { type Deriving, deriveWaiting } from "../act/waiting.ts";
import { type Tx, withSchool } from "../db/school.ts";
import { deriveAgain } from "../intake/errand.ts";
import { dayIn } from "../kit/zone.ts";
import { intakeChain } from "../intake/rules/states.ts";
import { DONE, type Job, type Worked, type Working } from "../jobs/job.ts";
import { dossierChain } from "./rules/dossier.ts";

/** Dossiers locked together: acts on them wait for one derivation. */
const BATCH = 100;

export const derivingAgain: Job<{ about: string }> = { errand: deriveAgain, atOnce: 1, work };

async function work({ world, establishment, ids: { about } }: Working<{ about: string }>): Promise<Worked> {
  const zone = world.zone(establishment);
  const law: Deriving["law"] = (diploma, which) => world.law(establishment, diploma, which);
  for (let after: string | undefined; ; ) {
    const batch = await withSchool(world.db, establishment, async (tx) => {
      const some = await dossiersOf(tx, about, after);
      const chains = await lockChains(tx, some.flatMap(chainsOn));
      await deriveWaiting({ tx, establishment, zone, law, today: dayIn(world.now(), zone) }, world.waits, [...chains]);
      return some;
    });
    if (batch.length < BATCH) return DONE;
    after = batch.at(-1)!;
  }
}

/** A dossier's own, and the one on which later rooms decide. */
const chainsOn = (id: string) => [dossierChain(id), `candidacy:${id}`];

async function dossiersOf(tx: Tx, about: string, after: string | undefined): Promise<string[]> {
  const id = about.slice(about.indexOf(":") + 1);
  const which = about === intakeChain(id) ? sql`intake = ${id}::uuid` : sql`id = ${id}::uuid`;
  const { rows } = await sql<{ id: string }>`
    select id from dossier where ${which} and (${after ?? null}::uuid is null or id > ${after ?? null}::uuid)
    order by id limit ${BATCH}`.execute(tx);
  return rows.map((row) => row.id);
}
