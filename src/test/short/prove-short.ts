/**
 * `npm run prove:short`: a stranger on a telephone goes from the diploma’s page to her receipt on the demonstration, pressing nothing
 * that is not needed, and finds everything by role and name. Prints each page with its words and its height, and checks the bounds.
 */
import type { Page } from "playwright-core";
import { buildDemo } from "../../cli/demo/build.ts";
import { birthOf } from "../../deployment/birth/birth.ts";
import { buildServer } from "../../web/server.ts";
import { launch } from "../browser/chromium.ts";
import { beginProof } from "../proof.ts";
import { testWorldOf } from "../server.ts";
import { BOUNDS } from "./bounds.ts";
import { measuredInPage } from "./in-page.ts";
import { ONLY_YEARS, PAGES, type Press } from "./pages.ts";

const SCHOOL = "faire-ess";
const DIPLOMA = "deis";
/** A morning on which the intake of the demonstration is open. */
const NOW = new Date("2026-11-27T10:00:00Z");
const PHONE = { width: 320, height: 640 };
/** Milliseconds after which what does not come is a failure. */
const PATIENCE = 20_000;
/** More pages than this is a walk in circles. */
const LOST = 60;

type Measured = { readonly heading: string } & ReturnType<typeof measuredInPage>;

const { sees, tries, ends } = beginProof();
const { world, close } = await testWorldOf({ now: () => NOW });
await buildDemo(world, { schools: [SCHOOL], dossiers: 1, seed: 7, parallel: 1, lives: [], onFault: () => {} });
const demo = await birthOf(world.db);
const app = await buildServer({ ...world, ...(demo && { demo }) }, { perMinute: 1_000_000 });
const origin = await app.listen({ port: 0, host: "127.0.0.1" });
const browser = await launch();
try {
  const page = await browser.newPage({ viewport: PHONE });
  page.setDefaultTimeout(PATIENCE);
  const seen: Measured[] = [];
  await tries("reaches the receipt", () => walk(page, seen));
  tell(seen);
  const unsure: Measured[] = [];
  await tries("is answered with only years", async () =>
    walk(await (await browser.newContext({ viewport: PHONE })).newPage(), unsure, ONLY_YEARS),
  );
  const last = unsure.at(-1)!;
  within(`words of « ${last.heading} »`, last.words, BOUNDS.unsure);
} finally {
  await browser.close();
  await app.close();
  await close();
}
process.exitCode = ends();

/** Adds each page to `seen`, until one that leads no further. */
async function walk(page: Page, seen: Measured[], pages = PAGES): Promise<readonly string[]> {
  const press: Press = async (role, name) => {
    const loaded = page.waitForEvent("load");
    const all = page.getByRole("main").getByRole(role, { name, exact: typeof name === "string" });
    await all.first().click();
    await loaded;
  };
  await page.goto(`${origin}/${SCHOOL}/${DIPLOMA}`);
  while (seen.length < LOST) {
    const here = await measured(page);
    seen.push(here);
    const known = pages.find(({ heading }) => heading.test(here.heading));
    if (!known) return [`no page is expected with the heading « ${here.heading} » (${page.url()})`];
    if (!known.goesOn) return [];
    await known.goesOn(page, press);
  }
  return [`${LOST} pages, and no receipt`];
}

async function measured(page: Page): Promise<Measured> {
  const heading = await page.getByRole("main").getByRole("heading", { level: 1 }).first().innerText();
  return { heading: heading.replaceAll(/\s+/g, " "), ...(await page.evaluate(measuredInPage)) };
}

function tell(seen: readonly Measured[]): void {
  const words = seen.reduce((sum, one) => sum + one.words, 0);
  console.log("page  words     px  header");
  for (const [at, { heading, words: count, height, header }] of seen.entries())
    console.log(`${col(at + 1, 4)}  ${col(count, 5)}  ${col(height, 5)}  ${col(header, 6)}  ${heading}`);
  console.log(`${seen.length} pages, ${words} words\n`);
  within("pages", seen.length, BOUNDS.pages);
  within("words in all", words, BOUNDS.words);
  within("pixels of the header", Math.max(...seen.map(({ header }) => header)), BOUNDS.header);
  for (const { heading, which, ...most } of BOUNDS.each) {
    const [found] = seen.filter((one) => heading.test(one.heading));
    if (!found) {
      sees(`a page is ${which}`, ["none has its heading, and its bounds hold nothing"]);
      continue;
    }
    if (most.words) within(`words of ${which}`, found.words, most.words);
    if (most.height) within(`pixels of ${which}`, found.height, most.height);
  }
}

function within(what: string, is: number, most: number): void {
  sees(`${what}: ${is}, at most ${most}`, is <= most ? [] : [`${is - most} too many`]);
}

function col(value: number, width: number): string {
  return String(value).padStart(width);
}
