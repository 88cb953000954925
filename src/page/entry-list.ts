/** The links of a person’s first page: each with why, and how much waits behind it. */
import { href, type Html, html } from "../kit/html.ts";
import type { AccountEntry, Visit } from "./page.ts";

export function entryList(visit: Pick<Visit, "link">, entries: readonly Omit<AccountEntry, "part">[]): Html {
  return html`<ul class="entries">${entries.map(
    ({ to, label, why, waiting }) =>
      html`<li><a class="ds-link" href="${href(visit.link(to))}">${label}</a>${waiting !== undefined && html` <span class="ds-tag" data-color="info">${waiting}</span>`}<p>${why}</p></li>`,
  )}</ul>`;
}
