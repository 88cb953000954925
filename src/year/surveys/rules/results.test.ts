import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { laws } from "../../../test/law-world.ts";
import { type Answers, counted, NOTHING_COUNTED } from "./answers.ts";
import { resultsOf } from "./results.ts";

const surveys = laws.establishments[0]!.data.year!.surveys;
const end = surveys.find(({ survey }) => survey === "end")!;
const later = surveys.find(({ survey }) => survey === "six-months")!;

function results(survey: typeof end, answers: readonly Answers[], minimum: number) {
  const counts = answers.reduce((before, one) => counted(before, survey, one, "2030-08"), NOTHING_COUNTED);
  return resultsOf(survey, counts, minimum);
}

describe("what is shown of a closed survey", () => {
  const shown = results(end, [{ overall: "4", text: "Bien" }, { overall: "4" }, { overall: "2", recommend: "yes" }], 2);
  const of = (question: string) => shown.find((one) => one.question === question)!;

  it("is each question but the texts, in the order of the survey, with how many answered it", () => {
    deepEqual(
      shown.map(({ question }) => question),
      end.questions.filter(({ kind }) => kind !== "text").map(({ question }) => question),
    );
    deepEqual([of("overall").answered, of("recommend").answered, of("rooms").answered], [3, 1, 0]);
    deepEqual(of("overall").label, end.questions[0]!.label);
  });

  it("is how often each option was chosen, those that nobody chose too, and nothing of too few", () => {
    deepEqual(of("overall").tally, [
      { option: "1", label: { fr: "1 sur 4", en: "1 out of 4" }, count: 0 },
      { option: "2", label: { fr: "2 sur 4", en: "2 out of 4" }, count: 1 },
      { option: "3", label: { fr: "3 sur 4", en: "3 out of 4" }, count: 0 },
      { option: "4", label: { fr: "4 sur 4", en: "4 out of 4" }, count: 2 },
    ]);
    equal(of("recommend").tally, null);
    const { options = [] } = end.questions.find(({ question }) => question === "recommend")!;
    deepEqual(
      results(end, [{ overall: "1", recommend: "no" }], 1).find(({ question }) => question === "recommend")!.tally,
      options.map(({ option, label }) => ({ option, label: { ...label }, count: option === "no" ? 1 : 0 })),
    );
  });

  it("says who is as before of a question about before alone", () => {
    equal(of("overall").unchanged, null);
    const one: Answers = { situation: "employed", "at-entry": "employed" };
    const found = results(later, [one, one], 2);
    equal(found.find(({ question }) => question === "situation")!.unchanged, null);
    deepEqual(
      found.find(({ question }) => question === "at-entry")!.unchanged?.map(({ option, count }) => [option, count]),
      [["employed", 2]],
    );
  });
});
