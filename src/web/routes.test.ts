/** Which law the pages are shown under, and what they are asked. */
import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { plain } from "../test/journeys/sent-forms.ts";
import { withNextLaw } from "../test/next-law.ts";
import { testServer } from "../test/server.ts";
import { lawWorld } from "../house/world.ts";
import type { Page } from "../page/page.ts";

describe("the law of a page", () => {
  let app: FastifyInstance;
  let now = new Date();
  before(async () => {
    const law = lawWorld(withNextLaw(), { diploma: undefined, establishment: undefined });
    app = await testServer({ ...law, now: () => now });
  });
  after(() => app.close());

  const read = async (path: string, at: string) => {
    now = new Date(at);
    const answer = await app.inject(`/faire-ess${path}`);
    equal(answer.statusCode, 200);
    return answer.body;
  };

  it("is that of the day in the school’s zone, however the school’s file orders its versions", async () => {
    const entry = "/deis/regle/doors.C1";
    match(
      plain(await read(entry, "2026-12-31T22:59:59Z")),
      /Toute la version 2006, du 1er septembre 2006 au 31 décembre 2026/,
    );
    match(plain(await read(entry, "2026-12-31T23:00:00Z")), /Toute la version 2027, depuis le 1er janvier 2027/);
    match(plain(await read(entry, "2027-02-01T12:00:00Z")), /Toute la version 2027/);
  });

  it("is, above a diploma, that of the school’s first; its home shows each once, in the order of its file", async () => {
    const home = await read("/", "2026-11-25T09:00:00Z");
    match(home, /href="\/faire-ess\/deis\/candidater"/);
    const cards = [...home.matchAll(/<h3><a href="\/faire-ess\/(deis|other)">/g)].map(([, name]) => name);
    equal(cards.join(), "deis,other");
  });
});

describe("what an address asks", () => {
  const echo: Page = {
    name: "echo",
    path: "/echo",
    view: ({ query }) => ({ json: { asked: query.apres?.split("_"), other: query.other ?? null } }),
  };
  let app: FastifyInstance;
  before(async () => {
    app = await testServer({}, { pages: [echo] });
  });
  after(() => app.close());

  it("is one text a name, the last where one is given twice", async () => {
    deepEqual((await app.inject("/faire-ess/echo?apres=a_b&apres=c_d")).json(), { asked: ["c", "d"], other: null });
    deepEqual((await app.inject("/faire-ess/echo?apres")).json(), { asked: [""], other: null });
  });
});
