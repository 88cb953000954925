/** What providers tell that fits no charge, or undoes a payment at their own place. A person sees to each. */
import { href, type Html, html } from "../../../kit/html.ts";
import { sayForeign } from "../../../kit/lang.ts";
import { capital } from "../../../kit/typography.ts";
import { dayIn } from "../../../kit/zone.ts";
import { may } from "../../../people/rules/permissions.ts";
import { act, see } from "../../../web/acting.ts";
import { button, errorSummary, form, summaryList, table, textField } from "../../../web/form.ts";
import { NO_FORM, type Page, type PageResult, type Visit } from "../../../web/page.ts";
import { ownNotice } from "../../charges/pages/charge.ts";
import { day, money, office, readSent, type Sent } from "../../charges/pages/parts.ts";
import { sayOnlineRefund } from "../../charges/words.ts";
import type { OnlineRefundState } from "../../rules/online-refund.ts";
import { settleOnlineEvent } from "../acts.ts";
import { listWaitingEvents } from "../views.ts";
import { onlineWords, type Why } from "./words.ts";

type Waiting = {
  readonly id: string;
  readonly session: string;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly outcome: string;
  readonly receivedAt: string;
  readonly charge: string | null;
  readonly reference: string | null;
  /** About what one owes oneself: somebody else sees to it. */
  readonly own: boolean;
};

async function waitingOf(visit: Visit): Promise<readonly Waiting[]> {
  return (await see(visit, listWaitingEvents, {}))?.events ?? [];
}

function sum({ amount, currency }: Waiting, { lang }: Visit): string {
  return amount === null || currency === null ? "–" : sayForeign(amount, currency, lang);
}

const told = ({ receivedAt }: Waiting, { lang, school }: Visit) =>
  day(dayIn(new Date(receivedAt), school.timezone), lang);

export const waitingPage: Page = {
  name: "finances-en-ligne",
  path: "/finances/en-ligne",
  who: "see the accounts",
  view: async (visit) => {
    const words = onlineWords(visit.lang);
    const { events, refunds } = (await see(visit, listWaitingEvents, {})) ?? { events: [], refunds: [] };
    const list = table({
      id: "waiting",
      caption: words.caption,
      head: words.head,
      rows: events.map((one) => [
        html`<a class="ds-link code whole" href="${href(visit.link(`/finances/en-ligne/${one.id}`))}">${one.session}</a>`,
        told(one, visit),
        sum(one, visit),
        words.why[one.outcome as Why].short,
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
  /** Nothing more is heard of it. */
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
  rows: refunds.map(({ charge, reference, askedAt, amount, state, ...one }) => [
    html`<a class="ds-link exact" href="${href(visit.link(`/finances/frais/${charge}`))}">${reference}</a>`,
    day(dayIn(new Date(askedAt), school.timezone), lang),
    money(amount, lang),
    html`${capital(sayOnlineRefund(state, lang))}${asked && one.stuck && html` <span class="ds-tag" data-color="warning">${words.lapsed}</span>`}`,
  ]),
  numeric: [2],
  stacks: true,
})}`;
}

/** Somebody else was quicker: the list says so. */
const SETTLED = "/finances/en-ligne?fait=deja";

export const settlePage: Page = {
  name: "finances-en-ligne-classer",
  path: "/finances/en-ligne/:event",
  who: "see the accounts",
  view: async (visit) => {
    const found = (await waitingOf(visit)).find(({ id }) => id === visit.params.event);
    return found ? shown(visit, found, readSent(NO_FORM, visit.lang)) : { notFound: true };
  },
  submit: async (visit, posted) => {
    const found = (await waitingOf(visit)).find(({ id }) => id === visit.params.event);
    if (!found) return { redirect: visit.link(SETTLED) };
    const sent = readSent(posted, visit.lang);
    const reason = sent.needed("reason", onlineWords(visit.lang).reasonFault);
    if (sent.errors.length > 0) return shown(visit, found, sent);
    if (found.own) return shown(visit, found, sent);
    const outcome = await act(visit, settleOnlineEvent, { event: found.id, reason }, { sent: posted });
    if (outcome.kind === "done") return { redirect: visit.link("/finances/en-ligne") };
    if (outcome.kind === "invalid") sent.add(outcome.issues);
    const waits = (await waitingOf(visit)).some(({ id }) => id === found.id);
    return waits ? shown(visit, found, sent) : { redirect: visit.link(SETTLED) };
  },
};

function shown(visit: Visit, one: Waiting, sent: Sent): PageResult {
  const { lang } = visit;
  const words = onlineWords(lang);
  const { errors } = sent;
  const rows = [
    { key: words.page, value: html`<span class="code whole">${one.session}</span>` },
    { key: words.day, value: told(one, visit) },
    { key: words.amount, value: sum(one, visit) },
    { key: words.whyKey, value: words.why[one.outcome as Why].long },
    ...(one.charge === null
      ? []
      : [
          {
            key: words.charge,
            value: html`<a class="ds-link" href="${href(visit.link(`/finances/frais/${one.charge}`))}">${one.reference}</a>`,
          },
        ]),
  ];
  const reason = textField({
    name: "reason",
    label: words.reason,
    hint: words.reasonHint,
    value: sent.text("reason"),
    errors,
    lang,
  });
  const main = html`${errorSummary(errors, lang)}
${summaryList(rows, lang)}
${one.own ? ownNotice(visit) : may(visit.actor, "keep the accounts") && form(visit, html`${reason}${button(words.go)}`)}`;
  return office(visit, { title: words.settle, main, back: "/finances/en-ligne", errors });
}
