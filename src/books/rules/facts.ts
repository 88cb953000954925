/** What is booked: the dated facts of the ledger and the bank, debtor by debtor. Amounts are positive cents. */
import type { Day } from "../../kit/day.ts";

export type Means = "transfer" | "cheque" | "online" | "cash";

/** What a charge asks for: training by who pays it, fees that no invoice asks for, a sum for another body, an indemnity, what is left of invoices
 * from before the school used this service, or, again, what was given back of a payment that then bounced. */
export type Sale = {
  readonly nature: "training" | "fees" | "third" | "indemnity" | "opening" | "given-back";
  /** Who pays, as the school's file names it; null of fees. */
  readonly source: string | null;
  /** Invoiced before it is performed. */
  readonly ahead: boolean;
  readonly period: { readonly from: Day; readonly to: Day } | null;
};

/** `key` is the fact's own for ever; `piece` the document that proves it, never empty, and its day. */
type Of<K extends string, More> = {
  readonly kind: K;
  readonly key: string;
  readonly on: Day;
  readonly piece: string;
  readonly pieceOn: Day;
} & More;

export type DebtorFact =
  | Of<
      "charge",
      {
        readonly charge: string;
        readonly dueOn: Day;
        readonly gross: number;
        readonly tax: number;
        readonly sale: Sale;
        /** For whom it is asked: the number of a dossier. */
        readonly called: string | null;
      }
    >
  /** A credit note, or a charge that is waived. */
  | Of<"credit", { readonly id: string; readonly charge: string; readonly gross: number; readonly tax: number }>
  | Of<"credit-reversed", { readonly credit: string }>
  | Of<
      "payment",
      {
        readonly id: string;
        readonly charge: string | null;
        readonly amount: number;
        readonly means: Means;
        /** The entry of the bank by which it came, and the movement that this is a part of. */
        readonly line?: string | null;
        readonly movement?: string | null;
      }
    >
  /** Matched by mistake. */
  | Of<"taken-back", { readonly payment: string }>
  | Of<"bounced", { readonly payment: string }>
  | Of<
      "refund",
      {
        readonly id: string;
        readonly charge: string | null;
        readonly from: string | null;
        readonly amount: number;
        /** Kept: it stays with the school, with the debtor's word for it. */
        readonly means: Means | "kept";
      }
    >
  | Of<"refund-failed", { readonly refund: string }>
  | Of<
      "adjustment",
      {
        readonly id: string;
        readonly charge: string;
        readonly amount: number;
        readonly reason: "rounding" | "bad-debt";
      }
    >
  /** A day until which what was invoiced ahead counts as performed: the ends of the months, and of its period. */
  | Of<"performed", { readonly charge: string }>;
export type FactOf<K extends DebtorFact["kind"]> = Extract<DebtorFact, { kind: K }>;

/** By charge, cents owed, below zero of a credit; null: of none. */
export type Owed = ReadonlyMap<string | null, number>;

export type Debtor = {
  readonly debtor: string;
  /** Its account at the accountant's. */
  readonly auxiliary: string;
  readonly name: string;
  /** A fund pays dossier by dossier. */
  readonly byReference: boolean;
  /**
   * What the account of its advances comes to in what is closed; absent, as the ledger gives it. An account that took a charge over since
   * has what was booked of both.
   */
  readonly advancesBooked?: number;
  /** The same of what it owes, by invoice; absent also where something was booked before lines said their invoice. */
  readonly owedBooked?: Owed | undefined;
  /** Those of a kind in the order in which the ledger reads them: by day, then as they came. */
  readonly facts: readonly DebtorFact[];
};

/** Of no debtor. */
export type BankFact =
  /** Cheques taken to the bank together. */
  | Of<"banked", { readonly amount: number }>
  /** What the bank takes for its service. */
  | Of<"bank-charge", { readonly amount: number }>
  /** What was asked for another body, and is now paid to it. */
  | Of<"handed-on", { readonly amount: number }>
  /** It was not paid, or came back. */
  | Of<"handed-back", { readonly amount: number }>;

/** Money that came to the bank, by itself or in a movement of several. `told`: what is booked under another fact, or, below zero, no longer is. */
export type LineFact = {
  readonly key: string;
  readonly on: Day;
  readonly piece: string;
  readonly movement: string;
  readonly amount: number;
  readonly payments: readonly { readonly key: string; readonly amount: number }[];
  readonly takenBack: readonly { readonly key: string; readonly on: Day; readonly amount: number }[];
  readonly told: readonly { readonly key: string; readonly pieceOn: Day; readonly amount: number }[];
};

export type Facts = {
  readonly debtors: readonly Debtor[];
  readonly bank: readonly BankFact[];
  readonly lines?: readonly LineFact[];
};

/** Of a day, in the order of the ledger. */
const ORDER = [
  "charge",
  "credit",
  "credit-reversed",
  "received",
  "told",
  "payment",
  "banked",
  "taken-back",
  "bounced",
  "bank-charge",
  "adjustment",
  "refund",
  "refund-failed",
  "handed-on",
  "handed-back",
  "performed",
] as const satisfies readonly Kind[];
type Kind = (DebtorFact | BankFact)["kind"] | "received" | "told";

/** What is closed, and what was booked in it, on which day. */
export type Closed = {
  readonly until: Day | null;
  readonly booked: ReadonlyMap<string, Day>;
};

export type Dated<F> = { readonly fact: F; readonly bookedOn: Day; readonly open: boolean };

/** A closed period takes nothing more: what is dated in one is booked on the first day that is open. */
export function dated<F extends DebtorFact | BankFact>(
  facts: readonly F[],
  closed: Closed,
  firstOpen: Day,
): Dated<F>[] {
  return facts
    .map((fact) => {
      const booked = closed.booked.get(fact.key);
      const bookedOn = booked ?? (fact.on < firstOpen ? firstOpen : fact.on);
      return { fact, bookedOn, open: booked === undefined };
    })
    .sort(inOrder);
}

export const lineKey = (line: string): string => `bank-line:${line}`;

/** The day on which a fact is booked, or will be. */
export function dayBooked(
  { closed, firstOpen }: { readonly closed: Closed; readonly firstOpen: Day },
  key: string,
  on: Day,
): Day {
  return closed.booked.get(key) ?? (on < firstOpen ? firstOpen : on);
}

type Placed = { readonly fact: DebtorFact | BankFact; readonly bookedOn: Day };

function inOrder(a: Placed, b: Placed): number {
  return byText(a.bookedOn, b.bookedOn) || byText(orderOf(a.fact), orderOf(b.fact));
}

/** Of one day of booking. */
export function orderOf({ on, kind, key }: { readonly on: Day; readonly kind: Kind; readonly key: string }): string {
  return `${on} ${String(ORDER.indexOf(kind)).padStart(2, "0")} ${key}`;
}

/** What came in one movement stands together, where money is received. */
export function orderAtBank(fact: {
  readonly on: Day;
  readonly kind: Kind;
  readonly key: string;
  readonly movement: string;
}): string {
  return `${orderOf({ on: fact.on, kind: "received", key: fact.movement })} ${orderOf(fact)}`;
}

export function byText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
