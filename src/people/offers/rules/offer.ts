/** The states of an offered role: to be confirmed by a second person, open to its receiver, lapsed, gone. */
import type { Day } from "../../../kit/day.ts";
import type { Machine } from "../../../kit/machine.ts";
import type { Role } from "../../../act/permissions.ts";
import { mayBeAnswered } from "./by-two.ts";
import { isLapsed } from "./lapse.ts";

type OfferState = "to-confirm" | "open" | "lapsed" | "gone";

export const OFFER: Machine<OfferState, "confirmed" | "accepted" | "declined" | "taken-back"> = {
  name: "offer",
  thing: { fr: "Cette proposition", en: "This offer" },
  again: { fr: "elle", en: "it" },
  states: {
    "to-confirm": { fr: "à confirmer par une autre personne", en: "to be confirmed by somebody else" },
    open: { fr: "à accepter", en: "to be accepted" },
    lapsed: { fr: "arrivée à son terme sans réponse", en: "past its end without an answer" },
    gone: { fr: "retirée, ou a reçu sa réponse", en: "taken back, or answered" },
  },
  moves: {
    confirmed: { from: ["to-confirm"], to: ["open"] },
    accepted: { from: ["open"], to: ["gone"] },
    declined: { from: ["open", "lapsed"], to: ["gone"] },
    "taken-back": { from: ["to-confirm", "open", "lapsed"], to: ["gone"] },
  },
};

type Standing = { readonly role: Role; readonly until: Day | null; readonly confirmedBy: string | null };

/** No row is left of an answered or withdrawn offer. */
export function offerState(offer: Standing | undefined, today: Day): OfferState {
  if (!offer) return "gone";
  if (isLapsed(offer, today)) return "lapsed";
  return mayBeAnswered(offer) ? "open" : "to-confirm";
}
