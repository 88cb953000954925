/** How the points of an exam come from its marks, by the référentiel's weights: «12 × 3 + 11 × 2 = 58 sur 100». */
import { type Lang, sayNumber } from "../../kit/lang.ts";
import type { ExamEntry } from "../../law/diploma.ts";

type Exam = Pick<ExamEntry, "result" | "outOf" | "components">;
type Counted = { readonly component: string; readonly mark: number | null };

const OUT_OF: Readonly<Record<Lang, string>> = { fr: "sur", en: "out of" };

/** Without the sum where a mark is missing, or where the exam has one mark. */
export function sayTotal(exam: Exam, marks: readonly Counted[], points: number, lang: Lang): string {
  const total = `${sayNumber(points, lang)} ${OUT_OF[lang]} ${exam.outOf}`;
  const sum = sayWeighted(exam, marks, lang);
  return sum === "" ? total : `${sum} = ${total}`;
}

function sayWeighted({ result, components = [] }: Exam, marks: readonly Counted[], lang: Lang): string {
  const parts = components.map(({ component, weight }) => ({
    weight,
    mark: marks.findLast((one) => one.component === component)?.mark ?? null,
  }));
  if (result === "agreed" || parts.length < 2 || parts.some(({ mark }) => mark === null)) return "";
  const same = parts.every(({ weight }) => weight === 1);
  const terms = parts.map(({ weight, mark }) => `${sayNumber(mark! / 100, lang)}${same ? "" : ` × ${weight}`}`);
  const sum = terms.join(" + ");
  const weights = parts.reduce((all, { weight }) => all + weight, 0);
  return result === "mean" ? `(${sum}) ÷ ${weights}` : sum;
}
