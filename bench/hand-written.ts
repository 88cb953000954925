/**
 * The limit: the same arithmetic and the same findings (as keys and numbers) written by hand for this one diploma, with
 * every name and number of the law in the code. What a programmer would write who never had to change it.
 */

export type HandTitle = { title?: string; kind?: string; level?: number | string; yearsOfStudy?: number; awardedOn: string; startedOn?: string; country?: string; attestation?: { level?: number | string; yearsOfStudy?: number } };
export type HandInput = { id: string; on: string; titles: readonly HandTitle[]; corps?: readonly string[]; experience: readonly { from: string; to: string | null; share: number; field: string }[]; vaeJuryWaiver?: boolean };
type HandFinding = { condition: string; met: boolean | null; says: string; values: object | null };
type HandDoor = { door: string; outcome: number; findings: HandFinding[]; reachedOn: string | null; experience?: object };

const LEGACY: Record<string, number> = { V: 3, IV: 4, III: 5, II: 6, I: 7 };
const FRANCE = new Set(["FR", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF", "WF", "PF", "NC", "TF"]);
const REFORMED = new Set(["DEASS", "DEES", "DEEJE", "DEETS", "DECESF"]);
const LEVELS: Record<string, number> = { CAFERUIS: 6, DSTS: 6, CAFDES: 7, DEIS: 7, DEMF: 6, DETISF: 4, DEME: 4, DEAES: 3 };
const DOORS = [
  ["C1", 0], ["C2", 0], ["C3", 10_950_000], ["C4", 18_250_000], ["C5", 10_950_000], ["C6", 10_950_000], ["C7", 0],
] as const;
const LAST = 84_005;

function num(day: string): number {
  return Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8)) / 86_400_000;
}
const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** 3 met, 2 needs a decision, 1 unknown, 0 does not open. */
function opens(door: string, kind: string, level: number, years: number, foreign: boolean, attested: boolean, aLevel: number, aYears: number): number {
  if (door === "C1" || door === "C3") {
    if (kind !== "social-work-state") return 0;
    const wanted = door === "C1" ? 6 : 5;
    return foreign ? ((aLevel || level) >= wanted ? 2 : 0) : level >= wanted ? 3 : 0;
  }
  if (door === "C4") {
    if (kind !== "paramedical") return 0;
    return foreign ? ((aLevel || level) >= 5 ? 2 : 0) : level >= 5 ? 3 : 0;
  }
  if (kind === "social-work-state") return 0;
  const [wanted, long] = door === "C2" ? [7, 5] : [6, 3];
  if (foreign) return !attested ? 1 : aLevel >= wanted || aYears >= long ? 3 : 0;
  return kind === "higher-education" ? (years >= long ? 3 : 0) : level >= wanted ? 3 : 0;
}

