/** A tab of the browser that remembers what happened while its pages were loaded and used. */
import type { Browser, CDPSession, Dialog, Page, Response } from "playwright-core";
import { listen } from "./in-page.ts";

export type Seen = {
  /** Every document of the main frame, redirects left out, the last being the one on screen. */
  readonly documents: {
    readonly url: string;
    readonly status: number;
    readonly csp: string;
    readonly html: Promise<string>;
  }[];
  readonly requests: string[];
  readonly faults: { readonly text: string; readonly url: string }[];
};

export type Tab = {
  readonly page: Page;
  readonly seen: Seen;
  /**
   * As if it were another: nobody signed in, nothing seen. What the browser keeps of style sheets and programs stays, as
   * long as it waits at an address of the same service; from a blank page it would start another process for the next.
   */
  readonly renew: (options: { readonly width: number; readonly waitAt: string }) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type TabOptions = { readonly width: number; readonly script: boolean };

const HEIGHT = 900;
type Watched = { readonly seen: Seen; readonly debug: CDPSession; readonly script: boolean };
const tabs = new WeakMap<Page, Watched>();

export async function openTab(browser: Browser, options: TabOptions): Promise<Tab> {
  const context = await browser.newContext({
    viewport: { width: options.width, height: HEIGHT },
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const seen: Seen = { documents: [], requests: [], faults: [] };
  await page.addInitScript(listen);
  // Not the context's own `javaScriptEnabled`: that one cannot be lifted again, and axe must run on the page it left.
  const debug = await context.newCDPSession(page);
  if (!options.script) await debug.send("Emulation.setScriptExecutionDisabled", { value: true });
  page.on("console", (message) => {
    if (message.type() === "error") seen.faults.push({ text: message.text(), url: message.location().url });
  });
  page.on("pageerror", (error) => seen.faults.push({ text: `uncaught ${error.message}`, url: page.url() }));
  page.on("request", (request) => seen.requests.push(request.url()));
  page.on("response", (response) => {
    if (isDocument(page, response)) seen.documents.push(documentOf(response));
  });
  tabs.set(page, { seen, debug, script: options.script });
  const renew: Tab["renew"] = async ({ width, waitAt }) => {
    // A form that was left half filled in asks before it lets go.
    const letGo = (dialog: Dialog) => void dialog.accept();
    page.on("dialog", letGo);
    await page.goto(waitAt);
    page.off("dialog", letGo);
    for (const other of context.pages()) if (other !== page) await other.close();
    await context.clearCookies();
    // The text of a form that was left unsent, which the browser keeps for its next page.
    const { origin } = new URL(waitAt);
    for (const isLocalStorage of [true, false])
      await debug.send("DOMStorage.clear", { storageId: { securityOrigin: origin, isLocalStorage } });
    await page.setViewportSize({ width, height: HEIGHT });
    for (const list of [seen.documents, seen.requests, seen.faults]) list.length = 0;
  };
  return { page, seen, renew, close: () => context.close() };
}

export function seenBy(page: Page): Seen {
  return tabOf(page).seen;
}

/** Runs `use` with scripts allowed, on a page that was loaded and filled without them. */
export async function withScripts<T>(page: Page, use: () => Promise<T>): Promise<T> {
  const { debug, script } = tabOf(page);
  if (script) return use();
  await debug.send("Emulation.setScriptExecutionDisabled", { value: false });
  try {
    return await use();
  } finally {
    await debug.send("Emulation.setScriptExecutionDisabled", { value: true });
  }
}

/** Runs a whole program in the page. Given to the debugger as it is, a browser that has met it reads it in half the time. */
export async function runProgram(page: Page, source: string): Promise<void> {
  const { exceptionDetails } = await tabOf(page).debug.send("Runtime.evaluate", {
    expression: source,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
}

export function hasScripts(page: Page): boolean {
  return tabOf(page).script;
}

function tabOf(page: Page): Watched {
  const tab = tabs.get(page);
  if (!tab) throw new Error("This page was not opened by openTab(): nothing was noted of how it loaded.");
  return tab;
}

function isDocument(page: Page, response: Response): boolean {
  const redirected = response.status() >= 300 && response.status() < 400;
  return response.request().isNavigationRequest() && response.frame() === page.mainFrame() && !redirected;
}

function documentOf(response: Response): Seen["documents"][number] {
  return {
    url: response.url(),
    status: response.status(),
    csp: response.headers()["content-security-policy"] ?? "",
    // Asked for at once: the browser forgets a body when the next page comes. A page already gone reads as empty.
    html: response.text().catch(() => ""),
  };
}
