/**
 * A collective report has one mark, which the last exam group sets: two groups may share a report, and one may have two. Without a
 * joint deposit, the report is the exam group's.
 *
 * The first group gives 12, which becomes the second's mark; the second gives 13, which becomes both groups' mark, and the first must
 * declare again that it has finished (`exams/marks-acts.ts`).
 */
import { type Finding, finding } from "../../law/finding.ts";
import type { Diploma, ExamEntry } from "../../law/diploma.ts";
import { juryMarksOf, type Deliberating, isLeft, ofThisDay } from "./deliberation.ts";
import type { Certifying, Mark, Sitting } from "./facts.ts";
import { latestMark } from "./marks.ts";
import { sittingOf } from "./proposed.ts";

type ReportRows = Pick<Certifying, "sittings" | "groups" | "reports">;

/** The id of the report a candidate brings. */
export function reportOf({ groups, reports }: ReportRows, { group, entry }: Sitting): string {
  const exam = groups.find(({ id }) => id === group)?.exam;
  return reports.find((one) => one.entry === entry && one.exam === exam)?.report ?? group;
}

/** All sittings with the same report, in any group. */
export function withReport(of: ReportRows, sitting: Sitting): readonly Sitting[] {
  const own = reportOf(of, sitting);
  return of.sittings.filter((one) => reportOf(of, one) === own);
}

export function sharedOf({ components = [] }: ExamEntry): readonly string[] {
  return components.flatMap(({ component, shared }) => (shared === true ? [component] : []));
}

/** Adds a report's mark to the candidates who share it and have none yet, because another group gave it. */
export function marksShared(
  { domains }: Pick<Diploma, "domains">,
  of: ReportRows & Pick<Certifying, "marks">,
): readonly Mark[] {
  const examOf = new Map(of.groups.map(({ id, exam }) => [id, domains.find(({ domain }) => domain === exam)?.exam]));
  const got = of.sittings.flatMap((sitting) => {
    const exam = examOf.get(sitting.group);
    return (exam ? sharedOf(exam) : []).flatMap((component) => {
      const which = { component, marker: null };
      if (latestMark(of.marks, { ...which, sitting: sitting.id })) return [];
      const others = withReport(of, sitting).flatMap(({ id }) => latestMark(of.marks, { ...which, sitting: id }) ?? []);
      const last = others.toSorted((a, b) => a.place - b.place).at(-1);
      return last ? [{ ...last, sitting: sitting.id, place: 0 }] : [];
    });
  });
  return got.length === 0 ? of.marks : [...of.marks, ...got];
}

/** Reports that would be sealed with two different marks, typically because the jury overrode one for some candidates only. */
export function reportsApart(deliberation: Deliberating): readonly Finding[] {
  const { law, of, entries, jury } = deliberation;
  // A jury that reconsiders decisions takes candidates one at a time.
  if (jury.only !== null) return [];
  const facts = ofThisDay(deliberation.facts);
  return law.diploma.domains.flatMap(({ domain, exam }) =>
    sharedOf(exam).flatMap((component) => {
      const theirs = entries.flatMap((entry) => {
        const sitting = isLeft(facts, entry.id) ? undefined : sittingOf(of, entry.id, domain);
        if (!sitting) return [];
        const mark = latestMark(of.marks, { sitting: sitting.id, component, marker: null });
        const set = juryMarksOf(facts, entry.id, domain).findLast((one) => one.component === component);
        return [{ name: entry.name, report: reportOf(of, sitting), value: set?.mark ?? mark?.mark ?? mark?.missed }];
      });
      return [...Map.groupBy(theirs, ({ report }) => report).values()].flatMap((same) =>
        new Set(same.map(({ value }) => value)).size < 2
          ? []
          : [finding("report", false, "two-marks", exam, { names: same.map(({ name }) => name) })],
      );
    }),
  );
}
