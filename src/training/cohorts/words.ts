/** The messages of the acts on cohorts and enrolments. */
import type { Day } from "../../kit/day.ts";
import { type Lang, sayDay } from "../../kit/lang.ts";
import { type Issue, issue } from "../../kit/schema.ts";
import type { Span } from "../rules/span.ts";
import { sayArticle } from "../../law/article-words.ts";

export const faults = {
  noName: issue("name", "Donnez un nom à la promotion.", "Give the cohort a name."),
  sameName: issue(
    "name",
    "Une promotion de ce diplôme porte déjà ce nom : choisissez-en un autre.",
    "A cohort of this diploma has that name already: choose another.",
  ),
  notTaught: issue(
    "diploma",
    "L’établissement ne prépare pas ce diplôme ce jour-là.",
    "The school does not prepare for this diploma on that day.",
  ),
  backwards: issue(
    "endsOn",
    "Le dernier jour vient après le premier : corrigez l’un des deux.",
    "The last day comes after the first: correct one of the two.",
  ),
  notAccepted: issue(
    "dossier",
    "Cette personne n’a pas accepté de place pour ce diplôme.",
    "This person has not accepted a place for this diploma.",
  ),
  noRelief: issue(
    "dossier",
    "Les allègements et dispenses de cette personne ne sont pas décidés : décidez-en d’abord, même s’il n’y en a aucun.",
    "The reliefs and dispenses of this person are not decided: decide them first, even where there is none.",
  ),
  enrolled: issue("dossier", "Cette personne est déjà inscrite.", "This person is enrolled already."),
  contractAhead: issue(
    "contractOn",
    "Un contrat s’inscrit une fois signé : ce jour est à venir.",
    "A contract is entered once it is signed: this day is still to come.",
  ),
  cohortOver: issue("contractOn", "La promotion est finie ce jour-là.", "The cohort is over by that day."),
  givenLate: issue(
    "givenOn",
    "Le programme, le règlement et les autres informations dues avant l’inscription ont été remis après le contrat : ils devaient l’être avant, ou le même jour.",
    "The programme, the rules and the other information owed before enrolment were given after the contract: they had to be given before it, or on the same day.",
  ),
  ahead: issue("on", "Ce jour est à venir.", "This day is still to come."),
  beforeLast: issue(
    "on",
    "Ce jour vient avant ce qui est déjà noté de cette formation.",
    "This day comes before what is recorded of this training already.",
  ),
  noPlace: issue(
    "enrolment",
    "La place a été reportée avec la formation : cette personne revient une fois qu’elle a accepté celle de la rentrée suivante.",
    "The place was deferred with the training: this person comes back once they have accepted that of the next intake.",
  ),
  noPaper: issue(
    "paper",
    "Dites sur quel document cela repose : la lettre, la décision ou le justificatif, et son jour.",
    "Say what this rests on: the letter, the decision or the proof, and its day.",
  ),
  noDestination: issue(
    "destination",
    "Nommez l’établissement où la formation se poursuit.",
    "Name the school in which the training goes on.",
  ),
  notBegun: issue(
    "kind",
    "La formation n’avait pas commencé ce jour-là : qui la quitte avant de la commencer se désiste.",
    "The training had not begun by that day: whoever leaves it before it begins withdraws.",
  ),
  otherCohort: issue(
    "cohort",
    "On reprend dans une promotion du même diplôme et de la même version du référentiel.",
    "One returns into a cohort of the same diploma and the same version of the référentiel.",
  ),
};

export function tooLong({ until, semesters, entry }: Span): Issue {
  const cited = (lang: Lang) => `${entry.citation[lang]}, art. ${sayArticle(entry.source.article, lang)}`;
  return issue(
    "endsOn",
    `La formation s’étend sur ${semesters} semestres au plus, donc jusqu’au ${sayDay(until, "fr")} (${cited("fr")}).`,
    `The course spans ${semesters} semesters at most, so until ${sayDay(until, "en")} (${cited("en")}).`,
  );
}

/** For a trainee who has already begun a course: the limit is their own, not the cohort's. */
export function pastSpan({ until, semesters, entry }: Span): Issue {
  const cited = (lang: Lang) => `${entry.citation[lang]}, art. ${sayArticle(entry.source.article, lang)}`;
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
