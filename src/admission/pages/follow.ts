/** After the commission's decision: appeals, answers received by other means, places offered again. */
import { mayMove } from "../../act/standing.ts";
import { longestOf } from "../../kit/shapes.ts";
import { html } from "../../kit/html.ts";
import type { At } from "../../page/declared.ts";
import { formPage } from "../../page/form-page.ts";
import { choice, day, longText } from "../../page/kinds.ts";
import type { PageResult, Visit } from "../../page/page.ts";
import { summaryList } from "../../page/form.ts";
import { may } from "../../act/permissions.ts";
import { sentences } from "../../decisions/places/sentences.ts";
import { notHere } from "../../office/pages/own.ts";
import { answerAppeal, recordAppeal } from "../appeal-acts.ts";
import { recordAnswer, reofferPlace } from "../place-acts.ts";
import { CANDIDACY, type CandidacyMove } from "../rules/candidacy.ts";
import type { SeenCandidacy } from "../views.ts";
import { candidacyOf, lastTold } from "./candidacy.ts";
import { typed } from "./parts.ts";
import { places } from "./routes.ts";
import { admissionWords } from "./words.ts";

type Words = ReturnType<typeof admissionWords>;
type Seen = At<SeenCandidacy, Words, { readonly dossier: string }>;

const back = ({ dossier }: { readonly dossier: string }) => places.candidacy.to({ dossier });
const done = ({ dossier }: { readonly dossier: string }) => places.candidacy.to({ dossier }, { fait: "decide" });
const missing = (visit: Visit): Promise<PageResult> => notHere(visit);
const whileAllowed =
  (...moves: CandidacyMove[]) =>
  ({ seen, params }: Seen) =>
    moves.some((move) => mayMove(CANDIDACY, move, seen)) ? undefined : back(params);

const OUTCOMES = ["confirmed", "place", "waiting"] as const;

/** Records an appeal or, if one is pending, answers it. */
export const appealPage = formPage({
  name: "admissions-recours",
  route: places.appeal,
  who: "prepare the commission",
  words: admissionWords,
  seen: candidacyOf,
  missing,
  elsewhere: whileAllowed("appealed"),
  form: {
    fields: ({ words }) => ({
      receivedOn: day({ label: words.appeal.receivedOn, missing: words.appeal.receivedMissing }),
      text: longText({
        label: words.appeal.text,
        rows: 8,
        most: longestOf(recordAppeal.form.properties.text),
        missing: words.appeal.textMissing,
      }),
    }),
    begin: ({ visit }) => ({ receivedOn: visit.today }),
    go: ({ words }) => words.appeal.go,
    act: recordAppeal,
    input: (typed, { params }) => ({ ...typed, dossier: params.dossier }),
    done: (_, { params }) => done(params),
    on: { dossier: "text" },
    forbidden: ({ params }) => ({ to: back(params) }),
  },
  also: (form) => ({
    answer: form({
      fields: ({ words }) => ({
        outcome: choice({
          label: words.appeal.outcome,
          options: OUTCOMES.map((value) => ({
            value,
            label: {
              confirmed: words.appeal.confirmed,
              place: words.appeal.grantedPlace,
              waiting: words.appeal.grantedWaiting,
            }[value],
          })),
          missing: words.appeal.outcomeMissing,
        }),
        grounds: longText({
          label: words.appeal.grounds,
          rows: 6,
          most: longestOf(answerAppeal.form.properties.grounds),
          missing: words.appeal.groundsMissing,
        }),
      }),
      go: ({ words }) => words.appeal.answerGo,
      act: answerAppeal,
      input: ({ outcome, grounds }, { params }) => ({
        dossier: params.dossier,
        grounds,
        ...(outcome === "confirmed" ? { outcome } : { outcome: "granted" as const, offers: outcome }),
      }),
      done: (_, { params }) => done(params),
      on: { dossier: "outcome", offers: "outcome" },
      forbidden: ({ params }) => ({ to: back(params) }),
    }),
  }),
  shown: ({ visit, words, params, seen, lang }, forms) => {
    const waits = seen.appeal !== null;
    const appeal = lastTold(seen.facts, "appealed")?.details;
    const contested =
      appeal && summaryList([{ key: words.appeal.text, value: typed(appeal.text, seen.dossier.language) }], lang);
    const main = waits
      ? html`${contested}${may(visit.actor, "decide on admissions") ? forms.also.answer() : html`<p>${words.candidacy.appealWaits}</p>`}`
      : forms.form();
    const { record, recordLead, answer, answerLead } = words.appeal;
    return { title: waits ? answer : record, lead: waits ? answerLead : recordLead, main, back: back(params) };
  },
});

const ANSWERS = ["accepted", "declined", "deferred", "withdrawn"] as const;

export const answerPage = formPage({
  name: "admissions-reponse",
  route: places.answer,
  who: "prepare the commission",
  words: admissionWords,
  seen: candidacyOf,
  missing,
  elsewhere: whileAllowed(...ANSWERS),
  form: {
    fields: ({ words, seen }) => ({
      answer: choice({
        label: words.answer.which,
        options: ANSWERS.filter((one) => mayMove(CANDIDACY, one, seen)).map((value) => ({
          value,
          label: words.answer.kinds[value],
        })),
        missing: words.answer.missing,
      }),
      how: longText({
        label: words.answer.how,
        hint: words.answer.howHint,
        rows: 3,
        most: longestOf(recordAnswer.form.properties.how),
        missing: words.answer.howMissing,
      }),
    }),
    go: ({ words }) => words.answer.go,
    act: recordAnswer,
    input: (typed, { params }) => ({ ...typed, dossier: params.dossier }),
    done: (_, { params }) => done(params),
    on: { candidacy: "answer", ignored: "answer" },
    sentences,
    forbidden: ({ params }) => ({ to: back(params) }),
  },
  shown: ({ words, params }, { form }) => ({
    title: words.answer.title,
    lead: words.answer.lead,
    main: form(),
    back: back(params),
  }),
});

export const reofferPage = formPage({
  name: "admissions-place",
  route: places.reoffer,
  who: "prepare the commission",
  words: admissionWords,
  seen: candidacyOf,
  missing,
  elsewhere: whileAllowed("reoffered"),
  form: {
    fields: ({ words }) => ({
      reason: longText({
        label: words.reoffer.reason,
        rows: 3,
        most: longestOf(reofferPlace.form.properties.reason),
        missing: words.reoffer.missing,
      }),
    }),
    go: ({ words }) => words.reoffer.go,
    act: reofferPlace,
    input: (typed, { params }) => ({ ...typed, dossier: params.dossier }),
    done: (_, { params }) => done(params),
    on: { candidacy: "reason", ignored: "reason" },
    sentences,
    forbidden: ({ params }) => ({ to: back(params) }),
  },
  shown: ({ words, params }, { form }) => ({
    title: words.reoffer.title,
    lead: words.reoffer.lead,
    main: form(),
    back: back(params),
  }),
});
