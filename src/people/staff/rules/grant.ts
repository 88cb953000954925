/** A role held in a school until it is revoked; no row is left of a revoked one. */
import type { Machine } from "../../../kit/machine.ts";

export const GRANT: Machine<"held" | "gone", "taken-back"> = {
  name: "role",
  thing: { fr: "Ce rôle", en: "This role" },
  again: { fr: "il", en: "it" },
  states: { held: { fr: "confié", en: "given" }, gone: { fr: "retiré", en: "taken back" } },
  moves: { "taken-back": { from: ["held"], to: ["gone"] } },
};
