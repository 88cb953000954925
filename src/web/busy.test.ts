import { deepEqual, equal, match, ok } from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it, type TestContext } from "node:test";
import { startRenderer } from "../documents/render.ts";
import { testServer } from "../test/server.ts";
import { printFor } from "../page/acting.ts";
import { errorWords } from "./error-sentences.ts";
import type { Page } from "../page/page.ts";

describe("a document asked for while many are", () => {
  let folder: string;
  let template: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "livret-busy-"));
    template = join(folder, "busy.typ");
    writeFileSync(template, '#set document(title: "A test", date: auto)\n#json("data.json").text');
  });
  after(() => rmSync(folder, { recursive: true }));

  const letter = (text: string) => ({ date: "2026-11-25", text });

  async function printing(t: TestContext, waiting: number) {
    const documents = startRenderer({ waiting });
    const page: Page = {
      name: "imprime",
      path: "/imprime/:text",
      view: async (visit) => {
        const data = letter(visit.params.text!);
        return { file: await printFor(visit, documents, template, data), type: "application/pdf", name: "a.pdf" };
      },
    };
    const app = await testServer({ documents }, { pages: [page] });
    t.after(async () => {
      await app.close();
      await documents.close();
    });
    return { documents, app };
  }

  it("is refused with when to come back where no more may wait, in the reader's language", async (t) => {
    const { documents, app } = await printing(t, 0);
    const under = documents.render(template, letter("under way"));
    for (const [lang, url] of [
      ["fr", "/faire-ess/imprime/a"],
      ["en", "/faire-ess/en/imprime/a"],
    ] as const) {
      const answer = await app.inject({ url });
      equal(answer.statusCode, 503, url);
      ok(Number(answer.headers["retry-after"]) > 0);
      match(answer.body, new RegExp(`<h1>${errorWords[lang].busy.title}</h1>`));
    }
    await under;
    equal((await app.inject({ url: "/faire-ess/imprime/a" })).statusCode, 200);
  });

  it("comes after one of each other network, and not after all that another has asked for", async (t) => {
    const { documents, app } = await printing(t, 50);
    const under = documents.render(template, letter("under way"));
    const printed: string[] = [];
    const ask = async (text: string, remoteAddress: string) => {
      const { statusCode } = await app.inject({ url: `/faire-ess/imprime/${text}`, remoteAddress });
      equal(statusCode, 200);
      printed.push(text);
    };
    const many = [1, 2, 3, 4, 5, 6].map((at) => ask(`many-${at}`, "192.0.2.1"));
    await Promise.all([...many, ask("one", "198.51.100.7"), under]);
    deepEqual(printed.slice(0, 2), ["many-1", "one"]);
  });
});
