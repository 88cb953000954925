/** The entries of a diploma's « règle »: of the national file, then of the school's for that diploma. */
import { entriesOf, type ListedEntry } from "../law/entries.ts";
import type { LawCase } from "../law/cases.ts";
import type { Law } from "../law/law.ts";

const known = new WeakMap<object, ListedEntry[]>();

export function ruleEntries({ diploma, establishment, school }: Law): readonly ListedEntry[] {
  const entries = known.get(school);
  if (entries) return entries;
  const others = establishment.diplomas.filter((one) => one !== school).flatMap((one) => entriesOf(one));
  const listed = [...entriesOf(diploma), ...entriesOf(establishment).filter((entry) => !others.includes(entry))];
  known.set(school, listed);
  return listed;
}

/** The worked cases of this entry, by its id or its article. */
export function casesOf(cases: readonly LawCase[], law: Law, entry: ListedEntry): LawCase[] {
  const articles = parts(entry.source.article);
  return cases.filter(
    (one) =>
      one.diploma === law.diploma.diploma &&
      (one.illustrates?.includes(entry.id) || parts(one.article).some((article) => articles.includes(article))),
  );
}

function parts(article: string): string[] {
  return article.split(";").map((one) => one.trim());
}
