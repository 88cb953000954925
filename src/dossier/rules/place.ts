/**
 * The place of a dossier in the queue of the office, from what happened to it. Pure: the act that adds a fact keeps the
 * result beside the state.
 */
import { type DossierFact, dossierState, type DossierStateName } from "./state.ts";

/**
 * `answered`: handed in, and the school had asked something of it; `entering`: the office is writing it down for somebody;
 * `examining`: a part of it was seen; `checked`: all of it was, and conforms.
 */
export type Standing = DossierStateName | "answered" | "entering" | "examining" | "checked";

export type QueuePlace = {
  readonly standing: Standing;
  /** Handed in by the office in a person's stead, who has not said yet that it is right. */
  readonly toConfirm: boolean;
  /** The account of whoever deals with it. */
  readonly officer: string | null;
  /** How many parts of what was last handed in the school has seen, of how many; of none where nothing was seen. */
  readonly seen: number;
  readonly parts: number;
};

export function placeInQueue(facts: readonly DossierFact[]): QueuePlace {
  const { state } = dossierState(facts);
  const happened = (kind: DossierFact["kind"]) => facts.some((fact) => fact.kind === kind);
  const officer = facts.findLast((fact) => fact.kind === "assigned")?.to ?? null;
  const toConfirm = state !== "draft" && state !== "withdrawn" && isUnconfirmed(facts);
  const { seen, parts, conforms } = examination(facts);
  const place = (standing: Standing) => ({ standing, toConfirm, officer, seen, parts });
  if (state === "submitted" && conforms) return place("checked");
  if ((state === "submitted" || state === "late") && happened("complement-asked")) return place("answered");
  if (state === "submitted" && seen > 0) return place("examining");
  const entering = state === "draft" && happened("entered") && !happened("taken-over");
  return place(entering ? "entering" : state);
}

/** What was handed in again is to be seen again. */
function examination(facts: readonly DossierFact[]) {
  const said = new Map<string, boolean>();
  let parts = 0;
  for (const fact of facts) {
    if (fact.kind === "submitted") said.clear();
    if (fact.kind === "complement-given") for (const item of fact.items ?? []) said.delete(item);
    if (fact.kind !== "judged" || fact.item === undefined || fact.of === undefined) continue;
    said.set(fact.item, fact.conform === true);
    parts = fact.of;
  }
  const seen = said.size;
  const conforms = seen > 0 && seen >= parts && [...said.values()].every(Boolean);
  return { seen, parts: seen === 0 ? 0 : parts, conforms };
}

/** A confirmation names the receipt it is about: handed in again by the office, a dossier is to be confirmed again. */
function isUnconfirmed(facts: readonly DossierFact[]): boolean {
  const last = facts.findLast((fact) => fact.kind === "submitted" || fact.kind === "complement-given");
  if (last?.byHand !== true) return false;
  return !facts.some((fact) => fact.kind === "confirmed" && fact.receipt === last.number);
}
