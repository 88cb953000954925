/** The start of a title's course, where a dated level depends on it. Pure. */
import type { Day } from "../../kit/day.ts";
import { firstDay, lastDay, type PartialDay } from "../../kit/partial-day.ts";
import type { Diploma } from "../../law/diploma.ts";

type Titled = { readonly title?: string; readonly awardedOn?: PartialDay };

/** The day before which the start of the course matters; undefined if no dated level depends on it. */
export function startMatters({ catalogue }: Diploma, { title, awardedOn }: Titled): Day | undefined {
  if (awardedOn === undefined) return undefined;
  return catalogue
    .find((entry) => entry.title === title)
    ?.levels.find(
      (level) =>
        level.startedBefore !== undefined &&
        (level.awardedBefore === undefined || firstDay(awardedOn) < level.awardedBefore) &&
        (level.awardedFrom === undefined || lastDay(awardedOn) >= level.awardedFrom),
    )?.startedBefore;
}
