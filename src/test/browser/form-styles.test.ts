/** What a telephone shows of a form and of a title: nothing touches, and a day stays whole. */
import { equal, ok } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, it } from "node:test";
import { noBrowser, testBrowser } from "./shared-browser.ts";

const STYLES = new URL("../../page/styles/", import.meta.url);
const FONT = "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2";
const ORDER = ["tokens.css", "base.css", "frame.css", "forms.css", "answers.css"];

describe("the styles of a page on a telephone", { skip: await noBrowser() }, () => {
  const shown = async (body: string) => {
    const styles = await Promise.all(ORDER.map((name) => readFile(new URL(name, STYLES), "utf8")));
    const font = (await readFile(new URL(import.meta.resolve(FONT)))).toString("base64");
    const face = `@font-face { font-family: Own; font-weight: 200 800; src: url(data:font/woff2;base64,${font}) } body { font-family: Own; margin: 0 }`;
    const page = await (await testBrowser()).newPage({ viewport: { width: 320, height: 800 } });
    await page.setContent(`<!doctype html><style>${styles.join("\n")}${face}</style><main>${body}</main>`);
    await page.evaluate("document.fonts.ready");
    return page;
  };
  const gapBefore = (css: string) =>
    `const at = document.querySelector("${css}").getBoundingClientRect().top;
     at - document.querySelector("#field").getBoundingClientRect().bottom`;

  for (const [where, body] of [
    ["nothing carried", '<p id="field">a</p><button>b</button>'],
    ["something carried", '<p id="field">a</p><input type="hidden"><input type="hidden"><button>b</button>'],
  ] as const)
    it(`parts a button from the field above it, with ${where} between them`, async () => {
      const page = await shown(`<form class="stack"><input type="hidden">${body}</form>`);
      equal(await page.evaluate(gapBefore("button")), 28);
      await page.close();
    });

  it("leaves no gap above the first field, which what is carried stands before", async () => {
    const page = await shown('<i id="field"></i><form class="stack"><input type="hidden"><p id="first">a</p></form>');
    equal(await page.evaluate('getComputedStyle(document.querySelector("#first")).marginTop'), "0px");
    await page.close();
  });

  it("has a whole day in one line of a title", async () => {
    const page = await shown("<h1>Délibération du <span>25\u00a0septembre\u00a02030</span></h1>");
    const lines: number = await page.evaluate('document.querySelector("span").getClientRects().length');
    ok(lines === 1, `the day takes ${lines} lines`);
    await page.close();
  });
});
