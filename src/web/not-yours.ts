/** The refusal for a signed-in person whose roles do not open a page: its purpose, who has access, and the way on. */
import { html } from "../kit/html.ts";
import { type Permission, ROLES, WHO_MAY } from "../act/permissions.ts";
import { sayRole } from "../people/sentences.ts";
import { linkButton } from "../page/form.ts";
import { layout } from "../page/layout.ts";
import type { PageResult, Visit } from "../page/page.ts";
import { notYoursWords } from "../page/sentences.ts";

export function notYours(visit: Visit, who: Permission): PageResult {
  const { lang, link } = visit;
  const words = notYoursWords[lang];
  const holders: readonly string[] = WHO_MAY[who];
  const roles = ROLES.filter((role) => holders.includes(role)).map((role) => sayRole(role, lang));
  const main = html`${roles.length > 0 && html`<p>${words.roles(roles.join(", "))}</p><p>${words.ask}</p>`}
<div class="actions">${linkButton(link("/compte"), words.go)}</div>`;
  return { html: layout(visit, { title: words.title, lead: words.lead, main }), status: 403 };
}
