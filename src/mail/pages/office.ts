/** The office's list of mails, and each mail: its text, its addressee, its delivery. */
import { sayCounted } from "../../kit/counted.ts";
import { href, type Html, html } from "../../kit/html.ts";
import { sayDay } from "../../kit/lang.ts";
import { sayInstant } from "../../kit/instant.ts";
import { allows } from "../../kit/machine.ts";
import { may } from "../../act/permissions.ts";
import type { Forms } from "../../page/declared.ts";
import { formPage } from "../../page/form-page.ts";
import { text } from "../../page/kinds.ts";
import { route } from "../../page/route.ts";
import { see } from "../../page/acting.ts";
import { summaryList, table } from "../../page/form.ts";
import { layout } from "../../page/layout.ts";
import type { WorkEntries, Page, PageResult, Visit } from "../../page/page.ts";
import { recordBounce, resendMail } from "../acts.ts";
import { listMails, openMail, seeUnreached } from "../views.ts";
import { MAIL, MAIL_STATES, type MailState } from "../rules/states.ts";
import { MAIL_PROBLEM_WORDS, MAIL_STATE_WORDS, mailStateWords } from "../words.ts";
import { letterPdf } from "./letters.ts";
import { officeMailWords } from "./words.ts";

const PAGE = 50;

const officeMails = route("/courriels");
export const officeMail = route("/courriels/:mail");

export const officeMailEntries: WorkEntries = async (visit) => {
  if (!may(visit.actor, "see the mail")) return [];
  const words = officeMailWords[visit.lang];
  const { count } = (await see(visit, seeUnreached, {})) ?? { count: 0 };
  const waiting = count > 0 ? words.entryWaiting(count) : undefined;
  return [{ to: officeMails.to(), label: words.entry, why: words.entryWhy, waiting }];
};

const officeMailsPage: Page = {
  name: "courriels",
  path: officeMails.path,
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
  return item(state, MAIL_STATE_WORDS[state][lang] + (count ? ` (${sayCounted(count, lang)})` : ""));
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
      html`<a class="ds-link" href="${href(link(officeMail.to({ mail: mail.id })))}" lang="${mail.lang}">${mail.subject}</a>`,
      addressee(mail),
      sayInstant(new Date(mail.queuedAt), school.timezone, lang),
      html`<span class="ds-tag" data-color="${COLOURS[mail.state]}">${mailStateWords(mail)[lang]}</span>`,
    ]),
    stacks: true,
  });
}

/** The electronic address; of a letter, name and postal address. */
function addressee({ to, postal }: Pick<Listed, "to" | "postal">): string {
  return to ?? [postal!.name, ...postal!.lines].join(", ");
}

const COLOURS = {
  queued: "info",
  sending: "info",
  sent: "success",
  "in-doubt": "warning",
  failed: "danger",
  bounced: "danger",
  "to-hand": "warning",
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

const officeMailPage = formPage({
  name: "courriel",
  route: officeMail,
  who: "see the mail",
  words: (lang) => officeMailWords[lang],
  seen: (visit, { mail }) => see(visit, openMail, { mail }),
  form: {
    fields: { said: text() },
    go: ({ words }) => ({ label: words.note, variant: "secondary" }),
    act: recordBounce,
    stale: ({ words }) => ({ said: words.stale }),
  },
  also: (form) => ({
    again: form({
      go: ({ words }) => words.again,
      act: resendMail,
      done: ({ mail }) => officeMail.to({ mail }),
      stale: ({ words }) => ({ said: words.stale }),
    }),
  }),
  shown: ({ visit, lang, words, seen: mail }, forms) => {
    const place = visit.world.house.placeAbout(mail.about);
    const main = html`<h2>${words.what}</h2>
${facts(visit, mail)}
${place !== undefined && html`<p><a class="ds-link" href="${href(visit.link(place))}">${words.about}</a></p>`}
${mail.postal && html`<p><a class="ds-link" href="${href(visit.link(letterPdf.to({ letter: mail.id })))}">${words.letterPdf}</a></p>`}
${actions(visit, mail, forms)}
<h2>${words.asPrinted}</h2>
${letter(mail)}`;
    return {
      title: words.of(sayInstant(new Date(mail.queuedAt), visit.school.timezone, lang)),
      heading: html`${words.mail}${lang === "fr" ? "\u00a0: " : ": "}<span lang="${mail.lang}">${mail.subject}</span>`,
      main,
      back: officeMails.to(),
    };
  },
});

type Shown = NonNullable<Awaited<ReturnType<typeof seeOne>>>;
const seeOne = (visit: Visit) => see(visit, openMail, { mail: "" });

function facts(visit: Visit, mail: Shown): Html {
  const { lang, school, link } = visit;
  const words = officeMailWords[lang];
  const moment = (instant: string) => sayInstant(new Date(instant), school.timezone, lang);
  return summaryList(
    [
      { key: words.state, value: mailStateWords(mail)[lang] },
      ...(mail.problem ? [{ key: words.why, value: MAIL_PROBLEM_WORDS[mail.problem][lang] }] : []),
      ...(mail.said ? [{ key: words.said, value: mail.said }] : []),
      { key: words.to, value: addressee(mail) },
      { key: words.when, value: moment(mail.queuedAt) },
      ...(mail.sentAt && !mail.postal ? [{ key: words.sentAt, value: moment(mail.sentAt) }] : []),
      ...(mail.dueAt && mail.state !== "sent" ? [{ key: words.next, value: moment(mail.dueAt) }] : []),
      ...(mail.handed
        ? [{ key: words.handedOn, value: words.handed(sayDay(mail.handed.on, lang), words.means[mail.handed.means]) }]
        : []),
      ...(mail.postal
        ? []
        : [
            { key: words.attempts, value: String(mail.attempts) },
            { key: words.sends, value: words.twice(mail.sends) },
          ]),
      ...(mail.again
        ? [
            {
              key: words.repeats,
              value: html`<a class="ds-link" href="${href(link(officeMail.to({ mail: mail.again })))}">${words.first}</a>`,
            },
          ]
        : []),
    ],
    lang,
  );
}

function actions(visit: Visit, mail: Shown, { form, also }: Forms<"again">): Html | false {
  const { lang, actor } = visit;
  const words = officeMailWords[lang];
  if (mail.repeated) return html`<p>${words.repeated}</p>`;
  if (!may(actor, "handle the dossiers")) return false;
  if (allows(MAIL, "sent-again", mail.state))
    return html`<h2>${words.again}</h2>
<p>${mail.postal ? words.letterAgainWhy : words.againWhy}</p>
${also.again()}`;
  if (!allows(MAIL, "bounced", mail.state)) return false;
  return html`<h2>${words.returned}</h2>
<p>${mail.postal ? words.letterReturnedWhy : words.returnedWhy}</p>
${form()}`;
}

function letter(mail: Shown): Html {
  const link = mail.link;
  return html`<article class="ds-card summary-card" lang="${mail.lang}">
<h3>${mail.subject}</h3>
${mail.paragraphs.map((one) => html`<p>${one}</p>`)}
${link?.each && html`<ul>${link.each.map(({ label }) => html`<li>${label}</li>`)}</ul>`}
${link && html`<p>${link.label}</p>`}
</article>`;
}

export const officeMailPages: readonly Page[] = [officeMailsPage, officeMailPage];
