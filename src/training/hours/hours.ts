/** The hours of a trainee, by the decision `hours`: the same on their page, in their livret and for staff. */
import type { Performing } from "../../act/act.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import type { Lang } from "../../kit/lang.ts";
import type { SaidFinding } from "../../law/finding.ts";
import type { Earlier, HoursInput, MINUTES, Session } from "../../decisions/hours/rule.ts";
import { lastThere, type Standing, standingOf } from "../attendance/store.ts";
import type { Enrolment } from "../cohorts/store.ts";
import { memberOf } from "../followers.ts";
import { type Lesson, lessonsOf } from "../lessons/store.ts";
import type { ProgrammeInput } from "../programmes/brought.ts";
import { computedProgramme } from "../programmes/computed.ts";
import { carriedHoursOf } from "./store.ts";
import { type Follower, mustFollow } from "../rules/following.ts";

type Minutes = Readonly<Record<(typeof MINUTES)[number], number>>;

/** The decision's answer, in minutes. */
export type Hours = {
  readonly units: readonly (Minutes & { readonly unit: string })[];
  readonly totals: Minutes;
  readonly complete: boolean;
  readonly findings: readonly SaidFinding[];
};

type Context = Pick<Performing<unknown>, "tx" | "decide" | "law" | "today">;

/** Undefined if nothing can be computed under the version of their cohort. */
export async function hoursInput(context: Context, enrolment: Enrolment): Promise<HoursInput | undefined> {
  const { tx, today } = context;
  const programme = await computedProgramme(context, enrolment);
  const member = await memberOf(tx, enrolment.id);
  if (!programme || !member) return undefined;
  const records = await standingOf(tx, enrolment.id);
  const earlier = await carriedHoursOf(tx, enrolment.id);
  const lessons = await lessonsOf(tx, member.cohorts);
  return inputFrom(programme.input, { member, records, earlier, lessons, today });
}

export type Known = {
  readonly member: Follower;
  /** The latest of each lesson. */
  readonly records: readonly Pick<Standing, "lesson" | "status" | "countersigned" | "minutesMissed">[];
  readonly earlier: Earlier | undefined;
  /** Of their present and former cohorts. */
  readonly lessons: readonly Lesson[];
  readonly today: Day;
};

/** The same of what is read already. */
export function inputFrom(
  programme: ProgrammeInput,
  { member, records, earlier, lessons, today }: Known,
): HoursInput & ProgrammeInput {
  const marked = new Set(records.map(({ lesson }) => lesson));
  return {
    ...programme,
    id: "hours",
    ...(earlier && { earlier }),
    on: today > programme.on ? today : programme.on,
    sessions: lessons.filter((one) => marked.has(one.id) || mustFollow(one, member)).map(sessionOf),
    attendance: records.map(({ lesson, status, countersigned, minutesMissed }) => ({
      session: lesson,
      status,
      countersigned,
      ...(minutesMissed !== null && { minutesMissed }),
    })),
  };
}

function sessionOf({ id, unit, on, from, to, cancelledWhy }: Lesson): Session {
  return { id, unit, on, from, to, cancelled: cancelledWhy !== null };
}

/** Undefined if nothing can be computed under the version of their cohort. */
export async function hoursOf(context: Context, enrolment: Enrolment, lang: Lang): Promise<Hours | undefined> {
  const input = await hoursInput(context, enrolment);
  const decided = input && context.decide("hours", input);
  return decided && "answer" in decided ? (decided.answer(lang) as unknown as Hours) : undefined;
}

/** Whether they ever attended a lesson, here or before the school kept them here. */
export async function everThere(tx: Tx, enrolment: string): Promise<boolean> {
  return (await lastThere(tx, enrolment)) !== undefined || (await carriedHoursOf(tx, enrolment)) !== undefined;
}

/** The oldest lesson whose list its trainer has not countersigned: where the reader goes to complete it. */
export async function firstPending(tx: Tx, enrolment: string): Promise<string | null> {
  const pending = (await standingOf(tx, enrolment)).filter(
    ({ status, countersigned }) => !countersigned && ["present", "part"].includes(status),
  );
  return pending.toSorted((a, b) => +a.at - +b.at)[0]?.lesson ?? null;
}
