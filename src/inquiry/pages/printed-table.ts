/** A document's table, on a page. */
import { type Html, html } from "../../kit/html.ts";
import type { TableBlock } from "../../documents/blocks.ts";
import { table } from "../../page/form.ts";

/** `strong`: the emphasised columns. */
export function printedTable(
  id: string,
  { caption, columns, rows, totals }: TableBlock,
  strong: readonly number[] = [],
): Html {
  return table({
    id,
    caption,
    // Each row becomes a card on a phone: no figure is hidden.
    stacks: true,
    head: columns.map(({ label }) => label),
    rows: rows.map((row) =>
      row.map((cell, column) => {
        const text = typeof cell === "string" ? cell : cell.text;
        return strong.includes(column) ? html`<strong>${text}</strong>` : text;
      }),
    ),
    ...(totals?.[0] && { foot: totals[0].map((cell) => (typeof cell === "string" ? cell : cell.text)) }),
    numeric: columns.flatMap(({ align }, at) => (align === "end" ? [at] : [])),
  });
}
