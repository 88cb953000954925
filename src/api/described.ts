/** Schemas of what the référentiel or a declared form decides: elsewhere these parts are open, and only named (`described`). */
import { DECISIONS } from "../decisions/decide.ts";
import { fieldWords } from "../dossier/field-words.ts";
import { CONFIDENTIAL, type Field, type Section, SECTIONS } from "../dossier/rules/sections.ts";
import { DECLARED } from "../dossier/standing.ts";
import { Draft } from "../inquiry/output.ts";
import type { Lang } from "../kit/lang.ts";
import type { JsonSchema } from "../kit/schema.ts";
import { capital } from "../kit/typography.ts";
import { fieldsOf } from "../law/experience.ts";
import type { Law } from "../law/law.ts";
import { openApiWords } from "./openapi-sentences.ts";
import { publicSchema } from "./public-schema.ts";

const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
export const nameOfLaw = (name: string, { basis }: Law) =>
  `${capital(name)}.${basis.diploma}.${basis.version}.${basis.establishment}`;

/** `refs`: of each decision, the schemas of its input, one per law. */
export function described(laws: readonly Law[], refs: ReadonlyMap<string, readonly JsonSchema[]>, lang: Lang) {
  const all = [...SECTIONS, CONFIDENTIAL];
  const declared = Object.fromEntries(laws.map((law) => [nameOfLaw("declared", law), declaredOf(law, lang)]));
  const anyDeclared = { anyOf: Object.keys(declared).map(ref) };
  const keys = [...all.map(({ key }) => key), DECLARED];
  const inputOf = (name: string): JsonSchema => ({ anyOf: refs.get(name)! });
  const answerOf = (name: string) => ref(`${capital(name)}Answer`);
  return {
    ...Object.fromEntries(all.map((section) => [`Section.${section.key}`, sectionSchema(section, lang)])),
    ...declared,
    [`Section.${DECLARED}`]: anyDeclared,
    SectionKey: { enum: keys },
    SectionContents: { anyOf: keys.map((key) => ref(`Section.${key}`)) },
    Sections: { type: "object", properties: Object.fromEntries(keys.map((key) => [key, ref(`Section.${key}`)])) },
    PieceKey: { type: "string", description: openApiWords[lang].pieceKey },
    DecisionInput: { anyOf: [...refs.values()].flat() },
    DecisionAnswer: { anyOf: DECISIONS.map(({ name }) => answerOf(name)) },
    DecisionInputs: byDecision(inputOf),
    DecisionAnswers: byDecision(answerOf),
    Document: documentSchema,
    Certificate: certificateSchema,
    Eligibility: { type: "object", properties: { input: inputOf("eligibility"), answer: answerOf("eligibility") } },
  } satisfies Record<string, JsonSchema>;
}

const text: JsonSchema = { type: "string" };
const texts: JsonSchema = { type: "array", items: text };

/** A printed document: what its blocks hold depends on their kind. */
const documentSchema: JsonSchema = {
  type: "object",
  properties: {
    lang: text,
    title: text,
    subtitle: text,
    number: text,
    date: { type: "string", format: "date" },
    school: { type: "object", properties: { name: text, address: texts } },
    words: { type: "object", properties: { number: text, date: text, page: text, of: text } },
    courtesy: text,
    blocks: { type: "array", items: { type: "object", properties: { kind: text }, required: ["kind"] } },
  },
};

/** A certificate of attendance, or an attestation of entry, as it was frozen. */
const certificateSchema: JsonSchema = {
  type: "object",
  properties: {
    kind: { enum: ["certificate", "entry"] },
    on: { type: "string", format: "date" },
    name: text,
    number: text,
    diploma: text,
    registration: text,
    cohort: text,
    nature: text,
    payer: text,
    file: text,
  },
};

/** By the name of the decision; a further question to the same one goes by its name and a suffix: `quote:<payer>`. */
function byDecision(schemaOf: (name: string) => JsonSchema): JsonSchema {
  return {
    type: "object",
    properties: Object.fromEntries(DECISIONS.map(({ name }) => [name, schemaOf(name)])),
    patternProperties: Object.fromEntries(DECISIONS.map(({ name }) => [`^${name}:`, schemaOf(name)])),
  };
}

/** Every field may be missing or wrong in a draft; submitting judges. */
function sectionSchema({ fields }: Section, lang: Lang): JsonSchema {
  return {
    type: "object",
    properties: Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field, lang)])),
  };
}

function fieldSchema({ name, kind, options, longest, optional, when }: Field, lang: Lang): JsonSchema {
  const words = openApiWords[lang];
  const asked = optional ? words.optional : when ? words.dependsOn : words.asked;
  const typed = publicSchema(TYPED[kind] ?? { type: "string", ...(longest && { maxLength: longest }) }, lang);
  const chosen =
    kind === "one" ? { enum: options } : kind === "several" ? { type: "array", items: { enum: options } } : typed;
  return {
    ...chosen,
    description: [fieldWords(name, lang).label, asked, typed.description].filter(Boolean).join(" ; "),
  };
}

const TYPED: Partial<Record<Field["kind"], JsonSchema>> = {
  day: { type: "string", format: "day" },
  country: { type: "string", format: "country" },
  commune: {
    type: "string",
    says: { fr: "« 34172 Montpellier (Hérault) », ou « ? nom »", en: "“34172 Montpellier (Hérault)”, or “? name”" },
  },
};

/** What a person declares, with the names that the référentiel and the school know. */
function declaredOf({ diploma, school }: Law, lang: Lang): JsonSchema {
  const source = school.funders.map(({ funder }) => funder);
  const domain = diploma.domains.map((one) => one.domain);
  const names: Names = {
    title: diploma.catalogue.map(({ title }) => title),
    kind: diploma.titleKinds.map(({ kind }) => kind),
    field: fieldsOf(diploma).map(({ field }) => field),
    corps: diploma.corps.map(({ corps }) => corps),
    waivers: diploma.waivers.map(({ input }) => input),
    unit: diploma.domains.flatMap(({ units }) => units.map(({ unit }) => unit)),
    by: diploma.held.map(({ by }) => by),
    track: school.tracks.map(({ track }) => track),
    domain,
    declined: domain,
    source,
  };
  const { required: _, ...schema } = withNames(publicSchema(Draft as unknown as JsonSchema, lang), names) as JsonSchema;
  return schema;
}

type Names = Readonly<Record<string, readonly string[]>>;

/**
 * Texts become one of the names known for the property that holds them; the parts lose their `title`, which is that of the same parts
 * of any law.
 */
function withNames(schema: unknown, names: Names, key = ""): unknown {
  if (Array.isArray(schema)) return schema.map((part) => withNames(part, names, key));
  if (typeof schema !== "object" || schema === null) return schema;
  const { title: _, ...rest } = schema as JsonSchema;
  if (rest.type === "string" && names[key]?.length) return { enum: names[key] };
  const named = (part: object) =>
    Object.fromEntries(Object.entries(part).map(([k, one]) => [k, withNames(one, names, k)]));
  return Object.fromEntries(
    Object.entries(rest).map(([keyword, part]) => [
      keyword,
      keyword === "properties" ? named(part as object) : withNames(part, names, key),
    ]),
  );
}
