/** Before money is recorded: what the books, a later subject, say of its day where that stands in a closed period. */
import type { Day } from "../../../kit/day.ts";
import type { Visit } from "../../../page/page.ts";

declare module "../../../act/world.ts" {
  interface House {
    readonly bookedLater: readonly BookedLater[];
  }
}

/** A sentence; undefined where it is booked on that very day. */
export type BookedLater = (visit: Visit, on: Day) => Promise<string | undefined>;

export async function sayBooked(visit: Visit, on: Day): Promise<string | undefined> {
  const said = await Promise.all(visit.world.house.bookedLater.map((one) => one(visit, on)));
  return said.find((one) => one !== undefined);
}
