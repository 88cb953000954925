/** Of what was found of somebody as they were presented, what warned of them: it bars nobody, and stands in the minutes. */
import type { Entry, Found } from "./facts.ts";

/** What is missing of their training, what they hold that ends before they are decided on, and what an authority has not answered. */
const WARNS: readonly string[] = ["hours", "work", "lapses-between", "lapse-awaited", "dispense"];

export function warnedOf({ findings }: Pick<Entry, "findings">): readonly Found[] {
  return findings.filter(({ condition, met }) => met !== true && WARNS.includes(condition));
}
