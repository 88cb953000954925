import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { decimalOf, readAmount, readBankDay } from "./bank-amount.ts";
import { MAX_BANK_FILE, readBankFile } from "./bank-file.ts";
import { BankFileError, type BankLine, lineKeys } from "./bank-line.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
/** As Windows writes it: enough of cp1252 for French. */
const cp1252 = (text: string) =>
  Uint8Array.from(text, (one) => (one === "€" ? 0x80 : one === "œ" ? 0x9c : one.codePointAt(0)!));
const brief = (bytes: Uint8Array) =>
  readBankFile(bytes).lines.map(({ bookedOn, amount, label, counterparty, servicerReference }) =>
    [bookedOn, amount, label, counterparty, servicerReference].join("|"),
  );
const refused = (bytes: Uint8Array, why: RegExp) =>
  assert.throws(
    () => readBankFile(bytes),
    (error) => error instanceof BankFileError && why.test(error.message),
  );

describe("a bank’s CSV file", () => {
  it("is read under whatever names and separator the bank gives its columns", () => {
    const files: readonly (readonly [string, string])[] = [
      [
        "Date de comptabilisation;Libelle simplifie;Libelle operation;Reference;Informations complementaires;Debit;Credit;Date de valeur\n" +
          "25/11/2026;VIR MME ROY;VIR SEPA MME ROY;AB12;FRAIS LV7K3M9Q2X;;+160,00;26/11/2026\n" +
          "25/11/2026;PRLV EDF;PRLV EDF;AB13;;-80,10;;25/11/2026",
        "2026-11-25|16000|VIR MME ROY VIR SEPA MME ROY FRAIS LV7K3M9Q2X||AB12",
      ],
      [
        '"Date","Libellé","Montant"\n"2026-11-25","VIR, MME ROY","1,160.00"\n"2026-11-25","CARTE","-5.00"',
        "2026-11-25|116000|VIR, MME ROY||",
      ],
      ["date\tlibelle\tmontant\tdevise\n25.11.26\tVIR\t1.160,00\tEUR", "2026-11-25|116000|VIR||"],
      [
        "Compte;FR76 3000 6000 0112 3456 7890 189\n\nDate opération;Nature de l'opération;Sens;Montant;Donneur d'ordre\n25-11-2026;VIR;Crédit;160;MME ROY\n25-11-2026;ACHAT;Débit;5;X",
        "2026-11-25|16000|VIR|MME ROY|",
      ],
    ];
    for (const [text, line] of files) {
      assert.deepEqual(brief(utf8(text)), [line], text);
      assert.deepEqual(brief(utf8(`\ufeff${text.replaceAll("\n", "\r\n")}\r\n\r\n`)), [line], "with BOM and CRLF");
      assert.deepEqual(brief(cp1252(text)), [line], "as Windows writes it");
    }
    assert.equal(readBankFile(utf8(files[3]![0])).account, "FR7630006000011234567890189");
    assert.equal(readBankFile(utf8(files[0]![0])).spent, 1);
  });

  it("keeps its accents in either encoding", () => {
    const text = "Date;Libellé;Montant\n25/11/2026;Frais de sélection, sœur;160,00 €";
    for (const bytes of [utf8(text), cp1252(text)])
      assert.deepEqual(brief(bytes), ["2026-11-25|16000|Frais de sélection, sœur||"]);
  });

  it("tells each row it could not read, and passes over notes and balances", () => {
    const text =
      "Date;Libellé;Montant;Devise\n25/11/2026;ICI;160,00;EUR\nplus tard;X;1,00;EUR\n25/11/2026;X;beaucoup;EUR\n25/11/2026;X;1,00;CHF\n;suite du libellé;;\n31/02/2026;X;1,00;EUR";
    const file = readBankFile(utf8(text));
    assert.equal(file.lines.length, 1);
    assert.deepEqual(
      file.skipped.map(({ row, why }) => `${row} ${why.en}`),
      [
        "3 the date cannot be read",
        "4 the amount cannot be read",
        "5 the entry is not in euros",
        "7 the date cannot be read",
      ],
    );
  });

  it("is refused where it has no such columns, is no text, is empty or too large", () => {
    refused(utf8("a;b;c\n1;2;3"), /columns/);
    refused(utf8("Date;Libellé\n25/11/2026;X"), /columns/);
    refused(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), /neither/);
    refused(utf8(""), /columns/);
    refused(utf8("Date;Libellé;Montant\n"), /no entry/);
    refused(new Uint8Array(MAX_BANK_FILE + 1), /4 MiB/);
    refused(utf8('Date;Libellé;Montant\n25/11/2026;"jamais fermé;160,00'), /columns|no entry/);
  });
});

describe("an amount as banks write it", () => {
  it("is read to the cent, or not at all", () => {
    for (const [text, cents] of [
      ["1 234,56", 123_456],
      ["1\u202f234,5", 123_450],
      ["+160", 16_000],
      ["−12,50 €", -1_250],
      ["1.234.567,00 EUR", 123_456_700],
      ["0,00", 0],
      ["", undefined],
      ["1,234", undefined],
      ["1.23", undefined],
      ["12,3,4", undefined],
      ["1e3", undefined],
      ["99999999999", undefined],
    ] as const)
      assert.equal(readAmount(text, ","), cents, text);
    assert.equal(readAmount("1,234.56", "."), 123_456);
    assert.equal(readAmount("1.234", "."), undefined);
  });

  it("comes back as it was written, with either sign", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -900_000_00, max: 900_000_00 }),
        fc.constantFrom("," as const, "." as const),
        (cents, sign) => {
          const text = `${cents < 0 ? "-" : ""}${Math.trunc(Math.abs(cents) / 100)}${sign}${String(Math.abs(cents) % 100).padStart(2, "0")}`;
          assert.equal(decimalOf([text]), sign);
          assert.equal(readAmount(text, sign), cents);
        },
      ),
    );
    assert.equal(decimalOf(["160", "12"]), ",");
  });

  it("goes with a real day", () => {
    for (const [text, day] of [
      ["25/11/2026", "2026-11-25"],
      ["1/2/26", "2026-02-01"],
      ["2026-11-25T10:00:00+01:00", "2026-11-25"],
      ["31/11/2026", undefined],
      ["11/25/2026", undefined],
      ["", undefined],
    ] as const)
      assert.equal(readBankDay(text), day, text);
  });
});

describe("the key of a line", () => {
  const line = (label: string, servicerReference: string | null = null): BankLine => ({
    bookedOn: "2026-11-25",
    amount: 1,
    label,
    counterparty: null,
    servicerReference,
  });

  it("is the same in every file that holds the line, and another for each of several alike", () => {
    const a = lineKeys([line("x"), line("x"), line("y"), line("z", "A1")]);
    assert.equal(new Set(a).size, 4);
    assert.deepEqual(lineKeys([line("other words", "A1"), line("y"), line("x")]), [a[3], a[2], a[0]]);
    assert.notEqual(lineKeys([line("A1")])[0], a[3]);
  });

  it("makes of overlapping files, in any order, each line once", () => {
    const some = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 6 });
    fc.assert(
      fc.property(some, some, (one, other) => {
        const keys = (words: string[]) => lineKeys(words.map((word) => line(word)));
        const both = new Set([...keys(one), ...keys(other)]);
        assert.deepEqual(new Set([...keys(other.toReversed()), ...keys(one)]), both);
        const most = (word: string) => Math.max(...[one, other].map((all) => all.filter((w) => w === word).length));
        assert.equal(both.size, most("a") + most("b") + most("c"));
      }),
    );
  });
});
