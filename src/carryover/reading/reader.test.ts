import { deepEqual, equal, rejects } from "node:assert/strict";
import { describe, it } from "node:test";
import writeBook, { type SheetData } from "write-excel-file/node";
import { zipped } from "../../test/zipped.ts";
import { FileError } from "../rules/file.ts";
import { readApart } from "./reader.ts";

const MiB = 1024 * 1024;
const how = { place: "a" };
const says = (what: RegExp) => (error: unknown) => error instanceof FileError && what.test(error.said.en);
const book = (rows: SheetData) => writeBook(rows).toBuffer();

describe("a table of people", () => {
  it("is read from CSV, each row by its line", async () => {
    const { format, head, rows } = await readApart(Buffer.from("Nom;Né le\r\n\r\n Durand ;28/02/1985\r\n"), how);
    deepEqual([format, head.cells], ["csv", ["Nom", "Né le"]]);
    deepEqual(rows, [{ line: 3, cells: ["Durand", "28/02/1985"] }]);
    const accents = await readApart(Buffer.from("Pr\xe9noms\nZo\xe9\n", "latin1"), how);
    deepEqual([accents.head.cells, accents.rows[0]!.cells], [["Prénoms"], ["Zoé"]]);
  });

  it("is read from XLSX, days as days and numbers as they were typed, each row by its number in the sheet", async () => {
    const day = { value: new Date(Date.UTC(1985, 1, 28)), type: Date, format: "dd/mm/yyyy" } as const;
    const file = await book([
      [{ value: "Nom" }, { value: "Né le" }, { value: "Heures" }],
      [null, null, null],
      [{ value: " Durand " }, day, { value: 12.2, type: Number }],
      [{ value: "00123" }, null, { value: 0.1 + 0.2, type: Number }],
    ]);
    const { format, head, rows } = await readApart(file, how);
    deepEqual([format, head.cells], ["xlsx", ["Nom", "Né le", "Heures"]]);
    deepEqual(rows, [
      { line: 3, cells: ["Durand", "1985-02-28", "12.2"] },
      { line: 4, cells: ["00123", "", "0.3"] },
    ]);
  });

  it("that is no table is refused in the words of its reader", async () => {
    await rejects(readApart(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0]), how), says(/old spreadsheet format/));
    await rejects(readApart(Buffer.from("%PDF-1.7\0\0"), how), says(/no table/));
    await rejects(readApart(Buffer.from("PK\x03\x04 et rien"), how), says(/cannot be read/));
    await rejects(readApart(Buffer.from(" \n\n"), how), says(/empty/));
    await rejects(readApart(Buffer.from('Nom\n"Durand\n'), how), says(/not closed/));
    await rejects(readApart(Buffer.from(`Nom\n${"x".repeat(2_001)}\n`), how), says(/far too long/));
    await rejects(readApart(Buffer.from(`Nom;Prénom\n${";".repeat(300)}x\n`), how), says(/too many columns/));
  });

  it("names no entity that a file defines, and reads none outside it", async () => {
    const evil = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>`;
    const file = await withSheet(
      `${evil}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&a;&b;</t></is></c></row></sheetData></worksheet>`,
    );
    const told = await readApart(file, how).then(
      ({ head }) => head.cells.join(),
      (error: unknown) => (error as Error).name,
    );
    equal(/aaaa|root:/.test(told), false, told);
  });

  it("that unpacks to too much is given up, and the next is read", async () => {
    const cell = `<c r="A1" t="inlineStr"><is><t>${"a".repeat(1000)}</t></is></c>`;
    const bomb = await withSheet(
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${`<row>${cell}</row>`.repeat(200_000)}</sheetData></worksheet>`,
    );
    equal(bomb.length < 2 * MiB, true, String(bomb.length));
    await rejects(readApart(bomb, { ...how, most: { timeoutMs: 60_000, memory: 1 } }), says(/too much time or memory/));
    await rejects(readApart(bomb, how));
    equal((await readApart(Buffer.from("Nom\nDurand\n"), how)).rows.length, 1);
  });
});

/** A workbook whose first sheet is this XML. */
async function withSheet(xml: string): Promise<Buffer> {
  const types = "http://schemas.openxmlformats.org/package/2006";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  return zipped({
    "[Content_Types].xml": `<Types xmlns="${types}/content-types"/>`,
    "_rels/.rels": `<Relationships xmlns="${types}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${types}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": xml,
  });
}
