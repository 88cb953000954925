/**
 * The entries of one debtor, fact by fact in the order of booking. After each, the account of what the debtor owes comes to what the ledger
 * has open, and that of its advances to what its payments have left: the ledger allocates, and what it moves is booked.
 */
import type { JournalUse } from "../../law/accounts.ts";
import type { Day } from "../../kit/day.ts";
import { part } from "../../kit/parts.ts";
import { type Chart, type Line, treasury, type Use } from "./chart.ts";
import {
  type Closed,
  dayBooked,
  lineKey,
  dated,
  type Dated,
  type Debtor,
  type DebtorFact,
  type FactOf,
  orderAtBank,
  orderOf,
  type Owed,
} from "./facts.ts";
import { daysUntil, monthEnds } from "./performed.ts";
import { type Amounts, entryPart, type Part, settled } from "./settling.ts";
import { NOTHING, type Standing, standing } from "./standing.ts";

export type Entry = {
  /** Of its fact: all entries of one are booked together. */
  readonly fact: string;
  readonly place: number;
  readonly debtor: string | null;
  readonly journal: JournalUse;
  readonly on: Day;
  readonly piece: string;
  readonly pieceOn: Day;
  readonly label: string;
  readonly lines: readonly Line[];
  /** Of a day: by its fact's own day, then in the order of the ledger. */
  readonly order: string;
  /** The movement at the bank that it is a part of: all of its parts have one number, and one line on the bank's account. */
  readonly movement?: string;
};

export type Asked = {
  readonly closed: Closed;
  readonly firstOpen: Day;
  /** The last day that is booked. */
  readonly until: Day;
  /** What was booked before is derived again as well. */
  readonly again: boolean;
};

/** A fact that moves nothing when it is booked: what comes after it is booked as after it all the same. */
export type Silent = { readonly fact: string; readonly on: Day };
export type Booked = { readonly entries: readonly Entry[]; readonly silent: readonly Silent[] };

export function entriesOf(chart: Chart, debtor: Debtor, { closed, firstOpen, until, again }: Asked): Booked {
  const facts = withPerformed(debtor, until);
  const all = dated(facts, closed, firstOpen).filter(({ bookedOn }) => bookedOn <= until);
  // How much of a down payment is performed, and what a credit lowers of it, follow from all that was booked of it.
  const whole = again || facts.some((fact) => fact.kind === "charge" && fact.sale.ahead);
  const came = (line: string, on: Day) => dayBooked({ closed, firstOpen }, lineKey(line), on);
  const { advancesBooked: booked, owedBooked: owed } = whole ? {} : debtor;
  const book = new Book(chart, { ...debtor, facts }, { booked, owed, came });
  const entries: Entry[] = [];
  const silent: Silent[] = [];
  for (const one of all) {
    if (!one.open && !whole) {
      book.remember(one.fact);
      continue;
    }
    const taken = book.take(one);
    if (one.open || again) entries.push(...taken);
    if (taken.length === 0 && one.open) silent.push({ fact: one.fact.key, on: one.bookedOn });
  }
  return { entries, silent };
}

/** All facts of a debtor until a day: those that are written, and those that the calendar brings. */
export function withPerformed({ facts }: Debtor, until: Day): DebtorFact[] {
  return [...facts, ...facts.flatMap((fact) => performedOf(fact, until))];
}

/** What is invoiced before it is performed becomes income at the end of each month and of its period. */
function performedOf(fact: DebtorFact, until: Day): FactOf<"performed">[] {
  if (fact.kind !== "charge" || !fact.sale.ahead || fact.sale.period === null) return [];
  const { charge, piece, pieceOn, key, sale } = fact;
  return monthEnds(sale.period!, until).map((on) => ({
    kind: "performed",
    key: `performed:${key}:${on.slice(0, 7)}`,
    on,
    piece,
    pieceOn,
    charge,
  }));
}

/** What is invoiced ahead: how much of it stands as an advance, and how much became income. */
type Ahead = { net: number; advance: number; income: number };

type Came = (line: string, on: Day) => Day;
type Booking = { readonly booked: number | undefined; readonly owed: Owed | undefined; readonly came: Came };

