/** A field that no schema knows is refused by every act and view, wherever it stands, with a sentence that names it. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Act, type Actor, perform, type View, view } from "../act/act.ts";
import { type Permission, ROLES, WHO_MAY } from "../act/permissions.ts";
import type { World } from "../act/world.ts";
import { saveSection } from "../dossier/acts.ts";
import { ACTS, VIEWS } from "../house/house.ts";
import { saveInquiry, startInquiry } from "../inquiry/acts.ts";
import type { Issue, JsonSchema } from "../kit/schema.ts";
import { samples } from "./samples.ts";
import { testWorldOf } from "./server.ts";
import { newAttempt } from "./world.ts";

const EXTRA = "unheardOf";
const ID = "00000000-0000-4000-8000-000000000001";

/** Whose keys are data, and what holds them to the names that are known: an act, by a test of its room or below. */
const OF_ANY_KEY: Readonly<Record<string, string>> = {
  "startInquiry facts": "unknownDeclared",
  "saveInquiry facts": "unknownDeclared",
  "startDossier declared": "contentsIssues",
  "saveSection contents": "contentsIssues",
  "keepAnswer decisions": "the decision of each name",
  "keepAnswer decisions.^.*$": "the decision’s own schema",
  "askComplement notes": "the items asked for",
  "saveGrid appreciations": "the criteria of the interview",
  "proposeGrid appreciations": "the criteria of the interview",
  "answerSurvey answers": "the questions of the survey",
};

describe("a field that no schema knows", () => {
  let world: World;
  let close: () => Promise<void>;
  before(async () => {
    ({ world, close } = await testWorldOf());
  });
  after(() => close());

  const asked = (one: Act | View, input: unknown) => {
    const request = { actor: actorWho(one.who, world), establishment: "faire-ess", input: input as object };
    return "writes" in one
      ? perform(world, one, { ...request, attempt: newAttempt() })
      : view(world, one, request as never);
  };

  it("has no place in the form of an act or a view: each object lists its fields", () => {
    const open = [...ACTS, ...VIEWS].flatMap(({ name, form }) =>
      openParts(form as JsonSchema, "").map((at) => `${name} ${at}`),
    );
    deepEqual(open.toSorted(), Object.keys(OF_ANY_KEY).toSorted());
  });

  it("is refused by every act and view, in each object of its input, by a sentence at its path", async () => {
    const letThrough: string[] = [];
    let tried = 0;
    for (const one of [...ACTS, ...VIEWS]) {
      const [sample] = samples(one.form, [ID]);
      // Which names its contents may have depends on the section, which has to be one.
      const valid = one.name === saveSection.name ? { ...(sample as object), section: "contact" } : sample;
      for (const { input, path } of withExtra(valid, "")) {
        tried++;
        const outcome = await asked(one, input);
        const named = outcome.kind === "invalid" && outcome.issues.some((issue) => issue.path === path);
        if (!named) letThrough.push(`${one.name} ${path}: ${outcome.kind}`);
      }
    }
    deepEqual(letThrough, []);
    ok(tried > ACTS.length + VIEWS.length);
  });

  it("is refused in what a person declares, named in both languages", async () => {
    const facts = { next: 2, titles: [{ item: 1, rank: "first" }], periods: [], plan: { domains: ["DF3"] } };
    const outcome = await asked(startInquiry, { facts });
    const issues: readonly Issue[] = outcome.kind === "invalid" ? outcome.issues : [];
    deepEqual(
      issues.map(({ path, message }) => [path, message("fr")]),
      [
        ["facts.titles[0].rank", "« rank » n’est pas connu ici : rien n’est enregistré sous ce nom."],
        ["facts.plan.domains", "« domains » n’est pas connu ici : rien n’est enregistré sous ce nom."],
      ],
    );
    equal((await asked(saveInquiry, { version: 1, facts })).kind, "invalid");
  });
});

/** A holder of the permission, of whatever kind: input is judged before anything is looked up. */
function actorWho(who: Permission, world: World): Actor {
  const at = world.now();
  const holders = WHO_MAY[who] as readonly string[];
  const roles = ROLES.filter((role) => holders.includes(role));
  const account = { kind: "account", account: ID, session: ID, roles, authenticatedAt: at } as const;
  if (roles.length > 0 || holders.includes("account")) return account;
  switch (holders[0]) {
    case "holder":
      return { kind: "holder", secret: "secret" };
    case "proven":
      return { kind: "proven", account: ID, means: ["password"] };
    case "vouched":
      return { kind: "vouched", school: "faire-ess", issuer: "i", subject: "s", address: "a@exemple.fr", name: "A" };
    case "clock":
      return { kind: "clock", day: "2026-11-25" };
    case "payment-provider":
    case "operator":
    case "anyone":
      return { kind: holders[0] };
    default:
      return { kind: "guest", guest: ID, session: ID, roles: holders as never, authenticatedAt: at };
  }
}

/** The value once for each object in it, which has a field more. */
function withExtra(value: unknown, path: string): { input: unknown; path: string }[] {
  if (Array.isArray(value))
    return value.flatMap((one, at) =>
      withExtra(one, `${path}[${at}]`).map((extra) => ({ ...extra, input: value.with(at, extra.input) })),
    );
  if (typeof value !== "object" || value === null) return [];
  const at = (key: string) => (path === "" ? key : `${path}.${key}`);
  return [
    { input: { ...value, [EXTRA]: 1 }, path: at(EXTRA) },
    ...Object.entries(value).flatMap(([key, part]) =>
      withExtra(part, at(key)).map((extra) => ({ ...extra, input: { ...value, [key]: extra.input } })),
    ),
  ];
}

/** The objects of a form that take any key. */
function openParts(schema: JsonSchema, path: string): string[] {
  const { type, properties = {}, patternProperties = {}, additionalProperties, items, anyOf = [] } = schema as Parts;
  const at = (key: string) => (path === "" ? key : `${path}.${key}`);
  const open = type === "object" && additionalProperties !== false;
  return [
    ...new Set([
      ...(open ? [path] : []),
      ...Object.entries({ ...properties, ...patternProperties }).flatMap(([key, part]) => openParts(part, at(key))),
      ...(items ? openParts(items, `${path}[]`) : []),
      ...anyOf.flatMap((branch) => openParts(branch, path)),
    ]),
  ];
}

type Parts = {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: unknown;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
};
