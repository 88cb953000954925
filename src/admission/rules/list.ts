/** A list as the decision on places takes it: built from facts, so it can be recomputed at any time. */
import type { PlacesInput, EventKind } from "../../decisions/places/rule.ts";
import { EVENTS } from "../../decisions/places/rule.ts";
import type { Day } from "../../kit/day.ts";
import type { Basis } from "../../law/law.ts";
import type { Fact } from "./candidacy.ts";

/** The terms on which a list's places are offered, fixed at closing. */
export type Terms = {
  readonly places: number;
  readonly decidedOn: Day;
  readonly answerWithin: number;
  readonly callsUntil?: Day;
};

/** Details of the fact `listed`. A one-person list, from a granted appeal, has its own terms. */
export type Listing = {
  readonly decision: "admitted" | "waiting" | "refused";
  readonly rank?: number;
  readonly grounds: string;
  readonly terms?: Terms;
  /** For candidates who joined a settled list: the day, and the commission that sat again. */
  readonly on?: Day;
  readonly by?: string;
};

export type List = { readonly id: string; readonly terms: Terms; readonly facts: readonly Fact[] };

type PlacesRequest = {
  readonly id: string;
  readonly on: Day;
  readonly basis: Pick<Basis, "diploma" | "version" | "establishment">;
};

/** Events keep the order in which they were recorded: what freed a place is played before the offer of that place. */
export function placesInput({ terms, facts }: List, { id, on, basis }: PlacesRequest): PlacesInput {
  const { diploma, version, establishment } = basis;
  const nth = new Map(facts.toSorted(byRecord).map((fact, index) => [fact, index]));
  const candidates = [...Map.groupBy(facts, ({ dossier }) => dossier).values()].flatMap((theirs) => {
    const listed = theirs.findLast(({ kind }) => kind === "listed");
    if (!listed) return [];
    const { decision, rank, on: joinedOn } = listed.details as Listing;
    const calls = calledAndAnswered(theirs);
    const events = theirs.flatMap((fact): Events => {
      const when = { on: onOf(fact)!, nth: nth.get(fact)! };
      return isEvent(fact.kind) ? [{ ...when, kind: fact.kind }] : calls.includes(fact) ? offeredOn(when) : [];
    });
    if (joinedOn !== undefined && decision !== "refused") {
      const joins = { on: joinedOn, nth: nth.get(listed)! };
      return [{ id: listed.dossier, ...joining({ decision, rank: rank!, joins }, events) }];
    }
    return [
      { id: listed.dossier, decision, ...(rank !== undefined && { rank }), ...(events.length > 0 && { events }) },
    ];
  });
  return { id, on, diploma, version, establishment, ...terms, candidates };
}

/** The event that an act is about to record has no id yet: it is the last. */
function byRecord(a: Fact, b: Fact): number {
  if (a.at.getTime() !== b.at.getTime()) return a.at.getTime() - b.at.getTime();
  return Number(a.id === "") - Number(b.id === "") || (a.id < b.id ? -1 : Number(a.id > b.id));
}

type When = { readonly on: Day; readonly nth: number };
type Joining = { readonly decision: "admitted" | "waiting"; readonly rank: number; readonly joins: When };
type Events = NonNullable<PlacesInput["candidates"][number]["events"]>;

/**
 * To the decision, a joining candidate waits from that day. If admitted, they leave that wait and are offered a place the same day, even
 * past the last day of calls.
 */
function joining({ decision, rank, joins }: Joining, since: Events) {
  const events = [...(decision === "admitted" ? offeredOn(joins) : []), ...since];
  return { decision: "waiting" as const, rank, joinedOn: joins.on, ...(events.length > 0 && { events }) };
}

/** A waiting candidate leaves the wait and is offered a place. */
function offeredOn(when: When): Events {
  return (["withdrawn", "reoffered"] as const).map((kind) => ({ ...when, kind }));
}

/**
 * Calls answered on the same day. The decision plays a day's events before it calls candidates, who may answer from the next day on; here
 * they are told at once and may answer at once.
 */
function calledAndAnswered(facts: readonly Fact[]): readonly Fact[] {
  return facts.filter((fact, index) => {
    const that = (other: Fact) => onOf(other) === onOf(fact);
    const anew = facts.slice(0, index).some((other) => other.kind === "reoffered" && that(other));
    return (
      fact.kind === "offered" && !anew && facts.slice(index + 1).some((other) => isEvent(other.kind) && that(other))
    );
  });
}

function onOf({ details }: Fact): Day | undefined {
  return (details as { readonly on?: Day }).on;
}

/** The last day of activity: an answer, a call, a lapse; or the day it was settled. */
export function lastDay({ terms, facts }: List): Day {
  return facts.reduce((last, fact) => {
    const on = onOf(fact);
    return on !== undefined && on > last ? on : last;
  }, terms.decidedOn);
}

function isEvent(kind: string): kind is EventKind {
  return (EVENTS as readonly string[]).includes(kind);
}
