/** What may be answered, and how answers are counted so that none leads to who gave it. Pure. */
import type { Label } from "../../../kit/lang.ts";
import { type Issue, issue } from "../../../kit/schema.ts";
import { type QuestionEntry, SCALE, type SurveyEntry } from "../../../law/year.ts";

export type Answers = Readonly<Record<string, string>>;

/**
 * All answers of a year and site: how often each was given, question by question. Nothing says which answers were given together, but for a
 * question about before, which is counted by pairs («seeking employed»).
 */
export type Counted = {
  readonly tallies: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** In the order of their letters. */
  readonly texts: readonly string[];
  readonly months: Readonly<Record<string, number>>;
};

export const NOTHING_COUNTED: Counted = { tallies: {}, texts: [], months: {} };

export const MOST_TEXT = 2000;

export function optionsOf({ kind, options = [] }: Pick<QuestionEntry, "kind" | "options">): readonly string[] {
  return kind === "scale" ? SCALE : options.map(({ option }) => option);
}

/** Unknown questions and options, and the rate left out. */
export function answerIssues({ questions }: Pick<SurveyEntry, "questions">, answers: Answers): Issue[] {
  const known = new Map(questions.map((one) => [one.question, one]));
  return [
    ...Object.entries(answers).flatMap(([name, answer]) => {
      const question = known.get(name);
      if (!question) return [NO_SUCH(`answers.${name}`)];
      if (question.kind === "text") return answer.length > MOST_TEXT ? [TOO_LONG(`answers.${name}`)] : [];
      return optionsOf(question).includes(answer) ? [] : [NO_SUCH(`answers.${name}`)];
    }),
    ...questions
      .filter(({ rate, question }) => rate && answers[question] === undefined)
      .map(({ question, label }) => missing(question, label)),
  ];
}

/** Adds one person's answers; the same counts in whatever order people answer. */
export function counted(
  before: Counted,
  { questions }: Pick<SurveyEntry, "questions">,
  answers: Answers,
  month: string,
): Counted {
  const tallies: Record<string, Record<string, number>> = Object.fromEntries(
    Object.entries(before.tallies).map(([question, tally]) => [question, { ...tally }]),
  );
  for (const question of questions) {
    const answer = answers[question.question];
    const beside = question.before === undefined ? undefined : answers[question.before];
    if (answer === undefined || question.kind === "text") continue;
    if (question.before !== undefined && beside === undefined) continue;
    const tally = (tallies[question.question] ??= {});
    const key = beside === undefined ? answer : `${answer} ${beside}`;
    tally[key] = (tally[key] ?? 0) + 1;
  }
  const texts = questions.flatMap(({ question, kind }) =>
    kind === "text" && answers[question]?.trim() ? [answers[question].trim()] : [],
  );
  return {
    tallies,
    texts: [...before.texts, ...texts].toSorted(),
    months: { ...before.months, [month]: (before.months[month] ?? 0) + 1 },
  };
}

/** The answers to the question of the rate, as the decision takes them: in the order of the options. */
export function rateAnswers(
  { questions }: Pick<SurveyEntry, "questions">,
  { tallies }: Pick<Counted, "tallies">,
): readonly string[] {
  const question = questions.find(({ rate }) => rate)!;
  return Object.entries(tallies[question.question] ?? {})
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([answer, count]) => Array.from({ length: count }, () => answer));
}

const NO_SUCH = (path: string) =>
  issue(
    path,
    "Cette question ou cette réponse n’est pas de l’enquête.",
    "This question or answer is not of the survey.",
  );
const TOO_LONG = (path: string) =>
  issue(path, `${String(MOST_TEXT)} caractères au plus.`, `${String(MOST_TEXT)} characters at most.`);
const missing = (question: string, { fr, en }: Label) =>
  issue(`answers.${question}`, `Répondez à cette question : « ${fr} »`, `Answer this question: “${en}”`);
