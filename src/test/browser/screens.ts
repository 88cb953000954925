/**
 * `npm run screens -- [--url URL] [--school SLUG] [--only WORD]`: every row of the table of pages at 320, 768 and 1280 px,
 * into `screens/`, and contact sheets of them all. Without `--url` it starts a Livret of its own, with invented people; with
 * it, a Livret must be running there, and the pages of people signed in are left out.
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { html } from "../../kit/html.ts";
import { launch } from "./chromium.ts";
import { nameOf, NobodyToSignIn, type PageRow, type Served } from "./pages.ts";
import { pageTable } from "./page-table.ts";
import { serveSite } from "./served.ts";
import { openTab } from "./watch.ts";

const WIDTHS = [320, 768, 1280] as const;
const HEIGHT = 900;
/** Rows of one sheet: what Chromium still draws as one picture, and an eye still takes in. */
const ROWS = 8;

type Strip = { readonly row: PageRow; readonly files: readonly string[] };
type Task = {
  readonly browser: Browser;
  readonly rows: readonly PageRow[];
  readonly served: Served;
  readonly folder: string;
};

/** Draws all rows, then the sheets; gives the paths of the sheets. A row that cannot be opened stops it, by name. */
export async function drawScreens(task: Task, tell: (done: number, row: PageRow) => void): Promise<string[]> {
  await rm(task.folder, { recursive: true, force: true });
  await mkdir(task.folder, { recursive: true });
  const strips: Strip[] = [];
  for (const row of task.rows) {
    const strip = await drawRow(task, row);
    if (strip) strips.push(strip);
    tell(strips.length, row);
  }
  const sheets: string[] = [];
  for (let at = 0; at < strips.length; at += ROWS)
    sheets.push(await drawSheet(task, strips.slice(at, at + ROWS), sheets.length + 1));
  return sheets;
}

async function drawRow({ browser, served, folder }: Task, row: PageRow): Promise<Strip | undefined> {
  const tab = await openTab(browser, { width: WIDTHS[0], script: true });
  try {
    await row.open(tab.page, served);
    const files: string[] = [];
    for (const width of WIDTHS) {
      await tab.page.setViewportSize({ width, height: HEIGHT });
      const file = `${fileName(row)}.${width}.png`;
      await tab.page.screenshot({ path: join(folder, file), fullPage: true, animations: "disabled" });
      files.push(file);
    }
    return { row, files };
  } catch (error) {
    if (error instanceof NobodyToSignIn) return undefined;
    throw new Error(`${nameOf(row)} could not be drawn: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  } finally {
    await tab.close();
  }
}

async function drawSheet({ browser, folder }: Task, strips: readonly Strip[], number: number): Promise<string> {
  const source = join(folder, `sheet-${number}.html`);
  const picture = join(folder, `sheet-${number}.png`);
  await writeFile(source, sheetOf(strips));
  const page = await browser.newPage({ viewport: { width: 980, height: HEIGHT } });
  await page.goto(pathToFileURL(source).href);
  await page.screenshot({ path: picture, fullPage: true });
  await page.close();
  return picture;
}

function sheetOf(strips: readonly Strip[]): string {
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Contact sheet</title><style>
    body { margin: 12px; font: 14px sans-serif; background: #ddd }
    figure { margin: 0 0 16px } figcaption { font-weight: bold; margin-bottom: 4px }
    .strip { display: flex; gap: 12px; align-items: flex-start }
    .strip a { display: block; max-height: 720px; overflow: hidden; border: 1px solid #999 } img { display: block; width: 100% }
    a.w0 { width: 180px } a.w1 { width: 290px } a.w2 { width: 440px }
  </style></head><body>${strips.map(
    ({ row, files }) =>
      html`<figure><figcaption>${nameOf(row)}</figcaption><div class="strip">${files.map(
        (file, at) =>
          html`<a class="w${at}" href="${encodeURIComponent(file)}"><img src="${encodeURIComponent(file)}" alt="${WIDTHS[at]} px"></a>`,
      )}</div></figure>`,
  )}</body></html>`.text;
}

export function fileName({ page, state, apart, lang }: PageRow): string {
  return [page, state, ...(apart === undefined ? [] : [apart]), lang]
    .map((part) =>
      part
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, ""),
    )
    .join(".");
}

/** « 12/40 home (full, fr), 35 s left », over the last line on a terminal, a line each elsewhere. */
export function sayProgress(done: number, total: number, seconds: number, row: PageRow): string {
  const left = Math.round((seconds / done) * (total - done));
  return `${done}/${total} ${nameOf(row)}, ${left} s left`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { url: { type: "string" }, school: { type: "string" }, only: { type: "string" } },
  });
  const { served, close } = values.url === undefined ? await serveSite() : await running(values.url, values.school);
  const rows = pageTable.rows.filter((row) => nameOf(row).includes(values.only ?? ""));
  const started = performance.now();
  const browser = await launch();
  const { stderr } = process;
  const tell = (done: number, row: PageRow) => {
    const line = sayProgress(done, rows.length, (performance.now() - started) / 1000, row);
    stderr.write(stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
  };
  try {
    const sheets = await drawScreens({ browser, rows, served, folder: resolve("screens") }, tell);
    if (stderr.isTTY) stderr.write("\n");
    for (const sheet of sheets) console.log(sheet);
  } finally {
    await browser.close();
    await close();
  }
}

async function running(url: string, school?: string): Promise<{ served: Served; close: () => Promise<void> }> {
  const { origin } = new URL(url);
  return { served: { origin, school: school ?? (await schoolOf(origin)) }, close: async () => {} };
}

/** The front door of a deployment with one school leads to it. */
async function schoolOf(origin: string): Promise<string> {
  const front = await fetch(origin, { redirect: "manual" }).catch(() => {
    throw new Error(`Nothing answers at ${origin}: start Livret (npm start), or say where it is with --url.`);
  });
  const school = /^\/([^/]+)$/.exec(new URL(front.headers.get("location") ?? "/", origin).pathname)?.[1];
  if (!school) throw new Error(`${origin} serves several schools or none: say which with --school.`);
  return school;
}

if (import.meta.main) {
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
