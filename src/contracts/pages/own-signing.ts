/** « Lisez le contrat, puis signez », and withdrawing from it in two steps while that is possible. */
import { href, type Html, html } from "../../kit/html.ts";
import { type Label, sayDay, sayList, sayMinutes } from "../../kit/lang.ts";
import { sayWeekday } from "../../kit/moment.ts";
import { capital } from "../../kit/typography.ts";
import { see } from "../../page/acting.ts";
import { linkButton } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import { agreed, carried, choice } from "../../page/kinds.ts";
import type { Visit } from "../../page/page.ts";
import { besideOf, handedWith } from "../papers/beside.ts";
import { wanted } from "../papers/words.ts";
import { contractPaper } from "../papers/paper-views.ts";
import { renounce, renouncedLines } from "../renouncing-acts.ts";
import { PLACES_AFTER } from "../rules/facts.ts";
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
  payerSaid,
} from "./own-parts.ts";
import { plannedHtml } from "./own-dates.ts";
import { originFold } from "./own-origin.ts";
import { ownWords } from "./own-words.ts";
import { places } from "./places.ts";

export const ownSignPage = formPage({
  name: "dossier-contrat-signer",
  route: places.ownSign,
  who: "agree on one’s training",
  words: ownWords,
  frame: ownFrame,
  seen: async (visit, params) => {
    const seen = await ownSeen(visit, params);
    const paper = seen && ownPaper(seen);
    const document = paper && (await see(visit, contractPaper, { dossier: params.dossier }));
    if (!seen || !paper || !document) return undefined;
    const keys = seen.toHand.map(({ key }) => key);
    return { ...seen, paper, lacking: document.missing, withIt: handedWith(keys, visit.law.school.teaching) };
  },
  missing: async (visit) => ({ redirect: visit.link(visit.path.replace(/\/signer$/, "")) }),
  elsewhere: ({ seen, params }) => (ownShare(seen)?.signed ? places.own.to(params) : undefined),
  form: {
    words: "sign",
    fields: ({ words: { sign: words }, seen, visit }) => ({
      ...(seen.money.ifSigned?.startsWithin && { start: startField(seen, words, visit) }),
      agreed: agreed({ label: words.legend, box: words.box, missing: words.notAgreed }),
      shown: carried<string>(),
    }),
    begin: ({ seen }) => ({ shown: seen.paper.shown }),
    beside: ({ visit, words, params }) =>
      html`<a class="ds-link" href="${href(visit.link(`/${params.diploma}/dossier/${params.dossier}/messages`))}">${words.ask}</a>`,
    act: signContract,
    input: ({ start, shown }, { params, words, seen }) => ({
      dossier: params.dossier,
      shown,
      words: words.sign.box,
      received: seen.withIt,
      startRequested: start === "yes",
    }),
    on: { dossier: "agreed", source: "agreed", received: "agreed" },
    done: (_, { params }) => places.own.to(params),
  },
  shown: ({ visit, lang, words: { sign: words }, seen, params }, { form }) => {
    const owed = seen.toHand.filter(({ key }) => !seen.withIt.includes(key));
    const { lacking } = seen;
    const ready = seen.paper.missing.length === 0 && lacking.length === 0 && owed.length === 0 && seen.accepted;
    const title = ready ? words.title : words.waiting;
    const [planned, origin] = [plannedHtml(visit, seen), originFold(visit, seen)];
    const under = ready
      ? html`<strong>${seen.startsOn > visit.today ? words.by(sayWeekday(seen.startsOn, lang)) : words.begun}</strong> ${words.then(daysToWithdraw(visit))}`
      : html`${lacking.some(({ key }) => key === ADDRESS) ? words.waitingAddress : words.waitingWhy(seen.startsOn > visit.today ? sayDay(seen.startsOn, lang) : undefined)}`;
    return {
      title,
      main: html`${headed(lang, { at: 2, title, under })}
${!ready && lackingHtml(visit, { lacking, owed })}
${paperHtml(visit, seen)}
${unsignedHtml(visit, seen)}
${shortHtml(visit, seen)}
${ready && html`<div class="own-part">${form()}</div>`}
${folds([
  (planned || origin) && {
    says: words.priceAndDates,
    html: html`${origin && origin.html}${planned || html`<p>${words.noDates}</p>`}`,
  },
  ready && { says: words.proves, html: html`<p>${words.provesWhy}</p>` },
  ready && { says: words.onPaper, html: html`<p>${words.onPaperWhy}</p>` },
])}
${!ready && html`<p>${linkButton(visit.link("/mon-parcours"), ownWords(lang).toWay, "secondary")}</p>`}`,
      back: places.own.to(params),
    };
  },
});

/** The one particular that the person gives; all others are the school's to give. */
const ADDRESS = "address";

type Lacking = {
  readonly lacking: readonly { readonly key: string; readonly label: Label }[];
  readonly owed: readonly { readonly key: string; readonly label: Label }[];
};

/** What the contract still wants, with who gives it. */
function lackingHtml({ lang }: Visit, { lacking, owed }: Lacking): Html {
  const words = ownWords(lang).sign;
  const row = (label: Label, who: string) =>
    html`<li><span>${label.fr === wanted.cohort.fr ? words.yourCohort : capital(label[lang])}</span><span class="end"><span class="ds-tag" data-color="neutral">${who}</span></span></li>`;
  return html`<section class="own-part" aria-labelledby="lacking"><h2 id="lacking">${words.lacking}</h2><ul class="rows">${once(lacking).map(({ key, label }) => row(label, key === ADDRESS ? words.fromYou : words.fromSchool))}${owed.map(({ label }) => row(label, words.fromSchool))}</ul></section>`;
}

