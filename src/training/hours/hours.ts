/** The hours of a trainee, by the decision `hours`: the same on their page, in their livret and for staff. */
import type { Performing } from "../../act/act.ts";
import type { Tx } from "../../db/school.ts";
import type { Lang } from "../../kit/lang.ts";
import type { SaidFinding } from "../../law/finding.ts";
import type { HoursInput, MINUTES } from "../../decisions/hours/rule.ts";
import { lastThere, standingOf } from "../attendance/store.ts";
import type { Enrolment } from "../cohorts/store.ts";
import { memberOf } from "../followers.ts";
import { lessonsOf } from "../lessons/store.ts";
import { computedProgramme } from "../programmes/computed.ts";
import { carriedHoursOf } from "./store.ts";
import { mustFollow } from "../rules/following.ts";

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
  const marked = new Set(records.map(({ lesson }) => lesson));
  const earlier = await carriedHoursOf(tx, enrolment.id);
  const lessons = (await lessonsOf(tx, member.cohorts)).filter((one) => marked.has(one.id) || mustFollow(one, member));
  return {
    ...programme.input,
    id: "hours",
    ...(earlier && { earlier }),
    on: today > programme.input.on ? today : programme.input.on,
    sessions: lessons.map(({ id, unit, on, from, to, cancelledWhy }) => ({
      id,
      unit,
      on,
      from,
      to,
      cancelled: cancelledWhy !== null,
    })),
    attendance: records.map(({ lesson, status, countersigned, minutesMissed }) => ({
      session: lesson,
      status,
      countersigned,
      ...(minutesMissed !== null && { minutesMissed }),
    })),
  };
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
