import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import readXlsxFile from "read-excel-file/node";
import { booked, fact } from "../../test/booking.ts";
import { laws } from "../../test/law-world.ts";
import { chartOf } from "../rules/chart.ts";
import { COLUMNS, letters, numbered, rows } from "../rules/extract.ts";
import { extractFile } from "./files.ts";

const chart = chartOf(laws.establishments[0]!.data.money)!;
const all = numbered(
  booked(chart, [
    fact.charge("F-2027-00001", "2027-01-04", 490_005),
    fact.payment("=1+1", "2027-01-11", 490_005, { charge: "F-2027-00001" }),
  ]),
  new Map(),
);
const ROWS = rows(chart, all, letters(all));

describe("the extract as a file", () => {
  it("is a spreadsheet of the same rows: days as days, amounts as numbers, accounts as texts, no formula", async () => {
    const { file, type } = await extractFile("xlsx", ROWS);
    ok(type.includes("spreadsheetml"));
    const sheets = await readXlsxFile(file);
    const [head, first, ...others] = sheets[0]!.data;
    deepEqual(head, [...COLUMNS]);
    deepEqual(first!.slice(0, 6), ["VE", "Ventes", "1", new Date("2027-01-04T00:00:00Z"), "411000", "Clients"]);
    deepEqual([first![11], first![12]], [4900.05, 0]);
    equal(others.length, 3);
    equal(others[1]![8], "=1+1");
  });

  it("is a CSV as French spreadsheets open it, in which no text is a formula", async () => {
    const { file, type } = await extractFile("csv", ROWS);
    equal(type, "text/csv; charset=utf-8");
    const lines = file.toString().split("\r\n");
    equal(lines[0], `\ufeff${COLUMNS.join(";")}`);
    ok(lines[1]!.startsWith("VE;Ventes;1;2027-01-04;411000;Clients;AMAND;Les Amandiers;F-2027-00001;2027-01-04;"));
    ok(lines[1]!.includes(";4900,05;0,00;A;2027-01-11;;;"));
    ok(lines[3]!.includes(";'=1+1;"));
  });

  it("is a text of tabs, in UTF-8", async () => {
    const { file, type } = await extractFile("txt", ROWS);
    equal(type, "text/plain; charset=utf-8");
    equal(file.toString().split("\r\n").length, 6);
  });
});
