/** « Votre prix, et qui paie »: what the course costs, as a bar of those who pay, and one button that says yes to it. */
import { href, type Html, html } from "../../kit/html.ts";
import { sayDay, sayMinutes, sayNumber } from "../../kit/lang.ts";
import { sayWeekday } from "../../kit/moment.ts";
import { capital } from "../../kit/typography.ts";
import { mine as payments } from "../../billing/charges/pages/parts.ts";
import { linkButton, table } from "../../page/form.ts";
import type { Visit } from "../../page/page.ts";
import { admissionOf, asked, euros, folds, headed, type OwnSeen, ownShare, payerSaid, stepsOf } from "./own-parts.ts";
import { marksHtml, plannedHtml } from "./own-dates.ts";
import { originFold, type Part, sharesNow } from "./own-origin.ts";
import { ownWords } from "./own-words.ts";
import { places } from "./places.ts";

export function priceHtml(visit: Visit, seen: OwnSeen, { form }: { readonly form: Html | false }): Html {
  const { lang, link } = visit;
  const words = ownWords(lang).price;
  const at = { diploma: seen.diploma, dossier: seen.dossier };
  const { total, discount, parts } = sharesNow(visit, seen);
  const planned = !seen.money.anew && plannedHtml(visit, seen);
  const changed = changedHtml(visit, seen);
  const begun = ownShare(seen)?.signed != null;
  const kept = seen.contract?.undone && seen.renounced;
  return html`${kept && html`<p class="ds-alert" data-color="info">${ownWords(lang).withdrawn.kept(sayDay(kept.on, lang))}</p>`}${changed || (!begun && html`<div class="ds-alert" data-color="success"><p><strong>${words.yes}</strong> ${seen.startsOn > visit.today ? words.before(sayWeekday(seen.startsOn, lang)) : words.begun}</p></div>`)}
${headed(lang, { at: 1, title: words.title })}
${comparedHtml(visit, seen)}
${movedHtml(visit, seen)}
${courseHtml(visit, seen)}
<section class="own-part" aria-labelledby="pays"><h2 id="pays">${words.who(euros(total + discount, lang))}</h2>
${barHtml(parts)}${partsTable(visit, parts)}</section>
${feeHtml(visit, seen)}
${form ? html`<div class="own-part">${form}</div>` : html`<div class="bottom">${linkButton(link(places.ownSign.to(at)), words.go)}${changeLink(visit, seen)}</div>`}
${folds([
  originFold(visit, seen),
  planned && { says: ownWords(lang).planned.title, html: planned },
  ...stepsOf(
    visit,
    seen.startsOn,
    (seen.contract?.shares ?? seen.priced?.shares ?? []).map(({ source }) => source),
  ),
  parts.length > 1 &&
    parts.some(({ look }) => look === "other") && { says: words.fails, html: html`<p>${words.failsWhy}</p>` },
  {
    says: words.cannot,
    html:
      seen.enrolment === null
        ? html`<p>${words.cannotWhy} <a class="ds-link" href="${href(link(admissionOf(at)))}">${words.cannotGo}</a></p>`
        : html`<p>${words.cannotEnrolled} <a class="ds-link" href="${href(link(`/${seen.diploma}/dossier/${seen.dossier}/messages`))}">${ownWords(lang).ask}</a></p>`,
  },
])}`;
}

/** What is to be paid today: nothing of the training before the contract, at most the fee, which is apart. */
function feeHtml(visit: Visit, seen: OwnSeen): Html {
  const { lang } = visit;
  const words = ownWords(lang).price;
  const { fee } = seen;
  const nothing = !owesNow(seen);
  if (fee && fee.owed > 0) return feeOwedHtml(visit, fee.owed, nothing ? words.nothingBut : words.feeOwed);
  return html`<p>${nothing && html`<strong>${words.nothingToday}</strong> `}${fee && words.feePaid(euros(fee.total, lang))}</p>`;
}

/** The selection fee is no part of the contract: where it is owed, no page of the contract says that nothing is. */
export function feeOwedHtml(
  { lang, link }: Visit,
  owed: number,
  says: (fee: string) => string = ownWords(lang).price.feeOwed,
): Html {
  return html`<p><strong>${says(euros(owed, lang))}</strong> <a class="ds-link" href="${href(link(payments.to()))}">${ownWords(lang).price.feeGo}</a></p>`;
}

function owesNow({ money: { schedule } }: OwnSeen): boolean {
  return (schedule?.payments ?? []).some(({ state }) => state === "asked" || state === "part" || state === "late");
}

/** Changed with the school alone: a paper is signed, or a fund has answered. */
export function isSettled({ contract, enrolment }: OwnSeen): boolean {
  if (!contract || contract.undone || contract.outdated || contract.short.length > 0) return false;
  return enrolment !== null || contract.shares.some(({ signed, answer }) => signed !== null || answer !== null);
}

export function changeLink({ lang, link }: Visit, seen: OwnSeen): Html | false {
  if (isSettled(seen)) return false;
  const { diploma, dossier } = seen;
  const to = link(places.ownWhoPays.to({ diploma, dossier }));
  return html`<a class="ds-link" href="${href(to)}">${ownWords(lang).price.change}</a>`;
}

