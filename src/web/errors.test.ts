import assert from "node:assert/strict";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { testServer } from "../test/server.ts";
import { errorWords } from "./error-sentences.ts";
import { pages } from "../house/pages.ts";

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
    const url = "/faire-ess/deis/candidater/titres";
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
  it("says so where the address itself cannot be read, with what every answer carries", async () => {
    const known = await app.inject({ url: "/faire-ess/rien" });
    for (const [url, status, title] of [
      ["/%ff", 400, errorWords.fr.pages[400]!.title],
      ["/faire-ess/en/%E0%A4%A", 400, errorWords.en.pages[400]!.title],
      [`/${"a".repeat(9_000)}`, 404, errorWords.fr.pages[404]!.title],
    ] as const) {
      const answer = await app.inject({ url });
      assert.equal(answer.statusCode, status, url);
      assert.match(answer.body, new RegExp(`<h1>${title}</h1>`));
      for (const header of ["content-security-policy", "x-content-type-options", "x-frame-options", "referrer-policy"])
        assert.equal(answer.headers[header], known.headers[header], header);
    }
    assert.equal(known.headers["x-frame-options"], "DENY");
    const api = await app.inject({ url: "/api/%ff" });
    assert.equal(api.statusCode, 400);
    assert.match(String(api.headers["content-type"]), /^application\/problem\+json/);
    assert.equal(api.json().code, "bad-request");
  });
  it("tells a program in its own form that an address is none of ours, or is asked for in another way", async () => {
    for (const url of ["/api/nope", "/api/faire-ess/nope"]) {
      const answer = await app.inject({ url, headers: { "accept-language": "en" } });
      assert.equal(answer.statusCode, 404, url);
      assert.match(answer.body, /"title":"This address does not exist."/, url);
    }
    for (const [method, url, allow] of [
      ["GET", "/api/decide/eligibility", "POST"],
      ["DELETE", "/healthz", "GET, HEAD"],
      ["POST", "/openapi.json", "GET, HEAD"],
      ["TRACE", "/api/faire-ess/acts/keepAnswer", "POST"],
    ] as const) {
      const headers = { "content-type": "text/plain" };
      const answer = await app.inject({ method, url, headers, payload: method === "GET" ? "" : "x" });
      assert.deepEqual([answer.statusCode, answer.headers.allow, answer.json().code], [405, allow, "method"], url);
    }
    const payload = `{"id":"${"x".repeat(2 * 1024 * 1024)}"}`;
    const headers = { "content-type": "application/json" };
    const large = await app.inject({ method: "POST", url: "/api/decide/eligibility", headers, payload });
    assert.deepEqual([large.statusCode, large.json().most], [413, 1024 * 1024]);
  });
  it("says of each page which ways of asking it takes, whatever it is asked in", async () => {
    const asked = async (method: string, url: string, allow: string) => {
      const headers = { "content-type": "application/xml" };
      const answer = await app.inject({ method: method as "POST", url, headers, payload: "<a/>" });
      assert.deepEqual([answer.statusCode, answer.headers.allow], [405, allow], `${method} ${url}`);
    };
    for (const { path, submit } of pages) {
      const url = `/faire-ess${path.replace(":diploma", "deis").replace(/:\w+/g, "x")}`;
      await (submit ? asked("PUT", url, "GET, HEAD, POST") : asked("POST", url, "GET, HEAD"));
    }
    for (const method of ["POST", "OPTIONS", "TRACE", "PROPFIND"])
      for (const url of ["/", "/en", "/docs", "/assets/x", "/faire-ess/en", "/faire-ess/deis?q=1"])
        await asked(method, url, "GET, HEAD");
    const { body, headers } = await app.inject({ method: "POST", url: "/faire-ess/en/deis" });
    assert.match(body, new RegExp(`<html lang="en">[^]*<h1>${errorWords.en.pages[405]!.title}</h1>`));
    assert.equal(headers["x-frame-options"], "DENY");
  });
  it("knows no page of a school or a diploma that is none of ours, in whatever way it is asked for", async () => {
    for (const url of ["/nulle-part", "/nulle-part/en", "/faire-ess/rien/regle", "/faire-ess/rien", "/api/nope"])
      for (const method of ["GET", "PUT"] as const) {
        const answer = await app.inject({ method, url });
        assert.deepEqual([answer.statusCode, answer.headers.allow], [404, undefined], `${method} ${url}`);
      }
  });
  it("says in both languages that headers are too long, where neither page nor reader is known", async () => {
    const origin = await app.listen({ port: 0, host: "127.0.0.1" });
    const answer = await fetch(origin, { headers: { cookie: "x".repeat(20_000) } });
    assert.equal(answer.status, 431);
    assert.match(await answer.text(), /en-têtes .* trop longs.*\n.*headers .* too long/);
  });
  it("refuses a form whose origin is none, in words", async () => {
    for (const origin of ["garbage", "", "http://", "http://ailleurs.fr"]) {
      const url = "/faire-ess/connexion/code";
      const headers = { origin, "content-type": "application/x-www-form-urlencoded" };
      const form = await app.inject({ method: "POST", url, headers, payload: "address=a@b.fr" });
      assert.equal(form.statusCode, 403, origin);
      assert.match(form.body, new RegExp(errorWords.fr.pages[403]!.title));
    }
  });
  it("cuts a form that does not come to its end, and says so", async () => {
    const slow = await testServer({}, { formMs: 100 });
    try {
      await slow.listen({ port: 0, host: "127.0.0.1" });
      const { port } = slow.server.address() as AddressInfo;
      const socket = connect(port, "127.0.0.1");
      const head = "POST /faire-ess/connexion HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n";
      socket.write(`${head}content-type: application/x-www-form-urlencoded\r\n\r\na=`);
      const heard = await text(socket);
      assert.match(heard, /^HTTP\/1\.1 408 /);
      assert.match(heard, new RegExp(errorWords.fr.pages[408]!.title));
    } finally {
      await slow.close();
    }
  });
  it("exists in both languages for the same faults", () => {
    assert.deepEqual(Object.keys(errorWords.en.pages), Object.keys(errorWords.fr.pages));
  });
});
