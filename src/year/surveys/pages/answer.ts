/** The page on which a survey is answered: by the link of a mail, without an account; or signed in. */
import type { Actor } from "../../../act/act.ts";
import { type Html, html } from "../../../kit/html.ts";
import type { Lang } from "../../../kit/lang.ts";
import { see } from "../../../page/acting.ts";
import type { Field } from "../../../page/field.ts";
import { formPage } from "../../../page/form-page.ts";
import { choice, longText } from "../../../page/kinds.ts";
import { linkButton } from "../../../page/form.ts";
import { layout } from "../../../page/layout.ts";
import type { Page, PageResult, Visit } from "../../../page/page.ts";
import { SCALE } from "../../../law/year.ts";
import { answerSurvey } from "../acts.ts";
import { openSurvey } from "../views.ts";
import { surveyRoutes } from "./routes.ts";
import { surveyWords } from "./words.ts";

type Seen = NonNullable<Awaited<ReturnType<typeof openSurvey.read>>>;

/** In the order of the survey; only the question of the rate must be answered. What the numbers mean stands before the first of several. */
function fieldsOf({ questions, most }: Seen, lang: Lang): Record<string, Field<string | undefined>> {
  const words = surveyWords[lang];
  return Object.fromEntries(
    questions.map(({ question, label, hint, kind, options = [], rate }, nth) => {
      const asked = {
        label: label[lang],
        hint: hint?.[lang] ?? (kind === "scale" && questions[nth - 1]?.kind !== "scale" ? words.scale : undefined),
        ...(rate ? { missing: words.missing } : { optional: true as const }),
      };
      if (kind === "text") return [question, longText({ ...asked, rows: 5, most })];
      const of =
        kind === "scale"
          ? SCALE.map((value) => ({ value, label: value }))
          : options.map(({ option, label: said }) => ({ value: option, label: said[lang] }));
      return [question, choice({ ...asked, options: of })];
    }),
  ) as Record<string, Field<string | undefined>>;
}

function answersOf(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter((one): one is [string, string] => one[1] !== undefined && one[1] !== ""),
  );
}

function parts({ visit, lang, seen }: { readonly visit: Visit; readonly lang: Lang; readonly seen: Seen }) {
  const words = surveyWords[lang];
  const people = visit.school.year?.anonymous.people ?? 0;
  return {
    title: seen.label[lang],
    lead: seen.lead[lang],
    before: html`<p>${words.until(seen.closesOn)}</p>
<p class="ds-alert" data-color="${seen.few ? "warning" : "info"}">${seen.few ? words.few : words.apart(people)}</p>
<details class="ds-details"><summary>${words.how}</summary><div><p>${words.howWhy}</p></div></details>`,
  };
}

export const surveyByLinkPage = formPage({
  name: "questionnaire",
  route: surveyRoutes.byLink,
  words: (lang) => surveyWords[lang],
  seen: (visit, params) => see(visit, openSurvey, {}, { actor: holder(params) }),
  missing: over,
  form: {
    fields: ({ seen, lang }) => fieldsOf(seen, lang),
    arranged: (printed, { seen }) => inOrder(printed, seen),
    act: answerSurvey,
    actor: ({ params }) => holder(params),
    input: (values) => ({ answers: answersOf(values) }),
    done: () => surveyRoutes.answered.to(),
    forbidden: ({ words }) => ({ said: words.overWhy }),
  },
  shown: (context, { form }) => {
    const { title, lead, before } = parts(context);
    return { title, lead, main: html`${before}${form()}` };
  },
});

export const ownSurveyPage = formPage({
  name: "mes-questionnaires",
  route: surveyRoutes.own,
  who: "be in training",
  words: (lang) => surveyWords[lang],
  seen: (visit, { ask }) => see(visit, openSurvey, { ask }),
  missing: over,
  form: {
    fields: ({ seen, lang }) => fieldsOf(seen, lang),
    arranged: (printed, { seen }) => inOrder(printed, seen),
    act: answerSurvey,
    input: (values, { params: { ask } }) => ({ ask, answers: answersOf(values) }),
    done: () => surveyRoutes.answered.to(),
    forbidden: ({ words }) => ({ said: words.overWhy }),
  },
  shown: (context, { form }) => {
    const { title, lead, before } = parts(context);
    return {
      title: context.words.own(title),
      heading: title,
      lead,
      main: html`${before}${form()}`,
      back: "/mon-parcours",
    };
  },
});

/** Numbers stand in a row, words one below the other. */
function inOrder(printed: Readonly<Record<string, Html | undefined>>, { questions }: Seen) {
  return html`${questions.map(({ question, kind }) => (kind === "scale" ? html`<div class="scale">${printed[question]}</div>` : printed[question]))}`;
}

function holder({ secret }: { readonly secret: string }): Actor {
  return { kind: "holder", secret: secret.slice(0, 100) };
}

function over(visit: Visit): PageResult {
  const words = surveyWords[visit.lang];
  return { html: layout(visit, { title: words.over, lead: words.overWhy, main: html`` }), status: 404 };
}

export const surveyAnsweredPage: Page = {
  name: "questionnaire-envoye",
  path: surveyRoutes.answered.path,
  view: (visit) => {
    const words = surveyWords[visit.lang];
    const main = html`<div class="actions">${linkButton(visit.link("/"), words.home, "secondary")}</div>`;
    return { html: layout(visit, { title: words.sent, lead: words.sentWhy, main }) };
  },
};
