/** Recognises browsers: part of the acts that sign in. */
import { newId } from "../../kit/id.ts";
import type { Tx } from "../../db/school.ts";
import { hashSecret, newToken } from "../../kit/secret.ts";
import { NOBODY } from "../../kit/shapes.ts";
import { dropOlder, guestOfLink, insertKnown, isKnown } from "./store.ts";

/** Known browsers per account; a shared school computer holds one mark per account. */
const MOST = 10;

type Knowing = { readonly account: string; readonly mark: string | undefined; readonly at: Date };

/** Returns the browser's mark: the present one if it is this account's, else a new one. */
export async function knowBrowser(tx: Tx, { account, mark, at }: Knowing): Promise<string> {
  if (mark !== undefined && (await isKnown(tx, account, hashSecret(mark)))) return mark;
  const fresh = newToken();
  await insertKnown(tx, { id: newId(), account, tokenHash: hashSecret(fresh), at });
  await dropOlder(tx, account, MOST);
  return fresh;
}

type Holding = {
  readonly addressKey: string;
  readonly invitation: { readonly school: string; readonly link: string } | undefined;
  readonly mark: string | undefined;
};

/** The counter of a guest: a browser they came in with before, or else their link, which their address does not reveal. */
export async function countedAsGuest(tx: Tx, { addressKey, invitation, mark }: Holding): Promise<Buffer | undefined> {
  if (!invitation) return undefined;
  const [link, browser] = [hashSecret(invitation.link), mark === undefined ? null : hashSecret(mark)];
  const found = await guestOfLink(tx, { school: invitation.school, link, browser });
  if (found?.addressKey !== addressKey) return undefined;
  return found.known && browser ? browser : link;
}

/** The counter of a browser known for the account, used instead of its network. */
export async function countedAs(
  tx: Tx,
  { account, mark }: { readonly account: string | undefined; readonly mark: string | undefined },
): Promise<Buffer | undefined> {
  if (mark === undefined) return undefined;
  const hash = hashSecret(mark);
  // Also asked without an account: timing must not tell whether there is one.
  return (await isKnown(tx, account ?? NOBODY, hash)) ? hash : undefined;
}
