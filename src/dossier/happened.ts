/** What happened to a dossier and where it stands by it, read and added to: for those who come after, who read no rows of it. */
import type { Performing } from "../act/act.ts";
import { barredNow } from "../act/standing.ts";
import type { Tx } from "../db/school.ts";
import type { Issue } from "../kit/schema.ts";
import { factsOf, historyOf, insertFact, keepState, submissionsOf } from "./history/store.ts";
import type { Dossier } from "./rules/dossier.ts";
import type { KeptFact, Submission } from "./rules/happened.ts";
import { DOSSIER, type DossierMove, type DossierState, dossierState } from "./rules/state.ts";

export async function stateOf(tx: Tx, dossier: string): Promise<DossierState> {
  return dossierState(await historyOf(tx, dossier));
}

/** Why that may not happen to it now, in words; nothing where it may. Its act has locked it. */
export async function barredFrom(
  given: Pick<Performing<unknown>, "tx" | "stands">,
  { id }: Pick<Dossier, "id">,
  kind: DossierMove,
): Promise<Issue[]> {
  return barredNow(given, DOSSIER, kind, { id, state: (await stateOf(given.tx, id)).state });
}

/** Each in the order in which they happened. */
type Happened = { readonly facts: readonly KeptFact[]; readonly submissions: readonly Submission[] };

export async function happenedTo(tx: Tx, dossier: string): Promise<Happened> {
  return { facts: await factsOf(tx, dossier), submissions: await submissionsOf(tx, dossier) };
}

/** Who of the school deals with it. */
export async function officerOf(tx: Tx, dossier: string): Promise<string | null> {
  const found = tx.selectFrom("dossier_state").select("officer").where("id", "=", dossier);
  return (await found.executeTakeFirst())?.officer ?? null;
}

/** One fact for each of the details, and where they leave the dossier, which its act has locked. */
export async function addFacts(
  tx: Tx,
  dossier: Dossier,
  { kind, at, by, details }: { kind: string; at: Date; by: string; details: readonly object[] },
): Promise<DossierState> {
  for (const one of details) await insertFact(tx, { dossier: dossier.id, kind, at, by, details: one });
  return keepState(tx, dossier, at);
}
