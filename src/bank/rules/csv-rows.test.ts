import { deepEqual, equal, throws } from "node:assert/strict";
import { describe, it } from "node:test";
import { csvRows } from "./csv-rows.ts";

const rows = (text: string, delimiter = ";") =>
  csvRows(text, delimiter).map(({ row, cells, loose }) => `${row} ${cells.join("|")}${loose ? " (loose)" : ""}`);
const HEAD = "Date;Libellé;Montant";

describe("the rows of a CSV file", () => {
  it("are as written where its quotation marks are in order, each with the line on which it ends", () => {
    deepEqual(rows(`${HEAD}\n\n 25/11/2026 ;"VIR; ""A""\nsuite" ; 1,00\n`), [
      "1 Date|Libellé|Montant",
      '4 25/11/2026|VIR; "A"\nsuite|1,00',
    ]);
    deepEqual(rows(""), []);
  });

  it("are read one by one where a mark has taken the rows below in", () => {
    const two = '25/11/2026;"VIR A;1,00\n26/11/2026;VIR B";2,00';
    deepEqual(rows(two), ["1 25/11/2026|VIR A|1,00 (loose)", '2 26/11/2026|VIR B"|2,00']);
    // The mark of another row, or of another cell, is nothing to this one.
    deepEqual(rows(`25/11/2026;X;1,00\n${two}`), [
      "1 25/11/2026|X|1,00",
      "2 25/11/2026|VIR A|1,00 (loose)",
      '3 26/11/2026|VIR B"|2,00',
    ]);
    deepEqual(rows('25/11/2026;"A\n\n\n26/11/2026;B";2,00'), ["1 25/11/2026|A (loose)", '4 26/11/2026|B"|2,00']);
    deepEqual(rows('25/11/2026;"A\nsuite\n26/11/2026;B";2,00'), [
      "1 25/11/2026|A (loose)",
      "2 suite",
      '3 26/11/2026|B"|2,00',
    ]);
    deepEqual(rows('25/11/2026;"VIR A;1,00\n"26/11/2026";"VIR B";2,00').length, 2);
  });

  it("keep a label of several lines, though a day stands in it alone", () => {
    deepEqual(rows('25/11/2026;"A\n26/11/2026";2,00'), ["2 25/11/2026|A\n26/11/2026|2,00"]);
    deepEqual(rows('25/11/2026;"A\n26/11/2026\nB";2,00'), ["3 25/11/2026|A\n26/11/2026\nB|2,00"]);
    deepEqual(rows('25/11/2026;"A\nle mardi;26/11/2026";2,00'), ["2 25/11/2026|A\nle mardi;26/11/2026|2,00"]);
    deepEqual(rows('25/11/2026;"24/11/2026;A\nB\nC\nD\nE\nF\nG";2,00'), [
      "7 25/11/2026|24/11/2026;A\nB\nC\nD\nE\nF\nG|2,00",
    ]);
    // The same where another row has made the file be read row by row.
    const odd = '24/11/2026;"ABC" D;1,00';
    deepEqual(rows(`${odd}\n25/11/2026;"A\nB\nC\nD\nE\nF";2,00\n26/11/2026;X;3,00`), [
      "1 24/11/2026|ABC D|1,00 (loose)",
      "7 25/11/2026|A\nB\nC\nD\nE\nF|2,00",
      "8 26/11/2026|X|3,00",
    ]);
  });

  it("are taken without their marks where these never close, or close where they may not", () => {
    deepEqual(rows('25/11/2026;"A" B;1,00'), ["1 25/11/2026|A B|1,00 (loose)"]);
    deepEqual(rows(`${HEAD}\r\n25/11/2026;" A" B ;1,00\r\n\r\n26/11/2026;"C;2,00`), [
      "1 Date|Libellé|Montant",
      "2 25/11/2026|A B|1,00 (loose)",
      "4 26/11/2026|C|2,00 (loose)",
    ]);
    deepEqual(rows('"A" B\n\n\n'), ["1 A B (loose)"]);
  });

  it("are not read one by one where there are more than ten thousand lines, which would keep everybody waiting", () => {
    const broken = '25/11/2026;"A" B;1,00\n';
    const most = `${broken}${"26/11/2026;C;2,00\n".repeat(9_998)}`;
    equal(rows(most).length, 9_999);
    throws(() => rows(`${most}26/11/2026;C;2,00\n`), /open and never close, and it has more than 10,000 lines/);
    equal(rows(`26/11/2026;C;2,00\n`.repeat(10_001)).length, 10_001, "in order, it is read whole");
  });
});
