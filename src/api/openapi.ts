/**
 * The OpenAPI 3.1 document, derived when the server is built from what it runs: decisions with the schemas of the loaded laws, acts and
 * views with their forms. Nothing in it is written twice.
 */
import type { FastifyInstance } from "fastify";
import { DECISIONS } from "../decisions/decide.ts";
import { EXAMPLE, EXAMPLE_PLAN } from "../decisions/interview-plan/example.ts";
import { interviews, sayPlan } from "../decisions/interview-plan/interviews.ts";
import { type Lang, LANGS } from "../kit/lang.ts";
import type { JsonSchema } from "../kit/schema.ts";
import { capital } from "../kit/typography.ts";
import { findingsAnswer } from "../law/answer.ts";
import { inputOf, type LawCase } from "../law/cases.ts";
import { record } from "../law/input.ts";
import type { Law } from "../law/law.ts";
import { lawOf, type Laws } from "../law/load.ts";
import { type Permission, ROLES, WHO_MAY } from "../act/permissions.ts";
import { sayRole } from "../people/sentences.ts";
import { TOKEN_PREFIX } from "../people/tokens/holder.ts";
import type { World } from "../act/world.ts";
import type { Act, View } from "../act/act.ts";
import { byAnyone, bySecret, byToken, onPagesAlone } from "../act/programs.ts";
import { openApiWords } from "./openapi-sentences.ts";
import { described, nameOfLaw } from "./described.ts";
import { inLang, langOf } from "./problem.ts";
import { publicSchema, referring } from "./public-schema.ts";

export type Operation = {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly object[];
  readonly security?: readonly object[];
  readonly requestBody?: { readonly required: boolean; readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, Response>>;
};
type Media = { readonly schema: JsonSchema; readonly example?: unknown };
type Response = { readonly description: string; readonly content?: Readonly<Record<string, Media>> };
export type OpenApi = {
  readonly openapi: "3.1.0";
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly description: string;
    readonly license: object;
  };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly parameters: Readonly<Record<string, object>>;
    readonly securitySchemes: object;
  };
};

export function openApiRoutes(app: FastifyInstance, world: World): void {
  app.get("/openapi.json", (request, reply) => {
    const lang = langOf(request);
    return inLang(reply, lang).send(openApi(world, lang));
  });
}

type Described = Pick<World, "house" | "laws" | "version" | "cases" | "decide">;

const cache = new WeakMap<Described, Map<Lang, OpenApi>>();

export function openApi(world: Described, lang: Lang): OpenApi {
  const known = cache.get(world) ?? new Map(LANGS.map((each) => [each, make(world, each)]));
  cache.set(world, known);
  return known.get(lang)!;
}

function make(world: Described, lang: Lang): OpenApi {
  const words = openApiWords[lang];
  const laws = lawsOf(world.laws);
  const schemas: Record<string, JsonSchema> = { Problem: problemSchema(lang) };
  const paths: Record<string, Record<string, Operation>> = {};
  const inputs = new Map<string, JsonSchema[]>();
  for (const decision of DECISIONS) {
    const names = laws.map((law) => {
      const name = nameOfLaw(decision.name, law);
      schemas[name] = ofLaw(publicSchema(decision.ready(law).schema, lang), law);
      return { $ref: `#/components/schemas/${name}` };
    });
    inputs.set(decision.name, names);
    const answer = `${capital(decision.name)}Answer`;
    schemas[answer] = answerSchema(publicSchema(decision.answer, lang), decision.of === "school");
    const example = exampleOf(world, decision.name, lang);
    paths[`/api/decide/${decision.name}`] = {
      post: {
        operationId: decision.name,
        tags: ["decisions"],
        summary: decision.label[lang],
        description: words.decision,
        parameters: [{ $ref: "#/components/parameters/lang" }],
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: names.length === 1 ? names[0]! : { anyOf: names },
              ...(example && { example: example.input }),
            },
          },
        },
        responses: {
          200: {
            description: words.answered,
            content: {
              "application/json": {
                schema: { $ref: `#/components/schemas/${answer}` },
                ...(example && { example: example.answer }),
              },
            },
          },
          ...problems(lang, [413, 415, 422, 429]),
        },
      },
    };
  }
  paths[`/api/plan/${interviews.name}`] = { post: planOperation(lang) };
  const known = described(laws, inputs, lang);
  Object.assign(schemas, known);
  for (const [kind, list] of [
    ["acts", world.house.programs.acts],
    ["views", world.house.programs.views],
  ] as const) {
    for (const one of list)
      paths[`/api/{school}/${kind}/${one.name}`] = { post: referring(callOperation(kind, one, lang), schemas, known) };
  }
  paths["/api/{school}/files"] = { post: sendFileOperation(lang) };
  return {
    openapi: "3.1.0",
    info: {
      title: "Livret",
      version: world.version,
      description: words.about,
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
    },
    tags: [
      { name: "decisions", description: words.tags.decisions },
      { name: "acts", description: words.tags.acts },
      { name: "views", description: words.tags.views },
    ],
    paths,
    components: {
      schemas,
      parameters: parametersOf(world.laws, lang),
      securitySchemes: {
        secret: { type: "http", scheme: "bearer", description: words.secret },
        token: { type: "http", scheme: "bearer", bearerFormat: `${TOKEN_PREFIX}…`, description: words.token },
      },
    },
  };
}

