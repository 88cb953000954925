/** The confidence of the law in words; and a source as documents print it. */
import type { Label, Lang } from "../kit/lang.ts";
import { capital } from "../kit/typography.ts";
import { citeArticle } from "./article-words.ts";
import type { Confidence } from "./entry.ts";
import type { Finding } from "./finding.ts";

export const CONFIDENCE_WORDS: Readonly<Record<Confidence, Label>> = {
  text: { fr: "lu dans le texte", en: "read in the text" },
  local: { fr: "choix de l’établissement", en: "choice of the school" },
  interpretation: { fr: "interprétation", en: "interpretation" },
  conflict: { fr: "textes contradictoires", en: "texts in conflict" },
  unverified: { fr: "non vérifié", en: "not verified" },
};

/** « Arrêté du 2 août 2006, art. 2, 3° ; lu dans le texte. » Headings and names stay as they are. */
export function saySource({ entry, confidence }: Finding, lang: Lang): string {
  const joint = lang === "fr" ? " ;" : ";";
  return capital(
    `${entry.citation[lang]}, ${citeArticle(entry.source.article, lang)}${joint} ${CONFIDENCE_WORDS[confidence][lang]}.`,
  );
}

/** Why the text alone does not settle it, if the entry says so. */
export function sayNote({ entry, confidence }: Finding, lang: Lang): string | undefined {
  return confidence === "text" ? undefined : entry.source.note?.[lang];
}
