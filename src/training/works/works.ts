/** The works asked of a trainee, and the state of each. */
import type { Performing } from "../../act/act.ts";
import { type Enrolment, findCohort } from "../cohorts/store.ts";
import { type AskedWork, askedWorks, isWithin, workOf } from "../rules/work.ts";
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
  const facts = Map.groupBy(await workFacts(context.tx, enrolment.id), ({ exam }) => exam);
  const [group] = await studyGroups(context.tx, { on: context.today, enrolment: enrolment.id });
  return (await worksAsked(context, enrolment)).map((asked) => {
    const { exam, label, length, measure, directed, collective } = asked;
    const work = workOf(facts.get(exam) ?? []);
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
      /** The collective study group whose work it is. */
      group: collective && group ? group.group : null,
      ...work,
      deposit: deposit && { ...deposit, within: deposit.count === null ? null : isWithin(measure, deposit.count) },
    };
  });
}
