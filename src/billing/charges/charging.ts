/** Lets another module charge for something, within its own act: billing is told what to charge and does not look it up. */
import { randomBytes } from "node:crypto";
import { newId } from "../../kit/id.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";
import { knownDebtors } from "../debtors/store.ts";
import { makeReference, REFERENCE_BYTES } from "../rules/payment-reference.ts";
import { insertPutOff, refundedSince } from "./movements/store.ts";
import { addToOpen, forgetDebtor, keepChargeStates, lockCharges, lockDebtors, movedSince } from "./states/store.ts";
import { insertSuspension, insertSuspensionEnd, openSuspension, suspensionsOf } from "./suspensions/store.ts";
import {
  chargesAbout,
  chargesByReference,
  type ChargeLine,
  findCharge,
  insertCharge,
  latestCharges,
  updateDebtor,
} from "./store.ts";

/** The charges about a subject, with their states. */
export { chargesAbout };

/** The same, locked with their debtors: for an act after which what waits on them is another. */
export async function lockChargesAbout(tx: Tx, about: string): Promise<readonly string[]> {
  const charges = (await chargesAbout(tx, about)).map(({ id }) => id);
  await lockCharges(tx, charges);
  return charges;
}

export type NewCharge = {
  /** The chain of the subject, such as `dossier:<id>`. */
  readonly about: string;
  /** The subject's public number, such as `D-2026-000123`. */
  readonly called?: string;
  /** The debtor's account, if any. */
  readonly account: string | null;
  /** The payer of the register that owes it, instead of a person. */
  readonly payer?: string;
  /** The name to look for on a transfer. */
  readonly debtorName: string | null;
  readonly lines: readonly ChargeLine[];
  readonly chargedOn: Day;
  readonly dueOn: Day;
};

export type Charged = {
  readonly id: string;
  readonly reference: string;
  readonly total: number;
};

/**
 * Inserts a charge and its state in the caller's transaction; the caller names `"charge"` in its `writes`. Amounts are cents, positive in
 * total.
 */
export async function chargeFee(tx: Tx, { account, payer, called, ...charge }: NewCharge): Promise<Charged> {
  const total = charge.lines.reduce((sum, { amount }) => sum + amount, 0);
  const id = newId();
  const reference = await freeReference(tx);
  const debtor = debtorIn({ account, payer });
  const owing = debtor ?? charge.about;
  const spare = (await lockDebtors(tx, [owing])).get(owing)!;
  await insertCharge(tx, { ...charge, called: called ?? null, id, debtor, total, reference });
  if (spare > 0 || (await movedSince(tx, owing, charge.chargedOn))) await keepChargeStates(tx, [id]);
  else await addToOpen(tx, owing, total);
  return { id, reference, total };
}

type ChargedAgain = {
  readonly key: string;
  readonly label: (reference: string) => Label;
  readonly amount: number;
  readonly on: Day;
  /** Not before this day; at once by default. */
  readonly dueOn?: Day;
};

/** Charges the debtor of a charge for the same subject, due as the first is, or at once. */
export async function chargeAgain(
  tx: Tx,
  charge: string,
  { key, label, amount, on, dueOn: first = on }: ChargedAgain,
): Promise<Charged & { readonly dueOn: Day }> {
  const { about, called, debtor, debtorName, reference, dueOn: before } = (await findCharge(tx, charge))!;
  const [kind, id] = debtor?.split(":") ?? [];
  const dueOn = before > first ? before : first;
  const charged = await chargeFee(tx, {
    about,
    ...(called !== null && { called }),
    account: kind === "account" ? id! : null,
    ...(kind === "payer" && { payer: id! }),
    debtorName,
    lines: [{ key, label: label(reference), amount }],
    chargedOn: on,
    dueOn,
  });
  return { ...charged, dueOn };
}

/** Charges a debtor, due at once, about what they were last charged for. */
export async function chargeDebtor(
  tx: Tx,
  debtor: string,
  { lines, on }: { readonly lines: readonly ChargeLine[]; readonly on: Day },
): Promise<Charged> {
  const latest = (await latestCharges(tx, [debtor])).get(debtor);
  const last = latest === undefined ? undefined : await findCharge(tx, latest);
  const [kind, id] = debtor.split(":");
  return chargeFee(tx, {
    about: last?.about ?? debtor,
    account: kind === "account" ? id! : null,
    ...(kind === "payer" && { payer: id! }),
    debtorName: last?.debtorName ?? (await knownDebtors(tx, [debtor]))[0]?.name ?? null,
    lines,
    chargedOn: on,
    dueOn: on,
  });
}

function debtorIn({ account, payer }: { account: string | null; payer: string | undefined }): string | null {
  if (payer !== undefined) return `payer:${payer}`;
  return account === null ? null : `account:${account}`;
}

