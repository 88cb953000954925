/** The facts of one person from which their lines follow: who pays, hours that are signed, the planned end or the departure. */
import type { Performing } from "../../act/act.ts";
import { contractOf } from "../../contracts/contract.ts";
import { type Day, FIRST_DAY } from "../../kit/day.ts";
import type { PortalEntry } from "../../law/portals.ts";
import { attendedDays, beganEarlier } from "../../training/certificates/attended.ts";
import { billedMinutes } from "../../training/certificates/billed.ts";
import { cohortOf } from "../../training/cohorts/cohorts.ts";
import { type Enrolment, factsOf as enrolmentFacts } from "../../training/cohorts/enrolment.ts";
import { personPeriods } from "../../training/cohorts/periods.ts";
import { hoursInput } from "../../training/hours/hours.ts";
import { enrolmentState, isEnding } from "../../training/rules/enrolment.ts";
import { hashOf } from "../figures/reading.ts";
import type { PersonFacts } from "./rules/lines.ts";

type Context = Pick<Performing<unknown>, "tx" | "law" | "decide" | "today" | "payee">;

export type School = { readonly portals: readonly PortalEntry[]; readonly holidays: string };

/** Undefined where the school's file names no portal. */
export function schoolOf({ payee }: Pick<Performing<unknown>, "payee">): School | undefined {
  const portals = payee?.year?.portals ?? [];
  return portals.length === 0 || payee?.holidays === undefined ? undefined : { portals, holidays: payee.holidays };
}

/** In short, what the school's file asks: lines are derived again where it changes. */
export function askedBy(school: School): string {
  return hashOf(school).slice(-16);
}

export function payersOf({ portals }: Pick<School, "portals">): readonly string[] {
  return [...new Set(portals.flatMap(({ payers }) => payers))];
}

/** Undefined where the school's file says nothing of money, or the cohort is gone. */
export async function personFacts(
  context: Context,
  enrolment: Enrolment,
  portals: readonly PortalEntry[],
): Promise<PersonFacts | undefined> {
  const { tx, today, payee } = context;
  const cohort = await cohortOf(tx, enrolment.cohort);
  if (!payee?.money || !cohort) return undefined;
  const facts = (await enrolmentFacts(tx, [enrolment.id])).filter(({ on }) => on <= today);
  const state = enrolmentState(facts);
  const last = facts.at(-1);
  const ended = last && isEnding(state) ? { kind: state, on: last.on } : null;
  const until = ended?.on ?? today;
  const attended = await attendedDays(context, enrolment, { from: FIRST_DAY, to: until });
  const input = await hoursInput(context, enrolment);
  const minutes = await billedMinutes(context, enrolment, until);
  const periods = await personPeriods(context, { cohort: cohort.id, dossier: enrolment.dossier });
  const held = (input?.sessions ?? []).filter(({ cancelled, on }) => cancelled !== true && on <= until && on < today);
  const marked = new Set((input?.attendance ?? []).map(({ session }) => session));
  return {
    name: enrolment.name,
    numbers: numbersAt(await contractOf(tx, enrolment.dossier, payee.money), portals),
    halfDays: attended?.halfDays ?? [],
    unsigned: [
      ...(attended?.pending ?? []).map(({ on, lesson }) => ({ on, lesson, there: true })),
      ...held.filter(({ id }) => !marked.has(id)).map(({ id, on }) => ({ on, lesson: id, there: false })),
    ].toSorted(byDay),
    lessonDays: held.map(({ on }) => on),
    earlier: await beganEarlier(context, enrolment),
    endsOn: cohort.endsOn,
    ended,
    done: minutes ? minutes.done + (minutes.carried ?? 0) : null,
    planned: periods && periods.length > 0 ? periods.reduce((sum, one) => sum + one.minutes, 0) : null,
  };
}

function byDay(
  a: { readonly on: Day; readonly lesson: string },
  b: { readonly on: Day; readonly lesson: string },
): number {
  return `${a.on} ${a.lesson}` < `${b.on} ${b.lesson}` ? -1 : 1;
}

/** Of the portals where somebody pays today, the number of the file there. */
function numbersAt(
  { contract, renounced }: Awaited<ReturnType<typeof contractOf>>,
  portals: readonly PortalEntry[],
): PersonFacts["numbers"] {
  const gone = renounced !== null && !renounced.late && renounced.place !== "kept";
  const paying = gone ? [] : (contract?.shares ?? []).filter(({ amount, undone }) => amount > 0 && !undone);
  return new Map(
    portals.flatMap(({ portal, payers }) => {
      const share = paying.find(({ source }) => payers.includes(source));
      return share ? [[portal, share.number] as const] : [];
    }),
  );
}
