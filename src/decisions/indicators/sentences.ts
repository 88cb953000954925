/** The words of the indicators, in both languages. */
import { inBoth } from "../../kit/in-both.ts";
import { french } from "../../kit/typography.ts";

type Few = { site: string; survey: "satisfaction" | "insertion"; asked: number; answered: number };

export const sentences = inBoth({
  "few-answers": ({ site, survey, asked, answered }: Few) => [
    french`${site} : ${String(answered)} réponses pour ${String(asked)} personnes interrogées (${survey === "satisfaction" ? "satisfaction" : "insertion"}) ; moins de la moitié a répondu.`,
    `${site}: ${String(answered)} answers of ${String(asked)} people asked (${survey === "satisfaction" ? "satisfaction" : "work found"}); fewer than half answered.`,
  ],
});
