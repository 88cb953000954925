/** « Ce que je dois »: the amount, the reference to copy, every way of paying, and the receipts. */
import { href, type Html, html } from "../../../kit/html.ts";
import { addDays } from "../../../kit/day.ts";
import { type Lang, sayList } from "../../../kit/lang.ts";
import { capital } from "../../../kit/typography.ts";
import { act, fromEach, see } from "../../../page/acting.ts";
import { button, errorSummary, form, summaryList, table } from "../../../page/form.ts";
import { codeFigure } from "../../../documents/pages/document.ts";
import { layout } from "../../../page/layout.ts";
import { originOf, type Form, type Page, type PageResult, type SignedVisit, type Visit } from "../../../page/page.ts";
import { codeWords, hasWay, inFours, payCode } from "../how-to-pay.ts";
import { keepOnlineSession, wishOnlinePayment } from "../../online/acts.ts";
import { ownInvoices } from "../../invoices/pages/mine.ts";
import type { PaymentProvider } from "../../online/provider.ts";
import { myAccount } from "../../debtors/views.ts";
import { type MyCharge, myCharges } from "../views.ts";
import { sayOnlineRefund, sayState } from "../words.ts";
import { day, mine, money } from "./parts.ts";
import { moneyWords } from "./words.ts";

export const minePage: Page = {
  name: "compte-paiements",
  path: mine.path,
  who: "pay what one owes",
  view: (visit) => shown(visit),
  submit: (visit, sent) => pay(visit as SignedVisit, sent),
};

/** Days before the due day on which the mail goes: past them the page does not promise it. */
const REMINDED = 7;

const providerOf = ({ world, school }: Visit): PaymentProvider | undefined => world.payments?.(school.establishment);

async function shown(visit: Visit, fault?: string): Promise<PageResult> {
  const { lang, query } = visit;
  const words = moneyWords(lang).mine;
  const { charges } = (await see(visit, myCharges, {})) ?? { charges: [] };
  allowPages(visit);
  const errors = fault === undefined ? [] : [{ field: "main", message: fault }];
  const back = query.paiement === "retour" && note(words.returned, words.returnedText);
  const left = query.paiement === "abandon" && note("", words.cancelled);
  const owed = charges.filter(({ balance, suspended }) => balance > 0 && !suspended);
  const main = html`${errorSummary(errors, lang)}<h1>${words.title}</h1>
${back}${left}
${charges.length === 0 ? html`<p>${words.nothing}</p>` : charges.map((one) => chargeHtml(visit, one))}
${await accountHtml(visit, charges.length)}
${owed.length > 0 && html`<p>${owed.some(({ dueOn }) => addDays(dueOn, -REMINDED) >= visit.today) && words.reminded} <a class="ds-link" href="${href(visit.link("/compte/rappels"))}">${words.remindersGo}</a></p>`}
${await fromEach(visit.world.house.owedParts, visit)}
${await ownInvoices(visit)}`;
  const page = layout(visit, {
    title: words.title,
    main,
    back: "/compte",
    scripts: ["copy"],
    error: errors.length > 0,
  });
  return { html: page, status: fault === undefined ? 200 : 422 };
}

/** What was paid without naming anything, and all of it on paper. */
async function accountHtml(visit: Visit, count: number): Promise<Html | false> {
  const seen = count === 0 ? undefined : await see(visit, myAccount, {});
  if (!seen) return false;
  const { lang, link } = visit;
  const words = moneyWords(lang).mine;
  const alone = seen.payments.filter(({ charge }) => charge === null);
  const list = alone.map(({ number, amount, paidOn, left, reversed }) => {
    const label = words.receipt(number, money(amount, lang), day(paidOn, lang));
    const rest = reversed ? ` (${words.reversed})` : left > 0 ? ` (${words.spare(money(left, lang))})` : "";
    return html`<li><a class="ds-link" href="${href(link(`/compte/paiements/recu/${number}`))}">${label}</a>${rest}</li>`;
  });
  return html`${alone.length > 0 && html`<h2>${words.alone}</h2><ul>${list}</ul>`}
<p><a class="ds-link" href="${href(link("/compte/paiements/releve.pdf"))}">${words.statement}</a></p>`;
}

