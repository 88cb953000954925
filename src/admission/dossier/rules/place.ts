/**
 * The place of a dossier in the queue of the office, from what happened to it. Pure: the act that adds a fact keeps the
 * result beside the state.
 */
import { type DossierFact, dossierState, type DossierStateName } from "./state.ts";

/** `answered`: handed in, and the school had asked something of it; `entering`: the office is writing it down for somebody. */
export type Standing = DossierStateName | "answered" | "entering";

export type QueuePlace = {
  readonly standing: Standing;
  /** Handed in by the office in a person's stead, who has not said yet that it is right. */
  readonly toConfirm: boolean;
  /** The account of whoever deals with it. */
  readonly officer: string | null;
};

export function placeInQueue(facts: readonly DossierFact[]): QueuePlace {
  const { state } = dossierState(facts);
  const happened = (kind: DossierFact["kind"]) => facts.some((fact) => fact.kind === kind);
  const officer = facts.findLast((fact) => fact.kind === "assigned")?.to ?? null;
  const toConfirm = state !== "draft" && state !== "withdrawn" && isUnconfirmed(facts);
  const handedIn = state === "submitted" || state === "late";
  if (handedIn && happened("complement-asked")) return { standing: "answered", toConfirm, officer };
  const entering = state === "draft" && happened("entered") && !happened("taken-over");
  return { standing: entering ? "entering" : state, toConfirm, officer };
}

/** A confirmation names the receipt it is about: handed in again by the office, a dossier is to be confirmed again. */
function isUnconfirmed(facts: readonly DossierFact[]): boolean {
  const last = facts.findLast((fact) => fact.kind === "submitted" || fact.kind === "complement-given");
  if (last?.byHand !== true) return false;
  return !facts.some((fact) => fact.kind === "confirmed" && fact.receipt === last.number);
}
