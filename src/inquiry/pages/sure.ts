/** Asked before something is erased for good: yes, or no and back to where one was. */
import { html } from "../../kit/html.ts";
import { button, errorSummary, type FieldError, form, radios, yesOrNo } from "../../page/form.ts";
import type { Page, PageResult, Visit } from "../../page/page.ts";
import { page } from "./frame.ts";
import { wordsOf } from "./words.ts";

type Sure = {
  readonly name: string;
  readonly path: string;
  readonly heading: (visit: Visit) => string;
  readonly why: (visit: Visit) => string;
  /** Below the school: where whoever says no goes back to, and whoever says yes is told that it is done. */
  readonly back: (visit: Visit) => string;
  readonly done: (visit: Visit) => string;
  readonly erase: (visit: Visit) => Promise<void>;
};

export function surePage(sure: Sure): Page {
  return {
    name: sure.name,
    path: sure.path,
    view: (visit) => asked(visit, sure, []),
    submit: async (visit, sent) => {
      const said = sent.get("erase");
      if (said === "no") return { redirect: visit.link(sure.back(visit)) };
      if (said !== "yes") return asked(visit, sure, [{ field: "erase", message: wordsOf(visit.lang).erased.choose }]);
      await sure.erase(visit);
      return { redirect: visit.link(sure.done(visit)) };
    },
  };
}

function asked(visit: Visit, { heading, why, back }: Sure, errors: readonly FieldError[]): PageResult {
  const { lang } = visit;
  const words = wordsOf(lang);
  const options = yesOrNo(words);
  const choice = radios({
    name: "erase",
    legend: heading(visit),
    heading: true,
    hint: why(visit),
    options,
    value: undefined,
    errors,
    lang,
  });
  const main = html`${errorSummary(errors, lang)}
${form(visit, html`${choice}<div class="actions">${button(words.continue)}</div>`)}`;
  const wrong = errors.length > 0;
  return page(visit, { title: heading(visit), main, error: wrong, back: back(visit) }, wrong ? 422 : 200);
}
