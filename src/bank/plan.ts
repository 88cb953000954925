/** The plan of an import, from the current data: shown first, then carried out by the same function. */
import { createHash } from "node:crypto";
import type { Actor } from "../act/act.ts";
import type { Tx } from "../db/school.ts";
import { chargesByReference, type OwedCharge, ownOf } from "../billing/charges/hands.ts";
import { type BankFile, type BankLine, lineKeys } from "./rules/bank-line.ts";
import { type Planned, planImport } from "./rules/bank-plan.ts";
import type { KnownCharge } from "./rules/matching.ts";
import { referencesIn } from "../billing/rules/payment-reference.ts";
import { openCharges, recordedTransfers, storedLines } from "./store.ts";
import { type Draft } from "./files/store.ts";

/** Charges compared with the lines without a reference. */
export const COMPARED = 2_000;

export type ImportPlan = {
  readonly planned: readonly Planned[];
  /** The charges that the plan refers to, by id. */
  readonly charges: ReadonlyMap<string, KnownCharge>;
  /** Lines of an earlier file that need nothing. */
  readonly known: number;
  /** Of these, how many were set aside. */
  readonly aside: number;
  /** Outgoing lines without a reference of ours. */
  readonly spent: number;
};

type By = { readonly sameWithin: number; readonly actor: Actor };

export async function planOf(tx: Tx, draft: Draft, { sameWithin, actor }: By): Promise<ImportPlan> {
  const named = await chargesNamedIn(tx, draft);
  const byReference = new Map(named.map((charge) => [charge.reference, { ...charge, name: charge.debtorName }]));
  const isNamed = (line: BankLine) => referencesIn(line).some((reference) => byReference.has(reference));
  const lines = draft.lines.filter((line) => line.amount > 0 || isNamed(line));
  const keys = lines.map(({ key }) => key);
  const unnamed = lines.filter((line) => !isNamed(line));
  const open =
    unnamed.length === 0
      ? []
      : await openCharges(
          tx,
          unnamed.map(({ amount }) => amount),
          COMPARED,
        );
  const known = await storedLines(tx, keys);
  const stored = new Map([...known].map(([key, { state }]) => [key, state]));
  const recorded = await recordedTransfers(
    tx,
    named.map(({ id }) => id),
  );
  const own = await ownOf(
    tx,
    actor,
    named.map(({ id }) => id),
  );
  const planned = planImport({ lines, keys, stored, byReference, open, recorded, sameWithin, own });
  const charges = new Map([...byReference.values(), ...open].map((charge) => [charge.id, charge]));
  const spent = draft.spent + draft.lines.length - lines.length;
  const aside = [...known.values()].filter((one) => one.aside).length;
  return { planned, charges, known: lines.length - planned.length, aside, spent };
}

/** The charges whose reference is in a line. */
export function chargesNamedIn(tx: Tx, { lines }: Pick<Draft, "lines">): Promise<OwedCharge[]> {
  return chargesByReference(tx, [...new Set(lines.flatMap((line) => referencesIn(line)))]);
}

/** The id of a line: a hash of its account and key. */
export function lineIds({ account, lines }: BankFile): string[] {
  return lineKeys(lines).map((key) =>
    createHash("sha256")
      .update(`${account ?? ""}\n${key}`)
      .digest("hex"),
  );
}

export function fileId(bytes: Uint8Array): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}
