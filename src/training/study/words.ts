/** The messages of the acts on collective studies, each on its field. */
import type { Lang } from "../../kit/lang.ts";
import { type Issue, issue } from "../../kit/schema.ts";
import { sayCited } from "../../admission/sentences.ts";
import { sayArticle } from "../../law/article-words.ts";
import type { UnitEntry } from "../../law/diploma.ts";

export const faults = {
  nobodyInIt: issue("group", "Il n’y a plus personne dans ce groupe.", "There is nobody left in this group."),
};

export const wrongPerson = {
  notInTraining: (name: string): Issue =>
    issue("members", `${name} n’est pas en formation ce jour-là.`, `${name} is not in training on that day.`),
  elsewhere: (name: string): Issue =>
    issue(
      "members",
      `${name} est déjà dans un groupe : on n’est que dans un groupe à la fois.`,
      `${name} is in a group already: one is in one group at a time.`,
    ),
  noHours: (name: string): Issue =>
    issue(
      "members",
      `Le programme de ${name} n’a pas d’heures d’étude collective.`,
      `The programme of ${name} has no hours of the collective study.`,
    ),
};

export function tooFew({ least, label, citation, source }: NonNullable<UnitEntry["study"]>): Issue {
  const cited = (lang: Lang) => sayCited({ text: citation[lang], article: sayArticle(source.article, lang) });
  return issue(
    "members",
    `Il faut ${least} ${label.fr} (${cited("fr")}).`,
    `There must be ${least} ${label.en} (${cited("en")}).`,
  );
}

/** Days of work are planned once every party has signed. */
export function notSigned(which: "partnership" | "agreement", missing: readonly string[]): Issue {
  const what = {
    partnership: { fr: "la convention de partenariat", en: "the partnership agreement" },
    agreement: { fr: "la convention de l’étude", en: "the agreement of the study" },
  }[which];
  const who = missing.join(", ");
  return issue(
    "group",
    missing.length === 0
      ? `Les journées se planifient une fois ${what.fr} établie et signée : elle n’est pas encore établie.`
      : `Les journées se planifient une fois ${what.fr} signée : il manque ${who}.`,
    missing.length === 0
      ? `Days are planned once ${what.en} is drawn up and signed: it is not drawn up yet.`
      : `Days are planned once ${what.en} is signed: missing are ${who}.`,
  );
}
