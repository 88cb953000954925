/** Whether the actor may confirm what another asked for: they are neither that person nor the one let in, by account or by mailbox. */
import type { Tx } from "../db/school.ts";
import { type Actor, actorName } from "../act/permissions.ts";
import { doerNamed, readsMailbox } from "./contact.ts";
import { personOf } from "./offers/rules/by-two.ts";

/** `by`: the person who asked; `address`: the mailbox of the person let in, absent where money is decided on. */
type Offered = { readonly by: string; readonly address?: string };

/** The operator belongs to no school, and may be the second. */
export async function isSecond(tx: Tx, actor: Actor, { by, address }: Offered): Promise<boolean> {
  const name = actorName(actor);
  if (personOf(name) === personOf(by)) return false;
  if (address !== undefined && (await readsMailbox(tx, name, address))) return false;
  const first = await doerNamed(tx, by);
  return first === undefined || !(await readsMailbox(tx, name, first.address));
}
