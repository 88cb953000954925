/** What a jury finds before it: each candidate's results from the marks, and the certification decision's proposal. */
import { certificationRule, type DomainInput } from "../../decisions/certification/rule.ts";
import type { Day } from "../../kit/day.ts";
import { juryMarksOf, type Deliberating, holdingOf, isLeft, ofThisDay } from "./deliberation.ts";
import type { Certifying, Entry } from "./facts.ts";
import { judged } from "./marks.ts";
import { keptOf, knownOn, lapses } from "./standing.ts";

/** One exam's result from the examiners' and the overridden marks; undefined while a mark is missing. */
export function judgedIn({ law, of, facts }: Deliberating, entry: Entry, exam: string): DomainInput | undefined {
  const domain = law.diploma.domains.find((one) => one.domain === exam)!;
  const sitting = sittingOf(of, entry.id, exam);
  if (!sitting) return undefined;
  const markers = of.examiners.filter(({ group }) => group === sitting.group).map(({ person }) => person);
  return judged(domain.exam, of.marks, sitting.id, {
    markers,
    anew: juryMarksOf(ofThisDay(facts), entry.id, exam),
  });
}

/** The candidate's latest sitting of an exam. */
export function sittingOf(of: Certifying, entry: string, exam: string) {
  const groups = new Map(of.groups.filter((one) => one.exam === exam).map((one) => [one.id, one]));
  return of.sittings
    .filter((one) => one.entry === entry && groups.has(one.group))
    .toSorted((a, b) => groups.get(a.group)!.from.getTime() - groups.get(b.group)!.from.getTime())
    .at(-1);
}

/** The certification decision's input for one candidate, on the jury's day; exams without marks are left out. */
export function certificationInput(deliberation: Deliberating, entry: Entry, notifiedOn?: Day) {
  const { jury, brought } = deliberation;
  const { domains: held, keptUntil } = holdingOf(brought, entry.enrolment);
  const judgedExams = entry.exams.flatMap((exam) => {
    const input = judgedIn(deliberation, entry, exam);
    return input ? [[exam, input] as const] : [];
  });
  const domains = new Map<string, DomainInput>([...knownOn(held, jury.on), ...judgedExams]);
  return { id: entry.id, on: jury.on, ...(notifiedOn && { notifiedOn }), ...keptOf(domains, keptUntil), domains };
}

export function certificationOf(deliberation: Deliberating, entry: Entry, notifiedOn?: Day) {
  return certificationRule(deliberation.law)(certificationInput(deliberation, entry, notifiedOn));
}

/** The candidate's exams with a mark missing. */
export function unmarked(deliberation: Deliberating, entry: Entry): readonly string[] {
  return entry.exams.filter((exam) => judgedIn(deliberation, entry, exam) === undefined);
}

/** Whether their five years are over and the authority has not decided: the jury cannot rule on them. */
export function awaitsLapse(deliberation: Deliberating, entry: Entry): boolean {
  return lapses({ answer: certificationOf(deliberation, entry) }).length > 0;
}

/** Whether this closing leaves the candidate undecided. */
export function isPutAside(deliberation: Deliberating, entry: Entry): boolean {
  return isLeft(ofThisDay(deliberation.facts), entry.id) || awaitsLapse(deliberation, entry);
}