class Book {
  readonly #chart: Chart;
  readonly #debtor: Debtor;
  readonly #charges = new Map<string, FactOf<"charge">>();
  readonly #credits = new Map<string, FactOf<"credit">>();
  readonly #payments = new Map<string, FactOf<"payment">>();
  readonly #refunds = new Map<string, FactOf<"refund">>();
  readonly #ahead = new Map<string, Ahead>();
  readonly #known = new Set<DebtorFact>();
  #stands: Standing | undefined = NOTHING;
  /** What the account of its advances comes to. */
  #booked: number | undefined;
  /** What that of what it owes comes to, by invoice. */
  #owed: Owed | undefined;

  /** The day on which an entry of the bank is booked. */
  readonly #came: Came;

  constructor(chart: Chart, debtor: Debtor, { booked, owed, came }: Booking) {
    this.#chart = chart;
    this.#debtor = debtor;
    this.#booked = booked;
    this.#owed = owed;
    this.#came = came;
    for (const fact of debtor.facts) {
      if (fact.kind === "charge") this.#charges.set(fact.charge, fact);
      if (fact.kind === "credit") this.#credits.set(fact.id, fact);
      if (fact.kind === "payment") this.#payments.set(fact.id, fact);
      if (fact.kind === "refund") this.#refunds.set(fact.id, fact);
    }
  }

  /** Booked before: only what stands after it counts. */
  remember(fact: DebtorFact): void {
    this.#known.add(fact);
    this.#stands = undefined;
  }

