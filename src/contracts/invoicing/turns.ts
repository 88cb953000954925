/** Minutes of the days of each of those who pay in turn: what a fund is asked for, and what stopping comes to for each. */
import type { Performing } from "../../act/act.ts";
import { addDays, type Day, FIRST_DAY } from "../../kit/day.ts";
import type { Stop } from "../../decisions/schedule/facts.ts";
import { billedMinutes } from "../../training/certificates/billed.ts";
import type { SharedAs } from "../rules/facts.ts";
import type { Turn } from "../rules/schedule.ts";
import { turnOf } from "../rules/takeover.ts";

type Context = Pick<Performing<unknown>, "tx" | "law" | "today" | "decide">;
type Enrolment = Parameters<typeof billedMinutes>[1];

/** Followed and countersigned in the turn of this kind of payer until a day; undefined of who takes none. */
export async function doneInTurn(
  context: Context,
  enrolment: Enrolment,
  { shares, source, until }: { readonly shares: readonly SharedAs[]; readonly source: string; readonly until: Day },
): Promise<number | undefined> {
  const turn = turnOf(shares, source);
  if (!turn) return undefined;
  const last = turn.before === undefined ? until : addDays(turn.before, -1);
  return (await billedMinutes(context, enrolment, last < until ? last : until, turn.from))?.done ?? 0;
}

/** By kind of payer, together what the stop says. */
export async function minutesInTurns(
  context: Context,
  enrolment: Enrolment | undefined,
  shares: readonly SharedAs[],
  stop: Pick<Stop, "on" | "given" | "attended">,
): Promise<ReadonlyMap<string, Turn>> {
  const turns = new Map<string, Turn>();
  for (const { source, takesOver } of shares) {
    if (!takesOver) continue;
    const last = addDays(takesOver.since, -1);
    const until = last < stop.on ? last : stop.on;
    const before = enrolment && (await billedMinutes(context, enrolment, until, FIRST_DAY));
    const given = Math.min(before?.held ?? 0, stop.given);
    const attended = Math.min(before?.done ?? 0, given, stop.attended);
    turns.set(takesOver.source, { given, attended });
    const rest = stop.given - given;
    turns.set(source, { given: rest, attended: Math.min(stop.attended - attended, rest) });
  }
  return turns;
}
