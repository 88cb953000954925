/** The output schemas of carrying people over. */
import { Type } from "typebox";
import { ShownLines } from "../act/shows.ts";
import { Cents, Day, Moment, named, orNull, Words } from "../kit/output.ts";
import { oneOf } from "../law/entry.ts";

export const readCarryOver = Type.Object({ file: Type.String(), carried: Type.Boolean() });

export const carryOver = Type.Object({ already: Type.Boolean(), people: Type.Integer(), minutes: Type.Integer() });

const Fault = named("CarryFault", {
  line: Type.Integer(),
  /** The column, from 0; null where the whole line is meant. */
  at: orNull(Type.Integer()),
  heading: Type.String(),
  typed: Type.String(),
  said: Words,
});

const Person = named("CarryPerson", {
  line: Type.Integer(),
  name: Type.String(),
  cohort: Type.String(),
  minutes: Type.Integer(),
  until: orNull(Day),
  by: orNull(Type.String()),
  titles: Type.Integer(),
  held: Type.Array(Type.String()),
  invited: Type.Boolean(),
  /** Of the contract; 0 where nothing is said of money. */
  price: Cents,
  /** Invoiced before, and not paid. */
  owed: Cents,
});

export const seeCarryDraft = Type.Object({
  name: Type.String(),
  format: oneOf("xlsx", "csv"),
  lines: Type.Integer(),
  people: Type.Array(Person),
  units: Type.Array(Type.Object({ unit: Type.String(), minutes: Type.Integer() })),
  money: Type.Object({ shares: Cents, invoiced: Cents, paid: Cents }),
  /** What carrying it over would write, as the act compares it. */
  carrying: ShownLines,
  faults: Type.Array(Fault),
  /** What differs and bars nothing. */
  notes: Type.Array(Type.Object({ line: Type.Integer(), said: Words })),
  /** Those who pay and are not in the register; `like`: names of the register that are nearly the same. */
  newPayers: Type.Array(
    named("NewPayer", {
      key: Type.String(),
      name: Type.String(),
      lines: Type.Array(Type.Integer()),
      like: Type.Array(Type.String()),
    }),
  ),
});

export const seeCarryOvers = Type.Object({
  done: Type.Array(
    named("CarryOver", {
      id: Type.String(),
      name: Type.String(),
      people: Type.Integer(),
      minutes: Type.Integer(),
      at: Moment,
    }),
  ),
  /** Whether a cohort is there to carry people into. */
  cohorts: Type.Integer(),
});

export const seeCarriedFrom = Type.Object({
  from: orNull(
    Type.Object({
      line: Type.Integer(),
      file: Type.String(),
      name: Type.String(),
      at: Moment,
      cells: Type.Record(Type.String(), Type.String()),
    }),
  ),
});

export const seeCarryColumns = Type.Object({
  columns: Type.Array(Type.Object({ key: Type.String(), label: Words, needed: Type.Boolean() })),
  /** Filled lines, one for each way in which a training is paid: cells by the key of their column. */
  examples: Type.Array(Type.Object({ label: Words, cells: Type.Record(Type.String(), Type.String()) })),
});
