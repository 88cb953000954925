/** Tables of lessons as spreadsheets give them. */
import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { MOST_LINES, readDay, readHour, readTable } from "./lesson-table.ts";

const cellsOf = (text: string) => {
  const read = readTable(text);
  return "lines" in read ? read.lines.map(({ line, cells }) => [line, ...Object.values(cells)]) : read.fault;
};

describe("a table of lessons", () => {
  it("is read by the names of its columns, whatever their order, separator, case and accents", () => {
    const expected = [[2, "U1", "13/09/2027", "9:00", "12:00", "a@exemple.fr", "A1", "", ""]];
    deepEqual(cellsOf("Unité;Jour;De;À;Formateur;Salle\nU1;13/09/2027;9:00;12:00;a@exemple.fr;A1\n"), expected);
    deepEqual(cellsOf("Salle\tFormateur\tde\ta\tJOUR\tunite\nA1\ta@exemple.fr\t9:00\t12:00\t13/09/2027\tU1"), expected);
    deepEqual(cellsOf("\ufeffUNIT,DAY,FROM,TO,TRAINER,ROOM\r\nU1,13/09/2027,9:00,12:00,a@exemple.fr,A1\r\n"), expected);
  });

  it("is read in the usual order where no line names its columns, and what is not there is empty", () => {
    deepEqual(cellsOf("U1\t2027-09-13\t9h\t12h\ta@exemple.fr"), [
      [1, "U1", "2027-09-13", "9h", "12h", "a@exemple.fr", "", "", ""],
    ]);
  });

  it("keeps a separator within quotation marks, and leaves out lines without anything", () => {
    deepEqual(cellsOf('U1;2027-09-13;9:00;12:00;a@exemple.fr;A1;"Un ; deux"\n;;;;;;\n\nU2;x;;;;;'), [
      [1, "U1", "2027-09-13", "9:00", "12:00", "a@exemple.fr", "A1", "Un ; deux", ""],
      [4, "U2", "x", "", "", "", "", "", ""],
    ]);
  });

  it("says what is no table: nothing, a column that is not there, a quotation mark that never closes, too many lines", () => {
    deepEqual(cellsOf(" \n"), { why: "empty" });
    deepEqual(cellsOf("Unité;Jour;De"), { why: "columns", missing: ["to", "trainer"] });
    deepEqual(cellsOf('U1;"2027-09-13;9:00'), { why: "quote" });
    const lines = (count: number) => "U1;2027-09-13;9:00;12:00;a@exemple.fr\n".repeat(count);
    equal((cellsOf(lines(MOST_LINES)) as unknown[]).length, MOST_LINES);
    deepEqual(cellsOf(lines(MOST_LINES + 1)), { why: "too-long", most: MOST_LINES });
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
