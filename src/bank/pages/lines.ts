/** Money received without a reference: a person matches it, or sets it aside. */
import { href, type Html, html } from "../../kit/html.ts";
import { type Lang, sayNumber } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";
import { own } from "../../kit/own.ts";
import { may } from "../../act/permissions.ts";
import { formPage } from "../../page/form-page.ts";
import type { Print } from "../../page/declared.ts";
import { choice, text } from "../../page/kinds.ts";
import { MORE, rows } from "../../page/rows.ts";
import { see } from "../../page/acting.ts";
import { button, group, summaryList, table } from "../../page/form.ts";
import type { Page, Visit } from "../../page/page.ts";
import { amount, bank, charge, day, money, office, officeFrame, toDebtor } from "../../billing/charges/pages/parts.ts";
import { chargeField, chargesNamed } from "../../billing/charges/pages/choosing.ts";
import { moneyWords } from "../../billing/charges/pages/words.ts";
import { sayMeans } from "../../billing/charges/words.ts";
import { matchLine, noteReturned, setLineAside, takeLineBack } from "../acts.ts";
import { tieLine, untieLine } from "../ties/acts.ts";
import { listBankLines, type SeenLine, seeBankLine } from "../views.ts";
import { returnedBy } from "../rules/returned.ts";
import { asideLines, bankLine, openLines, slip } from "./routes.ts";
import { bankWords } from "./words.ts";

const AFTER = /^(\d{4}-\d{2}-\d{2})_([0-9a-f]{64})$/;

export const linesPage: Page = {
  name: "finances-a-rapprocher",
  path: openLines.path,
  who: "see the accounts",
  view: async (visit) => {
    const { lang, query } = visit;
    const words = bankWords(lang).lines;
    const [, bookedOn, id] = AFTER.exec(query.apres ?? "") ?? [];
    const seen = await see(visit, listBankLines, bookedOn && id ? { after: { bookedOn, id } } : {});
    if (!seen) return { notFound: true };
    const { lines, next } = seen;
    const more = next && visit.link(openLines.to({}, { apres: `${next.bookedOn}_${next.id}` }));
    const list = table({
      id: "open-lines",
      caption: words.caption,
      head: words.head,
      rows: lines.map((line) => [
        html`<a class="ds-link" href="${href(visit.link(bankLine.to({ line: line.id })))}">${line.label || line.counterparty || "–"}</a>`,
        day(line.bookedOn, lang),
        money(line.amount, lang),
        money(line.remaining, lang),
      ]),
      numeric: [2, 3],
      stacks: true,
    });
    const notice = own(words.done, query.fait);
    const aside =
      query.fait === "ecartee" &&
      html` <a class="ds-link" href="${href(visit.link(asideLines.to()))}">${words.asideGo}</a>`;
    const main = html`${notice !== undefined && html`<p class="ds-alert" data-color="success" tabindex="-1" autofocus>${notice}${aside}</p>`}
${lines.length === 0 ? html`<p>${words.none}</p>` : list}
${more && html`<p><a class="ds-link" href="${href(more)}">${words.next}</a></p>`}`;
    return office(visit, { title: words.title, main, back: bank.to() });
  },
};

/** Doubts that keep a sole proposal from being prefilled. */
const DOUBTS = ["twin", "settled", "own"] as const;
/** Rows of the matching form, at first and in all. */
const ROWS = 3;
const MOST_ROWS = 20;

