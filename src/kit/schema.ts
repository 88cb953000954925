/**
 * JSON Schema with some extensions and with errors a person can read. `format: "day"` is a real calendar day, "date-time" a moment
 * in UTC, "country" a country's code; `decimals: n` is the IEEE double nearest to a number with at most n decimals; `says` is the
 * expected value in words.
 */
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import { isCountry } from "./country.ts";
import { isDay } from "./day.ts";
import { type Lang, sayList, sayNumber } from "./lang.ts";
import { likeliest } from "./likeness.ts";
import { typographic } from "./typography.ts";

export type JsonSchema = { readonly [key: string]: unknown };

/** One problem of an input: where, and what in both languages (rendered by the door). */
export type Issue = { readonly path: string; readonly message: (lang: Lang) => string };
export type SaidIssue = { readonly path: string; readonly message: string };

export const MAX_ISSUES = 100;

const POWERS = [1, 10, 100, 1_000, 10_000] as const;

/** True where `value` is the double nearest to some number with at most `decimals` decimals. */
export function hasDecimals(value: number, decimals: number): boolean {
  const power = POWERS[decimals]!;
  const scaled = Math.round(value * power);
  return scaled / power === value;
}

/** As `toISOString` writes it. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?Z$/;

const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  strictRequired: false,
  strictTypes: false,
  verbose: true,
  // Halves compiling, a third of startup, and the checks are no slower.
  code: { optimize: false },
  inlineRefs: false,
});
ajv.addFormat("day", { type: "string", validate: isDay });
ajv.addFormat("date-time", {
  type: "string",
  validate: (text: string) => MOMENT.test(text) && isDay(text.slice(0, 10)),
});
ajv.addFormat("country", { type: "string", validate: isCountry });
ajv.addKeyword({
  keyword: "decimals",
  type: "number",
  schemaType: "number",
  compile: (decimals: number) => (value: number) => hasDecimals(value, decimals),
});
/* The expected value in words, shown instead of the generic error. */
ajv.addKeyword({ keyword: "says" });

/**
 * Compiles a schema; the result returns a value's issues, none if it is valid. `guess` is for files written by hand: an unknown key
 * is reported as a misspelling of the missing key it resembles, which is then not reported as missing.
 */
export function validator(schema: JsonSchema, { guess = false } = {}): (value: unknown) => Issue[] {
  const check = ajv.compile(schema);
  return (value) => {
    if (check(value)) return [];
    const errors = check.errors ?? [];
    return readErrors(errors, guess ? guesses(errors) : NO_GUESSES);
  };
}

/**
 * The same schema, faster to compile: repeated objects become `$defs`, except inside `anyOf`, whose errors are found by their path
 * in the schema. Checking is a little slower: for values checked once.
 */
export function sharing(schema: JsonSchema): JsonSchema {
  const times = new Map<string, number>();
  const defs: Record<string, unknown> = {};
  const textOf = (value: Json): string | undefined => (value.type === "object" ? JSON.stringify(value) : undefined);
  const count = (value: Json): void => {
    const text = textOf(value);
    if (text !== undefined) times.set(text, (times.get(text) ?? 0) + 1);
    for (const child of parts(value)) count(child);
  };
  const names = new Map<string, string>();
  const share = (value: Json): unknown => {
    const text = textOf(value);
    if (text === undefined || times.get(text)! < 2) return within(value, share);
    if (!names.has(text)) {
      names.set(text, `part${names.size}`);
      defs[names.get(text)!] = within(value, share);
    }
    return { $ref: `#/$defs/${names.get(text)!}` };
  };
  const whole = JSON.parse(JSON.stringify(schema)) as Json;
  count(whole);
  return { ...(within(whole, share) as Json), $defs: defs };
}

type Json = { readonly [key: string]: unknown };

const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null;

function parts(value: Json): Json[] {
  return Object.entries(value).flatMap(([key, child]) => (key !== "anyOf" && isJson(child) ? [child] : []));
}

function within(value: Json, change: (part: Json) => unknown): unknown {
  if (Array.isArray(value)) return value.map((child) => (isJson(child) ? change(child) : (child as unknown)));
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, key !== "anyOf" && isJson(child) ? change(child) : child]),
  );
}

/** JSON pointer to `a[0].b`, the API's notation; `""` is the whole value. */
export function pathOf(pointer: string, key?: string): string {
  const parts = pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  if (key !== undefined) parts.push(key);
  return parts.reduce((path, part) => {
    if (/^\d+$/.test(part)) return `${path}[${part}]`;
    return path === "" ? part : `${path}.${part}`;
  }, "");
}

/** An issue written by a rule rather than by the schema. */
export function issue(path: string, fr: string, en: string): Issue {
  return { path, message: (lang) => (lang === "fr" ? fr : en) };
}

export function sayIssues(issues: readonly Issue[], lang: Lang): SaidIssue[] {
  return issues.map(({ path, message }) => ({ path, message: typographic(message(lang), lang) }));
}

/** `meant`: the intended key, by the error of the unknown one; `told`: the paths not to be reported as missing. */
type Guesses = { readonly meant: ReadonlyMap<ErrorObject, string>; readonly told: ReadonlySet<string> };
const NO_GUESSES: Guesses = { meant: new Map(), told: new Set() };

