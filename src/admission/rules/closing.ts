/**
 * What prevents a commission from closing: missing members or decisions, excess over the intake's terms; and what it may close over with a
 * ground: applications still open, undecided candidates, candidates not heard. Pure.
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

/** A condition that a ground may override, for the intake or for one person. */
export const CLOSED_OVER = ["intake-closed", "decided", "heard"] as const;
export type Departure = {
  readonly condition: (typeof CLOSED_OVER)[number];
  readonly dossier: string | null;
  readonly finding: Finding;
};
export type Ground = Pick<Departure, "condition" | "dossier"> & { readonly ground: string };

export type Before = {
  /** The last day for applications, if the intake is still open. */
  readonly takenUntil: Day | undefined;
  /** Conforming dossiers without an eligibility decision. */
  readonly undecided: readonly ToDecide[];
  /** The candidates to decide on, except deferred ones; `grids`: the agreed grids, 0 if not heard. */
  readonly toHear: readonly (ToDecide & { readonly heard: "agreed" | "missed" | "no"; readonly grids: number })[];
};

/** The entry requiring interviews, with how many agreed grids; undefined if the référentiel has none. */
export function hearingEntry({ diploma }: Law) {
  return diploma.admission.commission.find(({ hears }) => hears !== undefined);
}

export function departures(law: Law, { takenUntil, undecided, toHear }: Before): Departure[] {
  const settles = listEntry(law);
  const hearing = hearingEntry(law);
  const of = ({ dossier }: ToDecide, condition: "decided" | "heard", unmet: Finding) => ({
    condition,
    dossier,
    finding: unmet,
  });
  const open = takenUntil && finding("intake-closed", false, "intake-open", settles, { day: takenUntil });
  return [
    ...(open ? [{ condition: "intake-closed" as const, dossier: null, finding: open }] : []),
    ...undecided.map((one) =>
      of(one, "decided", finding("decided", false, "not-decided", settles, { name: one.name })),
    ),
    ...toHear.flatMap((candidate) => {
      const wanted = hearing?.hears?.grids ?? 0;
      if (!hearing || candidate.heard === "missed" || (candidate.heard === "agreed" && candidate.grids >= wanted))
        return [];
      const key = candidate.heard === "agreed" ? "grids-missing" : "not-heard";
      const values = { name: candidate.name, wanted, grids: candidate.grids };
      return [of(candidate, "heard", finding("heard", false, key, hearing, values))];
    }),
  ];
}

/** The departures without a ground. */
export function unanswered(departing: readonly Departure[], grounds: readonly Ground[]): Finding[] {
  return departing.filter((one) => !grounds.some((ground) => answers(ground, one))).map((one) => one.finding);
}

export function answers({ condition, dossier }: Ground, departure: Omit<Departure, "finding">): boolean {
  return condition === departure.condition && dossier === departure.dossier;
}

/** The seats the référentiel names; empty if it names none. */
export function seatsOf({ diploma }: Law) {
  return diploma.admission.commission.flatMap(({ seats = [] }) => seats);
}

/** The article its decisions cite: the entry on the list it settles. */
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
  const findings: Finding[] = [];
  if (heldOn > today) findings.push(finding("held", false, "not-held-yet", settles, { day: heldOn }));
  for (const seat of seatsOf(law))
    if (!members.some((one) => one.seat === seat.seat && one.present))
      findings.push(finding("members", false, "member-missing", seat, { seat }));
  const undecided = candidates.filter(({ dossier }) => !mine.has(dossier));
  if (undecided.length > 0) findings.push(finding("decisions", false, "undecided", settles, naming(undecided)));
  const unfounded = decided.filter(({ decision, grounds }) => decision === "refused" && grounds === "");
  if (unfounded.length > 0) findings.push(finding("grounds", false, "ground-missing", settles, naming(unfounded)));
  const admitted = decided.filter(({ decision }) => decision === "admitted").length;
  if (admitted > places)
    findings.push(finding("places", false, "too-many", askerOf(law, "places"), { admitted, places }));
  const waiting = decided.filter(({ decision }) => decision === "waiting");
  const asks = askerOf(law, "waiting-list");
  if (waitingList.kind === "none" && waiting.length > 0)
    findings.push(finding("waiting-list", false, "no-waiting-list", asks));
  if (waitingList.most !== null && waiting.length > waitingList.most)
    findings.push(finding("waiting-list", false, "waiting-too-long", asks, { most: waitingList.most }));
  const ranked = Map.groupBy(waiting, ({ rank }) => rank);
  const twice = waiting.filter(({ rank }) => ranked.get(rank)!.length > 1);
  if (twice.length > 0) findings.push(finding("ranks", false, "rank-twice", asks, naming(twice)));
  if (answerWithin === undefined) findings.push(finding("answer", false, "no-answer-delay", asks));
  return findings;
}
