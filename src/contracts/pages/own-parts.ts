/** What the person's own pages of a contract share: what they read, where the person stands, and how amounts and names are said. */
import { type Html, html } from "../../kit/html.ts";
import { addDays, type Day } from "../../kit/day.ts";
import { type Lang, sayDay, sayEuros } from "../../kit/lang.ts";
import { isId } from "../../kit/shapes.ts";
import { capital } from "../../kit/typography.ts";
import { places as admissionPlaces } from "../../admission/pages/routes.ts";
import { myCharges } from "../../billing/charges/views.ts";
import { see } from "../../page/acting.ts";
import type { Framed } from "../../page/declared.ts";
import { layout } from "../../page/layout.ts";
import type { Visit } from "../../page/page.ts";
import { seeOwnMoney } from "../own-views.ts";
import { contractChain } from "../rules/facts.ts";
import { seeOwnContract } from "../views.ts";
import { ownWords } from "./own-words.ts";

export type OwnSeen = NonNullable<Awaited<ReturnType<typeof ownSeen>>>;
type Contract = NonNullable<OwnSeen["contract"]>;
export type OwnShare = Contract["shares"][number];

export async function ownSeen(
  visit: Visit,
  { dossier, diploma }: { readonly dossier: string; readonly diploma: string },
) {
  const asked = { dossier, language: visit.lang };
  const seen = isId(dossier) ? await see(visit, seeOwnContract, asked) : undefined;
  const money = seen?.diploma === diploma ? await see(visit, seeOwnMoney, asked) : undefined;
  return seen && money ? { ...seen, money, fee: await feeOf(visit, seen) } : undefined;
}

/** The selection fee of this person, which is no part of the price. */
async function feeOf(visit: Visit, { number, dossier }: { readonly number: string; readonly dossier: string }) {
  const { charges = [] } = (await see(visit, myCharges, {})) ?? {};
  const fees = charges.filter(({ called, about }) => called === number && about !== contractChain(dossier));
  const left = fees.filter(({ state }) => state !== "waived" && state !== "refunded");
  const total = left.reduce((sum, one) => sum + one.total, 0);
  const owed = left.reduce((sum, { balance }) => sum + Math.max(0, balance), 0);
  return total === 0 ? undefined : { total, owed };
}

/** The person's contract among the papers, if they sign one. */
export function ownPaper({ contract }: OwnSeen) {
  return contract?.papers.find(({ paper }) => paper === "contract");
}
export function ownShare({ contract }: OwnSeen): OwnShare | undefined {
  return contract?.shares.find(({ own }) => own);
}

/** Where the person stands: each has a heading of its own. */
export type Standing = "no-place" | "no-price" | "free" | "price" | "sign" | "after" | "withdrawn" | "over";

export function standingOf(seen: OwnSeen, today: Day): Standing {
  const standing = concludingOf(seen);
  // A person whose training is over is asked nothing of a contract that was left open: the office settles it.
  const { enrolment, cohort } = seen;
  const over = enrolment !== null && cohort !== null && cohort.endsOn < today;
  return over && (standing === "no-price" || standing === "price" || standing === "sign") ? "over" : standing;
}

function concludingOf(seen: OwnSeen): Standing {
  const { contract, state, accepted } = seen;
  const signed = ownShare(seen)?.signed;
  if (state === "withdrawn") return "withdrawn";
  if (!accepted && !signed) return "no-place";
  if (!seen.priced && !contract) return "no-price";
  if (!contract && seen.priced?.total === 0) return "free";
  if (!contract || contract.undone || contract.short.length > 0 || contract.outdated) return "price";
  return ownPaper(seen) && !signed ? "sign" : "after";
}

/** May the person still withdraw: while the time runs, or has not begun because the school has not signed. */
export function mayRenounce({ today }: Visit, seen: OwnSeen): boolean {
  const { withdrawal = null } = seen.contract ?? {};
  const open = seen.state === "to-conclude" || seen.state === "concluded" || seen.state === "unsaid";
  return (
    ownShare(seen)?.signed != null &&
    !seen.contract!.undone &&
    open &&
    (withdrawal === null || today <= withdrawal.lastDay)
  );
}

