/** A table of a document, as a page shows it. */
import { type Html, html } from "../../kit/html.ts";
import type { TableBlock } from "../../documents/blocks.ts";
import { table } from "../../page/form.ts";

/** `strong`: the columns that the eye looks for. */
export function printedTable(
  id: string,
  { caption, columns, rows, totals }: TableBlock,
  strong: readonly number[] = [],
): Html {
  return table({
    id,
    caption,
    // Each row a card on a telephone: no figure is out of sight.
    stacks: true,
    head: columns.map(({ label }) => label),
    rows: rows.map((row) =>
      row.map((cell, at) => {
        const text = typeof cell === "string" ? cell : cell.text;
        return strong.includes(at) ? html`<strong>${text}</strong>` : text;
      }),
    ),
    ...(totals?.[0] && { foot: totals[0].map((cell) => (typeof cell === "string" ? cell : cell.text)) }),
    numeric: columns.flatMap(({ align }, at) => (align === "end" ? [at] : [])),
  });
}
