/** Why hours are relieved and exams dispensed, told apart: a dispense is of right, an allègement may be granted. */
import type { Diploma, DomainEntry, UnitEntry } from "../../law/diploma.ts";
import { weakest } from "../../law/entry.ts";
import { type Finding, finding } from "../../law/finding.ts";
import type { Law } from "../../law/law.ts";
import { type Brought, confirmationOf, type ExamState, type PathwayInput, type Relief } from "./pathway.ts";

export function domainFindings(
  law: Diploma,
  domain: DomainEntry,
  exam: ExamState,
  reliefs: readonly (readonly Relief[])[],
  brought: Brought,
): Finding[] {
  const findings = [examFinding(law, domain, exam, brought)];
  for (const relief of brought.reliefs) {
    const dispense = relief.dispenses.find((one) => one.domain === domain.domain);
    if (!dispense) continue;
    const met =
      dispense.exam === "dispensed" || (confirmationOf(relief.title, domain.domain, brought)?.granted ?? null);
    const values = { title: relief.title, domain, relief };
    findings.push(finding("dispense", met, `dispense-${dispense.exam}`, dispense, values));
  }
  domain.units.forEach((unit, at) => {
    for (const { hours, by, told } of reliefs[at]!)
      if (told) findings.push(hoursFinding(unit, hours, by, told, brought));
    // A held domain relieves its units whatever was asked.
    if (brought.declined.has(unit.unit) && exam !== "held")
      findings.push(finding("declined", true, "declined", unit, { unit }));
  });
  return findings;
}

function hoursFinding(
  unit: UnitEntry,
  hours: number,
  by: string,
  { as, entry }: NonNullable<Relief["told"]>,
  { grantRule }: Brought,
): Finding {
  if (as === "allegement") return finding("allegement", true, "allegement", entry, { unit, hours, by });
  const confidence = weakest(entry.source.confidence, grantRule!.source.confidence);
  const values = { unit, hours, by: by.replace(/^grant:/, ""), restsOn: [grantRule] };
  return finding("grant", true, "grant", entry, values, confidence);
}

function examFinding(law: Diploma, domain: DomainEntry, exam: ExamState, brought: Brought): Finding {
  const held = brought.held.get(domain.domain);
  if (held) {
    const entry = law.held.find((one) => one.by === held.by)!;
    return finding("exam", true, "exam-held", entry, { domain, on: held.validatedOn, by: entry });
  }
  const contestedBy = brought.reliefs.flatMap((relief) => {
    const dispense = relief.dispenses.find((one) => one.domain === domain.domain && one.exam === "contested");
    return dispense
      ? [{ dispense, title: relief.title, confirmation: confirmationOf(relief.title, domain.domain, brought) }]
      : [];
  });
  // The title that makes the exam what it is: the one confirmed, or the one still to be confirmed, or any that was refused.
  const contested = contestedBy.find(({ confirmation }) =>
    exam === "contested" ? !confirmation : exam === "to-sit" || confirmation?.granted,
  );
  if (exam === "contested")
    return finding("exam", null, "exam-contested", contested!.dispense, { domain, title: contested!.title });
  if (exam === "to-sit" && contested)
    return finding("exam", false, "exam-refused", contested.dispense, { domain, ...contested });
  if (exam === "to-sit") return finding("exam", false, "exam-to-sit", domain.exam, { domain });
  const relief = brought.reliefs.find((one) =>
    one.dispenses.some((other) => other.domain === domain.domain && other.exam === "dispensed"),
  );
  if (relief) {
    const dispense = relief.dispenses.find((one) => one.domain === domain.domain)!;
    return finding("exam", true, "exam-dispensed", dispense, { domain, title: relief.title });
  }
  return finding("exam", true, "exam-confirmed", contested!.dispense, { domain, ...contested! });
}

/** What belongs to no domain: whose maquette the hours come from. */
export function pathwayFindings(law: Law, input: PathwayInput): Finding[] {
  const { maquette } = law.school;
  return input.maquette === undefined
    ? [finding("maquette", true, "maquette-of-school", maquette, { maquette, school: law.establishment })]
    : [];
}
