/** Why hours are relieved and exams dispensed. The two differ: a dispense is of right, an allègement may be granted. */
import type { Diploma, DomainEntry, ReliefEntry, UnitEntry } from "../../law/diploma.ts";
import { weakest } from "../../law/entry.ts";
import { type Finding, finding } from "../../law/finding.ts";
import type { Law } from "../../law/law.ts";
import { type Brought, confirmationOf, type ExamState, type PathwayInput, type Relief } from "./brought.ts";

export function domainFindings(
  law: Law,
  domain: DomainEntry,
  exam: ExamState,
  reliefs: readonly (readonly Relief[])[],
  brought: Brought,
): Finding[] {
  const findings = [examFinding(law.diploma, domain, exam, brought)];
  for (const relief of brought.reliefs) {
    const dispense = relief.dispenses.find((one) => one.domain === domain.domain);
    if (!dispense) continue;
    findings.push(dispenseFinding(law, { domain, exam, relief, dispense }, brought));
  }
  domain.units.forEach((unit, index) => {
    const most = reliefs[index]!.reduce((greatest, { hours }) => Math.max(greatest, hours), 0);
    for (const relieved of reliefs[index]!) {
      if (relieved.told)
        findings.push(hoursFinding(unit, relieved, relieved.told, { most, held: exam === "held" }, brought));
    }
    // A held domain relieves its units even if the person declined relief.
    if (brought.declined.has(unit.unit) && exam !== "held")
      findings.push(finding("declined", true, "declined", unit, { unit }));
  });
  return findings;
}

type Dispensing = {
  readonly domain: DomainEntry;
  readonly exam: ExamState;
  readonly relief: ReliefEntry;
  readonly dispense: ReliefEntry["dispenses"][number];
};

/**
 * The effect of a title's dispense today. A contested dispense follows its confirmation or refusal; unconfirmed, it is unknown only while
 * its exam depends on it. The rules of version 1 left it unknown even where the exam no longer did.
 */
function dispenseFinding(law: Law, { domain, exam, relief, dispense }: Dispensing, brought: Brought): Finding {
  const { title } = relief;
  const theory = domain.units.filter(({ practice }) => !practice);
  const kept = theory.filter(({ unit }) => brought.declined.has(unit)).map(({ unit }) => unit);
  const values = { title, domain, relief, held: exam === "held", kept, all: kept.length === theory.length };
  if (dispense.exam === "dispensed") return finding("dispense", true, "dispense-dispensed", dispense, values);
  const confirmation = confirmationOf(title, domain.domain, brought);
  if (confirmation) {
    const { granted } = confirmation;
    const says = granted ? "dispense-granted" : "dispense-refused";
    return finding("dispense", granted, says, dispense, { ...values, confirmation });
  }
  if (exam === "contested") return finding("dispense", null, "dispense-contested", dispense, values);
  return finding("dispense", law.basis.rules === "1" ? null : true, "dispense-settled", dispense, values);
}

type Best = { readonly most: number; readonly held: boolean };

/** Reliefs never add up: a relief covered by a greater one, or by a held domain, is reported with its own value. */
function hoursFinding(
  unit: UnitEntry,
  { hours, by }: Relief,
  { as, entry }: NonNullable<Relief["told"]>,
  { most, held }: Best,
  { grantRule }: Brought,
): Finding {
  const says = held || hours < most ? `${as}-covered` : as;
  if (as === "allegement") return finding("allegement", true, says, entry, { unit, hours, by, most, held });
  const confidence = weakest(entry.source.confidence, grantRule!.source.confidence);
  const values = { unit, hours, by: by.replace(/^grant:/, ""), most, held, restsOn: [grantRule] };
  return finding("grant", true, says, entry, values, confidence);
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
  // The title that decides the exam: the confirmed one, or the one still to be confirmed, or any refused one.
  const contested = contestedBy.find(({ confirmation }) =>
    exam === "contested" ? !confirmation : exam === "to-sit" || confirmation?.granted,
  );
  if (exam === "contested")
    return finding("exam", null, "exam-contested", contested!.dispense, { domain, title: contested!.title });
  if (exam === "to-sit" && contested)
    return finding("exam", false, "exam-refused", contested.dispense, { domain, ...contested });
  if (exam === "to-sit") return finding("exam", false, "exam-to-sit", domain.exam, { domain });
  const relief = brought.reliefs.find((brings) =>
    brings.dispenses.some((other) => other.domain === domain.domain && other.exam === "dispensed"),
  );
  if (relief) {
    const dispense = relief.dispenses.find((one) => one.domain === domain.domain)!;
    return finding("exam", true, "exam-dispensed", dispense, { domain, title: relief.title });
  }
  return finding("exam", true, "exam-confirmed", contested!.dispense, { domain, ...contested! });
}

/** The finding outside any domain: whose maquette the hours come from. */
export function pathwayFindings(law: Law, input: PathwayInput): Finding[] {
  const { maquette } = law.school;
  return input.maquette === undefined
    ? [finding("maquette", true, "maquette-of-school", maquette, { maquette, school: law.establishment })]
    : [];
}
