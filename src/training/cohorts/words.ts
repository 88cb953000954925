/** The messages of the acts on cohorts and enrolments. */
import type { Day } from "../../kit/day.ts";
import { type Lang, sayDay } from "../../kit/lang.ts";
import { type Issue, issue } from "../../kit/schema.ts";
import type { Span } from "../rules/span.ts";
import { citeArticle } from "../../law/article-words.ts";

export function tooLong({ until, semesters, entry }: Span): Issue {
  const cited = (lang: Lang) => `${entry.citation[lang]}, ${citeArticle(entry.source.article, lang)}`;
  return issue(
    "endsOn",
    `La formation s’étend sur ${semesters} semestres au plus, donc jusqu’au ${sayDay(until, "fr")} (${cited("fr")}).`,
    `The course spans ${semesters} semesters at most, so until ${sayDay(until, "en")} (${cited("en")}).`,
  );
}

/** For a trainee who has already begun a course: the limit is their own, not the cohort's. */
export function pastSpan({ until, semesters, entry }: Span): Issue {
  const cited = (lang: Lang) => `${entry.citation[lang]}, ${citeArticle(entry.source.article, lang)}`;
  return issue(
    "cohort",
    `Cette promotion finit trop tard pour cette personne : ses ${semesters} semestres de formation finissent le ${sayDay(until, "fr")} (${cited("fr")}).`,
    `This cohort ends too late for this person: their ${semesters} semesters of training end on ${sayDay(until, "en")} (${cited("en")}).`,
  );
}

export function wasThere(day: Day): Issue {
  return issue(
    "on",
    `Cette personne était présente en séance le ${sayDay(day, "fr")} : corrigez le jour, ou d’abord sa présence.`,
    `This person was in a lesson on ${sayDay(day, "en")}: correct the day, or their attendance first.`,
  );
}
