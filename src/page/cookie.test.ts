import { equal, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { html } from "../kit/html.ts";
import { testServer } from "../test/server.ts";
import type { Page } from "./page.ts";
import { keepGuestSession, keepMark, keepSession } from "./session.ts";

describe("a cookie", () => {
  const setting: Page = {
    name: "setting",
    path: "/pose",
    view: (visit) => {
      keepSession(visit, "of-a-person");
      keepGuestSession(visit, "of-a-guest");
      keepMark(visit, "of-a-browser");
      return { html: html`${visit.csrf()}` };
    },
  };
  let app: FastifyInstance;
  before(async () => {
    app = await testServer({}, { pages: [setting], proxies: 1 });
  });
  after(() => app.close());

  const set = async (proto: string) => {
    const answer = await app.inject({ url: "/faire-ess/pose", headers: { "x-forwarded-proto": proto } });
    return answer.cookies as { name: string; httpOnly?: boolean; sameSite?: string; secure?: boolean; path?: string }[];
  };

  it("is for no script and comes with no form of another site, over TLS alone where people came by it", async () => {
    for (const [proto, secure] of [
      ["https", true],
      ["http", undefined],
    ] as const) {
      const cookies = await set(proto);
      equal(cookies.length, 4);
      for (const one of cookies) {
        ok(one.httpOnly, one.name);
        equal(one.sameSite, "Lax", one.name);
        equal(one.secure, secure, one.name);
      }
    }
  });

  it("of a guest goes to the school that let them in, and to no other", async () => {
    const of = new Map((await set("https")).map(({ name, path }) => [name, path]));
    equal(of.get("livret_guest"), "/faire-ess");
    equal(of.get("livret_session"), "/");
  });
});
