/**
 * A form that cannot be taken now and must not be lost: it waits in this page, where its texts are read, while what it lacks is done; then
 * its button sends it. Pages that are shown again as they were filled in (`Page.again`) need none of this.
 */
import { type Html, href, html } from "../../../kit/html.ts";
import { carriedFields, textsIn } from "../../../page/carried.ts";
import { button, form, linkButton } from "../../../page/form.ts";
import { layout } from "../../../page/layout.ts";
import type { Form, Page, PageResult, Visit } from "../../../page/page.ts";
import { places } from "../../pages/places.ts";
import { proofWords } from "./words.ts";

/** What the form lacks: its own cookie, its files, a second proof, or a guest’s session. */
export type Lack = "outdated" | "files" | "second" | "guest";

/** Shown again as it was filled in, if the page can do that; nothing is done. */
export async function shownAgain(
  visit: Visit,
  page: Pick<Page, "again">,
  sent: Form,
  why: "outdated" | "files",
): Promise<PageResult> {
  const { lead, waits } = proofWords(visit.lang).carry[why];
  const shown = await page.again?.(visit, sent, `${lead} ${waits}`);
  return shown && "html" in shown && hasAll(shown.html, sent)
    ? { ...shown, status: STATUS }
    : carryPage(visit, sent, why);
}

/** A form that has gone since, with its thing, shows nothing of what was written in it. */
const hasAll = (page: Html, sent: Form) => textsIn(sent).every((text) => page.text.includes(html`${text}`.text));

/** Nothing was done. */
const STATUS = 403;

export function carryPage(visit: Visit, sent: Form, why: Lack): PageResult {
  const { lang, link } = visit;
  const { carry: words } = proofWords(lang);
  const { heading, lead, waits } = words[why];
  const texts = textsIn(sent);
  const way = { second: places.second, guest: places.guest };
  const first =
    (why === "second" || why === "guest") &&
    html`<p><a class="ds-link" href="${href(link(way[why].to()))}" target="_blank">${words[why].first}</a></p>`;
  const again = html`${carriedFields(sent)}<div class="actions">${button(words.go)}</div>`;
  const on = { attempt: sent.get("_attempt"), action: visit.request.url };
  const main = html`${first}
${texts.length > 0 && html`<h2>${words.written}</h2>${texts.map((text) => html`<p class="typed">${text}</p>`)}`}
${why === "files" ? linkButton(visit.request.url, words.back) : form(visit, again, on)}`;
  return { html: layout(visit, { title: heading, lead: `${lead} ${waits}`, main }), status: STATUS, reshown: true };
}
