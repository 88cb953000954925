/** What stands against closing a jury, as findings: what § the decision on juries finds, what is pending, what nobody marked. */
import { type Finding, finding } from "../../law/finding.ts";
import type { Day } from "../../kit/day.ts";
import { calledApart, type Deliberating, ofThisDay } from "./deliberation.ts";
import type { Entry } from "./facts.ts";
import { awaitsLapse, certificationOf, isPutAside, unmarked } from "./proposed.ts";
import { juryOf } from "./ruled.ts";
import { reportsApart } from "./reports.ts";

/** At these nothing is decided of an exam. */
const OPEN: readonly string[] = ["tie", "proposal", "none"];

/** A vote says otherwise than the marks: the jury sets a mark anew, with its ground, or votes again. What nobody voted on says as they do. */
function contradicts(outcome: string, status: string): boolean {
  if (status.startsWith("needs-")) return false;
  return (outcome === "validated" && status !== "validated") || (outcome === "not-validated" && status === "validated");
}

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
    if (isPutAside(found, entry)) return [];
    const { regular, findings, exams, candidate } = answer.candidates[at]!;
    const called = { candidate: candidate.id };
    const without = new Set(unmarked(found, entry));
    const missing = exams.filter(({ domain }) => without.has(domain.domain));
    const undecided = exams.filter(({ outcome, domain }) => OPEN.includes(outcome) && !without.has(domain.domain));
    const pending = certificationOf(found, entry);
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
  // The others’ goes on; where there is none, there is nothing to close.
  const waiting = entries.every((entry) => isPutAside(found, entry))
    ? entries.flatMap((entry) => lapseAwaited(found, entry))
    : [];
  return [...day, ...there, ...own, ...theirs, ...waiting, ...reportsApart(found)];
}

/** Said of whoever waits for the authority, by the name that the jury has for them. */
export function lapseAwaited(found: Deliberating, entry: Entry): readonly Finding[] {
  const { clock } = found.law.diploma;
  if (!clock || !awaitsLapse(found, entry)) return [];
  const candidate = calledApart(found.of.entries, ({ number }) => number).get(entry.id);
  return [finding("lapse-awaited", null, "lapse-awaited", clock, { candidate, years: clock.years })];
}
