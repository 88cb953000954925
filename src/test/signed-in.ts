/** A person with an account, signed in: the cookie to send with each request. */
import type { ActWorld } from "../act/act.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import { makeAccount, openedSession } from "./people.ts";

export type SignedIn = { readonly account: string; readonly token: string; readonly cookie: string };

export async function signedIn(world: ActWorld, address: string, school: string): Promise<SignedIn> {
  const { account } = await makeAccount(world, { name: address.split("@")[0]!, address, school });
  const token = await openedSession(world, { account });
  return { account, token, cookie: `${SESSION_COOKIE}=${token}` };
}
