/** Every mail sent to a person, so that one lost in a mailbox can still be read. */
import { href, html } from "../../kit/html.ts";
import { sayInstant } from "../../kit/instant.ts";
import { isId } from "../../kit/shapes.ts";
import { MAILS_AT_A_TIME, myMails, type ShownMail } from "../../mail/views.ts";
import { MAIL_STATE_WORDS } from "../../mail/words.ts";
import { see } from "../../page/acting.ts";
import { layout } from "../../page/layout.ts";
import type { Page, PageResult, Visit } from "../../page/page.ts";
import { myAccountMails } from "../views.ts";
import { peopleWords } from "./words.ts";

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
  const after = afterOf(visit.query.apres);
  const asked = after ? { after } : {};
  // The school's mails and the account's are two lists, merged; each continues where the page before ended.
  const both = await Promise.all([see(visit, myMails, asked), see(visit, myAccountMails, asked)]);
  const found = both.flatMap((one): Mail[] => [...(one?.mails ?? [])]).toSorted(latestFirst);
  const mails = found.slice(0, MAILS_AT_A_TIME);
  const last = found.length > mails.length || both.some((one) => one?.more) ? mails.at(-1) : undefined;
  const to = (query: string) => href(`${visit.link(visit.path)}${query}`);
  const newer = after && html`<a class="ds-link" href="${to("")}">${words.newer}</a>`;
  const older = last && html`<a class="ds-link" href="${to(`?apres=${last.queuedAt}_${last.id}`)}">${words.older}</a>`;
  const main = html`${mails.length === 0 && html`<p>${words.none}</p>`}
${mails.map((mail) => letter(visit, mail))}
<p><a class="ds-link" href="${href(visit.link("/compte/rappels"))}">${words.reminders}</a></p>
${(newer || older) && html`<p class="actions">${newer}${older}</p>`}`;
  return { html: layout(visit, { title: words.heading, lead: words.lead, main, back: "/compte" }) };
}

function afterOf(query = ""): { at: string; id: string } | undefined {
  const [at = "", id = ""] = query.split("_");
  return isId(id) ? { at, id } : undefined;
}

/** The order of both lists. */
function latestFirst(a: Mail, b: Mail): number {
  return a.queuedAt === b.queuedAt ? (a.id < b.id ? 1 : -1) : a.queuedAt < b.queuedAt ? 1 : -1;
}

function letter({ lang, school }: Visit, mail: Mail) {
  const words = peopleWords(lang).mails;
  const link = mail.link;
  return html`<article class="ds-card summary-card" lang="${mail.lang}">
<h2>${mail.subject}</h2>
<p class="small" lang="${lang}">${words.sent(sayInstant(new Date(mail.queuedAt), school.timezone, lang), mail.to ?? "")}${mail.state !== "sent" && html` (${MAIL_STATE_WORDS[mail.state][lang]})`}</p>
${mail.paragraphs.map((one) => html`<p>${one}</p>`)}
${link?.each && html`<ul>${link.each.map(({ path, label }) => html`<li><a class="ds-link" href="${href(path)}">${label}</a></li>`)}</ul>`}
${link && html`<p><a class="ds-link" href="${href(link.path)}">${link.label}</a></p>`}
${link?.stop && html`<p class="small"><a class="ds-link" href="${href(link.stop.path)}">${link.stop.label}</a></p>`}
</article>`;
}