/** Assigns the charges of a subject to the account that its debtor now has. */
export async function findDebtor(tx: Tx, about: string, account: string): Promise<void> {
  const debtor = `account:${account}`;
  await lockDebtors(tx, [about, debtor]);
  await keepChargeStates(tx, await updateDebtor(tx, about, debtor));
  await forgetDebtor(tx, about);
}

type Later = { readonly dueOn: Day; readonly on: Day; readonly reason: string; readonly by: string };
export type PutOffCharge = {
  readonly reference: string;
  readonly balance: number;
  readonly suspended: boolean;
};

/** Puts off the due day of a subject's unpaid charges, where the new day is later. */
export async function putOffCharges(tx: Tx, about: string, { dueOn, ...why }: Later): Promise<PutOffCharge[]> {
  const moved: PutOffCharge[] = [];
  for (const { id, reference, balance, dueOn: before, suspended } of await lockedAbout(tx, about)) {
    if (balance <= 0 || before >= dueOn) continue;
    await insertPutOff(tx, { id: newId(), charge: id, dueOn, ...why });
    moved.push({ reference, balance, suspended });
    await keepChargeStates(tx, [id]);
  }
  return moved;
}

type Stop = { readonly why: Label; readonly on: Day; readonly by: string };
/** A charge suspended, or asked for again; by its day. */
export type Suspended = { readonly reference: string; readonly balance: number; readonly dueOn: Day };

/** A new due day for what is asked for again, where it would be due sooner. */
type Again = { readonly dueOn: Day; readonly reason: string };

/** Suspends a subject's unpaid charges: not asked for until it is decided what becomes of them. */
export async function suspendCharges(tx: Tx, about: string, stop: Stop): Promise<Suspended[]> {
  const suspended: Suspended[] = [];
  for (const { id, reference, balance, dueOn } of await lockedAbout(tx, about)) {
    if (balance <= 0 || openSuspension(await suspensionsOf(tx, id))) continue;
    await insertSuspension(tx, { id: newId(), charge: id, ...stop });
    suspended.push({ reference, balance, dueOn });
    await keepChargeStates(tx, [id]);
  }
  return suspended;
}

/** Ends the suspensions: the charges are asked for again, by a day on which they are not late as they return. */
export async function resumeCharges(
  tx: Tx,
  about: string,
  { on, by, again: { dueOn, reason } }: Omit<Stop, "why"> & { readonly again: Again },
): Promise<Suspended[]> {
  const resumed: Suspended[] = [];
  for (const { id, reference, balance, dueOn: before } of await lockedAbout(tx, about)) {
    const open = openSuspension(await suspensionsOf(tx, id));
    if (!open) continue;
    await insertSuspensionEnd(tx, { id: open.id, charge: id, on, reason: null, by });
    const later = balance > 0 && before < dueOn;
    if (later) await insertPutOff(tx, { id: newId(), charge: id, dueOn, on, reason, by });
    resumed.push({ reference, balance, dueOn: later ? dueOn : before });
    await keepChargeStates(tx, [id]);
  }
  return resumed;
}

/** Asks again, once, for what was given back of a subject's charges since a day, by a charge of its own for each. */
export async function chargeGivenBack(
  tx: Tx,
  about: string,
  { since, ...again }: Required<Omit<ChargedAgain, "amount">> & { readonly since: Day },
): Promise<Suspended[]> {
  const asked: Suspended[] = [];
  const lines = (await chargesAbout(tx, about)).flatMap((one) => one.lines);
  for (const { id, state, reference: of } of await lockedAbout(tx, about)) {
    const before = lines.some(({ key, label }) => key === again.key && label.fr === again.label(of).fr);
    const amount = state === "refunded" && !before ? await refundedSince(tx, id, since) : 0;
    if (amount === 0) continue;
    const { reference, dueOn: due } = await chargeAgain(tx, id, { ...again, amount });
    asked.push({ reference, balance: amount, dueOn: due });
  }
  return asked;
}

async function lockedAbout(tx: Tx, about: string) {
  const charges = await chargesAbout(tx, about);
  const states = await lockCharges(
    tx,
    charges.map(({ id }) => id),
  );
  return charges.map(({ id, reference }) => ({ reference, ...states.get(id)!, id }));
}

const TRIES = 5;

/** Drawn from some thirty thousand million: a second draw is hardly ever needed. */
async function freeReference(tx: Tx): Promise<string> {
  for (let tries = 0; tries < TRIES; tries++) {
    const reference = makeReference(randomBytes(REFERENCE_BYTES));
    if ((await chargesByReference(tx, [reference])).length === 0) return reference;
  }
  throw new Error("No payment reference is free");
}