  take({ fact, bookedOn }: Dated<DebtorFact>): Entry[] {
    const before = (this.#stands ??= standing(this.#debtor, this.#known));
    this.#known.add(fact);
    const after = fact.kind === "performed" ? before : standing(this.#debtor, this.#known);
    this.#stands = after;
    const { key, piece, pieceOn } = fact;
    const parts = this.#main(fact, { before, after, on: bookedOn }).filter(({ amounts }) =>
      amounts.some(([, amount]) => amount !== 0),
    );
    parts.push(...this.#correcting(before, after));
    const booked = (this.#booked ?? before.advances) + sum(parts.map(({ advances }) => advances));
    this.#booked = after.advances;
    const moved = after.advances - booked;
    if (moved !== 0)
      parts.push(
        entryPart("other", "Acompte imputé", [
          ["advances", -moved],
          ["customers", moved],
        ]),
      );
    const owed = this.#owed ?? before.owedBy;
    this.#owed = after.owedBy;
    return settled(parts, moreOwed(owed, after.owedBy))
      .filter(({ amounts }) => amounts.some(([, amount]) => amount !== 0))
      .map(({ journal, words, amounts }, place) => ({
        fact: key,
        place,
        debtor: this.#debtor.debtor,
        journal,
        on: bookedOn,
        piece,
        pieceOn,
        label: this.#label(words, fact),
        order: orderOf(fact),
        ...atBank(fact, journal),
        lines: amounts
          .filter(([, amount]) => amount !== 0)
          // Debits first; the sort is stable.
          .sort(([, a], [, b]) => Number(a < 0) - Number(b < 0))
          .map(([use, amount, settles]) => {
            const line = this.#chart.line(use, amount, this.#debtor);
            return settles === undefined ? line : { ...line, settles };
          }),
      }));
  }

  #label(words: string, fact: DebtorFact): string {
    const charge = "charge" in fact && fact.charge !== null ? this.#charges.get(fact.charge) : undefined;
    const period = charge?.sale.period;
    const about = [this.#debtor.name, charge?.called, period && `${frenchDay(period.from)}-${frenchDay(period.to)}`];
    const known = about.filter((one) => one !== null && one !== undefined && one !== "").join(", ");
    return `${words} ${fact.piece}${known === "" ? "" : `, ${known}`}`;
  }

  /** Each fact as it is told; `before` and `after` say what its own payment has left. */
  #main(fact: DebtorFact, { before, after, on }: { before: Standing; after: Standing; on: Day }): Part[] {
    switch (fact.kind) {
      case "charge":
        return [this.#charged(fact)];
      case "credit":
        return [this.#lowered(fact.charge, { gross: fact.gross, tax: fact.tax }, "Avoir")];
      case "credit-reversed": {
        const { charge, gross, tax } = this.#credits.get(fact.credit)!;
        return [this.#lowered(charge, { gross: -gross, tax: -tax }, "Avoir annulé")];
      }
      case "payment":
        return [
          came(
            fact,
            after,
            this.#waited(fact, (begun) => on > begun),
          ),
        ];
      case "taken-back":
        return [this.#takenBack(this.#payments.get(fact.payment)!, before, on)];
      case "bounced":
        return [
          went(this.#payments.get(fact.payment)!, "Règlement impayé", {
            before,
            waits: false,
            kept: this.#keptOf(fact.payment),
          }),
        ];
      case "refund":
        return this.#cameToNothing(fact) ? [] : [this.#given(fact, before.advances - after.advances, 1)];
      case "refund-failed":
        return [this.#given(this.#refunds.get(fact.refund)!, after.advances - before.advances, -1)];
      case "adjustment":
        return [];
      default:
        return [this.#performed(fact)];
    }
  }

  /** Its entry of the bank is to be matched again. */
  #takenBack(payment: FactOf<"payment">, before: Standing, on: Day): Part {
    return went(payment, "Règlement annulé", { before, waits: this.#waited(payment, (begun) => on >= begun), kept: 0 });
  }

  /** What the school kept of a payment, as other income. */
  #keptOf(payment: string): number {
    const kept = [...this.#known].flatMap((fact) =>
      fact.kind === "refund" && fact.means === "kept" && fact.from === payment ? [fact.amount] : [],
    );
    return sum(kept);
  }

  /** Whether it was kept of a payment that had bounced by then. */
  #cameToNothing({ means, from }: FactOf<"refund">): boolean {
    return means === "kept" && [...this.#known].some((fact) => fact.kind === "bounced" && fact.payment === from);
  }

  /** Whether money that came by an entry of the bank stands where it waits, by the day on which the entry was booked. */
  #waited({ line, on }: FactOf<"payment">, when: (begun: Day) => boolean): boolean {
    return line !== undefined && line !== null && when(this.#came(line, on));
  }

  #charged({ charge, gross, tax, sale }: FactOf<"charge">): Part {
    // The payment that bounced is owed whole since then.
    if (sale.nature === "given-back") return entryPart("sales", "Rendu redemandé", []);
    const net = gross - tax;
    if (sale.ahead) this.#ahead.set(charge, { net, advance: net, income: 0 });
    const use: Use = sale.ahead ? "downPayments" : this.#chart.incomeOf(sale);
    const opens = sale.nature === "opening";
    const words = opens ? "Reprise de solde" : sale.nature === "fees" ? "Frais" : "Facture";
    const amounts: Amounts = [
      ["customers", gross],
      [use, -net],
      ["tax", -tax],
    ];
    return entryPart(opens ? "other" : "sales", words, amounts, [charge]);
  }

  /** A sale lowered: what was invoiced ahead and is not performed first. Negative amounts raise it again. */
  #lowered(charge: string, { gross, tax }: { gross: number; tax: number }, words: string): Part {
    const { sale } = this.#charges.get(charge)!;
    const net = gross - tax;
    const ahead = this.#ahead.get(charge);
    const advance = ahead ? Math.min(net, ahead.advance) : 0;
    if (ahead) {
      ahead.net -= net;
      ahead.advance -= advance;
      ahead.income -= net - advance;
    }
    const amounts: Amounts = [
      ["downPayments", advance],
      [this.#chart.incomeOf(sale), net - advance],
      ["tax", tax],
      ["customers", -gross],
    ];
    return entryPart("sales", words, amounts, [charge]);
  }

  /** Given back: of what payments have left, else of what credits have too much. */
  #given({ means, amount, charge }: FactOf<"refund">, moved: number, sign: 1 | -1): Part {
    const ofAdvances = Math.min(amount, Math.max(0, moved));
    const kept = means === "kept";
    const { use, journal } = kept ? KEPT : treasury(means, true);
    const words = kept ? "Trop-perçu gardé" : sign === 1 ? "Remboursement" : "Remboursement échoué";
    const amounts: Amounts = [
      ["advances", sign * ofAdvances],
      ["customers", sign * (amount - ofAdvances)],
      [use, -sign * amount],
    ];
    return entryPart(journal, words, amounts, [charge]);
  }

  #performed({ charge, on }: FactOf<"performed">): Part {
    const { sale } = this.#charges.get(charge)!;
    const ahead = this.#ahead.get(charge)!;
    const { until, days } = daysUntil(sale.period!, on);
    const now = part(ahead.net, until, days) - ahead.income;
    ahead.income += now;
    ahead.advance -= now;
    return entryPart("other", "Réalisé, facturé d’avance", [
      ["downPayments", now],
      [this.#chart.incomeOf(sale), -now],
    ]);
  }

  /** What a fact did besides: debts that a refund gives up, and what an adjustment may lower. */
  #correcting(before: Standing, after: Standing): Part[] {
    const parts: Part[] = [];
    for (const [charge, amount] of after.givenUp) {
      const known = before.givenUp.get(charge) ?? 0;
      // On what was given up in all, so that the cents of several times add up.
      const taxOf = (givenUp: number) => taxIn(givenUp, this.#charges.get(charge)!);
      const lowered = { gross: amount - known, tax: taxOf(amount) - taxOf(known) };
      if (lowered.gross !== 0) parts.push(this.#lowered(charge, lowered, "Abandon"));
    }
    for (const fact of this.#debtor.facts) {
      if (fact.kind !== "adjustment") continue;
      const { id, charge, reason } = fact;
      const use: Use = reason === "bad-debt" ? "badDebt" : "rounding";
      const more = (after.adjusted.get(id) ?? 0) - (before.adjusted.get(id) ?? 0);
      const words = use === "badDebt" ? "Créance irrécouvrable" : "Différence de règlement";
      const amounts: Amounts = [
        [use, more],
        ["customers", -more],
      ];
      if (more !== 0) parts.push(entryPart("other", words, amounts, [charge]));
    }
    return parts;
  }
}

/** Some cents too much, that the school keeps: other income. */
const KEPT = { use: "otherIncome", journal: "other" } as const;

/** What serves a debt pays it, the rest stands as an advance. */
function came({ id, means, amount }: FactOf<"payment">, after: Standing, waited: boolean): Part {
  const { use, journal } = waited ? WAITED : treasury(means, false);
  const left = after.left.get(id) ?? 0;
  const amounts: Amounts = [
    [use, amount],
    ["customers", left - amount],
    ["advances", -left],
  ];
  return entryPart(journal, "Règlement", amounts, after.serves.get(id));
}

/** What came by an entry of the bank is a part of that movement, unless it waited on another account. */
function atBank(fact: DebtorFact, journal: JournalUse): Partial<Pick<Entry, "movement" | "order">> {
  if (fact.kind !== "payment" || !fact.movement || journal !== "bank") return {};
  return { movement: fact.movement, order: orderAtBank({ ...fact, movement: fact.movement }) };
}

function moreOwed(before: Owed, after: Owed): Owed {
  const moved = new Map(after);
  for (const [of, amount] of before) moved.set(of, (moved.get(of) ?? 0) - amount);
  return moved;
}

/** Reversed: what it had served is owed again, what it had left is gone, and what was kept of it is no income. */
function went(
  { id, means, amount }: FactOf<"payment">,
  words: string,
  { before, waits, kept }: { readonly before: Standing; readonly waits: boolean; readonly kept: number },
): Part {
  const { use, journal } = waits ? WAITED : treasury(means, true);
  const left = before.left.get(id) ?? 0;
  const amounts: Amounts = [
    ["customers", amount - left - kept],
    ["advances", left],
    [KEPT.use, kept],
    [use, -amount],
  ];
  return entryPart(journal, words, amounts, before.serves.get(id));
}

const WAITED = { use: "waiting", journal: "other" } as const;

/** The tax in a part of what was charged. */
export function taxIn(amount: number, { tax, gross }: Pick<FactOf<"charge">, "tax" | "gross">): number {
  return part(amount, tax, gross);
}

function frenchDay(day: Day): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
