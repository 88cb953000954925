/**
 * The few figures of the first page of staff: each a drawing, and its table folded below where its words do not say every number. The page
 * itself knows no subject.
 */
import { type Html, html } from "../kit/html.ts";
import { inBoth } from "../kit/in-both.ts";
import { type Lang, sayNumber } from "../kit/lang.ts";
import { table } from "./form.ts";
import type { SignedVisit } from "./page.ts";

declare module "../act/world.ts" {
  interface House {
    /** The figures of each subject, in the order shown. */
    readonly figures: readonly Figures[];
  }
}

/** None where the visitor may not see what they count. */
export type Figures = (visit: SignedVisit) => Promise<readonly Html[]>;

const words = inBoth({ table: ["En tableau", "As a table"] });

type Figure = {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** What the drawing says, in a sentence. */
  readonly says: Html | string;
  readonly drawing: Html;
  /** Left out where the drawing says each number in words. */
  readonly table?: {
    readonly head: readonly string[];
    readonly rows: readonly (readonly (string | Html)[])[];
  };
};

export function figure({ id, title, says, drawing, table: folded }: Figure, lang: Lang): Html {
  return html`<section class="figure" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
<p class="small">${says}</p>
${drawing}
${folded && html`<details class="small"><summary>${words[lang].table}<span class="ds-sr-only">${lang === "fr" ? "\u00a0:" : ":"} ${title}</span></summary><div>${table({ id, caption: title, ...folded })}</div></details>`}</section>`;
}

export type Week = { readonly label: string; readonly count: number; readonly before: number };

const [WIDTH, HEIGHT, TOP, FOOT] = [300, 104, 16, 16];

/** Bars by week, with a dashed line at the height of the same week a year before. */
export function weeksDrawn(weeks: readonly Week[], lang: Lang): Html {
  const most = Math.max(1, ...weeks.map(({ count, before }) => Math.max(count, before)));
  const step = WIDTH / weeks.length;
  const base = HEIGHT - FOOT;
  const rounded = (much: number) => String(Math.round(much * 10) / 10);
  const y = (count: number) => base - ((base - TOP) * count) / most;
  const at = (index: number, of = 0) => rounded(step * (index + of));
  const dashed = weeks.map(({ before }, index) => `M${at(index)} ${rounded(y(before))}h${rounded(step)}`).join("");
  return html`<svg class="weeks" viewBox="0 0 ${String(WIDTH)} ${String(HEIGHT)}" aria-hidden="true" focusable="false">${weeks.map(
    ({ label, count }, index) =>
      html`${count > 0 && html`<rect x="${at(index, 0.2)}" y="${rounded(y(count))}" width="${rounded(step * 0.6)}" height="${rounded(base - y(count))}"/><text x="${at(index, 0.5)}" y="${rounded(y(count) - 3)}">${sayNumber(count, lang)}</text>`}${index % 3 === 1 && html`<text x="${at(index, 0.5)}" y="${String(HEIGHT - 3)}">${label}</text>`}`,
  )}<path d="${dashed}"/></svg>`;
}

type Bar = { readonly label: Html | string; readonly says: string; readonly bar: Html };

export function barsDrawn(bars: readonly Bar[]): Html {
  return html`<ul class="bars">${bars.map(({ label, says, bar }) => html`<li><div class="head"><span>${label}</span><strong class="unbroken">${says}</strong></div>${bar}</li>`)}</ul>`;
}

/** A part of a bar; none where there is nothing of it. */
function rect(kind: "bar" | "planned", part: number, whole: number, place = html` height="16"`): Html | false {
  const share = whole === 0 ? 0 : Math.round(Math.min(1, part / whole) * 1000) / 10;
  return share > 0 && html`<rect class="${kind}" width="${share}%"${place}/>`;
}

const drawnBar = (parts: readonly (Html | false)[]) =>
  html`<svg width="100%" height="16" aria-hidden="true" focusable="false"><rect class="track" width="100%" height="16"/>${parts}</svg>`;

/** Shape before colour: full, hatched by a border, empty. `planned` adds to what was done. */
export function shareBar({
  due,
  done,
  planned,
}: {
  readonly due: number;
  readonly done: number;
  readonly planned: number;
}): Html {
  return drawnBar([rect("planned", done + planned, due), rect("bar", done, due)]);
}

/** This year above, the year before below, half as high. */
export function yearsBar({
  most,
  now,
  before,
}: {
  readonly most: number;
  readonly now: number;
  readonly before: number;
}): Html {
  return drawnBar([
    rect("bar", now, most, html` height="10"`),
    rect("planned", before, most, html` y="11" height="5"`),
  ]);
}
