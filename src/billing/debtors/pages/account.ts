/** A debtor's account: asked, paid, due next; what each payment served, and what is to spare. */
import { may } from "../../../act/permissions.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { capital } from "../../../kit/typography.ts";
import { see } from "../../../page/acting.ts";
import type { At } from "../../../page/declared.ts";
import { linkButton, summaryList, table } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { choice, day as dayField, text } from "../../../page/kinds.ts";
import type { Visit } from "../../../page/page.ts";
import { route } from "../../../page/route.ts";
import { isOwn } from "../../charges/hands.ts";
import { ownNotice } from "../../charges/pages/charge.ts";
import { againField, amount, charge, day, debtorAt, money, officeFrame, payer } from "../../charges/pages/parts.ts";
import { sayBooked } from "../../charges/pages/booked.ts";
import { moneyWords } from "../../charges/pages/words.ts";
import { sayMeans } from "../../charges/words.ts";
import { sayLines, sayStanding } from "../saying.ts";
import { recordDebtorPayment } from "../acts.ts";
import { type SeenDebtor, seeDebtor } from "../views.ts";
import { debtorWords } from "../words.ts";

type Words = ReturnType<typeof debtorWords>;

/** The statement, and giving back what is left of a payment. */
export const statementAt = route("/finances/comptes/:debtor/releve.pdf");
export const sentAt = route("/finances/comptes/:debtor/courriers");
export const giveBackAt = route("/finances/comptes/:debtor/rendre/:payment");
export const proposalAt = route("/finances/decisions/:proposal");

/** In an address the colon of a debtor is a dash. */
export function debtorIn({ debtor = "" }: { readonly debtor?: string }): string {
  return debtor.replace(/-(?=[0-9a-f-]{36}$)/, ":");
}

export const accountPage = formPage({
  name: "finances-compte",
  route: debtorAt,
  who: "see the accounts",
  words: debtorWords,
  seen: (visit, params) => see(visit, seeDebtor, { debtor: debtorIn(params) }),
  form: {
    words: "record",
    fields: ({ lang }) => {
      const { form } = moneyWords(lang);
      const options = (["cash", "transfer"] as const).map((one) => ({
        value: one,
        label: capital(sayMeans(one, lang)),
      }));
      return {
        amount: amount({ lang }),
        paidOn: dayField({ label: form.day, missing: form.dayFault }),
        means: choice({ label: form.means, options, missing: form.meansFault }),
        note: text({ label: form.note, optional: true }),
        again: againField(form.againLegend, form.another),
      };
    },
    begin: ({ visit, seen: { open } }) => ({ paidOn: visit.today, ...(open > 0 && { amount: open }) }),
    go: ({ words }) => ({ label: words.record.go, variant: "secondary" }),
    confirm: async (typed, { visit, lang, words }) => {
      const warning = await sayBooked(visit, typed.paidOn);
      const { charge: said, form } = moneyWords(lang);
      const rows = [
        { key: said.amount, value: money(typed.amount, lang) },
        { key: said.day, value: day(typed.paidOn, lang) },
      ];
      return warning === undefined
        ? undefined
        : { title: form.checkTitle(words.record.heading), warning, rows, go: words.record.go };
    },
    act: recordDebtorPayment,
    input: (typed, { seen: { debtor } }) => ({ ...typed, debtor }),
    done: "paiement",
    forbidden: ({ params }) => ({ to: debtorAt.to(params) }),
  },
  shown: (at, { form, returned }) => {
    const { visit, words, seen } = at;
    const name = seen.name ?? words.unnamed;
    const own = isOwn(seen, visit.actor);
    const keeps = may(visit.actor, "keep the accounts") && !own;
    const main = html`${summaryList(factsOf(at), visit.lang)}
${seen.byDossier && html`<p>${words.byDossier}</p>`}
<div class="actions">${linkButton(visit.link(statementAt.to(at.params)), words.statement, "secondary")}${linkButton(visit.link(sentAt.to(at.params)), words.sent.go, "secondary")}</div>
${own && ownNotice(visit)}
${registerLink(visit, seen, words)}
${seen.recovery !== null && seen.recovery > 0 && html`<p>${words.recovery(money(seen.recovery, visit.lang))} ${sayPenalties(at)}</p>`}
${seen.available > 0 && html`<h2>${words.spare}</h2><p>${words.spareWhy(money(seen.available, visit.lang), seen.byDossier)}</p>`}
${seen.proposals.length > 0 && proposalsOf(at)}
${chargesOf(at)}
${seen.payments.length === 0 ? html`<p>${words.noPayments}</p>` : paymentsOf(at, keeps)}
${keeps && html`<details class="ds-details"${returned && html` open`}><summary>${words.record.heading}</summary><div><p>${seen.byDossier ? words.record.leadByDossier : words.record.lead}</p>${form()}</div></details>`}`;
    const late = seen.late > 0 ? money(seen.late, visit.lang) : undefined;
    const lead = seen.open > 0 ? words.owes(money(seen.open, visit.lang), late) : words.owesNothing;
    return { title: words.title(name), lead, main, back: "/finances" };
  },
  frame: officeFrame,
});

type Here = At<SeenDebtor, Words, { readonly debtor: string }>;

