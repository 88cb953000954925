/** Links that leave the page they are on begin where people reach the service, whatever a request says. */
import { deepEqual, equal } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, it } from "node:test";
import { originOf } from "../page/page.ts";

const SOURCE = fileURLToPath(new URL("..", import.meta.url));
/** The one function that may fall back on it; the passkey, which a browser binds to the very page it is on; where a form comes from. */
const MAY = ["page/page.ts", "people/proofs/pages/passkey-form.ts", "web/csrf.ts"];

describe("the start of a link", () => {
  const request = { protocol: "http", host: "ailleurs.exemple" } as const;

  it("is what the operator says, else what the request came to", () => {
    equal(originOf({ world: { publicUrl: "https://ecole.exemple" }, request }), "https://ecole.exemple");
    equal(originOf({ world: {}, request }), "http://ailleurs.exemple");
  });

  it("is made of the Host of a request nowhere else", () => {
    const sources = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !name.startsWith("test/"))
      .filter((name) => /request\.host(?:name)?\b/.test(readFileSync(join(SOURCE, name), "utf8")));
    deepEqual(sources.sort(), MAY);
  });
});
