/** The buttons that begin a dossier with the kept answers: one for each open intake. */
import { type Html, html } from "../../kit/html.ts";
import { button, form } from "../../page/form.ts";
import { see } from "../../page/acting.ts";
import type { Visit } from "../../page/page.ts";
import { seeOpenIntakes } from "../../intake/views.ts";
import { resultWords } from "./result-words.ts";

export async function beginForms(visit: Visit, diploma: string): Promise<Html | false> {
  const intakes = (await see(visit, seeOpenIntakes, { diploma }))?.open ?? [];
  if (intakes.length === 0) return false;
  const words = resultWords(visit.lang).kept;
  const action = visit.link(`/${diploma}/dossier/commencer`);
  return html`${intakes.map(({ id, label }) =>
    form(visit, button(intakes.length === 1 ? words.begin : words.beginIn(label[visit.lang])), {
      action,
      hidden: { intake: id },
    }),
  )}<p>${visit.person ? words.beginWhy : words.beginSigningIn}</p>`;
}
