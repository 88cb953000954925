/** Entries that tell of money recorded before: tied to it, and untied where they were other money after all. */
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { type Actor, defineAct, done, FORBIDDEN, invalid, stale } from "../../act/act.ts";
import type { Tx } from "../../db/school.ts";
import { actorName } from "../../act/permissions.ts";
import { tooMuch } from "../../billing/charges/forms.ts";
import { takeCharges } from "../../billing/charges/hands.ts";
import { paymentToTakeBack } from "../../billing/charges/taking-back.ts";
import { keepLineStates, lockBank, unmatched } from "../store.ts";
import { findSlip } from "../slips/store.ts";
import { findRefund, findTie, insertTie, insertUntie, type Told, tieTo } from "./store.ts";
import { closed, Id } from "../../kit/shapes.ts";
import * as output from "../output.ts";
import { LineId, takeLine, takeUp } from "../taking.ts";

/**
 * An entry that tells of money recorded before, a payment that somebody typed or a slip of cheques: it pays nothing a second time; or by which
 * a refund was made.
 */
export const tieLine = defineAct({
  name: "tieLine",
  label: { fr: "Rattacher une opération à ce qui est déjà saisi", en: "Tie an entry to what is recorded already" },
  who: "keep the accounts",
  /** One of the three. */
  form: Type.Object(
    { line: LineId, payment: Type.Optional(Id), slip: Type.Optional(Id), refund: Type.Optional(Id) },
    closed,
  ),
  output: output.tieLine,
  writes: ["bank_line_tie", "bank_line_back"],
  async perform(context) {
    const { tx, input, actor, today } = context;
    // Of two entries of one slip, the second sees the first.
    await lockBank(tx);
    const { payment = null, slip = null, refund = null } = input;
    const of = { payment, slip, refund };
    if (Object.values(of).filter((one) => one !== null).length !== 1) return FORBIDDEN;
    const amount = await amountOf(tx, actor, of);
    const line = await takeLine(tx, actor, input.line);
    if (amount === undefined || !line || line.amount < 0 !== (refund !== null)) return FORBIDDEN;
    if (await tieTo(tx, of)) return stale({ tied: true });
    const most = Math.abs(await unmatched(tx, line));
    if (amount > most) return invalid([tooMuch("line", most)]);
    await takeUp(context, line);
    const tie = newId();
    await insertTie(tx, { id: tie, line: line.id, ...of, amount, on: today, by: actorName(actor) });
    await keepLineStates(tx, [line.id]);
    return done({ tie }, `bank-line:${line.id}`);
  },
});

function amountOf(tx: Tx, actor: Actor, { payment, slip, refund }: Told): Promise<number | undefined> {
  if (payment !== null) return typedAmount(tx, actor, payment);
  return refund === null ? findSlip(tx, slip!).then((found) => found?.total) : refundedAmount(tx, actor, refund);
}

/** Of a refund that was made through the bank; locked. */
async function refundedAmount(tx: Tx, actor: Actor, id: string): Promise<number | undefined> {
  const refund = await findRefund(tx, id);
  return refund && (await takeCharges(tx, actor, chargeOf(refund), debtorOf(refund))) ? refund.amount : undefined;
}

/** Of a transfer that somebody typed and that stands; locked. */
async function typedAmount(tx: Tx, actor: Actor, id: string): Promise<number | undefined> {
  const seen = await paymentToTakeBack(tx, id);
  if (!seen || seen.means !== "transfer" || seen.bankLine !== null) return undefined;
  if (!(await takeCharges(tx, actor, chargeOf(seen), debtorOf(seen)))) return undefined;
  const payment = (await paymentToTakeBack(tx, id))!;
  return payment.reversed ? undefined : payment.amount;
}

function chargeOf({ charge }: { readonly charge: string | null }): string[] {
  return charge === null ? [] : [charge];
}

function debtorOf({ debtor }: { readonly debtor: string | null }): string[] {
  return debtor === null ? [] : [debtor];
}

/** It was other money after all: the entry is to be matched again. */
export const untieLine = defineAct({
  name: "untieLine",
  label: { fr: "Détacher une opération de ce qui était déjà saisi", en: "Untie an entry from what was recorded" },
  who: "keep the accounts",
  form: Type.Object({ line: LineId, tie: Id }, closed),
  output: output.untieLine,
  writes: ["bank_line_untie"],
  async perform({ tx, input, actor, today }) {
    await lockBank(tx);
    const tie = await findTie(tx, input.tie);
    if (!tie || tie.line !== input.line) return FORBIDDEN;
    if ((await amountOf(tx, actor, tie)) === undefined) return FORBIDDEN;
    const line = await takeLine(tx, actor, input.line);
    if (!line) return FORBIDDEN;
    await insertUntie(tx, { id: tie.id, refund: tie.refund, on: today, by: actorName(actor) });
    await keepLineStates(tx, [line.id]);
    return done({}, `bank-line:${line.id}`);
  },
});
