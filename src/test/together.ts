/**
 * The tests that need nothing of their own, in one process: begun each in one, as `run.ts` does with all others, they would
 * take longer to begin than to run. Their paths come in LIVRET_TOGETHER, a line each.
 */
import { pathToFileURL } from "node:url";

for (const path of (process.env.LIVRET_TOGETHER ?? "").split("\n")) await import(pathToFileURL(path).href);
