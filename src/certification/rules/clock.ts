/** The clock of somebody who holds a part: what was notified last says until when, unless it was decided since that all has lapsed. */
import type { Day } from "../../kit/day.ts";

type Notified = { readonly notifiedOn: Day; readonly outcome: string; readonly completeBy: Day | null };
type Later = { readonly kind: string; readonly on: Day };

/** In the order in which they were notified. */
export function clockOf(
  results: readonly Notified[],
  after: readonly Later[],
): { readonly completeBy: Day } | undefined {
  const last = results.at(-1);
  if (!last || last.completeBy === null || last.outcome === "diploma") return undefined;
  const lapsed = after.some(({ kind, on }) => kind === "lapsed" && on >= last.notifiedOn);
  return lapsed ? undefined : { completeBy: last.completeBy };
}
