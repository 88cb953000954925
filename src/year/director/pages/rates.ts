/** The rates published last, beside those of the year before, and the years of which nothing is published. */
import { href, type Html, html } from "../../../kit/html.ts";
import { capital } from "../../../kit/typography.ts";
import { table } from "../../../page/form.ts";
import type { Visit } from "../../../page/page.ts";
import { sayRate } from "../../figures/pages/rates.ts";
import { figureRoutes } from "../../figures/pages/routes.ts";
import { figureWords } from "../../figures/pages/words.ts";
import type { seeLatestRates } from "../../figures/views.ts";
import type { Of } from "./figures.ts";
import { directorWords } from "./words.ts";

export function ratesFigure(visit: Visit, { diplomas }: Of<typeof seeLatestRates>): Html {
  const { lang, link, world, school, today } = visit;
  const words = directorWords[lang].published;
  return html`<section aria-labelledby="rates-title"><h2 id="rates-title">${words.title}</h2>
${diplomas.every(({ last, unpublished }) => !last && unpublished.length === 0) && html`<p>${words.none}</p>`}
${diplomas.map((one, nth) => {
  const named = world.law(school.establishment, one.diploma, { on: today })?.diploma.label[lang] ?? one.diploma;
  return html`${diplomas.length > 1 && html`<h3 class="small">${capital(named)}</h3>`}${one.last && ratesOf(visit, one, `rates-${String(nth)}`)}${waysOf(visit, one)}`;
})}
<ul class="rows"><li><a class="ds-link" href="${href(link(figureRoutes.years.to()))}">${words.years}</a></li></ul></section>`;
}

type Latest = Of<typeof seeLatestRates>["diplomas"][number];

function ratesOf({ lang }: Visit, { last, before }: Latest, id: string): Html {
  const overall = ({ shown }: NonNullable<typeof last>) => shown.all ?? shown.sites[0]?.rates ?? [];
  const { year } = last!.shown;
  return table({
    id,
    caption: figureWords[lang].public.of(year),
    stacks: true,
    head: [figureWords[lang].rate, String(year), ...(before ? [String(before.shown.year)] : [])],
    rows: overall(last!).map((one) => {
      const was = before && overall(before).find(({ rate }) => rate === one.rate);
      return [
        capital(one.label[lang]),
        sayRate(one, last!.shown, lang),
        ...(before ? [was ? sayRate(was, before.shown, lang) : "–"] : []),
      ];
    }),
  });
}

/** To what everybody reads, to the people behind it, and to what is not published yet. */
function waysOf({ lang, link }: Visit, { diploma, last, unpublished }: Latest): Html {
  const words = directorWords[lang].published;
  const of = (year: number) => figureRoutes.year.to({ diploma, year: String(year) });
  const ways = [
    ...unpublished.map((year) => [of(year), words.unpublished(year)] as const),
    ...(last
      ? ([
          [figureRoutes.published.to({ diploma }), words.page],
          [of(last.shown.year), words.who(last.shown.year)],
        ] as const)
      : []),
  ];
  return html`<ul class="rows">${ways.map(([to, said]) => html`<li><a class="ds-link" href="${href(link(to))}">${said}</a></li>`)}</ul>`;
}
