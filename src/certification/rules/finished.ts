/** Whether an examiner has finished marking a group: what is missing, and the fingerprint of the marks. Pure. */
import type { ExamEntry } from "../../law/diploma.ts";
import type { Certifying, Group } from "./facts.ts";
import { componentsOf, marksApart, latestMark } from "./marks.ts";

type MarkingRows = Pick<Certifying, "marks" | "sittings" | "entries">;

function wanted(exam: ExamEntry, { sittings }: MarkingRows, group: Pick<Group, "id">, person: string) {
  const marker = marksApart(exam) ? person : null;
  const own = sittings.filter((one) => one.group === group.id);
  return own.flatMap((sitting) =>
    componentsOf(exam).map((component) => ({ sitting: sitting.id, entry: sitting.entry, component, marker })),
  );
}

/** The names of candidates with a mark missing. */
export function missingMarks(
  exam: ExamEntry,
  of: MarkingRows,
  group: Pick<Group, "id">,
  person: string,
): readonly string[] {
  const without = wanted(exam, of, group, person).filter((one) => !latestMark(of.marks, one));
  const entries = new Set(without.map(({ entry }) => entry));
  return of.entries.filter(({ id }) => entries.has(id)).map(({ name }) => name);
}

/** Changes with every new mark, because the place of a mark only grows. */
export function finishedAs(exam: ExamEntry, of: MarkingRows, group: Pick<Group, "id">, person: string): string {
  const places = wanted(exam, of, group, person).map((one) => latestMark(of.marks, one)?.place ?? 0);
  return `${places.length}-${places.reduce((sum, place) => sum + place, 0)}`;
}
