/** Income at a day: by account, and person by person what is performed and not invoiced. */
import { type Html, html } from "../../kit/html.ts";
import { isDay } from "../../kit/day.ts";
import { type Lang, sayMinutes } from "../../kit/lang.ts";
import { day as sayTheDay, money, office } from "../../billing/charges/pages/parts.ts";
import { see } from "../../page/acting.ts";
import { filled, printFields, readFields } from "../../page/field.ts";
import { button, errorSummary, type FieldError, form, table } from "../../page/form.ts";
import { day } from "../../page/kinds.ts";
import type { Form, Page, PageResult, Visit } from "../../page/page.ts";
import { seeIncome } from "../views.ts";
import { lastMonth } from "./last-month.ts";
import { entries, income } from "./routes.ts";
import { booksWords } from "./words.ts";

/** As many people as a list shows. */
const SHOWN = 500;

export const incomePage: Page = {
  name: "finances-produits",
  path: income.path,
  who: "see the accounts",
  view: (visit) => {
    const { au = "" } = visit.query;
    const on = isDay(au) ? au : lastMonth(visit.today).to;
    return shown(visit, filled(fields(visit.lang), { on }, asCalled), [], on);
  },
  // This only reads, so it declares no act.
  submit: async (visit, sent) => {
    const { lang } = visit;
    const { values, errors } = readFields(fields(lang), sent, { named: asCalled, lang });
    if (errors.length > 0) return shown(visit, sent, errors, undefined);
    return { redirect: visit.link(income.to({}, { au: values.on })) };
  },
};

const asCalled = (name: string): string => name;

function fields(lang: Lang) {
  const { income: words, dayFault } = booksWords(lang);
  return { on: day({ label: words.on, missing: dayFault }) };
}

async function shown(
  visit: Visit,
  typed: Form,
  errors: readonly FieldError[],
  on: string | undefined,
): Promise<PageResult> {
  const { lang, school } = visit;
  const { income: words, noAccounts } = booksWords(lang);
  const seen = on === undefined ? undefined : await see(visit, seeIncome, { on });
  const { on: field } = printFields(fields(lang), { typed, errors, lang, named: asCalled });
  const asked = form(
    visit,
    html`${field}
<div class="actions">${button(words.see, { name: "what", value: "see" })}</div>`,
  );
  const found = !school.money?.accounts
    ? html`<p class="ds-alert" data-color="warning">${noAccounts}</p>`
    : seen && on !== undefined && atADay(seen, on, lang);
  const main = html`${errorSummary(errors, lang)}${asked}${found}`;
  return office(visit, { title: words.title, lead: words.lead, main, here: "entries", errors, back: entries.to() });
}

type Seen = NonNullable<Awaited<ReturnType<typeof seeIncome.read>>>;

function atADay({ cutoffs, accrued, unknown }: Seen, on: string, lang: Lang): Html {
  const words = booksWords(lang).income;
  const total = (of: "invoiced" | "performed" | "deferred" | "ahead" | "accrued") =>
    money(
      cutoffs.reduce((sum, one) => sum + one[of], 0),
      lang,
    );
  return html`<h2>${words.heading(sayTheDay(on, lang))}</h2>
${
  cutoffs.length === 0
    ? html`<p>${words.none}</p>`
    : table({
        id: "cutoffs",
        caption: words.caption,
        head: [words.account, words.invoiced, words.deferred, words.ahead, words.accrued, words.performed],
        rows: cutoffs.map(({ account, name, invoiced, deferred, ahead, accrued: due, performed }) => [
          html`<span class="exact">${account}</span> ${name}`,
          ...[invoiced, deferred, ahead, due, performed].map((cents) => money(cents, lang)),
        ]),
        foot: [words.total, ...(["invoiced", "deferred", "ahead", "accrued", "performed"] as const).map(total)],
        numeric: [1, 2, 3, 4, 5],
        stacks: true,
      })
}
${accruedTable(accrued, lang)}
${unknownList(unknown, lang)}
<details class="ds-details"><summary>${words.how.title}</summary><div><p>${words.how.hours}</p><p>${words.how.days}</p><p>${words.how.same}</p></div></details>`;
}

function accruedTable(accrued: Seen["accrued"], lang: Lang): Html | false {
  const { people: words } = booksWords(lang).income;
  if (accrued.length === 0) return false;
  return html`<h2>${words.title}</h2>
<p>${words.lead(accrued.length)}</p>
${table({
  id: "accrued",
  caption: words.caption,
  head: [words.person, words.payer, words.hours, words.performed, words.invoiced, words.accrued],
  rows: accrued
    .slice(0, SHOWN)
    .map(({ name, called, source, done, planned, net, invoiced, accrued: due }) => [
      html`${name} <span class="exact">${called}</span>`,
      source[lang],
      words.of(sayMinutes(done, lang), sayMinutes(planned, lang)),
      ...[net, invoiced, due].map((cents) => money(cents, lang)),
    ]),
  numeric: [3, 4, 5],
  stacks: true,
})}`;
}

function unknownList(unknown: Seen["unknown"], lang: Lang): Html | false {
  const { unknown: words } = booksWords(lang).income;
  if (unknown.length === 0) return false;
  return html`<div class="ds-alert" data-color="warning"><p>${words.lead}</p>
<ul>${unknown.map(({ name, called, why }) => html`<li>${name} (${called}) : ${why[lang]}</li>`)}</ul></div>`;
}
