/**
 * What one candidate's marks before one group come to. The last mark of a component and marker counts; examiners who mark apart see no
 * other mark until all have finished; a mark that the jury sets replaces the examiners', which is kept.
 *
 * Two markers give 9 and 12: no result until they agree, on 11 say; a jury may set 12 instead.
 */
import type { JudgedInput } from "../../decisions/certification/marks.ts";
import type { Diploma, ExamEntry } from "../../law/diploma.ts";
import type { Certifying, Mark } from "./facts.ts";

/** A mark in hundredths, or what was missed. */
type MarkValue = Pick<Mark, "mark" | "missed">;
/** A mark that the jury sets, for one component or for the exam's only mark. */
export type JuryMark = { readonly component: string; readonly mark: number; readonly ground: string };

/** Whether examiners mark apart and then agree. */
export function marksApart(exam: ExamEntry): boolean {
  return exam.result === "agreed";
}

/** The components marked, as the marks store them; an exam with one agreed mark has the single component "". */
export function componentsOf(exam: ExamEntry): readonly string[] {
  return marksApart(exam) ? [""] : exam.components!.map(({ component }) => component);
}

/**
 * The marks visible to anybody but their marker: where examiners mark apart, none before the whole group has finished. Jury members may be
 * markers themselves, or talk to them.
 */
export function marksTold(
  diploma: Pick<Diploma, "domains">,
  { marks, groups, examiners, sittings }: Pick<Certifying, "marks" | "groups" | "examiners" | "sittings">,
): readonly Mark[] {
  const apart = new Set(diploma.domains.filter(({ exam }) => marksApart(exam)).map(({ domain }) => domain));
  const awaited = new Set(examiners.filter(({ finished }) => finished === null).map(({ group }) => group));
  const hidden = new Set(groups.filter(({ id, exam }) => apart.has(exam) && awaited.has(id)).map(({ id }) => id));
  const untold = new Set(sittings.filter(({ group }) => hidden.has(group)).map(({ id }) => id));
  return marks.filter(({ sitting }) => !untold.has(sitting));
}

/** The latest mark of a sitting; its place is its version. */
export function latestMark(
  marks: readonly Mark[],
  which: { readonly sitting: string; readonly component: string; readonly marker: string | null },
): Mark | undefined {
  return marks
    .filter(
      ({ sitting, component, marker }) =>
        sitting === which.sitting && component === which.component && marker === which.marker,
    )
    .reduce<Mark | undefined>((last, one) => (last === undefined || one.place > last.place ? one : last), undefined);
}

/** Each marker's mark, in the order given; markers without one are left out. */
export function marksOf(marks: readonly Mark[], sitting: string, markers: readonly string[]): readonly Mark[] {
  return markers.flatMap((marker) => latestMark(marks, { sitting, component: "", marker }) ?? []);
}

/** The exam's input to the decision; undefined while a mark is missing. */
export function judged(
  exam: ExamEntry,
  marks: readonly Mark[],
  sitting: string,
  { markers, anew = [] }: { readonly markers: readonly string[]; readonly anew?: readonly JuryMark[] },
): JudgedInput | undefined {
  return marksApart(exam) ? agreed(exam, marks, sitting, { markers, anew }) : parts(exam, marks, sitting, anew);
}

function parts(
  exam: ExamEntry,
  marks: readonly Mark[],
  sitting: string,
  anew: readonly JuryMark[],
): JudgedInput | undefined {
  const values = exam.components!.map(({ component }) => {
    const set = anew.findLast((one) => one.component === component);
    const mark = latestMark(marks, { sitting, component, marker: null });
    return [component, set ? set.mark / 100 : mark && decisionValue(mark)] as const;
  });
  return values.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(values);
}

function agreed(
  exam: ExamEntry,
  marks: readonly Mark[],
  sitting: string,
  { markers, anew }: { readonly markers: readonly string[]; readonly anew: readonly JuryMark[] },
): JudgedInput | undefined {
  const own = marksOf(marks, sitting, markers);
  if (own.length < exam.marks!) return undefined;
  const missed = own.find((one) => one.missed !== null);
  if (missed) return { missed: missed.missed! };
  const common = anew.at(-1)?.mark ?? latestMark(marks, { sitting, component: "", marker: null })?.mark ?? undefined;
  return { marks: own.map(({ mark }) => mark! / 100), ...(common !== undefined && { agreed: common / 100 }) };
}

function decisionValue({ mark, missed }: MarkValue): number | string {
  return missed ?? mark! / 100;
}
