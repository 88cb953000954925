/** Whether somebody was in training on a day of a year: not one who was away for all of it, and came back since. Pure. */
import type { Day } from "../../../kit/day.ts";
import type { EnrolmentFactKind } from "../../../training/rules/enrolment.ts";

type Training = {
  readonly startsOn: Day;
  readonly endsOn: Day;
  /** In the order in which they happened. */
  readonly facts: readonly { readonly kind: EnrolmentFactKind; readonly on: Day }[];
};

/** The day of a departure is one of training: interrupted on 1 January 2028, they are of 2028. */
export function wasInTraining({ startsOn, endsOn, facts }: Training, { from, to }: { from: Day; to: Day }): boolean {
  let since: Day | null = startsOn;
  for (const { kind, on } of facts) {
    if (kind === "returned") since = on;
    else {
      if (since !== null && meets(since, on)) return true;
      since = null;
    }
  }
  return since !== null && meets(since, endsOn);

  function meets(begins: Day, ends: Day): boolean {
    return begins <= ends && begins <= to && ends >= from;
  }
}
