/** The journeys that are written for both ways, walked without scripts: for `npm run prove:pages`. */
import { readdirSync, readFileSync } from "node:fs";

process.env.LIVRET_SCRIPTS = "off";
const own = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".test.ts"));
for (const name of own)
  if (/\bKINDS\b/.test(readFileSync(`${import.meta.dirname}/${name}`, "utf8"))) await import(`./${name}`);
