/** Until which day each examiner and each member of the jury is needed: their marks, and the jury, may come later than the exam. Pure. */
import type { Day } from "../../kit/day.ts";
import type { Jury } from "./deliberation.ts";
import type { Certifying } from "./facts.ts";

type Rows = Pick<Certifying, "session" | "groups" | "examiners" | "designations">;

/** By person. Nobody once the session's jury has closed. */
export function neededUntil(
  { session, groups, examiners, designations }: Rows,
  juries: readonly Pick<Jury, "only" | "on" | "closedAt">[],
): ReadonlyMap<string, Day> {
  const whole = juries.filter(({ only }) => only === null);
  const open = whole.find(({ closedAt }) => closedAt === null);
  const needed = new Map<string, Day>();
  if (!open && whole.length > 0) return needed;
  const juryDay = open?.on ?? session.until;
  const until = (person: string, day: Day) => {
    if ((needed.get(person) ?? "") < day) needed.set(person, day);
  };
  for (const { person, exam } of designations) if (exam === null) until(person, juryDay);
  for (const { person, group, finished } of examiners) {
    const held = finished === null ? groups.find(({ id }) => id === group) : undefined;
    if (held) until(person, held.heldOn > juryDay ? held.heldOn : juryDay);
  }
  return needed;
}
