/** What was asked of one’s dossier and not done, with the reason: nothing then looks as if it were. */
import { html } from "../../kit/html.ts";
import type { Outcome } from "../../act/act.ts";
import { linkButton } from "../../page/form.ts";
import type { PageResult, Visit } from "../../page/page.ts";
import { page } from "../../inquiry/pages/frame.ts";
import { dossierWords } from "../words.ts";
import { below } from "./holding.ts";

/** The dossier where it was done. */
export function doneOrNot(visit: Visit, outcome: Outcome<unknown>): PageResult {
  const { lang, link } = visit;
  if (outcome.kind === "done") return { redirect: link(below(visit)) };
  if (outcome.kind === "forbidden") return { notFound: true };
  const words = dossierWords(lang).notDone;
  const why = outcome.kind === "invalid" ? outcome.issues.map(({ message }) => message(lang)) : [words.changed];
  const main = html`<h1>${words.heading}</h1>
${why.map((one) => html`<p>${one}</p>`)}
<div class="actions">${linkButton(link(below(visit)), words.back)}</div>`;
  return page(visit, { title: words.heading, main, back: below(visit), error: true }, 422);
}
