/** « Lisez le contrat, puis signez », and withdrawing from it in two steps while that is possible. */
import { href, type Html, html } from "../../kit/html.ts";
import { sayDay, sayList, sayMinutes } from "../../kit/lang.ts";
import { sayWeekday } from "../../kit/moment.ts";
import { capital } from "../../kit/typography.ts";
import { linkButton } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import { agreed, carried, ticks } from "../../page/kinds.ts";
import type { Visit } from "../../page/page.ts";
import { renounce } from "../renouncing-acts.ts";
import { signContract } from "../signing-acts.ts";
import {
  asked,
  euros,
  folds,
  headed,
  mayRenounce,
  ownFrame,
  ownPaper,
  type OwnSeen,
  ownSeen,
  ownShare,
} from "./own-parts.ts";
import { ownWords } from "./own-words.ts";
import { places } from "./places.ts";

export const ownSignPage = formPage({
  name: "dossier-contrat-signer",
  route: places.ownSign,
  who: "agree on one’s training",
  fresh: true,
  words: ownWords,
  frame: ownFrame,
  seen: async (visit, params) => {
    const seen = await ownSeen(visit, params);
    const paper = seen && ownPaper(seen);
    return seen && paper ? { ...seen, paper } : undefined;
  },
  missing: async (visit) => ({ redirect: visit.link(visit.path.replace(/\/signer$/, "")) }),
  elsewhere: ({ seen, params }) => (ownShare(seen)?.signed ? places.own.to(params) : undefined),
  form: {
    words: "sign",
    fields: ({ lang, words: { sign: words }, seen }) => ({
      ...(seen.toHand.length > 0 && {
        received: ticks({
          label: words.fields.received,
          options: seen.toHand.map(({ key, label }) => ({ value: key, label: label[lang] })),
          optional: true,
        }),
      }),
      ...(withinPeriod(seen) && {
        start: ticks({ options: [{ value: "yes", label: words.startBox }], optional: true }),
      }),
      agreed: agreed({ label: words.legend, box: words.box, missing: words.notAgreed }),
      shown: carried<string>(),
    }),
    begin: ({ seen }) => ({ shown: seen.paper.shown }),
    beside: ({ visit, words, params }) =>
      html`<a class="ds-link" href="${href(visit.link(`/${params.diploma}/dossier/${params.dossier}/messages`))}">${words.ask}</a>`,
    act: signContract,
    input: ({ received, start, shown }, { params, words }) => ({
      dossier: params.dossier,
      shown,
      words: words.sign.box,
      ...(received && { received }),
      startRequested: start !== undefined,
    }),
    on: { dossier: "agreed", source: "agreed" },
    done: (_, { params }) => places.own.to(params),
  },
  shown: ({ visit, lang, words: { sign: words }, seen, params }, { form }) => {
    const ready = seen.paper.missing.length === 0 && seen.accepted;
    const title = ready ? words.title : words.waiting;
    const under = ready
      ? html`<strong>${words.by(sayWeekday(seen.startsOn, lang))}</strong> ${words.then(daysToWithdraw(visit))}`
      : html`${words.waitingWhy}`;
    return {
      title,
      main: html`${headed(lang, { at: 2, title, under })}
${shortHtml(visit, seen)}
<p>${linkButton(visit.link(places.ownPaper.to(params)), words.whole, "secondary")}</p>
${ready && html`<div class="own-part">${form()}</div>`}
${folds([
  !ready && {
    says: words.lacking,
    html: html`<ul>${seen.paper.missing.map(({ label }) => html`<li>${capital(label[lang])}</li>`)}</ul>`,
  },
  ready && { says: words.proves, html: html`<p>${words.provesWhy}</p>` },
  ready && { says: words.onPaper, html: html`<p>${words.onPaperWhy}</p>` },
])}
${!ready && html`<p>${linkButton(visit.link("/mon-parcours"), ownWords(lang).toWay, "secondary")}</p>`}`,
      back: places.own.to(params),
    };
  },
});

/** Signed on the page it is at a distance: the longer of the two. */
function daysToWithdraw({ school }: Visit): number {
  const { withdrawal, awayWithdrawal } = school.money!.agreement;
  return Math.max(withdrawal.days, awayWithdrawal.days);
}

/** Training may begin before the person can no longer withdraw. */
function withinPeriod({ contract }: OwnSeen): boolean {
  return (contract?.findings ?? []).some(({ condition, met }) => condition === "starts-in-withdrawal" && met === false);
}

function shortHtml({ lang, school }: Visit, seen: OwnSeen): Html {
  const words = ownWords(lang).sign;
  const { cohort, startsOn, money } = seen;
  const { priced, schedule } = money;
  const ends = schedule?.ends ?? cohort?.endsOn;
  const hours = priced
    ? [
        words.ofCourse(sayMinutes(priced.billed, lang)),
        ...(priced.unbilled > 0 ? [words.ofField(sayMinutes(priced.unbilled, lang))] : []),
      ]
    : [];
  const amount = euros(ownShare(seen)?.amount ?? 0, lang);
  const { mediator } = school.legal ?? {};
  return html`<section class="own-part" aria-labelledby="short"><h2 id="short">${words.short}</h2>
${asked([
  {
    key: words.days,
    value: ends ? words.fromTo(sayDay(startsOn, lang), sayDay(ends, lang)) : words.from(sayDay(startsOn, lang)),
  },
  hours.length > 0 && { key: words.hours, value: sayList(hours, lang) },
  { key: words.youPay, value: words.inTimes(amount, schedule?.payments.length ?? 1) },
  { key: words.stopping, value: words.stoppingWhy },
  mediator && { key: words.dispute, value: words.mediator(mediator.name) },
])}</section>`;
}

export const ownRenouncePage = formPage({
  name: "dossier-contrat-renoncer",
  route: places.ownRenounce,
  who: "agree on one’s training",
  words: ownWords,
  seen: ownSeen,
  elsewhere: ({ visit, seen, params }) => (mayRenounce(visit, seen) ? undefined : places.own.to(params)),
  form: {
    words: "renounce",
    go: ({ words }) => ({ label: words.renounce.go, danger: true }),
    beside: ({ visit, words, params }) =>
      linkButton(visit.link(places.own.to(params)), words.renounce.keep, "secondary"),
    confirm: (_, { words, seen, lang }) => ({
      title: words.renounce.title,
      warning: words.renounce.warning,
      rows: [{ key: words.renounce.amount, value: euros(ownShare(seen)?.amount ?? 0, lang) }],
      go: words.renounce.confirm,
      correct: words.renounce.keep,
    }),
    act: renounce,
    done: ({ late }, { params }) => places.own.to(params, { fait: late ? "tard" : "renonce" }),
  },
  shown: ({ lang, words, seen, params }, { form }) => {
    const { withdrawal } = seen.contract!;
    return {
      title: words.renounce.title,
      ...(withdrawal && { lead: words.renounce.lead(sayDay(withdrawal.lastDay, lang)) }),
      main: form(),
      back: places.own.to(params),
    };
  },
});
