/**
 * Where a dossier stands, from what happened to it. Pure: the act that adds a fact writes the result beside it.
 *
 * - begun and nothing else: `draft`; submitted: `submitted`; taken back before the closing: `draft` again, and what was
 *   submitted remains a fact.
 * - the school asks for a complement: `complement`, due on its day; the candidate gives it: `submitted` again.
 * - submitted after the closing: `late`, which the school judges; withdrawn: `withdrawn`, whatever came before.
 */
import type { Day } from "../../../kit/day.ts";

export const DOSSIER_STATES = ["draft", "submitted", "late", "complement", "withdrawn"] as const;
export type DossierStateName = (typeof DOSSIER_STATES)[number];

/** In the order in which they happened. */
export type DossierFact =
  | { readonly kind: "begun" }
  | { readonly kind: "submitted"; readonly late: boolean }
  | { readonly kind: "taken-back" }
  | { readonly kind: "withdrawn" }
  /** `items`: keys of the sections and pieces that are open again, and nothing else. */
  | { readonly kind: "complement-asked"; readonly items: readonly string[]; readonly dueOn: Day }
  | { readonly kind: "complement-given" }
  /** The school takes a late submission as one that came in time. */
  | { readonly kind: "late-accepted" };

export type DossierState = {
  readonly state: DossierStateName;
  readonly dueOn: Day | null;
  /** What the candidate may change: all of a draft, the items of a complement, else nothing. */
  readonly open: "all" | readonly string[];
};

const NOTHING: readonly string[] = [];

export function dossierState(facts: readonly DossierFact[]): DossierState {
  return facts.reduce<DossierState>(after, { state: "draft", dueOn: null, open: "all" });
}

function after(before: DossierState, fact: DossierFact): DossierState {
  if (before.state === "withdrawn") return before;
  if (fact.kind === "begun" || fact.kind === "taken-back") return { state: "draft", dueOn: null, open: "all" };
  if (fact.kind === "complement-asked") return { state: "complement", dueOn: fact.dueOn, open: fact.items };
  if (fact.kind === "withdrawn") return { state: "withdrawn", dueOn: null, open: NOTHING };
  const late = fact.kind === "submitted" && fact.late;
  return { state: late ? "late" : "submitted", dueOn: null, open: NOTHING };
}

/** Whether the candidate may change one section or piece now. */
export function isOpen({ open }: Pick<DossierState, "open">, item: string): boolean {
  return open === "all" || open.includes(item);
}
