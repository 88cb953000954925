/** Invented facts about people who do not exist: the same for every contender, the same at every run. */
import type { EligibilityInput } from "../src/admission/rules/eligibility.ts";
import type { Laws } from "../src/law/load.ts";

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

/** On average two titles and three periods each. */
export function people(laws: Laws, count: number): EligibilityInput[] {
  const { diploma } = { diploma: laws.diplomas[0]!.data };
  const next = random(20_261_125);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const day = (from: number, to: number) => new Date(Date.UTC(from, 0, 1) + Math.floor(next() * (to - from) * 365.25) * 86_400_000).toISOString().slice(0, 10);
  const title = () => {
    const awardedOn = day(1995, 2026);
    const kind = pick(diploma.titleKinds);
    if (next() < 0.7) return { title: pick(diploma.catalogue).title, awardedOn };
    return kind.measure === "years" ? { kind: kind.kind, yearsOfStudy: Math.floor(next() * 8), awardedOn } : { kind: kind.kind, level: pick(diploma.levels.known), awardedOn };
  };
  const period = () => {
    const from = day(1998, 2025);
    const to = next() < 0.3 ? null : day(2025, 2027);
    return { from, to, share: pick([1, 1, 0.8, 0.5]), field: pick(diploma.experience.fields).field };
  };
  return Array.from({ length: count }, (_, at) => ({
    id: `p${at}`,
    on: "2026-09-01",
    titles: Array.from({ length: 1 + Math.floor(next() * 3) }, title),
    experience: Array.from({ length: 1 + Math.floor(next() * 5) }, period),
  }));
}
