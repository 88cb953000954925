/** What is missing or wrong in a field, as an act says it: in the same words as in an application. */
import { type Issue, issue } from "../kit/schema.ts";
import { fieldWords } from "./field-words.ts";
import type { Problem } from "./rules/sections.ts";
import { dossierWords } from "./words.ts";

export function problemIssue({ field, why }: Problem): Issue {
  const said = (lang: "fr" | "en") => {
    const words = fieldWords(field, lang);
    if (why === "long") return dossierWords(lang).save.tooLong(words.label);
    return (why === "wrong" ? words.wrong : words.missing) ?? words.missing;
  };
  return issue(field, said("fr"), said("en"));
}
