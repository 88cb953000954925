/** The states of a request for a copy or an erasure. */
import type { Machine } from "../../kit/machine.ts";

export type RequestState = "asked" | "ready" | "done";

export const REQUEST: Machine<RequestState, "copied" | "erased" | "expired"> = {
  name: "request",
  thing: { fr: "Cette demande", en: "This request" },
  again: { fr: "elle", en: "it" },
  states: {
    asked: { fr: "en cours", en: "under way" },
    ready: { fr: "prête", en: "ready" },
    done: { fr: "terminée", en: "done" },
  },
  moves: {
    copied: { from: ["asked"], to: ["ready"] },
    erased: { from: ["asked"], to: ["done"] },
    expired: { from: ["ready"], to: ["done"] },
  },
};
