/** The queue of the office: dossiers in the order of what needs doing. */
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
export const MOST_IN_GROUP = 300;

/** Rows of each group where all are shown together. */
export const GLANCE = 5;

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
