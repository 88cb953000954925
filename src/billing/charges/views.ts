/** Debts and payments, for the office and for the debtor. */
import { Type } from "typebox";
import type { Day } from "../../kit/day.ts";
import type { Tx } from "../../db/school.ts";
import type { Label } from "../../kit/lang.ts";
import { defineView, type Performing } from "../../act/act.ts";
import { oneOf } from "../../law/entry.ts";
import { actorName } from "../../act/permissions.ts";
import { wishesOf } from "../online/store.ts";
import { onlineRefundsOf } from "../refunds/store.ts";
import { refundable } from "../rules/charge-state.ts";
import { type Paying, payingOf } from "../rules/online-page.ts";
import { isStuck, leftOf } from "../rules/online-refund.ts";
import type { Owes } from "../rules/limitation.ts";
import { remindedOf } from "../dunning/levels.ts";
import { owesAs } from "../dunning/owes.ts";
import { lateNamed } from "../dunning/store.ts";
import { findPayer } from "../payers/store.ts";
import { readReference } from "../rules/payment-reference.ts";
import { DaySchema } from "./forms.ts";
import { charged, knownDebtors, spareOf } from "../debtors/store.ts";
import type { ChargeState } from "../rules/charge-state.ts";
import {
  type ChargeHistory,
  chargeHistory,
  type FoundPayment,
  type Means,
  movements,
  paymentNumbered,
  refundsTakenFrom,
  reversalOf,
} from "./movements/store.ts";
import { openSuspension } from "./suspensions/store.ts";
import { computeLedgers, findState } from "./states/store.ts";
import {
  type Charge,
  chargesByReference,
  chargesOf,
  hasCharges,
  chargesOfSubjects,
  chargesSought,
  chargeTotals,
  findCharge,
  isInvoiced,
  listCharges,
  type Sought,
} from "./store.ts";
import { whoOwes } from "./paying.ts";
import { servedBy } from "./served.ts";
import { ById, Id, closed } from "../../kit/shapes.ts";
import * as output from "./output.ts";

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
  output: output.listOwed,
  async read(context) {
    const { tx, today, input } = context;
    const { which, after } = input;
    const page = await listCharges(tx, which, after, PAGE + 1);
    const charges = page.slice(0, PAGE);
    const last = charges.at(-1);
    const next = page.length > PAGE && last ? { dueOn: last.dueOn, id: last.id } : null;
    const reminded = await remindedNow(
      context,
      charges.map(({ id }) => id),
    );
    const spare = which === "over-paid" && !after ? await spareOf(tx, PAGE) : [];
    return {
      charges,
      next,
      reminded: [...reminded].map(([charge, one]) => ({ charge, ...one })),
      spare,
      totals: await chargeTotals(tx, today),
    };
  },
});

export const seeOwed = defineView({
  name: "seeOwed",
  label: { fr: "Voir combien est dû", en: "See how much is owed" },
  who: "see the accounts",
  form: Nothing,
  output: output.seeOwed,
  async read({ tx, today }) {
    const { owed, count, late } = await chargeTotals(tx, today);
    return { owed, count, late };
  },
});

const FOUND = 20;

/** By anything that people know of a charge: its reference, a receipt or dossier number, a name; settled or not. */
export const findCharges = defineView({
  name: "findCharges",
  label: { fr: "Chercher un montant dû", en: "Find a charge" },
  who: "see the accounts",
  form: Type.Object({ text: Type.String({ maxLength: 200 }) }, closed),
  output: output.findCharges,
  async read({ tx, input: { text } }) {
    const reference = readReference(text);
    const exact = reference === undefined ? [] : await chargesByReference(tx, [reference]);
    const sought = soughtIn(text);
    // Eight letters of a name may parse as a reference.
    const charges = exact.length > 0 ? exact : sought ? await chargesSought(tx, sought, FOUND + 1) : [];
    return { charges: charges.slice(0, FOUND), more: charges.length > FOUND };
  },
});

/** What is charged about some things, as a person's dossiers, and what was paid, refunded or waived of it. */
export const seeMoneyAbout = defineView({
  name: "seeMoneyAbout",
  label: {
    fr: "Voir ce qui est dû et payé au sujet de quelque chose",
    en: "See what is owed and paid about something",
  },
  who: "see the accounts",
  form: Type.Object({ about: Type.Array(Type.String({ maxLength: 200 }), { maxItems: 50 }) }, closed),
  output: output.seeMoneyAbout,
  async read({ tx, input }) {
    const charges = await chargesOfSubjects(tx, input.about);
    const moved = charges.length === 0 ? [] : await movements(tx, { charges: charges.map(({ id }) => id) });
    return { charges, movements: moved };
  },
});

