/** Money given back or given up: asked for on one page, answered on another by somebody else. */
import { href, html } from "../../../kit/html.ts";
import { capital } from "../../../kit/typography.ts";
import { see } from "../../../page/acting.ts";
import { linkButton, summaryList } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { choice, text } from "../../../page/kinds.ts";
import { route } from "../../../page/route.ts";
import { givable, paysOnline } from "../../charges/pages/actions.ts";
import { actionPage, meansField, reasonField } from "../../charges/pages/action.ts";
import { isOwn } from "../../charges/hands.ts";
import { ownNotice } from "../../charges/pages/charge.ts";
import { amount, day, debtorAt, money, officeFrame, toDebtor } from "../../charges/pages/parts.ts";
import { moneyWords } from "../../charges/pages/words.ts";
import { sayMeans } from "../../charges/words.ts";
import { refundable } from "../../rules/charge-state.ts";
import { agreeToProposal, proposeRefund, proposeWriteOff, refuseProposal } from "../acts.ts";
import { seeDebtor, seeProposal } from "../views.ts";
import { debtorWords } from "../words.ts";
import { debtorIn, giveBackAt, proposalAt } from "./account.ts";

export const giveBackPage = formPage({
  name: "finances-compte-rendre",
  route: giveBackAt,
  who: "keep the accounts",
  words: debtorWords,
  seen: async (visit, params) => {
    const seen = await see(visit, seeDebtor, { debtor: debtorIn(params), all: true });
    const payment = seen?.payments.find(({ id }) => id === params.payment);
    return payment && { payment, debtor: seen!.debtor };
  },
  elsewhere: ({ visit, params, seen: { payment, debtor } }) =>
    payment.left === 0 || payment.charge !== null || isOwn({ debtor }, visit.actor)
      ? debtorAt.to({ debtor: params.debtor })
      : undefined,
  form: {
    words: "refund",
    fields: ({ lang, seen: { payment } }) => {
      const { form } = moneyWords(lang);
      const means = (["transfer", "cheque", "cash", "kept"] as const).map((one) => ({
        value: one,
        label: capital(sayMeans(one, lang)),
      }));
      return {
        amount: amount({ lang, most: payment.left }),
        means: choice({ label: form.means, options: means, missing: form.meansFault }),
        reason: text({ label: form.reason, hint: form.reasonHintSent, missing: form.reasonFault }),
      };
    },
    begin: ({ seen: { payment } }) => ({ amount: payment.left }),
    act: proposeRefund,
    input: (typed, { params }) => ({ ...typed, payment: params.payment }),
    done: (_, { params }) => debtorAt.to({ debtor: params.debtor }, { fait: "demande" }),
    forbidden: ({ params }) => ({ to: debtorAt.to({ debtor: params.debtor }) }),
  },
  shown: ({ lang, words, params, seen: { payment } }, { form }) => ({
    title: words.refund.title(payment.number),
    lead: words.refund.lead(money(payment.left, lang)),
    main: form(),
    back: debtorAt.to({ debtor: params.debtor }),
  }),
  frame: officeFrame,
});

/** What was paid of an invoice. */
export const proposeBackPage = actionPage({
  name: "finances-frais-rendre",
  route: route("/finances/frais/:charge/rendre"),
  words: "proposeBack",
  open: ({ seen }) => seen.invoiced && refundable(seen.state) > 0,
  fields: (at) => ({
    amount: amount({ lang: at.lang, most: refundable(at.seen.state) }),
    means: meansField(at, ["transfer", "cheque", "cash"]),
    reason: reasonField(at, { sentOut: true }),
  }),
  begin: ({ seen: { state } }) => ({ amount: state.balance < 0 ? -state.balance : refundable(state) }),
  act: proposeRefund,
  input: (typed, { params }) => ({ ...typed, charge: params.charge }),
});

/** What was paid online of an invoice, to what it was paid with. */
export const proposeOnlinePage = actionPage({
  name: "finances-frais-rendre-en-ligne",
  route: route("/finances/frais/:charge/rendre-en-ligne/:payment"),
  words: "proposeOnline",
  open: (at) => at.seen.invoiced && paysOnline(at) && givable(at) > 0,
  fields: (at) => ({
    amount: amount({ lang: at.lang, most: givable(at) }),
    reason: reasonField(at, { sentOut: true }),
  }),
  begin: (at) => ({ amount: givable(at) }),
  act: proposeRefund,
  input: (typed, { params }) => ({
    ...typed,
    charge: params.charge,
    payment: params.payment,
    means: "online" as const,
  }),
});

