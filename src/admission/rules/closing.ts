/** What keeps a commission from closing: who is missing, who has no decision, what the intake does not have. Pure. */
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
