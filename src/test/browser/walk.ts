/**
 * Walks the table of pages: each row at 1280 and 320 px, then all their HTML by the Nu checker. Scripts know no language:
 * French is walked with them and English without, so that each state of each page is met both ways.
 */
import assert from "node:assert/strict";
import { after, it } from "node:test";
import type { Page } from "playwright-core";
import { axeFaults, checkPage, layoutFaults, OF_PLACE, OF_SHEETS } from "./checks.ts";
import { changedLooks, hasNoscript, sheets } from "./in-page.ts";
import { type Document, noJava, nuFaults } from "./nu.ts";
import { serves } from "./page-routes.ts";
import { nameOf, type PageRow, type PageTable, type Served } from "./pages.ts";
import { testBrowser } from "./shared-browser.ts";
import { openTab, seenBy, type Tab } from "./watch.ts";

const WIDE = 1280;
const NARROW = 320;
const HEIGHT = 900;
const NO_JAVA = noJava();

type Met = { readonly row: PageRow; readonly title: string };

/** Declares one test a row, and those on all rows together; `served` is asked once they run. */
export function walk(table: PageTable, served: () => Served): void {
  const documents: Document[] = [];
  const met: Met[] = [];
  for (const row of table.rows) {
    const script = row.lang === "fr";
    // Beyond the first state of a page, whose names the others share, the second language has nothing more for axe.
    const first = table.rows.find(({ page, lang }) => page === row.page && lang === row.lang) === row;
    it(`shows ${nameOf(row)}, wide and narrow, ${script ? "with" : "without"} scripts`, async () => {
      const use = async (page: Page) => {
        documents.push({ name: nameOf(row), html: (await seenBy(page).documents.at(-1)?.html) ?? "" });
        met.push({ row, title: await page.title() });
      };
      await visit(row, served(), script, use, first);
    });
  }
  after(async () => {
    for (const tab of tabs.values()) await tab.close();
    tabs.clear();
  });
  it("gives each page a title of its own in each language", () => assert.deepEqual(sharedTitles(met), []));
  it("sends HTML that the Nu checker accepts", { skip: NO_JAVA }, async () =>
    assert.deepEqual(await nuFaults(documents), []),
  );
}

/** One tab with scripts and one without, which every row finds as new: a browser that is warm draws a page in half the time. */
const tabs = new Map<boolean, Tab>();

async function tabFor(script: boolean, { origin }: Served): Promise<Tab> {
  const warm = tabs.get(script);
  // One that cannot be renewed is not met again.
  tabs.delete(script);
  await warm?.renew({ width: WIDE, waitAt: `${origin}/healthz` });
  const tab = warm ?? (await openTab(await testBrowser(), { width: WIDE, script }));
  tabs.set(script, tab);
  return tab;
}

/** Opens a row and runs every check on it, wide then narrow; `use` is called while it is open. */
export async function visit(
  row: PageRow,
  served: Served,
  script: boolean,
  use: (page: Page) => Promise<void>,
  first = true,
): Promise<void> {
  const tab = await tabFor(script, served);
  const { page } = tab;
  try {
    await row.open(page, served);
    const { pathname } = new URL(page.url());
    assert.ok(
      row.path.startsWith("(") || serves(row.path, pathname),
      `${nameOf(row)} ended on ${pathname}, which ${row.path} does not serve`,
    );
    // Before the checks, which put nothing back exactly as it was.
    await use(page);
    await checkPage(page, {
      name: row.page,
      state: row.state,
      lang: row.lang,
      skip: [
        ...(script || first || (await page.evaluate(hasNoscript)) ? [] : (["axe"] as const)),
        // The second language is as wide as the first where there is room, and the Nu checker reads all of both.
        ...(script ? [] : (["layout"] as const)),
        ...(script || NO_JAVA ? [] : (["html"] as const)),
      ],
      ...(row.status && { status: row.status }),
    });
    const narrow = [...(await sheetFaults(page)), ...(await narrowFaults(row, page, first))];
    assert.ok(
      narrow.length === 0,
      `${nameOf(row)} at ${NARROW} px${script ? "" : ", without scripts"}:\n${narrow.map((fault) => `- ${fault}`).join("\n")}`,
    );
  } catch (fault) {
    // What it did to its tab is not the next row's to bear.
    tabs.delete(script);
    await tab.close();
    throw fault;
  }
}

const judgedSheets = new Set<string>();

/** What the style sheets of a page are at fault for, whatever stands on it: once for all pages that have the same. */
async function sheetFaults(page: Page): Promise<string[]> {
  const those = await page.evaluate(sheets);
  if (judgedSheets.has(those)) return [];
  judgedSheets.add(those);
  return axeFaults(page, OF_SHEETS);
}

/** What changes its looks on a narrow screen and was judged there: on almost every page it is the same line of the header. */
const judgedNarrow = new Set<string>();

/** What axe finds on a narrow screen alone is no matter of language: one of the two is enough. */
async function narrowFaults({ lang }: PageRow, page: Page, first: boolean): Promise<string[]> {
  const asked = lang === "fr";
  if (asked) await page.evaluate(changedLooks);
  await page.setViewportSize({ width: NARROW, height: HEIGHT });
  const changed = asked ? JSON.stringify(await page.evaluate(changedLooks)) : undefined;
  const layout = await layoutFaults(page);
  if (!asked) return layout;
  // A later state of a page that looks as it did wide, but for what was judged, can only be at fault by where things stand.
  if (!first && changed !== undefined && judgedNarrow.has(changed))
    return [...layout, ...(await axeFaults(page, OF_PLACE))];
  const found = await axeFaults(page);
  if (changed !== undefined && found.length === 0) judgedNarrow.add(changed);
  return [...layout, ...found];
}

/** Two pages with one title cannot be told apart in a list of tabs, nor by ear. */
export function sharedTitles(met: readonly Met[]): string[] {
  // What is not there has one page, whichever page was asked for; a form that is shown again has the title of its page.
  const own = met.filter(({ row }) => (row.status !== 404 || row.page === "not-found") && row.page !== "outdated-form");
  const groups = Map.groupBy(own, ({ row, title }) => `${row.lang} « ${title} »`);
  return [...groups].flatMap(([title, those]) => {
    const pages = [...new Set(those.map(({ row }) => row.page))];
    return pages.length > 1 ? [`${title} is the title of ${pages.join(" and ")}`] : [];
  });
}
