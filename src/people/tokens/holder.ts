/** The account that a program's token stands for, looked up once per request. */
import type { Database } from "../../db/open.ts";
import { hashSecret } from "../../kit/secret.ts";
import type { Actor } from "../../act/permissions.ts";
import { provenIn } from "../rules/proven-in.ts";
import { mayWork } from "../views.ts";
import { tokenHolder } from "./store.ts";

/** A prefix, so that secret scanners recognise a leaked token. */
export const TOKEN_PREFIX = "livret_";

/** `undefined` for a token unknown here, expired or revoked. Roles are the present ones, if the token was made with two proofs. */
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
