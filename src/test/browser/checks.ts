/** Everything a page on screen must pass, whatever it is about. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { htmlFaults } from "./html-rules.ts";
import { languageFaults } from "./language.ts";
import { head, misfits, spaceOut, unspace, unwrapNoscript, wrongDefaults } from "./in-page.ts";
import { hasScripts, runProgram, seenBy, withScripts } from "./watch.ts";

export type Expected = {
  readonly name: string;
  readonly state: string;
  readonly lang: string;
  /** Of the document on screen; 200 where nothing is said. */
  readonly status?: number;
  /** What has nothing to find that was not looked for elsewhere: in another language, or by another checker. */
  readonly skip?: readonly Check[];
};
type Check = "axe" | "html" | "layout";

/** WCAG 2.2 A and AA and axe's good practice, with the rules that axe leaves off by default but that bite here. */
const AXE: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
  rules: {
    "target-size": { enabled: true },
    "label-content-name-mismatch": { enabled: true },
    "table-fake-caption": { enabled: true },
    "td-has-header": { enabled: true },
    "css-orientation-lock": { enabled: false },
  },
  // Style sheets, which it would ask for once more at every look.
  preload: false,
  resultTypes: ["violations"],
};

/** What of this depends on the style sheets alone. */
export const OF_SHEETS: RunOptions = {
  runOnly: { type: "rule", values: ["css-orientation-lock"] },
  resultTypes: ["violations"],
};

/** What of this depends on where things stand on the screen, however they look. */
export const OF_PLACE: RunOptions = {
  runOnly: { type: "rule", values: ["target-size", "scrollable-region-focusable"] },
  resultTypes: ["violations"],
};

/** The small one: every page gets it anew. Ends on nothing: the value of the last line, axe itself, would be sent back whole. */
const AXE_SOURCE = `${readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8")};undefined`;

/** Fails with every fault of the page on screen, in sentences. */
export async function checkPage(page: Page, expected: Expected): Promise<void> {
  noFault(page, expected, await faultsOf(page, expected));
}

function noFault(page: Page, expected: Expected, faults: readonly string[]): void {
  const said = `${expected.name} (${expected.state}, ${expected.lang}) at ${page.viewportSize()?.width} px, ${page.url()}`;
  assert.ok(faults.length === 0, `${said}:\n${faults.map((fault) => `- ${fault}`).join("\n")}`);
}

export async function faultsOf(page: Page, expected: Expected): Promise<string[]> {
  const looks = (check: Check) => expected.skip?.includes(check) !== true;
  return [
    ...(await headFaults(page, expected)),
    ...answerFaults(page, expected),
    ...(looks("html") ? await markupFaults(page) : []),
    ...(looks("layout") ? await layoutFaults(page) : []),
    ...(await page.evaluate(wrongDefaults)).map((said) => `first button: ${said}`),
    ...(await languageFaults(page, expected.lang)),
    ...(looks("axe") ? await axeFaults(page) : []),
  ];
}

async function headFaults(page: Page, { lang }: Expected): Promise<string[]> {
  const found = await page.evaluate(head);
  return [
    ...(found.title ? [] : ["title: the page has none"]),
    ...(found.lang === lang ? [] : [`lang: the page says "${found.lang}", not "${lang}"`]),
    ...(found.headings.length === 1
      ? []
      : [`h1: ${found.headings.length} instead of one: ${found.headings.join(" | ")}`]),
  ];
}

/** How the page came: its status, its policy, what the console said, where requests went. */
function answerFaults(page: Page, expected: Expected): string[] {
  const { documents, faults, requests } = seenBy(page);
  const shown = documents.at(-1);
  const status = expected.status ?? 200;
  const { origin } = new URL(page.url());
  const strangers = requests.filter((url) => /^(https?|wss?):/.test(url) && new URL(url).origin !== origin);
  return [
    ...(shown?.status === status ? [] : [`status: ${shown?.status ?? "no document"} instead of ${status}`]),
    ...policyFaults(shown?.csp ?? ""),
    ...[...new Set(strangers)].map((url) => `external request: ${url}`),
    ...faults.filter((fault) => !isStatusOfDocument(fault, documents)).map(({ text }) => `console: ${text}`),
  ];
}

function policyFaults(csp: string): string[] {
  if (!csp) return ["policy: the page came without a Content-Security-Policy"];
  return /'unsafe-(inline|eval)'/.test(csp) ? [`policy: it allows what is unsafe: ${csp}`] : [];
}

/** Chromium logs a 404 or a 422 of the document itself as an error; whether it was due is judged by the status above. */
function isStatusOfDocument(fault: { text: string; url: string }, documents: readonly { url: string }[]): boolean {
  return fault.text.startsWith("Failed to load resource") && documents.some(({ url }) => url === fault.url);
}

async function markupFaults(page: Page): Promise<string[]> {
  const html = await seenBy(page).documents.at(-1)?.html;
  if (!html) return ["html: the server sent nothing that could be read"];
  return htmlFaults(html).map((fault) => `html: ${fault}`);
}

/** Nothing sticks out or is cut off, as designed and under the reader's own spacing of letters (WCAG 1.4.10, 1.4.12). */
export async function layoutFaults(page: Page): Promise<string[]> {
  const plain = await page.evaluate(misfits);
  await page.evaluate(spaceOut);
  const spaced = await page.evaluate(misfits);
  await page.evaluate(unspace);
  const only = plain.length > 0 ? [] : spaced;
  return [...plain.map((said) => `layout: ${said}`), ...only.map((said) => `layout with wide spacing: ${said}`)];
}

export async function axeFaults(page: Page, options: RunOptions = AXE): Promise<string[]> {
  // Evaluated through the debugger, which the page's policy does not govern: nothing is weakened for the test.
  const violations = await withScripts(page, async () => {
    if (!hasScripts(page)) await page.evaluate(unwrapNoscript);
    if (!(await page.evaluate("typeof axe === 'object'"))) await runProgram(page, AXE_SOURCE);
    return page.evaluate(runAxe, options);
  });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      (node) =>
        `axe ${id}: ${help}: ${node.html.slice(0, 160)} ${(node.failureSummary ?? "").split("\n").slice(1).join(" ").trim()}`,
    ),
  );
}

/** The violations alone: to send all that axe looked at takes as long as to look. */
async function runAxe(options: RunOptions): Promise<AxeResults["violations"]> {
  const { axe } = globalThis as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } };
  return (await axe.run(options)).violations;
}
