/** The exams settled before they are sat, and the reason: read from the findings of the pathway, the only place that knows it. */
import type { Law } from "../../law/law.ts";
import type { Finding } from "../../law/finding.ts";
import type { Confirmation, ExamState, PathwayInput } from "./brought.ts";
import { pathwayRejection } from "./input.ts";
import { pathwayRule } from "./rule.ts";

export type SettledExam = {
  readonly domain: string;
  readonly exam: ExamState;
  /** By a title, with the authority’s answer if the texts contest it; or by a validation, with its source and day of notification. */
  readonly by:
    | { readonly title: string; readonly confirmation: Confirmation | null }
    | { readonly held: string; readonly validatedOn: string };
  readonly finding: Finding;
};

/** Without the exams that nothing settles; empty if the law rejects the input. */
export function settledExams(law: Law, input: PathwayInput): readonly SettledExam[] {
  if (pathwayRejection(law, input)) return [];
  return pathwayRule(law)(input).domains.flatMap(({ domain, exam, findings: [finding] }) => {
    const by = finding && settling(finding);
    return by ? [{ domain: domain.domain, exam, by, finding }] : [];
  });
}

function settling({ values }: Finding): SettledExam["by"] | undefined {
  const settled = values as { title?: string; confirmation?: Confirmation; on?: string; by?: { by: string } };
  if (settled.by !== undefined && settled.on !== undefined) return { held: settled.by.by, validatedOn: settled.on };
  return settled.title === undefined ? undefined : { title: settled.title, confirmation: settled.confirmation ?? null };
}
