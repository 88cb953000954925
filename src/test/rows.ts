/** `node src/test/rows.ts WORD…`: only those rows of the table of pages whose names hold one of the words, quickly, as the site's tests walk them. */
import { after, before, describe } from "node:test";
import { nameOf, type Served } from "./browser/pages.ts";
import { pageTable } from "./browser/page-table.ts";
import { serveSite } from "./browser/served.ts";
import { noBrowser } from "./browser/shared-browser.ts";
import { walk } from "./browser/walk.ts";

const words = process.argv.slice(2);
const rows = pageTable.rows.filter((row) =>
  words.some((word) => nameOf(row).includes(word) || row.path.includes(word)),
);
if (rows.length === 0) throw new Error(`No row's name or path holds one of: ${words.join(", ")}`);

describe(`rows with ${words.join(", ")}`, { skip: await noBrowser() }, () => {
  let served: Served;
  let close: () => Promise<void>;
  before(async () => {
    ({ served, close } = await serveSite());
  });
  after(() => close());
  walk({ ...pageTable, rows }, () => served);
});
