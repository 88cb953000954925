/** The queue of the office: dossiers in the order of what needs doing. */
import { addressKey, isPostable } from "../../kit/mail-address.ts";
import type { Standing } from "../../dossier/rules/place.ts";

/** First what waits for the office, then what waits for the candidate, then what waits for nobody. */
export const GROUPS = [
  "messages",
  "answered",
  "submitted",
  "examining",
  "late",
  "entering",
  "to-confirm",
  "complement",
  "checked",
  "draft",
  "declined",
  "withdrawn",
] as const;
export type Group = (typeof GROUPS)[number];

/** These cut across the others: somebody wrote and nobody has read it; somebody has to confirm what the office entered. */
const ACROSS = ["messages", "to-confirm"] as const;

export function isAcross(group: Group): group is Exclude<Group, Standing> {
  return (ACROSS as readonly string[]).includes(group);
}

/** A group is counted so far, and the count meets one more: past it, the exact number is what a page would cost. */
export const MOST_IN_GROUP = 1_000;

export function isGroup(text: string): text is Group {
  return (GROUPS as readonly string[]).includes(text);
}

/** Where a page of the queue ends: the moment of its last row, and its id. */
export type Cursor = { readonly at: Date; readonly id: string };

const CURSOR = /^(\d{13})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export function writeCursor({ at, id }: Cursor): string {
  return `${String(at.getTime()).padStart(13, "0")}-${id}`;
}

export function readCursor(text: string): Cursor | undefined {
  const found = CURSOR.exec(text);
  return found ? { at: new Date(Number(found[1])), id: found[2]! } : undefined;
}

/** What somebody looks for: parts of names; or a number, or a whole address of mail, which find that dossier alone. */
export type Search = { readonly number: string } | { readonly mail: string } | { readonly parts: readonly string[] };

const LONGEST = 100;
const MOST_PARTS = 6;

/** `undefined` where there is nothing to look for. */
export function readSearch(text: string): Search | undefined {
  const typed = text.trim().slice(0, LONGEST);
  const named = /^D?[-\s]?(\d{4})[-\s]?(\d{1,9})$/i.exec(typed);
  if (named) return { number: `D-${named[1]}-${named[2]!.padStart(6, "0")}` };
  if (isPostable(typed)) return { mail: addressKey(typed) };
  const parts = typed.match(/[^\s,;.]+/g) ?? [];
  return parts.length === 0 ? undefined : { parts: parts.slice(0, MOST_PARTS) };
}