export const linePage = formPage({
  name: "finances-operation",
  route: bankLine,
  who: "see the accounts",
  words: bankWords,
  seen: async (visit, { line }, sent) => {
    const seen = await see(visit, seeBankLine, { line });
    return seen && { ...seen, named: await chargesNamed(visit, sent) };
  },
  form: {
    fields: ({ lang, words: { line: words }, seen: { named } }) => ({
      shares: rows({
        label: words.match,
        fields: (place) => ({
          reference: chargeField({ label: words.reference(place + 1), size: 14, missing: words.missing }, named, lang),
          amount: amount({ lang, label: words.amountOf(place + 1) }),
        }),
        counts: ["reference"],
        count: ROWS,
        most: MOST_ROWS,
        missing: words.missing,
        arranged: (row) => html`<div class="field-row">${Object.values(row)}</div>`,
        say: (shares) => shares.map(({ reference }) => reference.reference).join(", "),
      }),
    }),
    // A sole proposal is prefilled, and still to be confirmed; so are the dossiers that the line names where they come to its sum.
    begin: ({ seen: { left, proposals, payers, typed, slips } }) => {
      if (typed.length + slips.length > 0) return {};
      const dossiers = proposals.filter(({ why }) => why.some((one) => one === "dossier" || one === "invoice"));
      if (dossiers.length > 0 && dossiers.reduce((sum, { balance }) => sum + balance, 0) === left)
        return {
          shares: dossiers.map((one, place) => ({
            place,
            reference: { ...one, debtorName: one.name },
            amount: one.balance,
          })),
        };
      const [only, ...others] = proposals;
      const [payer, ...more] = payers;
      if (!only && payer && more.length === 0) {
        const reference = { id: payer.debtor, reference: payer.debtor, debtorName: payer.name, balance: 0 };
        return { shares: [{ place: 0, reference, amount: left }] };
      }
      if (!only || others.length > 0 || DOUBTS.some((one) => only.why.includes(one))) return {};
      return { shares: [{ place: 0, reference: { ...only, debtorName: only.name }, amount: left }] };
    },
    arranged: ({ shares }, { lang, words: { line: words } }) =>
      group({ name: "shares", legend: words.match, hint: words.matchHint, errors: [], lang }, html`${shares}`),
    go: ({ words }) => words.line.matchGo,
    beside: ({ words }) => button(words.line.more, { name: "do", value: MORE, variant: "secondary" }),
    act: matchLine,
    input: ({ shares }, { params }) => ({
      line: params.line,
      shares: shares.map(({ reference: { reference }, amount: sum }) => ({ reference, amount: sum })),
    }),
    done: () => openLines.to({}, { fait: "rapprochee" }),
  },
  also: (form) => ({
    aside: form({
      words: "line",
      fields: ({ words: { line: words } }) => ({
        what: choice({
          label: words.what,
          options: (["twice", "elsewhere"] as const).map((value) => ({ value, label: words.whats[value] })),
          missing: words.whatMissing,
        }),
        reason: text({ hint: words.setAsideWhy }),
      }),
      go: ({ words: { line: words } }) => ({ label: words.setAsideGo, variant: "secondary" }),
      act: setLineAside,
      input: ({ what, reason }, { params }) => ({ line: params.line, reason, elsewhere: what === "elsewhere" }),
      done: () => openLines.to({}, { fait: "ecartee" }),
    }),
    filed: form({
      words: "line",
      fields: ({ words: { line: words } }) => ({ reason: text({ hint: words.classifyWhy }) }),
      go: ({ words: { line: words } }) => ({ label: words.classifyGo, variant: "secondary" }),
      act: setLineAside,
      done: () => openLines.to({}, { fait: "ecartee" }),
    }),
    // One press: at most what is left to pay of it.
    pay: form({
      item: "reference",
      go: ({ words }) => ({ label: words.line.payGo, variant: "secondary" }),
      act: matchLine,
      input: (_, { params, item, seen: { left, proposals } }) => {
        const balance = proposals.find(({ reference }) => reference === item)?.balance ?? left;
        return { line: params.line, shares: [{ reference: item, amount: Math.min(left, balance) }] };
      },
      done: () => openLines.to({}, { fait: "rapprochee" }),
    }),
    same: form({
      item: "payment",
      go: ({ words }) => ({ label: words.line.sameGo, variant: "secondary" }),
      act: tieLine,
      input: (_, { params, item }) => ({ line: params.line, payment: item }),
      done: () => openLines.to({}, { fait: "rattachee" }),
    }),
    slip: form({
      item: "slip",
      go: ({ words }) => ({ label: words.line.slipGo, variant: "secondary" }),
      act: tieLine,
      input: (_, { params, item }) => ({ line: params.line, slip: item }),
      done: () => openLines.to({}, { fait: "rattachee" }),
    }),
    refund: form({
      item: "refund",
      go: ({ words }) => ({ label: words.line.refundGo }),
      act: tieLine,
      input: (_, { params, item }) => ({ line: params.line, refund: item }),
      done: () => openLines.to({}, { fait: "rattachee" }),
    }),
    untie: form({
      item: "tie",
      go: ({ words }) => ({ label: words.line.untieGo, variant: "tertiary" }),
      act: untieLine,
      input: (_, { params, item }) => ({ line: params.line, tie: item }),
      done: (_, { params }) => bankLine.to(params, { fait: "detachee" }),
    }),
    returned: form({
      words: "line",
      fields: ({ lang, words: { line: words }, seen: { returned } }) => ({
        payment: choice({
          label: words.returnedWhich,
          options: returned.map((one) => ({ value: one.id, label: sayReturnable(one, lang) })),
          missing: words.returnedMissing,
        }),
        why: text({ label: words.fields.reason.label, hint: words.returnedWhy, missing: words.fields.reason.missing }),
        bankFee: amount({ lang, label: moneyWords(lang).reverse.bankFee, optional: true }),
      }),
      begin: ({ seen: { line, returned, bounced } }) => {
        const payment = returnedBy(line, { standing: returned, noted: bounced });
        return payment === undefined ? {} : { payment };
      },
      go: ({ words }) => words.line.returnedGo,
      act: noteReturned,
      input: ({ why, ...typed }, { params }) => ({ ...typed, line: params.line, reason: why }),
      on: { reason: "why" },
      done: () => openLines.to({}, { fait: "impaye" }),
    }),
    back: form({
      arranged: (_, { words }) => html`<p>${words.line.backWhy}</p>`,
      go: ({ words }) => ({ label: words.line.backGo, variant: "secondary" }),
      act: takeLineBack,
      done: () => openLines.to({}, { fait: "reprise" }),
    }),
  }),
  shown: ({ visit, lang, words: { line: words }, seen }, { form, also }) => {
    const { line, left, proposals } = seen;
    const out = isOut(seen);
    const facts = [
      { key: words.label, value: line.label || "–" },
      ...(line.counterparty === null ? [] : [{ key: words.from, value: line.counterparty }]),
      ...(line.servicerReference === null ? [] : [{ key: words.number, value: line.servicerReference }]),
      ...(out ? [] : [{ key: words.left, value: money(left, lang) }]),
    ];
    const keeps = may(visit.actor, "keep the accounts");
    const list = table({
      id: "proposals",
      caption: words.proposalsCaption,
      head: words.proposalsHead,
      rows: proposals.map((proposal) => [
        html`<a class="ds-link" href="${href(visit.link(charge.to({ charge: proposal.id })))}">${proposal.name ?? proposal.reference}</a>`,
        html`<span class="exact">${proposal.reference}</span>`,
        money(proposal.balance, lang),
        proposal.why.map((key) => words.why[key]).join(", "),
        html`${keeps && !out && proposal.balance > 0 && !DOUBTS.some((one) => proposal.why.includes(one)) && also.pay(proposal.reference, { of: proposal.name ?? proposal.reference })}`,
      ]),
      numeric: [2],
      stacks: true,
    });
    const main = html`${line.asideReason !== null && html`<p><strong>${words.aside(line.asideReason)}</strong></p>`}
${summaryList(facts, lang)}
${seen.ties.length > 0 && tiesHtml(seen, { visit, words }, keeps ? also.untie : undefined)}
${out && left < 0 && html`<p>${words.out}</p>`}
${seen.refunds.length > 0 && refundsHtml(seen, { visit, words }, keeps ? also.refund : undefined)}
${seen.bounced.map((one) => html`<p><strong>${words.bouncedAlready(sayReturnable(one, lang), day(one.returnedOn, lang))}</strong></p>`)}
${out && seen.returned.length > 0 && keeps && html`<h2>${words.returnedTitle}</h2>${also.returned()}`}
${left > 0 && line.aside === null && html`<h2>${words.proposals}</h2>`}
${left > 0 && line.aside === null && (proposals.length === 0 ? html`<p>${words.noProposals}</p>` : list)}
${seen.typed.length > 0 && typedHtml(seen, { visit, words }, keeps ? also.same : undefined)}
${seen.slips.length > 0 && slipsHtml(seen, { visit, words }, keeps ? also.slip : undefined)}
${out && proposals.length > 0 && list}
${
  seen.payers.length > 0 &&
  table({
    id: "payers",
    caption: words.payersCaption,
    head: words.payersHead,
    rows: seen.payers.map((one) => [
      html`<a class="ds-link" href="${href(visit.link(toDebtor(one.debtor)))}">${one.name}</a>`,
      one.auxiliary,
      one.why.map((key) => words.whyPayer[key]).join(", "),
    ]),
    stacks: true,
  })
}
${line.aside !== null && keeps && also.back()}
${left !== 0 && line.aside === null && keeps && html`${!out && form()}<h2>${out ? words.classify : words.setAside}</h2>${out ? also.filed() : also.aside()}`}`;
    const title = (out ? words.titleOut : words.title)(money(Math.abs(line.amount), lang), day(line.bookedOn, lang));
    return { title, main, back: openLines.to() };
  },
  frame: officeFrame,
});

