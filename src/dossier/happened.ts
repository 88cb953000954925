/** A dossier's history and state, for later rooms, which never read its rows. */
import type { Performing } from "../act/act.ts";
import { actorName } from "../act/permissions.ts";
import { barredNow } from "../act/standing.ts";
import type { Tx } from "../db/school.ts";
import type { Issue } from "../kit/schema.ts";
import { factsOf, historyOf, insertFact, keepState, submissionsOf } from "./history/store.ts";
import { findIntake } from "../intake/intake.ts";
import { settleFees } from "./fees.ts";
import { type Dossier, dossierChain } from "./rules/dossier.ts";
import type { KeptFact, Submission } from "./rules/happened.ts";
import { DOSSIER, type DossierMove, type DossierState, dossierState } from "./rules/state.ts";

export async function stateOf(tx: Tx, dossier: string): Promise<DossierState> {
  return dossierState(await historyOf(tx, dossier));
}

/** Why the move is barred now, in words; empty if it is allowed. The caller has locked the dossier. */
export async function barredFrom(
  context: Pick<Performing<unknown>, "tx" | "stands">,
  { id }: Pick<Dossier, "id">,
  kind: DossierMove,
): Promise<Issue[]> {
  return barredNow(context, DOSSIER, kind, { id, state: (await stateOf(context.tx, id)).state });
}

/** In chronological order. */
type Happened = { readonly facts: readonly KeptFact[]; readonly submissions: readonly Submission[] };

export async function happenedTo(tx: Tx, dossier: string): Promise<Happened> {
  return { facts: await factsOf(tx, dossier), submissions: await submissionsOf(tx, dossier) };
}

/** The officer in charge. */
export async function officerOf(tx: Tx, dossier: string): Promise<string | null> {
  const query = tx.selectFrom("dossier_state").select("officer").where("id", "=", dossier);
  return (await query.executeTakeFirst())?.officer ?? null;
}

/** Adds a fact for each of the details and stores the new state; the caller has locked the dossier. */
export async function addFacts(
  tx: Tx,
  dossier: Dossier,
  { kind, at, by, details }: { kind: string; at: Date; by: string; details: readonly object[] },
): Promise<DossierState> {
  for (const detail of details) await insertFact(tx, { dossier: dossier.id, kind, at, by, details: detail });
  return keepState(tx, dossier, at);
}

/** Withdraws the application of somebody who died, and no longer claims its fee; the caller has locked it and lists `FEE_TABLES`. */
export async function withdrawnByDeath(
  context: Performing<unknown>,
  { id, intake }: Pick<Dossier, "id" | "intake">,
  reason: string,
): Promise<void> {
  const { tx, at, actor } = context;
  const fact = { kind: "withdrawn", at, by: actorName(actor), details: { reason }, of: dossierChain(id) };
  await insertFact(tx, { dossier: id, ...fact });
  await settleFees(context, id, await keepState(tx, { id, intake }, at), { intake: (await findIntake(tx, intake))! });
}
