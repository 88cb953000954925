import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { LAWS, testServer } from "../test/server.ts";
import { assetsOf } from "./assets.ts";

/** What a first visit may weigh, in compressed bytes: with and without the typeface. */
const FIRST_VIEW = 40 * 1024;
const WITH_FONT = 100 * 1024;

describe("stylesheets and the typeface", () => {
  let app: FastifyInstance;
  before(async () => {
    app = await testServer();
  });
  after(() => app.close());
  const assets = assetsOf(LAWS);

  it("are kept for ever under the hash of their bytes", async () => {
    for (const url of [assets.sheet, assets.font, assets.theme(undefined), assets.theme("faire-ess")]) {
      const answer = await app.inject({ url });
      assert.equal(answer.statusCode, 200, url);
      assert.match(answer.headers["cache-control"] as string, /immutable/);
      assert.match(url, /-[0-9a-f]{16}\.(css|woff2)$/);
    }
  });
  it("come packed to whoever can unpack them, and are the same", async () => {
    const plain = await app.inject({ url: assets.sheet, headers: { "accept-encoding": "identity" } });
    const packed = await app.inject({ url: assets.sheet, headers: { "accept-encoding": "gzip, br" } });
    assert.equal(packed.headers["content-encoding"], "br");
    assert.deepEqual(brotliDecompressSync(packed.rawPayload), plain.rawPayload);
  });
  it("are a school's own theme only where the school has one", () => {
    assert.match(assets.theme("faire-ess"), /theme-faire-ess-/);
    assert.equal(assets.theme("unknown"), assets.theme(undefined));
  });
  it("answer 404 to any other name", async () => {
    for (const name of ["livret.css", "..%2f..%2fpackage.json", "livret-0000000000000000.css"]) {
      assert.equal((await app.inject({ url: `/assets/${name}` })).statusCode, 404, name);
    }
  });
  it("keep the first view of the longest page light", async () => {
    const page = await app.inject({ url: "/faire-ess/deis" });
    assert.equal(page.statusCode, 200);
    const packed = (url: string) => assets.files.get(url.split("/").at(-1)!)!.packed()!.length;
    const view = brotliCompressSync(page.rawPayload).length + packed(assets.sheet) + packed(assets.theme("faire-ess"));
    const font = assets.files.get(assets.font.split("/").at(-1)!)!.bytes.length;
    assert.ok(view <= FIRST_VIEW, `${view} bytes`);
    assert.ok(view + font <= WITH_FONT, `${view + font} bytes with the typeface`);
  });
  it("never ask another host for anything", () => {
    for (const { bytes, type } of assets.files.values()) {
      if (type.startsWith("text/css")) assert.doesNotMatch(bytes.toString(), /url\(["']?(?:https?:)?\/\//);
    }
  });
});
