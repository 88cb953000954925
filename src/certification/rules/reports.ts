/**
 * A collective report has one mark of what is marked for all, whoever marks it: two groups of candidates may come with one report, and
 * one group with two. Where nobody deposited one together, it is that of their group.
 *
 * The first group gives 12, which is then the mark of the second; it gives 13, which is the mark of both, and the first says again
 * that it has finished.
 */
import { type Finding, finding } from "../../law/finding.ts";
import type { Diploma, ExamEntry } from "../../law/diploma.ts";
import { anewOf, type Deliberating, isLeft, ofThisDay } from "./deliberation.ts";
import type { Certifying, Mark, Sitting } from "./facts.ts";
import { standing } from "./marks.ts";
import { sittingOf } from "./proposed.ts";

type Of = Pick<Certifying, "sittings" | "groups" | "reports">;

/** The name of the report that somebody comes with. */
export function reportOf({ groups, reports }: Of, { group, entry }: Sitting): string {
  const exam = groups.find(({ id }) => id === group)?.exam;
  return reports.find((one) => one.entry === entry && one.exam === exam)?.report ?? group;
}

/** Everybody who comes with the same, in whichever group. */
export function withReport(of: Of, sitting: Sitting): readonly Sitting[] {
  const own = reportOf(of, sitting);
  return of.sittings.filter((one) => reportOf(of, one) === own);
}

export function sharedOf({ components = [] }: ExamEntry): readonly string[] {
  return components.flatMap(({ component, shared }) => (shared === true ? [component] : []));
}

/** With the mark of a report for those who come with it and have none yet: another group gave it. */
export function marksShared(
  { domains }: Pick<Diploma, "domains">,
  of: Of & Pick<Certifying, "marks">,
): readonly Mark[] {
  const examOf = new Map(of.groups.map(({ id, exam }) => [id, domains.find(({ domain }) => domain === exam)?.exam]));
  const got = of.sittings.flatMap((sitting) => {
    const exam = examOf.get(sitting.group);
    return (exam ? sharedOf(exam) : []).flatMap((component) => {
      const which = { component, marker: null };
      if (standing(of.marks, { ...which, sitting: sitting.id })) return [];
      const others = withReport(of, sitting).flatMap(({ id }) => standing(of.marks, { ...which, sitting: id }) ?? []);
      const last = others.toSorted((a, b) => a.place - b.place).at(-1);
      return last ? [{ ...last, sitting: sitting.id, place: 0 }] : [];
    });
  });
  return got.length === 0 ? of.marks : [...of.marks, ...got];
}

/** The reports of which two would be sealed with two marks: one that the jury set anew for some of them, above all. */
export function reportsApart(found: Deliberating): readonly Finding[] {
  const { law, of, entries, jury } = found;
  // Who goes back to a decision goes back to one after the other.
  if (jury.only !== null) return [];
  const facts = ofThisDay(found.facts);
  return law.diploma.domains.flatMap(({ domain, exam }) =>
    sharedOf(exam).flatMap((component) => {
      const theirs = entries.flatMap((entry) => {
        const sitting = isLeft(facts, entry.id) ? undefined : sittingOf(of, entry.id, domain);
        if (!sitting) return [];
        const mark = standing(of.marks, { sitting: sitting.id, component, marker: null });
        const set = anewOf(facts, entry.id, domain).findLast((one) => one.component === component);
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
