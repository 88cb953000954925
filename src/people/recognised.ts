/** How whoever acts was recognised, for what is signed in a school: what their session says, and no word of the caller's. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import { hashSecret } from "../kit/secret.ts";
import { isId } from "../kit/shapes.ts";
import type { Actor, Means } from "./rules/permissions.ts";

/** Empty where no session says: a signature then claims nothing of it. */
export async function recognisedBy(tx: Tx, actor: Extract<Actor, { kind: "account" }>): Promise<readonly Means[]> {
  if (!isId(actor.session)) return [];
  const asked = sql<{ means: string }>`select means from session_means(${actor.session}, ${actor.account})`;
  const [found] = (await asked.execute(tx)).rows;
  return found ? (found.means.split(" ") as Means[]) : [];
}

/** The key (`addressKey`) of the address to which a code went, for whoever typed the right one within the half hour. */
export async function addressProvenBy(tx: Tx, ticket: string, at: Date): Promise<string | undefined> {
  const asked = sql<{ key: string | null }>`select address_of_ticket(${hashSecret(ticket)}, ${at}) as key`;
  return (await asked.execute(tx)).rows[0]?.key ?? undefined;
}
