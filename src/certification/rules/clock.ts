/** The clock of somebody who holds a part: what was notified last, or the authority since, says until when; or that all has lapsed. */
import type { Day } from "../../kit/day.ts";

type Notified = { readonly notifiedOn: Day; readonly outcome: string; readonly completeBy: Day | null };
type Later = { readonly kind: string; readonly on: Day; readonly said: unknown };

/** In the order in which they were notified. */
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

/** The last day until which the authority kept what was validated, since anything lapsed; in the order in which it was decided. */
export function keptUntil(after: readonly Later[]): Day | undefined {
  const since = after.slice(after.findLastIndex(({ kind }) => kind === "lapsed") + 1);
  const days = since.flatMap(({ kind, said }) => (kind === "kept" ? [(said as { readonly until: Day }).until] : []));
  return days.toSorted().at(-1);
}
