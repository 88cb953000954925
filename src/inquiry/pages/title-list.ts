/** The titles a person declares: one card each, and whether there is another. */
import { type Html, html } from "../../kit/html.ts";
import { capital } from "../../kit/typography.ts";
import { LIMITS } from "../../law/input.ts";
import { linkButton, radios, summaryCard, yesOrNo } from "../../page/form.ts";
import { type Draft, isBegun, openQuestion, type TitleDraft } from "../rules/draft.ts";
import { after } from "./order.ts";
import { titleName, titleRows } from "./say.ts";
import type { At, Step } from "./step.ts";

/** The word of the address for each question about a title. */
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

export const titleList: Step<{ more: string }> = {
  name: "titres",
  heading: ({ draft, words }) => (draft.titles.length === 0 ? words.titles.noneHeading : words.titles.someHeading),
  shown: ({ draft }) => ({ more: draft.titlesDone ? "no" : "" }),
  read: (form) => ({ more: form.get("more") }),
  check: ({ more }, { draft, law, words, visit }) => {
    if (more !== "yes" && more !== "no") return [{ field: "more", message: words.titles.chooseMore }];
    if (more === "yes")
      return draft.titles.length >= LIMITS.titles
        ? [{ field: "more", message: words.titles.tooMany(LIMITS.titles) }]
        : [];
    return started(draft)
      .filter((title) => openQuestion(law, title) !== undefined)
      .map((title) => ({
        field: `title-${title.item}`,
        message: words.titles.unfinished(titleName(law, title, visit.lang)),
      }));
  },
  store: ({ more }, { draft }) => {
    const titles = started(draft);
    return more === "yes"
      ? { ...draft, titles: [...titles, { item: draft.next }], next: draft.next + 1, titlesDone: false }
      : { ...draft, titles, titlesDone: true };
  },
  // That there is no other holds, even where one of them lacks something.
  partly: ({ more }, _, { draft }) => (more === "no" ? { ...draft, titles: started(draft), titlesDone: true } : draft),
  body: ({ more }, errors, at) => {
    const { draft, words, visit } = at;
    const some = draft.titles.length > 0;
    const options = yesOrNo(words);
    return html`${some && html`<h1>${words.titles.someHeading}</h1>${draft.titles.map((title, index) => titleCard(title, index + 1, at))}`}
${radios({
  name: "more",
  legend: some ? words.titles.more : words.titles.noneHeading,
  heading: !some,
  hint: some ? undefined : words.titles.noneHint,
  options,
  value: more,
  errors,
  lang: visit.lang,
})}`;
  },
  say: ({ more }, { draft, words }) =>
    more === "yes"
      ? words.yes
      : draft.titles.length === 0
        ? words.titles.none
        : words.titles.declared(draft.titles.length),
  next: ({ more }, at) => {
    if (more === "yes") return `titre/${at.draft.titles.at(-1)!.item}`;
    return after(at, "titres");
  },
  back: () => "",
};

function started(draft: Draft): TitleDraft[] {
  return draft.titles.filter((title) => isBegun(draft, title));
}

function titleCard(title: TitleDraft, number: number, at: At): Html {
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
  return html`<div id="title-${title.item}" tabindex="-1">${summaryCard({ title: words.titles.card(number, capital(name)), rows, actions, lang })}</div>`;
}
