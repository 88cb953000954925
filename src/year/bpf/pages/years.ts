/** The declarations of a school, year by year. */
import { href, html } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { see } from "../../../page/acting.ts";
import { table } from "../../../page/form.ts";
import { layout } from "../../../page/layout.ts";
import type { Page } from "../../../page/page.ts";
import { seeBpfs } from "../views.ts";
import { bpfRoutes } from "./routes.ts";
import { bpfWords } from "./words.ts";

export const bpfYearsPage: Page = {
  name: "finances-bilans",
  path: bpfRoutes.years.path,
  who: "see the accounts",
  view: async (visit) => {
    const seen = await see(visit, seeBpfs, {});
    if (!seen) return { notFound: true };
    const { lang, link } = visit;
    const all = bpfWords[lang];
    const words = all.years;
    const main =
      seen.years.length === 0
        ? html`<p>${words.none}</p>`
        : table({
            id: "years",
            caption: words.title,
            head: [words.year, words.days, words.due, words.deposited],
            stacks: true,
            rows: seen.years.map(({ year, from, to, dueOn, over, countedIn, deposit }) => [
              html`<a class="ds-link" href="${href(link(bpfRoutes.year.to({ year: String(year) })))}">${String(year)}</a>`,
              all.cell.between(from, to),
              dueOn === null || countedIn !== null ? all.none : sayDay(dueOn, lang),
              deposit
                ? html`<a class="ds-link" href="${href(link(bpfRoutes.deposited.to({ year: String(year), version: String(deposit.version) })))}">${sayDay(deposit.depositedOn, lang)}</a>`
                : countedIn !== null
                  ? words.countedIn(countedIn)
                  : over
                    ? words.not
                    : words.running,
            ]),
          });
    return { html: layout(visit, { title: words.title, lead: words.lead, main }) };
  },
};
