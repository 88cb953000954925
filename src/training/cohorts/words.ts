/** What acts say of cohorts and enrolments, and the mails that tell of them. */
import type { Day } from "../../kit/day.ts";
import { type Lang, sayDay } from "../../kit/lang.ts";
import { type Issue, issue } from "../../kit/schema.ts";
import { ENROLMENT, type EnrolmentFactKind, type EnrolmentState } from "../rules/enrolment.ts";
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

/** Of somebody who began a course already: it is theirs that ends, and not the cohort’s. */
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

type Cohort = { readonly name: string; readonly startsOn: Day };

/** Whoever has no account is given on paper what others read in theirs. */
export function enrolledMail(lang: Lang, { name, startsOn }: Cohort, { onPaper }: { readonly onPaper: boolean }) {
  return lang === "fr"
    ? {
        subject: `Votre inscription en formation : ${name}`,
        paragraphs: [
          `Votre inscription dans la promotion « ${name} » est faite. La formation commence le ${sayDay(startsOn, lang)}.`,
          onPaper
            ? "L’école vous remet votre programme individuel, vos séances, vos heures et votre livret de formation sur papier, quand vous les demandez."
            : "Votre programme individuel, vos séances, vos heures et votre livret de formation sont dans votre compte.",
        ],
        open: "Ouvrir ma formation",
      }
    : {
        subject: `You are enrolled: ${name}`,
        paragraphs: [
          `You are enrolled in the cohort “${name}”. The course starts on ${sayDay(startsOn, lang)}.`,
          onPaper
            ? "The school gives you your individual programme, your lessons, your hours and your livret de formation on paper, when you ask for them."
            : "Your individual programme, your lessons, your hours and your livret de formation are in your account.",
        ],
        open: "Open my training",
      };
}

type Moved = { readonly kind: EnrolmentFactKind; readonly on: Day; readonly cohort?: string | undefined };

export function movedMail(lang: Lang, { kind, on, cohort = "" }: Moved) {
  const day = sayDay(on, lang);
  const moved = {
    interrupted: {
      fr: `Votre formation est interrompue depuis le ${day}. Ce que vous avez suivi reste acquis dans votre livret.`,
      en: `Your training is interrupted since ${day}. What you followed stays in your livret.`,
    },
    returned: {
      fr: `Vous reprenez votre formation le ${day}, dans la promotion « ${cohort} ».`,
      en: `You resume your training on ${day}, in the cohort “${cohort}”.`,
    },
  };
  const ended = {
    fr: `Votre formation est ${ENROLMENT.states[ENROLMENT.moves[kind].to![0]!].fr}, au ${day}. Ce que vous avez suivi et validé reste dans votre livret.`,
    en: `Your training is ${ENROLMENT.states[ENROLMENT.moves[kind].to![0]!].en}, as of ${day}. What you followed and validated stays in your livret.`,
  };
  const said = (kind === "interrupted" || kind === "returned" ? moved[kind] : ended)[lang];
  return lang === "fr"
    ? { subject: "Votre formation", paragraphs: [said], open: "Ouvrir ma formation" }
    : { subject: "Your training", paragraphs: [said], open: "Open my training" };
}

type GoesOn = {
  readonly name: string;
  readonly state: EnrolmentState;
  readonly on: Day;
  /** What stands on the training, a sentence each. */
  readonly says: readonly string[];
};

/** To those who go on from what stands on a training that was moved. */
export function goesOnMail(lang: Lang, { name, state, on, says }: GoesOn) {
  const day = sayDay(on, lang);
  return lang === "fr"
    ? {
        subject: `${name} : la formation est ${ENROLMENT.states[state].fr} depuis le ${day}`,
        paragraphs: says,
        open: "Ouvrir l’inscription",
      }
    : {
        subject: `${name}: the training is ${ENROLMENT.states[state].en} since ${day}`,
        paragraphs: says,
        open: "Open the enrolment",
      };
}
