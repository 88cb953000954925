/**
 * The state of a dossier, from its history. Pure: the act that adds a fact stores the result. `DOSSIER` lists the moves allowed in each
 * state; others change nothing.
 */
import type { Day } from "../../kit/day.ts";
import { allows, type Machine } from "../../kit/machine.ts";

export const DOSSIER_STATES = ["draft", "submitted", "late", "complement", "declined", "withdrawn"] as const;
export type DossierStateName = (typeof DOSSIER_STATES)[number];

const HANDED_IN = ["submitted", "late"] as const;
const EXAMINED = [...HANDED_IN, "complement"] as const;
const STANDING = ["draft", ...EXAMINED, "declined"] as const;

/** The kinds of facts; a complement that opens more than pieces is a separate move, since a decision may rest on the rest. */
export type DossierMove = DossierFact["kind"] | "parts-asked";

/** The moves of a dossier: from which states, to which. */
export const DOSSIER: Machine<DossierStateName, DossierMove> = {
  name: "dossier",
  thing: { fr: "Ce dossier", en: "This application" },
  again: { fr: "il", en: "it" },
  states: {
    draft: { fr: "en préparation", en: "being prepared" },
    submitted: { fr: "déposé", en: "submitted" },
    late: { fr: "déposé après la clôture", en: "submitted after the closing" },
    complement: { fr: "en attente d’un complément", en: "waiting for a complement" },
    declined: { fr: "écarté", en: "declined" },
    withdrawn: { fr: "retiré", en: "withdrawn" },
  },
  moves: {
    begun: { from: ["draft"] },
    entered: { from: ["draft"] },
    carried: { from: ["draft"], to: ["submitted"] },
    submitted: { from: ["draft"], to: HANDED_IN },
    // Includes late ones, if the intake was extended since.
    "taken-back": { from: HANDED_IN, to: ["draft"] },
    "complement-asked": { from: EXAMINED, to: ["complement"] },
    "parts-asked": { from: EXAMINED, to: ["complement"] },
    "complement-given": { from: ["complement"], to: HANDED_IN },
    // A declined dossier may be accepted after a review.
    "late-accepted": { from: ["late", "declined"], to: ["submitted"] },
    "late-declined": { from: ["late"], to: ["declined"] },
    withdrawn: { from: STANDING, to: ["withdrawn"] },
    resumed: { from: ["withdrawn"], to: STANDING },
    judged: { from: EXAMINED },
    "day-fixed": { from: EXAMINED },
    confirmed: { from: DOSSIER_STATES },
    disputed: { from: DOSSIER_STATES },
    "taken-over": { from: DOSSIER_STATES },
    assigned: { from: DOSSIER_STATES },
    arranged: { from: DOSSIER_STATES },
    "contact-changed": { from: DOSSIER_STATES },
    // A draft is corrected where it is written.
    "identity-asked": { from: [...EXAMINED, "declined", "withdrawn"] },
    "identity-withdrawn": { from: DOSSIER_STATES },
    "identity-refused": { from: DOSSIER_STATES },
    "identity-accepted": { from: DOSSIER_STATES },
  },
};

/** In chronological order. */
export type DossierFact =
  | { readonly kind: "begun" }
  /** Entered by the school, for a person who applied on paper or by telephone. */
  | { readonly kind: "entered" }
  /** In training before the school used this service: nothing is left to examine. */
  | { readonly kind: "carried" }
  /** `number`: of the receipt; `byHand`: entered from paper or telephone and attested by an officer. */
  | { readonly kind: "submitted"; readonly late: boolean; readonly number?: string; readonly byHand?: boolean }
  | { readonly kind: "taken-back" }
  | { readonly kind: "withdrawn" }
  /** The person undoes the withdrawal. */
  | { readonly kind: "resumed" }
  /** `items`: the only sections and pieces open again. */
  | { readonly kind: "complement-asked"; readonly items: readonly string[]; readonly dueOn: Day }
  | {
      readonly kind: "complement-given";
      readonly number?: string;
      readonly byHand?: boolean;
      readonly items?: readonly string[];
    }
  /** A late submission accepted as if in time. */
  | { readonly kind: "late-accepted" }
  /** A late submission not considered. */
  | { readonly kind: "late-declined" }
  /** For an entered dossier: the person confirmed it, disputed it, or moved it into an account. */
  | { readonly kind: "confirmed"; readonly receipt?: string }
  | { readonly kind: "disputed" }
  | { readonly kind: "taken-over" }
  /** The officer in charge from now on; `null` for none. */
  | { readonly kind: "assigned"; readonly to: string | null }
  /** Arrangements decided by the référent handicap; changes no state. */
  | { readonly kind: "arranged" }
  /** Contact details, or the name in use, are others from now on; what was handed in stays. */
  | { readonly kind: "contact-changed" }
  /** A correction of the civil identity: asked for with a proof, then taken back, refused or accepted. */
  | { readonly kind: "identity-asked" }
  | { readonly kind: "identity-withdrawn" }
  | { readonly kind: "identity-refused" }
  | { readonly kind: "identity-accepted" }
  /** The school read on a piece a day that the person knew only by its month or year. */
  | { readonly kind: "day-fixed" }
  /** The school's verdict on one part, `of` how many. */
  | { readonly kind: "judged"; readonly item?: string; readonly conform?: boolean; readonly of?: number };

export type DossierState = {
  readonly state: DossierStateName;
  readonly dueOn: Day | null;
  /** What the candidate may change: all of a draft, a complement's items, else nothing. */
  readonly open: "all" | readonly string[];
};

const NOTHING: readonly string[] = [];
const DRAFT: Stand = { state: "draft", dueOn: null, open: "all", late: false };

/** `late`: the last submission came after the closing and is not accepted yet. */
type Stand = DossierState & {
  readonly late: boolean;
  /** The state before a withdrawal. */
  readonly before?: Stand;
};

export function dossierState(facts: readonly DossierFact[]): DossierState {
  const { state, dueOn, open } = facts.reduce<Stand>(after, DRAFT);
  return { state, dueOn, open };
}

function after(before: Stand, fact: DossierFact): Stand {
  if (!allows(DOSSIER, fact.kind, before.state)) return before;
  switch (fact.kind) {
    case "taken-back":
      return DRAFT;
    case "submitted":
      return handedIn(fact.late);
    case "carried":
      return handedIn(false);
    case "complement-asked":
      return { ...before, state: "complement", dueOn: fact.dueOn, open: fact.items };
    case "complement-given":
      return handedIn(before.late);
    case "late-accepted":
      return handedIn(false);
    case "late-declined":
      return { ...before, state: "declined", dueOn: null, open: NOTHING };
    case "withdrawn":
      return { ...before, state: "withdrawn", dueOn: null, open: NOTHING, before };
    case "resumed":
      return before.before ?? before;
    default:
      return before;
  }
}

function handedIn(late: boolean): Stand {
  return { state: late ? "late" : "submitted", dueOn: null, open: NOTHING, late };
}

/** Whether the candidate may change this section or piece now. */
export function isOpen({ open }: Pick<DossierState, "open">, item: string): boolean {
  return open === "all" || open.includes(item);
}