function note(title: string, text: string): Html {
  return html`<div class="ds-alert" data-color="info">${title !== "" && html`<p><strong>${title}</strong></p>`}<p>${text}</p></div>`;
}

function chargeHtml(visit: Visit, charge: MyCharge): Html {
  const { lang, today } = visit;
  const words = moneyWords(lang).mine;
  const { balance, suspended, why, dueOn, state, reference, lines, total, waived, paid } = charge;
  const amount = money(Math.abs(balance), lang);
  const credited = charge.waivers.some(({ credit }) => credit !== null);
  const owed = dueOn < today ? words.late(amount, day(dueOn, lang)) : words.toPay(amount, day(dueOn, lang));
  const held = charge.paying === "looked-at" || charge.paying === "under-way" ? words.held[charge.paying] : undefined;
  const title =
    balance > 0
      ? (held?.title ?? (suspended ? words.suspended(amount) : owed))
      : balance < 0
        ? words.overPaid(amount)
        : words.settled(
            capital(sayState(state, lang)),
            sayList([...new Set(lines.map(({ label }) => label[lang]))], lang),
          );
  return html`<section class="owed">
<h2>${title}</h2>
${balance > 0 && held && note("", held.text)}
${suspended && !held && why && note("", words.suspendedWhy(why[lang]))}
${balance > 0 && charge.paying === "open" && note("", words.pending)}
${balance > 0 && charge.paying === "failed" && note("", words.failed)}
${waived > 0 && balance < 0 && !credited && html`<p>${words.waivedAfter(money(waived, lang))}</p>`}
${summaryList(
  [
    { key: words.reference, value: copied(reference, { lang, className: "exact", what: words.reference }) },
    ...(waived > 0
      ? [
          {
            key: credited ? moneyWords(lang).charge.credited : moneyWords(lang).charge.waived,
            value: money(waived, lang),
          },
        ]
      : []),
    ...(waived > 0 && paid > 0 ? [{ key: moneyWords(lang).charge.paid, value: money(paid, lang) }] : []),
  ],
  lang,
)}
${table({
  id: `lines-${charge.id}`,
  caption: words.lines,
  head: [moneyWords(lang).charge.what, moneyWords(lang).charge.amount],
  rows: lines.map((line) => [capital(line.label[lang]), money(line.amount, lang)]),
  foot: [moneyWords(lang).charge.total, money(total, lang)],
  numeric: [1],
})}
${balance > 0 && !held && !suspended && waysHtml(visit, charge)}
${receiptsHtml(visit, charge)}
</section>`;
}

function waysHtml(visit: Visit, { id, balance, reference }: MyCharge): Html {
  const { lang, school } = visit;
  const words = moneyWords(lang).mine;
  const { transfer, cheque } = school.payment;
  const provider = providerOf(visit);
  const online =
    provider &&
    html`<h3>${words.online}</h3>
<p>${words.onlineWhy}</p>
${form(visit, button(words.onlineGo(money(balance, lang))), { hidden: { charge: id } })}`;
  if (!provider && !hasWay(school)) return noWay(visit);
  const account = [
    ...(transfer.holder === undefined ? [] : [{ key: words.holder, value: transfer.holder }]),
    ...(transfer.iban === undefined
      ? []
      : [
          {
            key: words.iban,
            value: copied(inFours(transfer.iban), { lang, className: "figures-in-fours", what: words.iban }),
          },
        ]),
    ...(transfer.bic === undefined
      ? []
      : [{ key: words.bic, value: copied(transfer.bic, { lang, className: "exact", what: words.bic }) }]),
    { key: words.sum, value: money(balance, lang) },
  ];
  const payee = [
    { key: words.payableTo, value: cheque.payableTo ?? "" },
    { key: words.sendTo, value: html`${school.address.map((line, at) => html`${at > 0 && html`<br>`}${line}`)}` },
  ];
  const code = payCode(school, { amount: balance, reference });
  const { picture, scan } = codeWords(balance, lang);
  return html`${online}
<h3>${words.transfer}</h3>
<p>${words.transferWhy(reference)}</p>
${transfer.iban === undefined ? html`<p>${transfer.label[lang]}</p>` : summaryList(account, lang)}
${code !== undefined && codeFigure({ svg: code, title: picture, text: scan })}
<h3>${words.cheque}</h3>
<p>${words.chequeWhy(reference)}</p>
${cheque.payableTo === undefined ? html`<p>${cheque.label[lang]}</p>` : summaryList(payee, lang)}`;
}

