/** An issued invoice is never changed: a credit corrects it, whole or in part. */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid } from "../../act/act.ts";
import { SHOWN_NOTHING } from "../../act/shows.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";
import { Cents, Reason } from "../charges/forms.ts";
import { takeCharges } from "../charges/hands.ts";
import { chargeChain } from "../charges/paying.ts";
import { type Credited, issueCredit, leftOf, lockToIssue } from "./issuing.ts";
import { PAYING_TABLES } from "../payers/letting-in.ts";
import * as output from "./output.ts";
import { CREDITED_ALREADY, overPart, WHICH_PART } from "./refusals.ts";
import { type FoundInvoice, findInvoice } from "./store.ts";

export const creditInvoice = defineAct({
  name: "creditInvoice",
  label: { fr: "Corriger une facture par un avoir", en: "Correct an invoice by a credit" },
  who: "keep the accounts",
  form: Type.Object(
    {
      invoice: Id,
      /** Whose lines, where it is of several trainees: from 1, in their order. */
      part: Type.Optional(Type.Integer({ minimum: 1, maximum: 5_000 })),
      amount: Cents,
      reason: Reason,
      /** Whether what it takes off is given up, or asked again by a right invoice. */
      then: oneOf("remitted", "asked-again"),
    },
    closed,
  ),
  output: output.creditInvoice,
  shows: { nothing: SHOWN_NOTHING.typed },
  writes: ["waiver", "invoice", "invoice_part", "mail", ...PAYING_TABLES],
  async perform(context) {
    const { tx, actor, input } = context;
    await lockToIssue(context, []);
    const unlocked = await findInvoice(tx, input.invoice);
    if (!unlocked || unlocked.kind !== "invoice") return FORBIDDEN;
    if (!(await takeCharges(tx, actor, [unlocked.charge]))) return FORBIDDEN;
    const invoice = (await findInvoice(tx, input.invoice))!;
    const asked = partsAsked(invoice, input.amount, input.part);
    if ("issues" in asked) return invalid(asked.issues);
    const issued = await issueCredit(context, invoice, {
      parts: asked.parts,
      reason: input.reason,
      then: input.then,
    });
    if ("issues" in issued) return invalid([...issued.issues]);
    const left = invoice.gross - invoice.credited - issued.gross;
    return done({ credit: issued.id, number: issued.number, left }, chargeChain(invoice.charge));
  },
});

/** Of one trainee, the amount; of several, a part that is named, or all that is left of each. */
function partsAsked(invoice: FoundInvoice, amount: number, nth: number | undefined) {
  const { parts, gross, credited } = invoice;
  const left = gross - credited;
  if (left === 0) return { issues: [CREDITED_ALREADY] };
  const [only] = nth === undefined ? (parts.length === 1 ? parts : []) : parts.slice(nth - 1, nth);
  if (only) {
    const most = leftOf(invoice, only.about);
    return amount > most ? { issues: [overPart(most)] } : { parts: [{ about: only.about, amount }] };
  }
  if (amount !== left) return { issues: [amount > left ? overPart(left) : WHICH_PART] };
  const all: Credited[] = parts.map(({ about }) => ({ about, amount: leftOf(invoice, about) }));
  return { parts: all.filter((one) => one.amount > 0) };
}
