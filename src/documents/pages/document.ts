/** The HTML twin of a printed document: the same blocks, on a page. */
import { type Html, html, raw } from "../../kit/html.ts";
import type { Block, HouseDocument, Row, TableBlock } from "../blocks.ts";
import { summaryList, table } from "../../page/form.ts";

/** Without the title, which is the page's own. */
export function documentHtml({ blocks, courtesy, subtitle, lang }: HouseDocument): Html {
  return html`${courtesy !== undefined && html`<p><strong>${courtesy}</strong></p>`}<p class="lead">${subtitle}</p>
${blocksHtml(blocks, lang)}`;
}

export function blocksHtml(blocks: readonly Block[], lang: HouseDocument["lang"]): Html {
  const said = blocks.map((block, at) => blockHtml(block, lang, at));
  const heads = blocks.flatMap((block, at) => (block.kind === "heading" && block.level === 1 ? [at] : []));
  const parts = [0, ...heads].map((from, at) => ({ from, until: heads[at] ?? blocks.length }));
  return html`${parts.map(({ from, until }) => {
    const [head] = blocks.slice(from, until);
    if (head?.kind !== "heading" || !head.folds) return said.slice(from, until);
    return html`<details class="ds-details"><summary>${said[from]}</summary><div>${said.slice(from + 1, until)}</div></details>`;
  })}`;
}

function blockHtml(block: Block, lang: HouseDocument["lang"], at: number): Html {
  switch (block.kind) {
    case "heading": {
      const aside = block.aside !== undefined && html` <span class="small">${block.aside}</span>`;
      return block.level === 1 ? html`<h2>${block.text}${aside}</h2>` : html`<h3>${block.text}${aside}</h3>`;
    }
    case "text":
      return block.lang === undefined
        ? html`<p>${block.text}</p>`
        : html`<blockquote lang="${block.lang}"><p>${block.text}</p></blockquote>`;
    case "note":
      return html`<div class="ds-alert" data-color="warning"><p><strong>${block.label}</strong></p><p>${block.text}</p></div>`;
    case "outcome":
      return html`<p><strong>${block.verdict}</strong></p>${block.texts.map((text) => html`<p>${text}</p>`)}`;
    case "list":
      return html`<ul>${block.items.map((item) => html`<li>${item}</li>`)}</ul>`;
    case "facts":
      return summaryList(
        block.items.map(({ label, value, exact }) => ({
          key: label,
          value: exact ? html`<code class="hash">${value}</code>` : value,
        })),
        lang,
      );
    case "findings":
      return html`<ul>${block.items.map(({ reason, source }) => html`<li>${reason} <span class="small">${source}</span></li>`)}</ul>`;
    case "table":
      return tableHtml(block, at);
    case "code":
      return codeFigure({ svg: block.svg, title: block.alt, text: block.text });
    default:
      // A bar's `alt` says all that it shows.
      return html`<p>${block.alt}</p>`;
  }
}

/** A machine-readable code with its title, and its purpose beside it. */
export function codeFigure({
  svg,
  title,
  text,
}: {
  readonly svg: string;
  readonly title: string;
  readonly text: string;
}): Html {
  const [open, rest] = [svg.slice(0, svg.indexOf(">")), svg.slice(svg.indexOf(">") + 1)];
  return html`<figure class="qr-beside"><div class="qr">${raw(`${open} role="img">`)}<title>${title}</title>${raw(rest)}</div><figcaption>${text}</figcaption></figure>`;
}

function tableHtml({ caption, columns, rows, totals = [] }: TableBlock, at: number): Html {
  const cells = (row: Row) => row.map((cell) => (typeof cell === "string" ? cell : cell.text));
  // The last is the sum of all; those before it stand above.
  const foot = totals.at(-1);
  return table({
    id: `table-${at}`,
    caption,
    head: columns.map(({ label }) => label),
    rows: [...rows, ...totals.slice(0, -1)].map(cells),
    ...(foot && { foot: cells(foot) }),
    numeric: columns.flatMap(({ align }, place) => (align === "end" ? [place] : [])),
  });
}
