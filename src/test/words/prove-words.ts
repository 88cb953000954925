/**
 * `npm run prove:words`: enters the demonstration as each of its people, reads the pages that links lead to from their first one, and holds
 * what they say: no word twice, no plural of one, no key, no other language, no two counts of the same; and no link that leads nowhere, or to what is not theirs.
 */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { buildDemo } from "../../cli/demo/build.ts";
import { birthOf } from "../../deployment/birth/birth.ts";
import { livesIn } from "../../house/lives/together.ts";
import { buildServer } from "../../web/server.ts";
import { launch } from "../browser/chromium.ts";
import { countFaults } from "../browser/counts.ts";
import { languageFaults } from "../browser/language.ts";
import { ROOT } from "../law-world.ts";
import { beginProof } from "../proof.ts";
import { testWorldOf } from "../server.ts";

const SCHOOL = "faire-ess";
const NOW = new Date("2026-11-27T10:00:00Z");
const SMALL = process.env.LIVRET_PROOF === "small";
/** Of pages of one kind, such as those of a lesson: as many are read of one person, and of all. */
const [OF_ONE, OF_ALL] = SMALL ? [1, 2] : [2, 12];
/** What is no page, ends the visit, or is the other language's. */
const PASSED_BY =
  /\/en(?:\/|$)|\/(?:deconnexion|demonstration|docs|fichiers?|export)(?:\/|$)|\.(?:pdf|ics|csv|xlsx|xml|zip|json)$/;
const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/g;
/** An entry of the law, which its page names by its key and by the words of a file format. */
const ENTRY = /\/regle\/.+$/;

const { sees, tries, ends } = beginProof();
const { world, close } = await testWorldOf({ now: () => NOW });
await buildDemo(world, {
  schools: [SCHOOL],
  dossiers: 25,
  seed: 7,
  parallel: 1,
  lives: livesIn(ROOT),
  onFault: () => {},
});
const demo = await birthOf(world.db);
const app = await buildServer({ ...world, ...(demo && { demo }) }, { perMinute: 1_000_000 });
const origin = await app.listen({ port: 0, host: "127.0.0.1" });
const base = `${origin}/${SCHOOL}`;
const browser = await launch();
const read = new Map<string, number>();
try {
  const people = await visitor(browser, async ({ page }) => {
    await page.goto(`${base}/demonstration`);
    const all = await page.getByRole("radio", { includeHidden: true }).all();
    return Promise.all(all.map(async (one) => (await one.getAttribute("value")) ?? ""));
  });
  for (const person of people) await tries(person, () => visitor(browser, (visit) => walk(person, visit)));
  const pages = [...read.values()].reduce((sum, one) => sum + one, 0);
  sees(`${pages} pages of ${read.size} kinds, by ${people.length} people`, pages > people.length ? [] : ["too few"]);
} finally {
  await browser.close();
  await app.close();
  await close();
}
process.exitCode = ends();

type Visit = { readonly context: BrowserContext; readonly page: Page };

/** What is read needs no script, style or picture. */
async function visitor<T>(within: Browser, visits: (visit: Visit) => Promise<T>): Promise<T> {
  const context = await within.newContext({ javaScriptEnabled: true });
  await context.route(/\.(?:css|js|woff2|png|svg)(?:\?|$)/, (route) => route.abort());
  const page = await context.newPage();
  try {
    return await visits({ context, page });
  } finally {
    await context.close();
  }
}

async function walk(person: string, { context, page }: Visit): Promise<string[]> {
  await page.goto(`${base}/demonstration`);
  await unfold(page);
  await page.locator(`input[type="radio"][value="${person}"]`).check();
  const entered = page.waitForURL((url) => !url.pathname.endsWith("/demonstration"));
  await page.getByRole("button", { name: "Entrer" }).first().click();
  await entered;
  const faults = new Set<string>();
  const own = new Map<string, number>();
  const first = page.url();
  const queue = [first];
  const known = new Set(queue);
  for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
    const path = new URL(url).pathname.slice(SCHOOL.length + 1);
    const kind = path
      .replace(ENTRY, "/regle/:entry")
      .replaceAll(ID, ":id")
      .replaceAll(/\d{4}(?:-\d{2}){0,2}/g, ":day");
    const [mine, all] = [own.get(kind) ?? 0, read.get(kind) ?? 0];
    // The first page of everybody is read, and all that it leads to.
    if (url !== first && (mine >= OF_ONE || all >= OF_ALL)) continue;
    own.set(kind, mine + 1);
    read.set(kind, all + 1);
    // A file is no page.
    const answer = await page.goto(url).catch(() => null);
    if (!answer?.headers()["content-type"]?.startsWith("text/html")) continue;
    if (answer.status() >= 400) faults.add(`${answer.status()} ${path}`);
    for (const fault of await languageFaults(page, "fr"))
      if (!ENTRY.test(path) || !fault.includes(": a key, ")) faults.add(`${path} ${fault}`);
    for (const fault of await countFaults(page)) faults.add(`${path} counts ${fault}`);
    const links = await linksOf(page);
    for (const link of links.filter((one) => !known.has(one))) {
      known.add(link);
      queue.push(link);
    }
    if (url === first) for (const fault of await dead(context, links)) faults.add(`${path} leads to ${fault}`);
  }
  return [...faults];
}

async function unfold(page: Page): Promise<void> {
  await page.locator("details").evaluateAll((all) => {
    for (const one of all) (one as unknown as { open: boolean }).open = true;
  });
}

async function linksOf(page: Page): Promise<string[]> {
  const all = await page
    .getByRole("link", { includeHidden: true })
    .evaluateAll((links) =>
      links.map((link) => (link as unknown as { readonly href: string }).href.replace(/#.*$/, "")),
    );
  return [...new Set(all)].filter((url) => url.startsWith(`${base}/`) && !PASSED_BY.test(new URL(url).pathname));
}

/** What a first page leads to opens. Putting a line off is tried before its page: where that is to be read, reading it ends the line. */
async function dead(context: BrowserContext, links: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const [ofLines, others] = [true, false].map((one) => links.filter((link) => link.includes("/a-faire/") === one));
  for (const link of [...ofLines!, ...others!]) {
    const { status } = await context.request.get(link).then((answer) => ({ status: answer.status() }));
    if (status >= 400) found.push(`${status} ${link.slice(base.length)}`);
  }
  return found;
}
