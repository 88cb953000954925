/** The words of an intake's findings: what is missing or invalid, and what to do. */
import { inBoth } from "../kit/in-both.ts";
import type { Day } from "../kit/day.ts";
import { type Label, sayDay } from "../kit/lang.ts";
import { sayMinute } from "../kit/moment.ts";
import { french } from "../kit/typography.ts";
import type { Minute } from "../kit/zone.ts";

type At = { readonly minute: Minute };
type OfPiece = { readonly piece: Label };

export const intakeSentences = inBoth({
  "label-missing": () => [
    "Le nom de la campagne manque, en français ou en anglais.",
    "The name of the intake is missing, in French or in English.",
  ],
  "opening-missing": () => ["Le jour et l’heure d’ouverture manquent.", "The day and hour of opening are missing."],
  "closing-missing": () => ["Le jour et l’heure de clôture manquent.", "The day and hour of closing are missing."],
  "entry-missing": () => ["Le jour de la rentrée manque.", "The day on which the course begins is missing."],
  "places-missing": () => ["Le nombre de places manque.", "The number of places is missing."],
  "fee-unnamed": () => [
    "Une ligne des frais n’a pas de nom, en français ou en anglais.",
    "A line of the fees has no name, in French or in English.",
  ],
  "interview-missing": () => ["Une durée de l’entretien manque.", "A length of the interview is missing."],
  "validity-missing": () => [
    "La durée de validité d’une admission manque : le règlement d’admission doit la fixer.",
    "How long an admission holds is missing: the admission rules must set it.",
  ],
  "waiting-list-missing": () => [
    "Il n’est pas dit s’il y a une liste complémentaire.",
    "Whether there is a waiting list is not said.",
  ],
  "appeal-missing": () => [
    "La façon de contester une décision manque, en français ou en anglais.",
    "How to contest a decision is missing, in French or in English.",
  ],
  "minute-leapt": ({ minute }: At) => [
    french`Le ${sayDay(minute.day, "fr")}, les horloges passent à l’heure d’été : ${sayMinute(minute, "fr")} n’existe pas. Choisissez une autre heure.`,
    `On ${sayDay(minute.day, "en")} clocks go forward: there is no ${sayMinute(minute, "en")}. Choose another hour.`,
  ],
  "closing-past": ({ minute }: At) => [
    french`La clôture, le ${sayDay(minute.day, "fr")}, est déjà passée.`,
    `The closing, on ${sayDay(minute.day, "en")}, is past already.`,
  ],
  "version-ended": ({ version, to }: { readonly version: string; readonly to: Day }) => [
    french`La version ${version} du référentiel a fini le ${sayDay(to, "fr")}, avant le premier jour de formation : le fichier de l’école doit d’abord nommer celle qui la suit.`,
    `Version ${version} of the référentiel ended on ${sayDay(to, "en")}, before the first day of training: the school's file must first name the one that follows it.`,
  ],
  "closing-before-opening": () => ["La clôture vient avant l’ouverture.", "The closing comes before the opening."],
  "closing-brought-forward": () => [
    "La clôture ne peut plus être avancée : des candidats comptent sur le délai annoncé. Elle peut être repoussée.",
    "The closing can no longer be brought forward: candidates count on the time announced. It can be put off.",
  ],
  "entry-before-closing": () => [
    "La rentrée doit venir après le jour de la clôture.",
    "The course must begin after the day of the closing.",
  ],
  "answer-before-closing": () => [
    "La réponse est promise avant la clôture.",
    "The answer is promised before the closing.",
  ],
  "answer-after-entry": () => [
    "La réponse est promise après la rentrée.",
    "The answer is promised after the course begins.",
  ],
  "answer-before-interviews": () => [
    "La réponse est promise avant la fin des entretiens.",
    "The answer is promised before the interviews end.",
  ],
  "interviews-reversed": () => [
    "Les entretiens finissent avant de commencer.",
    "The interviews end before they begin.",
  ],
  "interviews-before-opening": () => [
    "Les entretiens commencent avant l’ouverture.",
    "The interviews begin before the opening.",
  ],
  "piece-of-the-law-missing": ({ piece }: OfPiece) => [
    french`« ${piece.fr} » est demandé par le référentiel et manque parmi les pièces.`,
    `“${piece.en}” is asked for by the référentiel and missing among the pieces.`,
  ],
  "piece-unnamed": () => [
    "Une pièce ajoutée par l’école n’a pas de nom, en français ou en anglais.",
    "A piece added by the school has no name, in French or in English.",
  ],
  "pages-reversed": ({ piece }: OfPiece) => [
    french`« ${piece.fr} » : le nombre de pages va du plus petit au plus grand.`,
    `“${piece.en}”: the number of pages goes from the lesser to the greater.`,
  ],
  "setting-to-check": () => [
    "Repris d’une autre campagne : à relire, puis à cocher comme vérifié.",
    "Carried over from another intake: read it, then tick it as checked.",
  ],
});
