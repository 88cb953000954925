/** Who pays what of the price today, and where each figure comes from. */
import { href, html } from "../../kit/html.ts";
import { sayDay } from "../../kit/lang.ts";
import { figuresHtml } from "../../admission/pages/price.ts";
import type { Visit } from "../../page/page.ts";
import { admissionOf, type Fold, type OwnSeen, payerSaid } from "./own-parts.ts";
import { ownWords } from "./own-words.ts";

export type Part = {
  readonly says: string;
  readonly amount: number;
  readonly look: "other" | "less" | "own";
  readonly own?: true;
};

/** Who pays what today: as the answers of funds leave it, as agreed, or as the person said in the application. */
export function sharesNow(visit: Visit, { contract, priced, money }: OwnSeen) {
  const words = ownWords(visit.lang).price;
  const { anew } = money;
  const gross = (money.priced?.lines ?? []).reduce((sum, { amount }) => sum + amount, 0);
  const total = anew?.total ?? contract?.price ?? priced?.total ?? 0;
  const discount = Math.max(0, gross - total);
  const shares = contract?.shares ?? (priced?.shares ?? []).map((one) => ({ ...one, called: null, platform: false }));
  const now = new Map(anew?.others.map(({ source, amount }) => [source, amount]));
  const others = shares
    .filter(({ own }) => !own)
    .map((one): Part => ({ says: payerSaid(visit, one), amount: now.get(one.source) ?? one.amount, look: "other" }))
    .filter(({ amount }) => amount > 0);
  const mine = shares.find(({ own }) => own);
  const parts: Part[] = [
    ...others,
    ...(discount > 0
      ? [{ says: words.discount(visit.law.school.price.selfFunding?.value), amount: discount, look: "less" } as const]
      : []),
    {
      says: mine?.platform ? words.youThere : words.you,
      amount: anew?.own ?? mine?.amount ?? 0,
      look: "own",
      own: true,
    },
  ];
  return { total, discount, parts };
}

/** « D’où viennent ces montants »: from the whole training to what the person pays, and the fee apart; then the reasons, as they were said. */
export function originFold(visit: Visit, seen: OwnSeen): Fold | false {
  const { lang, link } = visit;
  const words = ownWords(lang).price;
  const { money, fee } = seen;
  const { priced } = money;
  if (!priced) return false;
  const { discount, parts } = sharesNow(visit, seen);
  const sum = (looks: readonly Part["look"][]) =>
    parts.reduce((total, { amount, look }) => total + (looks.includes(look) ? amount : 0), 0);
  const [others, own] = [sum(["other"]), sum(["own"])];
  const figures = figuresHtml(visit, { whole: priced.whole, others, discount, own, fee: fee?.total ?? 0 });
  const { reasons, decidedOn } = priced;
  const to = link(admissionOf({ diploma: seen.diploma, dossier: seen.dossier }));
  return {
    says: words.from,
    html: html`${figures}
${reasons.length > 0 && html`<ul>${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>`}
${decidedOn !== null && html`<p>${words.decided(sayDay(decidedOn, lang))} <a class="ds-link" href="${href(to)}">${words.decision}</a></p>`}`,
  };
}
