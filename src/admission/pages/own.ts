/** A person's own admission: its state, what to do, what was decided and why. Designed for a telephone. */
import { href, type Html, html } from "../../kit/html.ts";
import { sayDay } from "../../kit/lang.ts";
import { sayWeekday } from "../../kit/moment.ts";
import { mayMove } from "../../act/standing.ts";
import { own } from "../../kit/own.ts";
import { isId, longestOf } from "../../kit/shapes.ts";
import { capital } from "../../kit/typography.ts";
import { endedBy } from "../../documents/pages/refusals.ts";
import { see } from "../../page/acting.ts";
import { formPage } from "../../page/form-page.ts";
import { longText } from "../../page/kinds.ts";
import { linkButton, summaryList } from "../../page/form.ts";
import { layout } from "../../page/layout.ts";
import type { AccountEntries, Page, PageResult, Visit } from "../../page/page.ts";
import { myDossiers } from "../../dossier/views.ts";
import { feeAfterEnd } from "../../dossier/fee-after.ts";
import { followDossier } from "../../dossier/follow-views.ts";
import { underItsLaw } from "../../dossier/pages/holding.ts";
import { withdrawal } from "../../dossier/pages/withdraw.ts";
import { notDone } from "../../dossier/pages/not-done.ts";
import { sentences } from "../../decisions/places/sentences.ts";
import { lodgeAppeal } from "../appeal-acts.ts";
import { acceptPlace, declinePlace, deferPlace, withdrawCandidacy } from "../place-acts.ts";
import type { EligibilityDetails } from "../facts.ts";
import { leavingLines } from "../leaving.ts";
import { afterYes, placeLines, sayAccepted, sayTerms } from "../place-terms.ts";
import { CANDIDACY, type CandidacyMove } from "../rules/candidacy.ts";
import { myCandidacy, type OwnCandidacy } from "../views.ts";
import { seeAdmissionDecisions, type ToldDecision } from "../told.ts";
import { toldLines } from "./decisions.ts";
import { sayAppealed } from "./refusals.ts";
import { dayAt, eligibilityFindings, pathHtml, priceRow, stateTag, typed } from "./parts.ts";
import { figuresHtml } from "./price.ts";
import { places } from "./routes.ts";
import { admissionWords } from "./words.ts";
import { ownAdmissionWords } from "./own-words.ts";

async function ownOf(visit: Visit): Promise<OwnCandidacy | undefined> {
  const { dossier = "", diploma } = visit.params;
  const seen = isId(dossier) ? await see(visit, myCandidacy, { dossier }) : undefined;
  return seen?.intake.diploma === diploma ? seen : undefined;
}

/** The answers by URL segment, with the act of each. */
const ANSWERS = {
  accepter: { move: "accepted", act: acceptPlace },
  refuser: { move: "declined", act: declinePlace },
  reporter: { move: "deferred", act: deferPlace },
  desister: { move: "withdrawn", act: withdrawCandidacy },
} as const satisfies Record<string, { move: CandidacyMove; act: typeof acceptPlace }>;
type Answer = keyof typeof ANSWERS;
const NAMES = Object.keys(ANSWERS) as readonly Answer[];

export const ownPage: Page = {
  name: "dossier-admission",
  path: places.own.path,
  who: "apply",
  view: async (visit): Promise<PageResult> => {
    const seen = await ownOf(visit);
    if (!seen) return { notFound: true };
    const lawfulVisit = underItsLaw(visit, seen.intake);
    const { lang, query } = visit;
    const words = ownAdmissionWords(lang);
    const ended = await endedBy(visit, seen.dossier.id);
    const told = await see(visit, seeAdmissionDecisions, { dossier: seen.dossier.id });
    const main = html`${query.fait !== undefined && html`<p class="ds-alert" data-color="success" tabindex="-1" autofocus>${words.done}</p>`}
<p>${stateTag(seen.state, lang)}</p>
${ended ? html`<div id="contest">${ended}${contesting(visit, seen)}</div>` : appealed(visit, seen)}
${!ended && html`<p>${isCarried(seen) ? admissionWords(lang).candidacy.carriedWhy : html`<strong>${words.lead[seen.state]}</strong>`}</p>`}
${seen.answerBy !== null && html`<p>${words.until(sayDay(seen.answerBy, lang))}</p>`}
${!isCarried(seen) && termsHtml(visit, seen)}
${seen.rank !== null && html`<p>${words.rank(seen.rank)}</p>`}
${keptLines(visit, seen)}
${answers(visit, seen)}
${decided(lawfulVisit, seen, told?.decisions ?? [])}
${!ended && (seen.contest === null ? writing(visit, seen) : html`<div id="contest"><h2>${words.contest}</h2><p>${seen.intake.appeal[lang] || seen.intake.appeal.fr}</p>${contestingHow(visit, seen)}${contesting(visit, seen)}</div>`)}`;
    const back = `/${seen.intake.diploma}/dossier/${seen.dossier.id}`;
    return { html: layout(visit, { title: words.title, main, back }) };
  },
};

