/**
 * Where a dossier stands, from what happened to it. Pure: the act that adds a fact writes the result beside it. `DOSSIER` says what
 * may happen to it in which state; what may not changes nothing.
 */
import type { Day } from "../../kit/day.ts";
import { allows, type Machine } from "../../kit/machine.ts";

export const DOSSIER_STATES = ["draft", "submitted", "late", "complement", "declined", "withdrawn"] as const;
export type DossierStateName = (typeof DOSSIER_STATES)[number];

const HANDED_IN = ["submitted", "late"] as const;
const EXAMINED = [...HANDED_IN, "complement"] as const;
const STANDING = ["draft", ...EXAMINED, "declined"] as const;

/** What happens to it; a complement that opens more than pieces is a move of its own, since a decision may rest on the rest. */
export type DossierMove = DossierFact["kind"] | "parts-asked";

/** What may happen to a dossier, from where, and where it leads. */
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
    submitted: { from: ["draft"], to: HANDED_IN },
    // One that was late too, where the intake was prolonged since.
    "taken-back": { from: HANDED_IN, to: ["draft"] },
    "complement-asked": { from: EXAMINED, to: ["complement"] },
    "parts-asked": { from: EXAMINED, to: ["complement"] },
    "complement-given": { from: ["complement"], to: HANDED_IN },
    // What was declined may be taken after all: somebody asked for it to be looked at again.
    "late-accepted": { from: ["late", "declined"], to: ["submitted"] },
    "late-declined": { from: ["late"], to: ["declined"] },
    withdrawn: { from: STANDING, to: ["withdrawn"] },
    resumed: { from: ["withdrawn"], to: STANDING },
    judged: { from: EXAMINED },
    confirmed: { from: DOSSIER_STATES },
    disputed: { from: DOSSIER_STATES },
    "taken-over": { from: DOSSIER_STATES },
    assigned: { from: DOSSIER_STATES },
    arranged: { from: DOSSIER_STATES },
  },
};

/** In the order in which they happened. */
export type DossierFact =
  | { readonly kind: "begun" }
  /** The school entered it, for somebody who applied on paper or by telephone. */
  | { readonly kind: "entered" }
  /** `number` of the receipt; `byHand`: attested by whoever of the school entered what came on paper or by telephone. */
  | { readonly kind: "submitted"; readonly late: boolean; readonly number?: string; readonly byHand?: boolean }
  | { readonly kind: "taken-back" }
  | { readonly kind: "withdrawn" }
  /** The person goes back on having withdrawn it. */
  | { readonly kind: "resumed" }
  /** `items`: keys of the sections and pieces that are open again, and nothing else. */
  | { readonly kind: "complement-asked"; readonly items: readonly string[]; readonly dueOn: Day }
  | {
      readonly kind: "complement-given";
      readonly number?: string;
      readonly byHand?: boolean;
      readonly items?: readonly string[];
    }
  /** The school takes a late submission as one that came in time. */
  | { readonly kind: "late-accepted" }
  /** The school does not consider it. */
  | { readonly kind: "late-declined" }
  /** Whoever applied on paper confirmed what was entered for them, or said what is wrong, or took it into their account. */
  | { readonly kind: "confirmed"; readonly receipt?: string }
  | { readonly kind: "disputed" }
  | { readonly kind: "taken-over" }
  /** Who of the school deals with it from now on; `null`: nobody. */
  | { readonly kind: "assigned"; readonly to: string | null }
  /** What the référent handicap arranged: it moves nothing. */
  | { readonly kind: "arranged" }
  /** What the school thinks of one part of it, of how many there are. */
  | { readonly kind: "judged"; readonly item?: string; readonly conform?: boolean; readonly of?: number };

export type DossierState = {
  readonly state: DossierStateName;
  readonly dueOn: Day | null;
  /** What the candidate may change: all of a draft, the items of a complement, else nothing. */
  readonly open: "all" | readonly string[];
};

const NOTHING: readonly string[] = [];
const DRAFT: Stand = { state: "draft", dueOn: null, open: "all", late: false };

/** `late`: what was last submitted came after the closing, and the school has not taken it yet. */
type Stand = DossierState & {
  readonly late: boolean;
  /** Of one withdrawn: where it stood. */
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

/** Whether the candidate may change one section or piece now. */
export function isOpen({ open }: Pick<DossierState, "open">, item: string): boolean {
  return open === "all" || open.includes(item);
}
