/** The pathway, unit by unit: every source of relief is written down, then the greatest is kept. Hours are halves. */
import type { Exam, Grant, PathwayAnswer, PathwayInput, Refusal, Title, UnitAnswer } from "./contract.ts";
import { isFrench, paperOf } from "./papers.ts";

/** Annexe III: the bounds of each unit; then the hours that the school gives it. */
const UNITS = [
  { unit: "UF1.1", domain: "DF1", least: 70, most: 110, school: 90 },
  { unit: "UF1.2", domain: "DF1", least: 30, most: 30, school: 30 },
  { unit: "UF1.3", domain: "DF1", least: 160, most: 200, school: 180 },
  { unit: "UF2.1", domain: "DF2", least: 50, most: 80, school: 60 },
  { unit: "UF2.2", domain: "DF2", least: 40, most: 60, school: 50 },
  { unit: "UF2.3", domain: "DF2", least: 110, most: 160, school: 140 },
  { unit: "UF2.4", domain: "DF2", least: 175, most: 175, school: 175 },
  { unit: "UF3.1", domain: "DF3", least: 80, most: 120, school: 100 },
  { unit: "UF3.2", domain: "DF3", least: 30, most: 70, school: 50 },
];
export const UNIT_NAMES = UNITS.map(({ unit }) => unit);
export const DOMAINS = ["DF1", "DF2", "DF3"];
const PRACTICE = "UF2.4";
const THEORY: Record<string, number> = { DF1: 300, DF2: 250, DF3: 150 };

/** The part of each unit that a catalogue title relieves, in hundredths (annexe IV). */
const RELIEVED: Record<string, Record<string, number>> = {
  DSTS: {
    "UF1.1": 100,
    "UF1.2": 100,
    "UF1.3": 100,
    "UF2.1": 100,
    "UF2.2": 100,
    "UF2.3": 100,
    "UF3.1": 100,
    "UF3.2": 100,
  },
  CAFDES: { "UF1.1": 50, "UF2.1": 100, "UF2.3": 100, "UF3.1": 100, "UF3.2": 100 },
  CAFERUIS: { "UF1.1": 50, "UF2.1": 100, "UF3.1": 100, "UF3.2": 100 },
};
const DISPENSES: Record<string, string[]> = { DSTS: ["DF1", "DF3"], CAFDES: ["DF3"] };

export function pathway(input: PathwayInput): PathwayAnswer | Refusal {
  const maquette = input.maquette ?? Object.fromEntries(UNITS.map(({ unit, school }) => [unit, school]));
  if (!isLawful(maquette)) return { error: { code: "maquette" } };
  const titles = input.titles.filter((title) => isFrench(title) && title.awardedOn <= input.on);
  if (!(input.grants ?? []).every((grant) => isAllowed(grant, titles))) return { error: { code: "grant" } };
  const sought = DOMAINS.filter((domain) => input.domains === undefined || input.domains.includes(domain));
  const units = UNITS.filter(({ domain }) => sought.includes(domain)).map(({ unit, domain }) =>
    unitAnswer(unit, domain, maquette[unit]!, catalogueKeys(titles), input),
  );
  return {
    id: input.id,
    units,
    domains: sought.map((domain) => ({ domain, exam: examOf(domain, catalogueKeys(titles), input) })),
    totals: {
      theory: total(units.filter(({ unit }) => unit !== PRACTICE).map(({ remaining }) => remaining)),
      practice: total(units.filter(({ unit }) => unit === PRACTICE).map(({ remaining }) => remaining)),
      relief: total(units.map(({ relief }) => relief)),
    },
  };
}

function isLawful(maquette: Record<string, number>): boolean {
  const inRange = UNITS.every(({ unit, least, most }) => maquette[unit]! >= least && maquette[unit]! <= most);
  const theory = (domain: string) =>
    total(UNITS.filter((unit) => unit.domain === domain && unit.unit !== PRACTICE).map(({ unit }) => maquette[unit]!));
  return inRange && DOMAINS.every((domain) => theory(domain) === THEORY[domain]);
}

function isAllowed(grant: Grant, titles: Title[]): boolean {
  const entitled = titles.map(paperOf).some(({ level, years }) => level >= 7 || years >= 5);
  return entitled && grant.unit !== PRACTICE;
}

function catalogueKeys(titles: Title[]): string[] {
  return titles.flatMap((title) => ("title" in title ? [title.title] : []));
}

function unitAnswer(unit: string, domain: string, hours: number, keys: string[], input: PathwayInput): UnitAnswer {
  const sources: { name: string; relief: number }[] = [];
  if (!(input.declined ?? []).includes(unit)) {
    for (const key of keys) sources.push({ name: key, relief: ((RELIEVED[key]?.[unit] ?? 0) * hours) / 100 });
    for (const grant of input.grants ?? [])
      if (grant.unit === unit) sources.push({ name: `grant:${grant.protocol}`, relief: Math.min(grant.hours, hours) });
  }
  if (isHeld(domain, input)) sources.push({ name: `held:${domain}`, relief: hours });
  const relief = Math.max(0, ...sources.map((source) => source.relief));
  const givers = sources.filter((source) => source.relief > 0 && source.relief === relief).map(({ name }) => name);
  // At most one name here (the grant's) is free text, and it differs from the others at an ASCII letter:
  // the default order, by UTF-16 unit, is the order by code point.
  return { unit, hours, relief, remaining: hours - relief, reliefBy: [...new Set(givers)].sort() };
}

function examOf(domain: string, keys: string[], input: PathwayInput): Exam {
  if (isHeld(domain, input)) return "held";
  if (keys.some((key) => DISPENSES[key]?.includes(domain) === true)) return "dispensed";
  // CAFERUIS and DF3 are the one contested pair, the only one a valid confirmation can name.
  if (domain !== "DF3" || !keys.includes("CAFERUIS")) return "to-sit";
  const last = (input.confirmations ?? []).at(-1);
  if (last === undefined) return "contested";
  return last.granted ? "dispensed" : "to-sit";
}

function isHeld(domain: string, input: PathwayInput): boolean {
  return (input.held ?? []).some((held) => held.domain === domain);
}

function total(hours: number[]): number {
  return hours.reduce((sum, each) => sum + each, 0);
}
