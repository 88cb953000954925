/** The number of what waits for the reader, beside their home in a menu. */
import { type Html, html } from "../kit/html.ts";
import { inBoth } from "../kit/in-both.ts";
import { type Lang, plural } from "../kit/lang.ts";

const words = inBoth({
  due: (count: number) => [
    plural(count, "chose en retard ou pour aujourd’hui", "choses en retard ou pour aujourd’hui", "fr"),
    plural(count, "thing late or due today", "things late or due today", "en"),
  ],
});

export function badge(due: number | undefined, lang: Lang): Html | false {
  return (
    due !== undefined &&
    due > 0 &&
    html` <span class="badge">${String(due)}<span class="ds-sr-only"> ${words[lang].due(due)}</span></span>`
  );
}
