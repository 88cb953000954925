/** The child of `inspector.ts`: looks inside one file at a time, and goes when its parent does. */
import { type Look, look, type Looking } from "./look.ts";

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
