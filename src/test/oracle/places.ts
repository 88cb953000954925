/** Who has a place: the contract's calendar, lived through day by day, everything counted anew each time it is asked. */
import type { Candidate, PlaceEvent, PlacesAnswer, PlacesInput, PlaceState, Refusal } from "./contract.ts";
import { dayOf, numberOf } from "./days.ts";

type Row = { candidate: Candidate; state: PlaceState; offered: number | null; ignored: PlaceEvent[] };

export function places(input: PlacesInput): PlacesAnswer | Refusal {
  const admitted = input.candidates.filter(({ decision }) => decision === "admitted");
  if (admitted.length > input.places) return { error: { code: "places" } };
  const rows = live(input);
  const taken = takenBy(rows);
  return {
    id: input.id,
    candidates: rows.map(({ candidate, state, offered }) => ({
      id: candidate.id,
      state,
      offeredOn: offered === null ? null : dayOf(offered),
      answerBy: state === "offered" ? dayOf(offered! + input.answerWithin) : null,
      place: state === "waiting" ? 1 + rows.filter((other) => isBefore(other, candidate)).length : null,
    })),
    taken,
    free: input.places - taken,
  };
}

/** The events that changed nothing, by candidate, in the order in which they were met. */
export function ignoredIn(input: PlacesInput): PlaceEvent[][] {
  return live(input).map(({ ignored }) => ignored);
}

function live(input: PlacesInput): Row[] {
  const firstDay = numberOf(input.decidedOn);
  const rows = input.candidates.map((candidate): Row => {
    const admitted = candidate.decision === "admitted";
    const state: PlaceState = candidate.decision === "admitted" ? "offered" : candidate.decision;
    return { candidate, state, offered: admitted ? firstDay : null, ignored: [] };
  });
  for (let today = firstDay; today <= numberOf(input.on); today++) {
    for (const row of rows)
      if (row.state === "offered" && row.offered! + input.answerWithin === today - 1) row.state = "lapsed";
    call(rows, input, today);
    for (const row of rows)
      for (const event of row.candidate.events ?? [])
        if (numberOf(event.on) === today && !takeNote(rows, row, event.kind, input.places, today))
          row.ignored.push(event);
    call(rows, input, today);
  }
  return rows;
}

function call(rows: Row[], input: PlacesInput, today: number): void {
  if (input.callsUntil !== undefined && dayOf(today) > input.callsUntil) return;
  while (takenBy(rows) < input.places) {
    const waiting = rows.filter(({ state, candidate }) => state === "waiting" && isThere(candidate, today));
    const next = waiting.find((one) => waiting.every((other) => one.candidate.rank! <= other.candidate.rank!));
    if (next === undefined) return;
    next.state = "offered";
    next.offered = today;
  }
}

/** Whoever joined the list later is nobody on it before. */
function isThere({ joinedOn }: Candidate, today: number): boolean {
  return joinedOn === undefined || joinedOn <= dayOf(today);
}

/** Which states an event is for; it changes them all alike, but for a new offer. */
const FROM: Record<PlaceEvent["kind"], PlaceState[]> = {
  accepted: ["offered"],
  declined: ["offered", "accepted", "waiting"],
  withdrawn: ["offered", "accepted", "waiting"],
  deferred: ["offered", "accepted"],
  reoffered: ["lapsed", "declined", "withdrawn"],
};

function takeNote(rows: Row[], row: Row, kind: PlaceEvent["kind"], most: number, today: number): boolean {
  if (!FROM[kind].includes(row.state)) return false;
  if (kind !== "reoffered") {
    row.state = kind;
    return true;
  }
  if (takenBy(rows) >= most) return false;
  row.state = "offered";
  row.offered = today;
  return true;
}

function takenBy(rows: Row[]): number {
  return rows.filter(({ state }) => state === "offered" || state === "accepted").length;
}

function isBefore(other: Row, candidate: Candidate): boolean {
  return other.state === "waiting" && other.candidate.rank! < candidate.rank!;
}
