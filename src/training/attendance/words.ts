/** The messages of the acts on attendance. */
import { type Issue, issue } from "../../kit/schema.ts";
import { sayList } from "../../kit/lang.ts";

export function unmarked(names: readonly string[]): Issue {
  return issue("lesson", `Il reste à noter ${sayList(names, "fr")}.`, `Still to be marked: ${sayList(names, "en")}.`);
}

/** The declaration that a trainee signs. */
export const PRESENT = {
  fr: "J’étais là pendant toute cette demi-journée.",
  en: "I was there for the whole of this half-day.",
} as const;
