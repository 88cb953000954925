/** The states of a request for a copy or an erasure. */
import type { Label } from "../../kit/lang.ts";
import type { Machine } from "../../kit/machine.ts";

export type RequestState = "asked" | "ready" | "done";

/** What an erasure on request did with one holding. */
export type KeptLine = {
  readonly label: Label;
  readonly erased: number;
  readonly kept: number;
  /** Why something stays: a hold, a mandatory period, or something that still needs it. */
  readonly why: "held" | "bound" | "period" | "needed" | null;
  readonly months: number | null;
};

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
