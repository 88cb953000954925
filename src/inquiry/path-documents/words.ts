/** The words of a path and its result, on a page as on paper, in both languages. */
import { inBoth } from "../../kit/in-both.ts";
import type { PartialDay } from "../../kit/partial-day.ts";
import { type Lang, plural, sayNumber, sayWhen } from "../../kit/lang.ts";

export const sayHours = (count: number, lang: Lang): string => `${sayNumber(count, lang)} h`;

const WORDS = inBoth({
  title: ["Mes heures et mon prix", "My hours and my price"],
  verdict: (theory: number, practice: number) => [
    `Il vous resterait ${sayHours(theory, "fr")} de théorie${practice > 0 ? ` et ${sayHours(practice, "fr")} de pratique` : ""}.`,
    `${sayHours(theory, "en")} of theory${practice > 0 ? ` and ${sayHours(practice, "en")} of practice` : ""} would be left to you.`,
  ],
  exams: (toSit: number, contested: number) => [
    `${toSit === 0 ? "Aucune épreuve à passer" : `${toSit} ${plural(toSit, "épreuve", "épreuves", "fr")} à passer`}${contested > 0 ? `, et ${contested} à confirmer par l’autorité régionale` : ""}.`,
    `${toSit === 0 ? "No exam to sit" : `${toSit} ${plural(toSit, "exam", "exams", "en")} to sit`}${contested > 0 ? `, and ${contested} to be confirmed by the regional authority` : ""}.`,
  ],
  nature: [
    "C’est une estimation d’après ce que vous avez déclaré : ni un devis signé, ni une décision d’allègement.",
    "This is an estimate from what you declared: neither a signed quote nor a decision on relief.",
  ],
  dossier: {
    verdict: (theory: number, practice: number) => [
      `Avec ce que dit votre dossier, il vous reste ${sayHours(theory, "fr")} de théorie${practice > 0 ? ` et ${sayHours(practice, "fr")} de pratique` : ""}.`,
      `With what your application says, ${sayHours(theory, "en")} of theory${practice > 0 ? ` and ${sayHours(practice, "en")} of practice` : ""} are left to you.`,
    ],
    nature: [
      "C’est un calcul d’après votre dossier : ni un devis signé, ni une décision d’allègement, que l’établissement prend après l’avoir examiné.",
      "This is counted from your application: neither a signed quote nor a decision on relief, which the school takes after examining it.",
    ],
    counted: ["Ce que dit votre dossier", "What your application says"],
  },
  counted: ["Ce que nous avons compté", "What we counted"],
  on: ["Jour de la réponse", "Day of the answer"],
  titles: ["Titres", "Titles"],
  awarded: (day: PartialDay) => [`obtenu ${sayWhen(day, "fr")}`, `awarded ${sayWhen(day, "en")}`],
  held: ["Domaines déjà acquis", "Domains already held"],
  grants: ["Allègement accordé par l’établissement", "Allègement granted by the school"],
  declined: ["Allègements refusés par vous", "Relief you declined"],
  track: ["Cursus", "Track"],
  funding: ["Financement", "Funding"],
  none: ["Aucun", "None"],
  notEntitled: ["Vos titres n’y ouvrent pas droit", "Your titles do not allow it"],
  hours: ["Les heures, unité par unité", "The hours, unit by unit"],
  hoursCaption: ["Heures de chaque unité : total, allègement, reste", "Hours of each unit: total, relief, left"],
  unit: ["Unité", "Unit"],
  total: ["Heures", "Hours"],
  relief: ["Allègement", "Relief"],
  by: ["Au titre de", "On account of"],
  remaining: ["Reste", "Left"],
  sum: ["Ensemble", "All"],
  detail: ["Le détail", "In detail"],
  doubts: ["Ce qui n’est pas sûr", "What is not sure"],
  examsHeading: ["Les épreuves, domaine par domaine", "The exams, domain by domain"],
  states: {
    "to-sit": ["Épreuve à passer", "Exam to sit"],
    dispensed: ["Épreuve dispensée", "Exam dispensed"],
    contested: ["Épreuve à confirmer", "Exam to be confirmed"],
    held: ["Acquis", "Held"],
  },
  grant: (protocol: string) => [`protocole ${protocol}`, `protocol ${protocol}`],
  heldBy: (domain: string) => [`${domain} acquis`, `${domain} held`],
});

type PathWords = typeof WORDS.fr;

export function pathWords(lang: Lang): PathWords {
  return WORDS[lang];
}
