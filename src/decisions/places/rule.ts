/**
 * Who has a place on a day. Only days on which something can change are gone through: the first one, those of events, those on
 * which somebody joins the list, and those after an offer's last day. On all others nobody answers, nothing lapses, and whoever
 * could be called has been.
 *
 * Two places, one admitted on 1 June who may answer within 10 days, one waiting: both have an offer on 1 June. Where the first
 * is silent, their offer stands on 11 June and has lapsed on the 12th, on which the next on the list is called.
 */
import { type Day, dayNumber, dayOf } from "../../kit/day.ts";
import { askerOf } from "../../law/asker.ts";
import type { CommonInput } from "../../law/decision.ts";
import { type Finding, finding } from "../../law/finding.ts";
import type { Law } from "../../law/law.ts";
import { registrationFindings } from "../../law/registration.ts";

export const DECIDED = ["admitted", "waiting", "refused"] as const;
export const EVENTS = ["accepted", "declined", "withdrawn", "deferred", "reoffered"] as const;
export const STATES = [
  "offered",
  "accepted",
  "declined",
  "withdrawn",
  "deferred",
  "lapsed",
  "waiting",
  "refused",
] as const;
export type EventKind = (typeof EVENTS)[number];
export type State = (typeof STATES)[number];

export type Candidate = {
  readonly id: string;
  readonly decision: (typeof DECIDED)[number];
  /** Of those waiting. */
  readonly rank?: number;
  /** Of somebody waiting who came onto the list after it was settled: before that day they are not there. */
  readonly joinedOn?: Day;
  readonly events?: readonly { readonly on: Day; readonly kind: EventKind }[];
};
export type PlacesInput = CommonInput & {
  readonly places: number;
  readonly decidedOn: Day;
  readonly answerWithin: number;
  readonly callsUntil?: Day;
  readonly candidates: readonly Candidate[];
};

type CandidateAnswer = {
  readonly id: string;
  readonly state: State;
  readonly offeredOn: Day | null;
  readonly answerBy: Day | null;
  readonly place: number | null;
  readonly findings: readonly Finding[];
};
export type PlacesAnswer = {
  readonly candidates: readonly CandidateAnswer[];
  readonly taken: number;
  readonly free: number;
  readonly findings: readonly Finding[];
};

/** Reads the law once; the function it gives is pure. The input must have passed `placesIssues`. */
export function placesRule(law: Law): (input: PlacesInput) => PlacesAnswer {
  const entry = law.school.admission.offers ?? askerOf(law, "waiting-list");
  return (input) => {
    const { people, taken } = play(input);
    const places = placesWaiting(people);
    return {
      candidates: people.map((one) => ({
        id: one.given.id,
        state: one.state,
        offeredOn: one.offeredOn === undefined ? null : dayOf(one.offeredOn),
        answerBy: one.state === "offered" ? dayOf(one.offeredOn! + input.answerWithin) : null,
        place: places.get(one) ?? null,
        findings: one.ignored.map(({ kind, day, why }) =>
          finding("ignored", false, why, entry, { id: one.given.id, kind, on: dayOf(day) }),
        ),
      })),
      taken,
      free: input.places - taken,
      findings: registrationFindings(law.diploma, input.on),
    };
  };
}

/** Why an event changes nothing: the name of its sentence. */
type Why = "no-offer" | "nothing-to-end" | "nothing-to-keep" | "not-reoffered" | "full";
type Happened = { readonly one: Person; readonly kind: EventKind; readonly day: number };
type Person = {
  readonly given: Candidate;
  state: State;
  /** The day number of the last offer. */
  offeredOn?: number;
  readonly ignored: { kind: EventKind; day: number; why: Why }[];
};

const TAKING: readonly State[] = ["offered", "accepted"];
/** In which states each event changes something, and what is said of it in all others. */
const CHANGES: Readonly<Record<EventKind, { readonly from: readonly State[]; readonly orElse: Why }>> = {
  accepted: { from: ["offered"], orElse: "no-offer" },
  declined: { from: [...TAKING, "waiting"], orElse: "nothing-to-end" },
  withdrawn: { from: [...TAKING, "waiting"], orElse: "nothing-to-end" },
  deferred: { from: TAKING, orElse: "nothing-to-keep" },
  reoffered: { from: ["lapsed", "declined", "withdrawn"], orElse: "not-reoffered" },
};

