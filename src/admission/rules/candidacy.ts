/**
 * The states of a candidacy whose dossier conforms, and the moves allowed in each. In a list, the state is the answer of the decision on
 * places (`list.ts`); before, the last eligibility decision.
 */
import type { Machine } from "../../kit/machine.ts";
import type { State as PlaceState } from "../../decisions/places/rule.ts";

export const CANDIDACY_STATES = [
  "to-decide",
  "eligible",
  "not-eligible",
  "waiting",
  "refused",
  "offered",
  "accepted",
  "declined",
  "withdrawn",
  "deferred",
  "lapsed",
] as const satisfies readonly (PlaceState | "to-decide" | "eligible" | "not-eligible")[];
export type CandidacyState = (typeof CANDIDACY_STATES)[number];

/** States in which the school has work left, or the candidate has a place. */
export const STANDING = ["eligible", "waiting", "offered", "accepted", "deferred"] as const;

export type CandidacyMove =
  | "eligibility"
  | "eligibility-corrected"
  | "relief"
  | "relief-corrected"
  | "authority"
  | "authority-corrected"
  | "proposed"
  | "accepted"
  | "declined"
  | "withdrawn"
  | "deferred"
  | "reoffered"
  | "appealed";

export const CANDIDACY: Machine<CandidacyState, CandidacyMove> = {
  name: "candidacy",
  thing: { fr: "Cette candidature", en: "This candidacy" },
  again: { fr: "elle", en: "it" },
  states: {
    "to-decide": { fr: "encore à décider", en: "still to be decided" },
    eligible: { fr: "recevable", en: "eligible" },
    "not-eligible": { fr: "non recevable", en: "not eligible" },
    waiting: { fr: "sur liste complémentaire", en: "on the waiting list" },
    refused: { fr: "refusée", en: "refused" },
    offered: {
      fr: "en attente d’une réponse à l’offre d’une place",
      en: "waiting for an answer to the offer of a place",
    },
    accepted: { fr: "admise, place acceptée", en: "admitted, the place accepted" },
    declined: { fr: "close, la place refusée", en: "closed, the place declined" },
    withdrawn: { fr: "retirée", en: "withdrawn" },
    deferred: { fr: "reportée à la prochaine rentrée", en: "deferred to the next intake" },
    lapsed: { fr: "close, l’offre restée sans réponse", en: "closed, the offer left unanswered" },
  },
  moves: {
    eligibility: { from: ["to-decide"], to: ["eligible", "not-eligible"] },
    "eligibility-corrected": { from: ["eligible", "not-eligible"], to: ["eligible", "not-eligible"] },
    relief: { from: STANDING },
    "relief-corrected": { from: STANDING },
    authority: { from: STANDING },
    "authority-corrected": { from: STANDING },
    proposed: { from: ["eligible"] },
    accepted: { from: ["offered"], to: ["accepted"] },
    declined: { from: ["offered", "accepted", "waiting"], to: ["declined"] },
    withdrawn: { from: ["to-decide", ...STANDING], to: ["withdrawn"] },
    deferred: { from: ["offered", "accepted"], to: ["deferred"] },
    reoffered: { from: ["lapsed", "declined", "withdrawn"], to: ["offered"] },
    appealed: { from: ["not-eligible", "refused", "waiting"] },
  },
};

/** Decided once, then corrected. */
export type Decided = "eligibility" | "relief" | "authority";

/** The move a decision makes: the first one, or a correction. */
export function decidingMove(kind: Decided, facts: readonly Pick<Fact, "kind">[]): CandidacyMove {
  return facts.some((one) => one.kind === kind) ? `${kind}-corrected` : kind;
}

/** The facts a list is computed from; their details are in `facts.ts`. */
export type Fact = {
  readonly id: string;
  readonly dossier: string;
  readonly place: number;
  readonly kind: string;
  readonly list: string | null;
  readonly at: Date;
  readonly by: string;
  readonly details: Readonly<Record<string, unknown>>;
};

export const candidacyChain = (dossier: string) => `candidacy:${dossier}`;
/** Sorts before `candidacy:`, so that a list is locked before its candidates. */
export const commissionChain = (id: string) => `admission:${id}`;
