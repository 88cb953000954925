/**
 * `npm run prove:pages`: every page in every state of the one table in a real browser, in French with scripts and in English
 * without, wide and narrow. `npm test` walks one of each layout.
 */
import { fileURLToPath } from "node:url";
import { runFiles, sayCounts } from "./run-files.ts";

// A language a process, so that both cores work.
const parts = ["french", "english"].map((lang) =>
  fileURLToPath(new URL(`browser/site-in-${lang}.ts`, import.meta.url)),
);
process.exitCode = sayCounts(await runFiles(parts));
