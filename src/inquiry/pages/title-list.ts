/** The declared titles: a card each, and adding another. */
import { html } from "../../kit/html.ts";
import { capital } from "../../kit/typography.ts";
import { linkButton, summaryCard } from "../../page/form.ts";
import { openQuestion, type TitleDraft } from "../rules/draft.ts";
import { listed } from "./listed.ts";
import { titleName, titleRows } from "./say.ts";
import type { At } from "./step.ts";

/** The path segment of each question about a title. */
export const TITLE_PAGES = {
  title: "titre",
  country: "pays",
  measure: "mesure",
  attestation: "attestation",
  awarded: "obtention",
  started: "debut",
} as const;

export function pageOf(at: At, title: TitleDraft): string | undefined {
  const question = openQuestion(at.law, title);
  return question && `${TITLE_PAGES[question]}/${title.item}`;
}

export const { list: titleList, remove: removeTitle } = listed({
  of: "titles",
  list: "titres",
  one: TITLE_PAGES.title,
  unfinished: (title, _, { law, words, visit }) =>
    openQuestion(law, title) && words.titles.unfinished(titleName(law, title, visit.lang)),
  card: (title, number, at) => {
    const { law, words, visit, to } = at;
    const { lang } = visit;
    const name = titleName(law, title, lang);
    const open = pageOf(at, title);
    const rows = titleRows(law, title, lang, (question) => ({
      url: to(`${question}/${title.item}`),
      what: words.check.changeTitle(name),
    }));
    const actions = html`${open && linkButton(to(open), words.titles.complete, "secondary")}
<a class="ds-link" href="${to(`titre/${title.item}/retirer`)}">${words.titles.remove}<span class="ds-sr-only"> ${words.check.changeTitle(name)}</span></a>`;
    return summaryCard({ title: words.titles.card(number, capital(name)), rows, actions, lang });
  },
  called: (title, { law, visit }) => titleName(law, title, visit.lang),
  back: () => "",
});
