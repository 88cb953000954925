/** After the commission's decision: appeals, answers received by other means, places offered again. */
import { mayMove } from "../../act/standing.ts";
import { longestOf } from "../../kit/shapes.ts";
import { html } from "../../kit/html.ts";
import { sayDay } from "../../kit/lang.ts";
import type { At } from "../../page/declared.ts";
import { formPage } from "../../page/form-page.ts";
import { choice, day, longText } from "../../page/kinds.ts";
import type { PageResult, Visit } from "../../page/page.ts";
import { summaryList } from "../../page/form.ts";
import { aboutPerson } from "../../page/person-link.ts";
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

const LISTED = ["confirmed", "place", "waiting"] as const;

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
    words: "appeal",
    fields: { receivedOn: day(), text: longText({ rows: 8, most: longestOf(recordAppeal.form.properties.text) }) },
    begin: ({ visit }) => ({ receivedOn: visit.today }),
    act: recordAppeal,
    done: (_, { params }) => done(params),
    on: { dossier: "text" },
    forbidden: ({ params }) => ({ to: back(params) }),
  },
  also: (form) => ({
    answer: form({
      words: "appeal",
      fields: ({ words, seen }) => ({
        outcome: choice({
          options: (seen.state === "not-eligible" ? (["confirmed", "eligible"] as const) : LISTED).map((value) => ({
            value,
            label: {
              confirmed: words.appeal.confirmed,
              place: words.appeal.grantedPlace,
              waiting: words.appeal.grantedWaiting,
              eligible: words.appeal.grantedEligible,
            }[value],
          })),
        }),
        grounds: longText({ rows: 6, most: longestOf(answerAppeal.form.properties.grounds) }),
      }),
      go: ({ words }) => words.appeal.answerGo,
      act: answerAppeal,
      input: ({ outcome, grounds }, { params }) => ({
        dossier: params.dossier,
        grounds,
        outcome: outcome === "confirmed" ? outcome : ("granted" as const),
        ...((outcome === "place" || outcome === "waiting") && { offers: outcome }),
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
      appeal &&
      summaryList(
        [
          { key: words.appeal.fields.receivedOn, value: sayDay(appeal.receivedOn, lang) },
          { key: words.appeal.fields.text.label, value: typed(appeal.text, seen.dossier.language) },
        ],
        lang,
      );
    const whom = aboutPerson(visit, seen.dossier, seen.name);
    const main = waits
      ? html`${whom}${contested}${may(visit.actor, "decide on admissions") ? forms.also.answer() : html`<p>${words.candidacy.appealWaits}</p>`}`
      : html`${whom}${forms.form()}`;
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
    words: "answer",
    fields: ({ words, seen }) => ({
      answer: choice({
        options: ANSWERS.filter((one) => mayMove(CANDIDACY, one, seen)).map((value) => ({
          value,
          label: words.answer.kinds[value],
        })),
      }),
      how: longText({ rows: 3, most: longestOf(recordAnswer.form.properties.how) }),
    }),
    act: recordAnswer,
    done: (_, { params }) => done(params),
    on: { candidacy: "answer", ignored: "answer" },
    sentences,
    forbidden: ({ params }) => ({ to: back(params) }),
  },
  shown: ({ visit, words, params, seen }, { form }) => ({
    title: words.answer.title,
    lead: words.answer.lead,
    main: html`${aboutPerson(visit, seen.dossier, seen.name)}${form()}`,
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
    words: "reoffer",
    fields: { reason: longText({ rows: 3, most: longestOf(reofferPlace.form.properties.reason) }) },
    act: reofferPlace,
    done: (_, { params }) => done(params),
    on: { candidacy: "reason", ignored: "reason" },
    sentences,
    forbidden: ({ params }) => ({ to: back(params) }),
  },
  shown: ({ visit, words, params, seen }, { form }) => ({
    title: words.reoffer.title,
    lead: words.reoffer.lead,
    main: html`${aboutPerson(visit, seen.dossier, seen.name)}${form()}`,
    back: back(params),
  }),
});