/** It depends on no law: one schema for all, and an invented day as its example. */
function planOperation(lang: Lang): Operation {
  const words = openApiWords[lang];
  return {
    operationId: interviews.name,
    tags: ["decisions"],
    summary: interviews.label[lang],
    description: words.plan,
    parameters: [{ $ref: "#/components/parameters/lang" }],
    requestBody: {
      required: true,
      content: {
        "application/json": { schema: publicSchema(interviews.schema, lang), example: EXAMPLE },
      },
    },
    responses: {
      200: {
        description: words.planned,
        content: {
          "application/json": {
            schema: publicSchema(interviews.answer, lang),
            example: { id: EXAMPLE.id, ...sayPlan(EXAMPLE_PLAN, EXAMPLE, lang) },
          },
        },
      },
      ...problems(lang, [413, 415, 422, 429, 503]),
    },
  };
}

function callOperation(kind: "acts" | "views", declared: Act | View, lang: Lang): Operation {
  const words = openApiWords[lang];
  const anyone = byAnyone(declared);
  const secret = !anyone && bySecret(declared);
  const token = !anyone && byToken(declared);
  const sentences = [
    words.tags[kind],
    ...(secret ? [words.needsSecret] : []),
    ...(token ? [words.needsToken(holdersOf(declared.who, lang))] : []),
    ...("perform" in declared && onPagesAlone(declared) ? [words.binds] : []),
  ];
  const shows = [...(secret ? [{ secret: [] }] : []), ...(token ? [{ token: [] }] : [])];
  const parameters = ["school", "lang", ...(kind === "acts" ? ["attempt"] : [])].map((name) => ({
    $ref: `#/components/parameters/${name}`,
  }));
  return {
    operationId: declared.name,
    tags: [kind],
    summary: declared.label[lang],
    description: sentences.join(" "),
    parameters,
    ...(shows.length > 0 && { security: shows }),
    requestBody: {
      required: true,
      content: { "application/json": { schema: publicSchema(declared.form as unknown as JsonSchema, lang) } },
    },
    responses: {
      200: {
        description: words.done,
        content: { "application/json": { schema: publicSchema(declared.output as unknown as JsonSchema, lang) } },
      },
      ...problems(lang, [401, 403, 404, ...(kind === "acts" ? [409] : []), 413, 415, 422, 429]),
    },
  };
}

/** The only body that is not JSON. */
function sendFileOperation(lang: Lang): Operation {
  const words = openApiWords[lang];
  const upload = { type: "object", properties: { upload: { type: "string", format: "uuid" } }, required: ["upload"] };
  const bytes = { type: "string", contentMediaType: "application/octet-stream" };
  const form = { type: "object", properties: { file: bytes }, required: ["file"] };
  return {
    operationId: "sendFile",
    tags: ["acts"],
    summary: words.file.summary,
    description: words.file.description,
    parameters: [
      ...["school", "lang"].map((name) => ({ $ref: `#/components/parameters/${name}` })),
      {
        name: "Content-Disposition",
        in: "header",
        required: false,
        description: words.file.name,
        schema: { type: "string" },
      },
    ],
    security: [{ token: [] }],
    requestBody: {
      required: true,
      content: { "multipart/form-data": { schema: form }, "application/octet-stream": { schema: bytes } },
    },
    responses: {
      201: { description: words.done, content: { "application/json": { schema: upload } } },
      ...problems(lang, [401, 403, 404, 422, 429, 503]),
      415: { ...problems(lang, [415])[415]!, description: words.file.wants },
    },
  };
}

