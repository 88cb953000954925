/** What is owed and paid, as the office and as whoever owes see it. */
import { Type } from "typebox";
import type { Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";
import { defineView, type Performing } from "../../act/act.ts";
import { oneOf } from "../../law/entry.ts";
import { actorName } from "../../act/permissions.ts";
import { wishesOf } from "../online/store.ts";
import { onlineRefundsOf } from "../refunds/store.ts";
import { refundable } from "../rules/charge-state.ts";
import { type Paying, payingOf } from "../rules/online-page.ts";
import { isStuck, leftOf } from "../rules/online-refund.ts";
import { readReference } from "../rules/payment-reference.ts";
import { DaySchema } from "./forms.ts";
import { type ChargeHistory, chargeHistory, type FoundPayment, movements, paymentNumbered } from "./movements/store.ts";
import { openSuspension } from "./suspensions/store.ts";
import { findState } from "./states/store.ts";
import {
  chargesByReference,
  chargesOf,
  chargesSought,
  chargeTotals,
  findCharge,
  listCharges,
  type Sought,
} from "./store.ts";
import { whoOwes } from "./paying.ts";
import { ById, Id, closed } from "../../kit/shapes.ts";
import * as gives from "./output.ts";

export type { Means, Movement } from "./movements/store.ts";
export type { OwedCharge } from "./store.ts";

const PAGE = 50;
const Nothing = Type.Object({}, closed);
const Which = oneOf("owed", "suspended", "over-paid");
const ReceiptNumber = Type.String({ pattern: "^R-\\d{4}-\\d{6,9}$", maxLength: 20 });

export const listOwed = defineView({
  name: "listOwed",
  label: { fr: "Voir qui doit", en: "See who owes" },
  who: "see the accounts",
  form: Type.Object({ which: Which, after: Type.Optional(Type.Object({ dueOn: DaySchema, id: Id }, closed)) }, closed),
  gives: gives.listOwed,
  async read({ tx, today, input: { which, after } }) {
    const found = await listCharges(tx, which, after, PAGE + 1);
    const charges = found.slice(0, PAGE);
    const last = charges.at(-1);
    const next = found.length > PAGE && last ? { dueOn: last.dueOn, id: last.id } : null;
    return { charges, next, totals: await chargeTotals(tx, today) };
  },
});

const FOUND = 20;

/** By whatever people know of it: its reference, the number of a receipt or of a dossier, a name; settled or not. */
export const findCharges = defineView({
  name: "findCharges",
  label: { fr: "Chercher un montant dû", en: "Find a charge" },
  who: "see the accounts",
  form: Type.Object({ text: Type.String({ maxLength: 200 }) }, closed),
  gives: gives.findCharges,
  async read({ tx, input: { text } }) {
    const reference = readReference(text);
    const exact = reference === undefined ? [] : await chargesByReference(tx, [reference]);
    const sought = soughtIn(text);
    // Eight letters of a name may read as a reference.
    const charges = exact.length > 0 ? exact : sought ? await chargesSought(tx, sought, FOUND + 1) : [];
    return { charges: charges.slice(0, FOUND), more: charges.length > FOUND };
  },
});

function soughtIn(text: string): Sought | undefined {
  const plain = text.trim().toUpperCase();
  if (/^R-\d{4}-\d{6,9}$/.test(plain)) return { receipt: plain };
  if (/^[A-Z]-\d{4}-\d{6,9}$/.test(plain)) return { called: plain };
  // A sign alone is in every name.
  const parts = text.split(/[\s,;.]+/u).filter((one) => /\p{L}/u.test(one));
  return parts.join("").length > 1 ? { parts: parts.slice(0, 8) } : undefined;
}

export const seeCharge = defineView({
  name: "seeCharge",
  label: { fr: "Voir un montant dû", en: "See a charge" },
  who: "see the accounts",
  form: ById,
  gives: gives.seeCharge,
  async read(given) {
    const { tx, input, at, establishment, opened } = given;
    const { id } = input;
    const seen = await whole(given, id);
    if (!seen) return undefined;
    const online = await onlineRefundsOf(tx, id);
    const { paysOnline } = opened(establishment);
    const short = ({ id: refund, amount, state, askedAt }: (typeof online)[number]) => ({
      refund,
      amount,
      state,
      askedAt: askedAt.toISOString(),
    });
    return {
      ...seen,
      /** Refunds of which nothing more is heard. */
      stuck: online.filter((one) => isStuck(one, { paysOnline, at })).map(short),
      /** Refunds that failed, and in whose place none was made yet. */
      failed: online.filter(({ state, again }) => state === "failed" && !again).map(short),
    };
  },
});

type Whole = NonNullable<Awaited<ReturnType<typeof whole>>>;
export type SeenCharge = NonNullable<Awaited<ReturnType<typeof seeCharge.read>>>;

type Given = Pick<Performing<unknown>, "tx" | "reached">;

async function whole(given: Given, id: string) {
  const { tx } = given;
  const charge = await findCharge(tx, id);
  const state = await findState(tx, id);
  if (!charge || !state) return undefined;
  const history = await chargeHistory(tx, id);
  const online = await onlineRefundsOf(tx, id);
  // What may be given back by whoever took it.
  const givable = history.payments.flatMap((one) => {
    const amount = Math.min(refundable(state), leftOf(one, online));
    return amount > 0 ? [{ payment: one.id, number: one.number, amount }] : [];
  });
  // Whoever owes, as they are written to.
  const language = (await whoOwes(given, [id])).get(id)?.language ?? null;
  return { charge, state, history, givable, language };
}

export type MyCharge = Awaited<ReturnType<typeof chargesOf>>[number] &
  Pick<ChargeHistory, "payments" | "refunds"> & {
    /** Why nobody asks for it, where nobody does. */
    readonly why: Label | null;
    /** Without the reason, which the school writes for itself. */
    readonly waivers: readonly { readonly on: Day; readonly amount: number }[];
    /** How far a payment online has come that is not counted yet. */
    readonly paying: Paying | null;
  };

/** All that one owes or paid, and how far a payment online has come. */
export const myCharges = defineView({
  name: "myCharges",
  label: { fr: "Voir ce que je dois", en: "See what I owe" },
  who: "pay what one owes",
  form: Nothing,
  gives: gives.myCharges,
  async read({ tx, actor, at }) {
    const charges = await chargesOf(tx, actorName(actor));
    const seen: MyCharge[] = [];
    for (const charge of charges) {
      const { payments, refunds, waivers: all, suspensions } = await chargeHistory(tx, charge.id);
      const waivers = all.filter(({ reversed }) => !reversed).map(({ on, amount }) => ({ on, amount }));
      const paying = payingOf(await wishesOf(tx, charge.id), { balance: charge.balance, at });
      const why = charge.suspended ? (openSuspension(suspensions)?.why ?? null) : null;
      seen.push({ ...charge, why, payments, refunds, waivers, paying });
    }
    return { charges: seen };
  },
});

export type Receipt = Whole & { readonly payment: FoundPayment };

async function receiptOf(given: Given, number: string): Promise<Receipt | undefined> {
  const payment = await paymentNumbered(given.tx, number);
  const seen = payment && (await whole(given, payment.charge));
  return seen && { ...seen, payment };
}

export const seeReceipt = defineView({
  name: "seeReceipt",
  label: { fr: "Voir un reçu", en: "See a receipt" },
  who: "see the accounts",
  form: Type.Object({ number: ReceiptNumber }, closed),
  gives: gives.seeReceipt,
  read: (given) => receiptOf(given, given.input.number),
});

export const myReceipt = defineView({
  name: "myReceipt",
  label: { fr: "Voir mon reçu", en: "See my receipt" },
  who: "pay what one owes",
  form: Type.Object({ number: ReceiptNumber }, closed),
  gives: gives.myReceipt,
  async read(given) {
    const receipt = await receiptOf(given, given.input.number);
    return receipt?.charge.debtor === actorName(given.actor) ? receipt : undefined;
  },
});

export const exportMovements = defineView({
  name: "exportMovements",
  label: { fr: "Exporter les mouvements", en: "Export the movements" },
  who: "see the accounts",
  form: Type.Object({ from: DaySchema, to: DaySchema }, closed),
  gives: gives.exportMovements,
  read: async ({ tx, input }) => ({ movements: await movements(tx, input) }),
});

/** Everybody who owes, for a list on paper or in a spreadsheet. */
export const exportOwed = defineView({
  name: "exportOwed",
  label: { fr: "Exporter qui doit", en: "Export who owes" },
  who: "see the accounts",
  form: Nothing,
  gives: gives.exportOwed,
  read: async ({ tx }) => ({ charges: await listCharges(tx, "owed", undefined, MOST) }),
});

const MOST = 1_000_000;
