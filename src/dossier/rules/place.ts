/** A dossier's place in the office's queue, from its history. Pure: acts store the result with the state. */
import { type DossierFact, dossierState, type DossierStateName } from "./state.ts";

/**
 * `answered`: submitted after the school asked for something; `entering`: being entered by the office; `examining`: some parts seen;
 * `checked`: all parts seen and conforming.
 */
export type Standing = DossierStateName | "answered" | "entering" | "examining" | "checked";

export type QueuePlace = {
  readonly standing: Standing;
  /** Submitted by the office and not confirmed by the person yet. */
  readonly toConfirm: boolean;
  /** The account of the officer in charge. */
  readonly officer: string | null;
  /** The parts seen in the last submission, and their total; both 0 before any is seen. */
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
  if (state === "submitted" && (conforms || isCarried(facts))) return place("checked");
  if ((state === "submitted" || state === "late") && happened("complement-asked")) return place("answered");
  if (state === "submitted" && seen > 0) return place("examining");
  const entering = state === "draft" && happened("entered") && !happened("taken-over");
  return place(entering ? "entering" : state);
}

/** Carried over, and nothing asked or judged since. */
function isCarried(facts: readonly DossierFact[]): boolean {
  return (
    facts.some(({ kind }) => kind === "carried") &&
    !facts.some(({ kind }) => kind === "judged" || kind === "complement-asked")
  );
}

/** Parts submitted again must be seen again. */
function examination(facts: readonly DossierFact[]) {
  const verdicts = new Map<string, boolean>();
  let parts = 0;
  for (const fact of facts) {
    if (fact.kind === "submitted") verdicts.clear();
    if (fact.kind === "complement-given") for (const item of fact.items ?? []) verdicts.delete(item);
    if (fact.kind !== "judged" || fact.item === undefined || fact.of === undefined) continue;
    verdicts.set(fact.item, fact.conform === true);
    parts = fact.of;
  }
  const seen = verdicts.size;
  const conforms = seen > 0 && seen >= parts && [...verdicts.values()].every(Boolean);
  return { seen, parts: seen === 0 ? 0 : parts, conforms };
}

/** A confirmation names its receipt: a new submission by the office needs another. */
function isUnconfirmed(facts: readonly DossierFact[]): boolean {
  const last = facts.findLast((fact) => fact.kind === "submitted" || fact.kind === "complement-given");
  if (last?.byHand !== true) return false;
  return !facts.some((fact) => fact.kind === "confirmed" && fact.receipt === last.number);
}
