/**
 * The collective study: its unit in a référentiel, the members of a group on a day, the missing signatures, and the standing report. Pure.
 */
import type { Day } from "../../kit/day.ts";
import type { Diploma, DomainEntry, UnitEntry } from "../../law/diploma.ts";
import { type AskedWork, askedWorks } from "./work.ts";

type StudyUnit = {
  readonly unit: UnitEntry;
  /** The domain whose exam the report is written for. */
  readonly domain: DomainEntry;
  readonly study: NonNullable<UnitEntry["study"]>;
  /** The report, if the référentiel sets its length. */
  readonly report: AskedWork | undefined;
};

/** Undefined if the référentiel has no collective study. */
export function studyUnit(diploma: Diploma): StudyUnit | undefined {
  for (const domain of diploma.domains)
    for (const unit of domain.units)
      if (unit.study) {
        const report = askedWorks(diploma).find(({ exam, collective }) => exam === domain.domain && collective);
        return { unit, domain, study: unit.study, report };
      }
  return undefined;
}

export const PROPOSAL_STATES = ["proposed", "accepted", "declined", "withdrawn"] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];
export type ProposalFact = "accepted" | "declined" | "withdrawn";

/** A membership fact of a trainee; lists are in the order in which they happened. */
export type Membership = { readonly group: string; readonly kind: "joined" | "left"; readonly on: Day };

/** The trainee's group on a day: one at a time; the day of leaving is outside the group. */
export function groupOn(memberships: readonly Membership[], day: Day): string | undefined {
  const last = memberships.findLast(({ on }) => on <= day);
  return last?.kind === "joined" ? last.group : undefined;
}

/** The parties to an agreement: the school, the site, and the members it names, by enrolment. */
export type Party = string;
export const SCHOOL: Party = "school";
export const SITE: Party = "site";

/** The parties whose signature is missing. A member who joined since it was drawn up is not in it, and needs another version. */
export function unsigned(members: readonly string[], signed: ReadonlySet<Party>): readonly Party[] {
  return [SCHOOL, SITE, ...members].filter((one) => !signed.has(one));
}

export type ReportFact = {
  readonly kind: "deposited" | "withdrawn";
  readonly file: string | null;
  readonly pages: number | null;
  readonly at: Date;
};

/** The latest deposited report, unless it was withdrawn since. */
export function reportOf<F extends ReportFact>(facts: readonly F[]): F | undefined {
  const last = facts.at(-1);
  return last?.kind === "deposited" ? last : undefined;
}
