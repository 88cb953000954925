/** What stands against closing a jury, as findings: what § the decision on juries finds, what is pending, what nobody marked. */
import { type Finding, finding } from "../../law/finding.ts";
import type { Day } from "../../kit/day.ts";
import { certificationOf, type Deliberating, isLeft, juryOf, ofThisDay, unmarked } from "./deliberation.ts";
import { reportsApart } from "./reports.ts";

/** At these nothing is decided of an exam. */
const OPEN: readonly string[] = ["tie", "proposal", "none"];

/** Nothing where it may be closed. */
export function againstClosing(found: Deliberating, today: Day): readonly Finding[] {
  const { law, jury, entries } = found;
  const facts = ofThisDay(found.facts);
  const answer = juryOf(found);
  const rules = law.diploma.jury.powers[0] ?? law.diploma.domains[0]!.exam;
  const day = jury.on > today ? [finding("day", false, "not-yet", rules, { on: jury.on })] : [];
  const there = entries.length === 0 ? [finding("candidates", false, "nobody", rules)] : [];
  const passed = new Set(facts.flatMap((one) => (one.kind === "override" ? one.said.rules : [])));
  const counts = ({ met, condition }: Finding) => met === false && !passed.has(condition);
  const own = answer.regular ? [] : answer.findings.filter((one) => counts(one) && one.condition !== "registration");
  const theirs = entries.flatMap((entry, at) => {
    if (isLeft(facts, entry.id)) return [];
    const { regular, findings, exams, candidate } = answer.candidates[at]!;
    const called = { candidate: candidate.id };
    const without = new Set(unmarked(found, entry));
    const missing = exams.filter(({ domain }) => without.has(domain.domain));
    const undecided = exams.filter(({ outcome, domain }) => OPEN.includes(outcome) && !without.has(domain.domain));
    const pending = certificationOf(found, entry);
    return [
      ...(regular ? [] : findings.filter(counts)),
      ...missing.map(({ domain }) => finding("marks", false, "unmarked", domain.exam, { ...called, domain })),
      ...undecided.map(({ domain, outcome }) => finding(outcome, false, outcome, rules, { ...called, domain })),
      ...(pending.outcome === "pending"
        ? pending.domains
            .filter(({ status }) => status.startsWith("needs-"))
            .map(({ domain, status }) => finding("pending", null, status, domain.exam, { ...called, domain }))
        : []),
    ];
  });
  return [...day, ...there, ...own, ...theirs, ...reportsApart(found)];
}
