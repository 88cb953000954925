/** The office's list of mails, and each of them: what was written, to whom, and what became of it. */
import { href, type Html, html } from "../../../kit/html.ts";
import { sayInstant } from "../../../kit/instant.ts";
import { may } from "../../../people/rules/permissions.ts";
import { act, fieldErrors, see } from "../../../web/acting.ts";
import { button, errorSummary, type FieldError, form, summaryList, table, textField } from "../../../web/form.ts";
import { layout } from "../../../web/layout.ts";
import type { AccountEntries, Page, PageResult, Visit } from "../../../web/page.ts";
import { placeAbout } from "../../../about-places.ts";
import { recordBounce, resendMail } from "../acts.ts";
import { listMails, openMail, seeUnreached } from "../views.ts";
import { MAIL_STATES, type MailState } from "../rules/states.ts";
import { MAIL_PROBLEM_WORDS, MAIL_STATE_WORDS } from "../words.ts";
import { officeMailWords } from "./words.ts";

const PAGE = 50;

export const officeMailEntries: AccountEntries = async (visit) => {
  if (!may(visit.actor, "see the mail")) return [];
  const words = officeMailWords[visit.lang];
  const { count } = (await see(visit, seeUnreached, {})) ?? { count: 0 };
  const waiting = count > 0 ? words.entryWaiting(count) : undefined;
  return [{ part: "work", to: "/courriels", label: words.entry, why: words.entryWhy, waiting }];
};

const officeMailsPage: Page = {
  name: "courriels",
  path: "/courriels",
  who: "see the mail",
  view: async (visit): Promise<PageResult> => {
    const { lang, query } = visit;
    const words = officeMailWords[lang];
    const state = MAIL_STATES.find((one) => one === query.etat);
    const page = /^\d{1,4}$/.test(query.page ?? "") ? Number(query.page) : 0;
    const seen = await see(visit, listMails, { ...(state && { state }), page });
    const { mails, unsent } = seen ?? { mails: [], unsent: [] };
    const main = html`${filters(visit, state, unsent)}
${mails.length === 0 ? html`<p>${state ? words.noneOf : words.none}</p>` : list(visit, mails)}
${pager(visit, { state, page, more: mails.length === PAGE })}`;
    return { html: layout(visit, { title: words.title, lead: words.lead, main, back: "/compte" }) };
  },
};

type Listed = NonNullable<Awaited<ReturnType<typeof seeAll>>>["mails"][number];
const seeAll = (visit: Visit) => see(visit, listMails, {});

function filters(
  visit: Visit,
  current: MailState | undefined,
  unsent: readonly { state: MailState; count: number }[],
): Html {
  const { lang } = visit;
  const words = officeMailWords[lang];
  const counts = new Map(unsent.map(({ state, count }) => [state, count]));
  const item = (state: MailState | undefined, label: string) =>
    html`<li>${
      state === current
        ? html`<strong aria-current="true">${label}</strong>`
        : html`<a href="${href(visit.link(visit.path) + (state ? `?etat=${state}` : ""))}">${label}</a>`
    }</li>`;
  return html`<nav class="filters" aria-label="${words.filter}"><ul>
${item(undefined, words.all)}${MAIL_STATES.map((state) => {
  const count = counts.get(state);
  return item(state, MAIL_STATE_WORDS[state][lang] + (count ? ` (${count})` : ""));
})}
</ul></nav>`;
}

function list(visit: Visit, mails: readonly Listed[]): Html {
  const { lang, school, link } = visit;
  const words = officeMailWords[lang];
  return table({
    id: "mails",
    caption: words.caption,
    head: [words.subject, words.to, words.when, words.state],
    rows: mails.map((mail) => [
      html`<a class="ds-link" href="${href(link(`/courriels/${mail.id}`))}" lang="${mail.lang}">${mail.subject}</a>`,
      mail.to,
      sayInstant(new Date(mail.queuedAt), school.timezone, lang),
      html`<span class="ds-tag" data-color="${COLOURS[mail.state]}">${MAIL_STATE_WORDS[mail.state][lang]}</span>`,
    ]),
    stacks: true,
  });
}

const COLOURS = {
  queued: "info",
  sending: "info",
  sent: "success",
  "in-doubt": "warning",
  failed: "danger",
  bounced: "danger",
} as const;

function pager(
  visit: Visit,
  { state, page, more }: { state: MailState | undefined; page: number; more: boolean },
): Html | false {
  const words = officeMailWords[visit.lang];
  const to = (number: number) => href(`${visit.link(visit.path)}?${state ? `etat=${state}&` : ""}page=${number}`);
  return (
    (page > 0 || more) &&
    html`<p class="actions">${page > 0 && html`<a class="ds-link" href="${to(page - 1)}">${words.newer}</a>`}
${more && html`<a class="ds-link" href="${to(page + 1)}">${words.older}</a>`}</p>`
  );
}

