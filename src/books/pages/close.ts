/** Closes a period, after a look at how many entries are frozen. */
import { html } from "../../kit/html.ts";
import { addDays } from "../../kit/day.ts";
import { type Lang, sayNumber } from "../../kit/lang.ts";
import { datePartsOf, readDate } from "../../page/form-values.ts";
import { day as sayTheDay, money, officeFrame } from "../../billing/charges/pages/parts.ts";
import { see } from "../../page/acting.ts";
import { formPage } from "../../page/form-page.ts";
import { day, ticks } from "../../page/kinds.ts";
import { closeBooks, closingIssue } from "../acts.ts";
import { closingLines } from "../closing-lines.ts";
import { seeClosing } from "../views.ts";
import { closeEntries, entries } from "./routes.ts";
import { booksWords } from "./words.ts";

type Counted = NonNullable<NonNullable<Awaited<ReturnType<typeof seeClosing.read>>>["counted"]>;

const closeWords = (lang: "fr" | "en") => booksWords(lang).close;

function countedRows({ entries: count, total, lines, waiting, amount, before }: Counted, lang: Lang) {
  const words = booksWords(lang).close.counted;
  const number = (of: number) => (of === 0 ? words.none : sayNumber(of, lang));
  const sum = (of: { readonly count: number; readonly amount: number }) =>
    of.count === 0 ? words.none : words.of(sayNumber(of.count, lang), money(of.amount, lang));
  const unknown = before.unknown > 0 ? ` ; ${words.unknown(sayNumber(before.unknown, lang))}` : "";
  return [
    { key: words.entries, value: words.of(sayNumber(count, lang), money(total, lang)) },
    { key: words.lines, value: sayNumber(lines, lang) },
    { key: words.waiting, value: sum({ count: waiting, amount }) },
    { key: words.toInvoice, value: `${sum(before.toInvoice)}${unknown}` },
    { key: words.refunds, value: sum(before.refunds) },
    { key: words.online, value: number(before.online) },
    { key: words.proposals, value: number(before.proposals) },
  ];
}

export const closeBooksPage = formPage({
  name: "finances-cloture",
  route: closeEntries,
  who: "keep the accounts",
  words: closeWords,
  seen: (visit, _, sent) => {
    const typed = sent && readDate(datePartsOf(sent, "until"));
    const yearEnd = sent?.get("yearEnd") === "yes";
    return see(visit, seeClosing, typed && "day" in typed ? { until: typed.day, yearEnd } : {});
  },
  form: {
    fields: ({ lang }) => {
      const { fields, yearEndHint, yearEndBox } = closeWords(lang);
      return {
        until: day({ label: fields.until, missing: booksWords(lang).dayFault }),
        yearEnd: ticks({
          label: fields.yearEnd,
          hint: yearEndHint,
          optional: true,
          options: [{ value: "yes", label: yearEndBox }],
        }),
      };
    },
    begin: ({ visit }) => ({ until: addDays(`${visit.today.slice(0, 7)}-01`, -1) }),
    check: ({ until }, { visit: { today }, lang, seen: { closedUntil } }) => {
      const wrong = closingIssue(until, { today, closedUntil });
      return wrong ? { until: wrong.message(lang) } : {};
    },
    confirm: ({ until, yearEnd = [] }, { lang, words, seen: { counted } }) => ({
      title: words.heading(sayTheDay(until, lang)),
      lead: html`<p>${words.lead}</p>`,
      rows: [
        ...(counted === null ? [] : countedRows(counted, lang)),
        ...(yearEnd.length > 0 ? [{ key: words.fields.yearEnd, value: words.yearEndBox }] : []),
      ],
      showing: counted === null ? [] : closingLines(counted),
      warning: counted !== null && counted.waiting > 0 ? words.waitingWarning : undefined,
      go: words.go,
    }),
    act: closeBooks,
    input: ({ until, yearEnd }) => ({ until, ...(yearEnd !== undefined && { yearEnd: yearEnd.length > 0 }) }),
    done: () => entries.to({}, { fait: "cloture" }),
  },
  shown: ({ lang, words, seen: { closedUntil } }, { form }) => ({
    title: words.title,
    lead: words.lead,
    main: html`${closedUntil !== null && html`<p>${words.since(sayTheDay(closedUntil, lang))}</p>`}${form()}`,
    back: entries.to(),
  }),
  frame: (visit, parts) => officeFrame(visit, parts, "entries"),
});
