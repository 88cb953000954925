/**
 * What a school asks those who end a training and those whom a jury ruled on, and how it publishes its rates. Questions, days and
 * definitions are entries, each with its source; the rules name no question but the one whose answers are a rate.
 */
import { type Static, Type } from "typebox";
import type { Issue } from "../kit/schema.ts";
import { issue } from "../kit/schema.ts";
import { closed } from "../kit/shapes.ts";
import { entryOf, KeySchema, LabelSchema, type Loaded, oneOf } from "./entry.ts";
import { PortalsSchema } from "./portals.ts";
import { PassagesSchema } from "./passages.ts";

/** `end`: after the planned end of a training; `six-months`: after the State has notified a jury's ruling. */
export const SURVEYS = ["end", "six-months"] as const;
export type SurveyKey = (typeof SURVEYS)[number];
export const RATES = ["success", "perseverance", "satisfaction", "insertion"] as const;
export type RateKey = (typeof RATES)[number];

/** An answer on a scale is a whole number from 1, the worst. */
export const SCALE = ["1", "2", "3", "4"] as const;

const Question = Type.Object(
  {
    question: KeySchema,
    label: LabelSchema,
    hint: Type.Optional(LabelSchema),
    /** `scale`: 1 to 4; `text`: free, read by one role alone. */
    kind: oneOf("scale", "choice", "text"),
    /** Of a choice alone. */
    options: Type.Optional(
      Type.Array(Type.Object({ option: KeySchema, label: LabelSchema }, closed), { minItems: 2, maxItems: 12 }),
    ),
    /** Its answers are the rate: one question of each survey, which nobody may leave out. */
    rate: Type.Optional(Type.Boolean()),
    /** Counted together with the answer to this question, and not by itself: what was the case before. */
    before: Type.Optional(KeySchema),
  },
  closed,
);

const Survey = entryOf({
  survey: oneOf(...SURVEYS),
  /** As a line of a list names it, and as its page greets. */
  label: LabelSchema,
  lead: LabelSchema,
  /** How long after its day it opens; the same day of a month, cut to its end. */
  opens: Type.Object(
    { days: Type.Integer({ minimum: 0, maximum: 366 }), months: Type.Integer({ minimum: 0, maximum: 24 }) },
    closed,
  ),
  /** For how many days, and after how many of them it is reminded of. */
  open: Type.Integer({ minimum: 1, maximum: 200 }),
  reminders: Type.Array(Type.Integer({ minimum: 1, maximum: 200 }), { maxItems: 4, uniqueItems: true }),
  questions: Type.Array(Question, { minItems: 1, maxItems: 20 }),
});

/** What this software keeps and can show as evidence; each has a count by year and a page. */
export const PROOFS = [
  "public-page",
  "intakes",
  "published-rates",
  "surveys",
  "applications",
  "interviews",
  "programmes",
  "contracts",
  "attendance",
  "claims",
  "marks",
  "rulings",
  "appreciations",
  "departures",
  "appeals",
  "messages",
] as const;
export type Proof = (typeof PROOFS)[number];

/** An indicator of the quality standard: what it asks, which evidence is kept here, and what the school adds by itself. */
const Evidence = entryOf({
  indicator: KeySchema,
  label: LabelSchema,
  proofs: Type.Array(oneOf(...PROOFS), { maxItems: PROOFS.length, uniqueItems: true }),
  adds: Type.Array(LabelSchema, { maxItems: 10 }),
});

export const YearSchema = Type.Object(
  {
    /** Where so many people or fewer answer, «anonymous» is not promised. */
    anonymous: entryOf({ label: LabelSchema, people: Type.Integer({ minimum: 1, maximum: 100 }) }),
    /** Of fewer people than this, the count stands before the percentage. */
    countFirst: entryOf({ label: LabelSchema, people: Type.Integer({ minimum: 1, maximum: 1000 }) }),
    rates: Type.Array(entryOf({ rate: oneOf(...RATES), label: LabelSchema, definition: LabelSchema }), {
      minItems: RATES.length,
      maxItems: RATES.length,
    }),
    surveys: Type.Array(Survey, { maxItems: SURVEYS.length }),
    evidence: Type.Optional(Type.Array(Evidence, { maxItems: 40 })),
    portals: Type.Optional(PortalsSchema),
    passages: Type.Optional(PassagesSchema),
  },
  closed,
);

export type YearFile = Static<typeof YearSchema>;
export type YearEntries = Loaded<YearFile>;
export type SurveyEntry = YearEntries["surveys"][number];
export type QuestionEntry = SurveyEntry["questions"][number];

export function yearIssues({ surveys }: YearFile): Issue[] {
  return surveys.flatMap(({ questions, open, reminders }, nth) => {
    const path = `year.surveys[${nth}]`;
    const names = new Set(questions.map(({ question }) => question));
    return [
      ...(questions.filter(({ rate }) => rate).length === 1 ? [] : [ONE_RATE(`${path}.questions`)]),
      ...(reminders.every((days) => days < open) ? [] : [TOO_LATE(`${path}.reminders`)]),
      ...questions.flatMap(({ kind, options, rate, before }, at) => [
        ...((kind === "choice") === (options !== undefined) ? [] : [OPTIONS(`${path}.questions[${at}].options`)]),
        ...(rate && kind === "text" ? [ONE_RATE(`${path}.questions[${at}].rate`)] : []),
        ...(before === undefined || names.has(before) ? [] : [OPTIONS(`${path}.questions[${at}].before`)]),
      ]),
    ];
  });
}

const ONE_RATE = (path: string) =>
  issue(
    path,
    "Une question et une seule d’une enquête donne le taux, et ce n’est pas un texte libre.",
    "One question of a survey, and only one, gives the rate, and it is no free text.",
  );
const TOO_LATE = (path: string) =>
  issue(path, "Un rappel vient avant la fin de l’enquête.", "A reminder comes before the end of the survey.");
const OPTIONS = (path: string) =>
  issue(
    path,
    "Un choix, et lui seul, a des réponses à proposer, et une question ne se rapporte qu’à une autre de la même enquête.",
    "A choice, and nothing else, has options, and a question refers only to another of the same survey.",
  );
