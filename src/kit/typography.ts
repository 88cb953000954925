/** The spaces of French print, put in at the last moment: people write sentences and data with ordinary ones. */
import type { Lang } from "./lang.ts";

const THIN = "\u202f";
const FIXED = "\u00a0";
/** Stands for a value in the words of a template; a private character, so that no text has it. */
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

/** What a rule needs to stand in a text, which is soonest looked for. */
const SIGNS = /[;!?:»«%€\d°.\ue000]/;
/** Most short texts need no rule: one look tells, instead of six. */
const ANY = new RegExp(RULES.map(([{ source }]) => source).join("|"));

/** « 3 avril 2027 ; art. 2 » keeps together what a line must not part; English is left as it is. */
export function typographic(text: string, lang: Lang): string {
  if (lang !== "fr" || !SIGNS.test(text)) return text;
  if (text.length > SHORT) return spaced(text);
  let said = spacings.get(text);
  if (said === undefined) {
    if (spacings.size >= MOST) spacings.clear();
    spacings.set(text, (said = spaced(text)));
  }
  return said;
}

function spaced(text: string): string {
  return ANY.test(text) ? RULES.reduce((said, [rule, by]) => said.replace(rule, by), text) : text;
}

/** Days and labels, of which a list says the same hundreds of times. */
const spacings = new Map<string, string>();
const SHORT = 60;
const MOST = 2_000;

const PRINTED = new WeakMap<TemplateStringsArray, readonly string[]>();

/** A French sentence as a template: its own words get the spaces of print, once; what is put in is left as it was given. */
export function french(strings: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  let words = PRINTED.get(strings);
  if (!words) {
    words = typographic(strings.join(HOLE), "fr").split(HOLE);
    PRINTED.set(strings, words);
  }
  let text = words[0]!;
  for (let at = 0; at < values.length; at++) text += values[at]! + words[at + 1]!;
  return text;
}

/** The same for every string of a value, keys left alone. */
export function typographicAll<T>(value: T, lang: Lang): T {
  if (lang !== "fr") return value;
  if (typeof value === "string") return typographic(value, lang) as T;
  if (Array.isArray(value)) return value.map((one) => typographicAll(one, lang)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, typographicAll(one, lang)])) as T;
}

/** The same text with a capital first: labels are written to stand inside a sentence. */
export function capital(text: string): string {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length);
}
