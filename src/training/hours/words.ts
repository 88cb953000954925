/** The words of hours, which are counted in minutes. */
import type { Lang } from "../../kit/lang.ts";
import { sayNumber } from "../../kit/lang.ts";

const fr = {
  heading: "Heures",
  caption: "Heures par unité de formation",
  unit: "Unité",
  columns: {
    due: "À suivre",
    planned: "Prévues",
    done: "Suivies",
    pending: "À contresigner",
    remaining: "Restent",
  },
  total: "Total",
  complete: "Toutes les heures du programme sont suivies.",
  left: (hours: string) => `Il reste ${hours} à suivre.`,
  waiting: (hours: string) => `${hours} attendent la contresignature du formateur.`,
  none: "Les heures ne peuvent pas être calculées sous le référentiel de la promotion.",
};

const en: typeof fr = {
  heading: "Hours",
  caption: "Hours by unit",
  unit: "Unit",
  columns: {
    due: "To follow",
    planned: "Planned",
    done: "Followed",
    pending: "To be countersigned",
    remaining: "Left",
  },
  total: "Total",
  complete: "All hours of the programme are followed.",
  left: (hours) => `${hours} are left to follow.`,
  waiting: (hours) => `${hours} wait for the trainer’s countersignature.`,
  none: "Hours cannot be computed under the référentiel of the cohort.",
};

const WORDS = { fr, en } as const;

export function hoursWords(lang: Lang): typeof fr {
  return WORDS[lang];
}

/** « 1 h 30 », « 175 h »; "1 h 30", "175 h". Minutes are told to the minute. */
export function sayHours(minutes: number, lang: Lang): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const said = `${sayNumber(hours, lang)}\u00a0h`;
  return rest === 0 ? said : `${said}\u00a0${String(rest).padStart(2, "0")}`;
}
