/** An entry of the law in a sentence: its own label, else one by its shape. */
import { fieldsOf } from "../law/experience.ts";
import { type Label, type Lang, sayMoney } from "../kit/lang.ts";
import { capital } from "../kit/typography.ts";
import type { ListedEntry } from "../law/entries.ts";
import type { Diploma } from "../law/diploma.ts";
import { type RuleWords, ruleWords } from "./rule-sentences.ts";

type Shape = Readonly<Record<string, unknown>>;
type Condition = { kind: string; level?: number; years?: number; abroad: "decision" | "attestation" };
type Level = { level: number; awardedBefore?: string; awardedFrom?: string; startedBefore?: string };

/** The entry in one sentence. */
export function sayEntry(entry: ListedEntry, diploma: Diploma, lang: Lang): string {
  if (entry.label) return ended(capital(entry.label[lang]));
  const words = ruleWords[lang];
  const shape = entry as unknown as Shape;
  for (const [key, say] of Object.entries(SHAPES))
    if (key in shape) return say(shape, { diploma, lang, words, id: entry.id });
  return entry.id;
}

type Told = { readonly diploma: Diploma; readonly lang: Lang; readonly words: RuleWords; readonly id: string };

/* The property that identifies an unlabelled entry's shape; the first present decides. */
const SHAPES: Readonly<Record<string, (shape: Shape, told: Told) => string>> = {
  experience: ({ experience }, { diploma, lang, words }) => {
    const { years, field } = experience as { years: number; field: string };
    return words.experience(years, nameIn(fieldsOf(diploma), "field", field, lang));
  },
  corps: ({ corps }, { diploma, lang, words }) =>
    words.corps((corps as string[]).map((one) => nameIn(diploma.corps, "corps", one, lang))),
  waiver: ({ waiver }, { diploma, lang, words }) =>
    words.waiver(nameIn(diploma.waivers, "waiver", waiver as string, lang)),
  dispenses: ({ title }, { words }) => words.relief(title as string),
  title: ({ title }, told) => sayTitle(title as Condition, told),
  percent: ({ unit, percent }, { words }) => words.allegement(unit as string, percent as number),
  exam: ({ domain, exam }, { words }) => words.dispense(domain as string, exam as "dispensed" | "contested"),
  until: ({ code, level, until }, { words }) => words.registration(code as string, level as number, until as string),
  legacy: ({ legacy, known }, { words }) => {
    const pairs = Object.entries(legacy as Record<string, number>).map(([former, level]) => `${former} → ${level}`);
    return pairs.length > 0 ? words.levels(pairs) : words.levelsKnown((known as number[]).map(String));
  },
  countries: ({ countries }, { words }) => words.home(countries as string[]),
  level: (shape, told) => sayLevel(shape as unknown as Level, told),
};

function sayTitle({ kind, level, years, abroad }: Condition, { diploma, lang, words }: Told): string {
  const measures = [
    ...(level === undefined ? [] : [words.levelAtLeast(level)]),
    ...(years === undefined ? [] : [words.yearsAtLeast(years)]),
  ];
  const named = nameIn(diploma.titleKinds, "kind", kind, lang);
  return words.titleOfKind(named, measures, abroad === "decision" ? words.abroadDecision : words.abroadAttestation);
}

function sayLevel({ level, awardedBefore, awardedFrom, startedBefore }: Level, { words, id }: Told): string {
  const bounds = [
    ...(awardedBefore === undefined ? [] : [words.awardedBefore(awardedBefore)]),
    ...(awardedFrom === undefined ? [] : [words.awardedFrom(awardedFrom)]),
    ...(startedBefore === undefined ? [] : [words.startedBefore(startedBefore)]),
  ];
  return words.levelEntry(id.split(".")[1] ?? "", level, bounds);
}

/** The code of an entry in the text or among its readers: a door, a domain, a unit, a competence. */
export function entryCode(entry: ListedEntry): string | undefined {
  const shape = entry as unknown as Shape;
  const code =
    ("opens" in shape && shape.door) ||
    ("theory" in shape && shape.domain) ||
    ("hours" in shape && shape.unit) ||
    shape.competence;
  return typeof code === "string" ? code : undefined;
}

/** The numbers that an entry sets, one sentence each, after its own words. */
export function entryFigures(entry: ListedEntry, lang: Lang): string[] {
  const words = ruleWords[lang];
  const shape = entry as unknown as Shape & { hours?: { min?: number; max?: number } };
  const number = (key: string, say: (value: number) => string) =>
    typeof shape[key] === "number" ? [say(shape[key])] : [];
  const { hours, counts, outOf, value } = shape;
  const range = "measure" in shape && typeof shape.measure === "string" && !("kind" in shape);
  return [
    ...(hours?.min !== undefined && hours.max !== undefined ? [words.hours(hours.min, hours.max)] : []),
    ...number("theory", words.theory),
    ...number("weight", words.weight),
    ...number("threshold", (threshold) => words.threshold(threshold, outOf as number)),
    ...(range ? [sayRange(shape, words)] : []),
    ...number("count", words.count),
    ...number("years", words.years),
    ...number("days", words.days),
    ...number("unitAmount", (cents) => words.amount(sayMoney(cents, lang))),
    ...("label" in shape ? number("percent", words.percent) : []),
    ...(typeof counts === "string" ? [words.counts[counts as keyof RuleWords["counts"]]] : []),
    ...(typeof value === "number" || typeof value === "string" ? [words.value(value)] : []),
  ];
}

function sayRange({ min, max }: Shape, words: RuleWords): string {
  return min === max && typeof min === "number"
    ? words.exactly(min)
    : words.measure(min as number | undefined, max as number | undefined);
}

function nameIn(list: readonly object[], key: string, name: string, lang: Lang): string {
  const item = list.find((one) => (one as Shape)[key] === name) as { label: Label } | undefined;
  return item ? item.label[lang] : name;
}

function ended(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
