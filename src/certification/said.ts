/** Findings in both languages, as views return and rows store them. */
import { sayCited } from "../admission/sentences.ts";
import type { Label } from "../kit/lang.ts";
import { type Catalogue, type Finding, sayFinding } from "../law/finding.ts";
import { sentences } from "./sentences.ts";

export type Said = {
  readonly condition: string;
  readonly met: boolean | null;
  readonly reason: Label;
  readonly source: Label;
};

export function sayBoth(findings: readonly Finding[], catalogue: Catalogue = sentences): Said[] {
  return findings.map((each) => {
    const [fr, en] = [sayFinding(each, catalogue, "fr"), sayFinding(each, catalogue, "en")];
    const source = (said: typeof fr) => sayCited(said.source);
    return {
      condition: each.condition,
      met: isOfNobody(each) ? null : each.met,
      reason: { fr: fr.reason, en: en.reason },
      source: { fr: source(fr), en: source(en) },
    };
  });
}

/** A quota of nobody, and a group that nobody marked, break no rule: nothing of it is met yet either. */
function isOfNobody({ met, values: { total, count, sides } }: Finding): boolean {
  if (met !== true) return false;
  if (Array.isArray(sides)) return sides.every((side: { readonly count: number }) => side.count === 0);
  return total === 0 || (total === undefined && count === 0);
}
