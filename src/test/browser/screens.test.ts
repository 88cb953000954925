import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { describe, it } from "node:test";
import { page, serve } from "./fixture.ts";
import type { PageRow } from "./pages.ts";
import { drawScreens, sayProgress } from "./screens.ts";
import { noBrowser, testBrowser } from "./shared-browser.ts";

const row = (name: string): PageRow => ({
  page: name,
  path: "/good",
  state: "very long",
  lang: "fr",
  open: async (tab, { origin }) => void (await tab.goto(`${origin}/${name}`, { waitUntil: "load" })),
});

/** A PNG says its size in the first bytes of its header. */
async function widthOf(file: string): Promise<number> {
  return (await readFile(file)).readUInt32BE(16);
}

describe("the screens", { skip: await noBrowser() }, () => {
  it("are drawn at three widths, then gathered in sheets", async () => {
    const fixture = await serve({ "/good": page(), "/other": page() });
    const folder = await mkdtemp(join(tmpdir(), "livret-screens-"));
    try {
      const told: number[] = [];
      const rows = [row("good"), row("other")];
      const served = { origin: fixture.origin, school: "essai" };
      const sheets = await drawScreens({ browser: await testBrowser(), rows, served, folder }, (done) =>
        told.push(done),
      );
      assert.deepEqual(
        sheets.map((sheet) => basename(sheet)),
        ["sheet-1.png"],
      );
      assert.deepEqual(told, [1, 2]);
      const drawn = (await readdir(folder)).filter((file) => file.startsWith("good."));
      assert.deepEqual(drawn.sort(), [
        "good.very-long.fr.1280.png",
        "good.very-long.fr.320.png",
        "good.very-long.fr.768.png",
      ]);
      for (const width of [320, 768, 1280])
        assert.equal(await widthOf(join(folder, `good.very-long.fr.${width}.png`)), width);
    } finally {
      await fixture.close();
      await rm(folder, { recursive: true, force: true });
    }
  });

  it("name the row that cannot be opened", async () => {
    const folder = await mkdtemp(join(tmpdir(), "livret-screens-"));
    const served = { origin: "http://127.0.0.1:1", school: "essai" };
    try {
      await assert.rejects(
        drawScreens({ browser: await testBrowser(), rows: [row("good")], served, folder }, () => {}),
        /good \(very long, fr\) could not be drawn/,
      );
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe("the progress of the screens", () => {
  it("says how many are done and the time left", () => {
    assert.equal(sayProgress(10, 40, 5, row("help")), "10/40 help (very long, fr), 15 s left");
  });
});
