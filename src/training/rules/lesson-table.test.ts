/** Tables of lessons as spreadsheets give them. */
import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { MOST_LINES, readTable } from "./lesson-table.ts";

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
});
