import { doesNotMatch, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { LAWS, testServer } from "../test/server.ts";
import { withSchools } from "../test/several-schools.ts";
import { lawWorld } from "../house/world.ts";
import { townOf } from "./front.ts";

const NOBODY_ASKED = { diploma: undefined, establishment: undefined };

describe("the front door of one school", () => {
  it("leads straight to its home, in either language", async () => {
    const app = await testServer();
    for (const [url, home] of [
      ["/", "/faire-ess"],
      ["/en", "/faire-ess/en"],
    ] as const) {
      const answer = await app.inject(url);
      equal(answer.statusCode, 302);
      equal(answer.headers.location, home);
    }
    await app.close();
  });
});

describe("the front door of several schools", () => {
  let app: FastifyInstance;
  let now = new Date("2026-11-25T09:00:00Z");
  before(async () => {
    const others = [{ establishment: "autre", name: "Autre école", address: ["Le phare"] }];
    app = await testServer({ ...lawWorld(withSchools(LAWS, others), NOBODY_ASKED), now: () => now });
  });
  after(() => app.close());

  it("names each with its town where its address says one, and with what it prepares for, by name", async () => {
    const { statusCode, body } = await app.inject("/");
    equal(statusCode, 200);
    match(
      body,
      /<a href="\/autre">Autre école<\/a>[^]*<a href="\/faire-ess">Faire ESS<\/a><\/h2>\s*<p class="place">Montpellier/,
    );
    match(body, /<a href="\/autre\/deis">diplôme d’État d’ingénierie sociale \(DEIS\)<\/a>/);
    equal(body.match(/class="place"/g)?.length, 1);
  });

  it("says it in English under /en, each page leading to the other", async () => {
    const english = await app.inject("/en");
    match(
      english.body,
      /<html lang="en">[^]*href="\/" lang="fr" hreflang="fr"[^]*<a href="\/faire-ess\/en\/deis">State dipl/,
    );
    equal(english.headers["content-language"], "en");
    match((await app.inject("/")).body, /href="\/en" lang="en" hreflang="en"/);
  });

  it("leads nowhere where no diploma is in force, since the school has no page that day", async () => {
    now = new Date("2000-01-03T09:00:00Z");
    const { body } = await app.inject("/");
    match(body, /<h2>Faire ESS<\/h2>/);
    match(body, /Aucun diplôme n’y est préparé aujourd’hui/);
    doesNotMatch(body, /href="\/faire-ess"/);
    equal((await app.inject("/faire-ess")).statusCode, 404);
  });
});

describe("the front door of no school", () => {
  it("is a page that is not there", async () => {
    const none = { ...LAWS, establishments: [] };
    const app = await testServer({ laws: none });
    for (const url of ["/", "/en"]) equal((await app.inject(url)).statusCode, 404);
    await app.close();
  });
});

describe("the town of a school", () => {
  it("is what follows the postcode, without the mail’s own CEDEX", () => {
    const of = (...address: string[]) => townOf({ address });
    equal(of("CS 70022", "34077 Montpellier cedex 3"), "Montpellier");
    equal(of("13001 Marseille CEDEX"), "Marseille");
    equal(of("97400 Saint-Denis"), "Saint-Denis");
  });

  it("is not guessed from a line without a postcode", () => {
    equal(townOf({ address: ["Le phare", "BP 12345 Brest", "340770 Montpellier"] }), undefined);
  });
});
