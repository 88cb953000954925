/**
 * May this person enter? Every door is tried and answers with its findings; the outcome is the best of them.
 *
 * A diploma of level 5 and three years of field work after it open a door that asks for both; the same years before the diploma do not. A
 * foreign diploma without its attestation leaves the door unknown, not closed.
 */
import { dayNumber, dayOf, LAST_DAY } from "../../kit/day.ts";
import { fix } from "../../kit/fixed.ts";
import type { Diploma, DoorEntry } from "../../law/diploma.ts";
import {
  asksForSome,
  type Choice,
  type Door,
  type Held,
  holding,
  readDoors,
  stateWithExperience,
  waysThrough,
  waysThroughGroups,
} from "../../law/doors.ts";
import {
  type Counts,
  countedBetween,
  dayReached,
  FULL,
  type Period,
  type Timelines,
  timelines,
  fieldsOf,
} from "../../law/experience.ts";
import type { Finding } from "../../law/finding.ts";
import type { Law } from "../../law/law.ts";
import { registrationFindings } from "../../law/registration.ts";
import { better, type State, type TitleInput, titleReader } from "../../law/titles.ts";
import { doorFindings, type DoorReader, doorReader, type Weighed } from "./findings.ts";

export type EligibilityInput = {
  readonly id: string;
  readonly on: string;
  readonly titles: readonly TitleInput[];
  readonly corps?: readonly string[];
  readonly experience: readonly Period[];
  /** Waivers, by the input name in the référentiel. */
  readonly [waiver: string]: unknown;
};

export type DoorAnswer = {
  readonly door: DoorEntry;
  readonly outcome: State;
  readonly findings: readonly Finding[];
  readonly reachedOn: string | null;
  /** Full-time-equivalent days. */
  readonly experience: Experience | undefined;
  /** The best way among those open by the day asked about. */
  readonly best: Weighed | undefined;
};
type Experience = {
  readonly required: number;
  readonly counted: number;
  readonly wide: number;
  readonly missing: number;
};
export type EligibilityOutcome = "eligible" | "needs-decision" | "unknown" | "not-eligible";
export type EligibilityAnswer = {
  readonly outcome: EligibilityOutcome;
  readonly doors: readonly DoorAnswer[];
  readonly reachedOn: string | null;
  readonly findings: readonly Finding[];
};

const OUTCOMES: Readonly<Record<State, EligibilityOutcome>> = {
  met: "eligible",
  "needs-decision": "needs-decision",
  unknown: "unknown",
  "not-met": "not-eligible",
};
const LAST = dayNumber(LAST_DAY);
const NEVER = Number.POSITIVE_INFINITY;

/** Reads the law once; the returned function is pure and decides one person. Source: the doors of the référentiel. */
export function eligibilityRule(law: Law): (input: EligibilityInput) => EligibilityAnswer {
  const { diploma } = law;
  const read = titleReader(diploma);
  const doors = readDoors(diploma).map((door) => doorTrier(doorReader(law, door)));
  const countsOf = new Map<string, Counts>(fieldsOf(diploma).map((entry) => [entry.field, entry.counts]));
  return (input) => {
    const on = dayNumber(input.on);
    const held = holding(input.titles.map(read), input.corps ?? [], waiversOf(diploma, input));
    const lines = timelines(input.experience, countsOf);
    const answers = doors.map((tryDoor) => tryDoor(held, lines, on));
    let best: State = "not-met";
    for (const { outcome } of answers) if (better(outcome, best)) best = outcome;
    return {
      outcome: OUTCOMES[best],
      doors: answers,
      reachedOn: best === "met" ? null : earliest(answers),
      findings: registrationFindings(diploma, input.on),
    };
  };
}

function waiversOf({ waivers }: Diploma, input: EligibilityInput): readonly string[] {
  const claimed: string[] = [];
  for (const entry of waivers) if (input[entry.input] === true) claimed.push(entry.waiver);
  return claimed;
}

/** Most doors are closed to most people with the same answer: it is computed once. */
function doorTrier(reader: DoorReader): (held: Held, lines: Timelines, on: number) => DoorAnswer {
  const { groups } = reader.door;
  const none = groups.map(() => []);
  const closed = fix(answerDoor(reader, none, NOTHING_HELD, NO_EXPERIENCE, 0));
  return (held, lines, on) => {
    if (!asksForSome(reader.door, held)) return closed;
    const ways = waysThroughGroups(reader.door, held);
    const nothing = groups.length > 0 && ways.every((choices) => choices.length === 0);
    // A door closed by an attestation says so, even if nothing else opens it.
    return nothing && !held.attested ? closed : answerDoor(reader, ways, held, lines, on);
  };
}

const NOTHING_HELD = holding([], [], []);
const NO_EXPERIENCE: Timelines = { sure: [], wide: [] };

function answerDoor(
  reader: DoorReader,
  ways: readonly (readonly Choice[])[],
  held: Held,
  lines: Timelines,
  on: number,
): DoorAnswer {
  const { door } = reader;
  let best: Weighed | undefined;
  let counted = 0;
  let wide = 0;
  let reached = NEVER;
  let soonest: Choice | undefined;
  for (const choice of waysThrough(ways)) {
    if (choice.state === "met") {
      const day = dayMet(door, choice, lines);
      if (day < reached) {
        reached = day;
        soonest = choice;
      }
    }
    if (choice.after > on) continue;
    const weighed = weigh(door, choice, lines, on);
    counted = Math.max(counted, weighed.sure);
    wide = Math.max(wide, weighed.wide);
    if (best === undefined || outdoes(weighed, best)) best = weighed;
  }
  const outcome = best?.state ?? "not-met";
  const reachedOn = outcome === "met" || reached > LAST ? null : dayOf(reached);
  return {
    door: door.entry,
    outcome,
    findings: doorFindings(reader, { held, lines, on, ways, best, soonest, reachedOn }),
    reachedOn,
    experience: door.experience && best ? days(door.required, counted, wide) : undefined,
    best,
  };
}

function weigh(door: Door, choice: Choice, lines: Timelines, on: number): Weighed {
  if (!door.experience) return { choice, state: choice.state, sure: 0, wide: 0 };
  const sure = countedBetween(lines.sure, choice.after, on);
  const wide = lines.wide === lines.sure ? sure : countedBetween(lines.wide, choice.after, on);
  return { choice, state: stateWithExperience(choice.state, door.required, sure, wide), sure, wide };
}

/** Better state first, then the surer title, then more experience: the order of interest to the person. */
function outdoes(a: Weighed, b: Weighed): boolean {
  if (a.state !== b.state) return better(a.state, b.state);
  if (a.choice.state !== b.choice.state) return better(a.choice.state, b.choice.state);
  // The way that counts more in total also counts more surely: it starts earlier.
  return a.wide > b.wide;
}

/** The first day on which this way is met, if open periods continue: after `on` if it is not met yet. */
function dayMet(door: Door, choice: Choice, lines: Timelines): number {
  return door.experience ? dayReached(lines.sure, choice.after, door.required) : choice.after;
}

function days(required: number, counted: number, wide: number): Experience {
  return {
    required: required / FULL,
    counted: counted / FULL,
    wide: wide / FULL,
    missing: Math.max(0, required - counted) / FULL,
  };
}

/** ISO days sort as strings. */
function earliest(answers: readonly DoorAnswer[]): string | null {
  let first: string | null = null;
  for (const { reachedOn } of answers)
    if (reachedOn !== null && (first === null || reachedOn < first)) first = reachedOn;
  return first;
}
