/** The whole site in a real browser: every page in every state of the one table, and no page outside it. */
import { deepEqual } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { buildServer } from "../web/server.ts";
import { gapsOf, recordRoutes } from "./browser/page-routes.ts";
import { pageTable } from "./browser/page-table.ts";
import type { Served } from "./browser/pages.ts";
import { noBrowser } from "./browser/shared-browser.ts";
import { walk } from "./browser/walk.ts";
import { LAWS, testServer, testWorldOf } from "./server.ts";

describe("the table of pages", () => {
  it("has every page that the server serves, in every state it can be in", async () => {
    const { world, close } = await testWorldOf();
    const { server, routes } = await recordRoutes(() => buildServer(world));
    deepEqual(gapsOf(routes, pageTable), []);
    await server.close();
    await close();
  });
});

describe("the site", { skip: await noBrowser() }, () => {
  let app: FastifyInstance;
  let served: Served;
  before(async () => {
    app = await testServer();
    const origin = await app.listen({ port: 0, host: "127.0.0.1" });
    served = { origin, school: LAWS.establishments[0]!.data.establishment };
  });
  after(() => app.close());

  walk(pageTable, () => served);
});
