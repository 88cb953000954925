/** What is missing or wrong in a field, in the same words on its page and from an act. */
import { townsOf } from "../kit/commune.ts";
import type { Lang } from "../kit/lang.ts";
import { type Issue, issue } from "../kit/schema.ts";
import { fieldWords } from "./field-words.ts";
import { type Contents, lineOf, type Problem } from "./rules/sections.ts";
import { dossierWords } from "./words.ts";

export function problemIssue(problem: Problem, contents: Contents): Issue {
  return issue(problem.field, sayProblem(problem, contents, "fr"), sayProblem(problem, contents, "en"));
}

export function sayProblem({ field, why }: Problem, contents: Contents, lang: Lang): string {
  const words = fieldWords(field, lang);
  if (why === "long") return dossierWords(lang).save.tooLong(words.label);
  const commune = lineOf(contents, "birthCommune");
  if (field === "birthCommune" && commune !== "") return dossierWords(lang).save.communeToChoose(commune);
  if (field === "city") return townWith(contents, lang)[why] ?? words[why] ?? words.missing;
  return words[why] ?? words.missing;
}

/** Of the towns of a postcode, the most that are named. */
const NAMED = 3;

function townWith(contents: Contents, lang: Lang): Partial<Record<"missing" | "wrong", string>> {
  const [postcode, city] = [lineOf(contents, "postcode"), lineOf(contents, "city")];
  const towns = townsOf(postcode);
  const { unlistedPostcode, notOfPostcode } = dossierWords(lang).save;
  if (towns.length === 0) return postcode === "" ? {} : { missing: unlistedPostcode(postcode) };
  const [some, more] = [towns.slice(0, NAMED), towns.length > NAMED];
  const said = new Intl.ListFormat(lang, { type: "disjunction" }).format(
    more ? [...some, lang === "fr" ? "une autre" : "another"] : some,
  );
  return { wrong: notOfPostcode(city, postcode, said) };
}
