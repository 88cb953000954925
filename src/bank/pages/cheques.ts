/** Cheques: entered as they are deposited, with a slip to print. */
import { href, html } from "../../kit/html.ts";
import { sayNumber } from "../../kit/lang.ts";
import { may } from "../../act/permissions.ts";
import type { At, Check } from "../../page/declared.ts";
import type { Values } from "../../page/field.ts";
import { formPage } from "../../page/form-page.ts";
import { day as dayField, text } from "../../page/kinds.ts";
import { MORE, rows } from "../../page/rows.ts";
import { printFor, see } from "../../page/acting.ts";
import { button, group, linkButton, summaryList, table } from "../../page/form.ts";
import type { Page } from "../../page/page.ts";
import {
  againField,
  amount,
  charge,
  cheques,
  day,
  money,
  office,
  officeFrame,
  toDebtor,
} from "../../billing/charges/pages/parts.ts";
import { chargeField, chargesNamed, type Named } from "../../billing/charges/pages/choosing.ts";
import { sayBooked } from "../../billing/charges/pages/booked.ts";
import { MONEY_TEMPLATE } from "../../billing/charges/pages/receipt.ts";
import { moneyWords } from "../../billing/charges/pages/words.ts";
import { recordCheques } from "../acts.ts";
import { slipDocument } from "../documents/slip.ts";
import { seeBank, seeSlip } from "../views.ts";
import { slip, slipFile } from "./routes.ts";
import { bankWords, sayLeft } from "./words.ts";

type Here = At<{ readonly named: Named }, ReturnType<typeof bankWords>, unknown>;

export const chequesPage = formPage({
  name: "finances-cheques",
  route: cheques,
  who: "see the accounts",
  words: bankWords,
  seen: async (visit, _, sent) => {
    const bank = await see(visit, seeBank, {});
    return bank && { ...bank, named: await chargesNamed(visit, sent) };
  },
  form: {
    fields,
    begin: ({ visit }) => ({ day: visit.today }),
    go: ({ words }) => words.cheques.go,
    beside: ({ words }) => button(words.cheques.more, { name: "do", value: MORE, variant: "secondary" }),
    confirm: checked,
    act: recordCheques,
    input: (typed) => ({
      depositedOn: typed.day,
      cheques: filledIn(typed).map(({ place: _place, reference: { reference }, ...one }) => ({ ...one, reference })),
    }),
    on: { depositedOn: "day" },
    done: (done) => slip.to({ slip: done.slip }, { fait: "bordereau" }),
  },
  shown: ({ visit, lang, words, seen: { slips } }, { form }) => {
    const list = table({
      id: "slips",
      caption: words.cheques.slipsCaption,
      head: words.cheques.slipsHead,
      rows: slips.map((deposited) => [
        html`<a class="ds-link" href="${href(visit.link(slip.to({ slip: deposited.id })))}">${deposited.number}</a>`,
        day(deposited.depositedOn, lang),
        sayNumber(deposited.count, lang),
        money(deposited.total, lang),
      ]),
      numeric: [2, 3],
      stacks: true,
    });
    const main = html`${may(visit.actor, "keep the accounts") && form()}
<h2>${words.cheques.slips}</h2>
${slips.length === 0 ? html`<p>${words.cheques.slipsNone}</p>` : list}`;
    return { title: words.cheques.title, lead: words.cheques.lead, main, back: "/compte" };
  },
  frame: (visit, parts) => officeFrame(visit, parts, "cheques"),
});

function fields({ lang, words: { cheques: words }, seen: { named } }: Here) {
  const { amountFault, dayFault } = moneyWords(lang).form;
  return {
    day: dayField({ label: words.day, missing: dayFault }),
    cheques: rows({
      label: words.title,
      fields: () => ({
        reference: chargeField({ label: words.reference, size: 18, missing: words.referenceFault }, named, lang),
        amount: amount({ lang, label: words.amount, size: 8, optional: true }),
        drawer: text({ label: words.drawer, size: 20, missing: words.drawerFault }),
        bank: text({ label: words.bank, size: 12, optional: true }),
        number: text({ label: words.number, size: 10, optional: true }),
        again: againField(words.againLegend, words.again),
      }),
      count: 5,
      most: 100,
      missing: words.missing,
      // An empty amount means what is left to pay, if anything.
      check: (row) => (row.amount === undefined && row.reference.balance <= 0 ? { amount: amountFault } : {}),
      arranged: ({ again: confirmed, ...typed }, at) =>
        group(
          { name: `cheque-${at}`, legend: words.row(at + 1), errors: [], lang },
          html`<div class="field-row">${Object.values(typed)}</div>${confirmed}`,
        ),
      say: (typed) => typed.map(({ drawer }) => drawer).join(", "),
    }),
  };
}

