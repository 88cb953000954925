/** One charge: the amount, its state, its history, and the possible acts. */
import { href, type Html, html } from "../../../kit/html.ts";
import { capital } from "../../../kit/typography.ts";
import { see } from "../../../page/acting.ts";
import { button, form, linkButton, summaryList, table } from "../../../page/form.ts";
import type { Page, PageResult, Visit } from "../../../page/page.ts";
import { personLink } from "../../../page/person-link.ts";
import { may } from "../../../act/permissions.ts";
import { owedIn } from "../../../waiting/pages/owed.ts";
import { HANGS_DAYS } from "../../rules/online-refund.ts";
import { lastDayToClaim } from "../../rules/limitation.ts";
import { refundable } from "../../rules/charge-state.ts";
import { sayNext } from "../../dunning/saying.ts";
import { isOwn } from "../hands.ts";
import { type SeenCharge, seeCharge } from "../views.ts";
import { sayMeans, sayOnlineRefund, sayState } from "../words.ts";
import { DONE } from "./action.ts";
import { DROP } from "./actions.ts";
import { day, money, office, toDebtor } from "./parts.ts";
import { moneyWords } from "./words.ts";

export const chargePage: Page = {
  name: "finances-frais",
  path: "/finances/frais/:charge",
  who: "see the accounts",
  view: shown,
};

async function shown(visit: Visit): Promise<PageResult> {
  const seen = await see(visit, seeCharge, { id: visit.params.charge! });
  if (!seen) return { notFound: true };
  const { lang } = visit;
  const words = moneyWords(lang).charge;
  const { charge, state } = seen;
  const own = isOwn(charge, visit.actor);
  const next = seen.reminded ? sayNext(seen.reminded, lang) : undefined;
  const law = visit.school.money;
  const lastDay = law && lastDayToClaim(charge.dueOn, seen.owes, law);
  const rows = [
    { key: words.name, value: debtorOf(visit, charge) },
    ...(charge.called === null
      ? []
      : [{ key: words.called, value: html`<span class="exact">${charge.called}</span>` }]),
    { key: words.chargedOn, value: day(charge.chargedOn, lang) },
    { key: words.due, value: day(charge.dueOn, lang) },
    {
      key: words.state,
      value: html`${sayState(state.state, lang)}${state.suspended && html` <span class="ds-tag" data-color="warning">${moneyWords(lang).owed.suspended}</span>`}`,
    },
    { key: words.paid, value: money(state.paid, lang) },
    ...(state.waived > 0
      ? [{ key: seen.invoiced ? words.credited : words.waived, value: money(state.waived, lang) }]
      : []),
    ...(state.writtenOff > 0 ? [{ key: words.givenUp, value: money(state.writtenOff, lang) }] : []),
    ...(state.refunded > 0 ? [{ key: words.refunded, value: money(state.refunded, lang) }] : []),
    { key: state.balance < 0 ? words.back : words.balance, value: money(Math.abs(state.balance), lang) },
    ...(next === undefined ? [] : [{ key: words.nextReminder, value: capital(next) }]),
    ...(state.balance > 0 && lastDay !== undefined ? [{ key: words.lastDay, value: day(lastDay, lang) }] : []),
  ];
  const { form: formWords } = moneyWords(lang);
  const done = Object.entries(DONE).find(([, key]) => key === visit.query.fait);
  const notice = visit.query.fait === "deja" ? formWords.again : done && formWords.done[done[0] as keyof typeof DONE];
  const why = state.suspended && seen.history.suspensions.find(({ endedOn }) => endedOn === null)?.why;
  const main = html`${notice && html`<p class="ds-alert" data-color="${done ? "success" : "warning"}" tabindex="-1" autofocus>${notice}</p>`}
${why && html`<p class="ds-alert" data-color="warning">${words.suspendedWhy(why[lang])}</p>`}
${summaryList(rows, lang)}
${charge.about.startsWith("dossier:") && personLink(visit, charge.about.slice("dossier:".length))}
${await owedIn(visit, { chains: [`charge:${charge.id}`], key: "pay" })}
${table({
  id: "lines",
  caption: words.lines,
  head: [words.what, words.amount],
  rows: charge.lines.map(({ label, amount }) => [capital(label[lang]), money(amount, lang)]),
  foot: [words.total, money(charge.total, lang)],
  numeric: [1],
})}
<h2>${words.history}</h2>
${historyOf(visit, seen)}
${own ? ownNotice(visit) : html`${stuckOf(visit, seen)}${may(visit.actor, "keep the accounts") && actionsOf(visit, seen)}`}`;
  return office(visit, { title: words.title(charge.reference), main, back: "/finances" });
}

