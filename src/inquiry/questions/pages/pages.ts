/** The form by which anybody asks the school a question, and the page on which it is answered. */
import { may } from "../../../act/permissions.ts";
import { sayInstant } from "../../../kit/instant.ts";
import { html } from "../../../kit/html.ts";
import { see } from "../../../page/acting.ts";
import { summaryList } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { longText, text } from "../../../page/kinds.ts";
import type { Page } from "../../../page/page.ts";
import { callerOf } from "../../../people/pages/proof.ts";
import { answerQuestion, askQuestion, MOST, seeQuestion } from "../acts.ts";
import { questionPlaces } from "./routes.ts";
import { questionWords } from "./words.ts";

const askPage = formPage({
  name: "question",
  route: questionPlaces.ask,
  words: (lang) => questionWords[lang].ask,
  seen: async ({ school }, { diploma }) => (school.diplomas.some((one) => one.diploma === diploma) ? {} : undefined),
  form: {
    fields: {
      text: longText({ rows: 8, most: MOST }),
      address: text({ type: "email", autocomplete: "email" }),
      name: text({ optional: true, autocomplete: "name" }),
    },
    act: askQuestion,
    input: (typed, { visit, params }) => ({
      ...typed,
      diploma: params.diploma,
      language: visit.lang,
      caller: callerOf(visit),
    }),
    done: "question",
  },
  shown: ({ visit, words, params }, { form }) => {
    const months = visit.school.retention?.find(({ kind }) => kind === "question")?.months;
    const main = html`${form()}${months !== undefined && html`<p class="small">${words.kept(months)}</p>`}`;
    return { title: words.title, lead: words.lead, main, back: `/${params.diploma}` };
  },
});

const answerPage = formPage({
  name: "question-reponse",
  route: questionPlaces.one,
  who: "see the dossiers",
  words: (lang) => questionWords[lang].answer,
  seen: (visit, { question }) => see(visit, seeQuestion, { question }),
  form: {
    fields: { text: longText({ rows: 10, most: 8000 }) },
    act: answerQuestion,
    input: ({ text: said }, { params }) => ({ question: params.question, text: said }),
    done: "reponse",
    forbidden: ({ params }) => ({ to: questionPlaces.one.to(params) }),
  },
  shown: ({ visit, words, lang, seen }, { form }) => {
    const { school, actor } = visit;
    const on = sayInstant(new Date(seen.askedAt), school.timezone, lang);
    const rows = [
      { key: words.from, value: seen.name === "" ? seen.address : `${seen.name}, ${seen.address}` },
      { key: words.on, value: on },
      { key: words.diploma, value: seen.diploma.toUpperCase() },
      { key: words.question, value: html`<span class="typed" lang="${seen.lang}">${seen.body}</span>` },
      ...(seen.answer === null ? [] : [{ key: words.given, value: html`<span class="typed">${seen.answer}</span>` }]),
    ];
    const answers = seen.answer === null && may(actor, answerQuestion.who) && form();
    return { title: words.title, main: html`${summaryList(rows, lang)}${answers}`, back: "/a-faire" };
  },
});

export const questionPages: readonly Page[] = [askPage, answerPage];
