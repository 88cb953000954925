/** The states of a commission: convened, then closed with the list it settles. */
import type { Machine } from "../../kit/machine.ts";

export type CommissionState = "convened" | "closed";

export const COMMISSION: Machine<CommissionState, "saved" | "proposed" | "closed" | "minutes-attached"> = {
  name: "commission",
  thing: { fr: "La commission", en: "The commission" },
  again: { fr: "elle", en: "it" },
  states: { convened: { fr: "réunie", en: "convened" }, closed: { fr: "close", en: "closed" } },
  instead: {
    convened: { fr: "Sa liste n’est pas encore arrêtée.", en: "Its list is not settled yet." },
    closed: {
      fr: "La liste qu’elle a arrêtée ne change plus que par un recours.",
      en: "The list that it settled changes only by an appeal.",
    },
  },
  moves: {
    saved: { from: ["convened"] },
    proposed: { from: ["convened"] },
    closed: { from: ["convened"], to: ["closed"] },
    "minutes-attached": { from: ["closed"] },
  },
};

/** From a row, or from the API's output. */
export function commissionState({ closedAt }: { readonly closedAt: unknown }): CommissionState {
  return closedAt === null ? "convened" : "closed";
}
