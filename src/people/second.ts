/** The second of two who let a person in: neither the offerer nor the receiver, by account or mailbox. */
import type { Tx } from "../db/school.ts";
import { type Actor, actorName } from "../act/permissions.ts";
import { doerNamed, readsMailbox } from "./contact.ts";
import { personOf } from "./offers/rules/by-two.ts";

type Offered = { readonly by: string; readonly address: string };

/** The operator belongs to no school, and may be the second. */
export async function isSecond(tx: Tx, actor: Actor, { by, address }: Offered): Promise<boolean> {
  const name = actorName(actor);
  if (personOf(name) === personOf(by) || (await readsMailbox(tx, name, address))) return false;
  const first = await doerNamed(tx, by);
  return first === undefined || !(await readsMailbox(tx, name, first.address));
}
