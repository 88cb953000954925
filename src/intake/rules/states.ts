/** How far an intake is: prepared, open to candidates, closed by the calendar. */
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
    // A closing moved past today opens again what the calendar had closed; moved alone, it changes nothing else.
    changed: { from: ["open", "closed"], to: ["open", "closed"] },
    prolonged: { from: ["open", "closed"], to: ["open", "closed"] },
    closed: { from: ["open"], to: ["closed"] },
    // What was opened stays for ever.
    dropped: { from: ["preparing"] },
  },
};
