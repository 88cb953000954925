/** For staff: how many were asked and answered, and what was answered once a survey is closed. */
import { href, type Html, html } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { may } from "../../../act/permissions.ts";
import { see } from "../../../page/acting.ts";
import { table } from "../../../page/form.ts";
import { layout } from "../../../page/layout.ts";
import type { Page, Visit } from "../../../page/page.ts";
import { campusName } from "../../pages/campus.ts";
import { readSurveyTexts, seeSurveys } from "../views.ts";
import { surveyRoutes } from "./routes.ts";
import { surveyWords } from "./words.ts";

type Seen = NonNullable<Awaited<ReturnType<typeof seeSurveys.read>>>;

export const surveysPage: Page = {
  name: "annee-enquetes",
  path: surveyRoutes.all.path,
  who: "see the year",
  view: async (visit) => {
    const seen = await see(visit, seeSurveys, {});
    if (!seen) return { notFound: true };
    const words = surveyWords[visit.lang].all;
    const { open, closed, unreached } = seen;
    const main = html`${unreached > 0 && html`<p>${words.unreached(unreached)}</p>`}
<p><a class="ds-link" href="#questions">${words.asks}</a></p>
${open.length + closed.length === 0 && html`<p>${words.none}</p>`}
${open.length > 0 && counts(visit, { id: "open", caption: words.open, boxes: open.map((one) => ({ ...one, on: one.closableOn })) })}
${open.length > 0 && html`<p>${words.whyLater}</p>`}
${closed.length > 0 && counts(visit, { id: "closed", caption: words.closed, boxes: closed.map((one) => ({ ...one, on: one.closedOn })) })}
${closed.map((one) => results(visit, one))}
${questions(visit)}`;
    return { html: layout(visit, { title: words.title, lead: words.lead, main, back: "/annee" }) };
  },
};

type Counts = {
  readonly id: string;
  readonly caption: string;
  readonly boxes: readonly (Pick<Seen["open"][number], "label" | "year" | "campus" | "asked" | "answered"> & {
    readonly on: string;
    /** Of one that is open. */
    readonly lastLink?: string | null;
  })[];
};

function counts(visit: Visit, { id, caption, boxes }: Counts): Html {
  const { lang } = visit;
  const words = surveyWords[lang].all;
  const open = boxes.some(({ lastLink }) => lastLink !== undefined);
  const head = [words.survey, words.year, words.site, words.asked, words.answered];
  return table({
    id,
    caption,
    stacks: true,
    head: [...head, ...(open ? [words.links, words.closes] : [words.closable])],
    numeric: [1, 3, 4],
    rows: boxes.map(({ label, year, campus, asked, answered, on, lastLink }) => [
      label[lang],
      String(year),
      campusName(visit, campus),
      String(asked),
      String(answered),
      ...(open ? [lastLink ? sayDay(lastLink, lang) : words.noLink] : []),
      sayDay(on, lang),
    ]),
  });
}

/** What is asked, as the school’s file has it today; and where texts are read. */
function questions({ lang, school }: Visit): Html {
  const words = surveyWords[lang].all;
  const surveys = school.year?.surveys ?? [];
  const said = ({ kind, options = [] }: (typeof surveys)[number]["questions"][number]) =>
    kind === "text"
      ? words.text
      : kind === "scale"
        ? surveyWords[lang].scale
        : options.map(({ label }) => label[lang]).join(" · ");
  return html`<section aria-labelledby="questions"><h2 id="questions">${words.asks}</h2>
<p>${words.texted}</p>
${surveys.map(
  (survey) =>
    html`<details class="ds-details"><summary>${survey.label[lang]}</summary><div><p>${words.sentOn(survey.survey === "end", survey.opens, survey.open)}</p><ol>${survey.questions.map(
      (one) =>
        html`<li>${one.label[lang]}${one.rate && html` <span class="small">(${words.published})</span>`}<br><span class="small">${said(one)}</span></li>`,
    )}</ol></div></details>`,
)}</section>`;
}

function results(visit: Visit, { id, year, campus, label, texts, results: all }: Seen["closed"][number]): Html {
  const { lang, link, actor } = visit;
  const words = surveyWords[lang].all;
  const said = (
    given: readonly { readonly label: { readonly fr: string; readonly en: string }; readonly count: number }[],
  ) => given.filter(({ count }) => count > 0).map((one) => words.one(one.label[lang], one.count));
  return html`<section aria-labelledby="results-${id}"><h2 id="results-${id}">${label[lang]}</h2>
${table({
  id: `table-${id}`,
  caption: words.results(year, campusName(visit, campus)),
  stacks: true,
  head: [words.question, words.answered, words.counts],
  numeric: [1],
  rows: all.map(({ label: question, answered, tally, unchanged }) => [
    question[lang],
    String(answered),
    tally === null
      ? words.hidden(answered)
      : html`${said(tally).join(" · ")}${unchanged !== null && said(unchanged).length > 0 && html`<br>${words.unchanged(said(unchanged))}`}`,
  ]),
})}
${texts > 0 && may(actor, "read what surveys say") && html`<p><a class="ds-link" href="${href(link(surveyRoutes.texts.to({ closing: id })))}">${words.texts(texts)}</a></p>`}</section>`;
}

export const surveyTextsPage: Page = {
  name: "annee-enquetes-textes",
  path: surveyRoutes.texts.path,
  who: "read what surveys say",
  view: async (visit) => {
    const { closing = "" } = visit.params;
    const seen = await see(visit, readSurveyTexts, { closing });
    if (!seen) return { notFound: true };
    const { lang } = visit;
    const words = surveyWords[lang].texts;
    const main = html`<p>${words.why}</p>
${seen.texts.map((text) => html`<blockquote class="said">${text}</blockquote>`)}`;
    const lead = words.lead(seen.label[lang], seen.year, campusName(visit, seen.campus));
    return { html: layout(visit, { title: words.title, lead, main, back: surveyRoutes.all.to() }) };
  },
};
