/** « Vos paiements »: the days as a line, the same as a table, the time to withdraw while it runs, and what happens next. */
import { addDays } from "../../kit/day.ts";
import { href, type Html, html } from "../../kit/html.ts";
import { type Label, type Lang, sayDay } from "../../kit/lang.ts";
import { sayWeekday } from "../../kit/moment.ts";
import { capital } from "../../kit/typography.ts";
import { mine as account } from "../../billing/charges/pages/parts.ts";
import { linkButton } from "../../page/form.ts";
import { see } from "../../page/acting.ts";
import type { MineParts, OwedParts } from "../../page/mine.ts";
import type { Visit } from "../../page/page.ts";
import { places as peoplePlaces } from "../../people/pages/places.ts";
import { myInstalments } from "../own-views.ts";
import { euros, folds, headed, mayRenounce, type OwnSeen, type OwnShare, ownShare, payerSaid } from "./own-parts.ts";
import { changeLink, feeOwedHtml } from "./own-price.ts";
import { originFold } from "./own-origin.ts";
import { marksHtml, paymentsTable } from "./own-dates.ts";
import { ownWords } from "./own-words.ts";
import { billedBefore } from "./parts.ts";
import { places } from "./places.ts";
import { contractWords } from "./words.ts";

/** The title of the page, and the page. */
export function paymentsHtml(visit: Visit, seen: OwnSeen, toWay: Html): [string, Html] {
  const { lang } = visit;
  const words = ownWords(lang).after;
  const share = ownShare(seen);
  const origin = originFold(visit, seen);
  const title = !share || share.amount === 0 ? words.nothing : share.platform ? words.there : words.title;
  return [
    title,
    html`${seen.contract?.carried && html`<p>${contractWords(lang).carried}</p>`}${signedHtml(visit, seen)}${stoppedHtml(visit, seen)}
${headed(lang, { at: 3, title, under: underOf(visit, seen) })}
${seen.fee && seen.fee.owed > 0 && feeOwedHtml(visit, seen.fee.owed)}
${share && share.amount > 0 && !share.platform && lineHtml(visit, seen)}
${renounceHtml(visit, seen)}
${nextHtml(visit, seen)}
${folds([
  seen.billedBefore.length > 0 && {
    says: contractWords(lang).before.caption,
    html: billedBefore(lang, seen) || html``,
  },
  {
    says: words.whoPays,
    html: html`${sharesHtml(visit, seen)}${origin && origin.html}${seen.accepted && html`<p>${changeLink(visit, seen)}</p>`}`,
  },
  share?.signed != null && { says: words.rule, html: ruleHtml(visit) },
])}
${toWay}`,
  ];
}

function signedHtml({ lang, link }: Visit, seen: OwnSeen): Html | false {
  const words = ownWords(lang).after;
  const signed = ownShare(seen)?.signed;
  if (!signed) return false;
  return html`<div class="ds-alert" data-color="success"><p><strong>${words.signed}</strong> ${signed.countersigned ? words.bothSigned(sayDay(signed.on, lang), sayDay(signed.countersigned.on, lang)) : html`${words.signedOn(sayDay(signed.on, lang))} ${words.schoolSigns}`}${signed.how === "page" && html` <a class="ds-link" href="${href(link(places.ownPaperPdf.to({ diploma: seen.diploma, dossier: seen.dossier })))}">${words.copy}</a>`}</p></div>`;
}

function stoppedHtml({ lang, today }: Visit, { renounced, contract, startsOn, money: { training } }: OwnSeen): Html {
  const words = ownWords(lang).after;
  const late = renounced?.late && contract?.withdrawal;
  const { withdrawal = null, findings = [] } = contract ?? {};
  const unasked = findings.some(({ condition, met }) => condition === "start-not-requested" && met === false);
  const early = unasked && withdrawal && today <= withdrawal.lastDay && withdrawal;
  return html`${early && html`<p class="ds-alert" data-color="info">${words.notRequested(sayDay(startsOn, lang), sayDay(early.lastDay, lang))}</p>`}${late && html`<p class="ds-alert" data-color="warning">${words.late(sayDay(renounced.on, lang), sayDay(late.lastDay, lang))}</p>`}${training !== null && training !== "in-training" && html`<div class="ds-alert" data-color="warning"><p><strong>${training === "interrupted" || training === "deferred" ? words.paused : words.stopped}</strong></p><p>${words.stoppedWhy}</p></div>`}`;
}

