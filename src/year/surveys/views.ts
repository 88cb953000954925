/** Surveys, as the person asked sees theirs, and as the school sees how many answered; what was answered is seen once a survey is closed. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { askFor } from "./acts.ts";
import * as output from "./output.ts";
import { areFew, surveyIn, surveyOf } from "./reading.ts";
import { MOST_TEXT } from "./rules/answers.ts";
import { closesOn } from "./rules/days.ts";
import { resultsOf } from "./rules/results.ts";
import { askedIn, asksOf, closingsOf, countUnreached, openBoxes } from "./store.ts";

export const openSurvey = defineView({
  name: "openSurvey",
  label: {
    fr: "Ouvrir une enquête à laquelle on est invité à répondre",
    en: "Open a survey that one is asked to answer",
  },
  who: "answer a survey",
  form: Type.Object({ ask: Type.Optional(Id) }, closed),
  output: output.openSurvey,
  async read({ tx, actor, input, law, today }) {
    const ask = await askFor(tx, actor, input.ask);
    const entry = ask && surveyOf(law, ask);
    if (!ask || !entry || ask.state !== "open" || ask.closesOn < today) return undefined;
    const few = areFew(law(ask.diploma, { version: ask.lawVersion }), await askedIn(tx, ask));
    const { label, lead, questions } = entry;
    const { id, survey, closesOn } = ask;
    return { ask: id, survey, label, lead, closesOn, few, most: MOST_TEXT, questions };
  },
});

export const mySurveys = defineView({
  name: "mySurveys",
  label: { fr: "Voir les enquêtes que l’on m’a envoyées", en: "See the surveys that one was sent" },
  who: "answer a survey",
  form: Type.Object({}, closed),
  output: output.mySurveys,
  async read({ tx, actor, law }) {
    const asks = actor.kind === "account" ? await asksOf(tx, actor.account) : [];
    return {
      surveys: asks.flatMap((ask) => {
        const label = surveyOf(law, ask)?.label;
        const { id, survey, askedOn, closesOn } = ask;
        const state = ask.state as "open" | "answered" | "ended";
        return label ? [{ ask: id, survey, label, askedOn, closesOn, state }] : [];
      }),
    };
  },
});

export const seeSurveys = defineView({
  name: "seeSurveys",
  label: { fr: "Voir les enquêtes", en: "See the surveys" },
  who: "see the year",
  form: Type.Object({}, closed),
  output: output.seeSurveys,
  async read({ tx, law: lawOf, today }) {
    const entryOf = (diploma: string, survey: Parameters<typeof surveyIn>[1]) => {
      const law = lawOf(diploma, { on: today });
      return { entry: surveyIn(law, survey), minimum: law?.establishment.money?.indicators.minimum.people };
    };
    const open = (await openBoxes(tx)).flatMap((box) => {
      const { entry } = entryOf(box.diploma, box.survey);
      return entry ? [{ ...box, label: entry.label, closableOn: closesOn(entry, box) }] : [];
    });
    const done = (await closingsOf(tx)).flatMap(({ tallies, texts, ...box }) => {
      const { entry, minimum } = entryOf(box.diploma, box.survey);
      if (!entry || minimum === undefined) return [];
      return [{ ...box, label: entry.label, texts: texts.length, results: resultsOf(entry, { tallies }, minimum) }];
    });
    return { open, closed: done, unreached: await countUnreached(tx) };
  },
});

export const readSurveyTexts = defineView({
  name: "readSurveyTexts",
  label: { fr: "Lire les textes libres d’une enquête close", en: "Read the free texts of a closed survey" },
  who: "read what surveys say",
  form: Type.Object({ closing: Id }, closed),
  output: output.readSurveyTexts,
  async read({ tx, law, today, input }) {
    const found = (await closingsOf(tx)).find(({ id }) => id === input.closing);
    const entry = found && surveyIn(law(found.diploma, { on: today }), found.survey);
    return found && entry && { year: found.year, campus: found.campus, label: entry.label, texts: found.texts };
  },
});
