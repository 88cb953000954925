/** The child of `inspector.ts`: inspects one file at a time, and exits with its parent. */
import { look } from "./look.ts";
import type { Look, Looking } from "./seen.ts";

/**
 * Each node of a PDF's page tree states a page count, and pdf.js believes the root: three pages with a count of one would be one page here
 * and three on paper. Without any count it walks the whole tree, each node once. It keeps dictionaries in maps by name, also compressed
 * and encrypted ones; so `Count` is hidden from every map, and nothing else in this process uses that key.
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