/** Already in training when the school began to use this service: no place was offered here. */
function isCarried({ decided: { relief } }: OwnCandidacy): boolean {
  return relief?.details.carried === true;
}

/** What one says yes to, or said yes to, and what follows. */
function termsHtml(visit: Visit, { terms, state }: OwnCandidacy): Html | false {
  if (!terms) return false;
  const { lang, school } = visit;
  // Who pays is said after the yes, and changes the price: from then on it stands on the page of the contract alone.
  if (state === "accepted" && school.money)
    return html`<ul>${sayAccepted(terms).map((line) => html`<li>${line[lang]}</li>`)}</ul><p>${toContract(visit, ownAdmissionWords(lang).toPrice)}</p>`;
  return html`<ul>${sayTerms(terms).map((line) => html`<li>${line[lang]}</li>`)}</ul>${state === "offered" && nothingToday(visit)}${priceHtml(visit, terms)}<p>${afterYes(terms)[lang]}</p>`;
}

function toContract({ params, link }: Visit, words: string): Html {
  const { diploma = "", dossier = "" } = params;
  return html`<a class="ds-link" href="${href(link(`/${diploma}/dossier/${dossier}/contrat`))}">${words}</a>`;
}

function nothingToday({ lang, school }: Visit): Html | false {
  const words = ownAdmissionWords(lang).price;
  return school.money !== undefined && html`<p><strong>${words.nothingToday}</strong> ${words.notBefore}</p>`;
}

/** Where each figure comes from, and who may pay, folded. */
function priceHtml(visit: Visit, { path, estimate }: NonNullable<OwnCandidacy["terms"]>): Html {
  const { lang, school } = visit;
  const words = ownAdmissionWords(lang).price;
  const price = path ? path.price : estimate;
  const others = (price?.payers ?? []).reduce((sum, { amount, own: mine }) => sum + (mine ? 0 : amount), 0);
  const ways = (school.money?.payers ?? []).flatMap(({ steps }) => steps?.label ?? []);
  return html`${price && html`<details class="ds-details"><summary>${words.from}</summary><div>${figuresHtml(visit, { ...price, others, own: price.total - others })}</div></details>`}
${ways.length > 0 && html`<details class="ds-details"><summary>${words.who}</summary><div><p>${words.whoWhy}</p><ul>${ways.map((label) => html`<li>${capital(label[lang])}</li>`)}</ul></div></details>`}`;
}

function answers({ lang, link, params }: Visit, { state, kept }: OwnCandidacy): Html | false {
  const words = ownAdmissionWords(lang);
  const open = NAMES.filter((name) => mayMove(CANDIDACY, ANSWERS[name].move, { state, kept })).filter(
    // An offer is accepted or declined; withdrawing is for other candidates who have or await a place.
    (name) => !(name === "desister" && state === "offered") && !(name === "refuser" && state !== "offered"),
  );
  const { diploma = "", dossier = "" } = params;
  // Nothing is decided yet: the withdrawal of the application can be undone until the closing.
  const to = (answer: Answer) =>
    answer === "desister" && state === "to-decide"
      ? withdrawal.to({ diploma, dossier })
      : places.ownAnswer.to({ diploma, dossier, answer });
  return (
    open.length > 0 &&
    html`<div class="actions">${open.map((answer, at) => linkButton(link(to(answer)), words.answers[answer].button, at === 0 && state === "offered" ? undefined : "secondary"))}</div>`
  );
}

/** The appeal that awaits its answer. */
function appealed({ lang }: Visit, { contest }: OwnCandidacy): Html | false {
  if (!contest || contest.appealedOn === null) return false;
  return html`<p><strong>${sayAppealed(contest, contest.appealedOn, lang)}</strong></p>`;
}

function mayContest({ today }: Visit, { contest }: OwnCandidacy): boolean {
  return contest !== null && contest.appealedOn === null && (contest.by === null || today <= contest.by);
}

/** No decision is contested on this page now: whom to write to, without a promise of a button. */
function writing(
  { lang, link, params }: Visit,
  { decided: { eligibility, relief, listed } }: OwnCandidacy,
): Html | false {
  if (!eligibility && !relief && !listed) return false;
  const words = ownAdmissionWords(lang);
  const { diploma = "", dossier = "" } = params;
  return html`<div id="contest"><p>${words.noContest} <a class="ds-link" href="${href(link(`/${diploma}/dossier/${dossier}/messages`))}">${words.leaveGo}</a></p></div>`;
}

