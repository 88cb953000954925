import { deepEqual, equal } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { booked, debtorWith, fact } from "../../test/booking.ts";
import { laws } from "../../test/law-world.ts";
import { chartOf, type Line } from "./chart.ts";
import { openEntries } from "./entries.ts";
import { COLUMNS, countEntries, letters, numbered, rows, tabbed } from "./extract.ts";
import { type DebtorFact, type FactOf, lineKey } from "./facts.ts";

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

  it("letters an invoice once it comes to nothing, each by the next letter", () => {
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
    const each = Map.groupBy(found.values(), ({ letter }) => letter);
    deepEqual([each.size, new Set([...each.values()].map((all) => all.length))], [28, new Set([2])]);
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

  it("letters what a payer who always owes has paid: each line by its invoice, in a transfer of several too", () => {
    const entries = booked(chart, [
      charge("F-1", "2027-01-04", 100),
      charge("F-2", "2027-01-05", 200),
      charge("F-3", "2027-01-06", 400),
      payment("R-1", "2027-01-11", 350),
      credit("A-1", "2027-01-12", "F-3", 150),
      charge("F-4", "2027-01-13", 1_000),
      payment("R-2", "2027-01-14", 200, { charge: "F-3" }),
    ]);
    const found = letters(entries);
    const own = entries.flatMap((one) =>
      one.lines
        .filter(({ use }) => use === "customers")
        .map((line) => `${one.piece} ${line.debit - line.credit} ${line.settles} ${found.get(line)?.letter ?? "–"}`),
    );
    deepEqual(own, [
      "F-1 100 F-1 A",
      "F-2 200 F-2 B",
      "F-3 400 F-3 C",
      "R-1 -100 F-1 A",
      "R-1 -200 F-2 B",
      "R-1 -50 F-3 C",
      "A-1 -150 F-3 C",
      "F-4 1000 F-4 –",
      "R-2 -200 F-3 C",
    ]);
  });

  it("letters together, as then, what was closed before lines said their invoice", () => {
    const entries = booked(chart, [
      charge("F-1", "2027-01-04", 100),
      charge("F-2", "2027-01-05", 200),
      payment("R-1", "2027-01-11", 100),
      charge("F-3", "2027-02-01", 50),
      payment("R-2", "2027-02-02", 50, { charge: "F-3" }),
      payment("R-3", "2027-02-03", 200, { charge: "F-2" }),
    ]);
    const early = entries.map((one) =>
      one.on > "2027-01-31"
        ? one
        : {
            ...one,
            lines: one.lines.map((line) => JSON.parse(JSON.stringify({ ...line, settles: undefined })) as Line),
          },
    );
    const found = letters(early);
    const own = early.flatMap((one) =>
      one.lines.flatMap((line) => (line.use === "customers" ? `${one.piece} ${found.get(line)?.letter ?? "–"}` : [])),
    );
    deepEqual(own, ["F-1 B", "F-2 B", "R-1 B", "F-3 A", "R-2 A", "R-3 B"]);
  });

  it("has one line at the bank for one movement, whatever it paid and of whom, under one number", () => {
    const came = (name: string, amount: number, of: string): DebtorFact => ({
      ...(payment(name, "2027-01-11", amount, { charge: of }) as FactOf<"payment">),
      piece: "VIR-1",
      line: "1",
      movement: "1",
    });
    const debtors = [
      debtorWith([
        charge("F-1", "2027-01-04", 100),
        charge("F-2", "2027-01-05", 200),
        came("R-1", 100, "F-1"),
        came("R-2", 200, "F-2"),
      ]),
      debtorWith([charge("F-3", "2027-01-06", 400), came("R-3", 400, "F-3")], "payer:b"),
    ];
    const payments = ["R-1", "R-2", "R-3"].map((name, at) => ({
      key: `payment:${name}`,
      amount: [100, 200, 400][at]!,
    }));
    const line = {
      key: lineKey("1"),
      on: "2027-01-11",
      piece: "VIR-1",
      movement: "1",
      amount: 750,
      takenBack: [],
      told: [],
    };
    const next = { ...line, key: lineKey("2"), piece: "VIR-2", movement: "2", amount: 30, payments: [] };
    const books = { closed: { until: null, booked: new Map() }, cutoff: null };
    const facts = { debtors, bank: [], lines: [{ ...line, payments }, next] };
    const { entries } = openEntries(chart, facts, books, { until: "2027-12-31", income: null });
    const all = numbered(entries, new Map());
    const bank = rows(chart, all, letters(all)).filter(({ JournalCode }) => JournalCode === "BQ");
    deepEqual(
      bank.map(({ EcritureNum, CompteNum, Debit, Credit, PieceRef }) =>
        [EcritureNum, CompteNum, Number(Debit) - Number(Credit), PieceRef].join(" "),
      ),
      [
        "1 512000 750 VIR-1",
        "1 471000 -50 VIR-1",
        "1 411000 -100 VIR-1",
        "1 411000 -200 VIR-1",
        "1 411000 -400 VIR-1",
        "2 512000 30 VIR-2",
        "2 471000 -30 VIR-2",
      ],
    );
    equal(countEntries(all), 5);
  });

  it("does not letter what is open", () => {
    const found = letters(booked(chart, [charge("F-1", "2027-01-04", 100), payment("R-1", "2027-01-05", 99)]));
    equal(found.size, 0);
  });
});
