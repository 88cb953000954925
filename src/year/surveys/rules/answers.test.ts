import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { SITUATIONS } from "../../../decisions/indicators/rule.ts";
import { laws } from "../../../test/law-world.ts";
import { answerIssues, type Answers, counted, MOST_TEXT, NOTHING_COUNTED, optionsOf, rateAnswers } from "./answers.ts";
import { resultsOf } from "./results.ts";

const surveys = laws.establishments[0]!.data.year!.surveys;
const end = surveys.find(({ survey }) => survey === "end")!;
const later = surveys.find(({ survey }) => survey === "six-months")!;

function all(survey: typeof end, answers: readonly Answers[]) {
  return answers.reduce((before, one) => counted(before, survey, one, "2030-08"), NOTHING_COUNTED);
}

describe("the answers to a survey", () => {
  it("must have the question that is published, and no option that it does not offer", () => {
    deepEqual(answerIssues(end, { overall: "4" }), []);
    deepEqual(
      answerIssues(end, { teaching: "5", overall: "1", other: "x" }).map(({ path }) => path),
      ["answers.teaching", "answers.other"],
    );
    deepEqual(
      answerIssues(end, { teaching: "1" }).map(({ path }) => path),
      ["answers.overall"],
    );
  });

  it("may say a text of so many characters, and is told what is wrong with another", () => {
    deepEqual(answerIssues(end, { overall: "4", text: "a".repeat(MOST_TEXT) }), []);
    const said = (answers: Answers) =>
      answerIssues(end, answers).map(({ path, message }) => [path, message("fr"), message("en")]);
    deepEqual(said({ overall: "4", text: "a".repeat(MOST_TEXT + 1) }), [
      ["answers.text", "2000 caractères au plus.", "2000 characters at most."],
    ]);
    deepEqual(said({ overall: "9" }), [
      [
        "answers.overall",
        "Cette question ou cette réponse n’est pas de l’enquête.",
        "This question or answer is not of the survey.",
      ],
    ]);
    const { label } = end.questions.find(({ rate }) => rate)!;
    deepEqual(said({}), [
      ["answers.overall", `Répondez à cette question : « ${label.fr} »`, `Answer this question: “${label.en}”`],
    ]);
    deepEqual(optionsOf({ kind: "choice" }), []);
  });

  it("leave out an empty text, and what one did before where nothing is said of now", () => {
    deepEqual(all(end, [{ overall: "4", text: " \n " }]).texts, []);
    deepEqual(all(later, [{ "at-entry": "employed" }]).tallies, {});
  });

  it("are given to the decision in the order of their letters, whatever order they came in", () => {
    const given: Answers[] = [{ situation: "seeking" }, { situation: "employed" }, { situation: "seeking" }];
    deepEqual(rateAnswers(later, all(later, given)), ["employed", "seeking", "seeking"]);
  });

  it("count the same in whatever order people answer", () => {
    const given: Answers[] = [
      { overall: "4", teaching: "2", text: " Zoé " },
      { overall: "1", text: "Abel" },
      { overall: "4", teaching: "2" },
    ];
    deepEqual(all(end, given), all(end, given.toReversed()));
    deepEqual(all(end, given), {
      tallies: { overall: { 1: 1, 4: 2 }, teaching: { 2: 2 } },
      texts: ["Abel", "Zoé"],
      months: { "2030-08": 3 },
    });
    deepEqual(rateAnswers(end, all(end, given)), ["1", "4", "4"]);
  });

  it("say of two questions together only how many were employed before already, and of enough people", () => {
    const one: Answers = { situation: "employed", "at-entry": "employed", useful: "4" };
    const counts = all(later, [
      one,
      one,
      one,
      { situation: "employed", "at-entry": "seeking" },
      { situation: "seeking" },
    ]);
    deepEqual(counts.tallies["at-entry"], { "employed employed": 3, "seeking employed": 1 });
    const shown = (minimum: number) =>
      resultsOf(later, counts, minimum).find(({ question }) => question === "at-entry")!;
    deepEqual(
      shown(3).unchanged?.map(({ option, count }) => [option, count]),
      [["employed", 3]],
    );
    deepEqual(shown(4).unchanged, []);
    deepEqual([shown(5).tally, shown(5).unchanged], [null, null]);
    equal(resultsOf(later, counts, 5).find(({ question }) => question === "useful")!.tally, null);
  });

  it("have the situations that the rate is computed from", () => {
    deepEqual(optionsOf(later.questions.find(({ rate }) => rate)!), SITUATIONS);
  });
});
