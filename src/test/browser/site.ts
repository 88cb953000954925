/** The whole site in a real browser: every page in every state of the one table, one language a file, so that both cores work. */
import { after, before, describe } from "node:test";
import type { FastifyInstance } from "fastify";
import type { Lang } from "../../kit/lang.ts";
import { LAWS, testServer } from "../server.ts";
import { pageTable } from "./page-table.ts";
import type { Served } from "./pages.ts";
import { noBrowser } from "./shared-browser.ts";
import { walk } from "./walk.ts";

/** Alone in its file: a suite that ended while the browser starts would close it, being the last that node knows of. */
export async function describeSite(lang: Lang): Promise<void> {
  const table = { ...pageTable, rows: pageTable.rows.filter((row) => row.lang === lang) };
  describe(`the site in ${lang}`, { skip: await noBrowser() }, () => {
    let app: FastifyInstance;
    let served: Served;
    before(async () => {
      app = await testServer();
      const origin = await app.listen({ port: 0, host: "127.0.0.1" });
      served = { origin, school: LAWS.establishments[0]!.data.establishment };
    });
    after(() => app.close());

    walk(table, () => served);
  });
}
