/** The second of two who let somebody in: another person than whoever offers and whoever receives, by all of their mailboxes. */
import type { Tx } from "../db/school.ts";
import { type Actor, actorName } from "../act/permissions.ts";
import { doerNamed, readsMailbox } from "./contact.ts";
import { personOf } from "./offers/rules/by-two.ts";

type Offered = { readonly by: string; readonly address: string };

/** Whoever runs the deployment is nobody of the school, and may be it. */
export async function isSecond(tx: Tx, actor: Actor, { by, address }: Offered): Promise<boolean> {
  const name = actorName(actor);
  if (personOf(name) === personOf(by) || (await readsMailbox(tx, name, address))) return false;
  const first = await doerNamed(tx, by);
  return first === undefined || !(await readsMailbox(tx, name, first.address));
}
