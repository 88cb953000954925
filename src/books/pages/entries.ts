/** The entries of a period: their sums by account, the extract to download, and what is closed. */
import { href, type Html, html } from "../../kit/html.ts";
import { isDay } from "../../kit/day.ts";
import { type Lang, sayNumber } from "../../kit/lang.ts";
import { day as sayTheDay, money, office } from "../../billing/charges/pages/parts.ts";
import { see } from "../../page/acting.ts";
import { filled, printFields, readFields } from "../../page/field.ts";
import { button, errorSummary, type FieldError, form, linkButton, table } from "../../page/form.ts";
import { day } from "../../page/kinds.ts";
import type { Form, Page, PageResult, Visit } from "../../page/page.ts";
import { exportBooks, seeBooks } from "../views.ts";
import { extractFile, type FileKind } from "./files.ts";
import { lastMonth } from "./last-month.ts";
import { closeEntries, entries, income, third } from "./routes.ts";
import { booksWords } from "./words.ts";

const KINDS: readonly FileKind[] = ["txt", "xlsx", "csv"];

export const entriesPage: Page = {
  name: "finances-ecritures",
  path: entries.path,
  who: "see the accounts",
  view: (visit) => {
    const { query, lang } = visit;
    const { du = "", au = "" } = query;
    const period = isDay(du) && isDay(au) && du <= au ? { from: du, to: au } : lastMonth(visit.today);
    return shown(visit, filled(fields(lang), period, asCalled), [], period);
  },
  // This only reads, so it declares no act.
  submit: async (visit, sent) => {
    const { lang } = visit;
    const words = booksWords(lang);
    const { values, errors } = readFields(fields(lang), sent, { named: asCalled, lang });
    if (errors.length > 0) return shown(visit, sent, errors, undefined);
    const { from, to } = values;
    if (from > to) return shown(visit, sent, [{ field: "from-day", message: words.order }], undefined);
    const kind = KINDS.find((one) => one === sent.get("what"));
    if (!kind) return { redirect: visit.link(entries.to({}, { du: from, au: to })) };
    const { rows } = (await see(visit, exportBooks, { from, to })) ?? { rows: [] };
    return { ...(await extractFile(kind, rows)), name: `${words.file}-${from}-${to}.${kind}` };
  },
};

const asCalled = (name: string): string => name;

function fields(lang: Lang) {
  const { from, to, dayFault } = booksWords(lang);
  return { from: day({ label: from, missing: dayFault }), to: day({ label: to, missing: dayFault }) };
}

type Period = { readonly from: string; readonly to: string };

async function shown(
  visit: Visit,
  typed: Form,
  errors: readonly FieldError[],
  period: Period | undefined,
): Promise<PageResult> {
  const { lang, query } = visit;
  const words = booksWords(lang);
  const seen = period && (await see(visit, seeBooks, period));
  if (period && !seen) return { notFound: true };
  const { from, to } = printFields(fields(lang), { typed, errors, lang, named: asCalled });
  const asked = form(
    visit,
    html`<div class="beside">${from}${to}<div class="actions">${button(words.see, { name: "what", value: "see" })}</div></div>
<p><strong>${words.download}</strong></p>
<div class="actions">${KINDS.map((kind) => button(kind === "txt" ? words.text : words[kind], { name: "what", value: kind, variant: "secondary" }))}</div>`,
  );
  const told = query.fait === "cloture" && html`<p class="ds-alert" data-color="success">${words.done.cloture}</p>`;
  const main = html`${errorSummary(errors, lang)}${told}${asked}${seen && period && found(visit, seen, period)}`;
  return office(visit, { title: words.title, lead: words.lead, main, here: "entries", errors });
}

type Seen = NonNullable<Awaited<ReturnType<typeof seeBooks.read>>>;

function found(visit: Visit, seen: Seen, { to }: Period): Html {
  const { lang, school } = visit;
  const words = booksWords(lang);
  if (!school.money?.accounts) return html`<p class="ds-alert" data-color="warning">${words.noAccounts}</p>`;
  const [all, open] = [sayNumber(seen.entries, lang), sayNumber(seen.open, lang)];
  const counted = seen.open > 0 ? words.count(all, open) : words.allClosed(all);
  return html`${seen.entries === 0 ? html`<p>${words.none}</p>` : html`<p>${counted}</p>${sumsOf(seen, lang)}`}
<p>${linkButton(href(visit.link(income.to({}, { au: to }))), words.income.link(sayTheDay(to, lang)), "secondary")} ${linkButton(href(visit.link(third.to())), words.third.link, "secondary")}</p>
${closingsOf(visit, seen)}`;
}

function sumsOf({ sums }: Seen, lang: Lang): Html {
  const { caption, head, total } = booksWords(lang).sums;
  const all = sums.reduce((sum, one) => sum + one.debit, 0);
  return table({
    id: "sums",
    caption,
    head: [head.account, head.name, head.debit, head.credit, head.balance],
    rows: sums.map(({ account, name, debit, credit }) => [
      html`<span class="exact">${account}</span>`,
      name,
      money(debit, lang),
      money(credit, lang),
      money(debit - credit, lang),
    ]),
    foot: [total, "", money(all, lang), money(all, lang), ""],
    numeric: [2, 3, 4],
    stacks: true,
  });
}

function closingsOf(visit: Visit, { closings }: Seen): Html {
  const { lang, person } = visit;
  const { closings: words } = booksWords(lang);
  const mayClose = person?.roles.some((role) => role === "finance" || role === "director");
  const list = table({
    id: "closings",
    caption: words.caption,
    head: [words.until, words.entries, words.total, words.on, words.print],
    rows: closings.map(({ until, yearEnd, entries: count, total, closedOn, fingerprint }) => [
      yearEnd ? `${sayTheDay(until, lang)}, ${words.yearEnd}` : sayTheDay(until, lang),
      sayNumber(count, lang),
      money(total, lang),
      sayTheDay(closedOn, lang),
      html`<span class="exact">${fingerprint.slice(0, 12)}</span>`,
    ]),
    numeric: [1, 2],
    stacks: true,
  });
  return html`<h2>${words.title}</h2>
${closings.length === 0 ? html`<p>${words.none}</p>` : list}
${mayClose && html`<p>${linkButton(href(visit.link(closeEntries.to())), words.close, "secondary")}</p>`}`;
}
