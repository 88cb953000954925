/** Why a file is refused, and notices on accepted files; `words.ts` has their sentences. */

/** More than a person's papers ever need; a photo of a page is about 4 MB. */
export const MOST_BYTES = 20 * 1024 * 1024;
/** The most files of one form. */
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

/** A notice on an accepted file. */
export type FileNotice = "converted" | "place-removed" | "restricted" | "active";

/** The state of the virus scan: `none` without a scanner. */
export type Scan = "none" | "waiting" | "clean" | "infected";
