/** Invented facts about people who do not exist: the same for every contender, the same at every run. */
import { dayNumber, dayOf } from "../src/kit/day.ts";
import type { EligibilityInput } from "../src/decisions/eligibility/rule.ts";
import type { Laws } from "../src/law/load.ts";

const ABROAD = ["BE", "CH", "CA", "MA", "PT"];

/** A small generator with a fixed seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** On average two titles and three periods each; one title in twelve from abroad, one person in sixteen of a corps. */
export function people(laws: Laws, count: number): EligibilityInput[] {
  return Array.from({ length: count }, peopleOf(laws));
}

/** One person after the other, so that a file of a million needs no million in memory. */
export function peopleOf(laws: Laws): (_: unknown, at: number) => EligibilityInput {
  const diploma = laws.diplomas[0]!.data;
  const next = random(20_261_125);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const day = (from: number, to: number) =>
    dayOf(dayNumber(`${from}-01-01`) + Math.floor(next() * (to - from) * 365.25));
  const levels = diploma.levels.known;
  const attestation = () => (next() < 0.5 ? { level: pick(levels) } : { yearsOfStudy: Math.floor(next() * 8) });
  const title = () => {
    const awardedOn = day(1995, 2026);
    const { kind, measure } = pick(diploma.titleKinds);
    if (next() < 0.7) return { title: pick(diploma.catalogue).title, awardedOn };
    const own =
      measure === "years"
        ? { kind, yearsOfStudy: Math.floor(next() * 8), awardedOn }
        : { kind, level: pick(levels), awardedOn };
    if (next() < 0.72) return own;
    return { ...own, country: pick(ABROAD), ...(next() < 0.6 && { attestation: attestation() }) };
  };
  const period = () => {
    const from = day(1998, 2025);
    const to = next() < 0.3 ? null : day(2025, 2027);
    return { from, to, share: pick([1, 1, 0.8, 0.5]), field: pick(diploma.experience!.fields).field };
  };
  return (_, at) => ({
    id: `p${at}`,
    on: "2026-09-01",
    titles: Array.from({ length: 1 + Math.floor(next() * 3) }, title),
    experience: Array.from({ length: 1 + Math.floor(next() * 5) }, period),
    ...(next() < 1 / 16 && { corps: [pick(diploma.corps).corps] }),
    ...(next() < 1 / 64 && { [diploma.waivers[0]!.input]: true }),
  });
}
