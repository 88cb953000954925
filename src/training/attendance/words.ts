/** The messages of the acts on attendance. */
import { type Issue, issue } from "../../kit/schema.ts";
import { sayList } from "../../kit/lang.ts";

export function unmarked(names: readonly string[]): Issue {
  return issue("lesson", `Il reste à noter ${sayList(names, "fr")}.`, `Still to be marked: ${sayList(names, "en")}.`);
}

/** The declaration that a trainee signs, of what goes on: nobody can yet say that they were there to the end. */
export const PRESENT = {
  fr: "J’assiste à cette demi-journée.",
  en: "I attend this half-day.",
} as const;
