import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { noBrowser, testBrowser } from "../test/browser/shared-browser.ts";
import { testServer } from "../test/server.ts";

/** What French print needs beyond letters: its spaces, its quotation marks, ligatures, and the signs of our sentences. */
const SIGNS = "éèêëàâîïôùûüçÉÈÊÀÇœŒæÆ«»’“”–…−×·€°\u00a0\u202f";

/** A private character that no font has. */
const UNKNOWN = "\ue123";

type Canvas = {
  getContext(kind: "2d"): { font: string; fillText(text: string, x: number, y: number): void };
  toDataURL(): string;
};
declare const document: { createElement(name: "canvas"): Canvas };

/** Runs in the page: the sign as the typeface draws it. */
function pictureOf(sign: string): string {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  context.font = '40px "Atkinson Hyperlegible Next"';
  context.fillText(sign, 20, 60);
  return canvas.toDataURL();
}

const FRAMES = 120;

describe("the typeface", { skip: await noBrowser() }, () => {
  let app: FastifyInstance;
  let origin: string;
  before(async () => {
    app = await testServer();
    origin = await app.listen({ port: 0, host: "127.0.0.1" });
  });
  after(() => app.close());

  it("draws every sign of French print itself, from our own file", async () => {
    const page = await (await testBrowser()).newPage();
    await page.goto(`${origin}/faire-ess`);
    const session = await page.context().newCDPSession(page);
    await session.send("DOM.enable");
    await session.send("CSS.enable");
    const heading = async () => {
      const { root } = await session.send("DOM.getDocument");
      return (await session.send("DOM.querySelector", { nodeId: root.nodeId, selector: "h1" })).nodeId;
    };
    const box = await page.evaluate(pictureOf, UNKNOWN);
    const missing: string[] = [];
    for (const sign of SIGNS) {
      await session.send("DOM.setOuterHTML", { nodeId: await heading(), outerHTML: `<h1>a${sign}a</h1>` });
      // A part of the typeface is fetched when its first sign is laid out, and drawn some frames later.
      let own = false;
      let fonts: { familyName: string; isCustomFont: boolean }[] = [];
      for (let frame = 0; frame < FRAMES && !own; frame++) {
        await page.evaluate("new Promise((drawn) => requestAnimationFrame(() => drawn()))");
        ({ fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId: await heading() }));
        own = fonts.length === 1 && fonts[0]!.isCustomFont;
      }
      // Where no font at all has the sign, the box for unknown signs is drawn by the first: told by its picture.
      if (!own || (await page.evaluate(pictureOf, sign)) === box)
        missing.push(`${sign} ${fonts.map((one) => one.familyName).join(", ")}`);
    }
    await page.close();
    assert.deepEqual(missing, []);
  });
});
