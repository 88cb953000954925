/** Every mail that was sent to a person, so that one lost in a mailbox is never lost. */
import { href, html } from "../../kit/html.ts";
import { sayInstant } from "../../kit/instant.ts";
import { myMails, type ShownMail } from "../../record/mail/views.ts";
import { MAIL_STATE_WORDS } from "../../record/mail/words.ts";
import { see } from "../../web/acting.ts";
import { layout } from "../../web/layout.ts";
import type { Page, PageResult, Visit } from "../../web/page.ts";
import { myAccountMails } from "../views.ts";
import { peopleWords } from "./words.ts";

const PAGE = 50;

export const mailsPage: Page = {
  name: "compte-courrier",
  path: "/compte/courrier",
  who: "read one’s own mail",
  view: shown,
};

type Mail = Omit<ShownMail, "queuedAt" | "dueAt" | "sentAt"> & { readonly queuedAt: string };

async function shown(visit: Visit): Promise<PageResult> {
  const { lang } = visit;
  const words = peopleWords(lang).mails;
  const page = /^\d{1,4}$/.test(visit.query.page ?? "") ? Number(visit.query.page) : 0;
  const both = await Promise.all([see(visit, myMails, { page }), see(visit, myAccountMails, { page })]);
  const lists = both.map((one) => one?.mails ?? []);
  const mails: Mail[] = lists.flat().sort((a, b) => (a.queuedAt < b.queuedAt ? 1 : -1));
  const older = lists.some((one) => one.length === PAGE);
  const main = html`${mails.length === 0 && html`<p>${words.none}</p>`}
${mails.map((mail) => letter(visit, mail))}
<p><a class="ds-link" href="${href(visit.link("/compte/rappels"))}">${words.reminders}</a></p>
${(page > 0 || older) && html`<p class="actions">${page > 0 && html`<a class="ds-link" href="${href(`${visit.link(visit.path)}?page=${page - 1}`)}">${words.newer}</a>`}${older && html`<a class="ds-link" href="${href(`${visit.link(visit.path)}?page=${page + 1}`)}">${words.older}</a>`}</p>`}`;
  return { html: layout(visit, { title: words.heading, lead: words.lead, main, back: "/compte" }) };
}

function letter({ lang, school }: Visit, mail: Mail) {
  const words = peopleWords(lang).mails;
  const link = mail.link;
  return html`<article class="ds-card summary-card" lang="${mail.lang}">
<h2>${mail.subject}</h2>
<p class="small" lang="${lang}">${words.sent(sayInstant(new Date(mail.queuedAt), school.timezone, lang), mail.to)}${mail.state !== "sent" && html` (${MAIL_STATE_WORDS[mail.state][lang]})`}</p>
${mail.paragraphs.map((one) => html`<p>${one}</p>`)}
${link && html`<p><a class="ds-link" href="${href(link.path)}">${link.label}</a></p>`}
${link?.stop && html`<p class="small"><a class="ds-link" href="${href(link.stop.path)}">${link.stop.label}</a></p>`}
</article>`;
}
