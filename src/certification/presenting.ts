/** What is found of somebody who may be presented: what they hold, and the hours and works that are missing, which warn and bar nobody. */
import type { Performing } from "../act/act.ts";
import { sentences as certificationSentences } from "../decisions/certification/sentences.ts";
import { finding } from "../law/finding.ts";
import type { Law } from "../law/law.ts";
import { seeHours } from "../training/hours/views.ts";
import { askedWorks } from "../training/rules/work.ts";
import { worksDeposited } from "../training/works/deposited.ts";
import type { toSit } from "./rules/standing.ts";
import { type Said, sayBoth } from "./said.ts";

/** Those of the decision, then those of the hours and works as they are today. */
export async function foundOf(
  given: Performing<unknown>,
  enrolment: string,
  { law, answer, exams }: ReturnType<typeof toSit> & { readonly law: Law },
): Promise<readonly Said[]> {
  const own = sayBoth(
    answer.domains.flatMap((one) => one.findings),
    certificationSentences,
  );
  return [...own, ...(await warningsOf(given, { law, enrolment, exams }))];
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