function soughtIn(text: string): Sought | undefined {
  const plain = text.trim().toUpperCase();
  if (/^R-\d{4}-\d{6,9}$/.test(plain)) return { receipt: plain };
  if (/^[A-Z]-\d{4}-\d{6,9}$/.test(plain)) return { called: plain };
  // Words without a letter would match every name.
  const parts = text.split(/[\s,;.]+/u).filter((one) => /\p{L}/u.test(one));
  return parts.join("").length > 1 ? { parts: parts.slice(0, 8) } : undefined;
}

export const seeCharge = defineView({
  name: "seeCharge",
  label: { fr: "Voir un montant dû", en: "See a charge" },
  who: "see the accounts",
  form: ById,
  output: output.seeCharge,
  async read(context) {
    const { tx, input, at, establishment, opened } = context;
    const { id } = input;
    const seen = await whole(context, id);
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
      invoiced: await isInvoiced(tx, id),
      served: await servedBy(tx, id),
      reminded: (await remindedNow(context, [id])).get(id) ?? null,
      /** Refunds that the provider reports nothing more about. */
      stuck: online.filter((one) => isStuck(one, { paysOnline, at })).map(short),
      /** Failed refunds not yet replaced. */
      failed: online.filter(({ state, again }) => state === "failed" && !again).map(short),
    };
  },
});

export type SeenCharge = NonNullable<Awaited<ReturnType<typeof seeCharge.read>>>;

/** Of these charges, the late ones: what was sent, and when the next reminder may go. */
async function remindedNow({ tx, today, payee }: Pick<Performing<unknown>, "tx" | "today" | "payee">, ids: string[]) {
  const days = payee?.money?.invoices.levels.days;
  return new Map((await lateNamed(tx, ids, today)).map((one) => [one.id, remindedOf(one, days, today)]));
}

type Context = Pick<Performing<unknown>, "tx" | "reached">;

async function whole(context: Context, id: string) {
  const { tx } = context;
  const charge = await findCharge(tx, id);
  const state = await findState(tx, id);
  if (!charge || !state) return undefined;
  const [history, online] = await Promise.all([chargeHistory(tx, id), onlineRefundsOf(tx, id)]);
  // What the provider may still refund.
  const givable = history.payments.flatMap((payment) => {
    const amount = Math.min(refundable(state), leftOf(payment, online));
    return amount > 0 ? [{ payment: payment.id, number: payment.number, amount }] : [];
  });
  // The debtor's language.
  const language = (await whoOwes(context, [id])).get(id)?.language ?? null;
  return { charge, state, history, givable, language, owes: await owesOf(tx, charge.debtor) };
}

async function owesOf(tx: Tx, debtor: string | null): Promise<Owes> {
  if (!debtor?.startsWith("payer:")) return "person";
  const payer = await findPayer(tx, debtor.slice("payer:".length));
  return owesAs({ debtor, isPublic: payer?.service !== "" });
}

export type MyCharge = Awaited<ReturnType<typeof chargesOf>>[number] &
  Pick<ChargeHistory, "payments" | "refunds"> & {
    /** Why it is suspended, if it is. */
    readonly why: Label | null;
    /** Without the reason, which is internal to the school. */
    readonly waivers: readonly { readonly on: Day; readonly amount: number; readonly credit: string | null }[];
    /** The state of an online payment not counted yet. */
    readonly paying: Paying | null;
  };

/** For pages that only lead to what one owes or paid. */
export const haveCharges = defineView({
  name: "haveCharges",
  label: {
    fr: "Savoir s’il y a quelque chose que je dois, ou que j’ai payé",
    en: "Know whether I owe or paid anything",
  },
  who: "pay what one owes",
  form: Nothing,
  output: output.haveCharges,
  read: async ({ tx, actor }) => ({ any: await hasCharges(tx, actorName(actor)) }),
});

/** All that one owes or paid, and the state of an online payment. */
export const myCharges = defineView({
  name: "myCharges",
  label: { fr: "Voir ce que je dois", en: "See what I owe" },
  who: "pay what one owes",
  form: Nothing,
  output: output.myCharges,
  async read({ tx, actor, at }) {
    const charges = await chargesOf(tx, actorName(actor));
    const seen = charges.map(async (charge): Promise<MyCharge> => {
      const [history, wishes] = await Promise.all([chargeHistory(tx, charge.id), wishesOf(tx, charge.id)]);
      const { payments, refunds, waivers: all, suspensions } = history;
      const waivers = all.filter(({ stands }) => stands).map(({ on, amount, credit }) => ({ on, amount, credit }));
      const paying = payingOf(wishes, { balance: charge.balance, at });
      const why = charge.suspended ? (openSuspension(suspensions)?.why ?? null) : null;
      return { ...charge, why, payments, refunds, waivers, paying };
    });
    return { charges: await Promise.all(seen) };
  },
});

