/** Eligibility by the longest way: a map of every day from 1900 to 2199, and sums taken one day after the other. */
import type {
  DoorAnswer,
  DoorOutcome,
  EligibilityAnswer,
  EligibilityInput,
  Experience,
  Period,
  Title,
} from "./contract.ts";
import { dayOf, earliest, FIRST, LAST, numberOf } from "./days.ts";
import { scaled } from "./decimals.ts";
import { isFrench, levelOf, type Paper, paperOf } from "./papers.ts";

const YEARS: Record<string, number> = { C1: 0, C2: 0, C3: 3, C4: 5, C5: 3, C6: 3 };
const BEST_FIRST: DoorOutcome[] = ["met", "needs-decision", "unknown", "not-met"];

/** One thing that opens a door: a title, or a corps (for which every day counts and nothing is awarded). */
type Opening = { state: DoorOutcome; awardedOn: number };
/** Ten-thousandths of a full-time day worked on each day, from 1900-01-01. */
type DayMap = Int32Array;

export function eligibility(input: EligibilityInput): EligibilityAnswer {
  const on = numberOf(input.on);
  const sure = dayMap(input.experience, ["social-intervention"]);
  const wide = dayMap(input.experience, ["social-intervention", "to-decide"]);
  const doors = ["C1", "C2", "C3", "C4", "C5", "C6"].map((door) => doorAnswer(door, input, on, sure, wide));
  doors.push({ door: "C7", outcome: input.vaeJuryWaiver === true ? "met" : "not-met", reachedOn: null });
  const outcome = best(doors.map((door) => door.outcome));
  const reached = doors.flatMap((door) => (door.reachedOn === null ? [] : [door.reachedOn]));
  if (outcome === "met") return { id: input.id, outcome: "eligible", doors, reachedOn: null };
  return {
    id: input.id,
    outcome: outcome === "not-met" ? "not-eligible" : outcome,
    doors,
    reachedOn: earliest(reached),
  };
}

function doorAnswer(door: string, input: EligibilityInput, on: number, sure: DayMap, wide: DayMap): DoorAnswer {
  const required = YEARS[door]! * 365 * 10_000;
  const openings = openingsOf(door, input);
  const today = openings
    .filter((opening) => opening.awardedOn <= on)
    .map((opening) => ({ ...opening, sure: sum(sure, opening, on), wide: sum(wide, opening, on) }));
  const outcome = best(today.map((opening) => reckoned(opening.state, opening.sure, opening.wide, required)));
  const reachedOn = outcome === "met" ? null : firstDayMet(openings, on, sure, required);
  if (required === 0 || today.length === 0) return { door, outcome, reachedOn };
  const counted = Math.max(...today.map((opening) => opening.sure));
  const widest = Math.max(...today.map((opening) => opening.wide));
  return { door, outcome, reachedOn, experience: experience(required, counted, widest) };
}

function experience(required: number, counted: number, wide: number): Experience {
  const missing = Math.max(0, required - counted);
  return { required: required / 10_000, counted: counted / 10_000, wide: wide / 10_000, missing: missing / 10_000 };
}

function reckoned(state: DoorOutcome, sure: number, wide: number, required: number): DoorOutcome {
  if (sure >= required) return state;
  if (wide < required) return "not-met";
  return state === "unknown" ? "unknown" : "needs-decision";
}

function openingsOf(door: string, input: EligibilityInput): Opening[] {
  if (door === "C6") return (input.corps ?? []).map(() => ({ state: "met", awardedOn: FIRST - 1 }));
  return input.titles
    .map((title) => ({ state: titleState(door, title), awardedOn: numberOf(title.awardedOn) }))
    .filter((opening) => opening.state !== "not-met");
}

function titleState(door: string, title: Title): DoorOutcome {
  const paper = paperOf(title);
  if (isFrench(title)) return fulfils(door, paper) ? "met" : "not-met";
  if ((door === "C2" || door === "C5") && paper.kind !== "social-work-state") {
    if (title.attestation === undefined) return "unknown";
    const level = title.attestation.level === undefined ? 0 : levelOf(title.attestation.level);
    const years = title.attestation.yearsOfStudy ?? 0;
    if (door === "C2") return level >= 7 || years >= 5 ? "met" : "not-met";
    return level >= 6 || years >= 3 ? "met" : "not-met";
  }
  // Only a social-work title (C1, C3) and a paramedical one (C4) are left: their level is a matter to decide.
  const level = title.attestation?.level === undefined ? paper.level : levelOf(title.attestation.level);
  return fulfils(door, { ...paper, level }) ? "needs-decision" : "not-met";
}

function fulfils(door: string, { kind, level, years }: Paper): boolean {
  const socialWork = kind === "social-work-state";
  const paramedical = kind === "paramedical";
  const registered = kind === "rncp" || paramedical;
  if (door === "C1") return socialWork && level >= 6;
  if (door === "C2") return (kind === "higher-education" && years >= 5) || (registered && level >= 7);
  if (door === "C3") return socialWork && level >= 5;
  if (door === "C4") return paramedical && level >= 5;
  return (kind === "higher-education" && years >= 3) || (registered && level >= 6);
}

function dayMap(periods: Period[], fields: string[]): DayMap {
  const days = new Int32Array(LAST - FIRST + 1);
  for (const period of periods) {
    if (!fields.includes(period.field)) continue;
    const share = scaled(period.share, 4);
    const to = period.to === null ? LAST : numberOf(period.to);
    for (let day = numberOf(period.from); day <= to; day += 1) days[day - FIRST]! += share;
  }
  for (let index = 0; index < days.length; index += 1) if (days[index]! > 10_000) days[index] = 10_000;
  return days;
}

/** The days strictly after the award, up to and including `on`. */
function sum(days: DayMap, opening: Opening, on: number): number {
  let total = 0;
  for (let day = opening.awardedOn + 1; day <= on; day += 1) total += days[day - FIRST]!;
  return total;
}

function firstDayMet(openings: Opening[], on: number, sure: DayMap, required: number): string | null {
  const found = openings
    .filter((opening) => opening.state === "met")
    .map((opening) => {
      let total = sum(sure, opening, on);
      for (let day = on + 1; day <= LAST; day += 1) {
        if (day > opening.awardedOn) total += sure[day - FIRST]!;
        if (day >= opening.awardedOn && total >= required) return dayOf(day);
      }
      return null;
    });
  return earliest(found.filter((day) => day !== null));
}

function best(states: DoorOutcome[]): DoorOutcome {
  return BEST_FIRST.find((state) => states.includes(state)) ?? "not-met";
}
