/** Knowing a browser again: part of the acts that open an account in it. */
import { newId } from "../../kit/id.ts";
import type { Tx } from "../../db/school.ts";
import { hashSecret, newToken } from "../../kit/secret.ts";
import { NOBODY } from "../../kit/shapes.ts";
import { dropOlder, guestOfLink, insertKnown, isKnown } from "./store.ts";

/** A person has a few devices; at a school's own computers, each of many people is known in the same browser by its own mark. */
const MOST = 10;

type Knowing = { readonly account: string; readonly mark: string | undefined; readonly at: Date };

/** The mark that the browser is to keep: the one it has where that is this account's, else a new one. */
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

/** What a guest counts under: a browser in which they came in before, or else their link, which their address does not tell. */
export async function countedAsGuest(tx: Tx, { addressKey, invitation, mark }: Holding): Promise<Buffer | undefined> {
  if (!invitation) return undefined;
  const [link, browser] = [hashSecret(invitation.link), mark === undefined ? null : hashSecret(mark)];
  const found = await guestOfLink(tx, { school: invitation.school, link, browser });
  if (found?.addressKey !== addressKey) return undefined;
  return found.known && browser ? browser : link;
}

/** What a browser that is known for an account counts under instead of where it calls from. */
export async function countedAs(
  tx: Tx,
  { account, mark }: { readonly account: string | undefined; readonly mark: string | undefined },
): Promise<Buffer | undefined> {
  if (mark === undefined) return undefined;
  const hash = hashSecret(mark);
  // Asked even of nobody: time must not tell who has an account.
  return (await isKnown(tx, account ?? NOBODY, hash)) ? hash : undefined;
}
