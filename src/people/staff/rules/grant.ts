/** A role that somebody holds in a school, until it is taken back; of one that was, no row is left. */
import type { Machine } from "../../../kit/machine.ts";

export const GRANT: Machine<"held" | "gone", "taken-back"> = {
  name: "role",
  thing: { fr: "Ce rôle", en: "This role" },
  again: { fr: "il", en: "it" },
  states: { held: { fr: "confié", en: "given" }, gone: { fr: "retiré", en: "taken back" } },
  moves: { "taken-back": { from: ["held"], to: ["gone"] } },
};
