/* `npm start`: what was compiled last time is not compiled again, a quarter of a start. In JavaScript, so that nothing comes first. */
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// Where this folder may not be written, nothing is kept, and nothing else changes.
enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/livret/compiled", import.meta.url)));
await import("../src/main.ts");
