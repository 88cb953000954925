/**
 * What this person would still follow and sit: relief of hours unit by unit, and the state of each exam.
 *
 * A unit's relief is the greatest single one; reliefs never add up: half of 90 hours from one title and 60 from a grant make 60. A relief
 * of hours (allègement) never affects an exam; only a dispense does.
 */
import type { Diploma, DomainEntry, UnitEntry } from "../../law/diploma.ts";
import type { Finding } from "../../law/finding.ts";
import type { Law } from "../../law/law.ts";
import { registrationFindings } from "../../law/registration.ts";
import { titleReader } from "../../law/titles.ts";
import {
  type Brought,
  confirmationOf,
  type ExamState,
  type PathwayInput,
  readBrought,
  type Relief,
} from "./brought.ts";
import { domainFindings, pathwayFindings } from "./findings.ts";

type UnitAnswer = {
  readonly unit: UnitEntry;
  readonly hours: number;
  readonly relief: number;
  readonly remaining: number;
  readonly reliefBy: readonly string[];
};
export type DomainAnswer = {
  readonly domain: DomainEntry;
  readonly exam: ExamState;
  readonly findings: readonly Finding[];
};
export type PathwayAnswer = {
  readonly units: readonly UnitAnswer[];
  readonly domains: readonly DomainAnswer[];
  readonly totals: { readonly theory: number; readonly practice: number; readonly relief: number };
  readonly findings: readonly Finding[];
};

/** Reads the law once; the returned function is pure. Hours are exact multiples of a half. */
export function pathwayRule(law: Law): (input: PathwayInput) => PathwayAnswer {
  const { diploma, school } = law;
  const read = titleReader(diploma);
  return (input) => {
    const maquette = input.maquette ?? school.maquette.hours;
    const sought = input.domains && new Set(input.domains);
    const brought = readBrought(diploma, input, input.titles.map(read));
    const units: UnitAnswer[] = [];
    const domains: DomainAnswer[] = [];
    for (const domain of diploma.domains) {
      if (sought && !sought.has(domain.domain)) continue;
      const reliefs = domain.units.map((unit) => unitReliefs(diploma, domain, unit, maquette[unit.unit]!, brought));
      domain.units.forEach((unit, index) => units.push(relieve(unit, maquette[unit.unit]!, reliefs[index]!)));
      const exam = examState(domain, brought);
      domains.push({ domain, exam, findings: domainFindings(law, domain, exam, reliefs, brought) });
    }
    return {
      units,
      domains,
      totals: totals(units),
      findings: [...pathwayFindings(law, input), ...registrationFindings(diploma, input.on)],
    };
  };
}

function unitReliefs(law: Diploma, domain: DomainEntry, unit: UnitEntry, hours: number, brought: Brought): Relief[] {
  const reliefs: Relief[] = [];
  if (brought.held.has(domain.domain)) reliefs.push({ hours, by: `held:${domain.domain}` });
  if (brought.declined.has(unit.unit)) return reliefs;
  for (const { title, dispenses, allegements } of brought.reliefs) {
    if (!unit.practice && dispenses.some((one) => one.domain === domain.domain)) reliefs.push({ hours, by: title });
    const entry = allegements.find((one) => one.unit === unit.unit);
    if (entry) reliefs.push({ hours: (hours * entry.percent) / 100, by: title, told: { as: "allegement", entry } });
  }
  const grant = brought.grants.get(unit.unit);
  if (grant) {
    const cited = { as: "grant", entry: law.grants! } as const;
    reliefs.push({ hours: Math.min(grant.hours, hours), by: `grant:${grant.protocol}`, told: cited });
  }
  return reliefs;
}

function relieve(unit: UnitEntry, hours: number, reliefs: readonly Relief[]): UnitAnswer {
  const relief = reliefs.reduce((most, one) => Math.max(most, one.hours), 0);
  const by = new Set(relief === 0 ? [] : reliefs.filter((one) => one.hours === relief).map((one) => one.by));
  return { unit, hours, relief, remaining: hours - relief, reliefBy: [...by].sort(byCodePoint) };
}

/** UTF-16 order differs from code point order only above the BMP, which protocol names may well contain. */
export function byCodePoint(a: string, b: string): number {
  const left = Array.from(a);
  const right = Array.from(b);
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const difference = left[index]!.codePointAt(0)! - right[index]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function examState(domain: DomainEntry, brought: Brought): ExamState {
  if (brought.held.has(domain.domain)) return "held";
  let contested = false;
  for (const relief of brought.reliefs) {
    const dispense = relief.dispenses.find((one) => one.domain === domain.domain);
    if (!dispense) continue;
    if (dispense.exam === "dispensed") return "dispensed";
    const confirmation = confirmationOf(relief.title, domain.domain, brought);
    if (confirmation?.granted === true) return "dispensed";
    if (!confirmation) contested = true;
  }
  return contested ? "contested" : "to-sit";
}

function totals(units: readonly UnitAnswer[]): PathwayAnswer["totals"] {
  const sum = (of: readonly UnitAnswer[], value: (one: UnitAnswer) => number) =>
    of.reduce((total, one) => total + value(one), 0);
  return {
    theory: sum(
      units.filter((one) => !one.unit.practice),
      (one) => one.remaining,
    ),
    practice: sum(
      units.filter((one) => one.unit.practice),
      (one) => one.remaining,
    ),
    relief: sum(units, (one) => one.relief),
  };
}
