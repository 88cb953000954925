/** Every act, in the order of the year. */
import type { Act } from "./act.ts";
import {
  eraseAnswer,
  eraseInquiry,
  expireAnswer,
  expireInquiry,
  keepAnswer,
  saveInquiry,
  startInquiry,
} from "./admission/acts.ts";
import { keepLawFile } from "./record/acts.ts";

/* Each act has its own form and outcome; whoever goes through the list treats them alike. */
export const ACTS = [
  keepLawFile,
  startInquiry,
  saveInquiry,
  eraseInquiry,
  keepAnswer,
  eraseAnswer,
  expireInquiry,
  expireAnswer,
] as unknown as readonly Act[];

/** The tables whose every row an act recorded. */
export const PROVEN_TABLES: readonly string[] = [...new Set(ACTS.flatMap((act) => act.writes))];
