/** What was held and followed of the units that are billed, until a day or between two: what a fund is asked for, and what stopping comes to. */
import type { Performing } from "../../act/act.ts";
import { countedSessions, heldSessions, type HoursInput, lengthOf } from "../../decisions/hours/rule.ts";
import { isBilled } from "../../decisions/quote/rule.ts";
import { type Day, FIRST_DAY } from "../../kit/day.ts";
import type { Law } from "../../law/law.ts";
import { type Enrolment, findCohort } from "../cohorts/store.ts";
import { hoursInput } from "../hours/hours.ts";

type Context = Pick<Performing<unknown>, "tx" | "decide" | "law" | "today">;

/** Minutes. */
export type BilledMinutes = {
  /** Of sessions that took place, which this person was to follow; of two at the same time, one. */
  readonly held: number;
  /** Attended and countersigned. */
  readonly done: number;
  /** Attended, and not countersigned yet: billed to nobody. */
  readonly pending: number;
  /** Followed before the school kept its sessions here, and attested as a whole; null of a person who did not come so. */
  readonly carried: number | null;
  /** The last day of which something is attended and countersigned; null where nothing is. */
  readonly followed: Day | null;
};

/** Undefined if nothing can be computed under the version of their cohort. */
export async function billedMinutes(
  context: Context,
  enrolment: Enrolment,
  until: Day,
  from: Day = FIRST_DAY,
): Promise<BilledMinutes | undefined> {
  const input = await hoursInput(context, enrolment);
  const cohort = await findCohort(context.tx, enrolment.cohort);
  const law = cohort && context.law(cohort.diploma, { version: cohort.lawVersion });
  return input && law && billedIn(input, billedUnits(law), { from, until });
}

/** The names of the units that are billed. */
export function billedUnits({ diploma, school }: Law): ReadonlySet<string> {
  const units = diploma.domains.flatMap((domain) => domain.units);
  return new Set(units.filter((unit) => isBilled(school, unit)).map(({ unit }) => unit));
}

/** The same of what is read already. */
export function billedIn(
  input: Pick<HoursInput, "on" | "sessions" | "attendance" | "earlier">,
  billed: ReadonlySet<string>,
  { from, until }: { readonly from: Day; readonly until: Day },
): BilledMinutes {
  const counts = ({ unit, on }: { readonly unit: string; readonly on: Day }) =>
    from <= on && on <= until && billed.has(unit);
  const counted = countedSessions(input).filter(({ session }) => counts(session));
  const sum = (of: readonly { readonly minutes: number }[]) => of.reduce((total, { minutes }) => total + minutes, 0);
  const held = heldSessions(input, until).filter(counts);
  const followed = counted.filter(({ record, minutes }) => record.countersigned && minutes > 0);
  return {
    held: held.reduce((total, session) => total + lengthOf(session), 0),
    done: sum(counted.filter(({ record }) => record.countersigned)),
    pending: sum(counted.filter(({ record }) => !record.countersigned)),
    followed:
      followed
        .map(({ session }) => session.on)
        .toSorted()
        .at(-1) ?? null,
    carried: input.earlier ? sum(input.earlier.units.filter(({ unit }) => billed.has(unit))) : null,
  };
}
