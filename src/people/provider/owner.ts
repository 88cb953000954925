/** Checks that the account's owner is present, for the tying act, whose actor is the service's subject. */
import type { Tx } from "../../db/school.ts";
import { isFresh } from "../../act/freshness.ts";
import { onlyIn } from "../rules/proven-in.ts";
import { type Account, findAccount } from "../store.ts";
import { provenBySession, recognisedAt } from "../sessions/store.ts";

type Owner = { readonly account: string; readonly session: string };

/** Signed in by their own proof within the half hour, as for any binding act that counts in every school. */
export async function ownerThere(tx: Tx, owner: Owner, at: Date): Promise<Account | undefined> {
  const authenticatedAt = await recognisedAt(tx, { ...owner, at });
  const proven = await provenBySession(tx, owner.session);
  if (!authenticatedAt || !proven || onlyIn(proven) !== undefined) return undefined;
  if (!isFresh({ kind: "account", ...owner, roles: [], authenticatedAt }, at)) return undefined;
  return findAccount(tx, { id: owner.account });
}
