/** What the page of a livret shows of what is issued: each exam’s result, how much is missing, and the whole of it. The act compares it. */
import { type Shown, textLine } from "../act/shows.ts";
import { type Label, labelled, sayNumber } from "../kit/lang.ts";
import type { Livret } from "./livret.ts";
import { livretWords } from "./words.ts";

/** `livret`: the official one, in French. */
export function livretLines(livret: Livret): Shown {
  const results = livret.domains.map(({ domain, result }) => ({
    what: labelled(() => domain),
    is: labelled((lang) => (result ? livretWords(lang).outcomes[result.outcome] : "–")),
  }));
  const missing: Label = { fr: "Ce qui manque", en: "What is missing" };
  return [
    ...results,
    { what: missing, is: labelled((lang) => sayNumber(livret.missing.length, lang)) },
    textLine(livret),
  ];
}
