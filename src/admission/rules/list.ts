/** A list of those decided on, as the decision on places takes it: built from facts, so that what it answers is rebuilt at will. */
import type { PlacesInput, EventKind } from "../../decisions/places/rule.ts";
import { EVENTS } from "../../decisions/places/rule.ts";
import type { Day } from "../../kit/day.ts";
import type { Basis } from "../../law/law.ts";
import type { Fact } from "./candidacy.ts";

/** Under which terms the places of a list are offered, as they were when it was closed. */
export type Terms = {
  readonly places: number;
  readonly decidedOn: Day;
  readonly answerWithin: number;
  readonly callsUntil?: Day;
};

/** Of the fact `listed`. A list of one, by an appeal that was granted, brings its own terms. */
export type Listing = {
  readonly decision: "admitted" | "waiting" | "refused";
  readonly rank?: number;
  readonly grounds: string;
  readonly terms?: Terms;
  /** Of whoever joined a list that was settled before: on which day, and by which further sitting of the commission. */
  readonly on?: Day;
  readonly by?: string;
};

export type List = { readonly id: string; readonly terms: Terms; readonly facts: readonly Fact[] };

type Asked = {
  readonly id: string;
  readonly on: Day;
  readonly basis: Pick<Basis, "diploma" | "version" | "establishment">;
};

/**
 * Events of one day are played in the order of the list. Whoever was offered a place anew, or joined later, comes last, the first so offered before
 * the others: what freed that place the same day then stands before it, as it did when it was offered.
 */
export function placesInput({ terms, facts }: List, { id, on, basis }: Asked): PlacesInput {
  const { diploma, version, establishment } = basis;
  const people = Map.groupBy(facts, ({ dossier }) => dossier);
  const ordered = [...people.values()].toSorted((a, b) => anew(a) - anew(b));
  const candidates = ordered.flatMap((theirs) => {
    const listed = theirs.findLast(({ kind }) => kind === "listed");
    if (!listed) return [];
    const { decision, rank, on: joinedOn } = listed.details as Listing;
    const events = theirs.flatMap(({ kind, details }) =>
      isEvent(kind) ? [{ on: (details as { on: Day }).on, kind }] : [],
    );
    if (joinedOn !== undefined && decision !== "refused")
      return [{ id: listed.dossier, ...joining({ decision, rank: rank!, joinedOn }, events) }];
    return [
      { id: listed.dossier, decision, ...(rank !== undefined && { rank }), ...(events.length > 0 && { events }) },
    ];
  });
  return { id, on, diploma, version, establishment, ...terms, candidates };
}

type Joining = { readonly decision: "admitted" | "waiting"; readonly rank: number; readonly joinedOn: Day };
type Events = NonNullable<PlacesInput["candidates"][number]["events"]>;

/**
 * For the decision whoever joins a list waits from that day on. Admitted, they do not wait to be called: they leave that wait and
 * are offered a place the same day, also past the last day of calls.
 */
function joining({ decision, rank, joinedOn }: Joining, since: Events) {
  const direct = decision === "admitted" ? (["withdrawn", "reoffered"] as const) : [];
  const events = [...direct.map((kind) => ({ on: joinedOn, kind })), ...since];
  return { decision: "waiting" as const, rank, joinedOn, ...(events.length > 0 && { events }) };
}

/** On which something last happened in it: an answer, a call, a lapse; or that it was decided. */
export function lastDay({ terms, facts }: List): Day {
  return facts.reduce((last, { details }) => {
    const { on } = details as { readonly on?: Day };
    return on !== undefined && on > last ? on : last;
  }, terms.decidedOn);
}

function anew(facts: readonly Fact[]): number {
  const later = facts.find(({ kind, details }) => kind === "reoffered" || (kind === "listed" && "on" in details));
  return later?.at.getTime() ?? 0;
}

function isEvent(kind: string): kind is EventKind {
  return (EVENTS as readonly string[]).includes(kind);
}
