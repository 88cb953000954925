/** The few figures of the first page of staff: each a drawing with its table folded below; the page itself knows no subject. */
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
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | Html)[])[];
};

export function figure({ id, title, says, drawing, head, rows }: Figure, lang: Lang): Html {
  return html`<section class="figure" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
<p class="small">${says}</p>
${drawing}
<details class="small"><summary>${words[lang].table}<span class="ds-sr-only">${lang === "fr" ? "\u00a0:" : ":"} ${title}</span></summary><div>${table({ id, caption: title, head, rows, numeric: head.map((_, at) => at).slice(1) })}</div></details></section>`;
}

export type Week = { readonly label: string; readonly count: number; readonly before: number };

const [WIDTH, HEIGHT, TOP, FOOT] = [300, 104, 16, 16];

/** Bars by week, with a dashed line at the height of the same week a year before. */
export function weeksDrawn(weeks: readonly Week[], lang: Lang): Html {
  const most = Math.max(1, ...weeks.map(({ count, before }) => Math.max(count, before)));
  const step = WIDTH / weeks.length;
  const base = HEIGHT - FOOT;
  const y = (count: number) => (base - ((base - TOP) * count) / most).toFixed(1);
  const at = (index: number, of = 0) => (step * (index + of)).toFixed(1);
  return html`<svg class="weeks" viewBox="0 0 ${String(WIDTH)} ${String(HEIGHT)}" aria-hidden="true" focusable="false">${weeks.map(
    ({ label, count, before }, index) =>
      html`${count > 0 && html`<rect x="${at(index, 0.2)}" y="${y(count)}" width="${(step * 0.6).toFixed(1)}" height="${(((base - TOP) * count) / most).toFixed(1)}"/><text x="${at(index, 0.5)}" y="${String(Number(y(count)) - 3)}">${sayNumber(count, lang)}</text>`}<path d="M${at(index)} ${y(before)}h${step.toFixed(1)}"/>${index % 3 === 1 && html`<text x="${at(index, 0.5)}" y="${String(HEIGHT - 3)}">${label}</text>`}`,
  )}</svg>`;
}

type Bar = { readonly label: Html | string; readonly says: string; readonly bar: Html };

export function barsDrawn(bars: readonly Bar[]): Html {
  return html`<ul class="bars">${bars.map(({ label, says, bar }) => html`<li><div class="head"><span>${label}</span><strong class="unbroken">${says}</strong></div>${bar}</li>`)}</ul>`;
}

const share = (part: number, whole: number) => `${Math.min(100, whole === 0 ? 0 : (100 * part) / whole).toFixed(1)}%`;

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
  return html`<svg width="100%" height="16" aria-hidden="true" focusable="false"><rect class="track" width="100%" height="16"/><rect class="planned" width="${share(done + planned, due)}" height="16"/><rect class="bar" width="${share(done, due)}" height="16"/></svg>`;
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
  return html`<svg width="100%" height="16" aria-hidden="true" focusable="false"><rect class="track" width="100%" height="16"/><rect class="bar" width="${share(now, most)}" height="10"/><rect class="planned" y="11" width="${share(before, most)}" height="5"/></svg>`;
}