export const writeOffPage = actionPage({
  name: "finances-perte",
  route: route("/finances/frais/:charge/perte"),
  words: "writeOff",
  open: ({ seen }) => seen.state.balance > 0,
  fields: (at) => {
    const { kind, kinds, kindFault } = at.words.writeOff;
    const options = (["rounding", "bad-debt"] as const).map((value) => ({ value, label: kinds[value] }));
    return {
      amount: amount({ lang: at.lang, most: at.seen.state.balance }),
      kind: choice({ label: kind, options, missing: kindFault }),
      reason: reasonField(at),
    };
  },
  begin: ({ seen }) => ({ amount: seen.state.balance }),
  act: proposeWriteOff,
  input: (typed, { params }) => ({ ...typed, charge: params.charge }),
});

export const proposalPage = formPage({
  name: "finances-decision",
  route: proposalAt,
  who: "keep the accounts",
  words: debtorWords,
  seen: (visit, { proposal }) => see(visit, seeProposal, { proposal }),
  form: {
    words: "decide",
    act: agreeToProposal,
    input: (_, { params }) => ({ proposal: params.proposal }),
    done: "accepte",
    stale: () => ({ shown: true }),
    forbidden: ({ params }) => ({ to: proposalAt.to(params) }),
  },
  also: (form) => ({
    refuse: form({
      words: "",
      fields: ({ lang, words }) => ({
        reason: text({ label: words.decide.refuse.fields.reason, missing: moneyWords(lang).form.reasonFault }),
      }),
      go: ({ words }) => ({ label: words.decide.refuse.go, variant: "secondary" }),
      act: refuseProposal,
      input: (typed, { params }) => ({ ...typed, proposal: params.proposal }),
      done: "refuse",
      stale: () => ({ shown: true }),
      forbidden: ({ params }) => ({ to: proposalAt.to(params) }),
    }),
  }),
  shown: ({ visit, lang, words, seen }, { form, also }) => {
    const said = words.decide;
    const facts = [
      { key: said.whose, value: seen.name ?? words.unnamed },
      { key: said.amount, value: money(seen.amount, lang) },
      ...(seen.means === null ? [] : [{ key: said.means, value: capital(sayMeans(seen.means, lang)) }]),
      { key: said.reason, value: seen.reason },
      ...(seen.receipt === null ? [] : [{ key: said.payment, value: seen.receipt }]),
      ...(seen.reference === null ? [] : [{ key: said.charge, value: seen.reference }]),
      { key: said.askedOn, value: day(seen.on, lang) },
      ...(seen.byName === null ? [] : [{ key: said.askedBy, value: seen.byName }]),
    ];
    const agreeing = seen.own
      ? html`<p>${said.own}</p>`
      : html`<p>${said.agreeWhy[seen.means === "online" || seen.means === "kept" ? seen.means : seen.kind === "refund" ? "refund" : "write-off"]}</p>${form()}`;
    const byHand = seen.agreed && seen.means !== null && seen.means !== "kept" && seen.means !== "online";
    const giving = visit.link(`/finances/decisions/${seen.id}/versement`);
    const gone = seen.madeOn === null ? said.goneSeen : said.gone(day(seen.madeOn, lang), seen.madeByName);
    const answer = html`${agreeing}<h2>${said.refuse.go}</h2>${also.refuse()}`;
    const main = html`${summaryList(facts, lang)}
<p><a class="ds-link" href="${href(visit.link(toDebtor(seen.debtor)))}">${said.toAccount}</a></p>
${seen.agreed === null ? (isOwn(seen, visit.actor) ? ownNotice(visit) : answer) : html`<p><strong>${seen.agreed ? said.answered.agreed : said.answered.refused}</strong></p>`}
${byHand && (seen.toSend ? html`<p>${linkButton(giving, said.give)}</p>` : html`<p>${gone} <a class="ds-link" href="${href(giving)}">${said.seeGone}</a></p>`)}`;
    return { title: said.title(words.kinds[seen.kind], money(seen.amount, lang)), main, back: toDebtor(seen.debtor) };
  },
  frame: officeFrame,
});