/** A name that leads to all that the debtor owes and has paid. */
function debtorOf({ lang, link }: Visit, { debtor, about, debtorName }: SeenCharge["charge"]): Html {
  const name = debtorName ?? moneyWords(lang).owed.unnamed;
  return html`<a class="ds-link" href="${href(link(toDebtor(debtor ?? about)))}">${name}</a>`;
}

/** Refunds of a provider no longer connected: what to do about them. */
function stuckOf(visit: Visit, { stuck, charge }: SeenCharge): Html | false {
  if (visit.world.demo || stuck.length === 0) return false;
  const { lang } = visit;
  const words = moneyWords(lang).charge;
  const asked = visit.world.payments?.(visit.school.establishment) !== undefined;
  const why = asked ? words.lapsedWhy(HANGS_DAYS) : words.stuckWhy;
  return html`<section class="ds-alert" data-color="warning"><h2>${words.stuck}</h2><p>${why}</p>
${
  may(visit.actor, "keep the accounts") &&
  stuck.map(({ refund, amount, state }) => {
    const drop = html`<input type="hidden" name="refund" value="${refund}"><p>${state === "accepted" ? words.dropAccepted : words.dropWhy}</p>${button(words.drop(money(amount, lang)), { name: "do", value: DROP, variant: "secondary" })}`;
    const action = visit.link(`/finances/frais/${charge.id}/remboursement`);
    return html`<details class="ds-details"><summary>${words.dropHow(money(amount, lang))}</summary><div>${form(visit, drop, { action })}</div></details>`;
  })
}</section>`;
}

/** Shown instead of the tools to the debtor, who may not handle their own charge. */
export function ownNotice(visit: Visit): Html {
  const words = moneyWords(visit.lang).charge;
  return html`<div class="ds-alert" data-color="info"><p>${words.own}</p><p><a class="ds-link" href="${href(visit.link("/compte/paiements"))}">${words.ownGo}</a></p></div>`;
}

function actionsOf(visit: Visit, { charge, state, givable, invoiced }: SeenCharge): Html | false {
  const words = moneyWords(visit.lang).charge;
  const to = (path: string) => visit.link(`/finances/frais/${charge.id}/${path}`);
  const online = visit.world.payments?.(visit.school.establishment) ? givable : [];
  const waivable = !invoiced && state.waived + state.writtenOff < state.total;
  const links = [
    state.balance > 0 && linkButton(to("paiement"), words.record, "secondary"),
    ...online.map(({ payment, number }) =>
      invoiced
        ? linkButton(to(`rendre-en-ligne/${payment}`), words.proposeOnline(number), "secondary")
        : linkButton(to(`rendre/${payment}`), words.giveBack(number), "secondary"),
    ),
    refundable(state) > 0 &&
      (invoiced
        ? linkButton(to("rendre"), words.proposeBackGo, "secondary")
        : linkButton(to("remboursement"), words.refundGo, "secondary")),
    state.suspended && linkButton(to("demander"), words.ask, "secondary"),
    waivable && linkButton(to("exoneration"), words.waive, "secondary"),
    state.balance > 0 && !state.suspended && linkButton(to("contester"), words.dispute, "secondary"),
    state.balance > 0 && linkButton(to("perte"), words.writeOff, "secondary"),
  ].filter((one) => one !== false);
  return (
    links.length > 0 &&
    html`<h2>${words.actions}</h2>
<div class="actions">${links}</div>`
  );
}

type Event = { readonly on: string; readonly what: string | Html; readonly amount?: number; readonly more?: Html };

