/** The states of an intake: in preparation, open, closed by the clock. */
import type { Machine } from "../../kit/machine.ts";

export const intakeChain = (id: string) => `intake:${id}`;

export type IntakeState = "preparing" | "open" | "closed";

export const INTAKE: Machine<IntakeState, "saved" | "opened" | "changed" | "prolonged" | "closed" | "dropped"> = {
  name: "intake",
  thing: { fr: "Cette campagne", en: "This intake" },
  again: { fr: "elle", en: "it" },
  states: {
    preparing: { fr: "en préparation", en: "being prepared" },
    open: { fr: "ouverte", en: "open" },
    closed: { fr: "close", en: "closed" },
  },
  moves: {
    saved: { from: ["preparing"] },
    opened: { from: ["preparing"], to: ["open"] },
    // A closing moved past now reopens the intake; other changes keep the state.
    changed: { from: ["open", "closed"], to: ["open", "closed"] },
    prolonged: { from: ["open", "closed"], to: ["open", "closed"] },
    closed: { from: ["open"], to: ["closed"] },
    // An opened intake is never deleted.
    dropped: { from: ["preparing"] },
  },
};