function underOf({ lang, today }: Visit, seen: OwnSeen): Html {
  const words = ownWords(lang).after;
  const share = ownShare(seen);
  if (!share) return html`${words.nothingWhy}`;
  if (share.amount === 0) return html`${words.nothingLeft}`;
  if (share.platform) return html`${words.thereWhy(euros(share.amount, lang))}`;
  const { schedule } = seen.money;
  if (!schedule) return html`${words.under(euros(share.amount, lang), 1)} ${words.noDates}`;
  const { payments, total } = schedule;
  const amount = words.under(euros(total, lang), payments.length);
  const late = payments.find(({ state }) => state === "late");
  const open = payments.find(({ state }) => state === "asked" || state === "part");
  const next = payments.find(({ state }) => state !== "paid");
  if (late)
    return html`${amount} <strong>${words.lateSince(euros(late.amount - late.paid, lang), sayDay(late.due, lang))}</strong>`;
  if (open)
    return html`${amount} <strong>${words.toPay(euros(open.amount - open.paid, lang), sayDay(open.due, lang))}</strong>`;
  if (!next) return html`${amount} <strong>${words.allPaid}</strong>`;
  return html`${amount} ${next.due > today && words.firstOn(sayDay(next.due, lang))}`;
}

/** The days of the contract and of its payments, by day. */
function lineHtml(visit: Visit, seen: OwnSeen): Html | false {
  const { lang, link } = visit;
  const words = ownWords(lang).after;
  const { schedule } = seen.money;
  if (!schedule) return false;
  const { signed = null } = ownShare(seen) ?? {};
  const dates = {
    signedOn: signed?.on ?? null,
    schoolSignedOn: signed?.countersigned?.on ?? null,
    lastDay: seen.contract?.withdrawal?.lastDay ?? null,
    schedule,
  };
  const owed = schedule.payments.some(({ state }) => state === "late" || state === "asked" || state === "part");
  return html`${marksHtml(visit, dates, { wide: true })}
${owed && html`<p>${linkButton(link(account.to()), words.pay)}</p>`}
${schedule.credit > 0 && html`<p>${words.credit(euros(schedule.credit, lang))}</p>`}${schedule.refund > 0 && html`<p>${words.refund(euros(schedule.refund, lang))}</p>`}
${folds([{ says: words.table, html: paymentsTable(visit, schedule) }])}
${!schedule.set && html`<p class="small">${ownWords(lang).planned.notSet}</p>`}
<p class="small">${words.mails} <a class="ds-link" href="${href(link(peoplePlaces.calendar.to()))}">${words.calendar}</a><br><a class="ds-link" href="${href(link(`/${seen.diploma}/dossier/${seen.dossier}/messages`))}">${words.cannotPay}</a></p>`;
}

/** On one's own first page and on that of one's payments: the days of each contract. */
const datesHtml = async (visit: Visit) => {
  const words = ownWords(visit.lang).after;
  const { contracts = [] } = (await see(visit, myInstalments, {})) ?? {};
  return contracts.map(({ dossier, diploma, ...dates }) => {
    const to = visit.link(places.own.to({ diploma, dossier }));
    return html`<section class="own-part" aria-labelledby="dates-${dossier}"><h2 id="dates-${dossier}">${words.mine}</h2>${marksHtml(visit, dates, { wide: false })}<p><a class="ds-link" href="${href(to)}">${words.mineGo}</a></p></section>`;
  });
};

/** Days ahead in which an instalment stands among what waits, though its invoice, with the reference, is still to come. */
const SOON_DAYS = 30;

export const contractMinePart: MineParts = async (visit) => {
  const { contracts = [] } = (await see(visit, myInstalments, {})) ?? {};
  const { today } = visit;
  const ahead = contracts.flatMap(({ dossier, diploma, schedule }) =>
    schedule.payments
      .filter(({ state, due }) => state === "to-come" && due >= today && due <= addDays(today, SOON_DAYS))
      .map(({ amount, due }) => ({
        verb: inLabels((lang) => ownWords(lang).after.toCome(euros(amount, lang))),
        why: inLabels((lang) => ownWords(lang).after.toComeWhy),
        otherwise: null,
        go: inLabels((lang) => ownWords(lang).after.mineGo),
        to: places.own.to({ diploma, dossier }),
        dueOn: due,
        late: false,
        about: null,
      })),
  );
  const dates = (await datesHtml(visit)).map((one) => ({ place: "below" as const, html: one }));
  return ahead.length > 0 ? [...dates, { place: "below" as const, html: html``, ahead }] : dates;
};

const inLabels = (say: (lang: Lang) => string): Label => ({ fr: say("fr"), en: say("en") });

export const contractOwedPart: OwedParts = datesHtml;

