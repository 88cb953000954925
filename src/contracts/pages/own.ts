/** The person's own contract, by where they stand: the price and who pays, the contract to sign, or the payments. */
import { html } from "../../kit/html.ts";
import { sayDay } from "../../kit/lang.ts";
import { formPage } from "../../page/form-page.ts";
import { linkButton } from "../../page/form.ts";
import type { Visit } from "../../page/page.ts";
import { sayWhoPays } from "../acts.ts";
import { originFold, sharesNow } from "./own-origin.ts";
import { euros, folds, ownFrame, ownSeen, type OwnSeen, headed, ownPaper, ownShare, standingOf } from "./own-parts.ts";
import { othersNow, statusField } from "./own-payers.ts";
import { paymentsHtml } from "./own-payments.ts";
import { changeLink, feeOwedHtml, priceHtml } from "./own-price.ts";
import { ownWords } from "./own-words.ts";
import { places } from "./places.ts";

const WAY = "/mon-parcours";

export const ownContractPage = formPage({
  name: "dossier-contrat",
  route: places.own,
  who: "agree on one’s training",
  words: ownWords,
  frame: ownFrame,
  seen: ownSeen,
  form: {
    words: "price",
    fields: ({ lang, seen }) => ({ ...(seen.status === null && { status: statusField(lang, seen) }) }),
    go: ({ visit, words, seen }) =>
      standingOf(seen, visit.today) === "free" ? words.free.go : signsNext(seen) ? words.price.go : words.price.goOn,
    beside: ({ visit, seen }) => (standingOf(seen, visit.today) !== "free" && changeLink(visit, seen)) || html``,
    act: sayWhoPays,
    input: ({ status }, { params, seen }) => ({
      dossier: params.dossier,
      ...(status !== undefined && { status }),
      others: othersNow(seen) ?? [],
    }),
    on: { dossier: "status", others: "status" },
    done: ({ own }, { params }) => (own > 0 ? places.ownSign.to(params) : places.own.to(params, { fait: "paie" })),
  },
  shown: ({ visit, lang, words, seen }, { form }) => {
    const shown = (title: string, main: ReturnType<typeof html>) => ({ title, main, back: WAY });
    const toWay = html`<p>${linkButton(visit.link(WAY), words.toWay, "secondary")}</p>`;
    const plainly = (title: string, why: ReturnType<typeof html>) =>
      shown(title, html`${headed(lang, { title, under: why })}${toWay}`);
    switch (standingOf(seen, visit.today)) {
      case "over": {
        const { over } = words;
        const { total, parts } = sharesNow(visit, seen);
        const mine = parts.find(({ own }) => own)?.amount ?? 0;
        const paid = seen.money.schedule?.paid ?? 0;
        const left = Math.max(0, mine - paid);
        const price = total > 0 && html`<p>${over.left(euros(total, lang), euros(left, lang))}</p>`;
        return shown(
          over.title,
          html`${headed(lang, { title: over.title, under: html`${over.why}` })}${price}${folds([originFold(visit, seen)])}${toWay}`,
        );
      }
      case "no-place":
        return plainly(words.noPlace.title, html`${words.noPlace.why}`);
      case "no-price":
        return plainly(words.price.unknown, html`${words.price.unknownWhy}`);
      case "free": {
        const { free, after } = words;
        const origin = originFold(visit, seen);
        const next = seen.enrolment === null && html`<p>${free.next}</p>`;
        const asked = seen.status === null && seen.accepted && html`<p>${free.why}</p>${form()}`;
        return shown(
          after.nothing,
          html`${headed(lang, { title: after.nothing, under: html`${after.nothingLeft}` })}${next}${seen.fee && seen.fee.owed > 0 && feeOwedHtml(visit, seen.fee.owed)}${asked}${folds([origin])}${toWay}`,
        );
      }
      case "withdrawn": {
        const { title, on, proof, place, fee } = words.withdrawn;
        const { renounced } = seen;
        return shown(
          title,
          html`${headed(lang, { title, under: html`${on(sayDay(renounced!.on, lang))}` })}<p>${proof}</p>${renounced!.place === "given-up" && html`<p>${place}</p>`}${renounced!.fee && html`<p>${fee(renounced!.fee[lang])}</p>`}${seen.fee && seen.fee.owed > 0 && feeOwedHtml(visit, seen.fee.owed)}${toWay}`,
        );
      }
      case "price":
        return shown(words.price.title, priceHtml(visit, seen, { form: saying(visit, seen, form) }));
      case "sign":
        return shown(words.price.title, priceHtml(visit, seen, { form: false }));
      default:
        return { ...shown(...paymentsHtml(visit, seen, toWay)) };
    }
  },
});

/** Whether the person then has a contract to sign. */
function signsNext(seen: OwnSeen): boolean {
  return ownPaper(seen) !== undefined || (ownShare(seen)?.amount ?? seen.priced?.own ?? 0) > 0;
}

/** What stands can be agreed to as it is, or must first be said. */
function saying(visit: Visit, seen: OwnSeen, form: () => ReturnType<typeof html>) {
  if (othersNow(seen)) return form();
  const { diploma, dossier } = seen;
  return html`<div class="bottom">${linkButton(visit.link(places.ownWhoPays.to({ diploma, dossier })), ownWords(visit.lang).price.sayWho)}</div>`;
}
