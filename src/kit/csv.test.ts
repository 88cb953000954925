import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
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

  it("keeps it a text after a comma or a tab too, at which some programs part cells", () => {
    equal(said("Roux,=1+1", "a, +33"), "\ufeffRoux,'=1+1;a, '+33\r\n");
    equal(said("a\t@sum,＝1"), "\ufeffa\t'@sum,'＝1\r\n");
    equal(said("12 rue des Lilas, 34000", "a,b"), "\ufeff12 rue des Lilas, 34000;a,b\r\n");
  });

  it("keeps it one whatever nobody sees before it, and where the sign is as wide as a Chinese letter", () => {
    for (const before of ["", " ", "\n", "\r\n", "\t", "\u00a0", "\u200b", "\ufeff", "\u0000", " \n\u2003"])
      for (const sign of Array.from("=+-@＝＋－＠"))
        equal(said(`${before}${sign}1`).replaceAll('"', "").startsWith("\ufeff'"), true);
    for (const alone of ["\nabc", "\tabc", "\rabc"]) equal(said(alone).replaceAll('"', "").startsWith("\ufeff'"), true);
    equal(said(" a", "été = 1"), "\ufeff a;été = 1\r\n");
  });

  it("gives each cell again to whoever reads it, of which none begins what a spreadsheet would run", () => {
    const signs = fc.constantFrom(...Array.from("=+-@＝＋－＠ \t\r\n\u00a0\u200b;\"'a1é"));
    const text = fc.string({ unit: fc.oneof(signs, fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 })) });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (cells) => {
        const written = csv([cells]).toString().slice(1);
        const [read] = parse(written, { delimiter: ";", relax_column_count: true });
        for (const [at, cell] of (read ?? [""]).entries()) {
          equal(cell.replaceAll("'", ""), cells[at]!.replaceAll("'", ""));
          // As a spreadsheet does: what is no letter that is seen goes, and wide signs become narrow.
          equal(/^[=+\-@]/.test(cell.normalize("NFKC").replace(/^[\s\p{C}]+/u, "")), false);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
