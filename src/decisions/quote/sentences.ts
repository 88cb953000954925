/** The words of the price; the school's own readings are sentences of its file. */
import type { Label } from "../../kit/lang.ts";
import { lawSentences } from "../../law/answer.ts";

type Fact = { fact: { label: Label } };

export const sentences = {
  fr: { ...lawSentences.fr, "price-fact": (v: Fact) => v.fact.label.fr },
  en: { ...lawSentences.en, "price-fact": (v: Fact) => v.fact.label.en },
};
