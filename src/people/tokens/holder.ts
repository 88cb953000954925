/** Who a program acts for: asked once a request by the door where it shows its token. */
import type { Database } from "../../db/open.ts";
import { hashSecret } from "../../kit/secret.ts";
import type { Actor } from "../../act/permissions.ts";
import { provenIn } from "../rules/proven-in.ts";
import { mayWork } from "../views.ts";
import { tokenHolder } from "./store.ts";

/** So that a token is known for what it is: by this service, and by whatever looks for secrets that were left lying about. */
export const TOKEN_PREFIX = "livret_";

/** `undefined` for a token that is unknown here, ended or taken back. Roles are those in force now, if its owner had two proofs. */
export async function holderOf(
  db: Database,
  token: string,
  { establishment, at }: { establishment: string; at: Date },
): Promise<Extract<Actor, { kind: "account" }> | undefined> {
  const holder = await tokenHolder(db, { tokenHash: hashSecret(token), establishment, at });
  if (!holder) return undefined;
  const { account, reach, chosen } = holder;
  const roles = mayWork(provenIn(holder, establishment)) ? holder.roles : [];
  const authenticatedAt = new Date(0);
  return { kind: "account", account, session: "", roles, authenticatedAt, token: { id: holder.token, reach, chosen } };
}
