/** `node src/test/rows.ts WORD…`: only those rows of the table of pages whose names hold one of the words, quickly, as `npm run prove:pages` walks all. */
import { nameOf } from "./browser/pages.ts";
import { describeSite } from "./browser/site.ts";

const words = process.argv.slice(2);

await describeSite(`rows with ${words.join(", ")}`, (row) =>
  words.some((word) => nameOf(row).includes(word) || row.path.includes(word)),
);
