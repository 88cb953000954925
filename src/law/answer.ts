/** The parts that answers share, as JSON Schema, and the sentences of findings common to all subjects. */
import { type Label, sayDay, du } from "../kit/lang.ts";
import type { JsonSchema } from "../kit/schema.ts";
import { french } from "../kit/typography.ts";
import { CONFIDENCES } from "./entry.ts";
import { among, day, record } from "./input.ts";

export const dayOrNull: JsonSchema = { anyOf: [day, { type: "null" }] };
/** A computed day, hence not bounded as input days are. */
export const computedDay: JsonSchema = {
  says: {
    fr: "un jour, qui peut venir après le 2199-12-31 puisqu’il est calculé, ou null",
    en: "a day, which may come after 2199-12-31 since it is computed, or null",
  },
  anyOf: [{ type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" }, { type: "null" }],
};
export const findingsAnswer: JsonSchema = {
  type: "array",
  items: record(
    {
      condition: { type: "string" },
      met: { anyOf: [{ type: "boolean" }, { type: "null" }] },
      reason: { type: "string" },
      source: record({ text: { type: "string" }, article: { type: "string" }, confidence: among([...CONFIDENCES]) }, [
        "text",
        "article",
        "confidence",
      ]),
    },
    ["condition", "met", "reason", "source"],
  ),
};

type RegistrationEnded = {
  registration: { code: string; until: string };
  diploma: { label: Label; abbreviation: string };
};

export const lawSentences = {
  fr: {
    "registration-ended": ({ registration, diploma }: RegistrationEnded) =>
      french`L’enregistrement ${registration.code} ${du(diploma.abbreviation)} au répertoire national des certifications professionnelles prend fin le ${sayDay(registration.until, "fr")} ; ce qui le remplace ensuite n’a pas été vérifié.`,
  },
  en: {
    "registration-ended": ({ registration, diploma }: RegistrationEnded) =>
      `The registration ${registration.code} of the ${diploma.abbreviation} in the national directory of vocational certifications ends on ${sayDay(registration.until, "en")}; what replaces it afterwards was not verified.`,
  },
};
