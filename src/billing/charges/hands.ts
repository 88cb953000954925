/** Separation of duties: actors may not handle their own money, whatever they may do with that of others. */
import type { Actor } from "../../act/act.ts";
import type { Tx } from "../../db/school.ts";
import { issue } from "../../kit/schema.ts";
import type { ChargeState } from "../rules/charge-state.ts";
import { knownDebtors } from "../debtors/store.ts";
import { debtorsName, type Names } from "./movements/store.ts";
import { lockCharges } from "./states/store.ts";
import { type Charge, chargesByReference, type OwedCharge, ownCharges } from "./store.ts";

export { chargesByReference, debtorsName, knownDebtors, lockCharges, type Names, type OwedCharge };

/** Whether the actor is the debtor, whichever way they are authenticated. */
export function isOwn({ debtor }: Pick<Charge, "debtor">, actor: Actor): boolean {
  return debtor !== null && debtor === accountOf(actor);
}

/** Of these charges, the actor’s own. */
export async function ownOf(tx: Tx, actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const account = accountOf(actor);
  return account === undefined ? new Set() : ownCharges(tx, account, ids);
}

/** Locks charges, and these debtors, for an act; undefined if one is missing or is the actor’s own. */
export async function takeCharges(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
  debtors: readonly string[] = [],
): Promise<Map<string, ChargeState> | undefined> {
  const states = await lockCharges(tx, ids, debtors);
  const all = ids.every((id) => states.has(id)) && !debtors.some((debtor) => isOwn({ debtor }, actor));
  return all && (await ownOf(tx, actor, ids)).size === 0 ? states : undefined;
}

function accountOf(actor: Actor): string | undefined {
  return "account" in actor && actor.account !== undefined ? `account:${actor.account}` : undefined;
}

/** On a reference, where a form names several. */
export const OWN_CHARGE = issue(
  "reference",
  "C’est votre dossier : un autre membre de l’équipe s’occupe de ce montant.",
  "This is your own application: somebody else of the team sees to this charge.",
);
