/**
 * What the marks of one candidate before one group come to. The last of one component and marker stands; each who marks apart
 * sees nobody else's until all have marked; a mark that the jury set anew takes the place of the examiners', which stays beside.
 *
 * Two markers give 9 and 12: nothing comes of it until they agree, on 11 say; a jury may set 12 in its place.
 */
import type { JudgedInput } from "../../decisions/certification/marks.ts";
import type { Diploma, ExamEntry } from "../../law/diploma.ts";
import type { Certifying, Mark } from "./facts.ts";

/** A mark in hundredths, or what was missed. */
type Given = Pick<Mark, "mark" | "missed">;
/** Set anew by the jury: one component, or the one mark of an exam that has one. */
export type Anew = { readonly component: string; readonly mark: number; readonly ground: string };

/** Whether each of its markers marks apart, and they agree afterwards. */
export function marksApart(exam: ExamEntry): boolean {
  return exam.result === "agreed";
}

/** The components that examiners mark, under the name by which a mark is kept. */
export function componentsOf(exam: ExamEntry): readonly string[] {
  return marksApart(exam) ? [""] : exam.components!.map(({ component }) => component);
}

/**
 * Those that are there for anybody but their marker: of an exam that is marked apart, none before all of the group have said that
 * they finished. Whoever deliberates marks too, or speaks with whoever does.
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

/** Of one sitting, the mark that stands; the version of it is its place. */
export function standing(
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

/** What each marker gave of a sitting, in the order of the markers; who gave nothing yet is left out. */
export function marksOf(marks: readonly Mark[], sitting: string, markers: readonly string[]): readonly Mark[] {
  return markers.flatMap((marker) => standing(marks, { sitting, component: "", marker }) ?? []);
}

/** Of somebody's exam, what the decision takes; nothing while a mark is awaited. */
export function judged(
  exam: ExamEntry,
  marks: readonly Mark[],
  sitting: string,
  { markers, anew = [] }: { readonly markers: readonly string[]; readonly anew?: readonly Anew[] },
): JudgedInput | undefined {
  return marksApart(exam) ? agreed(exam, marks, sitting, { markers, anew }) : parts(exam, marks, sitting, anew);
}

function parts(
  exam: ExamEntry,
  marks: readonly Mark[],
  sitting: string,
  anew: readonly Anew[],
): JudgedInput | undefined {
  const given = exam.components!.map(({ component }) => {
    const set = anew.findLast((one) => one.component === component);
    const mark = standing(marks, { sitting, component, marker: null });
    return [component, set ? set.mark / 100 : mark && said(mark)] as const;
  });
  return given.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(given);
}

function agreed(
  exam: ExamEntry,
  marks: readonly Mark[],
  sitting: string,
  { markers, anew }: { readonly markers: readonly string[]; readonly anew: readonly Anew[] },
): JudgedInput | undefined {
  const own = marksOf(marks, sitting, markers);
  if (own.length < exam.marks!) return undefined;
  const missed = own.find((one) => one.missed !== null);
  if (missed) return { missed: missed.missed! };
  const common = anew.at(-1)?.mark ?? standing(marks, { sitting, component: "", marker: null })?.mark ?? undefined;
  return { marks: own.map(({ mark }) => mark! / 100), ...(common !== undefined && { agreed: common / 100 }) };
}

function said({ mark, missed }: Given): number | string {
  return missed ?? mark! / 100;
}
