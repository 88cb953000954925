/** A paper in French says nothing in English and prints no raw key: every paper that a test renders is read for that. */

/** Words of keys and of English sentences that no French one has. */
const ENGLISH =
  /(?<![\p{L}\d/.@_])(?:the|and|of|with|from|until|between|agreed|authority|establishment|written|validated|not|held|missed|lapsed|deposited|signed|withdrawn|school|marks?|exams?|hours|days?|undefined|null|NaN|true|false|object Object)(?![\p{L}\d@_])/u;

/** What is no text: data, pictures, and what a person or a program gave to the letter. */
const NO_TEXT = new Set(["attached", "svg", "lang", "kind", "mark", "align", "template"]);

type Node = unknown;

/** The texts with an English word, in a document whose language is French. */
export function englishIn(document: Node): string[] {
  if (typeof document === "string") return ENGLISH.test(document) ? [document] : [];
  if (Array.isArray(document)) return document.flatMap(englishIn);
  if (typeof document !== "object" || document === null) return [];
  // A quotation in another language says so.
  if ("lang" in document && document.lang === "en") return [];
  return Object.entries(document).flatMap(([key, value]) => (NO_TEXT.has(key) ? [] : englishIn(value)));
}