/** The button to contest the decision, until its last day. */
function contesting(visit: Visit, seen: OwnCandidacy): Html | false {
  const { lang, link, params } = visit;
  const { diploma = "", dossier = "" } = params;
  const to = link(places.ownAppeal.to({ diploma, dossier }));
  return (
    mayContest(visit, seen) &&
    html`<div class="actions">${linkButton(to, ownAdmissionWords(lang).ownAppeal.title, "secondary")}</div>`
  );
}

/** Beside a decision that ends nothing: what is asked, and until when. A refusal says so itself. */
function contestingHow({ lang, today }: Visit, { contest }: OwnCandidacy): Html | false {
  const words = ownAdmissionWords(lang);
  if (!contest || contest.appealedOn !== null) return false;
  const { by, says } = contest;
  if (by !== null && today > by) return html`<p>${words.appealOver(sayDay(by, lang))}</p>`;
  return html`${says && html`<p>${says[lang]}</p>`}${by !== null && html`<p>${words.appealBy} <strong>${sayWeekday(by, lang)}</strong>.</p>`}`;
}

/** Why the person can no longer withdraw here, and whom to turn to; or what comes next. */
function keptLines(visit: Visit, { kept, state }: OwnCandidacy): Html[] {
  const { lang, link, params, school } = visit;
  const { leave, leaveGo, renounceGo, toEnrol } = ownAdmissionWords(lang);
  const reasons = new Set(kept.filter(({ does }) => does === "refuses").map(({ says }) => says[lang]));
  if (state === "accepted" && reasons.size > 0) {
    const { diploma = "", dossier = "" } = params;
    const asks = html`<a class="ds-link" href="${href(link(`/${diploma}/dossier/${dossier}/messages`))}">${leaveGo}</a>`;
    return [
      ...[...reasons].map((one) => html`<p>${one} ${asks}</p>`),
      ...(school.money ? [html`<p>${leave} ${toContract(visit, renounceGo)}</p>`] : []),
    ];
  }
  if (state === "accepted" && reasons.size === 0) reasons.add(toEnrol);
  return [...reasons].map((one) => html`<p>${one}</p>`);
}

function decided(visit: Visit, { decided: all, dossier }: OwnCandidacy, told: readonly ToldDecision[]): Html {
  const { lang } = visit;
  const words = admissionWords(lang);
  const ownWords = ownAdmissionWords(lang);
  const { eligibility, relief, listed, appeal } = all;
  const ground = (text: string) =>
    text === "" ? [] : [{ key: words.candidacy.ground, value: typed(text, dossier.language) }];
  const outcome = (name: string) => capital(words.candidacy.outcomes[name] ?? name);
  const language = dossier.language;
  return html`<h2>${ownWords.decision}</h2>
${toldLines(visit, told)}
${
  appeal &&
  html`<h3>${words.candidacy.appeal}</h3>
${summaryList([{ key: dayAt(visit, appeal.at), value: capital(appeal.outcome === "granted" ? words.appeal.grantedPlace : words.appeal.confirmed) }, ...ground(appeal.grounds)], lang)}`
}
${
  listed &&
  html`<h3>${words.commission.short}</h3>
${summaryList([{ key: dayAt(visit, listed.at), value: words.commission.kinds[listed.decision as "admitted"] }, ...ground(listed.grounds)], lang)}`
}
${
  eligibility &&
  html`<h3>${words.candidacy.eligibility}</h3>
${summaryList([{ key: dayAt(visit, eligibility.at), value: outcome(eligibility.details.outcome) }, ...ground(eligibility.details.ground)], lang)}
${isContrary(eligibility.details) && html`<p>${ownWords.contrary}</p>`}
${eligibilityFindings(visit, eligibility.details, language)}`
}
${
  relief &&
  html`<h3>${words.candidacy.relief}</h3>
${summaryList([{ key: relief.details.carried ? sayDay(relief.details.on, lang) : dayAt(visit, relief.at), value: words.candidacy.reliefDecided }, ...ground(relief.details.ground), ...priceRow(visit, relief.details.quote, relief.details.quoteWithout).map((row) => ({ ...row, key: ownWords.priceThen }))], lang)}
${pathHtml(visit, relief.details.pathway, { id: "units", said: language })}
${(relief.details.facts.grants ?? []).length > 0 && html`<div class="actions">${linkButton(visit.link(`${visit.path}/protocole.pdf`), words.candidacy.protocol, "secondary")}</div>`}`
}`;
}