/** « Votre employeur, Les Amandiers » : as the way of funding is named to a person, and its name where one is known. */
export function payerSaid(
  { lang, school }: Pick<Visit, "lang" | "school">,
  { source, label, called = null }: Pick<OwnShare, "source" | "label"> & { readonly called?: string | null },
): string {
  const { steps } = school.money?.payers.find(({ payer }) => payer === source) ?? {};
  const what = capital((steps?.yours ?? label)[lang]);
  return called === null ? what : ownWords(lang).price.named(what, called);
}

export function euros(cents: number, lang: Lang): string {
  return sayEuros(cents, lang);
}

/** The page says its own heading, under its place among the three steps. */
export function ownFrame(visit: Visit, { summary, told, main, title, error, back }: Framed): Html {
  const own = main.text.includes("<h1");
  return layout(visit, {
    title,
    error,
    ...(back !== undefined && { back }),
    main: html`${summary}${told}${!own && html`<h1>${title}</h1>`}${main}`,
  });
}

export function headed(lang: Lang, { at, title, under }: { at?: 1 | 2 | 3; title: string; under?: Html }): Html {
  const words = ownWords(lang);
  const name = at && [words.steps.price, words.steps.contract, words.steps.payments][at - 1]!;
  return html`<div>${at && html`<p class="steps-of">${words.step(at, name!)}</p>`}<h1>${title}</h1>${under && html`<p class="under">${under}</p>`}</div>`;
}

export type Fact = { readonly key: string; readonly value: Html | string };

export function asked(facts: readonly (Fact | false | undefined)[]): Html {
  const shown = facts.filter((one): one is Fact => one !== false && one !== undefined);
  return html`<dl class="asked">${shown.map(({ key, value }) => html`<div><dt>${key}</dt><dd>${value}</dd></div>`)}</dl>`;
}

export type Fold = { readonly says: string; readonly html: Html; readonly open?: boolean };

export function folds(all: readonly (Fold | false | undefined)[]): Html | false {
  const shown = all.filter((one): one is Fold => one !== false && one !== undefined);
  return (
    shown.length > 0 &&
    html`<div class="folds">${shown.map(({ says, html: content, open }) => html`<details class="ds-details"${open && html` open`}><summary>${says}</summary><div>${content}</div></details>`)}</div>`
  );
}

/** The ways to have another pay, each step by step, and where it is too late for this course. */
export function stepsOf(visit: Visit, startsOn: Day, sources?: readonly string[]): Fold[] {
  const { lang, school } = visit;
  const words = ownWords(lang).price;
  return (school.money?.payers ?? []).flatMap(({ payer, steps }) => {
    if (!steps || (sources !== undefined && !sources.includes(payer))) return [];
    const asked = askedBy(visit, payer, startsOn);
    const says = sources === undefined ? capital(steps.label[lang]) : words.how(steps.label[lang]);
    const list = html`<ol class="numbered">${steps.does.map((step) => html`<li>${step[lang]}</li>`)}</ol>`;
    return [{ says, html: html`${asked && html`<p><strong>${asked.says}</strong></p>`}${list}` }];
  });
}

/** By its own delay, as the school's file says it: until when this payer is asked for a course that starts on a day. */
export function askedBy(
  { lang, school, today }: Pick<Visit, "lang" | "school" | "today">,
  source: string,
  startsOn: Day,
): { readonly says: string; readonly tooLate: boolean } | undefined {
  const { steps } = school.money?.payers.find(({ payer }) => payer === source) ?? {};
  if (steps?.ahead === undefined) return undefined;
  const words = ownWords(lang).price;
  const last = addDays(startsOn, -steps.ahead);
  const tooLate = last < today;
  const said = tooLate ? words.tooLate : words.askedBy;
  return { says: said(sayDay(last, lang), sayDay(startsOn, lang)), tooLate };
}

export const admissionOf = (at: { readonly diploma: string; readonly dossier: string }) => admissionPlaces.own.to(at);
