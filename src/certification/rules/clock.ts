/**
 * The five-year clock of a partial validation: the deadline last notified or extended by the authority, or undefined once all has lapsed.
 */
import type { Day } from "../../kit/day.ts";

type Notified = { readonly notifiedOn: Day; readonly outcome: string; readonly completeBy: Day | null };
type Later = { readonly kind: string; readonly on: Day; readonly said: unknown };

/** Both lists in chronological order. */
export function clockOf(
  results: readonly Notified[],
  after: readonly Later[],
): { readonly completeBy: Day } | undefined {
  const last = results.at(-1);
  if (!last || last.completeBy === null || last.outcome === "diploma") return undefined;
  const lapsed = after.some(({ kind, on }) => kind === "lapsed" && on >= last.notifiedOn);
  if (lapsed) return undefined;
  const kept = keptUntil(after) ?? last.completeBy;
  return { completeBy: kept > last.completeBy ? kept : last.completeBy };
}

/** The latest day until which the authority kept the validations, since the last lapse. */
export function keptUntil(after: readonly Later[]): Day | undefined {
  const since = after.slice(after.findLastIndex(({ kind }) => kind === "lapsed") + 1);
  const days = since.flatMap(({ kind, said }) => (kind === "kept" ? [(said as { readonly until: Day }).until] : []));
  return days.toSorted().at(-1);
}
