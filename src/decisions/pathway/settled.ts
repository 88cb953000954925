/** Which exams are settled before they are sat, and by what: as the findings of the path have it, which are the one place that knows. */
import type { Law } from "../../law/law.ts";
import type { Finding } from "../../law/finding.ts";
import type { Confirmation, ExamState, PathwayInput } from "./brought.ts";
import { pathwayRejection } from "./input.ts";
import { pathwayRule } from "./rule.ts";

export type SettledExam = {
  readonly domain: string;
  readonly exam: ExamState;
  /** By a title, with the authority’s answer where the texts contest it; or by a validation, given by whom and notified when. */
  readonly by:
    | { readonly title: string; readonly confirmation: Confirmation | null }
    | { readonly held: string; readonly validatedOn: string };
  readonly finding: Finding;
};

/** Of what a person brings; nothing of an exam that nothing touches, and nothing at all where the law cannot take what was brought. */
export function settledExams(law: Law, input: PathwayInput): readonly SettledExam[] {
  if (pathwayRejection(law, input)) return [];
  return pathwayRule(law)(input).domains.flatMap(({ domain, exam, findings: [finding] }) => {
    const by = finding && settling(finding);
    return by ? [{ domain: domain.domain, exam, by, finding }] : [];
  });
}

function settling({ values }: Finding): SettledExam["by"] | undefined {
  const said = values as { title?: string; confirmation?: Confirmation; on?: string; by?: { by: string } };
  if (said.by !== undefined && said.on !== undefined) return { held: said.by.by, validatedOn: said.on };
  return said.title === undefined ? undefined : { title: said.title, confirmation: said.confirmation ?? null };
}
