/** One line of a table being read: its cells by the key of their column, and what is found wrong with them. */
import type { Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";
import { readDay, type SheetRow } from "../../kit/sheet.ts";
import { readCents, readMinutes } from "./cells.ts";
import type { Column } from "./columns.ts";
import { faults } from "./faults.ts";

/** `at`: the column, from 0; null where the whole line is meant. `typed`: what stands in the cell. */
export type Fault = {
  readonly line: number;
  readonly at: number | null;
  readonly heading: string;
  readonly typed: string;
  readonly said: Label;
  /** The key of a column that the table lacks: said once, on the first line that needs it. */
  readonly lacks?: string;
};

export type Placed = { readonly column: Column; readonly at: number };

export type Line = {
  readonly number: number;
  readonly faults: readonly Fault[];
  readonly text: (key: string) => string;
  /** The label of a column, also where the table lacks it. */
  readonly labelOf: (key: string) => Label;
  /** Where the table lacks the column, that is what is said. */
  readonly blame: (key: string, said: Label) => undefined;
  /** Empty where nothing stands there. */
  readonly short: (key: string, most: number, must?: boolean) => string;
  /** A day that has come. */
  readonly past: (key: string, today: Day, must?: boolean) => Day | undefined;
  /** Undefined where nothing stands there, or none. */
  readonly minutes: (key: string) => number | undefined;
  /** The same of an amount, in cents. */
  readonly cents: (key: string) => number | undefined;
};

type Heads = {
  readonly head: SheetRow;
  readonly places: ReadonlyMap<string, Placed>;
  /** Of all columns that a table may have. */
  readonly labels: ReadonlyMap<string, Label>;
};

export function lineOf(row: SheetRow, { head, places, labels }: Heads): Line {
  const found: Fault[] = [];
  const text = (key: string) => {
    const placed = places.get(key);
    return placed ? (row.cells[placed.at] ?? "").trim() : "";
  };
  const blame = (key: string, said: Label): undefined => {
    const at = places.get(key)?.at ?? null;
    const label = at === null ? labels.get(key) : undefined;
    if (label) found.push({ line: row.line, at, heading: "", typed: "", said: faults.lacksColumn(label), lacks: key });
    else found.push({ line: row.line, at, heading: at === null ? "" : head.cells[at]!, typed: text(key), said });
  };
  const day = (key: string, must: boolean): Day | undefined => {
    const typed = text(key);
    if (typed === "") return must ? blame(key, faults.missing) : undefined;
    return readDay(typed) ?? blame(key, faults.noDay);
  };
  return {
    number: row.line,
    faults: found,
    text,
    labelOf: (key) => labels.get(key)!,
    blame,
    short(key, most, must = false) {
      const typed = text(key);
      if (must && typed === "") blame(key, faults.missing);
      if (typed.length > most) blame(key, faults.tooLong(most));
      return typed;
    },
    past(key, today, must = false) {
      const on = day(key, must);
      return on !== undefined && on > today ? blame(key, faults.ahead) : on;
    },
    minutes(key) {
      const typed = text(key);
      if (typed === "") return undefined;
      const minutes = readMinutes(typed);
      if (minutes === undefined) return blame(key, faults.noHours);
      return minutes === 0 ? undefined : minutes;
    },
    cents(key) {
      const typed = text(key);
      if (typed === "") return undefined;
      const cents = readCents(typed);
      if (cents === undefined) return blame(key, faults.noAmount);
      return cents === 0 ? undefined : cents;
    },
  };
}
