/** The words of a path and its result, on a page as on paper, in both languages. */
import type { Day } from "../../kit/day.ts";
import { type Lang, plural, sayDay, sayNumber } from "../../kit/lang.ts";

export const sayHours = (count: number, lang: Lang): string => `${sayNumber(count, lang)} h`;

const fr = {
  title: "Mon parcours et son prix",
  verdict: (theory: number, practice: number) =>
    `Il vous resterait ${sayHours(theory, "fr")} de théorie${practice > 0 ? ` et ${sayHours(practice, "fr")} de pratique` : ""}.`,
  exams: (toSit: number, contested: number) =>
    `${toSit === 0 ? "Aucune épreuve à passer" : `${toSit} ${plural(toSit, "épreuve", "épreuves", "fr")} à passer`}${contested > 0 ? `, et ${contested} à confirmer par l’autorité régionale` : ""}.`,
  nature: "C’est une estimation d’après ce que vous avez déclaré : ni un devis signé, ni une décision d’allègement.",
  dossier: {
    verdict: (theory: number, practice: number) =>
      `Avec ce que dit votre dossier, il vous reste ${sayHours(theory, "fr")} de théorie${practice > 0 ? ` et ${sayHours(practice, "fr")} de pratique` : ""}.`,
    nature:
      "C’est un calcul d’après votre dossier : ni un devis signé, ni une décision d’allègement, que l’établissement prend après l’avoir examiné.",
    counted: "Ce que dit votre dossier",
  },
  counted: "Ce que nous avons compté",
  on: "Jour de la réponse",
  titles: "Titres",
  awarded: (day: Day) => `obtenu le ${sayDay(day, "fr")}`,
  held: "Domaines déjà acquis",
  grants: "Allègement accordé par l’établissement",
  declined: "Allègements refusés par vous",
  track: "Cursus",
  funding: "Financement",
  none: "Aucun",
  notEntitled: "Vos titres n’y ouvrent pas droit",
  hours: "Les heures, unité par unité",
  hoursCaption: "Heures de chaque unité : total, allègement, reste",
  unit: "Unité",
  total: "Heures",
  relief: "Allègement",
  by: "Au titre de",
  remaining: "Reste",
  sum: "Ensemble",
  examsHeading: "Les épreuves, domaine par domaine",
  states: {
    "to-sit": "Épreuve à passer",
    dispensed: "Épreuve dispensée",
    contested: "Épreuve à confirmer",
    held: "Acquis",
  },
  grant: (protocol: string) => `protocole ${protocol}`,
  heldBy: (domain: string) => `${domain} acquis`,
};

type PathWords = typeof fr;

const en: PathWords = {
  title: "My path and its price",
  verdict: (theory, practice) =>
    `${sayHours(theory, "en")} of theory${practice > 0 ? ` and ${sayHours(practice, "en")} of practice` : ""} would be left to you.`,
  exams: (toSit, contested) =>
    `${toSit === 0 ? "No exam to sit" : `${toSit} ${plural(toSit, "exam", "exams", "en")} to sit`}${contested > 0 ? `, and ${contested} to be confirmed by the regional authority` : ""}.`,
  nature: "This is an estimate from what you declared: neither a signed quote nor a decision on relief.",
  dossier: {
    verdict: (theory, practice) =>
      `With what your application says, ${sayHours(theory, "en")} of theory${practice > 0 ? ` and ${sayHours(practice, "en")} of practice` : ""} are left to you.`,
    nature:
      "This is counted from your application: neither a signed quote nor a decision on relief, which the school takes after examining it.",
    counted: "What your application says",
  },
  counted: "What we counted",
  on: "Day of the answer",
  titles: "Titles",
  awarded: (day) => `awarded on ${sayDay(day, "en")}`,
  held: "Domains already held",
  grants: "Allègement granted by the school",
  declined: "Relief you declined",
  track: "Track",
  funding: "Funding",
  none: "None",
  notEntitled: "Your titles do not allow it",
  hours: "The hours, unit by unit",
  hoursCaption: "Hours of each unit: total, relief, left",
  unit: "Unit",
  total: "Hours",
  relief: "Relief",
  by: "On account of",
  remaining: "Left",
  sum: "All",
  examsHeading: "The exams, domain by domain",
  states: { "to-sit": "Exam to sit", dispensed: "Exam dispensed", contested: "Exam to be confirmed", held: "Held" },
  grant: (protocol) => `protocol ${protocol}`,
  heldBy: (domain) => `${domain} held`,
};

const WORDS: Readonly<Record<Lang, PathWords>> = { fr, en };

export function pathWords(lang: Lang): PathWords {
  return WORDS[lang];
}
