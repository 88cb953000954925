/**
 * Who is elsewhere on a day: two things of one person that do not go together. Within one diploma its timetable takes care of the day, so
 * that only hours that overlap are told; things of two diplomas are told for the whole day, and somebody away is away from everything.
 *
 * An exam 9–12 of one diploma and an interview at 15:00 for another: told. Two exams of one session, 9–10 and 14–15: not told.
 */
import type { Engaged } from "../../act/engaged.ts";
import type { Day } from "../../kit/day.ts";

type Thing = Pick<Engaged, "kind" | "diploma" | "on" | "through" | "from" | "until">;

export function meet(one: Thing, other: Thing): boolean {
  if (!(one.on <= lastOf(other) && other.on <= lastOf(one))) return false;
  if (one.kind === "away" || other.kind === "away") return one.kind !== other.kind;
  return one.diploma !== other.diploma || overlap(one, other);
}

/** Every pair of one person, each once, by day; what is away stands second. */
export function meetings<T extends Thing & { readonly person: string; readonly chain: string }>(
  all: readonly T[],
): readonly { readonly on: Day; readonly one: T; readonly other: T }[] {
  const pairs = [...Map.groupBy(all, ({ person }) => person).values()].flatMap((theirs) =>
    theirs.toSorted(byHour).flatMap((one, at, sorted) =>
      sorted
        .slice(at + 1)
        .filter((other) => other.chain !== one.chain && meet(one, other))
        .map((other) =>
          one.kind === "away" ? { on: other.on, one: other, other: one } : { on: other.on, one, other },
        ),
    ),
  );
  return pairs.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

const lastOf = ({ through }: Thing): Day => through ?? "9999-12-31";

/** Hours that touch do not overlap. */
function overlap(one: Thing, other: Thing): boolean {
  if (one.from === null || one.until === null || other.from === null || other.until === null) return false;
  return one.from < other.until && other.from < one.until;
}

function byHour(a: Thing, b: Thing): number {
  return `${a.on} ${a.from ?? ""}` < `${b.on} ${b.from ?? ""}` ? -1 : 1;
}
