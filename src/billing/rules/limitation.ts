/** The last day on which an unpaid charge may be claimed in court. The account never forgets a debt by itself. */
import { addYears, type Day } from "../../kit/day.ts";
import type { Money } from "../../law/money.ts";

export type Owes = "person" | "body" | "public";

/** The years run from the due day: due on 29 February 2028, two years end on 28 February 2030. */
export function lastDayToClaim(dueOn: Day, owes: Owes, { invoices: { limitation } }: Money): Day | undefined {
  return limitation && addYears(dueOn, limitation.years[owes]);
}
