/** The child of `inspector.ts`: looks inside one file at a time, and goes when its parent does. */
import { look } from "./look.ts";
import type { Look, Looking } from "./seen.ts";

/*
 * In a PDF each branch of the tree of pages says how many it holds, and the reader believes what the trunk says: three pages
 * and a count of one would be one page here and three on paper. Where no branch says anything it walks the whole tree, each
 * branch once. What it reads, packed and locked parts too, it keeps in maps by name; and nothing else in this process asks
 * a map for that name.
 */
const maps = Map.prototype as { get: (this: Map<unknown, unknown>, key: unknown) => unknown };
const { get } = maps;
maps.get = function (key) {
  return key === "Count" ? undefined : get.call(this, key);
};

export type Reply = { readonly look: Look } | { readonly fault: string };

process.on("message", (given: Looking) => {
  void look(given).then(
    (seen: Look) => process.send!({ look: seen } satisfies Reply),
    (error: Error & { code?: string }) => process.send!({ fault: error.code ?? error.name } satisfies Reply),
  );
});
process.on("disconnect", () => process.exit(0));
// Ctrl-C reaches every process of the terminal; the parent decides when this one ends.
process.on("SIGINT", () => {});