const officeMailPage: Page = {
  name: "courriel",
  path: "/courriels/:mail",
  who: "see the mail",
  view: (visit) => shown(visit),
  submit: async (visit, sent) => {
    const { lang, params } = visit;
    const words = officeMailWords[lang];
    const mail = params.mail ?? "";
    if (sent.get("do") === "again") {
      const outcome = await act(visit, resendMail, { mail }, { sent });
      if (outcome.kind === "done") return { redirect: visit.link(`/courriels/${outcome.value.mail}`) };
      return outcome.kind === "stale" ? shown(visit, { notice: words.stale }) : { notFound: true };
    }
    const said = sent.get("said").trim();
    if (said === "") return shown(visit, { errors: [{ field: "said", message: words.reasonMissing }] });
    const outcome = await act(visit, recordBounce, { mail, said }, { sent });
    if (outcome.kind === "done") return { redirect: visit.link(visit.path) };
    if (outcome.kind === "invalid") return shown(visit, { errors: fieldErrors(outcome.issues, lang), said });
    return outcome.kind === "stale" ? shown(visit, { notice: words.stale }) : { notFound: true };
  },
};

type Told = { readonly errors?: readonly FieldError[]; readonly notice?: string; readonly said?: string };

async function shown(visit: Visit, { errors = [], notice, said = "" }: Told = {}): Promise<PageResult> {
  const { lang, params } = visit;
  const words = officeMailWords[lang];
  const mail = await see(visit, openMail, { mail: params.mail ?? "" });
  if (!mail) return { notFound: true };
  const place = placeAbout(mail.about);
  const title = words.of(sayInstant(new Date(mail.queuedAt), visit.school.timezone, lang));
  const main = html`${errorSummary(errors, lang)}
<h1>${words.mail}${lang === "fr" ? "\u00a0: " : ": "}<span lang="${mail.lang}">${mail.subject}</span></h1>
${notice && html`<div class="ds-alert" data-color="warning" role="status"><p>${notice}</p></div>`}
<h2>${words.what}</h2>
${facts(visit, mail)}
${place !== undefined && html`<p><a class="ds-link" href="${href(visit.link(place))}">${words.about}</a></p>`}
${actions(visit, mail, said, errors)}
<h2>${words.asPrinted}</h2>
${letter(mail)}`;
  return {
    html: layout(visit, { title, main, back: "/courriels", error: errors.length > 0 }),
    ...(errors.length > 0 && { status: 422 }),
  };
}

type Shown = NonNullable<Awaited<ReturnType<typeof seeOne>>>;
const seeOne = (visit: Visit) => see(visit, openMail, { mail: "" });

function facts(visit: Visit, mail: Shown): Html {
  const { lang, school, link } = visit;
  const words = officeMailWords[lang];
  const moment = (instant: string) => sayInstant(new Date(instant), school.timezone, lang);
  return summaryList(
    [
      { key: words.state, value: MAIL_STATE_WORDS[mail.state][lang] },
      ...(mail.problem ? [{ key: words.why, value: MAIL_PROBLEM_WORDS[mail.problem][lang] }] : []),
      ...(mail.said ? [{ key: words.said, value: mail.said }] : []),
      { key: words.to, value: mail.to },
      { key: words.when, value: moment(mail.queuedAt) },
      ...(mail.sentAt ? [{ key: words.sentAt, value: moment(mail.sentAt) }] : []),
      ...(mail.dueAt && mail.state !== "sent" ? [{ key: words.next, value: moment(mail.dueAt) }] : []),
      { key: words.attempts, value: String(mail.attempts) },
      { key: words.sends, value: words.twice(mail.sends) },
      ...(mail.again
        ? [
            {
              key: words.repeats,
              value: html`<a class="ds-link" href="${href(link(`/courriels/${mail.again}`))}">${words.first}</a>`,
            },
          ]
        : []),
    ],
    lang,
  );
}

function actions(visit: Visit, mail: Shown, said: string, errors: readonly FieldError[]): Html | false {
  const { lang, actor } = visit;
  const words = officeMailWords[lang];
  if (mail.repeated) return html`<p>${words.repeated}</p>`;
  if (!may(actor, "handle the dossiers")) return false;
  if (mail.state === "failed" || mail.state === "bounced")
    return html`<h2>${words.again}</h2>
<p>${words.againWhy}</p>
${form(visit, button(words.again), { hidden: { do: "again" } })}`;
  if (mail.state !== "sent" && mail.state !== "in-doubt") return false;
  const field = textField({ name: "said", label: words.reason, value: said, errors, lang });
  return html`<h2>${words.returned}</h2>
<p>${words.returnedWhy}</p>
${form(visit, html`${field}${button(words.note, { variant: "secondary" })}`)}`;
}

function letter(mail: Shown): Html {
  const link = mail.link;
  return html`<article class="ds-card summary-card" lang="${mail.lang}">
<h3>${mail.subject}</h3>
${mail.paragraphs.map((one) => html`<p>${one}</p>`)}
${link && html`<p><a class="ds-link" href="${href(link.path)}">${link.label}</a></p>`}
</article>`;
}

export const officeMailPages: readonly Page[] = [officeMailsPage, officeMailPage];