type Typed = Values<ReturnType<typeof fields>>;

function filledIn(typed: Typed) {
  return typed.cheques.map((one) => ({ ...one, amount: one.amount ?? one.reference.balance }));
}

/** A preview of the slip: Enter in any field leads here and no further. */
async function checked(typed: Typed, { visit, lang, words }: Here): Promise<Check<ReturnType<typeof fields>>> {
  const read = filledIn(typed);
  // Two cheques of one slip may pay one charge.
  const left = new Map(read.map(({ reference: { id, balance } }) => [id, balance]));
  const list = table({
    id: "cheques",
    caption: words.slip.caption,
    head: words.cheques.checkHead,
    rows: read.map(({ reference: { id, debtorName, reference, alone }, amount: brought, drawer, bank }) => {
      const rest = left.get(id)! - brought;
      left.set(id, rest);
      return [
        drawer,
        bank ?? "–",
        html`${debtorName ?? ""}${!alone && html` <span class="exact">${reference}</span>`} (${sayLeft(rest, lang)})`,
        money(brought, lang),
      ];
    }),
    foot: [
      words.cheques.total,
      "",
      "",
      money(
        read.reduce((sum, one) => sum + one.amount, 0),
        lang,
      ),
    ],
    numeric: [3],
    stacks: true,
  });
  return {
    title: words.cheques.checkTitle,
    warning: await sayBooked(visit, typed.day),
    lead: html`${summaryList([{ key: words.slip.day, value: day(typed.day, lang) }], lang)}
${list}
<p>${words.cheques.checkWhy}</p>`,
    as: { cheques: read },
    go: words.cheques.go,
    back: cheques.to(),
  };
}

function sumOf(cheques: readonly { readonly amount: number }[]): number {
  return cheques.reduce((sum, { amount }) => sum + amount, 0);
}

export const slipPage: Page = {
  name: "finances-bordereau",
  path: slip.path,
  who: "see the accounts",
  view: async (visit) => {
    const { lang } = visit;
    const words = bankWords(lang).slip;
    const seen = await see(visit, seeSlip, { id: visit.params.slip! });
    if (!seen) return { notFound: true };
    const notice =
      visit.query.fait === "bordereau" &&
      html`<p class="ds-alert" data-color="success" tabindex="-1" autofocus>${words.done(seen.count)}</p>`;
    const main = html`${notice}${summaryList(
      [
        { key: words.day, value: day(seen.depositedOn, lang) },
        { key: words.total, value: money(seen.total, lang) },
        ...(seen.cheques.some(({ returned }) => returned)
          ? [{ key: words.stayed, value: money(sumOf(seen.cheques.filter(({ returned }) => !returned)), lang) }]
          : []),
      ],
      lang,
    )}
<p>${linkButton(visit.link(slipFile.to({ slip: seen.id })), words.pdf, "secondary")}</p>
${table({
  id: "cheques",
  caption: words.caption,
  head: words.head,
  rows: seen.cheques.map(({ charge: of, debtor, drawer, bank, number, named, receipt, amount, returned }) => [
    drawer,
    bank ?? "–",
    number ?? "–",
    html`<a class="ds-link exact" href="${href(visit.link(of === null ? toDebtor(debtor!) : charge.to({ charge: of })))}">${named}</a>`,
    html`<a class="ds-link" href="${href(visit.link(`/finances/recu/${receipt}`))}">${receipt}</a>`,
    html`${money(amount, lang)}${returned && html`<br>${words.returned}`}`,
  ]),
  foot: [words.total, "", "", "", "", money(seen.total, lang)],
  numeric: [5],
  stacks: true,
})}`;
    return office(visit, { title: words.title(seen.number), main, back: cheques.to() });
  },
};

export const slipPdf: Page = {
  name: "finances-bordereau-pdf",
  path: slipFile.path,
  who: "see the accounts",
  view: async (visit) => {
    const seen = await see(visit, seeSlip, { id: visit.params.slip! });
    if (!seen) return { notFound: true };
    const { documents } = visit.world;
    if (!documents) return { redirect: visit.link(slip.to({ slip: seen.id })) };
    const file = await printFor(visit, documents, MONEY_TEMPLATE, slipDocument(visit.school, seen));
    return { file, type: "application/pdf", name: `${seen.number}.pdf` };
  },
};
