/** How the actor was recognised, for signatures in a school: from the session, not from the caller. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import { hashSecret } from "../kit/secret.ts";
import { isId } from "../kit/shapes.ts";
import type { Actor, Means } from "../act/permissions.ts";
import { provenIn } from "./rules/proven-in.ts";

/** Empty without a session: the signature then claims nothing of it. */
export async function recognisedBy(tx: Tx, actor: Extract<Actor, { kind: "account" }>): Promise<readonly Means[]> {
  if (!isId(actor.session)) return [];
  const asked = sql<{ means: string; vouchedIn: string | null; here: string }>`
    select means, vouched_in as "vouchedIn", current_setting('livret.establishment') as here
    from session_means(${actor.session}, ${actor.account})`;
  const [found] = (await asked.execute(tx)).rows;
  if (!found) return [];
  const { means, vouchedIn, here } = found;
  return provenIn({ means: means.split(" ") as Means[], vouchedIn }, here);
}

type Proof = { readonly ticket: string; readonly addressKey: string; readonly at: Date };

/** Whether a code sent to this address was typed correctly within the half hour: checks its ticket and spends it. */
export async function provesAddress(tx: Tx, { ticket, addressKey, at }: Proof): Promise<boolean> {
  const asked = sql<{ spent: boolean }>`select spend_ticket_of(${hashSecret(ticket)}, ${addressKey}, ${at}) as spent`;
  return (await asked.execute(tx)).rows[0]!.spent;
}
