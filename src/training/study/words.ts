/** The messages of the acts on collective studies, each on its field. */
import type { Lang } from "../../kit/lang.ts";
import { type Issue, issue } from "../../kit/schema.ts";
import { sayCited } from "../../admission/sentences.ts";
import { sayArticle } from "../../law/article-words.ts";
import type { UnitEntry } from "../../law/diploma.ts";

export const faults = {
  notTaught: issue(
    "diploma",
    "L’établissement ne prépare pas ce diplôme aujourd’hui.",
    "The school does not prepare for this diploma today.",
  ),
  noStudy: issue(
    "diploma",
    "Le référentiel de ce diplôme ne prévoit pas d’étude menée à plusieurs.",
    "The référentiel of this diploma has no study that is carried out by several.",
  ),
  address: issue(
    "contactAddress",
    "Cette adresse ne reçoit pas de courriel : vérifiez-la.",
    "This address receives no mail: check it.",
  ),
  noGround: issue("ground", "Dites pourquoi la proposition est déclinée.", "Say why the proposal is declined."),
  noName: issue("name", "Donnez un nom au groupe.", "Give the group a name."),
  sameName: issue(
    "name",
    "Un groupe de cette étude porte déjà ce nom : choisissez-en un autre.",
    "A group of this study has that name already: choose another.",
  ),
  otherDiploma: issue(
    "cohort",
    "Cette promotion n’est pas de ce diplôme, ou son référentiel n’a pas d’étude collective.",
    "This cohort is not of this diploma, or its référentiel has no collective study.",
  ),
  stranger: issue(
    "members",
    "Une de ces personnes n’est pas de cette promotion : un groupe réunit les stagiaires d’une même promotion.",
    "One of these persons is not of this cohort: a group brings together trainees of one cohort.",
  ),
  ahead: issue("on", "Ce jour est à venir.", "This day is still to come."),
  notInIt: issue("enrolment", "Cette personne n’est pas dans ce groupe.", "This person is not in this group."),
  beforeLast: issue(
    "on",
    "Cette personne n’était pas encore dans le groupe ce jour-là.",
    "This person was not in the group yet on that day.",
  ),
  backwards: issue(
    "until",
    "Le dernier jour vient après le premier : corrigez l’un des deux.",
    "The last day comes after the first: correct one of the two.",
  ),
  nobodyInIt: issue("group", "Il n’y a plus personne dans ce groupe.", "There is nobody left in this group."),
  replaced: issue(
    "agreement",
    "Cette version de la convention est remplacée par une autre, qui est à signer.",
    "This version of the agreement is replaced by another, which is to be signed.",
  ),
  signedAlready: issue("shown", "Vous avez déjà signé cette convention.", "You have signed this agreement already."),
  schoolSigned: issue(
    "shown",
    "L’école a déjà signé cette convention.",
    "The school has signed this agreement already.",
  ),
  noParty: issue(
    "parties",
    "L’une de ces personnes n’est pas nommée dans la convention, ou l’a déjà signée.",
    "One of them is not named in the agreement, or has signed it already.",
  ),
  noGroup: issue(
    "enrolment",
    "Vous n’êtes dans aucun groupe d’étude collective : le rapport est celui d’un groupe.",
    "You are in no group of a collective study: the report is that of a group.",
  ),
  noReport: issue("reason", "Aucun rapport déposé n’est à retirer.", "There is no deposited report to withdraw."),
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
