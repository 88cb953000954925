/**
 * Plans a day in the order of those who wait: those found admissible first, then the others by the day their decision is due, then by the
 * day of submission. The decision places as many as it can whoever they are: where that leaves out somebody of an earlier group, the groups
 * are planned one after the other, and within a group a place goes to the first whom it suits.
 *
 * Two admissible and three undecided for two places: the two admissible. One admissible with more time, for whom two undecided would find a
 * place: the admissible.
 */
import type { InterviewPlan, InterviewsInput } from "../../decisions/interview-plan/facts.ts";
import type { Day } from "../../kit/day.ts";
import { overlap, type Stretch } from "./day.ts";
import { planInput, type PlanRequest } from "./plan-input.ts";

export type Turn = {
  readonly dossier: string;
  readonly admissible: boolean;
  readonly dueOn: Day | null;
  readonly submittedAt: Date | null;
};

export function byTurn(one: Turn, other: Turn): number {
  const keys = ({ admissible, dueOn, submittedAt, dossier }: Turn) =>
    [admissible ? "0" : "1", dueOn ?? "9999-12-31", submittedAt?.toISOString() ?? "9999", dossier].join(" ");
  return keys(one) < keys(other) ? -1 : 1;
}

type Request = Omit<PlanRequest, "candidates"> & {
  /** In their order. */
  readonly candidates: readonly (PlanRequest["candidates"][number] & Pick<Turn, "admissible">)[];
};
type Solve = (input: InterviewsInput) => Promise<InterviewPlan>;
type Placed = InterviewPlan["placed"][number];

export async function plannedInOrder(id: string, request: Request, solve: Solve): Promise<InterviewPlan> {
  const { candidates } = request;
  const whole = await solve(planInput(id, request));
  const admissible = new Set(candidates.flatMap((one) => (one.admissible ? [one.dossier] : [])));
  const isLeft = whole.unplaced.some(({ candidate }) => admissible.has(candidate));
  const goesFirst = whole.placed.some(({ candidate }) => !admissible.has(candidate));
  if (!isLeft || !goesFirst) return exchanged(whole, request);
  const first = await solve(planInput(id, { ...request, candidates: candidates.filter((one) => one.admissible) }));
  const rest = {
    ...request,
    candidates: candidates.filter((one) => !one.admissible),
    busy: busyBeside(request, first),
  };
  const then = await solve(planInput(id, rest));
  const placed = [...first.placed, ...then.placed];
  const ends =
    placed
      .map(({ interview }) => interview.to)
      .toSorted()
      .at(-1) ?? null;
  const unplaced = [...first.unplaced, ...then.unplaced];
  return exchanged({ ...whole, placed, unplaced, ends, best: first.best && then.best }, request);
}

/** What is busy beside the places of a plan: its pairs, its rooms, and a seat of the analysis for each. */
function busyBeside({ settings, busy, seat }: Request, { placed }: InterviewPlan): PlanRequest["busy"] {
  const taken = new Map<string, Stretch[]>();
  const take = (key: string, stretch: Stretch) => taken.set(key, [...(taken.get(key) ?? []), stretch]);
  const all = (key: string) => [...busy(key), ...(taken.get(key) ?? [])];
  for (const { analysis, interview } of placed) {
    const members = settings.pairs.find(({ key }) => key === interview.pair)?.members ?? [];
    for (const key of [...members, seat(roomOf(interview.room), 1)]) take(key, interview);
    const room = settings.rooms.find((one) => one.room === roomOf(analysis.room) && one.for === "analysis");
    const seats = Array.from({ length: room?.seats ?? 0 }, (_, at) => seat(room!.room, at + 1));
    const free = seats.find((key) => all(key).every((one) => !overlap(one, analysis)));
    if (free !== undefined) take(free, analysis);
  }
  return all;
}

const roomOf = (id: string) => id.split("/")[0]!;

/** Whoever is left out takes the very place of the last who comes after them, where it suits them and is as long. */
function exchanged(plan: InterviewPlan, { candidates, settings }: Request): InterviewPlan {
  const rank = new Map(candidates.map(({ dossier }, at) => [dossier, at]));
  const of = (dossier: string) => candidates[rank.get(dossier)!]!;
  const places = new Map(plan.placed.map((one) => [one.candidate, one]));
  const left = new Map(plan.unplaced.map((one) => [one.candidate, one]));
  const suits = (dossier: string, { candidate, analysis, interview }: Placed) => {
    const [who, there] = [of(dossier), of(candidate)];
    const members = settings.pairs.find(({ key }) => key === interview.pair)?.members ?? [];
    const away = who.away.some((one) => overlap(one, interview) || (settings.analysis > 0 && overlap(one, analysis)));
    return who.extra === there.extra && !away && !members.some((one) => who.not.includes(one));
  };
  for (const dossier of [...left.keys()].toSorted((a, b) => rank.get(a)! - rank.get(b)!)) {
    const later = [...places.values()]
      .filter(({ candidate }) => rank.get(candidate)! > rank.get(dossier)!)
      .toSorted((a, b) => rank.get(b.candidate)! - rank.get(a.candidate)!)
      .find((one) => suits(dossier, one));
    if (!later) continue;
    places.delete(later.candidate);
    places.set(dossier, { ...later, candidate: dossier });
    left.set(later.candidate, { ...left.get(dossier)!, candidate: later.candidate });
    left.delete(dossier);
  }
  return { ...plan, placed: [...places.values()], unplaced: [...left.values()] };
}
