/** Sheets as spreadsheets give them. */
import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { plain, readDay, readHour, sheetRows } from "./sheet.ts";

describe("a sheet", () => {
  it("is read with whichever separator its first line has most of, and is none where a quotation mark does not close", () => {
    const one = [{ line: 1, cells: ["a", "b;c"] }];
    deepEqual([sheetRows("a\tb;c", 9), sheetRows('a;"b;c"', 9)], [one, one]);
    deepEqual(sheetRows("a,b,c;d", 9), [{ line: 1, cells: ["a", "b", "c;d"] }]);
    deepEqual(sheetRows('a;"b', 9), undefined);
  });

  it("is read no further than is wanted", () => {
    deepEqual(
      sheetRows("a\nb\nc\nd", 3)?.map(({ cells }) => cells),
      [["a"], ["b"], ["c"]],
    );
  });

  it("has names that are told apart without case, accents, signs and what is said in brackets", () => {
    deepEqual(["Unité (UF) ", "  N° d’opération", "Durée (en (vraies) heures", "((("].map(plain), [
      "unite",
      "n d operation",
      "duree en heures",
      "",
    ]);
  });

  it("reads days and hours as people write them, and no day that there is not", () => {
    deepEqual(["2027-9-13", "13/09/2027", "13.9.2027", "31/02/2027", "09/13/2027", "lundi"].map(readDay), [
      "2027-09-13",
      "2027-09-13",
      "2027-09-13",
      undefined,
      undefined,
      undefined,
    ]);
    deepEqual(["9:00", "9h", "9 h 30", "09:00:00", "24:00", "midi", "9"].map(readHour), [
      "09:00",
      "09:00",
      "09:30",
      "09:00",
      undefined,
      undefined,
      undefined,
    ]);
  });
});
