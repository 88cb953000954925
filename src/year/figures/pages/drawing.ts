/** A rate over the years: a dot a year, filled where it was computed here, hollow where it is quoted; a gap where it was hidden. */
import { type Html, html } from "../../../kit/html.ts";
import type { Lang } from "../../../kit/lang.ts";
import { figureWords } from "./words.ts";

export type Point = { readonly year: string; readonly percent: number | null; readonly quoted: boolean };

const [WIDTH, HEIGHT, TOP, FOOT] = [300, 96, 20, 16];
const [FULL, R] = [100, 4];

export function yearsDrawn(points: readonly Point[], lang: Lang): Html {
  const base = HEIGHT - FOOT - R;
  const x = (nth: number) => String(Math.round((WIDTH * (nth + 0.5) * 10) / points.length) / 10);
  const y = (percent: number) => Math.round((base - ((base - TOP) * percent) / FULL) * 10) / 10;
  const lines = points.slice(1).flatMap(({ percent }, nth) => {
    const before = points[nth]!.percent;
    return percent === null || before === null
      ? []
      : [`M${x(nth)} ${String(y(before))}L${x(nth + 1)} ${String(y(percent))}`];
  });
  return html`<svg class="years" viewBox="0 0 ${String(WIDTH)} ${String(HEIGHT)}" aria-hidden="true" focusable="false"><path d="M0 ${String(base)}h${String(WIDTH)}"/><path d="${lines.join("")}"/>${points.map(
    ({ year, percent, quoted }, nth) =>
      html`${percent !== null && html`<circle${quoted && html` class="quoted"`} cx="${x(nth)}" cy="${String(y(percent))}" r="${String(R)}"/><text x="${x(nth)}" y="${String(y(percent) - 2 * R)}">${figureWords[lang].percent(percent)}</text>`}<text x="${x(nth)}" y="${String(HEIGHT - 3)}">${year}</text>`,
  )}</svg>`;
}
