/** The collective study as the livret tells it: with whom it is carried out, its agreement, and the report that stands. */
import type { Performing } from "../act/act.ts";
import { schoolOf, standingAgreement } from "../training/study/agreements.ts";
import { membersOn, studyGroups } from "../training/study/groups.ts";
import { findStudy } from "../training/study/kept.ts";

/** Nothing of whoever is in no group today. */
export async function studyIn(given: Performing<unknown>, enrolment: string) {
  const { tx, today } = given;
  const [found] = await studyGroups(tx, { on: today, enrolment });
  const study = found && (await findStudy(tx, found.study));
  if (!found || !study) return null;
  const members = await membersOn(tx, found.group, today);
  const parties = { members, school: schoolOf(given, study) };
  const agreement = await standingAgreement(tx, { study, group: found.group }, parties);
  const { organisation, object, place } = study;
  return {
    organisation,
    object: agreement?.contents.object ?? object,
    place,
    group: found.name,
    members: members.length,
    agreement: agreement
      ? {
          version: agreement.version,
          from: agreement.contents.from,
          until: agreement.contents.until,
          referents: agreement.contents.referents.map(({ name, qualification }) => ({ name, qualification })),
          signed: agreement.missing.length === 0,
        }
      : null,
    report: found.report ? { pages: found.report.pages, at: found.report.at.toISOString() } : null,
  };
}
