import { deepEqual, equal } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { booked, fact } from "../../test/booking.ts";
import { laws } from "../../test/law-world.ts";
import { chartOf } from "./chart.ts";
import { COLUMNS, letters, numbered, rows, tabbed } from "./extract.ts";

const chart = chartOf(laws.establishments[0]!.data.money)!;
const { charge, credit, payment, slip } = fact;
const GOLDEN = new URL("../../test/fixtures/books-of-a-month.txt", import.meta.url);

const MONTH = booked(
  chart,
  [
    charge("F-2027-00001", "2027-01-04", 490_000, { period: { from: "2026-09-01", to: "2026-12-31" } }),
    charge("F-2027-00002", "2027-01-05", 5_500, { ahead: true, period: { from: "2027-01-15", to: "2027-02-10" } }),
    payment("VIR\t1|a", "2027-01-11", 490_000, { charge: "F-2027-00001" }),
    payment("R-2027-000002", "2027-01-12", 3_000, { charge: "F-2027-00002", means: "cheque" }),
    credit("A-2027-00001", "2027-01-20", "F-2027-00002", 2_500),
    payment("R-2027-000003", "2027-01-25", 1_000),
  ],
  { bank: [slip("B-2027-000001", "2027-01-12", 3_000)], until: "2027-01-31" },
);

describe("the extract for the accountant", () => {
  it("of a small month is this file, to the byte", () => {
    const all = numbered(MONTH, new Map());
    equal(tabbed(rows(chart, all, letters(all))), readFileSync(GOLDEN, "utf8"));
  });

  it("has eighteen columns on each line, none of them with a separator in it, and days of eight digits", () => {
    const all = numbered(MONTH, new Map());
    const lines = tabbed(rows(chart, all, letters(all)))
      .split("\r\n")
      .slice(0, -1);
    equal(lines[0], COLUMNS.join("\t"));
    for (const line of lines.slice(1)) {
      const cells = line.split("\t");
      equal(cells.length, 18);
      const [journal, , number, day, account, name, , , piece, pieceDay, label, debit, credited] = cells;
      for (const never of [journal, number, account, name, piece, label])
        equal(never === "" || /\|/.test(never!), false);
      for (const date of [day, pieceDay]) equal(/^\d{8}$/.test(date!), true);
      for (const amount of [debit, credited]) equal(/^\d+,\d\d$/.test(amount!), true);
    }
  });

  it("numbers each journal by itself, after what was closed", () => {
    const all = numbered(MONTH, new Map([["bank", 41]]));
    deepEqual(
      all.filter(({ journal }) => journal === "bank").map(({ number }) => number),
      [42, 43, 44, 45],
    );
    equal(all.find(({ journal }) => journal === "sales")!.number, 1);
  });

  it("letters what a debtor owes once it comes to nothing, each time by the next letter", () => {
    const entries = booked(
      chart,
      Array.from({ length: 28 }, (_, at) => [
        charge(`F-${String(at).padStart(2, "0")}`, "2027-01-04", 100),
        payment(`R-${String(at).padStart(2, "0")}`, "2027-01-05", 100),
      ])
        .flat()
        .sort((a, b) => (a.key < b.key ? -1 : 1)),
    );
    const found = letters(entries);
    deepEqual(new Set([...found.values()].map(({ letter }) => letter)), new Set(["A"]));
    equal(found.size, 56);
    const apart = booked(
      chart,
      Array.from({ length: 28 }, (_, at) => [
        charge(`F-${at}`, `2027-03-${String(at + 1).padStart(2, "0")}`, 100),
        payment(`R-${at}`, `2027-03-${String(at + 1).padStart(2, "0")}`, 100),
      ]).flat(),
    );
    const all = [...letters(apart).values()].map(({ letter }) => letter);
    deepEqual([all[0], all[50], all[52], all[54]], ["A", "Z", "AA", "AB"]);
  });

  it("does not letter what is open", () => {
    const found = letters(booked(chart, [charge("F-1", "2027-01-04", 100), payment("R-1", "2027-01-05", 99)]));
    equal(found.size, 0);
  });
});
