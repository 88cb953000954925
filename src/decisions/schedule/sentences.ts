/** The words of the schedule, in both languages. */
import { inBoth } from "../../kit/in-both.ts";
import type { Label } from "../../kit/lang.ts";
import { french } from "../../kit/typography.ts";

type Early = { payer: { label: Label }; months: number };

export const sentences = inBoth({
  "early-deposit": ({ payer, months }: Early) => [
    french`Une somme est demandée plus de ${String(months)} mois avant le début (${payer.label.fr}) : passé ce délai, elle porte intérêt au taux légal jusqu’au début.`,
    `A sum is asked more than ${String(months)} months before the start (${payer.label.en}): beyond these it bears interest at the legal rate until the start.`,
  ],
});
