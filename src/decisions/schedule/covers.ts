/** Which days an instalment bills: those of its period, or up to the last day followed, that no earlier invoice bears. */
import { addDays, type Day } from "../../kit/day.ts";
import type { Days, Instalment, Issued, ScheduleInput } from "./facts.ts";
import { type Turn, withinTurn } from "./turns.ts";

export type Asked = Pick<ScheduleInput, "periods" | "stop"> & {
  readonly turn: Turn;
  /** All is asked at the end. */
  readonly atEnd: boolean;
  readonly issued: readonly Issued[];
};

/** Undefined where no invoice that stands, even in part, says its days. */
export function lastCovered(issued: readonly Issued[]): Day | undefined {
  const credited = (number: string) => issued.reduce((sum, { of, amount }) => sum + (of === number ? amount : 0), 0);
  return issued
    .flatMap(({ number, amount, covers }) => (covers && credited(number) < amount ? covers.to : []))
    .toSorted()
    .at(-1);
}

export function coversOf({ kind, period }: Pick<Instalment, "kind" | "period">, asked: Asked): Days | null {
  const { periods, stop, turn, atEnd, issued } = asked;
  const last = lastCovered(issued);
  const next = last === undefined ? undefined : addDays(last, 1);
  const begins = periods[0]!.from;
  if (kind === "stop") {
    const followed = stop!.followed === undefined ? stop!.on : stop!.followed;
    return followed === null ? null : days(withinTurn(turn, { from: next ?? begins, to: followed }));
  }
  if (kind !== "period") return null;
  const { from, to } = periods[period! - 1]!;
  const first = atEnd ? begins : from;
  return days(withinTurn(turn, { from: next !== undefined && next > first ? next : first, to }));
}

function days({ from, to }: Days): Days | null {
  return from <= to ? { from, to } : null;
}
