/**
 * A table of people in training, read line by line: each line is a person, or faults that name their cell. Nothing is written before every
 * line is a person.
 */
import type { Label } from "../../kit/lang.ts";
import { columnsOf } from "./columns.ts";
import { faults } from "./faults.ts";
import { headFaults, placesIn, type Table, wideFaults } from "./heads.ts";
import { type Known, studiedIn } from "./known.ts";
import { type Fault, lineOf } from "./line.ts";
import { newPayers, type NewPayer } from "./money.ts";
import { type CarriedPerson, personOn } from "./person.ts";
import { knownAlready, twice } from "./twice.ts";

/** What differs and bars nothing. */
type Note = { readonly line: number; readonly said: Label };

/** People where there is no fault at all. */
export type Read = {
  readonly people: readonly CarriedPerson[];
  readonly faults: readonly Fault[];
  readonly notes: readonly Note[];
  /** Those who pay and are not in the register: entered with the people, where that is agreed to. */
  readonly newPayers: readonly NewPayer[];
};

export function readTable(table: Table, known: Known): Read {
  const columns = columnsOf(studiedIn(known.cohorts));
  const found = headFaults(table, columns);
  if (found.length > 0) return { people: [], faults: found, notes: [], newPayers: [] };
  const places = placesIn(table.head, columns);
  const labels = new Map(columns.map(({ key, label }) => [key, label]));
  const lines = table.rows.map((row) => lineOf(row, { head: table.head, places, labels }));
  const read = lines.map((line) => personOn(line, known));
  const who = read.map((one) => one.who);
  twice(who);
  knownAlready(who, known);
  const all = [...table.rows.flatMap((row) => wideFaults(row, table.head)), ...lines.flatMap((line) => line.faults)];
  const inOrder = all.toSorted((a, b) => a.line - b.line || (a.at ?? -1) - (b.at ?? -1));
  // A hundred lines that need one column are one thing to mend.
  const lacking = new Map(inOrder.toReversed().map((fault) => [fault.lacks, fault]));
  const faulty = inOrder.filter((fault) => fault.lacks === undefined || lacking.get(fault.lacks) === fault);
  const people = faulty.length > 0 ? [] : read.flatMap(({ person }) => person ?? []);
  return {
    people,
    faults: faulty,
    notes: people.flatMap((one) => priceNote(one, known)),
    newPayers: newPayers(people, known),
  };
}

/** The contract holds that was signed; that the school's quote differs is said. */
function priceNote({ line, cohort, relief, contractOn, money }: CarriedPerson, known: Known): Note[] {
  if (money.shares.length === 0) return [];
  const own = new Set(cohort.payers.filter((one) => one.own).map(({ payer }) => payer));
  const sum = (of: CarriedPerson["money"]["shares"]) => of.reduce((all, { amount }) => all + amount, 0);
  const others = sum(money.shares.filter(({ source }) => !own.has(source)));
  const on = relief.on > contractOn ? relief.on : contractOn;
  const price = known.price(cohort, relief.facts, { on, others });
  const all = sum(money.shares);
  return price === undefined || price === all ? [] : [{ line, said: faults.otherPrice(all, price) }];
}
