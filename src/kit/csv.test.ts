import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { csv } from "./csv.ts";

describe("a CSV file", () => {
  const said = (...cells: (string | number | null)[]) => csv([cells]).toString();

  it("begins with a mark of UTF-8 and ends its lines as spreadsheets expect", () => {
    equal(said("été", null, "b"), "\ufeffété;;b\r\n");
  });

  it("writes cents as euros with a comma, below zero too", () => {
    equal(said(16000, -5, 0), "\ufeff160,00;-0,05;0,00\r\n");
  });

  it("quotes what holds a separator, a quote or a line", () => {
    equal(said('a;"b"', "c\nd"), '\ufeff"a;""b""";"c\nd"\r\n');
  });

  it("keeps a text what a spreadsheet would run", () => {
    equal(said("=1+1", "+33", "-2", "@sum", "a=1"), "\ufeff'=1+1;'+33;'-2;'@sum;a=1\r\n");
  });
});