type Since = {
  readonly kind: "waiver" | "refund";
  readonly on: Day;
  readonly amount: number;
  readonly means: Means | null;
  readonly reason: string;
  /** Agreed to, and not sent yet. */
  readonly toSend: boolean;
};
export type Receipt = {
  /** The charge that it names, if it names one. */
  readonly charge: Charge | null;
  readonly state: ChargeState | null;
  readonly payment: FoundPayment;
  readonly name: string | null;
  /** What it served, first served first. */
  readonly served: readonly {
    readonly charge: string;
    readonly reference: string;
    readonly called: string | null;
    readonly amount: number;
  }[];
  readonly left: number;
  /** What its debtor has left to pay in all, and what serves nothing. */
  readonly open: number;
  readonly available: number;
  readonly reversal: ChargeHistory["reversals"][number] | null;
  readonly since: readonly Since[];
};

async function receiptOf(tx: Tx, number: string): Promise<Receipt | undefined> {
  const payment = await paymentNumbered(tx, number);
  if (!payment) return undefined;
  const charge = payment.charge === null ? null : (await findCharge(tx, payment.charge))!;
  const state = charge && (await findState(tx, charge.id))!;
  const debtor = payment.debtor ?? charge!.debtor ?? charge!.about;
  const { open, available, payments } = (await computeLedgers(tx, [debtor])).get(debtor)!;
  const { allocated, left } = payments.get(payment.id) ?? { allocated: [], left: 0 };
  const names = await charged(
    tx,
    allocated.map((one) => one.charge),
  );
  const history = charge && (await chargeHistory(tx, charge.id));
  return {
    charge,
    state,
    payment,
    name: charge ? charge.debtorName : ((await knownDebtors(tx, [debtor]))[0]?.name ?? null),
    served: allocated.map((one) => ({ ...one, ...names.get(one.charge)! })),
    left,
    open,
    available,
    reversal: history
      ? (history.reversals.find(({ id }) => id === payment.id) ?? null)
      : ((await reversalOf(tx, payment.id)) ?? null),
    since: history ? sinceIn(history) : (await refundsTakenFrom(tx, payment.id)).map(refundSince),
  };
}

function sinceIn({ waivers, refunds }: ChargeHistory): Since[] {
  const standing = waivers.filter(({ stands }) => stands);
  return [
    ...standing.map(
      ({ on, amount, reason }): Since => ({ kind: "waiver", on, amount, means: null, reason, toSend: false }),
    ),
    ...refunds.map(refundSince),
  ];
}

function refundSince({ on, amount, means, reason, toSend }: Omit<Since, "kind">): Since {
  return { kind: "refund", on, amount, means, reason, toSend };
}

export const seeReceipt = defineView({
  name: "seeReceipt",
  label: { fr: "Voir un reçu", en: "See a receipt" },
  who: "see the accounts",
  form: Type.Object({ number: ReceiptNumber }, closed),
  output: output.seeReceipt,
  read: ({ tx, input }) => receiptOf(tx, input.number),
});

export const myReceipt = defineView({
  name: "myReceipt",
  label: { fr: "Voir mon reçu", en: "See my receipt" },
  who: "pay what one owes",
  form: Type.Object({ number: ReceiptNumber }, closed),
  output: output.myReceipt,
  async read({ tx, input, actor }) {
    const receipt = await receiptOf(tx, input.number);
    const debtor = receipt?.payment.debtor ?? receipt?.charge?.debtor;
    return debtor === actorName(actor) ? receipt : undefined;
  },
});

export const exportMovements = defineView({
  name: "exportMovements",
  label: { fr: "Exporter les mouvements", en: "Export the movements" },
  who: "see the accounts",
  form: Type.Object({ from: DaySchema, to: DaySchema }, closed),
  output: output.exportMovements,
  read: async ({ tx, input }) => ({ movements: await movements(tx, input) }),
});

/** All debts, for a list on paper or in a spreadsheet. */
export const exportOwed = defineView({
  name: "exportOwed",
  label: { fr: "Exporter qui doit", en: "Export who owes" },
  who: "see the accounts",
  form: Nothing,
  output: output.exportOwed,
  read: async ({ tx }) => ({ charges: await listCharges(tx, "owed", undefined, MOST) }),
});

const MOST = 1_000_000;
