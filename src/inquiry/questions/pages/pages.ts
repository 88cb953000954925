/** The form by which anybody asks the school a question, and the page on which it is answered. */
import { may } from "../../../act/permissions.ts";
import { sayInstant } from "../../../kit/instant.ts";
import { isId } from "../../../kit/shapes.ts";
import { sayDay } from "../../../kit/lang.ts";
import { dayIn } from "../../../kit/zone.ts";
import { href, html } from "../../../kit/html.ts";
import { see } from "../../../page/acting.ts";
import { linkButton, summaryList, table } from "../../../page/form.ts";
import { layout } from "../../../page/layout.ts";
import { formPage } from "../../../page/form-page.ts";
import { longText, text } from "../../../page/kinds.ts";
import type { Page } from "../../../page/page.ts";
import { callerOf } from "../../../people/pages/proof.ts";
import { answerQuestion, askQuestion, MOST, seeQuestion, seeQuestions } from "../acts.ts";
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

/** Those that wait; at `?etat=avec-reponse`, those that were answered. */
const listPage: Page = {
  name: "questions",
  path: questionPlaces.list.path,
  who: "see the dossiers",
  view: async (visit) => {
    const { lang, link, query, school } = visit;
    const words = questionWords[lang].list;
    const answered = query.etat === ANSWERED;
    const seen = await see(visit, seeQuestions, { answered, ...(isId(query.apres) && { after: query.apres }) });
    if (!seen) return { notFound: true };
    const at = (state: boolean, more = {}) =>
      link(questionPlaces.list.to(undefined, { ...(state && { etat: ANSWERED }), ...more }));
    const other = linkButton(at(!answered), answered ? words.open : words.answered, "secondary");
    const rows = seen.questions.map(({ id, body, lang: asked, name, address, askedAt }) => [
      html`<a class="ds-link" href="${href(link(questionPlaces.one.to({ question: id })))}" lang="${asked}">${shortened(body)}</a>`,
      name === "" ? address : name,
      sayDay(dayIn(new Date(askedAt), school.timezone), lang),
    ]);
    const caption = answered ? words.answered : words.open;
    const main = html`<h2>${caption}</h2>
${rows.length === 0 ? html`<p>${words.none}</p>` : table({ id: "questions", caption, head: words.columns, rows, stacks: true })}
${seen.next !== null && html`<p><a class="ds-link" href="${href(at(answered, { apres: seen.next }))}">${words.next}</a></p>`}
<div class="actions">${other}</div>`;
    return { html: layout(visit, { title: words.title, lead: words.lead, main, back: "/a-faire" }) };
  },
};

const ANSWERED = "avec-reponse";

/** Its first words, in one line. */
function shortened(body: string): string {
  const line = body.replaceAll(/\s+/g, " ");
  return line.length > 80 ? `${line.slice(0, line.lastIndexOf(" ", 80)).slice(0, 80)}…` : line;
}

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
    return { title: words.title, main: html`${summaryList(rows, lang)}${answers}`, back: questionPlaces.list.to() };
  },
});

export const questionPages: readonly Page[] = [askPage, listPage, answerPage];
