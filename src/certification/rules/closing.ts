/** What prevents closing a jury, as findings: the jury decision's, pending exams, missing marks. */
import { type Finding, finding } from "../../law/finding.ts";
import type { Day } from "../../kit/day.ts";
import { calledApart, type Deliberating, ofThisDay, presidesAt } from "./deliberation.ts";
import type { Entry } from "./facts.ts";
import { awaitsLapse, certificationOf, isPutAside, unmarked } from "./proposed.ts";
import { juryOf } from "./ruled.ts";
import { reportsApart } from "./reports.ts";

/** Outcomes that leave an exam undecided. */
const OPEN: readonly string[] = ["tie", "proposal", "none"];

/** A vote contradicts the marks: the jury must override a mark, with its ground, or vote again. Without a vote, the marks decide. */
function contradicts(outcome: string, status: string): boolean {
  if (status.startsWith("needs-")) return false;
  return (outcome === "validated" && status !== "validated") || (outcome === "not-validated" && status === "validated");
}

/** Empty if it may be closed. */
export function againstClosing(deliberation: Deliberating, today: Day): readonly Finding[] {
  const { law, jury, entries } = deliberation;
  const facts = ofThisDay(deliberation.facts);
  const answer = juryOf(deliberation);
  const rules = law.diploma.jury.powers[0] ?? law.diploma.domains[0]!.exam;
  const day = jury.on > today ? [finding("day", false, "not-yet", rules, { on: jury.on })] : [];
  const there = entries.length === 0 ? [finding("candidates", false, "nobody", rules)] : [];
  const chair = presidesAt(facts) === undefined ? [finding("presidency", false, "presidency-unnoted", rules)] : [];
  const passed = new Set(facts.flatMap((one) => (one.kind === "override" ? one.said.rules : [])));
  const counts = ({ met, condition }: Finding) => met === false && !passed.has(condition);
  const own = answer.regular ? [] : answer.findings.filter((one) => counts(one) && one.condition !== "registration");
  const theirs = entries.flatMap((entry, index) => {
    if (isPutAside(deliberation, entry)) return [];
    const { regular, findings, exams, candidate } = answer.candidates[index]!;
    const called = { candidate: candidate.id };
    const without = new Set(unmarked(deliberation, entry));
    const missing = exams.filter(({ domain }) => without.has(domain.domain));
    const undecided = exams.filter(({ outcome, domain }) => OPEN.includes(outcome) && !without.has(domain.domain));
    const pending = certificationOf(deliberation, entry);
    const differing = exams.filter(({ domain, outcome }) =>
      pending.domains.some((one) => one.domain.domain === domain.domain && contradicts(outcome, one.status)),
    );
    return [
      ...(regular ? [] : findings.filter(counts)),
      ...missing.map(({ domain }) => finding("marks", false, "unmarked", domain.exam, { ...called, domain })),
      ...differing.map(({ domain, outcome }) =>
        finding("vote-against-marks", false, `${outcome}-against-marks`, rules, { ...called, domain }),
      ),
      ...undecided.map(({ domain, outcome }) => finding(outcome, false, outcome, rules, { ...called, domain })),
      ...(pending.outcome === "pending"
        ? pending.domains
            .filter(({ status }) => status.startsWith("needs-"))
            .map(({ domain, status }) => finding("pending", null, status, domain.exam, { ...called, domain }))
        : []),
    ];
  });
  // Waiting candidates do not hold up the others; if all wait, there is nothing to close.
  const waiting = entries.every((entry) => isPutAside(deliberation, entry))
    ? entries.flatMap((entry) => lapseAwaited(deliberation, entry))
    : [];
  return [...day, ...there, ...chair, ...own, ...theirs, ...waiting, ...reportsApart(deliberation)];
}

/** A candidate waiting for the authority, under the name that the jury's list shows. */
export function lapseAwaited(deliberation: Deliberating, entry: Entry): readonly Finding[] {
  const { clock } = deliberation.law.diploma;
  if (!clock || !awaitsLapse(deliberation, entry)) return [];
  const candidate = calledApart(deliberation.of.entries, ({ number }) => number).get(entry.id);
  return [finding("lapse-awaited", null, "lapse-awaited", clock, { candidate, years: clock.years })];
}
