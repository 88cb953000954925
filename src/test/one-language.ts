/** A paper in French says nothing in English and prints no raw key: every paper that a test renders is read for that. */

import { textsOf } from "./browser/language.ts";

/** Words of keys and of English sentences that no French one has. */
const ENGLISH =
  /(?<![\p{L}\d/.@_])(?:the|and|of|with|from|until|between|agreed|authority|establishment|written|validated|not|held|missed|lapsed|deposited|signed|withdrawn|school|marks?|exams?|hours|days?|undefined|null|NaN|true|false|object Object)(?![\p{L}\d@_])/u;

/** The texts with an English word, in a document whose language is French. */
export function englishIn(document: object): string[] {
  return textsOf(document, "fr").filter((text) => ENGLISH.test(text));
}
