/** Whether an invitation holds on a day: until it is taken back, and through its last day. */
import type { Day } from "../../../kit/day.ts";

export type Standing = "in force" | "over" | "taken back";

export type Invitation = { readonly until: Day; readonly endedAt: Date | null; readonly endedBy: string | null };

/** Past its last day it is over, whether or not the calendar has come by. */
export function standing({ until, endedAt, endedBy }: Invitation, today: Day): Standing {
  if (endedAt !== null && endedBy !== "clock") return "taken back";
  return endedAt !== null || today > until ? "over" : "in force";
}
