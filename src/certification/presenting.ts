/**
 * What is found of somebody who may be presented: what they hold on the first day of the session, what the five years change of it
 * until the jury deliberates, and the hours and works that are missing, which warn and bar nobody.
 */
import type { Performing } from "../act/act.ts";
import type { Tx } from "../db/school.ts";
import { sentences as certificationSentences } from "../decisions/certification/sentences.ts";
import type { Day } from "../kit/day.ts";
import { finding } from "../law/finding.ts";
import type { Law } from "../law/law.ts";
import { seeHours } from "../training/hours/views.ts";
import { askedWorks } from "../training/rules/work.ts";
import { worksDeposited } from "../training/works/deposited.ts";
import type { Session } from "./rules/facts.ts";
import { type Holding, lapses, toSit } from "./rules/standing.ts";
import { type Said, sayBoth } from "./said.ts";
import { listJuries } from "./store.ts";

/** The day by which it is judged what somebody presents, and that on which it is judged again. */
export type Days = { readonly from: Day; readonly until: Day };

/** The deliberation is on the day of the jury that is open last, or expected on the last of the session. */
export async function daysOf(tx: Tx, { id, from, until }: Session): Promise<Days> {
  const open = (await listJuries(tx, id)).findLast(({ closedAt, only }) => closedAt === null && only === null);
  return { from, until: open?.on ?? until };
}

type Holder = { readonly law: Law; readonly holding: Holding; readonly days: Days };

/** Of the decision (that an exam is not sat yet is why they are presented), of the clock, and of the hours and works as they are today. */
export async function foundOf(given: Performing<unknown>, enrolment: string, holder: Holder): Promise<readonly Said[]> {
  const { answer, exams } = toSit(holder.law, holder.holding, holder.days.from);
  const own = sayBoth(
    answer.domains.filter(({ status }) => status !== "not-sat").flatMap((one) => one.findings),
    certificationSentences,
  );
  return [...own, ...clockFound(holder), ...(await warningsOf(given, { law: holder.law, enrolment, exams }))];
}

/** Each dispense on which the authority has not answered: its exam stays to sit. */
export function awaitedFound({ law, holding, days }: Holder): readonly Said[] {
  const awaited = toSit(law, holding, days.from).answer.domains.filter(({ status }) => status === "needs-decision");
  return sayBoth(
    awaited.flatMap((one) => one.findings),
    certificationSentences,
  );
}

/** Whose five years end before the jury decides: said while it is planned, so that the authority is asked in time. */
export function clockFound({ law, holding, days }: Holder): readonly Said[] {
  const { clock } = law.diploma;
  if (!clock) return [];
  const before = lapses(toSit(law, holding, days.from));
  const by = lapses(toSit(law, holding, days.until)).filter((one) => !before.includes(one));
  return sayBoth([
    ...before.map((domain) => finding("lapse-awaited", null, "lapsed-before", clock, { domain, ...days })),
    ...by.map((domain) => finding("lapses-between", false, "lapses-between", clock, { domain, ...days })),
  ]);
}

type Presented = { readonly law: Law; readonly enrolment: string; readonly exams: readonly string[] };

/** Hours still to be followed, and each work of these exams that is not deposited: as it is today. */
export async function warningsOf(given: Performing<unknown>, one: Presented): Promise<readonly Said[]> {
  return [...(await hoursMissing(given, one)), ...(await worksMissing(given, one))];
}

async function hoursMissing(given: Performing<unknown>, { law, enrolment }: Presented): Promise<readonly Said[]> {
  const hours = await seeHours.read({ ...given, input: { enrolment, language: "fr" } });
  const missing = hours?.units.find(({ remaining }) => remaining > 0);
  const unit = law.diploma.domains.flatMap(({ units }) => units).find((one) => one.unit === missing?.unit);
  if (!hours || !unit) return [];
  const { remaining, due } = hours.totals;
  return sayBoth([finding("hours", false, "hours-missing", unit, { remaining, due })]);
}

async function worksMissing(
  { tx }: Performing<unknown>,
  { law: { diploma }, enrolment, exams }: Presented,
): Promise<readonly Said[]> {
  const deposited = new Set((await worksDeposited(tx, [enrolment])).map(({ exam }) => exam));
  const missing = askedWorks(diploma).filter(({ exam }) => exams.includes(exam) && !deposited.has(exam));
  return sayBoth(
    missing.map(({ exam }) => {
      const domain = diploma.domains.find((one) => one.domain === exam)!;
      return finding("work", false, "work-missing", domain.exam, { domain });
    }),
  );
}
