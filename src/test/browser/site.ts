/** The whole site in a real browser: every page in every state of the one table, one language a file, so that both cores work. */
import { after, before, describe } from "node:test";
import type { Lang } from "../../kit/lang.ts";
import { pageTable } from "./page-table.ts";
import type { Served } from "./pages.ts";
import { serveSite } from "./served.ts";
import { noBrowser } from "./shared-browser.ts";
import { walk } from "./walk.ts";

/** Alone in its file: a suite that ended while the browser starts would close it, being the last that node knows of. */
export async function describeSite(lang: Lang): Promise<void> {
  const table = { ...pageTable, rows: pageTable.rows.filter((row) => row.lang === lang) };
  describe(`the site in ${lang}`, { skip: await noBrowser() }, () => {
    let served: Served;
    let close: () => Promise<void>;
    before(async () => {
      ({ served, close } = await serveSite());
    });
    after(() => close());

    walk(table, () => served);
  });
}