function factsOf({ lang, words, seen }: Here) {
  const { asked, waived, writtenOff, paid, open, available, next } = seen;
  const rows = [
    { key: words.facts.asked, value: asked },
    ...(waived > 0 ? [{ key: words.facts.waived, value: waived }] : []),
    ...(writtenOff > 0 ? [{ key: words.facts.writtenOff, value: writtenOff }] : []),
    { key: words.facts.paid, value: paid },
    { key: words.facts.open, value: open },
    ...(available > 0 ? [{ key: words.facts.available, value: available }] : []),
  ].map(({ key, value }) => ({ key, value: money(value, lang) }));
  return next === null
    ? rows
    : [...rows, { key: words.facts.next, value: words.nextDue(money(next.amount, lang), day(next.dueOn, lang)) }];
}

function sayPenalties({ lang, words: { penalties: said }, seen: { penalties } }: Here): string {
  if (penalties === null) return "";
  const { why, amount: much, rate, confidence } = penalties;
  if (why !== null) return said[why];
  const [whole, part] = [Math.floor(rate / 100), String(rate % 100).padStart(2, "0")];
  return said.computed(money(much, lang), `${whole}${lang === "fr" ? "," : "."}${part}`, confidence === "text");
}

function registerLink({ link, actor }: Visit, { debtor }: SeenDebtor, words: Words): Html | false {
  if (!debtor.startsWith("payer:") || !may(actor, "keep the accounts")) return false;
  return html`<p><a class="ds-link" href="${href(link(payer.to({ payer: debtor.slice("payer:".length) })))}">${words.register}</a></p>`;
}

function chargesOf({ visit, lang, words, seen: { charges, count } }: Here): Html {
  const list = table({
    id: "charges",
    caption: words.chargesCaption,
    head: words.chargesHead,
    rows: charges.map((one) => [
      html`<a class="ds-link" href="${href(visit.link(charge.to({ charge: one.id })))}">${sayLines(one, lang)}</a>`,
      html`${one.invoice !== null && html`<span class="exact">${one.invoice}</span><br>`}<span class="exact">${one.reference}</span>`,
      html`${day(one.dueOn, lang)}${one.balance > 0 && !one.suspended && one.dueOn < visit.today && html` <span class="ds-tag" data-color="warning">${words.late}</span>`}`,
      one.suspended ? `${sayStanding(one, lang)}, ${words.suspended}` : sayStanding(one, lang),
      money(one.total, lang),
      money(Math.max(0, one.balance), lang),
    ]),
    numeric: [4, 5],
    stacks: true,
  });
  return html`${list}${count > charges.length && html`<p>${words.more(charges.length)}</p>`}`;
}

function paymentsOf({ visit, lang, words, params, seen: { payments } }: Here, keeps: boolean): Html {
  const served = (one: SeenDebtor["payments"][number]): Html => {
    if (one.reversed) return html`${words.reversed}`;
    const parts = [
      ...one.served.map(
        (part) =>
          html`<a class="ds-link exact" href="${href(visit.link(charge.to({ charge: part.charge })))}">${part.reference}</a>${part.called !== null && ` (${part.called})`} ${money(part.amount, lang)}`,
      ),
      ...(one.givenBack > 0 ? [html`${words.givenBack(money(one.givenBack, lang))}`] : []),
      ...(one.left > 0 ? [html`<strong>${words.left(money(one.left, lang))}</strong>`] : []),
      ...(keeps && one.left > 0 && one.charge === null
        ? [
            html`<a class="ds-link" href="${href(visit.link(giveBackAt.to({ ...params, payment: one.id })))}">${words.giveBack}<span class="ds-sr-only"> ${words.giveBackOf(one.number)}</span></a>`,
          ]
        : []),
      ...(keeps && one.charge === null
        ? [
            html`<a class="ds-link" href="${href(visit.link(`/finances/comptes/${params.debtor}/annuler/${one.id}`))}">${words.takeBack}<span class="ds-sr-only"> ${words.takeBackOf(one.number)}</span></a>`,
          ]
        : []),
    ];
    return html`${parts.map((part, at) => html`${at > 0 && html`<br>`}${part}`)}`;
  };
  return table({
    id: "payments",
    caption: words.paymentsCaption,
    head: words.paymentsHead,
    rows: payments.map((one) => [
      html`<a class="ds-link" href="${href(visit.link(`/finances/recu/${one.number}`))}">${one.number}</a>`,
      day(one.paidOn, lang),
      sayMeans(one.means, lang),
      money(one.amount, lang),
      served(one),
    ]),
    numeric: [3],
    stacks: true,
  });
}

function proposalsOf({ visit, lang, words, seen: { proposals } }: Here): Html {
  const list = table({
    id: "proposals",
    caption: words.proposalsCaption,
    head: words.proposalsHead,
    rows: proposals.map(({ id, kind, on, amount: much, agreed, madeOn, toSend }) => [
      html`<a class="ds-link" href="${href(visit.link(proposalAt.to({ proposal: id })))}">${words.kinds[kind]}</a>`,
      day(on, lang),
      money(much, lang),
      agreed === null
        ? words.answers.waits
        : !agreed
          ? words.answers.refused
          : madeOn !== null
            ? words.answers.gone(day(madeOn, lang))
            : toSend
              ? words.answers.toSend
              : words.answers.agreed,
    ]),
    numeric: [2],
    stacks: true,
  });
  return list;
}
