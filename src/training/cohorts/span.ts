/** How long a trainee's course may last, over all their enrolments in its diploma. */
import type { Performing } from "../../act/act.ts";
import { ownSpan, type Span, staysOf } from "../rules/span.ts";
import { allCohorts, type Cohort, type Enrolment, enrolmentOfDossier, enrolmentsOf, factsOf } from "./store.ts";

/** Undefined for a trainee who has not begun a course; computed under the law of the cohort that they enter or return to. */
export async function spanFor(
  { tx, law: lawOf }: Pick<Performing<unknown>, "tx" | "law">,
  { account, dossier }: Pick<Enrolment, "account" | "dossier">,
  { diploma, lawVersion }: Pick<Cohort, "diploma" | "lawVersion">,
): Promise<Span | undefined> {
  const law = lawOf(diploma, { version: lawVersion });
  // A trainee without an account is known by their dossier.
  const only = account === null ? await enrolmentOfDossier(tx, dossier) : undefined;
  const enrolments = account === null ? (only ? [only] : []) : await enrolmentsOf(tx, account);
  if (!law || enrolments.length === 0) return undefined;
  const cohorts = new Map((await allCohorts(tx)).map((one) => [one.id, one]));
  const facts = await factsOf(
    tx,
    enrolments.map(({ id }) => id),
  );
  const stays = enrolments.flatMap(({ id, cohort, since }) => {
    const ownFacts = facts.filter(({ enrolment }) => enrolment === id);
    // Their first cohort is the one that their first return left.
    const first = cohorts.get(ownFacts.find(({ leftCohort }) => leftCohort !== null)?.leftCohort ?? cohort)!;
    if (first.diploma !== diploma) return [];
    const stays = ownFacts.map((fact) => ({
      ...fact,
      into: fact.cohort === null ? undefined : cohorts.get(fact.cohort)?.startsOn,
    }));
    return staysOf({ startsOn: first.startsOn, since }, stays);
  });
  return ownSpan(law.diploma, stays);
}
