/** What the calendar notes of a round: no act, as it is no fact about anybody. */
import type { Database } from "../../db/open.ts";
import { withSchool } from "../../db/school.ts";
import { countOverdue, type DutyFault, replaceDutyFaults } from "./store.ts";

export type { DutyFault } from "./store.ts";

/** The most that is kept of one act: what fails for everybody fails for one reason. */
const MOST = 100;

/** What of an act could not be done in this round. Returns those that failed for the first time. */
export function noteOverdue<F extends DutyFault>(
  db: Database,
  place: string,
  { act, faults, at }: { readonly act: string; readonly faults: readonly F[]; readonly at: Date },
): Promise<readonly F[]> {
  return withSchool(db, place, (tx) => replaceDutyFaults(tx, act, faults.slice(0, MOST), at));
}

export function overdueByAct(db: Database, place: string) {
  return withSchool(db, place, countOverdue);
}
