/**
 * What keeps a commission from closing: who is missing, who has no decision, what the intake does not have; and what it closes over
 * only with a ground, said for each: applications are still taken, somebody is not decided on, somebody was not heard. Pure.
 */
import type { Day } from "../../kit/day.ts";
import { askerOf } from "../../law/asker.ts";
import type { Entry } from "../../law/entry.ts";
import { type Finding, finding } from "../../law/finding.ts";
import type { Law } from "../../law/law.ts";

type Sitting = { readonly seat: string; readonly present: boolean };
type ToDecide = { readonly dossier: string; readonly name: string };
type Proposed = {
  readonly dossier: string;
  readonly decision: "admitted" | "waiting" | "refused";
  readonly rank: number | null;
  readonly grounds: string;
};

export type Closing = {
  readonly heldOn: Day;
  readonly today: Day;
  readonly members: readonly Sitting[];
  readonly candidates: readonly ToDecide[];
  readonly proposals: readonly Proposed[];
  readonly places: number;
  readonly answerWithin: number | undefined;
  readonly waitingList: { readonly kind: "none" | "ranked"; readonly most: number | null };
};

/** One of those that a ground answers, of an intake or of somebody. */
export const CLOSED_OVER = ["intake-closed", "decided", "heard"] as const;
export type Departure = {
  readonly condition: (typeof CLOSED_OVER)[number];
  readonly dossier: string | null;
  readonly finding: Finding;
};
export type Ground = Pick<Departure, "condition" | "dossier"> & { readonly ground: string };

export type Before = {
  /** The last day on which applications are taken, of an intake that takes them still. */
  readonly takenUntil: Day | undefined;
  /** Of a dossier that conforms, and whose eligibility nobody decided. */
  readonly undecided: readonly ToDecide[];
  /** Whom this commission decides on, the deferred apart; `grids`: those that were agreed on, none of whoever was not heard. */
  readonly toHear: readonly (ToDecide & { readonly heard: "agreed" | "missed" | "no"; readonly grids: number })[];
};

/** How many of those who hear somebody agree on what they heard, where the référentiel has candidates heard. */
export function hearingEntry({ diploma }: Law) {
  return diploma.admission.commission.find(({ hears }) => hears !== undefined);
}

export function departures(law: Law, { takenUntil, undecided, toHear }: Before): Departure[] {
  const settles = listEntry(law);
  const hearing = hearingEntry(law);
  const of = ({ dossier }: ToDecide, condition: "decided" | "heard", found: Finding) => ({
    condition,
    dossier,
    finding: found,
  });
  const open = takenUntil && finding("intake-closed", false, "intake-open", settles, { day: takenUntil });
  return [
    ...(open ? [{ condition: "intake-closed" as const, dossier: null, finding: open }] : []),
    ...undecided.map((one) =>
      of(one, "decided", finding("decided", false, "not-decided", settles, { name: one.name })),
    ),
    ...toHear.flatMap((one) => {
      const wanted = hearing?.hears?.grids ?? 0;
      if (!hearing || one.heard === "missed" || (one.heard === "agreed" && one.grids >= wanted)) return [];
      const said = one.heard === "agreed" ? "grids-missing" : "not-heard";
      const values = { name: one.name, wanted, grids: one.grids };
      return [of(one, "heard", finding("heard", false, said, hearing, values))];
    }),
  ];
}

/** Those that no ground answers. */
export function unanswered(found: readonly Departure[], grounds: readonly Ground[]): Finding[] {
  return found.filter((one) => !grounds.some((ground) => answers(ground, one))).map((one) => one.finding);
}

export function answers({ condition, dossier }: Ground, one: Omit<Departure, "finding">): boolean {
  return condition === one.condition && dossier === one.dossier;
}

/** Who sits on it: what the référentiel says, nobody where it does not. */
export function seatsOf({ diploma }: Law) {
  return diploma.admission.commission.flatMap(({ seats = [] }) => seats);
}

/** The entry on the list that it settles: the article of its decisions. */
export function listEntry(law: Law): Entry {
  const { commission } = law.diploma.admission;
  return commission.find(({ key }) => key === "list") ?? commission[0] ?? askerOf(law, "places");
}

const SHOWN = 20;

export function closingFindings(law: Law, closing: Closing): Finding[] {
  const { heldOn, today, members, candidates, proposals, places, answerWithin, waitingList } = closing;
  const settles = listEntry(law);
  const mine = new Map(proposals.map((one) => [one.dossier, one]));
  const decided = candidates.flatMap((one) => {
    const proposal = mine.get(one.dossier);
    return proposal ? [{ ...one, ...proposal }] : [];
  });
  const naming = (some: readonly ToDecide[]) => ({
    names: some.slice(0, SHOWN).map(({ name }) => name),
    count: some.length,
  });
  const found: Finding[] = [];
  if (heldOn > today) found.push(finding("held", false, "not-held-yet", settles, { day: heldOn }));
  for (const seat of seatsOf(law))
    if (!members.some((one) => one.seat === seat.seat && one.present))
      found.push(finding("members", false, "member-missing", seat, { seat }));
  const undecided = candidates.filter(({ dossier }) => !mine.has(dossier));
  if (undecided.length > 0) found.push(finding("decisions", false, "undecided", settles, naming(undecided)));
  const unfounded = decided.filter(({ decision, grounds }) => decision === "refused" && grounds === "");
  if (unfounded.length > 0) found.push(finding("grounds", false, "ground-missing", settles, naming(unfounded)));
  const admitted = decided.filter(({ decision }) => decision === "admitted").length;
  if (admitted > places) found.push(finding("places", false, "too-many", askerOf(law, "places"), { admitted, places }));
  const waiting = decided.filter(({ decision }) => decision === "waiting");
  const asks = askerOf(law, "waiting-list");
  if (waitingList.kind === "none" && waiting.length > 0)
    found.push(finding("waiting-list", false, "no-waiting-list", asks));
  if (waitingList.most !== null && waiting.length > waitingList.most)
    found.push(finding("waiting-list", false, "waiting-too-long", asks, { most: waitingList.most }));
  const ranked = Map.groupBy(waiting, ({ rank }) => rank);
  const twice = waiting.filter(({ rank }) => ranked.get(rank)!.length > 1);
  if (twice.length > 0) found.push(finding("ranks", false, "rank-twice", asks, naming(twice)));
  if (answerWithin === undefined) found.push(finding("answer", false, "no-answer-delay", asks));
  return found;
}