function renounceHtml(visit: Visit, seen: OwnSeen): Html | false {
  if (!mayRenounce(visit, seen)) return false;
  const { lang, link } = visit;
  const words = ownWords(lang);
  const to = link(places.ownRenounce.to({ diploma: seen.diploma, dossier: seen.dossier }));
  return html`<section class="step own-part" aria-labelledby="may"><p class="by"><strong>${untilSaid(seen, lang)}</strong></p>
<h2 id="may">${words.after.mayRenounce}</h2><p>${words.after.renounceWhy}</p>
<a class="ds-button" data-variant="secondary" data-color="danger" href="${href(to)}">${words.renounce.go}</a></section>`;
}

/** Until the school has signed the last day is not known: it is the soonest one, if it signed today. */
function untilSaid({ contract, money: { ifSigned } }: OwnSeen, lang: Visit["lang"]): string {
  const words = ownWords(lang).after;
  const { withdrawal = null } = contract ?? {};
  if (withdrawal) return words.until(sayWeekday(withdrawal.lastDay, lang));
  return ifSigned ? words.untilAtLeast(sayWeekday(ifSigned.lastDay, lang)) : words.untilSchool;
}

type Next = { readonly says: string; readonly tag: string; readonly why?: string; readonly to?: string };

/** What others still do: the school signs, an employer signs, a fund answers; then the enrolment. */
function nextHtml(visit: Visit, seen: OwnSeen): Html {
  const { lang } = visit;
  const words = ownWords(lang).after;
  const { contract, enrolment } = seen;
  const signed = ownShare(seen)?.signed;
  const rows: Next[] = [
    ...(signed && !signed.countersigned ? [{ says: words.schoolSign, tag: words.tags.waiting }] : []),
    ...(contract?.shares ?? [])
      .filter(({ own }) => !own && !contract?.carried)
      .map((one) => othersRow(visit, seen, one)),
    enrolment === null
      ? { says: words.enrols, tag: words.tags.then, why: words.enrolsWhy }
      : { says: words.enrolled, tag: words.tags.done },
  ];
  return html`<section class="own-part" aria-labelledby="next"><h2 id="next">${words.now}</h2>
<ul class="rows">${rows.map(({ says, tag, why, to }) => html`<li>${to === undefined ? html`<span>${says}</span>` : html`<a class="ds-link" href="${href(visit.link(to))}">${says}</a>`}<span class="end"><span class="ds-tag" data-color="neutral">${tag}</span></span>${why !== undefined && html`<span class="small muted">${why}</span>`}</li>`)}</ul></section>`;
}

/** What an employer signed about the person on its page is read from here. */
function othersRow(visit: Visit, { diploma, dossier }: OwnSeen, share: OwnShare): Next {
  const words = ownWords(visit.lang).after;
  const { paper, signed, asked, answer, amount } = share;
  const name = payerSaid(visit, { ...share, called: null });
  const why = words.over(euros(amount, visit.lang), share.called ?? "");
  const { waiting, done, refused } = words.tags;
  const to =
    paper === "convention" && signed?.how === "page"
      ? { to: places.ownConventionPdf.to({ diploma, dossier, source: share.source }) }
      : {};
  if (signed && !signed.countersigned)
    return { says: words.signedBy(name, sayDay(signed.on, visit.lang)), tag: waiting, why, ...to };
  if (paper === "contract" || paper === "convention")
    return { says: words.signs(name), tag: signed?.countersigned ? done : waiting, why, ...to };
  if (asked) return { says: words.askedOn(name, sayDay(asked.on, visit.lang), asked.number), tag: waiting, why };
  const said = answer?.answer === "granted" || answer?.answer === "in-part" ? done : answer ? refused : waiting;
  return { says: words.answers(name), tag: said, why };
}

function sharesHtml(visit: Visit, { contract }: OwnSeen): Html {
  const words = ownWords(visit.lang).price;
  return html`<table class="ways"><caption class="ds-sr-only">${words.caption}</caption><tbody>${(contract?.shares ?? []).map((one) => html`<tr${one.own && html` class="total"`}><th scope="row">${one.own ? (one.platform ? words.youThere : words.you) : payerSaid(visit, one)}</th><td class="numeric">${euros(one.amount, visit.lang)}</td></tr>`)}</tbody></table>`;
}

/** The law in its own words, with its articles. */
function ruleHtml({ lang, school }: Visit): Html {
  const { agreement } = school.money!;
  const said = [
    agreement.withdrawal,
    agreement.awayWithdrawal,
    agreement.moved,
    agreement.signed,
    agreement.deposit,
  ] as const;
  return html`<ul>${said.map((one) => html`<li>${capital(one.label[lang])} <span class="small">(${one.citation[lang]}, ${one.source.article})</span></li>`)}<li>${ownWords(lang).planned.why}</li></ul>`;
}
