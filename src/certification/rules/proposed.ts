/** What a jury finds before it: of each candidate what the marks come to, and what the decision on certification proposes of it. */
import { certificationRule, type DomainInput } from "../../decisions/certification/rule.ts";
import type { Day } from "../../kit/day.ts";
import { anewOf, type Deliberating, holdingOf, isLeft, ofThisDay } from "./deliberation.ts";
import type { Certifying, Entry } from "./facts.ts";
import { judged } from "./marks.ts";
import { keptOf, knownOn, lapses } from "./standing.ts";

/** Of one candidate’s exam: what the examiners’ marks and those set anew come to; nothing while a mark is awaited. */
export function judgedIn({ law, of, facts }: Deliberating, entry: Entry, exam: string): DomainInput | undefined {
  const domain = law.diploma.domains.find((one) => one.domain === exam)!;
  const sitting = sittingOf(of, entry.id, exam);
  if (!sitting) return undefined;
  const markers = of.examiners.filter(({ group }) => group === sitting.group).map(({ person }) => person);
  return judged(domain.exam, of.marks, sitting.id, {
    markers,
    anew: anewOf(ofThisDay(facts), entry.id, exam),
  });
}

/** The last group that a candidate came before, of one exam. */
export function sittingOf(of: Certifying, entry: string, exam: string) {
  const groups = new Map(of.groups.filter((one) => one.exam === exam).map((one) => [one.id, one]));
  return of.sittings
    .filter((one) => one.entry === entry && groups.has(one.group))
    .toSorted((a, b) => groups.get(a.group)!.from.getTime() - groups.get(b.group)!.from.getTime())
    .at(-1);
}

/** What the decision on certification is asked of one candidate, on the day of the jury; exams without marks are left out. */
export function certificationInput(given: Deliberating, entry: Entry, notifiedOn?: Day) {
  const { jury, brought } = given;
  const { domains: held, keptUntil } = holdingOf(brought, entry.enrolment);
  const judgedExams = entry.exams.flatMap((exam) => {
    const input = judgedIn(given, entry, exam);
    return input ? [[exam, input] as const] : [];
  });
  const domains = new Map<string, DomainInput>([...knownOn(held, jury.on), ...judgedExams]);
  return { id: entry.id, on: jury.on, ...(notifiedOn && { notifiedOn }), ...keptOf(domains, keptUntil), domains };
}

export function certificationOf(given: Deliberating, entry: Entry, notifiedOn?: Day) {
  return certificationRule(given.law)(certificationInput(given, entry, notifiedOn));
}

/** The exams of a candidate for which a mark is awaited still. */
export function unmarked(given: Deliberating, entry: Entry): readonly string[] {
  return entry.exams.filter((exam) => judgedIn(given, entry, exam) === undefined);
}

/** The five years of what they hold are over, and the authority has not said whether it falls: closing waits for them. */
export function awaitsLapse(given: Deliberating, entry: Entry): boolean {
  return lapses({ answer: certificationOf(given, entry) }).length > 0;
}

/** Nothing is decided of them by this closing. */
export function isPutAside(given: Deliberating, entry: Entry): boolean {
  return isLeft(ofThisDay(given.facts), entry.id) || awaitsLapse(given, entry);
}
