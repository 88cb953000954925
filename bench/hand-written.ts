/**
 * The limit: the same arithmetic and the same findings (as keys and numbers) written by hand for this one diploma, with
 * every name and number of the law in the code. What a programmer would write who never had to change it.
 */
import { dayNumber, dayOf, LAST_DAY } from "../src/kit/day.ts";

export type HandTitle = {
  title?: string;
  kind?: string;
  level?: number | string;
  yearsOfStudy?: number;
  awardedOn: string;
  startedOn?: string;
  country?: string;
  attestation?: { level?: number | string; yearsOfStudy?: number };
};
export type HandInput = {
  id: string;
  on: string;
  titles: readonly HandTitle[];
  corps?: readonly string[];
  experience: readonly { from: string; to: string | null; share: number; field: string }[];
  vaeJuryWaiver?: boolean;
};
export type HandFinding = { condition: string; met: boolean | null; says: string; values: object | null };
export type HandDoor = {
  door: string;
  /** 3 met, 2 needs a decision, 1 unknown, 0 not met. */ outcome: number;
  findings: HandFinding[];
  reachedOn: string | null;
  experience: object | undefined;
};
export type HandAnswer = { outcome: number; doors: HandDoor[]; reachedOn: string | null; findings: HandFinding[] };
type Held = {
  title: HandTitle;
  kind: string;
  level: number;
  years: number;
  awarded: number;
  foreign: boolean;
  attestedLevel: number;
  attestedYears: number;
};
type Step = { day: number; sure: number; wide: number };