/** Outgoing money, which pays nothing. */
function isOut({ line }: Pick<SeenLine, "line">): boolean {
  return line.amount < 0;
}

type Said = { readonly visit: Visit; readonly words: ReturnType<typeof bankWords>["line"] };

/** Typed by hand some days around: perhaps the same money. */
function typedHtml({ typed }: Pick<SeenLine, "typed">, { visit, words }: Said, same: Print | undefined): Html {
  const { lang, link } = visit;
  return table({
    id: "typed",
    caption: words.typedCaption,
    head: words.typedHead,
    rows: typed.map((one) => [
      html`<a class="ds-link" href="${href(link(toDebtor(one.debtor)))}">${one.name ?? one.reference ?? "–"}</a>`,
      html`<a class="ds-link exact" href="${href(link(`/finances/recu/${one.number}`))}">${one.number}</a>`,
      html`${day(one.paidOn, lang)}<br>${words.typedOn(day(one.recordedOn, lang))}`,
      html`${same?.(one.id, { of: one.number })}`,
    ]),
    stacks: true,
  });
}

function slipsHtml(
  { slips }: { readonly slips: SeenLine["slips"] },
  { visit, words }: Said,
  same: Print | undefined,
): Html {
  const { lang, link } = visit;
  return table({
    id: "slips",
    caption: words.slipsCaption,
    head: words.slipsHead,
    rows: slips.map((one) => [
      html`<a class="ds-link exact" href="${href(link(slip.to({ slip: one.id })))}">${one.number}</a>`,
      day(one.depositedOn, lang),
      sayNumber(one.count, lang),
      html`${same?.(one.id, { of: one.number })}`,
    ]),
    numeric: [2],
    stacks: true,
  });
}