function historyOf(visit: Visit, { history, charge, served, reminded }: SeenCharge): Html {
  const { lang } = visit;
  const byMail = reminded?.remindedOn ?? null;
  const words = moneyWords(lang).charge;
  const amounts = new Map(history.payments.map(({ id, amount }) => [id, amount]));
  const keeps = may(visit.actor, "keep the accounts") && !isOwn(charge, visit.actor);
  const receipt = (number: string) =>
    html`<a class="ds-link" href="${href(visit.link(`/finances/recu/${number}`))}"><span class="unbroken">${words.receipt(number)}</span></a>`;
  const reverse = (id: string, number: string) =>
    html`<a class="ds-link" href="${href(visit.link(`/finances/frais/${charge.id}/annuler/${id}`))}">${words.reverse}<span class="ds-sr-only"> ${words.reverseOf(number)}</span></a>`;
  const waived = new Map(history.waivers.map(({ id, amount }) => [id, amount]));
  const unwaive = (id: string, amount: number) =>
    html`<a class="ds-link" href="${href(visit.link(`/finances/frais/${charge.id}/exoneration/${id}`))}">${words.reverse}<span class="ds-sr-only"> ${words.unwaiveOf(money(amount, lang))}</span></a>`;
  const events: Event[] = [
    ...history.payments.map(({ id, number, amount, paidOn, means, note, reversed }) => ({
      on: paidOn,
      what: html`${words.payment(sayMeans(means, lang))}, ${receipt(number)}${note !== null && html`<br><span class="small">${note}</span>`}`,
      amount,
      ...(keeps && !reversed && { more: reverse(id, number) }),
    })),
    ...history.reversals.map(({ id, on, reason, bounced }) => ({
      on,
      what: bounced ? words.bounced(reason) : words.reversal(reason),
      amount: -(amounts.get(id) ?? 0),
    })),
    ...history.refunds.map(({ on, means, reason, amount, online, toSend }) => ({
      on,
      what: html`${words.refund(sayMeans(means, lang), reason)}${online !== null && html`<br><strong>${capital(sayOnlineRefund(online, lang))}</strong>`}${toSend && html`<br><strong>${words.toSend}</strong>`}`,
      amount: -amount,
    })),
    ...served.map(({ kind, number, on, amount }) => ({
      on,
      what: kind === "payment" ? html`${words.servedHere} ${receipt(number!)}` : words.freedHere(number),
      amount,
    })),
    ...history.waivers.map(({ id, on, reason, amount, reversed, credit }) => ({
      on,
      what: credit === null ? words.waiver(reason) : words.credit(credit, reason),
      amount,
      ...(keeps && !reversed && credit === null && { more: unwaive(id, amount) }),
    })),
    ...history.waiverReversals.map(({ id, on, reason, charged }) => ({
      on,
      what:
        charged === null
          ? words.waiverReversal(reason)
          : html`${words.waiverReversal(reason)} <a class="ds-link" href="${href(visit.link(`/finances/frais/${charged}`))}">${words.chargedAgain}</a>`,
      ...(charged === null && { amount: -(waived.get(id) ?? 0) }),
    })),
    ...(byMail === null || history.dunning.some(({ on }) => on === byMail)
      ? []
      : [{ on: byMail, what: words.remindedByMail }]),
    ...history.dunning.map(({ on, level }) => ({ on, what: words.reminded(level) })),
    ...history.adjustments.map(({ on, kind, reason, amount }) => ({
      on,
      what: words.lost[kind](reason),
      amount,
    })),
    ...history.suspensions.flatMap(({ on, why, endedOn, reason }) => [
      { on, what: words.suspendedFor(why[lang]) },
      ...(endedOn === null ? [] : [{ on: endedOn, what: reason === null ? words.resumed : words.askedAgain(reason) }]),
    ]),
    ...history.putOffs.map(({ on, dueOn, reason }) => ({ on, what: words.putOff(day(dueOn, lang), reason) })),
  ];
  if (events.length === 0) return html`<p>${words.nothing}</p>`;
  return table({
    id: "history",
    caption: words.historyCaption,
    head: [
      words.day,
      words.event,
      words.amount,
      ...(keeps ? [html`<span class="ds-sr-only">${words.actions}</span>`] : []),
    ],
    rows: events
      .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
      .map(({ on, what, amount, more }) => [
        day(on, lang),
        what,
        amount === undefined ? "" : money(amount, lang),
        ...(keeps ? [more ?? ""] : []),
      ]),
    numeric: [2],
    stacks: true,
  });
}
