/** No page is outside the one table. */
import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { buildServer } from "../web/server.ts";
import { gapsOf, recordRoutes } from "./browser/page-routes.ts";
import { pageTable } from "./browser/page-table.ts";
import { testWorldOf } from "./server.ts";

describe("the table of pages", () => {
  it("has every page that the server serves, in every state it can be in", async () => {
    const { world, close } = await testWorldOf();
    try {
      const { server, routes } = await recordRoutes(() => buildServer(world));
      await server.close();
      deepEqual(gapsOf(routes, pageTable), []);
    } finally {
      // What renders documents is a thread: left open, it would hold the file after a gap is found.
      await close();
    }
  });
});