function refundsHtml({ refunds }: Pick<SeenLine, "refunds">, { visit, words }: Said, same: Print | undefined): Html {
  const { lang, link } = visit;
  return table({
    id: "refunds",
    caption: words.refundsCaption,
    head: words.refundsHead,
    rows: refunds.map(({ id, charge: of, debtor, name, refundedOn, means }) => [
      html`<a class="ds-link" href="${href(link(of === null ? toDebtor(debtor!) : charge.to({ charge: of })))}">${name ?? "–"}</a>`,
      day(refundedOn, lang),
      capital(sayMeans(means as Parameters<typeof sayMeans>[0], lang)),
      html`${same?.(id, { of: name ?? "" })}`,
    ]),
    stacks: true,
  });
}

function tiesHtml(
  { ties }: { readonly ties: readonly Omit<SeenLine["ties"][number], "line">[] },
  { visit, words }: Said,
  untie: Print | undefined,
): Html {
  const { lang, link } = visit;
  const to = ({ slip: deposited, number }: (typeof ties)[number]) =>
    link(deposited === null ? `/finances/recu/${number}` : slip.to({ slip: deposited }));
  return table({
    id: "ties",
    caption: words.tiesCaption,
    head: words.tiesHead,
    rows: ties.map((one) => [
      one.refund === null
        ? html`<a class="ds-link exact" href="${href(to(one))}">${one.number}</a>${one.name !== null && html` ${one.name}`}`
        : words.refundTie(one.name ?? "–"),
      money(one.amount, lang),
      day(one.on, lang),
      html`${untie?.(one.id, { of: one.number })}`,
    ]),
    numeric: [1],
    stacks: true,
  });
}

function sayReturnable(
  { means, name, reference, drawer, chequeNumber, amount: sum, paidOn, number }: SeenLine["returned"][number],
  lang: Lang,
): string {
  const cheque = chequeNumber === null ? drawer : `${drawer ?? ""} n° ${chequeNumber}`;
  const said = [capital(sayMeans(means, lang)), cheque, name ?? reference, money(sum, lang), day(paidOn, lang), number];
  return said.filter((one) => one !== null && one !== "").join(", ");
}
