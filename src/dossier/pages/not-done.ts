/** An act refused on the reader's dossier, with the reason, so that it does not look done. */
import { html } from "../../kit/html.ts";
import { linkButton } from "../../page/form.ts";
import type { PageResult, Visit } from "../../page/page.ts";
import { page } from "../../inquiry/pages/frame.ts";
import { dossierWords } from "../words.ts";
import { below } from "./holding.ts";

export function notDone(visit: Visit, why: readonly string[]): PageResult {
  const words = dossierWords(visit.lang).notDone;
  const main = html`<h1>${words.heading}</h1>
${why.map((one) => html`<p>${one}</p>`)}
<div class="actions">${linkButton(visit.link(below(visit)), words.back)}</div>`;
  return page(visit, { title: words.heading, main, back: below(visit), error: true }, 422);
}
