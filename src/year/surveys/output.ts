/** The output schemas of surveys. */
import { Type } from "typebox";
import { Day, named, orNull, Words } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";
import { SURVEYS } from "../../law/year.ts";

const Count = Type.Integer();
const Survey = oneOf(...SURVEYS);

/** Done: nothing of what was answered goes out again. */
export const answered = Type.Object({});

const Question = named("SurveyQuestion", {
  question: Type.String(),
  label: Words,
  hint: Type.Optional(Words),
  kind: oneOf("scale", "choice", "text"),
  options: Type.Optional(Type.Array(Type.Object({ option: Type.String(), label: Words }))),
  rate: Type.Optional(Type.Boolean()),
});

/** `few`: so few are asked that «anonymous» is not promised. */
export const openSurvey = Type.Object({
  ask: Id,
  survey: Survey,
  label: Words,
  lead: Words,
  closesOn: Day,
  few: Type.Boolean(),
  most: Count,
  questions: Type.Array(Question),
});

export const mySurveys = Type.Object({
  surveys: Type.Array(
    named("OwnSurvey", {
      ask: Id,
      survey: Survey,
      label: Words,
      askedOn: Day,
      closesOn: Day,
      state: oneOf("open", "answered", "ended"),
    }),
  ),
});

const Box = {
  diploma: Type.String(),
  year: Count,
  campus: Type.String(),
  survey: Survey,
  label: Words,
  asked: Count,
  answered: Count,
};

const Given = named("GivenAnswers", { option: Type.String(), label: Words, count: Count });

/** `tally`: null where too few answered the question to be shown. */
const Result = named("SurveyResult", {
  question: Type.String(),
  label: Words,
  answered: Count,
  tally: orNull(Type.Array(Given)),
  /** Of a question about before: how many of those who gave each answer had given it before already. */
  unchanged: orNull(Type.Array(Given)),
});

export const seeSurveys = Type.Object({
  open: Type.Array(named("OpenSurvey", { ...Box, lastLink: orNull(Day), closableOn: Day })),
  closed: Type.Array(
    named("ClosedSurvey", { ...Box, id: Id, closedOn: Day, texts: Count, results: Type.Array(Result) }),
  ),
  /** Neither an account nor an address by mail. */
  unreached: Count,
});

export const readSurveyTexts = Type.Object({
  year: Count,
  campus: Type.String(),
  label: Words,
  texts: Type.Array(Type.String()),
});
