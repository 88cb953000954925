/**
 * Who has a place on a day. Only days on which something can change are simulated: the first one, those of events, those on which a
 * candidate joins the list, and those after an offer's last day. On all others nothing happens: every possible call has been made.
 *
 * Two places, one candidate admitted on 1 June who may answer within 10 days, one waiting: both have an offer on 1 June. If the first is
 * silent, their offer stands on 11 June and has lapsed on the 12th, when the next on the list is called.
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
  /** Only for a waiting candidate. */
  readonly rank?: number;
  /** The day on which a waiting candidate joined the list, if after the decision: absent before that day. */
  readonly joinedOn?: Day;
  readonly events?: readonly Event[];
};
/** `nth`: its place among the events of its day, where acts recorded it. The form of the decision has no such key. */
type Event = { readonly on: Day; readonly kind: EventKind; readonly nth?: number };
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

/** Reads the law once; the returned function is pure. The input must have passed `placesIssues`. */
export function placesRule(law: Law): (input: PlacesInput) => PlacesAnswer {
  const entry = law.school.admission.offers ?? askerOf(law, "waiting-list");
  return (input) => {
    const { people, taken } = play(input);
    const places = placesWaiting(people);
    return {
      candidates: people.map((person) => ({
        id: person.given.id,
        state: person.state,
        offeredOn: person.offeredOn === undefined ? null : dayOf(person.offeredOn),
        answerBy: person.state === "offered" ? dayOf(person.offeredOn! + input.answerWithin) : null,
        place: places.get(person) ?? null,
        findings: person.ignored.map(({ kind, day, why }) =>
          finding("ignored", false, why, entry, { id: person.given.id, kind, on: dayOf(day) }),
        ),
      })),
      taken,
      free: input.places - taken,
      findings: registrationFindings(law.diploma, input.on),
    };
  };
}

/** Why an event has no effect: the key of its sentence. */
type Why = "no-offer" | "nothing-to-end" | "nothing-to-keep" | "not-reoffered" | "full";
type Happened = { readonly one: Person; readonly kind: EventKind; readonly day: number; readonly nth: number };
type Person = {
  readonly given: Candidate;
  state: State;
  /** The day number of the latest offer. */
  offeredOn?: number;
  readonly ignored: { kind: EventKind; day: number; why: Why }[];
};

const TAKING: readonly State[] = ["offered", "accepted"];
/** The states in which each event has an effect, and the sentence for all others. */
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
  const people = input.candidates.map(
    (candidate): Person => ({ given: candidate, state: stateFirst(candidate), ignored: [] }),
  );
  const desk = openDesk(input, people);
  for (const person of people) if (person.given.decision === "admitted") desk.offer(person, first);
  const events = eventsOf(people);
  let next = 0;
  for (
    let day = first;
    day <= last;
    day = Math.min(events[next]?.day ?? Infinity, desk.nextLapse(), desk.nextJoin(day))
  ) {
    desk.join(day);
    desk.lapse(day);
    desk.call(day);
    for (; events[next]?.day === day; next++) {
      const { one: person, kind } = events[next]!;
      const why = desk.happens(person, kind, day);
      if (why) person.ignored.push({ kind, day, why });
    }
    desk.call(day);
  }
  return { people, taken: desk.taken() };
}

/** Admitted candidates start as waiting: they are offered a place at once, before any event. */
function stateFirst({ decision }: Candidate): State {
  return decision === "admitted" ? "waiting" : decision;
}

/** By day, then as they were recorded, else in the order of the list and of each candidate's events: the sort is stable. */
function eventsOf(people: readonly Person[]): Happened[] {
  return people
    .flatMap((one) => (one.given.events ?? []).map(({ on, kind, nth = 0 }) => ({ one, kind, day: dayNumber(on), nth })))
    .sort((a, b) => a.day - b.day || a.nth - b.nth);
}

/** All ranked candidates, whatever their state, lowest rank first. */
function byRank(people: readonly Person[]): Person[] {
  return people.filter(({ given }) => given.rank !== undefined).sort((a, b) => a.given.rank! - b.given.rank!);
}

/** The operations on offers and places; the number taken is kept up to date, never recounted. */
function openDesk({ places, answerWithin, callsUntil }: PlacesInput, people: readonly Person[]) {
  const ranked = byRank(people);
  const joins = ranked.flatMap(({ given: { joinedOn } }) => (joinedOn === undefined ? [] : [dayNumber(joinedOn)]));
  let list: readonly Person[] = [];
  const lastCalls = callsUntil === undefined ? Infinity : dayNumber(callsUntil);
  /* All offers last equally long, so the first made lapses first. Answered or renewed offers stay in the list. */
  const offers: { one: Person; day: number }[] = [];
  let taken = 0;
  let called = 0;
  let lapsed = 0;

  const isFree = () => taken < places;
  const move = (person: Person, state: State): void => {
    taken += Number(TAKING.includes(state)) - Number(TAKING.includes(person.state));
    person.state = state;
  };
  const offer = (person: Person, day: number): void => {
    move(person, "offered");
    person.offeredOn = day;
    offers.push({ one: person, day });
  };
  const nextLapse = () => (lapsed < offers.length ? offers[lapsed]!.day + answerWithin + 1 : Infinity);

  const isThere = ({ given: { joinedOn } }: Person, day: number) =>
    joinedOn === undefined || dayNumber(joinedOn) <= day;

  return {
    offer,
    nextLapse,
    nextJoin: (day: number) => Math.min(...joins.filter((one) => one > day)),
    /** The list of that day; a candidate who joins may rank before some already passed over. */
    join(day: number): void {
      if (list.length > 0 && !joins.includes(day)) return;
      list = joins.length === 0 ? ranked : ranked.filter((one) => isThere(one, day));
      called = 0;
    },
    taken: () => taken,
    lapse(day: number): void {
      for (; nextLapse() <= day; lapsed++) {
        const { one: person, day: offeredOn } = offers[lapsed]!;
        if (person.state === "offered" && person.offeredOn === offeredOn) move(person, "lapsed");
      }
    },
    call(day: number): void {
      if (day > lastCalls) return;
      for (; isFree() && called < list.length; called++) {
        const person = list[called]!;
        if (person.state === "waiting") offer(person, day);
      }
    },
    /** Returns why the event had no effect, if it had none. */
    happens(person: Person, kind: EventKind, day: number): Why | undefined {
      if (!CHANGES[kind].from.includes(person.state)) return CHANGES[kind].orElse;
      if (kind !== "reoffered") move(person, kind);
      else if (isFree()) offer(person, day);
      else return "full";
      return undefined;
    },
  };
}

/** The position of each waiting candidate: one more than those waiting before them. */
function placesWaiting(people: readonly Person[]): ReadonlyMap<Person, number> {
  const waiting = byRank(people).filter(({ state }) => state === "waiting");
  return new Map(waiting.map((person, index) => [person, index + 1]));
}