/** « Cours : 445 h à 21 € : 9 345 € », « Terrain : 175 h, sans frais ». */
function courseHtml({ lang }: Visit, { money: { priced } }: OwnSeen): Html | false {
  if (!priced) return false;
  const words = ownWords(lang).price;
  const hourly = priced.lines.filter((one) => one.hourly);
  return asked([
    ...priced.lines.map(({ label, quantity, unitAmount, amount, hourly: byHour }) => ({
      key: byHour && hourly.length === 1 ? words.course : capital(label[lang]),
      value: html`${
        byHour
          ? words.hours(sayMinutes(Math.round(quantity * 60), lang), euros(unitAmount, lang))
          : words.times(sayNumber(quantity, lang), euros(unitAmount, lang))
      }<strong>${euros(amount, lang)}</strong>`,
    })),
    priced.unbilled > 0 && { key: words.free, value: words.noFee(sayMinutes(priced.unbilled, lang)) },
  ]);
}

/** Decoration: the table says the same. */
function barHtml(parts: readonly Part[]): Html {
  const whole = parts.reduce((sum, { amount }) => sum + amount, 0);
  const order = [...parts].sort((a, b) => Number(a.look === "less") - Number(b.look === "less"));
  let x = 0;
  const bars = order.map(({ amount, look }) => {
    const [from, width] = [x, whole === 0 ? 0 : (amount / whole) * 100];
    x += width;
    return html`<rect class="${look}" x="${from.toFixed(1)}%" y="1" width="${width.toFixed(1)}%" height="22"/>`;
  });
  return html`<svg class="shares-bar" width="100%" height="24" aria-hidden="true" focusable="false"><defs><pattern id="hatched" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-a" width="7" height="7"/><path class="hatch-b" d="M0 0V7"/></pattern></defs>${bars}</svg>`;
}

function partsTable({ lang }: Visit, parts: readonly Part[]): Html {
  const words = ownWords(lang).price;
  return html`<table class="ways"><caption class="ds-sr-only">${words.caption}</caption><tbody>
${parts.map(({ says, amount, look, own }) => html`<tr${own && html` class="total"`}><th scope="row"><svg class="swatch" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><rect class="${look}" x="1" y="1" width="14" height="14"/></svg>${says}</th><td class="numeric">${euros(amount, lang)}</td></tr>`)}</tbody></table>`;
}

/** A fund pays less, or hours were decided anew: both prices side by side. */
function changedHtml(visit: Visit, seen: OwnSeen): Html | false {
  const { lang } = visit;
  const words = ownWords(lang).price;
  const { contract, money } = seen;
  if (!contract || !money.anew) return false;
  const short = contract.shares.filter(({ source }) => contract.short.includes(source));
  const said = (cents: number) => euros(cents, lang);
  return html`<div class="ds-alert" data-color="warning"><p><strong>${short.length > 0 ? words.short : words.outdated}</strong></p>
${short.length === 0 && html`<p>${words.outdatedWhy}</p>`}
${short.map((one) => html`<p>${words.shortWhy(payerSaid(visit, one), said(one.amount), one.answer?.amount ? said(one.answer.amount) : undefined)}</p>`)}<p>${words.signAnew}</p></div>`;
}

function comparedHtml(visit: Visit, { contract, money: { anew } }: OwnSeen): Html | false {
  if (!contract || !anew) return false;
  const { lang } = visit;
  const words = ownWords(lang).price;
  const said = (cents: number) => euros(cents, lang);
  const now = new Map(anew.others.map(({ source, amount }) => [source, amount]));
  const mine = contract.shares.find(({ own }) => own)?.amount ?? 0;
  return table({
    id: "compared",
    caption: words.compared,
    head: [words.caption, words.was, words.now],
    rows: [
      ...contract.shares
        .filter(({ own }) => !own)
        .map((one) => [payerSaid(visit, one), said(one.amount), said(now.get(one.source) ?? one.amount)]),
      [words.you, said(mine), said(anew.own)],
    ],
    foot: [words.total, said(contract.price), said(anew.total)],
    numeric: [1, 2],
    stacks: true,
  });
}

/** The days of payment before and now, where what stands is another: each as a line over time. */
function movedHtml(visit: Visit, { money: { schedule, scheduleAnew }, contract }: OwnSeen): Html | false {
  if (!contract || !scheduleAnew) return false;
  const words = ownWords(visit.lang).price;
  const { signed = null } = contract.shares.find(({ own }) => own) ?? {};
  const dates = {
    signedOn: signed?.on ?? null,
    schoolSignedOn: signed?.countersigned?.on ?? null,
    lastDay: null,
  };
  // Not in a section, whose width is that of text: days stand side by side where there is room.
  const line = (title: string, one: typeof schedule) =>
    html`<h2>${title}</h2>${
      one && one.payments.length > 0
        ? html`${marksHtml(visit, { ...dates, schedule: one }, { wide: true })}${one.credit > 0 && html`<p>${ownWords(visit.lang).after.credit(euros(one.credit, visit.lang))}</p>`}${one.refund > 0 && html`<p>${ownWords(visit.lang).after.refund(euros(one.refund, visit.lang))}</p>`}`
        : html`<p>${words.noPayments}</p>`
    }`;
  return html`${line(words.datesWas, schedule)}${line(words.datesNow, scheduleAnew)}`;
}
