/** The works asked of a trainee, and the state of each. */
import type { Performing } from "../../act/act.ts";
import { type Enrolment, findCohort } from "../cohorts/store.ts";
import { type AskedWork, askedWorks, isWithin, mayWithdraw, workOf } from "../rules/work.ts";
import { studyGroups } from "../study/groups.ts";
import { workFacts } from "./store.ts";

type Context = Pick<Performing<unknown>, "tx" | "law" | "today">;

export async function worksAsked(
  { tx, law: lawOf }: Pick<Context, "tx" | "law">,
  { cohort: id }: Enrolment,
): Promise<readonly AskedWork[]> {
  const cohort = await findCohort(tx, id);
  const law = cohort && lawOf(cohort.diploma, { version: cohort.lawVersion });
  return law ? askedWorks(law.diploma) : [];
}

export async function worksOf(context: Context, enrolment: Enrolment) {
  const lastDay = (await findCohort(context.tx, enrolment.cohort))?.endsOn ?? context.today;
  const facts = Map.groupBy(await workFacts(context.tx, enrolment.id), ({ exam }) => exam);
  const [group] = await studyGroups(context.tx, { on: context.today, enrolment: enrolment.id });
  return (await worksAsked(context, enrolment)).map((asked) => {
    const { exam, label, length, measure, directed, collective, strict, files } = asked;
    const own = facts.get(exam) ?? [];
    const work = workOf(own);
    const at = own.findLast(({ kind }) => kind === "deposited")?.at;
    // A group deposits its work once, for all members.
    const deposit =
      collective && group ? group.report && { file: group.report.file, count: group.report.pages } : work.deposit;
    return {
      exam,
      label,
      length,
      least: measure.min ?? null,
      most: measure.max ?? null,
      measure: measure.label,
      article: measure.source.article,
      directed,
      collective,
      strict,
      files,
      /** The collective study group whose work it is. */
      group: collective && group ? group.group : null,
      ...work,
      deposit: deposit && {
        file: deposit.file,
        count: deposit.count,
        receipt: "receipt" in deposit ? (deposit.receipt ?? null) : null,
        sha256: "sha256" in deposit ? (deposit.sha256 ?? null) : null,
        at: deposit === work.deposit && at !== undefined ? at.toISOString() : null,
        within: deposit.count === null ? null : isWithin(measure, deposit.count),
      },
      happened: [
        ...own.map(({ kind, at: on }) => ({ kind, at: on.toISOString() })),
        // Of the group's report, which is deposited once for all members.
        ...(collective && group?.report ? [{ kind: "deposited" as const, at: group.report.at.toISOString() }] : []),
      ],
      withdrawable: deposit === work.deposit && mayWithdraw(work, context.today, lastDay),
      lastDay,
    };
  });
}