type Copied = { readonly lang: Lang; readonly className: string; readonly what: string };

/** A value that a script gives a button to copy. */
function copied(value: string, { lang, className, what }: Copied): Html {
  const words = moneyWords(lang).mine;
  return html`<span class="${className}" data-copy="${words.copy}" data-copied="${words.copied}" data-copy-what="${what}">${value}</span>`;
}

/** The school has not set how it is paid: says so, and that the delay is not the debtor's fault. */
function noWay({ lang, school }: Visit): Html {
  const words = moneyWords(lang).mine;
  const { transfer, cheque } = school.payment;
  return html`<div class="ds-alert" data-color="warning"><p><strong>${words.noWay}</strong></p><p>${words.noWayWhy}</p></div>
<p>${transfer.label[lang]}</p><p>${cheque.label[lang]}</p>`;
}

function receiptsHtml(visit: Visit, { payments, refunds, waivers }: MyCharge): Html | false {
  const { lang } = visit;
  const words = moneyWords(lang).mine;
  if (payments.length + refunds.length + waivers.length === 0) return false;
  return html`<h3>${words.receipts}</h3>
<ul>${payments.map(({ number, amount, paidOn, reversed }) => {
    const label = words.receipt(number, money(amount, lang), day(paidOn, lang));
    return html`<li><a class="ds-link" href="${href(visit.link(`/compte/paiements/recu/${number}`))}">${label}</a>${reversed && ` (${words.reversed})`}</li>`;
  })}${waivers.map(({ amount, on, credit }) => html`<li>${credit === null ? words.waived(money(amount, lang), day(on, lang)) : words.credited(money(amount, lang), credit, day(on, lang))}</li>`)}${refunds.map(
    ({ amount, on, reason, online }) => {
      const [sum, when] = [money(amount, lang), day(on, lang)];
      const sentence =
        online === null
          ? words.refunded(sum, when, reason)
          : words.refundedOnline(sum, when, sayOnlineRefund(online, lang), reason);
      return html`<li>${sentence}</li>`;
    },
  )}</ul>`;
}

/** CSP `form-action` must allow the provider's pages, since it applies to redirects too. */
function allowPages(visit: Visit): void {
  const provider = providerOf(visit);
  const policy = visit.reply.getHeader("content-security-policy");
  if (!provider || typeof policy !== "string") return;
  visit.reply.header(
    "content-security-policy",
    policy.replace("form-action 'self'", `form-action 'self' ${provider.pages}`),
  );
}

/** Writes the wish, opens the provider's page or finds it again, and redirects there. */
async function pay(visit: SignedVisit, sent: Form): Promise<PageResult> {
  const words = moneyWords(visit.lang).mine;
  const provider = providerOf(visit);
  // No attempt id: the form sent again later is another wish.
  const wished = provider && (await act(visit, wishOnlinePayment, { charge: sent.get("charge") }));
  if (wished?.kind === "invalid") return shown(visit, wished.issues[0]!.message(visit.lang));
  if (!provider || wished?.kind !== "done") return shown(visit, words.gone);
  const { wish, amount, reference, until, url } = wished.value;
  if (url !== null) return { redirect: url };
  const { person, school } = visit;
  // In the person's language, not the page's: a repeated request must be identical.
  const to = (how: string) => `${originOf(visit)}${visit.link("/compte/paiements", person.language)}?paiement=${how}`;
  const page = await provider.open({
    wish,
    amount,
    reference,
    words: school.name,
    address: person.address,
    until: new Date(until),
    paid: to("retour"),
    cancelled: to("abandon"),
  });
  if ("problem" in page) return shown(visit, words.unreachable);
  const { session, expiresAt } = page;
  const opened = { wish, session, url: page.url, expiresAt: expiresAt.toISOString() };
  const stored = await act(visit, keepOnlineSession, opened, { actor: { kind: "payment-provider" } });
  if (stored.kind !== "done") return shown(visit, words.unreachable);
  return { redirect: page.url };
}
