/** How far somebody’s interview is, for whoever decides on their admission: those who come after read no rows of it. */
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import type { InterviewState } from "./rules/state.ts";
import { type Appreciations, type Proposal, proposalsOf } from "./grids/store.ts";
import { factsOf, type Interview, interviewsOf, lastInterviews } from "./store.ts";

export type InterviewOf = {
  readonly id: string;
  readonly state: InterviewState;
  readonly day: Day;
  readonly beginsAt: Date;
  /** Who held it: names of actors. */
  readonly examiners: readonly string[];
  /** What they agreed on, by the keys of the criteria of the law. */
  readonly agreed: AgreedGrid | undefined;
};
export type AgreedGrid = { readonly appreciations: Appreciations; readonly remark: string; readonly at: Date };

/** The last of a candidate; `undefined` where none was ever placed. */
export async function interviewOf(tx: Tx, dossier: string): Promise<InterviewOf | undefined> {
  return (await interviewsOfAll(tx, [dossier])).get(dossier);
}

/** The last of each of several candidates of whom one was ever placed. */
export async function interviewsOfAll(tx: Tx, dossiers: readonly string[]): Promise<ReadonlyMap<string, InterviewOf>> {
  const rows = await lastInterviews(tx, dossiers);
  return new Map(
    rows.map(({ dossier, id, state, day, beginsAt, examiners, agreedAt, appreciations, remark }) => {
      const agreed = agreedAt ? { appreciations: appreciations!, remark: remark!, at: agreedAt } : undefined;
      return [dossier, { id, state, day, beginsAt, examiners, agreed }];
    }),
  );
}

/** The one that stands, or else the last to be over. */
export async function lastOf(tx: Tx, dossier: string): Promise<Interview | undefined> {
  const all = await interviewsOf(tx, dossier);
  return all.find(({ state }) => !["missed", "postponed", "cancelled"].includes(state)) ?? all.at(-1);
}

/** What all who held it agreed on last. */
export async function agreedGrid(tx: Tx, interview: string): Promise<AgreedGrid | undefined> {
  const settled = (await factsOf(tx, interview)).findLast(({ kind, details }) => kind === "agreed" && details.all);
  if (!settled) return undefined;
  const proposals: readonly Proposal[] = await proposalsOf(tx, interview);
  const { appreciations, remark } = proposals.find(({ id }) => id === settled.details.proposal)!;
  return { appreciations, remark, at: settled.at };
}
