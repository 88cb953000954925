/** An entry of the bank as an act takes it: locked, and not one of the actor's own. */
import { Type } from "typebox";
import { type Actor, type Performing } from "../act/act.ts";
import type { Tx } from "../db/school.ts";
import { actorName } from "../act/permissions.ts";
import { chargesByReference, isOwn } from "../billing/charges/hands.ts";
import { referencesIn } from "../billing/rules/payment-reference.ts";
import { findLine, insertBack, keepImportsOut, type LineState, lockLine } from "./store.ts";

export const LineId = Type.String({ pattern: "^[0-9a-f]{64}$", maxLength: 64 });

/** Locks the line; undefined if it does not exist or names a charge of the actor’s own. */
export async function takeLine(tx: Tx, actor: Actor, id: string): Promise<LineState | undefined> {
  await keepImportsOut(tx);
  const unlocked = await findLine(tx, id);
  const named = unlocked ? await chargesByReference(tx, referencesIn(unlocked)) : [];
  return named.some((one) => isOwn(one, actor)) ? undefined : lockLine(tx, id);
}

/** What was set aside is matched after all: the rest of it is open again. */
export async function takeUp({ tx, today, actor }: Performing<unknown>, { aside }: LineState): Promise<void> {
  if (aside !== null) await insertBack(tx, { id: aside, on: today, by: actorName(actor) });
}
