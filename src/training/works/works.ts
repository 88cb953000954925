/** The works asked of a trainee, and the state of each. */
import type { Performing } from "../../act/act.ts";
import { standingOn } from "../../act/standing.ts";
import type { Label } from "../../kit/lang.ts";
import { type Enrolment, findCohort } from "../cohorts/store.ts";
import { computedProgramme, type Pathway, signedProgramme } from "../programmes/computed.ts";
import { resultsOf } from "../results/enter.ts";
import { type AskedWork, askedWorks, isWithin, mayWithdraw, WORK, workKey, workOf } from "../rules/work.ts";
import { studyGroups } from "../study/groups.ts";
import { workFacts } from "./store.ts";
import { closedWords } from "./words.ts";

type Context = Pick<Performing<unknown>, "tx" | "law" | "today" | "decide" | "stands">;

/** Why nothing is to be proposed or deposited for the exam, or no more; null while it is. */
export type OpenWork = AskedWork & { readonly asked: boolean; readonly closed: Label | null };

/** By the programme, signed or computed: an exam that is held or dispensed asks for no work. */
export async function worksAsked(context: Context, enrolment: Enrolment): Promise<readonly OpenWork[]> {
  const { tx, law: lawOf } = context;
  const cohort = await findCohort(tx, enrolment.cohort);
  const law = cohort && lawOf(cohort.diploma, { version: cohort.lawVersion });
  if (!law) return [];
  const signed = await signedProgramme(tx, enrolment.id);
  const path = signed ? (signed.answer as Pathway) : (await computedProgramme(context, enrolment))?.answer("fr");
  const results = await resultsOf(tx, enrolment.id);
  const works: OpenWork[] = [];
  for (const work of askedWorks(law.diploma)) {
    const exam = path?.domains.find(({ domain }) => domain === work.exam)?.exam ?? "to-sit";
    const asked = exam !== "held" && exam !== "dispensed";
    const decided = ["validated", "dispensed"].includes(results.get(work.exam)?.outcome ?? "");
    const relied = await standingOn(context, WORK, ["deposited"], workKey(enrolment.id, work.exam));
    const closed = asked ? (decided ? closedWords.decided : (relied[0]?.says ?? null)) : closedWords.notAsked;
    works.push({ ...work, asked, closed });
  }
  return works;
}

export async function worksOf(context: Context, enrolment: Enrolment) {
  const lastDay = (await findCohort(context.tx, enrolment.cohort))?.endsOn ?? context.today;
  const facts = Map.groupBy(await workFacts(context.tx, enrolment.id), ({ exam }) => exam);
  const [group] = await studyGroups(context.tx, { on: context.today, enrolment: enrolment.id });
  const all = await worksAsked(context, enrolment);
  // What was deposited is kept in view, though the exam was dispensed since.
  return all
    .filter(({ exam, asked }) => asked || facts.has(exam))
    .map((one) => {
      const { exam, label, length, measure, directed, collective, strict, files, asked, closed } = one;
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
        asked,
        closed,
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
        withdrawable: closed === null && deposit === work.deposit && mayWithdraw(work, context.today, lastDay),
        lastDay,
      };
    });
}
