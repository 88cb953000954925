/**
 * Where a dossier stands, from what happened to it. Pure: the act that adds a fact writes the result beside it.
 *
 * - begun and nothing else: `draft`; submitted: `submitted`; taken back before the closing: `draft` again, and what was
 *   submitted remains a fact.
 * - the school asks for a complement: `complement`, due on its day; the candidate gives it: `submitted` again, or `late`
 *   where it had been and the school has not taken it.
 * - submitted after the closing: `late`, which the school takes as one in time or does not: `declined`, until it is taken after
 *   all; withdrawn: `withdrawn`, whatever came before and comes after, until the person resumes it: it then stands where it stood.
 */
import type { Day } from "../../kit/day.ts";

export const DOSSIER_STATES = ["draft", "submitted", "late", "complement", "declined", "withdrawn"] as const;
export type DossierStateName = (typeof DOSSIER_STATES)[number];

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
  if (before.state === "withdrawn") return fact.kind === "resumed" && before.before ? before.before : before;
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
      return before.state === "late" || before.state === "declined" ? handedIn(false) : { ...before, late: false };
    case "late-declined":
      return { ...before, state: "declined", dueOn: null, open: NOTHING };
    case "withdrawn":
      return { ...before, state: "withdrawn", dueOn: null, open: NOTHING, before };
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
