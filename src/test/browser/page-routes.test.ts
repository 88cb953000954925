import assert from "node:assert/strict";
import { describe, it } from "node:test";
import Fastify from "fastify";
import { gapsOf, recordRoutes, serves } from "./page-routes.ts";
import { inBothLanguages, type PageRow, type PageTable, type State } from "./pages.ts";

const row = (path: string, state: State = "full"): PageRow => ({
  page: path,
  path,
  state,
  lang: "fr",
  open: async () => {},
});
const table = (rows: readonly PageRow[], notPages: PageTable["notPages"] = []): PageTable => ({ rows, notPages });
const get = (...urls: string[]) => urls.map((url) => ({ method: "GET", url }));

describe("the table of pages against the routes of the server", () => {
  it("is whole when each page has a row and each other route says why it is none", () => {
    const whole = table([row("/:school")], [{ path: "/api/*", why: "for programs" }]);
    assert.deepEqual(gapsOf(get("/:school", "/api/law"), whole), []);
  });

  it("lacks a page that the server registers and no row opens", () => {
    assert.deepEqual(gapsOf(get("/:school", "/:school/help"), table([row("/:school")])), [
      "/:school/help is registered but not in the table of pages",
    ]);
  });

  it("names a page that the server no longer has", () => {
    assert.deepEqual(gapsOf(get(), table([row("/gone")])), ["/gone is in the table, but the server has no such page"]);
    assert.deepEqual(gapsOf(get(), table([row("(not found)", "error")])), []);
  });

  it("names an exception that no route needs any more", () => {
    assert.match(gapsOf(get(), table([], [{ path: "/api/*", why: "for programs" }])).join(), /no such route/);
  });

  it("asks of every page an ordinary day, and of every form its errors", () => {
    assert.deepEqual(gapsOf(get("/a"), table([row("/a", "empty")])), ['/a has no row "full"']);
    assert.deepEqual(gapsOf([...get("/a"), { method: "POST", url: "/a" }], table([row("/a")])), [
      '/a takes a form but has no row "error"',
    ]);
  });

  it("reads the routes off a server as it is built", async () => {
    const { server, routes } = await recordRoutes(async () => {
      const app = Fastify();
      await app.register(async (inner) => void inner.get("/inner", async () => ""), { prefix: "/:school" });
      app.post("/form", async () => "");
      return app;
    });
    assert.deepEqual(gapsOf(routes, table([row("/:school/inner")])), []);
    assert.deepEqual(gapsOf(routes, table([])), ["/:school/inner is registered but not in the table of pages"]);
    assert.ok(routes.some(({ method, url }) => method === "POST" && url === "/form"));
    await server.close();
  });
});

describe("a route pattern", () => {
  it("serves the addresses that fill its parameters, and no others", () => {
    assert.ok(serves("/:school/en/:diploma", "/faire-ess/en/deis"));
    assert.ok(serves("/:school", "/faire-ess/"));
    assert.ok(!serves("/:school", "/faire-ess/help"));
    assert.ok(serves("/assets/*", "/assets/css/main.css"));
    assert.ok(!serves("/a.html", "/aXhtml"));
  });
});

describe("a page in both languages", () => {
  it("has a row for each, at the address of each", async () => {
    const opened: string[] = [];
    const rows = inBothLanguages({
      page: "help",
      path: "/help",
      state: "full",
      open: async (_, { at }) => opened.push(at("/help")),
    });
    for (const one of rows) await one.open(undefined as never, { origin: "http://x", school: "ess" });
    assert.deepEqual(
      rows.map(({ path }) => path),
      ["/:school/help", "/:school/en/help"],
    );
    assert.deepEqual(opened, ["http://x/ess/help", "http://x/ess/en/help"]);
  });
});
