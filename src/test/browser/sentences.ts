/**
 * `npm run sentences -- WORD`: what a person reads on each page of the table whose name holds the word, in both languages, to be read
 * over: a line of French, and below it, set in, the same of English. Of a page folded parts are opened.
 */
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { launch } from "./chromium.ts";
import { nameOf, type PageRow, type Served } from "./pages.ts";
import { pageTable } from "./page-table.ts";
import { serveSite } from "./served.ts";
import { openTab } from "./watch.ts";

/** Line by line where both have as many; else one language after the other, since nothing says which belong together. */
export function besideEachOther(french: readonly string[], english: readonly string[]): string[] {
  const setIn = (line = "") => `    ${line}`;
  return french.length === english.length
    ? french.flatMap((line, at) => [line, setIn(english[at])])
    : [...french, ...english.map(setIn)];
}

async function linesOf(browser: Browser, served: Served, row: PageRow): Promise<string[]> {
  const tab = await openTab(browser, { width: 1280, script: false });
  try {
    await row.open(tab.page, served);
    await tab.page.locator("details").evaluateAll((parts) => {
      for (const part of parts) part.setAttribute("open", "");
    });
    const text = await tab.page.locator("body").innerText();
    return text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
  } finally {
    await tab.close();
  }
}

async function main(word: string): Promise<void> {
  const rows = pageTable.rows.filter((row) => row.lang === "fr" && nameOf(row).includes(word));
  const { served, close } = await serveSite();
  const browser = await launch();
  try {
    for (const row of rows) {
      const twin = pageTable.rows.find(
        ({ page, state, apart, lang }) =>
          lang === "en" && page === row.page && state === row.state && apart === row.apart,
      );
      const french = await linesOf(browser, served, row);
      const english = twin ? await linesOf(browser, served, twin) : [];
      console.log([`# ${nameOf(row)}`, "", ...besideEachOther(french, english), ""].join("\n"));
    }
  } finally {
    await browser.close();
    await close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main(process.argv[2] ?? "");
