/**
 * `npm run prove:pages`: every page in every state of the one table in a real browser, in French with scripts and in English
 * without, wide and narrow, and the journeys without scripts. `npm test` walks one page of each layout, and the journeys by keyboard.
 */
import { fileURLToPath } from "node:url";
import { runFiles, sayCounts } from "./run-files.ts";

// A language a process, so that both cores work.
const parts = ["browser/site-in-french", "browser/site-in-english", "journeys/without-scripts"].map((name) =>
  fileURLToPath(new URL(`${name}.ts`, import.meta.url)),
);
process.exitCode = sayCounts(await runFiles(parts));
