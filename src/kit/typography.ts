/** The no-break spaces of French print, inserted on output: sentences and data are written with ordinary spaces. */
import type { Lang } from "./lang.ts";

const THIN = "\u202f";
const FIXED = "\u00a0";
/** Placeholder for a template's value: a private-use character, which no text has. */
const HOLE = "\ue000";
const MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre";

const RULES: readonly (readonly [RegExp, string])[] = [
  [/ ([;!?])/g, `${THIN}$1`],
  [/ ([:»%€])/g, `${FIXED}$1`],
  [/« /g, `«${FIXED}`],
  [new RegExp(`([\\d${HOLE}]|1er) (?=(?:${MONTHS}|ans?|jours?|mois|heures?|h)\\b)`, "g"), `$1${FIXED}`],
  [new RegExp(`(${MONTHS}) (?=\\d{4}\\b)`, "g"), `$1${FIXED}`],
  [/(\b[Aa]rt\.|[Nn]°) (?=\S)/g, `$1${FIXED}`],
];

/** A cheap first test: every rule needs one of these characters. */
const SIGNS = /[;!?:»«%€\d°.\ue000]/;
/** Most short texts need no rule: one test instead of six. */
const ANY = new RegExp(RULES.map(([{ source }]) => source).join("|"));

/** Keeps « 3 avril 2027 ; art. 2 » from breaking across lines; leaves English as it is. */
export function typographic(text: string, lang: Lang): string {
  if (lang !== "fr" || !SIGNS.test(text)) return text;
  if (text.length > SHORT) return spaced(text);
  let result = spacings.get(text);
  if (result === undefined) {
    if (spacings.size >= MOST) spacings.clear();
    spacings.set(text, (result = spaced(text)));
  }
  return result;
}

function spaced(text: string): string {
  return ANY.test(text) ? RULES.reduce((result, [rule, by]) => result.replace(rule, by), text) : text;
}

/** A cache for short texts such as days and labels, which a list repeats hundreds of times. */
const spacings = new Map<string, string>();
const SHORT = 60;
const MOST = 2_000;

const PRINTED = new WeakMap<TemplateStringsArray, readonly string[]>();

/** A template tag for French: spaces the template's own words, once per template; leaves the values as they are. */
export function french(strings: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  let words = PRINTED.get(strings);
  if (!words) {
    words = typographic(strings.join(HOLE), "fr").split(HOLE);
    PRINTED.set(strings, words);
  }
  let text = words[0]!;
  for (let index = 0; index < values.length; index++) text += values[index]! + words[index + 1]!;
  return text;
}

/** `typographic` for every string of a value, but not its keys. */
export function typographicAll<T>(value: T, lang: Lang): T {
  if (lang !== "fr") return value;
  if (typeof value === "string") return typographic(value, lang) as T;
  if (Array.isArray(value)) return value.map((item) => typographicAll(item, lang)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, typographicAll(item, lang)])) as T;
}

/** Capitalizes the first letter: labels are written for the middle of a sentence. */
export function capital(text: string): string {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length);
}
