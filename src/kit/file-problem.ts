/** Why a file is not taken, by names whose sentences stand in `words.ts`; and what may be said of one that is. */

/** What a person's papers never need to pass; a photo of a page is about 4 MB. */
export const MOST_BYTES = 20 * 1024 * 1024;
/** Files that one form may bring at a time. */
export const MOST_FILES = 20;

export type FileProblem =
  | "empty"
  | "too-big"
  | "too-many"
  | "too-many-waiting"
  | "unknown-type"
  | "corrupt-pdf"
  | "encrypted-pdf"
  | "no-pages"
  | "too-many-pages"
  | "immense-pdf"
  | "corrupt-photo"
  | "immense-photo"
  | "unreadable"
  | "infected"
  | "store-away"
  | "gone";

/** What is said of a file that is taken. */
export type FileNotice = "converted" | "place-removed" | "restricted" | "active";

/** How far the search for viruses is: `none` where nothing searches. */
export type Scan = "none" | "waiting" | "clean" | "infected";
