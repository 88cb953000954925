/** Hours by unit, as every page shows them. */
import { type Html, html } from "../../../kit/html.ts";
import type { Lang } from "../../../kit/lang.ts";
import { capital } from "../../../kit/typography.ts";
import { table } from "../../../page/form.ts";
import { carriedLines, hoursWords, sayHours } from "../words.ts";
import type { labelledHours } from "../views.ts";

type Hours = Awaited<ReturnType<typeof labelledHours>>;
type Column = keyof ReturnType<typeof hoursWords>["columns"];

const COLUMNS = ["due", "planned", "done", "pending", "remaining"] as const satisfies readonly Column[];

export function hoursBlock(hours: Hours | undefined, lang: Lang): Html {
  return html`<h2>${hoursWords(lang).heading}</h2>${hoursShown(hours, lang)}`;
}

/** The same without its heading. `id`: the table's, for pages with several. */
export function hoursShown(hours: Hours | undefined, lang: Lang, id = "hours"): Html {
  const words = hoursWords(lang);
  if (!hours) return html`<p>${words.none}</p>`;
  const { units, totals, complete, findings } = hours;
  const against = findings.filter(({ met }) => met === false);
  return html`${carriedLines(findings).map((said) => html`<p>${said}</p>`)}<p>${complete ? words.complete : words.left(sayHours(totals.remaining, lang))} ${totals.pending > 0 && words.waiting(sayHours(totals.pending, lang))}</p>
${table({
  id,
  caption: words.caption,
  head: [words.unit, ...COLUMNS.map((one) => words.columns[one])],
  rows: units.map((row) => [
    `${row.unit} – ${capital(row.label[lang])}`,
    ...COLUMNS.map((column) => sayHours(row[column], lang)),
  ]),
  foot: [words.total, ...COLUMNS.map((column) => sayHours(totals[column], lang))],
  numeric: COLUMNS.map((_, at) => at + 1),
  stacks: true,
})}
${against.length > 0 && html`<ul>${against.map(({ reason }) => html`<li>${reason}</li>`)}</ul>`}`;
}
