/** What the questions about a title share, and the parsing of levels and years. */
import type { Diploma } from "../../law/diploma.ts";
import { LIMITS } from "../../law/input.ts";
import type { Option } from "../../page/form.ts";
import { readNumber } from "../../page/form-values.ts";
import { type TitleDraft, type TitleQuestion, titleQuestions } from "../rules/draft.ts";
import { oldLevel } from "./say.ts";
import type { At, Step } from "./step.ts";
import { pageOf, TITLE_PAGES } from "./title-list.ts";

export function titleAt({ draft, item }: At): TitleDraft {
  return draft.titles.find((title) => title.item === item) ?? { item };
}

/** The common part of a title's steps: they need the title, and lead to its next open question. */
export function about<T>(
  question: TitleQuestion,
  step: Omit<Step<T>, "name" | "applies" | "otherwise" | "next" | "back">,
): Step<T> {
  return {
    ...step,
    name: `${TITLE_PAGES[question]}/:item`,
    applies: (at) =>
      at.draft.titles.some(({ item }) => item === at.item) && titleQuestions(at.law, titleAt(at)).includes(question),
    otherwise: "titres",
    next: (_, at) => {
      const title = at.draft.titles.find(({ item }) => item === at.item);
      return (title && pageOf(at, title)) ?? "titres";
    },
    back: (at) => {
      const title = titleAt(at);
      const questions = titleQuestions(at.law, title);
      const earlier = questions[questions.indexOf(question) - 1];
      return earlier ? `${TITLE_PAGES[earlier]}/${title.item}` : "titres";
    },
  };
}

/** A level by its present or former name. */
export function levelOf(law: Diploma, text: string): number | undefined {
  const level = law.levels.legacy[text] ?? Number(text);
  return law.levels.known.includes(level) ? level : undefined;
}

export function levelOptions({ law, words }: At): Option[] {
  return law.levels.known.map((level) => ({
    value: String(level),
    label: words.levelOption(level, oldLevel(law, level)),
  }));
}

export function yearsOf(text: string): number | undefined {
  const years = readNumber(text);
  return years !== undefined && Number.isInteger(years) && years <= LIMITS.years ? years : undefined;
}
