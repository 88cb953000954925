/** The parts that answers share, as JSON Schema, and the words of findings that belong to no subject. */
import { type Label, sayDay, du } from "../kit/lang.ts";
import type { JsonSchema } from "../kit/schema.ts";
import { french } from "../kit/typography.ts";
import { CONFIDENCES } from "./entry.ts";
import { among, day, record } from "./input.ts";

export const dayOrNull: JsonSchema = { anyOf: [day, { type: "null" }] };
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
