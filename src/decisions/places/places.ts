/** The decision on places, declared: its input, its answer, its words. */
import type { Lang } from "../../kit/lang.ts";
import { computedDay, dayOrNull, findingsAnswer } from "../../law/answer.ts";
import type { Decision } from "../../law/decision.ts";
import { sayFindings } from "../../law/finding.ts";
import { among, record } from "../../law/input.ts";
import { placesRejection, placesSchema } from "./input.ts";
import { type PlacesAnswer, type PlacesInput, placesRule, STATES } from "./rule.ts";
import { sentences } from "./sentences.ts";

const count = { type: "integer" };

export const places: Decision<PlacesInput, PlacesAnswer> = {
  name: "places",
  label: { fr: "Les places", en: "Places" },
  answer: record(
    {
      candidates: {
        type: "array",
        items: record(
          {
            id: { type: "string" },
            state: among(STATES),
            offeredOn: dayOrNull,
            answerBy: computedDay,
            place: { anyOf: [count, { type: "null" }] },
            findings: findingsAnswer,
          },
          ["id", "state", "offeredOn", "answerBy", "place", "findings"],
        ),
      },
      taken: count,
      free: count,
    },
    ["candidates", "taken", "free"],
  ),
  ready: (law) => ({ schema: placesSchema(), check: placesRejection, decide: placesRule(law), say }),
};

function say({ candidates, taken, free, findings }: PlacesAnswer, lang: Lang): Record<string, unknown> {
  return {
    candidates: candidates.map((one) => ({ ...one, findings: sayFindings(one.findings, sentences, lang) })),
    taken,
    free,
    findings: sayFindings(findings, sentences, lang),
  };
}