function guesses(errors: readonly ErrorObject[]): Guesses {
  const meant = new Map<ErrorObject, string>();
  for (const error of errors) {
    if (error.keyword !== "additionalProperties") continue;
    const { properties = {} } = error.parentSchema as { properties?: object };
    const absent = Object.keys(properties).filter((key) => !Object.hasOwn(error.data as object, key));
    const key = likeliest(String((error.params as Params).additionalProperty), absent);
    if (key !== undefined) meant.set(error, key);
  }
  return { meant, told: new Set([...meant].map(([error, key]) => pathOf(error.instancePath, key))) };
}

function readErrors(errors: readonly ErrorObject[], guessed: Guesses): Issue[] {
  const seen = new Set<string>();
  const issues: Issue[] = [];
  for (const error of errors) {
    // The branch chosen by `if` has its own errors; those inside `anyOf` are reported only by `branchMeant`, when guessing.
    if (error.keyword === "if" || error.schemaPath.includes("/anyOf/")) continue;
    for (const problem of readGuessed(error, errors, guessed)) {
      const key = `${problem.path}\n${problem.message("en")}`;
      if (seen.has(key)) continue;
      seen.add(key);
      issues.push(problem);
    }
    if (issues.length >= MAX_ISSUES) break;
  }
  return issues.slice(0, MAX_ISSUES);
}

function readGuessed(error: ErrorObject, errors: readonly ErrorObject[], guessed: Guesses): Issue[] {
  const key = guessed.meant.get(error);
  if (key !== undefined) return [misspeltIssue(error, key)];
  if (error.keyword === "anyOf" && guessed !== NO_GUESSES)
    return branchMeant(error, errors, guessed) ?? [readError(error)];
  if (error.keyword === "anyOf") return unknownInBranch(error, errors) ?? [readError(error)];
  const problem = readError(error);
  return error.keyword === "required" && guessed.told.has(problem.path) ? [] : [problem];
}

/** Of a value that fits a branch of `anyOf` but for keys that are not known in it: those keys. */
function unknownInBranch(choice: ErrorObject, errors: readonly ErrorObject[]): Issue[] | undefined {
  const branches = (choice.schema as readonly unknown[]).map((_, index) =>
    errors.filter(({ schemaPath }) => schemaPath.startsWith(`${choice.schemaPath}/${index}/`)),
  );
  const meant = branches.find((own) => own.every(({ keyword }) => keyword === "additionalProperties"));
  return meant?.map(readError);
}

/** The issues of the `anyOf` branch that was meant: one whose own keys are all present or guessed; the one with the fewest issues. */
function branchMeant(choice: ErrorObject, errors: readonly ErrorObject[], guessed: Guesses): Issue[] | undefined {
  const branches = (choice.schema as readonly unknown[]).map((_, index) => {
    const root = `${choice.schemaPath}/${index}/`;
    const own = errors.filter(
      ({ schemaPath }) => schemaPath.startsWith(root) && !schemaPath.slice(root.length).includes("anyOf/"),
    );
    const problems = own.map((error) => {
      const inside = error.keyword === "anyOf" ? branchMeant(error, errors, guessed) : undefined;
      if (inside) return inside;
      const here = error.instancePath === choice.instancePath && !guessed.meant.has(error);
      const read = readGuessed(error, [], guessed);
      return here && read.length > 0 ? undefined : read;
    });
    return problems.includes(undefined) ? [] : problems.flatMap((some) => some ?? []);
  });
  return branches.filter((problems) => problems.length > 0).toSorted((a, b) => a.length - b.length)[0];
}

const TYPES: Record<string, { fr: string; en: string }> = {
  string: { fr: "un texte", en: "a text" },
  number: { fr: "un nombre", en: "a number" },
  integer: { fr: "un nombre entier", en: "a whole number" },
  boolean: { fr: "vrai ou faux (true ou false)", en: "true or false" },
  object: { fr: "un objet", en: "an object" },
  array: { fr: "une liste", en: "a list" },
  null: { fr: "rien (null)", en: "nothing (null)" },
};

type Params = Record<string, unknown>;

function misspeltIssue(error: ErrorObject, key: string): Issue {
  return issue(
    pathOf(error.instancePath, String((error.params as Params).additionalProperty)),
    `Cette clé n’est pas connue ici. Est-ce « ${key} » ?`,
    `This key is not known here. Is it "${key}"?`,
  );
}

