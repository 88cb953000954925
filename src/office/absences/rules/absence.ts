/** Whether days away can be as they are asked, beside those that stand already: nobody is away twice, nor stands in while away. */
import type { Day } from "../../../kit/day.ts";

/** Both days are days away. `account` is away, and whoever stands in deals with what is theirs. */
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

/** What stands against it; `undefined` where nothing does. */
export function against(asked: Asked, standing: readonly Absence[]): Against | undefined {
  const meeting = standing.filter(({ from, until }) => from <= asked.until && asked.from <= until);
  const ways: readonly (readonly [Against["why"], (one: Absence) => boolean])[] = [
    ["away already", ({ account }) => account === asked.account],
    ["stand-in is away", ({ account }) => account === asked.standIn],
    // Else what they took on for somebody else would be nobody’s.
    ["stands in", ({ standIn }) => standIn === asked.account],
  ];
  for (const [why, is] of ways) {
    const which = meeting.find(is);
    if (which) return { why, which };
  }
  return undefined;
}
