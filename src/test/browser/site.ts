/** The site in a real browser: those rows of the one table that are asked for, walked. */
import { after, before, describe } from "node:test";
import { pageTable } from "./page-table.ts";
import type { PageRow, Served } from "./pages.ts";
import { serveSite } from "./served.ts";
import { noBrowser } from "./shared-browser.ts";
import { walk } from "./walk.ts";

/** Alone in its file: a suite that ended while the browser starts would close it, being the last that node knows of. */
export async function describeSite(name: string, asked: (row: PageRow) => boolean): Promise<void> {
  const rows = pageTable.rows.filter(asked);
  if (rows.length === 0) throw new Error(`No row of the table of pages is asked for by: ${name}`);
  describe(name, { skip: await noBrowser() }, () => {
    let served: Served;
    let close: () => Promise<void>;
    before(async () => {
      ({ served, close } = await serveSite());
    });
    after(() => close());

    walk({ ...pageTable, rows }, () => served);
  });
}