function readError(error: ErrorObject): Issue {
  const params = error.params as Params;
  const at = (key?: unknown) => pathOf(error.instancePath, typeof key === "string" ? key : undefined);
  switch (error.keyword) {
    case "required":
      return issue(at(params.missingProperty), "Cette donnée manque.", "This is missing.");
    case "additionalProperties":
    case "unevaluatedProperties":
    case "propertyNames": {
      const name = params.additionalProperty ?? params.unevaluatedProperty ?? params.propertyName;
      return issue(at(name), "Cette clé n’est pas connue ici.", "This key is not known here.");
    }
    case "type":
    case "anyOf":
      return typeIssue(at(), error);
    case "enum":
    case "const":
      return choiceIssue(at(), error);
    case "format":
    case "pattern":
      return ownWords(at(), error) ?? formatIssue(at(), error);
    case "decimals":
      return issue(
        at(),
        `Au plus ${String(error.schema)} décimales sont admises ; la valeur n’est jamais arrondie.`,
        `At most ${String(error.schema)} decimals are allowed; the value is never rounded.`,
      );
    case "maxLength":
      return tooLong(at(), String(error.data), Number((error.params as Params).limit));
    default:
      return boundIssue(at(), error);
  }
}

/** The issue in the schema's own words (`says`), if it has any. */
function ownWords(path: string, error: ErrorObject): Issue | undefined {
  const says = (error.parentSchema as { says?: { fr: string; en: string } } | undefined)?.says;
  return says && issue(path, `Attendu : ${says.fr}.`, `Expected: ${says.en}.`);
}

function typeIssue(path: string, error: ErrorObject): Issue {
  const own = ownWords(path, error);
  if (own) return own;
  const types = [(error.params as { type?: string | string[] }).type ?? []].flat().flatMap((t) => t.split(","));
  const names = types.map((type) => TYPES[type] ?? { fr: type, en: type });
  const [fr, en] = names.length
    ? [
        sayList(
          names.map((n) => n.fr),
          "fr",
          "or",
        ),
        sayList(
          names.map((n) => n.en),
          "en",
          "or",
        ),
      ]
    : ["une des formes décrites", "one of the described forms"];
  return issue(path, `Attendu : ${fr}.`, `Expected: ${en}.`);
}

function choiceIssue(path: string, error: ErrorObject): Issue {
  const own = ownWords(path, error);
  if (own) return own;
  const params = error.params as { allowedValues?: unknown[]; allowedValue?: unknown };
  const allowed = (params.allowedValues ?? [params.allowedValue]).map((value) => JSON.stringify(value));
  return issue(
    path,
    `Valeur inconnue. Sont connus : ${allowed.join(", ")}.`,
    `Unknown value. Known are: ${allowed.join(", ")}.`,
  );
}

function formatIssue(path: string, error: ErrorObject): Issue {
  const own = ownWords(path, error);
  if (own) return own;
  if (error.keyword === "format" && (error.params as Params).format === "day") {
    return issue(
      path,
      "Attendu : un jour réel du calendrier, de 1900-01-01 à 2199-12-31, écrit AAAA-MM-JJ.",
      "Expected: a real calendar day, from 1900-01-01 to 2199-12-31, written YYYY-MM-DD.",
    );
  }
  if (error.keyword === "format" && (error.params as Params).format === "country") {
    return issue(
      path,
      "Attendu : le code à deux lettres majuscules d’un pays (ISO 3166-1), ou XK.",
      "Expected: the code of a country in two capital letters (ISO 3166-1), or XK.",
    );
  }
  return issue(path, "La forme de ce texte n’est pas celle attendue.", "This text does not have the expected form.");
}

/** Length in code points, as the schema counts, and not in UTF-16 units. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}

export function tooLong(path: string, text: string, most: number): Issue {
  const count = lengthOf(text);
  return issue(
    path,
    `C’est trop long : ${sayNumber(count, "fr")} caractères, pour ${sayNumber(most, "fr")} au plus. Raccourcissez ce texte.`,
    `This is too long: ${sayNumber(count, "en")} characters, where ${sayNumber(most, "en")} are the most. Shorten it.`,
  );
}

const BOUNDS: Record<string, { fr: string; en: string }> = {
  minimum: { fr: "La valeur doit être au moins", en: "The value must be at least" },
  exclusiveMinimum: { fr: "La valeur doit être supérieure à", en: "The value must be above" },
  maximum: { fr: "La valeur doit être au plus", en: "The value must be at most" },
  exclusiveMaximum: { fr: "La valeur doit être inférieure à", en: "The value must be below" },
  multipleOf: { fr: "La valeur doit être un multiple de", en: "The value must be a multiple of" },
  minLength: { fr: "Nombre minimal de caractères :", en: "Least number of characters:" },
  minItems: { fr: "Nombre minimal d’éléments :", en: "Least number of items:" },
  maxItems: { fr: "Nombre maximal d’éléments :", en: "Greatest number of items:" },
  minProperties: { fr: "Nombre minimal de données :", en: "Least number of entries:" },
};

function boundIssue(path: string, error: ErrorObject): Issue {
  const bound = BOUNDS[error.keyword];
  const limit = (error.params as Params).limit ?? (error.params as Params).multipleOf ?? error.schema;
  const limitText = (lang: Lang) => (typeof limit === "number" ? sayNumber(limit, lang) : String(limit));
  if (bound) return issue(path, `${bound.fr} ${limitText("fr")}.`, `${bound.en} ${limitText("en")}.`);
  if (error.keyword === "not" || error.keyword === "false schema") {
    return issue(path, "Cette donnée n’a pas sa place ici.", "This does not belong here.");
  }
  return issue(path, "Cette valeur n’est pas admise.", "This value is not allowed.");
}
