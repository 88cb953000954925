/** A candidate's interview, for the later rooms that decide on admission, which never read its rows. */
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
  /** The interviewers, as actors. */
  readonly examiners: readonly string[];
  /** The agreed grid, by criterion key. */
  readonly agreed: AgreedGrid | undefined;
};
export type AgreedGrid = { readonly appreciations: Appreciations; readonly remark: string; readonly at: Date };

/** A candidate's last interview; `undefined` if there never was one. */
export async function interviewOf(tx: Tx, dossier: string): Promise<InterviewOf | undefined> {
  return (await interviewsOfAll(tx, [dossier])).get(dossier);
}

/** The last interview of each candidate who ever had one. */
export async function interviewsOfAll(tx: Tx, dossiers: readonly string[]): Promise<ReadonlyMap<string, InterviewOf>> {
  const rows = await lastInterviews(tx, dossiers);
  return new Map(
    rows.map(({ dossier, id, state, day, beginsAt, examiners, agreedAt, appreciations, remark }) => {
      const agreed = agreedAt ? { appreciations: appreciations!, remark: remark!, at: agreedAt } : undefined;
      return [dossier, { id, state, day, beginsAt, examiners, agreed }];
    }),
  );
}

/** The current one, or else the last. */
export async function lastOf(tx: Tx, dossier: string): Promise<Interview | undefined> {
  const all = await interviewsOf(tx, dossier);
  return all.find(({ state }) => !["missed", "postponed", "cancelled"].includes(state)) ?? all.at(-1);
}

/** The last grid on which all interviewers agreed. */
export async function agreedGrid(tx: Tx, interview: string): Promise<AgreedGrid | undefined> {
  const settled = (await factsOf(tx, interview)).findLast(({ kind, details }) => kind === "agreed" && details.all);
  if (!settled) return undefined;
  const proposals: readonly Proposal[] = await proposalsOf(tx, interview);
  const { appreciations, remark } = proposals.find(({ id }) => id === settled.details.proposal)!;
  return { appreciations, remark, at: settled.at };
}
