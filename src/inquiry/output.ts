/** The output schemas of the acts and views of the public check. */
import { Type } from "typebox";
import { Day, Moment, Nothing, orNull, named } from "../kit/output.ts";
import { described, Id } from "../kit/shapes.ts";
import { oneOf } from "../law/entry.ts";

const TitleDraft = named("DeclaredTitle", {
  item: Type.Integer(),
  title: Type.Optional(Type.String()),
  kind: Type.Optional(Type.String()),
  name: Type.Optional(Type.String()),
  level: Type.Optional(Type.Integer()),
  yearsOfStudy: Type.Optional(Type.Integer()),
  country: Type.Optional(orNull(Type.String())),
  attestation: Type.Optional(
    orNull(Type.Object({ level: Type.Optional(Type.Integer()), yearsOfStudy: Type.Optional(Type.Integer()) })),
  ),
  awardedOn: Type.Optional(Type.String()),
  startedOn: Type.Optional(orNull(Type.String())),
});

const PeriodDraft = named("DeclaredPeriod", {
  item: Type.Integer(),
  from: Type.Optional(Type.String()),
  to: Type.Optional(orNull(Type.String())),
  share: Type.Optional(
    Type.Union([
      Type.Object({ as: Type.Literal("full") }),
      Type.Object({ as: Type.Literal("percent"), percent: Type.Number() }),
      Type.Object({ as: Type.Literal("hours"), hours: Type.Number(), full: Type.Number() }),
    ]),
  ),
  field: Type.Optional(Type.String()),
});

const RequestDraft = named("FundingRequest", {
  source: Type.String(),
  state: Type.Optional(oneOf("refused", "not-yet", "asked", "granted")),
  on: Type.Optional(Type.String()),
});

const PlanDraft = named("DeclaredPlan", {
  held: Type.Optional(Type.Array(Type.Object({ domain: Type.String(), validatedOn: Day, by: Type.String() }))),
  grants: Type.Optional(
    Type.Array(Type.Object({ unit: Type.String(), hours: Type.Number(), protocol: Type.String() })),
  ),
  declined: Type.Optional(Type.Array(Type.String())),
  track: Type.Optional(Type.String()),
  funding: Type.Optional(Type.Array(Type.Object({ source: Type.String(), amount: Type.Optional(Type.Number()) }))),
  requests: Type.Optional(Type.Array(RequestDraft)),
  employer: Type.Optional(Type.String()),
});

export const Draft = named("Declared", {
  next: Type.Integer(),
  titles: Type.Array(TitleDraft),
  titlesDone: Type.Optional(Type.Boolean()),
  periods: Type.Array(PeriodDraft),
  periodsDone: Type.Optional(Type.Boolean()),
  corps: Type.Optional(Type.Array(Type.String())),
  waivers: Type.Optional(Type.Array(Type.String())),
  plan: Type.Optional(PlanDraft),
  typed: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
});

export const startInquiry = Type.Object({ token: Type.String(), version: Type.Integer() });

export const saveInquiry = Type.Object({ version: Type.Integer() });

export const eraseInquiry = Nothing;

export const keepAnswer = Type.Object({ number: Type.String(), code: Type.String(), expiresOn: Day });

export const eraseAnswer = Type.Object({ number: Type.String() });

export const openInquiry = Type.Object({
  version: Type.Integer(),
  facts: described("Section.declared"),
  touchedAt: Moment,
});

export const openAnswer = Type.Object({
  number: Type.String(),
  language: oneOf("fr", "en"),
  inputs: Type.Record(Type.String(), Type.Record(Type.String(), Type.Unknown()), { title: "DecisionInputs" }),
  answers: Type.Record(Type.String(), Type.Record(Type.String(), Type.Unknown()), { title: "DecisionAnswers" }),
  createdOn: Day,
  expiresOn: Day,
});

export const nothing = Nothing;
const Question = named("AskedQuestion", {
  id: Id,
  diploma: Type.String(),
  name: Type.String(),
  address: Type.String(),
  lang: oneOf("fr", "en"),
  body: Type.String(),
  askedAt: Moment,
  answer: orNull(Type.String()),
  answeredAt: orNull(Moment),
});
export const seeQuestion = Question;
/** `next`: the last of this page, after which the next begins. */
export const seeQuestions = Type.Object({ questions: Type.Array(Question), next: orNull(Id) });
