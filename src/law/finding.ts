/** A finding: a condition, whether it is met, the sentence to print, and the article it rests on. */
import type { Lang } from "../kit/lang.ts";
import { sayArticle } from "./article-words.ts";
import type { Confidence, Entry } from "./entry.ts";

/** `met: null`: not known yet. `says`: the key of a sentence in the subject's catalogue, filled with `values`. */
export type Finding = {
  readonly condition: string;
  readonly met: boolean | null;
  readonly says: string;
  readonly values: Values;
  readonly entry: Entry;
  /** Weaker than the entry's own if a less certain entry took part. */
  readonly confidence: Confidence;
};

/** The values of a sentence: numbers, days, labels, entries; the catalogue formats each. */
export type Values = { readonly [name: string]: unknown };

/** The finding in words, the same in pages, letters and the API. */
export type SaidFinding = {
  condition: string;
  met: boolean | null;
  reason: string;
  source: { text: string; article: string; confidence: Confidence };
};

export type Catalogue = Readonly<Record<Lang, Readonly<Record<string, (values: never) => string>>>>;

export function finding(
  condition: string,
  met: boolean | null,
  says: string,
  entry: Entry,
  values: Values = {},
  confidence: Confidence = entry.source.confidence,
): Finding {
  return { condition, met, says, values, entry, confidence };
}

export function sayFinding(found: Finding, sentences: Catalogue, lang: Lang): SaidFinding {
  const sentence = sentences[lang][found.says] as ((values: Values) => string) | undefined;
  if (!sentence) throw new Error(`No sentence "${found.says}" in ${lang}`);
  return {
    condition: found.condition,
    met: found.met,
    reason: sentence(found.values),
    source: {
      text: found.entry.citation[lang],
      article: sayArticle(found.entry.source.article, lang),
      confidence: found.confidence,
    },
  };
}

export function sayFindings(found: readonly Finding[], sentences: Catalogue, lang: Lang): SaidFinding[] {
  return found.map((one) => sayFinding(one, sentences, lang));
}
