/** The collective study in the livret: its organisation, agreement and standing report. */
import type { Performing } from "../act/act.ts";
import { schoolOf, standingAgreement } from "../training/study/agreements.ts";
import { membersOn, studyGroups } from "../training/study/groups.ts";
import { findStudy } from "../training/study/kept.ts";

/** Null for a trainee in no group today. */
export async function studyIn(context: Performing<unknown>, enrolment: string) {
  const { tx, today } = context;
  const [group] = await studyGroups(tx, { on: today, enrolment });
  const study = group && (await findStudy(tx, group.study));
  if (!group || !study) return null;
  const members = await membersOn(tx, group.group, today);
  const parties = { members, school: schoolOf(context, study) };
  const agreement = await standingAgreement(tx, { study, group: group.group }, parties);
  const { organisation, object, place } = study;
  return {
    organisation,
    object: agreement?.contents.object ?? object,
    place,
    group: group.name,
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
    report: group.report ? { pages: group.report.pages, at: group.report.at.toISOString() } : null,
  };
}