export function handWritten(input: HandInput): { outcome: number; doors: HandDoor[]; reachedOn: string | null; findings: HandFinding[] } {
  const on = num(input.on);
  const titles = input.titles.map((title) => {
    let kind = title.kind ?? "social-work-state";
    let level = typeof title.level === "string" ? LEGACY[title.level]! : (title.level ?? 0);
    if (title.title !== undefined) {
      if (title.title === "IDE") {
        kind = "paramedical";
        level = title.awardedOn < "2012-01-01" ? 5 : 6;
      } else if (REFORMED.has(title.title)) level = title.awardedOn < "2021-01-01" || (title.startedOn !== undefined && title.startedOn < "2018-09-01") ? 5 : 6;
      else level = LEVELS[title.title]!;
    }
    const attested = title.attestation?.level;
    return { title, kind, level, awarded: num(title.awardedOn), foreign: title.country !== undefined && !FRANCE.has(title.country), aLevel: typeof attested === "string" ? LEGACY[attested]! : (attested ?? 0) };
  });
  const steps: [number, number, number][] = [];
  for (const { from, to, share, field } of input.experience) {
    if (field === "other") continue;
    const wide = Math.round(share * 10_000);
    const sure = field === "social-intervention" ? wide : 0;
    steps.push([num(from), sure, wide]);
    if (to !== null) steps.push([num(to) + 1, -sure, -wide]);
  }
  steps.sort((a, b) => a[0] - b[0]);
  const count = (after: number, until: number, which: 1 | 2) => {
    let total = 0;
    let shares = 0;
    for (let at = 0; at < steps.length; at++) {
      shares += steps[at]![which];
      const from = Math.max(steps[at]![0], after + 1);
      const to = Math.min(at + 1 < steps.length ? steps[at + 1]![0] - 1 : until, until);
      if (to >= from) total += Math.min(shares, 10_000) * (to - from + 1);
    }
    return total;
  };
  const reach = (after: number, required: number) => {
    let total = 0;
    let shares = 0;
    for (let at = 0; at < steps.length; at++) {
      shares += steps[at]![1];
      const rate = Math.min(shares, 10_000);
      if (rate === 0) continue;
      const from = Math.max(steps[at]![0], after + 1);
      const to = at + 1 < steps.length ? steps[at + 1]![0] - 1 : LAST;
      if (to < from) continue;
      const gained = rate * (to - from + 1);
      if (total + gained >= required) return from + Math.ceil((required - total) / rate) - 1;
      total += gained;
    }
    return Number.POSITIVE_INFINITY;
  };
  let outcome = 0;
  let reachedOn: string | null = null;
  const doors = DOORS.map(([door, required]): HandDoor => {
    if (door === "C7") {
      const met = input.vaeJuryWaiver === true;
      if (met) outcome = 3;
      return { door, outcome: met ? 3 : 0, findings: [{ condition: "waiver", met, says: met ? "waiver-held" : "waiver-missing", values: null }], reachedOn: null };
    }
    let best = -1;
    let bestTitle = 0;
    let bestSure = 0;
    let bestWide = 0;
    let bestAfter = 0;
    let bestInput: object | null = null;
    let counted = 0;
    let widest = 0;
    let reached = Number.POSITIVE_INFINITY;
    const weigh = (state: number, after: number, which: object | null) => {
      if (state === 3) reached = Math.min(reached, Math.max(required ? reach(after, required) : after, after, on + 1));
      if (after > on) return;
      const sure = required ? count(after, on, 1) : 0;
      const wide = required ? count(after, on, 2) : 0;
      counted = Math.max(counted, sure);
      widest = Math.max(widest, wide);
      const got = sure >= required ? state : wide >= required ? (state >= 2 ? 2 : 1) : 0;
      if (got > best || (got === best && (state > bestTitle || (state === bestTitle && sure > bestSure)))) [best, bestTitle, bestSure, bestWide, bestAfter, bestInput] = [got, state, sure, wide, after, which];
    };
    if (door === "C6") {
      if (input.corps !== undefined && input.corps.length > 0) weigh(3, Number.NEGATIVE_INFINITY, input.corps);
    } else {
      for (const one of titles) {
        const state = opens(door, one.kind, one.level, one.title.yearsOfStudy ?? 0, one.foreign, one.title.attestation !== undefined, one.aLevel, one.title.attestation?.yearsOfStudy ?? 0);
        if (state > 0) weigh(state, one.awarded, one);
      }
    }
    const findings: HandFinding[] = [
      best < 0
        ? { condition: door === "C6" ? "corps" : "title", met: false, says: "title-missing", values: null }
        : { condition: door === "C6" ? "corps" : "title", met: bestTitle === 3 ? true : null, says: bestTitle === 3 ? "title-opens" : bestTitle === 2 ? "title-to-decide" : "attestation-missing", values: bestInput },
    ];
    if (required > 0) {
      if (best < 0) findings.push({ condition: "experience", met: null, says: "experience-not-counted", values: { required } });
      else if (bestSure >= required) findings.push({ condition: "experience", met: true, says: "experience-enough", values: { counted: bestSure / 10_000, required } });
      else if (bestWide >= required) findings.push({ condition: "experience", met: null, says: "experience-to-decide", values: { counted: bestSure / 10_000, wide: bestWide / 10_000, required } });
      else {
        const missing = Math.ceil((required - bestSure) / 10_000);
        const enough = reach(bestAfter, required);
        findings.push({ condition: "experience", met: false, says: "experience-missing", values: { missing, months: Math.ceil((missing * 12) / 365), enoughOn: enough <= LAST ? iso(enough) : null } });
      }
    }
    const day = best === 3 || reached > LAST ? null : iso(reached);
    outcome = Math.max(outcome, best);
    if (day !== null && (reachedOn === null || day < reachedOn)) reachedOn = day;
    const experience = required > 0 && best >= 0 ? { required: required / 10_000, counted: counted / 10_000, wide: widest / 10_000, missing: Math.max(0, required - counted) / 10_000 } : undefined;
    return { door, outcome: Math.max(best, 0), findings, reachedOn: day, ...(experience && { experience }) };
  });
  const findings: HandFinding[] = input.on > "2026-12-31" ? [{ condition: "unverified", met: null, says: "registration-ended", values: null }] : [];
  return { outcome, doors, reachedOn: outcome === 3 ? null : reachedOn, findings };
}
