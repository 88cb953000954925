/** Why hours are relieved and exams dispensed, told apart: a dispense is of right, an allègement may be granted. */
import type { Diploma, DomainEntry } from "../../law/diploma.ts";
import { type Finding, finding } from "../../law/finding.ts";
import type { Law } from "../../law/law.ts";
import { type Brought, confirmationOf, type ExamState, type PathwayInput, type Relief } from "./pathway.ts";

export function domainFindings(law: Diploma, domain: DomainEntry, exam: ExamState, reliefs: readonly (readonly Relief[])[], brought: Brought): Finding[] {
  const findings = [examFinding(law, domain, exam, brought)];
  for (const relief of brought.reliefs) {
    const dispense = relief.dispenses.find((one) => one.domain === domain.domain);
    if (!dispense) continue;
    findings.push(finding("dispense", dispense.exam === "dispensed" ? true : null, `dispense-${dispense.exam}`, dispense, { title: relief.title, domain }));
  }
  domain.units.forEach((unit, at) => {
    for (const one of reliefs[at]!) {
      if (one.kind === "dispense" || one.kind === "held") continue;
      const condition = one.kind === "grant" ? "grant" : "allegement";
      findings.push(finding(condition, true, condition, one.entry, { unit, hours: one.hours, by: one.by.replace(/^grant:/, "") }));
    }
    if (brought.declined.has(unit.unit)) findings.push(finding("declined", true, "declined", unit, { unit }));
  });
  return findings;
}

function examFinding(law: Diploma, domain: DomainEntry, exam: ExamState, brought: Brought): Finding {
  const held = brought.held.get(domain.domain);
  if (held) {
    const entry = law.held.find((one) => one.by === held.by)!;
    return finding("exam", true, "exam-held", entry, { domain, on: held.validatedOn, by: entry });
  }
  const contested = brought.reliefs.flatMap((relief) => {
    const dispense = relief.dispenses.find((one) => one.domain === domain.domain && one.exam === "contested");
    return dispense ? [{ dispense, title: relief.title, confirmation: confirmationOf(relief.title, domain.domain, brought) }] : [];
  })[0];
  if (exam === "contested") return finding("exam", null, "exam-contested", contested!.dispense, { domain, title: contested!.title });
  if (exam === "to-sit" && contested) return finding("exam", false, "exam-refused", contested.dispense, { domain, ...contested });
  if (exam === "to-sit") return finding("exam", false, "exam-to-sit", domain.exam, { domain });
  const relief = brought.reliefs.find((one) => one.dispenses.some((other) => other.domain === domain.domain && other.exam === "dispensed"));
  if (relief) {
    const dispense = relief.dispenses.find((one) => one.domain === domain.domain)!;
    return finding("exam", true, "exam-dispensed", dispense, { domain, title: relief.title });
  }
  return finding("exam", true, "exam-confirmed", contested!.dispense, { domain, ...contested! });
}

/** What belongs to no domain: whose maquette the hours come from. */
export function pathwayFindings(law: Law, input: PathwayInput): Finding[] {
  const { maquette } = law.school;
  return input.maquette === undefined ? [finding("maquette", true, "maquette-of-school", maquette, { maquette, school: law.establishment })] : [];
}
