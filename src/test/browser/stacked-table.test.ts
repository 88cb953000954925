/** A table whose rows are cards on a narrow screen is still a table to whoever hears it, and nothing of it is cut off. */
import { deepEqual, equal } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, it } from "node:test";
import { table } from "../../page/form.ts";
import { noBrowser, testBrowser } from "./shared-browser.ts";

const STYLES = new URL("../../page/styles/", import.meta.url);

describe("a stacked table", { skip: await noBrowser() }, () => {
  it("keeps its headings, rows and cells at 320 pixels, and scrolls nowhere", async () => {
    const styles = await Promise.all(
      ["content.css", "office.css"].map((name) => readFile(new URL(name, STYLES), "utf8")),
    );
    const rows = [["Un nom ".repeat(20), "D-2026-000001", "x".repeat(90)]];
    const body = table({ id: "t", caption: "Dossiers", head: ["Candidat", "Dossier", "État"], rows, stacks: true });
    const page = await (await testBrowser()).newPage({ viewport: { width: 320, height: 800 } });
    await page.setContent(`<!doctype html><style>${styles.join("\n")}</style>${body.text}`);
    const cdp = await page.context().newCDPSession(page);
    const { nodes } = await cdp.send("Accessibility.getFullAXTree");
    const count = (role: string) => nodes.filter((node) => node.role?.value === role && !node.ignored).length;
    deepEqual(["table", "row", "columnheader", "rowheader", "cell"].map(count), [1, 2, 3, 1, 2]);
    equal(await page.evaluate("document.documentElement.scrollWidth"), 320);
    equal(await page.locator("tbody tr").evaluate((row: { offsetWidth: number }) => row.offsetWidth <= 320), true);
    const before = await page.evaluate("getComputedStyle(document.querySelector('td'), '::before').content");
    equal(before, '"Dossier "');
    await page.close();
  });
});
