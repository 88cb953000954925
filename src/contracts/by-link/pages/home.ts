/** The page of who pays for others: for whom, what is to sign, the certificates, the invoices and how to pay them. */
import { howToPay } from "../../../billing/charges/how-to-pay.ts";
import { payerMailboxes, payerMoney } from "../../../billing/payers/guest-views.ts";
import { payerSigners } from "../../../billing/payers/pages/guest-mailboxes.ts";
import { payerInvoicePdf, payerInvoiceRoute } from "../../../billing/payers/pages/guest-invoice.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { sayDay, sayMinutes, sayMoney } from "../../../kit/lang.ts";
import { isId } from "../../../kit/shapes.ts";
import { capital } from "../../../kit/typography.ts";
import { may } from "../../../act/permissions.ts";
import { see } from "../../../page/acting.ts";
import { table } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import type { GuestAwaits, Visit } from "../../../page/page.ts";
import { myPayers, payerPeople } from "../views.ts";
import { payingWords } from "../words.ts";
import { paying } from "./places.ts";

type People = NonNullable<Awaited<ReturnType<typeof payerPeople.read>>>["people"];
type Person = People[number];
type Money = NonNullable<Awaited<ReturnType<typeof payerMoney.read>>>;

export const payerHomePage = formPage({
  name: "payeur",
  route: paying.home,
  who: "pay for others",
  words: payingWords,
  seen: async (visit, { payer }) => {
    const found = isId(payer) ? await see(visit, payerPeople, { payer }) : undefined;
    const money = found && (await see(visit, payerMoney, { payer }));
    const proposed = found && (await see(visit, payerMailboxes, { payer }));
    return found && money && { ...found, money, signers: proposed?.mailboxes.length ?? 0 };
  },
  shown: ({ visit, words, seen }) => {
    const { name, people, money, payer, signers } = seen;
    return {
      title: name,
      main: html`${leads(visit, people, money)}
${signers > 0 && html`<p><a class="ds-link" href="${href(visit.link(payerSigners.to({ payer })))}">${words.home.signers}</a></p>`}
<h2>${words.home.people}</h2>
${people.length === 0 ? html`<p>${words.home.none}</p>` : peopleTable(visit, payer, people)}
<h2>${words.home.money}</h2>
${moneyHtml(visit, payer, money)}`,
      back: "/invite",
    };
  },
});

const toSign = (people: People) =>
  people.flatMap(({ shares }) => shares).filter(({ state }) => state === "to-sign").length;

/** The answer first: what is to sign, and what is to pay. */
function leads({ lang }: Visit, people: People, { open, late }: Money): Html {
  const { lead } = payingWords(lang).home;
  const waiting = toSign(people);
  const said = [
    ...(waiting > 0 ? [lead.sign(waiting)] : []),
    ...(late > 0 ? [lead.late(sayMoney(late, lang))] : open > 0 ? [lead.pay(sayMoney(open, lang))] : []),
  ];
  return html`<p class="lead"><strong>${said.length > 0 ? said.join(" ") : lead.nothing}</strong></p>`;
}

function peopleTable(visit: Visit, payer: string, people: People): Html {
  const { lang } = visit;
  const words = payingWords(lang).home;
  const certified = people.some(({ certificates }) => certificates.length > 0);
  return html`${table({
    id: "people",
    caption: words.people,
    head: [words.person, words.training, words.share, words.convention, words.proofs],
    rows: people.map((one) => [
      one.name,
      capital(one.diploma[lang]),
      html`${one.shares.map(({ label, amount }) => html`<p>${sayMoney(amount, lang)} <span class="small">${label[lang]}</span></p>`)}`,
      html`${one.shares.map((share) => conventionHtml(visit, payer, one, share))}`,
      one.certificates.length === 0
        ? words.noProof
        : html`${one.certificates.map((its) => certificateHtml(visit, payer, one, its))}`,
    ]),
    stacks: true,
  })}
${certified && html`<p class="small">${words.hours}</p>`}`;
}

function conventionHtml(
  visit: Visit,
  payer: string,
  { dossier, name }: Person,
  { source, state }: Person["shares"][number],
) {
  const said = capital(payingWords(visit.lang).home.states[state]);
  if (state === "none" || state === "to-come") return html`<p>${said}</p>`;
  const to = visit.link(paying.convention.to({ payer, dossier, source }));
  return html`<p><a class="ds-link" href="${href(to)}">${said}<span class="ds-sr-only"> (${name})</span></a></p>`;
}

function certificateHtml({ lang, link }: Visit, payer: string, { name }: Person, one: Person["certificates"][number]) {
  const words = payingWords(lang).home;
  const { code, kind, from, to, minutes } = one;
  const days =
    from === null || to === null || minutes === null
      ? ""
      : ` ${words.days(sayDay(from, lang), sayDay(to, lang), sayMinutes(minutes, lang))}`;
  return html`<p><a class="ds-link" href="${href(link(paying.certificatePdf.to({ payer, code })))}">${words.kinds[kind]}<span class="ds-sr-only"> (${name})</span></a>${days}</p>`;
}

function moneyHtml(visit: Visit, payer: string, { asked, waived, paid, open, invoices }: Money): Html {
  const { lang, link, school } = visit;
  const words = payingWords(lang).home;
  if (invoices.length === 0) return html`<p>${words.noInvoice}</p>`;
  const euros = (amount: number) => sayMoney(amount, lang);
  const held = paid - (asked - waived - open);
  return html`<p>${words.sums(euros(asked - waived), euros(paid), euros(open))}${held > 0 && html` <strong>${words.held(euros(held))}</strong>`}</p>
${table({
  id: "invoices",
  caption: words.invoices,
  head: [words.number, words.issued, words.due, words.reference, words.amount, words.left, "PDF"],
  rows: invoices.map(({ number, kind, issuedOn, dueOn, gross, balance, reference }) => [
    html`<a class="ds-link exact" href="${href(link(payerInvoiceRoute.to({ payer, number })))}">${number}</a>`,
    sayDay(issuedOn, lang),
    dueOn === null ? "" : sayDay(dueOn, lang),
    html`<span class="exact">${reference}</span>`,
    euros(kind === "credit" ? -gross : gross),
    balance === null ? "" : euros(balance),
    html`<a class="ds-link" href="${href(link(payerInvoicePdf.to({ payer, number })))}">PDF<span class="ds-sr-only"> ${number}</span></a>`,
  ]),
  numeric: [4, 5],
  stacks: true,
})}
<p class="small">${words.facturX}</p>
<h3>${words.ways}</h3>
${howToPay(school, { reference: words.each }, { lang, online: false }).map((way) => html`<p>${way}</p>`)}`;
}

/** On the first page of the guest: a link for each payer. */
export const payingAwaits: GuestAwaits = async (visit) => {
  const { actor } = visit.guest;
  if (!may(actor, myPayers.who)) return [];
  const words = payingWords(visit.lang);
  const { payers } = (await see(visit, myPayers, {}, { actor })) ?? { payers: [] };
  return payers.map(({ payer, name, toSign: waiting }) => ({
    to: paying.home.to({ payer }),
    label: words.entry(name),
    why: words.entryWhy,
    ...(waiting > 0 && { waiting: words.toSign(waiting) }),
  }));
};
