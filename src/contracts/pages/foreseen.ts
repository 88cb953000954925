/** Before and after a change of who pays, or of a training: read before it is noted. */
import { type Html, html } from "../../kit/html.ts";
import { type Lang, sayDay, sayList, sayMoney } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";
import type { BeforeChange } from "../../page/before-change.ts";
import { see } from "../../page/acting.ts";
import { table } from "../../page/form.ts";
import type { Visit } from "../../page/page.ts";
import { isEnrolmentFact } from "../../training/rules/enrolment.ts";
import { type foreseeFirstShares, foreseeGrant, foreseeHours, foreseeTraining } from "../foreseen-views.ts";
import { foreseenWords } from "./foreseen-words.ts";
import { calledIn } from "./parts.ts";

export type First = NonNullable<Awaited<ReturnType<typeof foreseeFirstShares.read>>>;

/** Said for the first time: there is nothing before. */
export function firstHtml(lang: Lang, { price, shares }: First): Html {
  const words = foreseenWords(lang);
  return table({
    id: "first",
    caption: words.firstCaption,
    head: [words.payer, words.amount],
    rows: shares.map(({ label, called, amount }) => [calledIn(lang, { label, called }), sayMoney(amount, lang)]),
    foot: [words.price, sayMoney(price, lang)],
    numeric: [1],
    stacks: true,
  });
}

/**
 * The price is that of the hours, less a discount on what the person pays themselves: another payer changes it, which is said with its
 * reason. `anew`: the hours behind the two prices are not the same.
 */
export function priceChange(
  lang: Lang,
  { before, after, anew }: { readonly before: number; readonly after: number; readonly anew: boolean },
): Html | false {
  if (before === after) return false;
  const words = foreseenWords(lang);
  const [was, then, by] = [before, after, Math.abs(after - before)].map((cents) => sayMoney(cents, lang)) as [
    string,
    string,
    string,
  ];
  const said = anew
    ? words.priceAnew(was, then)
    : after > before
      ? words.priceRises(was, then, by)
      : words.priceFalls(was, then, by);
  return html`<p class="ds-alert" data-color="${after > before ? "warning" : "info"}">${said}</p>`;
}

/** Names typed by hand of payers that the register has: what is noted so is not on their list. */
export function inRegister(
  others: readonly { readonly named?: string; readonly payer?: string }[],
  registered: readonly { readonly name: string }[],
): string[] {
  const plain = (name: string) =>
    name
      .normalize("NFD")
      .toUpperCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, "");
  const typed = new Set(
    others.flatMap(({ named = "", payer }) => (payer === undefined && named !== "" ? [plain(named)] : [])),
  );
  return registered.map(({ name }) => name).filter((name) => typed.has(plain(name)));
}

export type Foreseen = NonNullable<Awaited<ReturnType<typeof foreseeGrant.read>>>;

export function foreseenHtml(lang: Lang, { before, after, again, paused }: Foreseen): Html {
  const words = foreseenWords(lang);
  const said = (cents: number) => sayMoney(cents, lang);
  const sources = [...new Set([...before.payers, ...after.payers].map(({ source }) => source))];
  const of = (side: Foreseen["before"], source: string) => side.payers.find((one) => one.source === source);
  const sum = (side: Foreseen["before"]) => side.payers.reduce((all, { total }) => all + total, 0);
  const named = (source: string) => calledIn(lang, (of(after, source) ?? of(before, source))!);
  const credits = after.payers.filter(({ credit }) => credit > 0);
  const refunds = after.payers.filter(({ refund }) => refund > 0);
  const toCome = after.payers.flatMap((one) => one.toCome.map((each) => ({ ...each, who: calledIn(lang, one) })));
  const corrected = (payers: Foreseen["after"]["payers"], amount: "credit" | "refund") =>
    sayList(
      payers.map((one) => `${said(one[amount])} (${calledIn(lang, one)})`),
      lang,
    );
  return html`${table({
    id: "foreseen",
    caption: words.caption,
    head: [words.payer, words.before, words.after],
    rows: sources.map((source) => [
      named(source),
      said(of(before, source)?.total ?? 0),
      said(of(after, source)?.total ?? 0),
    ]),
    foot: [words.sum, said(sum(before)), said(sum(after))],
    numeric: [1, 2],
    stacks: true,
  })}
${paused && html`<p><strong>${words.paused}</strong></p>`}
${
  again.length > 0 &&
  html`<p class="ds-alert" data-color="warning">${words.again(
    sayList(
      again.map((label) => capital(label[lang])),
      lang,
    ),
  )}</p>`
}
${credits.length > 0 && html`<p>${words.credit(corrected(credits, "credit"))}</p>`}
${refunds.length > 0 && html`<p>${words.refund(corrected(refunds, "refund"))}</p>`}
${
  toCome.length > 0 &&
  !paused &&
  html`<details class="ds-details"><summary>${words.toCome(toCome.length)}</summary><div>${table({
    id: "to-come",
    caption: words.toComeCaption,
    head: [words.due, words.payer, words.amount],
    rows: toCome
      .toSorted((a, b) => (a.due === b.due ? 0 : a.due < b.due ? -1 : 1))
      .map(({ due, who, amount }) => [sayDay(due, lang), who, said(amount)]),
    numeric: [2],
    stacks: true,
  })}</div></details>`
}`;
}

/** Before a training is interrupted, ended or taken up again, or hours are decided anew: what is then owed. */
export const beforeChange: BeforeChange = async (visit, change) => {
  const seen = change.of === "training" ? await ofTraining(visit, change) : await ofHours(visit, change);
  return seen && html`<h2>${foreseenWords(visit.lang).money}</h2>${foreseenHtml(visit.lang, seen)}`;
};

type Change = Parameters<BeforeChange>[1];

async function ofTraining(visit: Visit, { enrolment, kind, on, cohort }: Extract<Change, { readonly of: "training" }>) {
  if (!isEnrolmentFact(kind)) return undefined;
  return see(visit, foreseeTraining, { enrolment, kind, on, ...(cohort !== undefined && { cohort }) });
}

async function ofHours(visit: Visit, { dossier, grants, held }: Extract<Change, { readonly of: "hours" }>) {
  return see(visit, foreseeHours, { dossier, held: [...held], ...(grants && { grants: [...grants] }) });
}
