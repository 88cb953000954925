import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { testServer } from "../test/server.ts";
import { errorWords } from "./error-sentences.ts";

describe("a page for what went wrong", () => {
  let app: FastifyInstance;
  before(async () => {
    app = await testServer();
  });
  after(() => app.close());

  it("speaks the language of the path, with or without a school", async () => {
    for (const [url, lang, title] of [
      ["/faire-ess/rien", "fr", errorWords.fr.pages[404]!.title],
      ["/faire-ess/en/rien", "en", errorWords.en.pages[404]!.title],
      ["/rien", "fr", errorWords.fr.pages[404]!.title],
      ["/en/nothing", "en", errorWords.en.pages[404]!.title],
      ["/nulle-part/en/x", "en", errorWords.en.pages[404]!.title],
    ] as const) {
      const answer = await app.inject({ url });
      assert.equal(answer.statusCode, 404, url);
      assert.match(answer.body, new RegExp(`<html lang="${lang}">[^]*<h1>${title}</h1>`), url);
      assert.equal(answer.headers["content-language"], lang);
    }
  });
  it("leads home where there is a school, and to the schools where there is none", async () => {
    assert.match((await app.inject({ url: "/faire-ess/rien" })).body, /<a href="\/faire-ess">/);
    assert.match((await app.inject({ url: "/rien" })).body, /<li><a href="\/faire-ess">/);
  });
  it("repeats nothing of the address", async () => {
    const { body } = await app.inject({ url: "/faire-ess/%3Cscript%3Ealert(1)%3C/script%3E?x=%22%3E" });
    assert.doesNotMatch(body, /alert/);
  });
  it("says that a form is too long, and that another type is none", async () => {
    const url = "/faire-ess/deis/candidater";
    const large = await app.inject({
      method: "POST",
      url,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      payload: `a=${"x".repeat(600_000)}`,
    });
    assert.equal(large.statusCode, 413);
    assert.match(large.body, new RegExp(errorWords.fr.pages[413]!.title));
    const json = await app.inject({
      method: "POST",
      url,
      headers: { "content-type": "application/xml" },
      payload: "<a/>",
    });
    assert.equal(json.statusCode, 415);
    assert.match(json.body, new RegExp(errorWords.fr.pages[415]!.title));
  });
  it("exists in both languages for the same faults", () => {
    assert.deepEqual(Object.keys(errorWords.en.pages), Object.keys(errorWords.fr.pages));
  });
});
