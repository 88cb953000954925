/** The office's queue, ordered by what needs doing. */
import type { Standing } from "../../dossier/rules/place.ts";

/** First what waits for the office, then for the candidate, then what is closed. */
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
  "decided",
  "draft",
  "declined",
  "withdrawn",
] as const;
export type Group = (typeof GROUPS)[number];

/** Groups that overlap the others: an unread message, a pending confirmation. */
const ACROSS = ["messages", "to-confirm"] as const;

export function isAcross(group: Group): group is (typeof ACROSS)[number] {
  return (ACROSS as readonly string[]).includes(group);
}

/** Where nothing is to do: drafts, and dossiers decided on or no longer examined. */
const OVER: readonly Group[] = ["decided", "draft", "declined", "withdrawn"];
export const isOver = (group: Group): boolean => OVER.includes(group);

/** `decided`: checked, and admission has decided since. */
export function isStanding(group: Group): group is Standing & Group {
  return group !== "decided" && !isAcross(group);
}

/** Counting stops one past this: an exact number would cost as much as a page. */
export const MOST_IN_GROUP = 300;

/** Rows per group when all are shown, of those with something to do. */
export const GLANCE = 5;

export function isGroup(text: string): text is Group {
  return (GROUPS as readonly string[]).includes(text);
}

/** What the queue may be sorted by instead of the time waited. */
export const SORTS = ["name", "number", "door", "eligibility", "age"] as const;
export type Sort = (typeof SORTS)[number];

export const FEES = ["owed", "paid"] as const;
export type Fee = (typeof FEES)[number];

/** The outcomes of eligibility, as a filter. */
export const OUTCOMES = ["eligible", "needs-decision", "unknown", "not-eligible"] as const;

/** Days since the submission, as a filter. */
export const AGES = [7, 14, 21] as const;

/** A page's cursor: the moment and id of its last row. */
export type Cursor = { readonly at: Date; readonly id: string };

const CURSOR = /^(\d{13})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export function writeCursor({ at, id }: Cursor): string {
  return `${String(at.getTime()).padStart(13, "0")}-${id}`;
}

export function readCursor(text: string): Cursor | undefined {
  const match = CURSOR.exec(text);
  return match ? { at: new Date(Number(match[1])), id: match[2]! } : undefined;
}
