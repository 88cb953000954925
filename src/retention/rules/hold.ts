/** A hold is in force until it is lifted, once. */
import type { Machine } from "../../kit/machine.ts";

export const HOLD: Machine<"standing" | "lifted", "lifted"> = {
  name: "hold",
  thing: { fr: "Ce blocage", en: "This hold" },
  again: { fr: "il", en: "it" },
  states: { standing: { fr: "en vigueur", en: "in force" }, lifted: { fr: "levé", en: "lifted" } },
  moves: { lifted: { from: ["standing"], to: ["lifted"] } },
};

/** From its row, or from a view's output. */
export function holdState({ liftedAt }: { readonly liftedAt: unknown }): "standing" | "lifted" {
  return liftedAt === null ? "standing" : "lifted";
}
