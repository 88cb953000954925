/** Of what was found of somebody as they were presented, what warned of them: it bars nobody, and stands in the minutes. */
import type { Entry, Found } from "./facts.ts";

/** What is missing of their training, and what they hold that ends before they are decided on. */
const WARNS: readonly string[] = ["hours", "work", "lapses-between"];

export function warnedOf({ findings }: Pick<Entry, "findings">): readonly Found[] {
  return findings.filter(({ condition, met }) => met === false && WARNS.includes(condition));
}
