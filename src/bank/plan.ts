/** The plan of an import, from the current data: shown first, then carried out by the same function. */
import { createHash } from "node:crypto";
import type { Actor, FindOpenTransfers } from "../act/act.ts";
import type { Tx } from "../db/school.ts";
import { chargesByReference, type OwedCharge, ownOf } from "../billing/charges/hands.ts";
import { type BankFile, type BankLine, lineKeys, saysReturned } from "./rules/bank-line.ts";
import { type Planned, planImport } from "./rules/bank-plan.ts";
import type { KnownCharge } from "./rules/matching.ts";
import { referencesIn } from "../billing/rules/payment-reference.ts";
import {
  chargesToPropose,
  openLinesOf,
  recordedTransfers,
  returnable,
  storedLines,
  type Typed,
  typedOf,
} from "./store.ts";
import { refundsToSee, slipsToTell } from "./ties/store.ts";
import { addDays, type Day, dayNumber } from "../kit/day.ts";
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
  /** By key, what a line perhaps tells of that was recorded before: asked of a person. */
  readonly told: ReadonlyMap<string, Told>;
};

/** A payment that somebody typed, a slip of cheques, a payment that came back, or a refund. */
export type Told = "typed" | "slip" | "returned" | "refund";

type By = { readonly sameWithin: number; readonly actor: Actor };

export async function planOf(tx: Tx, draft: Draft, { sameWithin, actor }: By): Promise<ImportPlan> {
  const named = await chargesNamedIn(tx, draft);
  const byReference = new Map(named.map((charge) => [charge.reference, known(charge)]));
  const isNamed = (line: BankLine) => referencesIn(line).some((reference) => byReference.has(reference));
  const back = await cameBack(tx, draft.lines);
  const refund = await givesBack(tx, draft.lines, sameWithin);
  const lines = draft.lines.filter((line) => line.amount > 0 || isNamed(line) || back(line) || refund(line));
  const keys = lines.map(({ key }) => key);
  const unnamed = lines.filter((line) => !isNamed(line));
  const open = await chargesToPropose(tx, unnamed, COMPARED);
  const before = await storedLines(tx, keys);
  const stored = new Map([...before].map(([key, { state }]) => [key, state]));
  const recorded = await recordedTransfers(tx, [...byReference.values()]);
  const own = await ownOf(
    tx,
    actor,
    named.map(({ id }) => id),
  );
  const planned = planImport({ lines, keys, stored, byReference, open, recorded, sameWithin, own });
  const charges = new Map([...byReference.values(), ...open].map((charge) => [charge.id, charge]));
  const spent = draft.spent + draft.lines.length - lines.length;
  const aside = [...before.values()].filter((one) => one.aside).length;
  const told = await toldIn(tx, planned, sameWithin);
  for (const { key, line } of planned) if (refund(line) && !told.has(key)) told.set(key, "refund");
  return { planned, charges, known: lines.length - planned.length, aside, spent, told };
}

/** As matching compares it. */
export function known({ debtorName: name, debtor, about, ...charge }: OwedCharge): KnownCharge & { debtor: string } {
  return { ...charge, name, debtor: debtor ?? about };
}

/** Money that went out and says that it came back, of the amount of a payment of ours: the rest of such lines is not kept. */
async function cameBack(tx: Tx, lines: readonly BankLine[]): Promise<(line: BankLine) => boolean> {
  const out = lines.filter((line) => line.amount < 0 && saysReturned(line));
  const last = out
    .map(({ bookedOn }) => bookedOn)
    .sort()
    .at(-1);
  if (last === undefined) return () => false;
  const amounts = out.map(({ amount }) => -amount);
  const paid = new Set((await returnable(tx, amounts, last, COMPARED)).map(({ amount }) => amount));
  return (line) => line.amount < 0 && saysReturned(line) && paid.has(-line.amount);
}

/** Money that went out in the amount of a refund that was recorded by then, or some days later, and that no entry tells of yet. */
export async function givesBack(
  tx: Tx,
  lines: readonly BankLine[],
  sameWithin: number,
): Promise<(line: BankLine) => boolean> {
  const out = lines.filter(({ amount }) => amount < 0);
  const last = out
    .map(({ bookedOn }) => bookedOn)
    .sort()
    .at(-1);
  if (last === undefined) return () => false;
  const amounts = out.map(({ amount }) => -amount);
  const refunds = await refundsToSee(tx, amounts, addDays(last, sameWithin), COMPARED);
  return ({ amount, bookedOn }) =>
    refunds.some((one) => one.amount === -amount && one.refundedOn <= addDays(bookedOn, sameWithin));
}

/** Of lines that pay nothing by themselves. */
async function toldIn(tx: Tx, planned: readonly Planned[], sameWithin: number): Promise<Map<string, Told>> {
  const asked = planned.filter(({ match }) => match.kind !== "exact");
  const came = asked.filter(({ line }) => line.amount > 0);
  const days = came.map(({ line }) => line.bookedOn).sort();
  const [first, last] = [days[0], days.at(-1)];
  const told = new Map<string, Told>(
    asked.flatMap(({ key, line }) => (line.amount < 0 && saysReturned(line) ? [[key, "returned"]] : [])),
  );
  if (first === undefined || last === undefined) return told;
  const amounts = came.map(({ line }) => line.amount);
  const typed = await typedOf(
    tx,
    amounts,
    { from: addDays(first, -sameWithin), to: addDays(last, sameWithin) },
    COMPARED,
  );
  const slips = await slipsToTell(tx, amounts, addDays(last, sameWithin), COMPARED);
  for (const { key, line } of came) {
    const near = ({ amount, paidOn }: Typed) => amount === line.amount && isNear(paidOn, line.bookedOn, sameWithin);
    if (typed.some(near)) told.set(key, "typed");
    else if (slips.some((one) => one.total === line.amount && one.depositedOn <= addDays(line.bookedOn, sameWithin)))
      told.set(key, "slip");
  }
  return told;
}

function isNear(one: Day, other: Day, days: number): boolean {
  return Math.abs(dayNumber(one) - dayNumber(other)) <= days;
}

/** A person who types a transfer is told of an entry that waits. */
export const waitingTransfers: FindOpenTransfers = (tx, asked) => openLinesOf(tx, asked, 1);

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

/** A movement is known by the key of its first line, so that it is the same in files that overlap. */
export function movementsNamed(lines: Draft["lines"]): Draft["lines"] {
  const first = new Map<string, string>();
  for (const { movement, key } of lines) if (movement && !first.has(movement.id)) first.set(movement.id, key);
  return lines.map((line) =>
    line.movement ? { ...line, movement: { ...line.movement, id: first.get(line.movement.id)! } } : line,
  );
}

export function fileId(bytes: Uint8Array): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}
