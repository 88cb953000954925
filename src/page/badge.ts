/**
 * The number of what waits for the reader, beside their home in a menu. The frame is printed before the number is known, since it is
 * counted in the transaction in which the page reads: a comment holds its place, which no text of a person can look like.
 */
import { html } from "../kit/html.ts";
import { inBoth } from "../kit/in-both.ts";
import { type Lang, plural } from "../kit/lang.ts";

const words = inBoth({
  due: (count: number) => [
    plural(count, "chose en retard ou pour aujourd’hui", "choses en retard ou pour aujourd’hui", "fr"),
    plural(count, "thing late or due today", "things late or due today", "en"),
  ],
});

export const BADGE = html`<!--due-->`;

/** The page with the number in its place; asks for none where the page shows none. */
export async function withBadge(page: string, lang: Lang, due: () => Promise<number>): Promise<string> {
  return page.includes(BADGE.text) ? page.replace(BADGE.text, badge(await due(), lang)) : page;
}

function badge(due: number, lang: Lang): string {
  if (due === 0) return "";
  return html` <span class="badge">${String(due)}<span class="ds-sr-only"> ${words[lang].due(due)}</span></span>`.text;
}
