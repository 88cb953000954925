/** One page of each layout in a real browser; the whole table is for `npm run prove:pages`. */
import { pageTable } from "./browser/page-table.ts";
import { LAYOUTS } from "./browser/layouts.ts";
import { nameOf } from "./browser/pages.ts";
import { describeSite } from "./browser/site.ts";

const asked = new Set(LAYOUTS.map(([, row]) => row));
const known = new Set(pageTable.rows.map(nameOf));
const lost = [...asked].filter((row) => !known.has(row));
if (lost.length > 0) throw new Error(`The table of pages has no ${lost.join(", ")}`);

await describeSite("a page of each layout", (row) => asked.has(nameOf(row)));
