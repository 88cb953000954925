/** The half-days that a trainee followed, as certificates list them: countersigned ones alone count, the others are named. */
import type { Performing } from "../../act/act.ts";
import { countedSessions } from "../../decisions/hours/rule.ts";
import { isBilled } from "../../decisions/quote/rule.ts";
import type { Day } from "../../kit/day.ts";
import { doerNamed } from "../../people/contact.ts";
import { countersignedBy, standingOf } from "../attendance/store.ts";
import { type Enrolment, findCohort } from "../cohorts/store.ts";
import { hoursInput } from "../hours/hours.ts";
import { lessonsOf } from "../lessons/store.ts";
import { memberOf } from "../followers.ts";
import { type Half, halfOf } from "../rules/half-day.ts";

export type CertifiedHalfDay = {
  readonly on: Day;
  readonly half: Half;
  /** Of its first lesson, and of its last. */
  readonly from: string;
  readonly to: string;
  readonly units: readonly string[];
  readonly minutes: number;
  /** Of its units that are billed. */
  readonly billed: number;
  /** The trainee signed it themselves; or the trainer's list or a correction says that they were there. */
  readonly signed: "signed" | "listed" | "corrected";
  readonly trainers: readonly string[];
  /** The last countersignature, as a moment. */
  readonly countersignedAt: string;
};

export type AttendedDays = {
  readonly halfDays: readonly CertifiedHalfDay[];
  readonly minutes: number;
  readonly billed: number;
  /** There, but not countersigned yet: nothing of them is counted. */
  readonly pending: readonly { readonly on: Day; readonly half: Half; readonly lesson: string }[];
};

type Context = Pick<Performing<unknown>, "tx" | "decide" | "law" | "today">;
type Between = { readonly from: Day; readonly to: Day };

/** Whether they began before the school kept its sessions here: the first half-day is then not their entry. */
export async function beganEarlier(context: Context, enrolment: Enrolment): Promise<boolean> {
  return (await hoursInput(context, enrolment))?.earlier !== undefined;
}

/** Of exactly these days, both included; undefined if nothing can be computed under the version of their cohort. */
export async function attendedDays(
  context: Context,
  enrolment: Enrolment,
  { from, to }: Between,
): Promise<AttendedDays | undefined> {
  const { tx, law: lawOf } = context;
  const input = await hoursInput(context, enrolment);
  const cohort = await findCohort(tx, enrolment.cohort);
  const law = cohort && lawOf(cohort.diploma, { version: cohort.lawVersion });
  const member = await memberOf(tx, enrolment.id);
  if (!input || !law || !member) return undefined;
  const units = law.diploma.domains.flatMap((domain) => domain.units);
  const billed = new Set(units.filter((unit) => isBilled(law.school, unit)).map(({ unit }) => unit));
  const records = new Map((await standingOf(tx, enrolment.id)).map((one) => [one.lesson, one]));
  const lessons = new Map((await lessonsOf(tx, member.cohorts, { from, until: to })).map((one) => [one.id, one]));
  const counted = countedSessions(input).filter(({ session }) => from <= session.on && session.on <= to);
  const done = counted.filter(({ record }) => record.countersigned);
  const signing = await countersignedBy(
    tx,
    done.map(({ session }) => records.get(session.id)!),
  );
  const names = new Map<string, string>();
  for (const trainer of new Set(done.map(({ session }) => lessons.get(session.id)!.trainer)))
    names.set(trainer, (await doerNamed(tx, trainer))?.name ?? "–");
  const byHalf = Map.groupBy(done, ({ session }) => `${session.on} ${halfOf(session.from)}`);
  const halfDays = [...byHalf.values()].map((sessions): CertifiedHalfDay => {
    const all = sessions.toSorted((a, b) => (a.session.from < b.session.from ? -1 : 1));
    const [first, last] = [all[0]!.session, all.at(-1)!.session];
    const how = all.map(({ session }) => records.get(session.id)!.how);
    const signatures = all.flatMap(({ session }) => signing.get(records.get(session.id)!.id)?.at ?? []);
    return {
      on: first.on,
      half: halfOf(first.from),
      from: first.from,
      to: last.to,
      units: [...new Set(all.map(({ session }) => session.unit))],
      minutes: sum(all.map(({ minutes }) => minutes)),
      billed: sum(all.map(({ session, minutes }) => (billed.has(session.unit) ? minutes : 0))),
      signed: how.includes("corrected") ? "corrected" : how.includes("listed") ? "listed" : "signed",
      trainers: [...new Set(all.map(({ session }) => names.get(lessons.get(session.id)!.trainer)!))],
      countersignedAt: new Date(Math.max(...signatures.map(Number))).toISOString(),
    };
  });
  const pending = counted
    .filter(({ record }) => !record.countersigned)
    .map(({ session }) => ({ on: session.on, half: halfOf(session.from), lesson: session.id }));
  return {
    halfDays: halfDays.toSorted((a, b) => (`${a.on} ${a.from}` < `${b.on} ${b.from}` ? -1 : 1)),
    minutes: sum(halfDays.map(({ minutes }) => minutes)),
    billed: sum(halfDays.map((one) => one.billed)),
    pending: pending.toSorted((a, b) => (`${a.on} ${a.lesson}` < `${b.on} ${b.lesson}` ? -1 : 1)),
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, one) => total + one, 0);
}
