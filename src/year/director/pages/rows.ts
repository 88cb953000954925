/** The rows behind the figures of the director's year: who reached a step, and the lessons of a unit. */
import { may } from "../../../act/permissions.ts";
import { href, html } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { isId } from "../../../kit/shapes.ts";
import { capital } from "../../../kit/typography.ts";
import { see } from "../../../page/acting.ts";
import { linkButton, table } from "../../../page/form.ts";
import { layout } from "../../../page/layout.ts";
import type { Page } from "../../../page/page.ts";
import { SEES_PERSONS, toPerson } from "../../../page/person-link.ts";
import { places } from "../../../training/cohorts/pages/places.ts";
import { sayHours } from "../../../training/hours/words.ts";
import { STEPS } from "../rules/steps.ts";
import { lessonsOfUnit, whoReachedStep } from "../views.ts";
import { askedOf } from "./asked.ts";
import { directorRoutes } from "./routes.ts";
import { directorWords } from "./words.ts";

export const stepPage: Page = {
  name: "annee-direction-etape",
  path: directorRoutes.step.path,
  who: "see the year",
  view: async (visit) => {
    const { lang, params, actor, link } = visit;
    const step = STEPS.find((one) => one === params.step);
    const { intake = "" } = params;
    const { month } = askedOf(visit);
    const ofMonth = month === undefined ? {} : { month };
    const seen = step && isId(intake) ? await see(visit, whoReachedStep, { intake, step, ...ofMonth }) : undefined;
    if (!step || !seen) return { notFound: true };
    const words = directorWords[lang].funnel;
    const { people, more } = seen;
    const title = `${words.steps[step]}, ${seen.intake.label[lang]}`;
    const rows = people.map(({ dossier, name, number, on }) => {
      const called = html`${name ?? words.unnamed} <span class="small unbroken">${number}</span>`;
      return [
        may(actor, SEES_PERSONS)
          ? html`<a class="ds-link" href="${href(link(toPerson(visit, dossier)))}">${called}</a>`
          : called,
        sayDay(on, lang),
      ];
    });
    const main = html`${
      rows.length === 0
        ? html`<p>${words.nobody}</p>`
        : table({
            id: "reached",
            caption: words.count(rows.length),
            head: [words.person, words.day],
            stacks: true,
            rows,
          })
    }${more && html`<p>${words.more(rows.length)}</p>`}`;
    const back = directorRoutes.overview.to({}, { campagne: intake, mois: month });
    return { html: layout(visit, { title, lead: words.defined[step], main, back }) };
  },
};

export const unitPage: Page = {
  name: "annee-direction-unite",
  path: directorRoutes.unit.path,
  who: "see the year",
  view: async (visit) => {
    const { lang, params, actor, link } = visit;
    const { cohort = "", unit = "" } = params;
    const named = isId(cohort) && /^[A-Za-z0-9][A-Za-z0-9.-]{0,59}$/.test(unit);
    const seen = named ? await see(visit, lessonsOfUnit, { cohort, unit }) : undefined;
    if (!seen) return { notFound: true };
    const words = directorWords[lang].hours;
    const { lessons, more } = seen;
    const opens = may(actor, "correct attendance");
    const rows = lessons.map(({ id, on, from, to, minutes, state }) => [
      opens
        ? html`<a class="ds-link" href="${href(link(places.lesson.to({ lesson: id })))}">${sayDay(on, lang)}<span class="ds-sr-only">, ${from}</span></a>`
        : sayDay(on, lang),
      `${from}–${to}`,
      sayHours(minutes, lang),
      words.states[state],
    ]);
    const main = html`${
      rows.length === 0
        ? html`<p>${words.noLesson}</p>`
        : table({
            id: "lessons",
            caption: words.lessons(capital(seen.label[lang]), seen.cohort),
            head: [words.day, words.time, words.length, words.state],
            stacks: true,
            rows,
          })
    }${more && html`<p>${words.more}</p>`}
${may(actor, "run the training") && html`<div class="actions">${linkButton(link(places.lessons.to({ cohort })), words.plan)}</div>`}`;
    const title = words.lessons(capital(seen.label[lang]), seen.cohort);
    return { html: layout(visit, { title, main, back: directorRoutes.cohort.to({ cohort }) }) };
  },
};
