/** All entries of a school that are not closed yet, in the order in which they are numbered. */
import { addDays, type Day } from "../../kit/day.ts";
import type { JournalUse } from "../../law/accounts.ts";
import type { Chart, Line } from "./chart.ts";
import type { Cutoff } from "./cutoff.ts";
import { type Booked, type Entry, entriesOf } from "./debtor.ts";
import { waitingEntries } from "./waiting.ts";
import { type BankFact, byText, type Closed, dated, type Facts, orderOf } from "./facts.ts";

export type Books = {
  readonly closed: Closed;
  /** Booked at the end of the accounting year that was closed last, to be booked back on its first open day; null once that is done. */
  readonly cutoff: Pick<Entry, "fact" | "lines" | "label"> | null;
};

export type Period = {
  /** The last day that is booked. */
  readonly until: Day;
  /** Income on it, where an accounting year ends: what is deferred and accrued is booked. */
  readonly income: readonly Cutoff[] | null;
};

/** Years before any payment of a school. */
const FIRST = "1900-01-01";

/** The first day on which anything may still be booked. */
export function firstOpenDay({ until }: Pick<Closed, "until">): Day {
  return until === null ? FIRST : addDays(until, 1);
}

export function openEntries(chart: Chart, facts: Facts, { closed, cutoff }: Books, { until, income }: Period): Booked {
  const firstOpen = firstOpenDay(closed);
  const asked = { closed, firstOpen, until, again: false };
  const ofDebtors = facts.debtors.map((debtor) => entriesOf(chart, debtor, asked));
  const waiting = waitingEntries(chart, facts.lines ?? [], asked);
  const entries = [
    ...ofDebtors.flatMap((one) => one.entries),
    ...dated(facts.bank, closed, firstOpen)
      .filter(({ bookedOn, open }) => open && bookedOn <= until)
      .map(({ fact, bookedOn }) => ({ ...bankEntry(chart, fact), on: bookedOn })),
    ...waiting.entries,
    ...(cutoff && firstOpen <= until ? [bookedBack(cutoff, firstOpen)] : []),
    ...(income ? cutoffEntry(chart, income, until) : []),
  ];
  return { entries: entries.sort(inOrder), silent: [...ofDebtors, waiting].flatMap((one) => one.silent) };
}

/** What was booked before, derived again from its facts. */
export function entriesAgain(chart: Chart, facts: Facts, closed: Closed): Entry[] {
  const asked = { closed, firstOpen: firstOpenDay(closed), until: closed.until ?? FIRST, again: true };
  const bank = dated(facts.bank, closed, asked.firstOpen).filter(({ open }) => !open);
  return [
    ...facts.debtors.flatMap((debtor) => entriesOf(chart, debtor, asked).entries),
    ...bank.map(({ fact, bookedOn }) => ({ ...bankEntry(chart, fact), on: bookedOn })),
    ...waitingEntries(chart, facts.lines ?? [], asked).entries,
  ];
}

/** The order does not depend on how the facts were read. */
function inOrder(a: Entry, b: Entry): number {
  return byText(a.on, b.on) || byText(a.order, b.order) || a.place - b.place;
}

const BANK: Readonly<
  Record<BankFact["kind"], { readonly words: string; readonly debit: Line["use"]; readonly credit: Line["use"] }>
> = {
  banked: { words: "Remise de chèques", debit: "bank", credit: "cheques" },
  "bank-charge": { words: "Frais bancaires", debit: "bankCharges", credit: "bank" },
  "handed-on": { words: "Reversement à un tiers", debit: "third", credit: "bank" },
  "handed-back": { words: "Reversement annulé", debit: "bank", credit: "third" },
};

function bankEntry(chart: Chart, fact: BankFact): Entry {
  const { kind, key, on, piece, pieceOn, amount } = fact;
  const { words, debit, credit } = BANK[kind];
  const lines = [chart.line(debit, amount, null), chart.line(credit, -amount, null)];
  return { ...whole(key, on, "bank"), piece, pieceOn, label: `${words} ${piece}`, lines, order: orderOf(fact) };
}

/** Of an accounting year that ends: 706 to 487 for what is after it, 418 to 706 for what is performed and not invoiced. */
function cutoffEntry(chart: Chart, sums: readonly Cutoff[], on: Day): Entry[] {
  const total = (of: "deferred" | "accrued") => sums.reduce((sum, one) => sum + one[of], 0);
  const lines = [
    ...sums.map(({ income, deferred, accrued }) => chart.line(income, deferred - accrued, null)),
    chart.line("deferred", -total("deferred"), null),
    chart.line("accrued", total("accrued"), null),
  ]
    .filter(({ debit, credit }) => debit + credit > 0)
    .sort(debitsFirst);
  if (lines.length === 0) return [];
  const piece = `INVENTAIRE-${on}`;
  return [
    { ...whole(`cutoff:${on}`, on, "other"), piece, pieceOn: on, label: `Inventaire au ${on}`, lines, order: LAST },
  ];
}

function debitsFirst(a: Line, b: Line): number {
  return Number(a.debit === 0) - Number(b.debit === 0);
}

function bookedBack({ fact, lines, label }: NonNullable<Books["cutoff"]>, on: Day): Entry {
  const back = lines.map((line) => ({ ...line, debit: line.credit, credit: line.debit })).sort(debitsFirst);
  const piece = `EXTOURNE-${fact.slice("cutoff:".length)}`;
  return {
    ...whole(`back:${fact}`, on, "other"),
    piece,
    pieceOn: on,
    label: `Extourne, ${label}`,
    lines: back,
    order: "",
  };
}

/** After all else of its day. */
const LAST = "~";

function whole(fact: string, on: Day, journal: JournalUse) {
  return { fact, place: 0, debtor: null, journal, on };
}
