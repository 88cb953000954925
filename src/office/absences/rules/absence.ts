/** Whether an absence fits with the existing ones: no officer is absent twice at once, nor stands in while absent. */
import type { Day } from "../../../kit/day.ts";

/** Both days included. `account` is absent, `standIn` handles their work. */
export type Absence = {
  readonly id: string;
  readonly account: string;
  readonly standIn: string;
  readonly from: Day;
  readonly until: Day;
};
export type Asked = Omit<Absence, "id">;

export type Against = {
  readonly why: "away already" | "stand-in is away" | "stands in";
  readonly which: Absence;
};

export function isAway({ from, until }: Pick<Absence, "from" | "until">, day: Day): boolean {
  return from <= day && day <= until;
}

/** The conflicting absence; `undefined` if there is none. */
export function against(asked: Asked, standing: readonly Absence[]): Against | undefined {
  const meeting = standing.filter(({ from, until }) => from <= asked.until && asked.from <= until);
  const ways: readonly (readonly [Against["why"], (one: Absence) => boolean])[] = [
    ["away already", ({ account }) => account === asked.account],
    ["stand-in is away", ({ account }) => account === asked.standIn],
    // The work they stand in for would be left without an officer.
    ["stands in", ({ standIn }) => standIn === asked.account],
  ];
  for (const [why, is] of ways) {
    const which = meeting.find(is);
    if (which) return { why, which };
  }
  return undefined;
}
