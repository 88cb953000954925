/** The words of hours, which are counted in minutes. */
import { inBoth } from "../../kit/in-both.ts";
import type { Lang } from "../../kit/lang.ts";
import { sayNumber } from "../../kit/lang.ts";

const WORDS = inBoth({
  heading: ["Heures", "Hours"],
  caption: ["Heures par unité de formation", "Hours by unit"],
  unit: ["Unité", "Unit"],
  columns: {
    due: ["À suivre", "To follow"],
    planned: ["Prévues", "Planned"],
    done: ["Suivies", "Followed"],
    pending: ["À contresigner", "To be countersigned"],
    remaining: ["Restent", "Left"],
  },
  total: ["Total", "Total"],
  complete: ["Toutes les heures du programme sont suivies.", "All hours of the programme are followed."],
  left: (hours: string) => [`Il reste ${hours} à suivre.`, `${hours} are left to follow.`],
  waiting: (hours: string) => [
    `${hours} attendent la contresignature du formateur.`,
    `${hours} wait for the trainer’s countersignature.`,
  ],
  none: [
    "Les heures ne peuvent pas être calculées sous le référentiel de la promotion.",
    "Hours cannot be computed under the référentiel of the cohort.",
  ],
});

export function hoursWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}

/** What was carried over, with its last day and who attests it. */
export function carriedLines(findings: readonly { readonly condition: string; readonly reason: string }[]): string[] {
  return findings.filter(({ condition }) => condition === "earlier").map(({ reason }) => reason);
}

/** « 1 h 30 », « 175 h »; "1 h 30", "175 h". Never rounded. */
export function sayHours(minutes: number, lang: Lang): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const whole = `${sayNumber(hours, lang)}\u00a0h`;
  return rest === 0 ? whole : `${whole}\u00a0${String(rest).padStart(2, "0")}`;
}
