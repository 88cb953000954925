/** The findings at presentation that were warnings: they block nothing, and are printed in the minutes. */
import type { Entry, Found } from "./facts.ts";

/** Missing training, validations ending before the jury, unanswered requests to an authority. */
const WARNS: readonly string[] = ["hours", "work", "lapses-between", "lapse-awaited", "dispense"];

export function warnedOf({ findings }: Pick<Entry, "findings">): readonly Found[] {
  return findings.filter(({ condition, met }) => met !== true && WARNS.includes(condition));
}
