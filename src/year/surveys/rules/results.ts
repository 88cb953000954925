/** What is shown of a closed survey: no answer of fewer people than are published, and two questions never crossed. Pure. */
import type { Label } from "../../../kit/lang.ts";
import { type QuestionEntry, SCALE, type SurveyEntry } from "../../../law/year.ts";
import type { Counted } from "./answers.ts";

type Given = { readonly option: string; readonly label: Label; readonly count: number };
export type Result = {
  readonly question: string;
  readonly label: Label;
  readonly answered: number;
  readonly tally: readonly Given[] | null;
  readonly unchanged: readonly Given[] | null;
};

export function resultsOf(
  { questions }: Pick<SurveyEntry, "questions">,
  { tallies }: Pick<Counted, "tallies">,
  minimum: number,
): Result[] {
  return questions
    .filter(({ kind }) => kind !== "text")
    .map((question) => {
      const pairs = Object.entries(tallies[question.question] ?? {});
      const answered = pairs.reduce((sum, [, count]) => sum + count, 0);
      const isShown = answered >= minimum;
      const of = (option: string) => sum(pairs.filter(([key]) => key.split(" ")[0] === option));
      const kept = (option: string) => sum(pairs.filter(([key]) => key === `${option} ${option}`));
      const all = labelled(question);
      return {
        question: question.question,
        label: question.label,
        answered,
        tally: isShown ? all.map((one) => ({ ...one, count: of(one.option) })) : null,
        // One figure for all people, so that no two answers of anybody stand together.
        unchanged:
          isShown && question.before !== undefined
            ? all.filter(({ option }) => of(option) >= minimum).map((one) => ({ ...one, count: kept(one.option) }))
            : null,
      };
    });
}

function labelled({ kind, options = [] }: QuestionEntry): { option: string; label: Label }[] {
  if (kind === "choice") return options.map(({ option, label }) => ({ option, label }));
  return SCALE.map((option) => ({
    option,
    label: { fr: `${option} sur ${SCALE.length}`, en: `${option} out of ${SCALE.length}` },
  }));
}

function sum(pairs: readonly (readonly [string, number])[]): number {
  return pairs.reduce((total, [, count]) => total + count, 0);
}