/** The rules answer by what was declared; the school also by what is proved. */
function isContrary({ outcome, answer }: EligibilityDetails): boolean {
  return outcome === "not-eligible" && answer?.outcome === "eligible";
}

export const ownAnswerPage = formPage({
  name: "dossier-admission-reponse",
  route: places.ownAnswer,
  who: "apply",
  timed: true,
  words: ownAdmissionWords,
  seen: async (visit, { answer }) => {
    const seen = own(ANSWERS, answer) ? await ownOf(visit) : undefined;
    if (!seen) return undefined;
    const followed = await see(visit, followDossier, { dossier: seen.dossier.id });
    return { ...seen, fees: feeAfterEnd(followed?.dues ?? [], underItsLaw(visit, seen.intake).law) };
  },
  elsewhere: ({ seen, params }) =>
    params.answer === "desister" && seen.state === "to-decide"
      ? withdrawal.to(params)
      : mayMove(CANDIDACY, ANSWERS[params.answer as Answer].move, seen)
        ? undefined
        : places.own.to(params),
  late: notDone,
  form: {
    go: ({ words, params }) => {
      const { go } = words.answers[params.answer as Answer];
      return params.answer === "accepter" ? go : { label: go, danger: true };
    },
    beside: ({ visit, words, params }) => linkButton(visit.link(places.own.to(params)), words.keep, "secondary"),
    act: ({ params }) => ANSWERS[params.answer as Answer].act,
    showing: ({ seen, params }) => (params.answer === "accepter" && seen.terms ? placeLines(seen.terms) : []),
    done: (_, { params }) => places.own.to(params, { fait: "reponse" }),
    sentences,
    forbidden: ({ params }) => ({ to: places.own.to(params) }),
  },
  shown: ({ visit, words, lang, seen, params }, { form }) => {
    const labels = words.answers[params.answer as Answer];
    const kind = ANSWERS[params.answer as Answer].move;
    const leaves = kind === "accepted" ? [] : leavingLines(kind, seen.state);
    const fees = kind === "declined" || kind === "withdrawn" ? seen.fees : [];
    const lines = [...leaves, ...fees].map((line) => html`<li>${line[lang]}</li>`);
    const until = seen.answerBy === null ? false : html`<p>${words.until(sayDay(seen.answerBy, lang))}</p>`;
    return {
      title: labels.title,
      ...(labels.lead !== "" && { lead: labels.lead }),
      main: html`${until}${params.answer === "accepter" && termsHtml(visit, seen)}${lines.length > 0 && html`<ul>${lines}</ul>`}${form()}`,
      back: places.own.to(params),
    };
  },
});

export const ownAppealPage = formPage({
  name: "dossier-recours",
  route: places.ownAppeal,
  who: "apply",
  words: ownAdmissionWords,
  seen: ownOf,
  elsewhere: ({ visit, seen, params }) => (mayContest(visit, seen) ? undefined : places.own.to(params)),
  late: notDone,
  form: {
    words: "ownAppeal",
    fields: { text: longText({ rows: 10, most: longestOf(lodgeAppeal.form.properties.text) }) },
    act: lodgeAppeal,
    input: ({ text }, { params }) => ({ dossier: params.dossier, text }),
    done: (_, { params }) => places.own.to(params, { fait: "reponse" }),
    on: { dossier: "text" },
    forbidden: ({ params }) => ({ to: places.own.to(params) }),
  },
  shown: ({ words, lang, seen, params }, { form }) => {
    const { title, lead } = words.ownAppeal;
    const { by = null, dayOff = null } = seen.contest ?? {};
    const until =
      by !== null &&
      html`<p>${words.appealBy} <strong>${sayWeekday(by, lang)}</strong>.${dayOff && html` ${dayOff[lang]}`}</p>`;
    return { title, lead, main: html`${until}${form()}`, back: places.own.to(params) };
  },
});

/** A candidate's account entry once a decision was taken, with the deadline to answer. */
export const ownEntries: AccountEntries = async (visit) => {
  const { lang } = visit;
  const words = ownAdmissionWords(lang);
  const { dossiers } = (await see(visit, myDossiers, {})) ?? { dossiers: [] };
  const entries = [];
  for (const { id, intakeFacts } of dossiers) {
    const seen = await see(visit, myCandidacy, { dossier: id });
    if (!seen) continue;
    const to = places.own.to({ diploma: intakeFacts.diploma, dossier: id });
    const waiting = seen.answerBy === null ? undefined : words.entryAnswer(sayDay(seen.answerBy, lang));
    entries.push({ part: "mine" as const, to, label: words.entry, why: words.lead[seen.state], waiting });
  }
  return entries;
};
