/** Announcements that fit no charge, or that undo a payment at the provider's. A person settles each. */
import { href, type Html, html } from "../../../kit/html.ts";
import { sayForeign } from "../../../kit/lang.ts";
import { capital } from "../../../kit/typography.ts";
import { dayIn } from "../../../kit/zone.ts";
import { may } from "../../../act/permissions.ts";
import { formPage } from "../../../page/form-page.ts";
import { text } from "../../../page/kinds.ts";
import { route } from "../../../page/route.ts";
import { see } from "../../../page/acting.ts";
import { summaryList, table } from "../../../page/form.ts";
import type { Page, Visit } from "../../../page/page.ts";
import { ownNotice } from "../../charges/pages/charge.ts";
import { charge, day, money, office, officeFrame } from "../../charges/pages/parts.ts";
import { sayOnlineRefund } from "../../charges/words.ts";
import type { OnlineRefundState } from "../../rules/online-refund.ts";
import { settleOnlineEvent } from "../acts.ts";
import { listWaitingEvents } from "../views.ts";
import { onlineWords, type Why } from "./words.ts";

const waiting = route("/finances/en-ligne");
export const settling = route("/finances/en-ligne/:event");

type Waiting = {
  readonly id: string;
  readonly session: string;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly outcome: string;
  readonly receivedAt: string;
  readonly charge: string | null;
  readonly reference: string | null;
  /** About one's own charge: a colleague must settle it. */
  readonly own: boolean;
};

function sum({ amount, currency }: Waiting, { lang }: Visit): string {
  return amount === null || currency === null ? "–" : sayForeign(amount, currency, lang);
}

const sayReceived = ({ receivedAt }: Waiting, { lang, school }: Visit) =>
  day(dayIn(new Date(receivedAt), school.timezone), lang);

export const waitingPage: Page = {
  name: "finances-en-ligne",
  path: waiting.path,
  who: "see the accounts",
  view: async (visit) => {
    const words = onlineWords(visit.lang);
    const { events, refunds } = (await see(visit, listWaitingEvents, {})) ?? { events: [], refunds: [] };
    const list = table({
      id: "waiting",
      caption: words.caption,
      head: words.head,
      rows: events.map((event) => [
        html`<a class="ds-link code whole" href="${href(visit.link(settling.to({ event: event.id })))}">${event.session}</a>`,
        sayReceived(event, visit),
        sum(event, visit),
        words.why[event.outcome as Why].short,
      ]),
      numeric: [2],
      stacks: true,
    });
    const main = html`${visit.query.fait === "deja" && html`<p class="ds-alert" data-color="warning" tabindex="-1" autofocus>${words.already}</p>`}
${events.length === 0 ? html`<p>${words.none}</p>` : list}
<h2>${words.refunds}</h2>
${refundsOf(visit, refunds)}`;
    return office(visit, { title: words.title, lead: words.lead, main, back: "/finances" });
  },
};

type Refund = {
  readonly charge: string;
  readonly reference: string;
  readonly askedAt: string;
  readonly amount: number;
  readonly state: OnlineRefundState;
  /** The provider reports nothing more about it. */
  readonly stuck: boolean;
};

function refundsOf(visit: Visit, refunds: readonly Refund[]): Html {
  const { lang, school } = visit;
  const words = onlineWords(lang);
  if (refunds.length === 0) return html`<p>${words.refundsNone}</p>`;
  const { payments, demo } = visit.world;
  const asked = payments?.(school.establishment) !== undefined;
  const stuck = !demo && !asked && refunds.some((one) => one.stuck);
  return html`<p>${words.refundsLead}</p>
${stuck && html`<p class="ds-alert" data-color="warning">${words.refundsStuck}</p>`}
${table({
  id: "refunds",
  caption: words.refundsCaption,
  head: words.refundsHead,
  rows: refunds.map(({ charge: id, reference, askedAt, amount, state, ...refund }) => [
    html`<a class="ds-link exact" href="${href(visit.link(charge.to({ charge: id })))}">${reference}</a>`,
    day(dayIn(new Date(askedAt), school.timezone), lang),
    money(amount, lang),
    html`${capital(sayOnlineRefund(state, lang))}${asked && refund.stuck && html` <span class="ds-tag" data-color="warning">${words.lapsed}</span>`}`,
  ]),
  numeric: [2],
  stacks: true,
})}`;
}

/** A colleague was quicker: the list says so. */
const SETTLED = { to: waiting.to({}, { fait: "deja" }) };

export const settlePage = formPage({
  name: "finances-en-ligne-classer",
  route: settling,
  who: "see the accounts",
  words: onlineWords,
  seen: async (visit, { event }) => {
    const { events } = (await see(visit, listWaitingEvents, {})) ?? { events: [] };
    return events.find(({ id }) => id === event);
  },
  // For a form submitted about an event already settled.
  missing: ({ request, link }) => (request.method === "POST" ? { redirect: link(SETTLED.to) } : { notFound: true }),
  form: {
    fields: { reason: text() },
    act: settleOnlineEvent,
    done: () => waiting.to(),
    forbidden: () => SETTLED,
  },
  shown: ({ visit, words, seen }, { form }) => {
    const charged =
      seen.charge !== null &&
      html`<a class="ds-link" href="${href(visit.link(charge.to({ charge: seen.charge })))}">${seen.reference}</a>`;
    const rows = [
      { key: words.page, value: html`<span class="code whole">${seen.session}</span>` },
      { key: words.day, value: sayReceived(seen, visit) },
      { key: words.amount, value: sum(seen, visit) },
      { key: words.whyKey, value: words.why[seen.outcome as Why].long },
      ...(charged ? [{ key: words.charge, value: charged }] : []),
    ];
    const main = html`${summaryList(rows, visit.lang)}
${seen.own ? ownNotice(visit) : may(visit.actor, "keep the accounts") && form()}`;
    return { title: words.settle, main, back: waiting.to() };
  },
  frame: officeFrame,
});