/** Who may, in words: every signed-in person, or the holders of these roles in the school. */
function holdersOf(who: Permission, lang: Lang): string {
  const holders = WHO_MAY[who] as readonly string[];
  if (holders.includes("account")) return openApiWords[lang].everybody;
  return ROLES.filter((role) => holders.includes(role))
    .map((role) => sayRole(role, lang))
    .join(", ");
}

/** Every law that a request may name. */
function lawsOf(laws: Laws): Law[] {
  return laws.establishments.flatMap(({ data }) =>
    data.diplomas.flatMap(({ diploma, version }) => lawOf(laws, diploma, version, data.establishment) ?? []),
  );
}

/** The first worked case with an answer: a real case and what the law answers, nothing made up. */
function exampleOf(world: Described, decision: string, lang: Lang): { input: unknown; answer: unknown } | undefined {
  for (const lawCase of world.cases?.() ?? []) {
    const input = isAnswered(lawCase, decision) ? inputOf(lawCase) : undefined;
    const decided = input && world.decide(decision, input);
    if (decided && "answer" in decided) return { input, answer: decided.answer(lang) };
  }
  return undefined;
}

function isAnswered(lawCase: LawCase, decision: string): boolean {
  return lawCase.decision === decision && lawCase.expect !== undefined;
}

/** The common parts of every answer: the id, the findings outside doors and domains, and the files it rests on. */
function answerSchema(own: JsonSchema, ofSchool: boolean): JsonSchema {
  const text = { type: "string" };
  const names = [...(ofSchool ? [] : ["diploma", "version", "hash"]), "establishment", "establishmentHash", "rules"];
  const basis = record(Object.fromEntries(names.map((name) => [name, text])), names);
  return record({ id: text, ...(own.properties as Record<string, JsonSchema>), findings: findingsAnswer, basis }, [
    "id",
    ...(own.required as string[]),
    "findings",
    "basis",
  ]);
}

/** The schema of one law accepts the names of that law alone. */
function ofLaw(schema: JsonSchema, { basis }: Law): JsonSchema {
  const { diploma, version, establishment } = basis;
  const named = { diploma: { const: diploma }, version: { const: version }, establishment: { const: establishment } };
  return { ...schema, properties: { ...(schema.properties as object), ...named } };
}

function problems(lang: Lang, statuses: readonly number[]): Record<string, Response> {
  const words = openApiWords[lang];
  const content = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } };
  return Object.fromEntries(statuses.map((status) => [status, { description: words.problems[status]!, content }]));
}

function problemSchema(lang: Lang): JsonSchema {
  const words = openApiWords[lang];
  const text = { type: "string" };
  return {
    type: "object",
    description: words.problem,
    properties: {
      type: { type: "string", format: "uri" },
      title: text,
      status: { type: "integer" },
      detail: text,
      lacks: { ...text, description: words.lacks },
      code: text,
      id: { type: ["string", "null"] },
      issues: {
        type: "array",
        items: { type: "object", properties: { path: text, message: text }, required: ["path", "message"] },
      },
    },
    required: ["type", "title", "status", "code"],
  };
}

function parametersOf(laws: Laws, lang: Lang): Record<string, object> {
  const words = openApiWords[lang];
  return {
    lang: { name: "lang", in: "query", required: false, description: words.lang, schema: { enum: [...LANGS] } },
    school: {
      name: "school",
      in: "path",
      required: true,
      description: words.school,
      schema: { enum: laws.establishments.map(({ data }) => data.establishment) },
    },
    attempt: {
      name: "Idempotency-Key",
      in: "header",
      required: false,
      description: words.attempt,
      schema: { type: "string" },
    },
  };
}
