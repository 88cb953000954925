import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { executable, launch, unpacked } from "./chromium.ts";
import { noBrowser, testBrowser } from "./shared-browser.ts";

describe("the browser of the tests", { skip: await noBrowser() }, () => {
  it("starts, and shows a page", async () => {
    const page = await (await testBrowser()).newPage();
    await page.setContent("<title>Bonjour</title>");
    assert.equal(await page.title(), "Bonjour");
    await page.close();
  });

  it("is one for the whole process", async () => {
    assert.equal(await testBrowser(), await testBrowser());
  });

  it("reaches no host but this machine", async () => {
    const page = await (await testBrowser()).newPage();
    await assert.rejects(page.goto("http://example.org/"), /ERR_NAME_NOT_RESOLVED/);
    await page.close();
  });
});

describe("the choice of a Chromium", () => {
  it("takes the one that CHROMIUM names before any other", async () => {
    assert.deepEqual(await executable({ CHROMIUM: "/opt/mine" }), { path: "/opt/mine", env: {} });
  });

  it("takes the packaged one where none is named, whichever the system has", async () => {
    const { path } = await executable({});
    assert.match(path, /chromium-[\d.]+-\w+\/chromium$/);
  });

  it("says what to install where none can start", async () => {
    const before = process.env.CHROMIUM;
    process.env.CHROMIUM = "/nowhere/chromium";
    try {
      await assert.rejects(launch(), /No Chromium could start: install the Debian package chromium, or set CHROMIUM/);
    } finally {
      if (before === undefined) delete process.env.CHROMIUM;
      else process.env.CHROMIUM = before;
    }
  });

  it("unpacks the npm package once, whole, when two ask at the same time", async () => {
    const cache = await mkdtemp(join(tmpdir(), "livret-unpack-"));
    try {
      const [one, other] = await Promise.all([unpacked(cache), unpacked(cache)]);
      assert.equal(one, other);
      assert.deepEqual(await readdir(cache), [one.slice(cache.length + 1)]);
      for (const part of ["chromium", "al2023/lib/libnss3.so", "fonts/fonts.conf"])
        assert.ok(existsSync(join(one, part)), part);
    } finally {
      await rm(cache, { recursive: true, force: true });
    }
  });
});
