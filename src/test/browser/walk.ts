/** Walks the table of pages: each row at 1280 and 320 px, with and without scripts, then all their HTML by the Nu checker. */
import assert from "node:assert/strict";
import { it } from "node:test";
import type { Page } from "playwright-core";
import { axeFaults, checkPage, layoutFaults } from "./checks.ts";
import { type Document, noJava, nuFaults } from "./nu.ts";
import { serves } from "./page-routes.ts";
import { nameOf, type PageRow, type PageTable, type Served } from "./pages.ts";
import { testBrowser } from "./shared-browser.ts";
import { openTab, seenBy } from "./watch.ts";

const WIDE = 1280;
const NARROW = 320;
const HEIGHT = 900;

type Met = { readonly row: PageRow; readonly title: string };

/** Declares one test a row, and those on all rows together; `served` is asked once they run. */
export function walk(table: PageTable, served: () => Served): void {
  const documents: Document[] = [];
  const met: Met[] = [];
  for (const row of table.rows) {
    // Scripts make no difference to a language: one of the two is walked without them as well.
    const bare = row.lang === "fr";
    it(`shows ${nameOf(row)}, wide and narrow${bare ? ", with and without scripts" : ""}`, async () => {
      await visit(row, served(), true, async (page) => {
        documents.push({ name: nameOf(row), html: (await seenBy(page).documents.at(-1)?.html) ?? "" });
        met.push({ row, title: await page.title() });
      });
      if (bare) await visit(row, served(), false, async () => {});
    });
  }
  it("gives each page a title of its own in each language", () => assert.deepEqual(sharedTitles(met), []));
  it("sends HTML that the Nu checker accepts", { skip: noJava() }, async () =>
    assert.deepEqual(await nuFaults(documents), []),
  );
}

/** Opens a row and runs every check on it, wide then narrow; `use` is called while it is open. */
export async function visit(
  row: PageRow,
  served: Served,
  script: boolean,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const tab = await openTab(await testBrowser(), { width: WIDE, script });
  try {
    await row.open(tab.page, served);
    const { pathname } = new URL(tab.page.url());
    assert.ok(
      row.path.startsWith("(") || serves(row.path, pathname),
      `${nameOf(row)} ended on ${pathname}, which ${row.path} does not serve`,
    );
    await checkPage(tab.page, {
      name: row.page,
      state: row.state,
      lang: row.lang,
      ...(row.status ? { status: row.status } : {}),
    });
    await use(tab.page);
    await tab.page.setViewportSize({ width: NARROW, height: HEIGHT });
    const narrow = [...(await layoutFaults(tab.page)), ...(await axeFaults(tab.page))];
    assert.ok(
      narrow.length === 0,
      `${nameOf(row)} at ${NARROW} px${script ? "" : ", without scripts"}:\n${narrow.map((fault) => `- ${fault}`).join("\n")}`,
    );
  } finally {
    await tab.close();
  }
}

/** Two pages with one title cannot be told apart in a list of tabs, nor by ear. */
export function sharedTitles(met: readonly Met[]): string[] {
  const groups = Map.groupBy(met, ({ row, title }) => `${row.lang} « ${title} »`);
  return [...groups].flatMap(([title, those]) => {
    const pages = [...new Set(those.map(({ row }) => row.page))];
    return pages.length > 1 ? [`${title} is the title of ${pages.join(" and ")}`] : [];
  });
}
