/**
 * One browser for all the tests of a process, closed after the last of them.
 * Where none can start, `noBrowser()` gives the sentence to skip with; CI counts any skip as a failure, so that a skip is
 * never silent: `describe("…", { skip: await noBrowser() }, …)`.
 */
import { after } from "node:test";
import type { Browser } from "playwright-core";
import { launch } from "./chromium.ts";

let started: Promise<Browser> | undefined;

// Here and not in `testBrowser`: called inside a test, `after` would close the browser at the end of that test.
after(async () => {
  const browser = await started?.catch(() => undefined);
  await browser?.close();
});

export function testBrowser(): Promise<Browser> {
  started ??= launch();
  return started;
}

export async function noBrowser(): Promise<string | false> {
  return testBrowser().then(
    () => false,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}
