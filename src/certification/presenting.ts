/**
 * The findings on a candidate to present: what they hold on the session's first day, what the five-year limit changes by the jury's day,
 * and the missing hours and works, which only warn.
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

/** The day on which holdings are judged, and the jury's day, on which they are judged again. */
export type Days = { readonly from: Day; readonly until: Day };

/** The jury's day is that of the last open jury, else the session's last day. */
export async function daysOf(tx: Tx, { id, from, until }: Session): Promise<Days> {
  const open = (await listJuries(tx, id)).findLast(({ closedAt, only }) => closedAt === null && only === null);
  return { from, until: open?.on ?? until };
}

/** The day on which what is left to sit is judged: what was notified since the session began counts. */
export function sitsFrom({ from }: Pick<Session, "from">, today: Day): Day {
  return from > today ? from : today;
}

type Holder = { readonly law: Law; readonly holding: Holding; readonly days: Days };

/** The decision's findings (except "not sat yet", which is why they are presented), the clock's, and today's hours and works. */
export async function foundOf(
  context: Performing<unknown>,
  enrolment: string,
  holder: Holder,
): Promise<readonly Said[]> {
  const { answer, exams } = toSit(holder.law, holder.holding, holder.days.from);
  const own = sayBoth(
    answer.domains.filter(({ status }) => status !== "not-sat").flatMap((one) => one.findings),
    certificationSentences,
  );
  return [...own, ...clockFound(holder), ...(await warningsOf(context, { law: holder.law, enrolment, exams }))];
}

/** Dispenses that the authority has not answered: the exam is still to sit. */
export function awaitedFound({ law, holding, days }: Holder): readonly Said[] {
  const awaited = toSit(law, holding, days.from).answer.domains.filter(({ status }) => status === "needs-decision");
  return sayBoth(
    awaited.flatMap((one) => one.findings),
    certificationSentences,
  );
}

/** Validations that expire before the jury decides: found at planning time, so that the authority is asked early enough. */
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

/** Today's missing hours, and each work of these exams that is not deposited. */
export async function warningsOf(context: Performing<unknown>, presented: Presented): Promise<readonly Said[]> {
  return [...(await hoursMissing(context, presented)), ...(await worksMissing(context, presented))];
}

async function hoursMissing(context: Performing<unknown>, { law, enrolment }: Presented): Promise<readonly Said[]> {
  const hours = await seeHours.read({ ...context, input: { enrolment, language: "fr" } });
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