function play(input: PlacesInput): { people: readonly Person[]; taken: number } {
  const first = dayNumber(input.decidedOn);
  const last = dayNumber(input.on);
  const people = input.candidates.map((given): Person => ({ given, state: stateFirst(given), ignored: [] }));
  const desk = openDesk(input, people);
  for (const one of people) if (one.given.decision === "admitted") desk.offer(one, first);
  const events = eventsOf(people);
  let at = 0;
  for (
    let day = first;
    day <= last;
    day = Math.min(events[at]?.day ?? Infinity, desk.nextLapse(), desk.nextJoin(day))
  ) {
    desk.join(day);
    desk.lapse(day);
    desk.call(day);
    for (; events[at]?.day === day; at++) {
      const { one, kind } = events[at]!;
      const why = desk.happens(one, kind, day);
      if (why) one.ignored.push({ kind, day, why });
    }
    desk.call(day);
  }
  return { people, taken: desk.taken() };
}

/** An admitted one is offered a place at once, before anything else happens. */
function stateFirst({ decision }: Candidate): State {
  return decision === "admitted" ? "waiting" : decision;
}

/** By day; within one, in the order of the list, then of each one's own: the sort keeps what is equal in its order. */
function eventsOf(people: readonly Person[]): Happened[] {
  return people
    .flatMap((one) => (one.given.events ?? []).map(({ on, kind }) => ({ one, kind, day: dayNumber(on) })))
    .sort((a, b) => a.day - b.day);
}

/** Those on the list, lowest rank first, whatever became of them. */
function byRank(people: readonly Person[]): Person[] {
  return people.filter(({ given }) => given.rank !== undefined).sort((a, b) => a.given.rank! - b.given.rank!);
}

/** What is done to offers and places; how many are taken is counted on the way, never anew. */
function openDesk({ places, answerWithin, callsUntil }: PlacesInput, people: readonly Person[]) {
  const ranked = byRank(people);
  const joins = ranked.flatMap(({ given: { joinedOn } }) => (joinedOn === undefined ? [] : [dayNumber(joinedOn)]));
  let list: readonly Person[] = [];
  const lastCalls = callsUntil === undefined ? Infinity : dayNumber(callsUntil);
  /* All may be answered for as long: the first made is the first to lapse. One that was answered, or made anew, stays in here. */
  const offers: { one: Person; day: number }[] = [];
  let taken = 0;
  let called = 0;
  let lapsed = 0;

  const isFree = () => taken < places;
  const move = (one: Person, state: State): void => {
    taken += Number(TAKING.includes(state)) - Number(TAKING.includes(one.state));
    one.state = state;
  };
  const offer = (one: Person, day: number): void => {
    move(one, "offered");
    one.offeredOn = day;
    offers.push({ one, day });
  };
  const nextLapse = () => (lapsed < offers.length ? offers[lapsed]!.day + answerWithin + 1 : Infinity);

  const isThere = ({ given: { joinedOn } }: Person, day: number) =>
    joinedOn === undefined || dayNumber(joinedOn) <= day;

  return {
    offer,
    nextLapse,
    nextJoin: (day: number) => Math.min(...joins.filter((one) => one > day)),
    /** Those there on that day; whoever joins may stand before some who were passed over already. */
    join(day: number): void {
      if (list.length > 0 && !joins.includes(day)) return;
      list = joins.length === 0 ? ranked : ranked.filter((one) => isThere(one, day));
      called = 0;
    },
    taken: () => taken,
    lapse(day: number): void {
      for (; nextLapse() <= day; lapsed++) {
        const { one, day: made } = offers[lapsed]!;
        if (one.state === "offered" && one.offeredOn === made) move(one, "lapsed");
      }
    },
    call(day: number): void {
      if (day > lastCalls) return;
      for (; isFree() && called < list.length; called++) {
        const one = list[called]!;
        if (one.state === "waiting") offer(one, day);
      }
    },
    /** Gives back why nothing came of it, where nothing did. */
    happens(one: Person, kind: EventKind, day: number): Why | undefined {
      if (!CHANGES[kind].from.includes(one.state)) return CHANGES[kind].orElse;
      if (kind !== "reoffered") move(one, kind);
      else if (isFree()) offer(one, day);
      else return "full";
      return undefined;
    },
  };
}

/** The place on the list of each who still waits: one more than those who wait before them. */
function placesWaiting(people: readonly Person[]): ReadonlyMap<Person, number> {
  const waiting = byRank(people).filter(({ state }) => state === "waiting");
  return new Map(waiting.map((one, at) => [one, at + 1]));
}