const LEGACY: Record<string, number> = { V: 3, IV: 4, III: 5, II: 6, I: 7 };
const FRANCE = new Set(["FR", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF", "WF", "PF", "NC", "TF"]);
const REFORMED = new Set(["DEASS", "DEES", "DEEJE", "DEETS", "DECESF"]);
const LEVELS: Record<string, number> = {
  CAFERUIS: 6,
  DSTS: 6,
  CAFDES: 7,
  DEIS: 7,
  DEMF: 6,
  DETISF: 4,
  DEME: 4,
  DEAES: 3,
};
const THREE_YEARS = 10_950_000;
const DOORS = [
  ["C1", 0],
  ["C2", 0],
  ["C3", THREE_YEARS],
  ["C4", 18_250_000],
  ["C5", THREE_YEARS],
  ["C6", THREE_YEARS],
] as const;
const LAST = dayNumber(LAST_DAY);
const TITLE_SAYS = ["title-missing", "title-attestation-missing", "title-to-decide", "title-opens"];

const levelOf = (level: number | string | undefined) => (typeof level === "string" ? LEGACY[level]! : (level ?? 0));

export function handTitle(title: HandTitle): Held {
  let kind = title.kind ?? "social-work-state";
  let level = levelOf(title.level);
  if (title.title === "IDE") {
    kind = "paramedical";
    level = title.awardedOn < "2012-01-01" ? 5 : 6;
  } else if (title.title !== undefined && REFORMED.has(title.title)) {
    level = title.awardedOn < "2021-01-01" || (title.startedOn !== undefined && title.startedOn < "2018-09-01") ? 5 : 6;
  } else if (title.title !== undefined) level = LEVELS[title.title]!;
  return {
    title,
    kind,
    level,
    years: title.yearsOfStudy ?? 0,
    awarded: dayNumber(title.awardedOn),
    foreign: title.country !== undefined && !FRANCE.has(title.country),
    attestedLevel: levelOf(title.attestation?.level),
    attestedYears: title.attestation?.yearsOfStudy ?? 0,
  };
}

function opens(door: string, { title, kind, level, years, foreign, attestedLevel, attestedYears }: Held): number {
  const socialWork = kind === "social-work-state";
  if (door === "C1" || door === "C3" || door === "C4") {
    if (door === "C4" ? kind !== "paramedical" : !socialWork) return 0;
    const wanted = door === "C1" ? 6 : 5;
    if (foreign) return (attestedLevel || level) >= wanted ? 2 : 0;
    return level >= wanted ? 3 : 0;
  }
  if (socialWork) return 0;
  const [wanted, long] = door === "C2" ? [7, 5] : [6, 3];
  if (foreign && title.attestation === undefined) return 1;
  if (foreign) return attestedLevel >= wanted || attestedYears >= long ? 3 : 0;
  return (kind === "higher-education" ? years >= long : level >= wanted) ? 3 : 0;
}

export function handSteps(experience: HandInput["experience"]): Step[] {
  const steps: Step[] = [];
  for (const { from, to, share, field } of experience) {
    if (field === "other") continue;
    const wide = Math.round(share * 10_000);
    const sure = field === "social-intervention" ? wide : 0;
    steps.push({ day: dayNumber(from), sure, wide });
    if (to !== null) steps.push({ day: dayNumber(to) + 1, sure: -sure, wide: -wide });
  }
  return steps.sort((a, b) => a.day - b.day);
}

/** Ten-thousandths of a day after `after` and up to `on`. */
export function handCount(steps: readonly Step[], after: number, on: number, which: "sure" | "wide"): number {
  let total = 0;
  let shares = 0;
  for (let at = 0; at < steps.length; at++) {
    shares += steps[at]![which];
    const from = Math.max(steps[at]!.day, after + 1);
    const to = at + 1 < steps.length ? Math.min(steps[at + 1]!.day - 1, on) : on;
    if (to >= from) total += Math.min(shares, 10_000) * (to - from + 1);
  }
  return total;
}

function reach(steps: readonly Step[], after: number, required: number): number {
  let total = 0;
  let shares = 0;
  for (let at = 0; at < steps.length; at++) {
    shares += steps[at]!.sure;
    const rate = Math.min(shares, 10_000);
    const from = Math.max(steps[at]!.day, after + 1);
    const to = at + 1 < steps.length ? steps[at + 1]!.day - 1 : LAST;
    if (rate === 0 || to < from) continue;
    const gained = rate * (to - from + 1);
    if (total + gained >= required) return from + Math.ceil((required - total) / rate) - 1;
    total += gained;
  }
  return Number.POSITIVE_INFINITY;
}

export function handWritten(input: HandInput): HandAnswer {
  const on = dayNumber(input.on);
  const titles = input.titles.map(handTitle);
  const steps = handSteps(input.experience);
  const doors: HandDoor[] = [];
  let outcome = 0;
  let first: string | null = null;
  for (const [door, required] of DOORS) {
    const answer = handDoor(door, required, titles, input.corps ?? [], steps, on);
    doors.push(answer);
    if (answer.outcome > outcome) outcome = answer.outcome;
    if (answer.reachedOn !== null && (first === null || answer.reachedOn < first)) first = answer.reachedOn;
  }
  const met = input.vaeJuryWaiver === true;
  if (met) outcome = 3;
  const waiver = { condition: "waiver", met, says: met ? "waiver-held" : "waiver-missing", values: null };
  doors.push({ door: "C7", outcome: met ? 3 : 0, findings: [waiver], reachedOn: null, experience: undefined });
  const ended = { condition: "unverified", met: null, says: "registration-ended", values: null };
  return { outcome, doors, reachedOn: outcome === 3 ? null : first, findings: input.on > "2026-12-31" ? [ended] : [] };
}

function handDoor(
  door: string,
  required: number,
  titles: readonly Held[],
  corps: readonly string[],
  steps: readonly Step[],
  on: number,
): HandDoor {
  // State of the door and of the title that did best, its count, its day, the title itself.
  let [best, state, sure, wide, after] = [-1, 0, 0, 0, Number.NEGATIVE_INFINITY];
  let used: Held | undefined;
  let later: Held | undefined;
  let [counted, widest, reached] = [0, 0, Number.POSITIVE_INFINITY];
  const weigh = (mine: number, awarded: number, title: Held | undefined) => {
    if (mine === 3) {
      reached = Math.min(reached, Math.max(required > 0 ? reach(steps, awarded, required) : awarded, awarded, on + 1));
    }
    if (awarded > on) {
      later ??= title;
      return;
    }
    const surely = required > 0 ? handCount(steps, awarded, on, "sure") : 0;
    const widely = required > 0 ? handCount(steps, awarded, on, "wide") : 0;
    counted = Math.max(counted, surely);
    widest = Math.max(widest, widely);
    const got = surely >= required ? mine : widely < required ? 0 : mine >= 2 ? 2 : 1;
    const [byState, byTitle, bySure, byWide] = [got - best, mine - state, surely - sure, widely - wide];
    if ((byState || byTitle || bySure || byWide) <= 0) return;
    best = got;
    state = mine;
    sure = surely;
    wide = widely;
    after = awarded;
    used = title;
  };
  if (door === "C6" && corps.length > 0) weigh(3, after, undefined);
  for (const title of titles) {
    const mine = door === "C6" ? 0 : opens(door, title);
    if (mine > 0) weigh(mine, title.awarded, title);
  }
  const findings: HandFinding[] = [];
  if (door === "C6") {
    const says = best < 0 ? "corps-missing" : "corps-held";
    findings.push({ condition: "corps", met: best >= 0, says, values: { corps } });
  } else if (best >= 0) {
    findings.push({ condition: "title", met: state === 3 || null, says: TITLE_SAYS[state]!, values: { title: used } });
  } else {
    const says = later ? "title-later" : "title-missing";
    findings.push({ condition: "title", met: false, says, values: { title: later } });
  }
  if (required > 0 && best >= 0) findings.push(experienceFinding(steps, required, sure, wide, after));
  if (required > 0 && best < 0) findings.push(notCounted(required));
  return {
    door,
    outcome: Math.max(best, 0),
    findings,
    reachedOn: best === 3 || reached > LAST ? null : dayOf(reached),
    experience: required > 0 && best >= 0 ? days(required, counted, widest) : undefined,
  };
}

function days(required: number, counted: number, wide: number): object {
  const missing = Math.max(0, required - counted);
  return { required: required / 10_000, counted: counted / 10_000, wide: wide / 10_000, missing: missing / 10_000 };
}

function notCounted(required: number): HandFinding {
  return {
    condition: "experience",
    met: null,
    says: "experience-not-counted",
    values: { required: required / 10_000 },
  };
}

function experienceFinding(
  steps: readonly Step[],
  required: number,
  sure: number,
  wide: number,
  after: number,
): HandFinding {
  const counted = sure / 10_000;
  if (sure >= required)
    return {
      condition: "experience",
      met: true,
      says: "experience-enough",
      values: { required: required / 10_000, counted },
    };
  const enough = reach(steps, after, required);
  const enoughOn = enough <= LAST ? dayOf(enough) : null;
  if (wide >= required)
    return {
      condition: "experience",
      met: null,
      says: "experience-to-decide",
      values: { required: required / 10_000, counted, wide: wide / 10_000, enoughOn },
    };
  const missing = Math.ceil((required - sure) / 10_000);
  return {
    condition: "experience",
    met: false,
    says: "experience-missing",
    values: {
      required: required / 10_000,
      counted,
      missing,
      months: missing * 24 <= 365 ? 0 : Math.ceil((missing * 12) / 365),
      enoughOn,
    },
  };
}
