/**
 * Decisions of a commission that sits again after the list was settled: its candidates join the end of that list. The admitted are offered
 * a place free that day; the others are called after those already waiting.
 */
import type { Day } from "../kit/day.ts";
import type { Fact } from "./rules/candidacy.ts";
import type { Listing } from "./rules/list.ts";
import { answerOn, type Listed } from "./settling.ts";
import type { Proposal } from "./store.ts";

type Decision = Pick<Proposal, "dossier" | "decision" | "rank" | "grounds">;
type Joining = { readonly on: Day; readonly commission: string; readonly at: Date; readonly by: string };

/** Ranks the joining candidates: the admitted first, since they do not wait, then the others in order. */
export function joiningFacts(
  listed: Listed,
  decisions: readonly Decision[],
  { on, commission, at, by }: Joining,
): Fact[] {
  const { list } = listed;
  const ranks = list.facts.flatMap(({ details }) => (details as Partial<Listing>).rank ?? 0);
  const after = Math.max(0, ...ranks);
  const admitted = decisions.filter(({ decision }) => decision === "admitted");
  const waiting = decisions.filter(({ decision }) => decision === "waiting").toSorted((a, b) => a.rank! - b.rank!);
  const order = new Map([...admitted, ...waiting].map(({ dossier }, place) => [dossier, after + place + 1]));
  return decisions.map(({ dossier, decision, grounds }): Fact => {
    const rank = order.get(dossier);
    const details: Listing = { decision, ...(rank !== undefined && { rank }), grounds, on, by: commission };
    return { id: "", dossier, place: Infinity, kind: "listed", list: list.id, at, by, details };
  });
}

type Room = { readonly places: number; readonly most: number | null };

/** Places and waiting-list room left on a day, once those already waiting were called. */
export function roomLeft(listed: Listed, on: Day, { most }: Pick<Room, "most">): Room {
  const { free, candidates } = answerOn(listed, on);
  const waiting = candidates.filter(({ state }) => state === "waiting").length;
  return { places: free, most: most === null ? null : Math.max(0, most - waiting) };
}