/** Two particulars may want the same thing. */
function once<T extends { readonly label: Label }>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((one) => [one.label.fr, one])).values()];
}

/** The contract to read, and what the school hands over with it. */
function paperHtml(
  { lang, link, school, law }: Visit,
  seen: OwnSeen & { readonly withIt: readonly string[]; readonly lacking: readonly unknown[] },
): Html {
  const words = ownWords(lang).sign;
  const at = { diploma: seen.diploma, dossier: seen.dossier };
  const beside = seen.withIt.flatMap((key) => {
    const said = besideOf(key, law.school.teaching);
    const { label } = seen.toHand.find((one) => one.key === key)!;
    return said ? [{ label, said }] : [];
  });
  return html`<section class="paper" aria-labelledby="paper"><h2 id="paper">${words.paper}</h2>
<p class="small muted">${words.between(school.name, seen.name)}</p>
<p>${linkButton(link(places.ownPaper.to(at)), words.read, "secondary")}</p>
${seen.lacking.length === 0 && html`<p class="small"><a class="ds-link" href="${href(link(places.ownPaperPdf.to(at)))}">${words.pdf}</a></p>`}
${
  beside.length > 0 &&
  html`<p class="small">${words.beside}</p>
<ul>${beside.map(({ label, said }) => html`<li>${capital(label[lang])}${lang === "fr" ? "\u00a0: " : ": "}${said.url === undefined ? said.label[lang] : html`<a class="ds-link" href="${said.url}">${said.label[lang]}</a>`}</li>`)}</ul>`
}</section>`;
}

/** Each paper is signed by itself, in any order: the person knows which others are still open. */
function unsignedHtml(visit: Visit, { contract }: OwnSeen): Html[] {
  const words = ownWords(visit.lang).sign;
  const open = (contract?.shares ?? []).filter(({ paper, own, signed }) => paper === "convention" && !own && !signed);
  return open.map((one) => html`<p>${words.unsigned(payerSaid(visit, one))}</p>`);
}

/** Signed on the page it is at a distance: the longer of the two. */
function daysToWithdraw({ school }: Visit): number {
  const { withdrawal, awayWithdrawal } = school.money!.agreement;
  return Math.max(withdrawal.days, awayWithdrawal.days);
}

/** Asked once and apart, where training begins within the time to withdraw: neither answer is chosen beforehand. */
function startField(
  seen: OwnSeen,
  words: ReturnType<typeof ownWords>["sign"],
  { lang, today }: Pick<Visit, "lang" | "today">,
) {
  const { startsOn, money } = seen;
  const asked = startsOn > today ? words.start : words.startBegun;
  return choice({
    label: asked(sayDay(startsOn, lang), sayDay(money.ifSigned!.lastDay, lang)),
    hint: words.startHint,
    missing: words.startMissing,
    options: [
      { value: "yes", label: words.startYes },
      { value: "no", label: words.startNo },
    ],
  });
}

function shortHtml(visit: Visit, seen: OwnSeen): Html {
  const { lang, school } = visit;
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
  {
    key: words.stopping,
    value: words.stoppingWhy(daysToWithdraw(visit), school.money?.papers?.earlyEnd?.percent ?? 0),
  },
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
    fields: ({ words }) => ({
      place: choice({ options: PLACES_AFTER.map((value) => ({ value, label: words.renounce.places[value] })) }),
    }),
    go: ({ words }) => ({ label: words.renounce.go, danger: true }),
    beside: ({ visit, words, params }) =>
      linkButton(visit.link(places.own.to(params)), words.renounce.keep, "secondary"),
    confirm: ({ place }, { words, seen, lang }) => ({
      title: words.renounce.title,
      warning: words.renounce.warning[place],
      rows: [
        { key: words.renounce.asked, value: words.renounce.places[place] },
        { key: words.renounce.amount, value: euros(ownShare(seen)?.amount ?? 0, lang) },
        ...(seen.feeAfter ? [{ key: words.renounce.fee, value: seen.feeAfter[lang] }] : []),
      ],
      go: words.renounce.confirm,
      correct: words.renounce.keep,
    }),
    act: renounce,
    showing: ({ seen }) =>
      renouncedLines({
        amount: ownShare(seen)?.amount ?? 0,
        lastDay: seen.contract?.withdrawal?.lastDay ?? null,
        fee: seen.feeAfter,
      }),
    on: { dossier: "place" },
    done: ({ late }, { params }) => places.own.to(params, { fait: late ? "tard" : "renonce" }),
  },
  shown: ({ lang, words, seen, params }, { form }) => {
    const { withdrawal } = seen.contract!;
    return {
      title: words.renounce.title,
      ...(withdrawal && { lead: words.renounce.lead(sayDay(withdrawal.lastDay, lang)) }),
      main: html`${seen.feeAfter && html`<p>${words.withdrawn.fee(seen.feeAfter[lang])}</p>`}${form()}`,
      back: places.own.to(params),
    };
  },
});
