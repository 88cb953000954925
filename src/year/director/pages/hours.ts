/** Hours held, planned and missing: a bar for each cohort, and on a page of its own each unit of one. */
import { may } from "../../../act/permissions.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { isId } from "../../../kit/shapes.ts";
import { capital } from "../../../kit/typography.ts";
import { see } from "../../../page/acting.ts";
import { barsDrawn, figure, shareBar } from "../../../page/figures.ts";
import { layout } from "../../../page/layout.ts";
import type { Page, Visit } from "../../../page/page.ts";
import { places } from "../../../training/cohorts/pages/places.ts";
import { sayHours } from "../../../training/hours/words.ts";
import { seeHoursByUnit } from "../views.ts";
import { defined, type Of } from "./figures.ts";
import { directorRoutes } from "./routes.ts";
import { directorWords } from "./words.ts";

const COLUMNS = ["due", "held", "unsigned", "unnoted", "planned", "missing", "apart"] as const;
type Column = (typeof COLUMNS)[number];
type Cohort = Of<typeof seeHoursByUnit>["cohorts"][number];

const sum = ({ units }: Pick<Cohort, "units">, of: Column) => units.reduce((all, one) => all + one[of], 0);

export function hoursFigure(visit: Visit, { cohorts }: Of<typeof seeHoursByUnit>): Html {
  const { lang, link } = visit;
  const words = directorWords[lang].hours;
  if (cohorts.length === 0) return html`<h2>${words.title}</h2><p>${words.none}</p>`;
  const hours = (minutes: number) => sayHours(minutes, lang);
  const named = ({ id, name }: Cohort) =>
    html`<a class="ds-link" href="${href(link(directorRoutes.cohort.to({ cohort: id })))}">${name}</a>`;
  const whole = (of: Column) => cohorts.reduce((all, one) => all + sum(one, of), 0);
  const lacking = [
    ...(whole("missing") > 0 ? [words.missing(hours(whole("missing")))] : []),
    ...(whole("unnoted") > 0 ? [words.unnoted(hours(whole("unnoted")))] : []),
    ...(whole("unsigned") > 0 ? [words.unsigned(hours(whole("unsigned")))] : []),
  ];
  return html`${figure(
    {
      id: "hours",
      title: words.title,
      says: html`${words.drawn(hours(whole("due")))}${lacking.length > 0 && html` <span class="late">${lacking.join(" ")}</span>`}`,
      drawing: barsDrawn(
        cohorts.map((one) => ({
          label: named(one),
          says: words.says(hours(sum(one, "held")), hours(sum(one, "due"))),
          bar: shareBar({ due: sum(one, "due"), done: sum(one, "held"), planned: sum(one, "planned") }),
        })),
      ),
      table: {
        head: [words.head.cohort, ...COLUMNS.map((one) => words.head[one])],
        rows: cohorts.map((one) => [named(one), ...COLUMNS.map((of) => hours(sum(one, of)))]),
      },
    },
    lang,
  )}
${definitions(visit)}`;
}

function definitions(visit: Visit): Html {
  const words = directorWords[visit.lang].hours;
  return defined(
    visit,
    words.title,
    COLUMNS.map((one) => [capital(words.head[one]), words.defined[one]] as const),
  );
}

export const cohortHoursPage: Page = {
  name: "annee-direction-promotion",
  path: directorRoutes.cohort.path,
  who: "see the year",
  view: async (visit) => {
    const { lang, params, link, actor } = visit;
    const { cohort = "" } = params;
    const seen = isId(cohort) ? await see(visit, seeHoursByUnit, { cohort }) : undefined;
    const found = seen?.cohorts[0];
    if (!found) return { notFound: true };
    const words = directorWords[lang].hours;
    const hours = (minutes: number) => sayHours(minutes, lang);
    const named = (unit: string, label: string) =>
      html`<a class="ds-link" href="${href(link(directorRoutes.unit.to({ cohort, unit })))}">${capital(label)}</a>`;
    const title = words.of(found.name);
    const missing = sum(found, "missing");
    const main = html`${figure(
      {
        id: "units",
        title: words.byUnit,
        says: html`${words.says(hours(sum(found, "held")), hours(sum(found, "due")))}.${missing > 0 && html` <span class="late">${words.missing(hours(missing))}</span>`}`,
        drawing: barsDrawn(
          found.units.map((one) => ({
            label: named(one.unit, one.label[lang]),
            says: words.says(hours(one.held), hours(one.due)),
            bar: shareBar({ due: one.due, done: one.held, planned: one.planned }),
          })),
        ),
        table: {
          head: [words.head.unit, ...COLUMNS.map((one) => words.head[one])],
          rows: [
            ...found.units.map((one) => [named(one.unit, one.label[lang]), ...COLUMNS.map((of) => hours(one[of]))]),
            [words.whole, ...COLUMNS.map((of) => hours(sum(found, of)))],
          ],
        },
      },
      lang,
    )}
${definitions(visit)}
${may(actor, "see the training") && html`<p><a class="ds-link" href="${href(link(places.cohort.to({ cohort })))}">${words.cohort}</a></p>`}`;
    return { html: layout(visit, { title, main, back: directorRoutes.overview.to() }) };
  },
};
