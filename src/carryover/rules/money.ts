/** Who pays what of a person's training, and what was asked and paid of it until a day. */
import type { Day } from "../../kit/day.ts";
import { nameKey } from "./cells.ts";
import { invoicedKey, numberKey, paidKey, payerKey, shareKey } from "./columns.ts";
import { faults } from "./faults.ts";
import type { Known, Studies } from "./known.ts";
import type { Line } from "./line.ts";

type Share = {
  readonly source: string;
  readonly amount: number;
  /** Of the register; null of the person, and of one that is to be entered. */
  readonly payer: string | null;
  /** The name of one that is to be entered in the register. */
  readonly enters: string | null;
};
export type CarriedMoney = {
  readonly shares: readonly Share[];
  readonly billed: readonly {
    readonly source: string;
    readonly invoiced: number;
    readonly paid: number;
    readonly until: Day;
    readonly number: string | null;
  }[];
};

/** Who pays what, and what was asked and paid of it until a day. */
export function moneyOn(
  line: Line,
  { payers }: Studies,
  { known, contractOn }: { readonly known: Known; readonly contractOn: Day | undefined },
): CarriedMoney {
  const until = line.past("billedUntil", known.today);
  if (until && contractOn && until < contractOn)
    line.blame("billedUntil", faults.before(line.labelOf("contractOn"), contractOn));
  const shares: CarriedMoney["shares"][number][] = [];
  const billed: CarriedMoney["billed"][number][] = [];
  for (const one of payers) {
    const source = one.payer;
    const amount = line.cents(shareKey(source));
    const payer = one.own ? undefined : registeredOn(line, source, known);
    const invoiced = line.cents(invoicedKey(source)) ?? 0;
    const paid = line.cents(paidKey(source)) ?? 0;
    const number = line.short(numberKey(source), 50);
    if (amount === undefined) {
      if (["", "0"].includes(line.text(shareKey(source)))) shareless(line, source);
      continue;
    }
    if (!one.own && line.text(payerKey(source)) === "")
      line.blame(payerKey(source), faults.withOther(line.labelOf(payerKey(source))));
    if (invoiced > amount) line.blame(invoicedKey(source), faults.overShare);
    if (paid > invoiced) line.blame(paidKey(source), faults.overInvoiced);
    if (invoiced > 0 && line.text("billedUntil") === "")
      line.blame("billedUntil", faults.withOther(line.labelOf("billedUntil")));
    shares.push({ source, amount, payer: payer?.id ?? null, enters: payer && payer.id === null ? payer.name : null });
    if (invoiced > 0 && until) billed.push({ source, invoiced, paid, until, number: number === "" ? null : number });
  }
  return { shares, billed };
}

/** What is said of a payer without a share would be lost. */
function shareless(line: Line, source: string): void {
  for (const key of [payerKey, invoicedKey, paidKey, numberKey].map((keyOf) => keyOf(source)))
    if (!["", "0"].includes(line.text(key))) line.blame(key, faults.noShare);
}

/** Of the register; one that is not in it has no id, and may be entered. */
function registeredOn(
  line: Line,
  source: string,
  { registered }: Known,
): { readonly id: string | null; readonly name: string } | undefined {
  const text = line.short(payerKey(source), 200);
  if (text === "") return undefined;
  const named = registered.filter(({ name }) => nameKey(name) === nameKey(text));
  if (named.length > 1) return line.blame(payerKey(source), faults.severalPayers);
  return named[0] ?? { id: null, name: text };
}

/** Somebody who pays, and is not in the register: on which lines, and whose name there is nearly the same. */
export type NewPayer = {
  readonly key: string;
  readonly name: string;
  readonly lines: readonly number[];
  readonly like: readonly string[];
};

/** By the first spelling of each name. */
export function newPayers(
  people: readonly { readonly line: number; readonly money: CarriedMoney }[],
  { registered }: Pick<Known, "registered">,
): NewPayer[] {
  const entering = people.flatMap(({ line, money }) =>
    money.shares.flatMap(({ enters }) => (enters === null ? [] : [{ line, name: enters, key: nameKey(enters) }])),
  );
  return [...Map.groupBy(entering, ({ key }) => key)].map(([key, all]) => ({
    key,
    name: all[0]!.name,
    lines: [...new Set(all.map(({ line }) => line))],
    like: registered.filter(({ name }) => nearly(nameKey(name), key)).map(({ name }) => name),
  }));
}

/** One within the other, or all words of one but one. */
function nearly(a: string, b: string): boolean {
  if (a.includes(b) || b.includes(a)) return true;
  const [few, many] = [a.split(" "), b.split(" ")].sort((one, other) => one.length - other.length) as [
    string[],
    string[],
  ];
  return many.length > 1 && few.filter((word) => many.includes(word)).length >= many.length - 1;
}
