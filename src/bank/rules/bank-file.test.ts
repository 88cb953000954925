import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { decimalOf, readAmount, readBankDay } from "../../billing/rules/bank-amount.ts";
import { MAX_BANK_FILE, MAX_BANK_LINES, readBankFile } from "./bank-file.ts";
import { BankFileError, type BankLine, lineKeys } from "./bank-line.ts";
import { makeReference } from "../../billing/rules/payment-reference.ts";

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

  it("is not taken for UTF-16 by one of its two marks alone", () => {
    for (const above of ["ÿ", "þ", "aþ", "aÿ"])
      assert.equal(brief(cp1252(`${above}\nDate;Libellé;Montant\n25/11/2026;é;1,00`)).length, 1, above);
  });

  it("tells what it left out in the order of the file, for whatever reason", () => {
    const rows = ["25/11/2026;B;?", "26/11/2026;A;1,00", "31/02/2026;D;1,00", "26/11/2026;C;1,00", "25/11/2026;E;1,00"];
    const { skipped } = readBankFile(utf8(["Date;Libellé;Montant", ...rows].join("\n")), "2026-11-25");
    assert.deepEqual(
      skipped.map(({ row }) => row),
      [2, 3, 4, 5],
    );
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

  it("finds the words of a line under each name that a column of them may have", () => {
    const names = [
      "Libellé",
      "Libellé de l’opération",
      "Libellé opération",
      "Libellé complet",
      "Libellé détaillé",
      "Libellé simplifié",
      "Informations complémentaires",
      "Information complémentaire",
      "Détail",
      "Détails",
      "Détail de l’opération",
      "Motif",
      "Motif du virement",
      "Communication",
      "Nature de l’opération",
      "Description",
      "Label",
    ];
    for (const name of names)
      assert.deepEqual(brief(utf8(`Date*|${name} :|Montant  (EUR)\n25/11/2026|FRAIS|1,00`)), [
        "2026-11-25|100|FRAIS||",
      ]);
  });

  it("joins the columns of words, each word once, and lives with a row that is cut short", () => {
    const text =
      'Date;Montant;Motif;Détail;Communication\n25/11/2026;1,00;"  A   B ";;C\n25/11/2026;2,00;A;A;A\n25/11/2026;3,00';
    assert.deepEqual(brief(utf8(text)), ["2026-11-25|100|A B C||", "2026-11-25|200|A||", "2026-11-25|300|||"]);
  });

  it("tells amounts that cannot be read, in one column or in two, and passes over nothing paid", () => {
    const sides =
      "Date;Libellé;Montant;Sens\n25/11/2026;X;beaucoup;Débit\n25/11/2026;X;0,00;Crédit\n25/11/2026;X;5,00;Débit";
    const one = readBankFile(utf8(sides));
    assert.deepEqual([one.format, one.lines.length, one.spent, one.skipped.map(({ row }) => row)], ["csv", 0, 1, [2]]);
    const two = readBankFile(
      utf8("Date;Libellé;Débit;Crédit\n25/11/2026;X;;peu\n25/11/2026;X;peu;\n25/11/2026;X;;1,00"),
    );
    assert.deepEqual(
      two.skipped.map(({ row, why }) => `${row} ${why.fr}`),
      ["2 le montant ne se lit pas", "3 le montant ne se lit pas"],
    );
    assert.equal(two.lines.length, 1);
  });

  it("takes euros under each of their names, and nothing that only resembles one", () => {
    const rows = ["EUR", "€", "euro", "Euros", "XEUR", "EURX"].map((name) => `25/11/2026;X;1,00;${name}`);
    const file = readBankFile(utf8(`Date;Libellé;Montant;Devise\n${rows.join("\n")}`));
    assert.deepEqual(
      file.skipped.map(({ row }) => row),
      [6, 7],
    );
  });

  it("says its account from the lines above the columns alone, whatever country it is of", () => {
    const account = (above: string, below = "") =>
      readBankFile(utf8(`${above}\nDate;Libellé;Montant\n25/11/2026;VIR ${below};1,00`)).account;
    assert.equal(account("Compte FR7630006000011234567890189\nEUR"), "FR7630006000011234567890189");
    assert.equal(account("Compte;BE68 5390 0754 7034"), "BE68539007547034");
    assert.equal(account("Relevé", "FR76 3000 6000 0112 3456 7890 189"), null);
  });

  it("is read row by row where a quotation mark is odd, and loses no row to it", () => {
    const rows = (text: string) => {
      const file = readBankFile(utf8(`Date;Libellé;Montant\n${text}`));
      return [
        ...file.lines.map(({ label, amount }) => `${label} ${amount}`),
        ...file.skipped.map(({ row, why }) => `${row} ${why.en}`),
      ];
    };
    assert.deepEqual(rows('25/11/2026;"ABC" DEF;2,00\n25/11/2026;VIR;1,00'), ["ABC DEF 200", "VIR 100"]);
    assert.deepEqual(rows('25/11/2026;"jamais fermé;160,00'), ["jamais fermé 16000"]);
    assert.deepEqual(rows('25/11/2026;"VIR A;1,00\n25/11/2026;VIR "B";2,00\n25/11/2026;"C";3,00'), [
      "VIR A 100",
      'VIR "B" 200',
      "C 300",
    ]);
    assert.deepEqual(rows('25/11/2026;"UN\nDEUX";1,00\n25/11/2026;"ABC" D;2,00\n26/11/2026;"X; Y;3,00'), [
      "UN DEUX 100",
      "ABC D 200",
      "5 a quotation mark opens in it and never closes, and its columns run together",
    ]);
  });

  it("keeps money that went out where it bears a reference, or says that it came back", () => {
    const reference = makeReference(Uint8Array.of(1, 2, 3, 4, 5, 6, 7));
    const file = readBankFile(
      utf8(
        `Date;Libellé;Débit;Crédit\n25/11/2026;REJET VIR ${reference};;-160,00\n25/11/2026;Chèque impayé n° 12;;-1,00\n25/11/2026;PRLV LOYER;;-2,00\n25/11/2026;VIR ${reference};-7,00;\n25/11/2026;VIR;8,00;\n25/11/2026;VIR;;9,00`,
      ),
    );
    assert.deepEqual([file.lines.map(({ amount }) => amount), file.spent], [[-160_00, -1_00, -7_00, 9_00], 2]);
  });

  it("takes no payment of a day that has not come", () => {
    const file = readBankFile(
      utf8("Date;Libellé;Montant\n26/11/2026;A;1,00\n25/11/2026;B;2,00\n02/11/2099;C;-3,00"),
      "2026-11-25",
    );
    assert.deepEqual(
      [file.lines.map(({ label }) => label), file.spent, file.skipped.map(({ row, why }) => `${row} ${why.fr}`)],
      [["B"], 0, ["2 le jour de l’opération n’est pas encore venu", "4 le jour de l’opération n’est pas encore venu"]],
    );
  });

  it("is read as large French banks lay it out, and in UTF-16", () => {
    const files: readonly (readonly [string, string])[] = [
      [
        "=\"0000123\";01/11/2026;30/11/2026;\n\nDate de l'opération;Libellé;Détail de l'écriture;Montant de l'opération;Devise\n02/11/2026;VIR RECU;VIR RECU DE: DUPONT MOTIF: FRAIS;160,00;EUR",
        "2026-11-02|16000|VIR RECU VIR RECU DE: DUPONT MOTIF: FRAIS||",
      ],
      [
        "Compte de chèques;****1234;01/12/2026;;1 000,00\nDate operation;Libelle court;Type operation;Libelle operation;Montant operation en euro\n02/11/2026;VIR;VIR SEPA;VIR SEPA RECU;160,00",
        "2026-11-02|16000|VIR VIR SEPA RECU||",
      ],
      [
        "Date valeur;Date d'opération comptable;Libellé complet de l'opération;Montant au débit;Montant au crédit\n03/11/2026;02/11/2026;VIR;;160,00",
        "2026-11-02|16000|VIR||",
      ],
    ];
    for (const [text, expected] of files) {
      assert.deepEqual(brief(utf8(text)), [expected], text);
      const little = Buffer.from(`\ufeff${text}`, "utf16le");
      assert.deepEqual(brief(little), [expected], "UTF-16");
      assert.deepEqual(brief(Buffer.from(little).swap16()), [expected], "UTF-16, the other way round");
    }
  });

  it("without a header is read under the line that its refusal asks for", () => {
    const bare = "02/11/2026;160,00;Virement;;VIR DUPONT FRAIS;0;Divers";
    refused(utf8(bare), /Add a line at the top of the file/);
    assert.deepEqual(brief(utf8(`Date;Montant;Type;;Libellé\n${bare}`)), ["2026-11-02|16000|VIR DUPONT FRAIS||"]);
  });

  it("is told from XML by its first sign alone", () => {
    assert.equal(brief(utf8("Date<;Libellé <a>;Montant\n25/11/2026;X;1,00".replace(" <a>", ""))).length, 1);
    const odd = cp1252('Date;Libellé;Montant\n25/11/2026;"<?xml version=""1.0"" encoding=""utf-16""?> é";1,00');
    assert.equal(brief(odd).length, 1);
  });

  it("is refused, before it is cut anywhere, where a row or all of them are more than a bank writes", () => {
    const rows = (count: number, row = "25/11/2026;X;1,00\r\n") => utf8(`Date;Libellé;Montant\r\n${row.repeat(count)}`);
    refused(utf8(";".repeat(MAX_BANK_FILE)), /too long for an entry/);
    refused(rows(1, `25/11/2026;${"x".repeat(33_000)};1,00`), /too long for an entry/);
    refused(rows(130_000), /more than 50,000 lines/);
    refused(utf8(`${"\n".repeat(MAX_BANK_FILE - 1)}x`), /more than 50,000 lines/);
    refused(rows(MAX_BANK_LINES + 1), /more than 20,000 lines/);
    assert.equal(readBankFile(rows(MAX_BANK_LINES)).lines.length, MAX_BANK_LINES);
    assert.equal(readBankFile(rows(49_998, "25/11/2026;X;-1,00\r\n")).spent, 49_998);
  });

  it("is refused where it has no such columns, is no text, is empty or too large", () => {
    refused(utf8("a;b;c\n1;2;3"), /columns/);
    refused(utf8("Date;Libellé\n25/11/2026;X"), /columns/);
    refused(utf8("Date;Montant\n25/11/2026;1,00"), /columns/);
    refused(utf8("Libellé;Montant\nX;1,00"), /columns/);
    refused(new Uint8Array(MAX_BANK_FILE).fill(0x20), /columns/);
    refused(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), /neither/);
    refused(utf8(""), /columns/);
    refused(utf8("Date;Libellé;Montant\n"), /no entry/);
    refused(new Uint8Array(MAX_BANK_FILE + 1), /4 MiB/);
    refused(utf8("Date;Libellé;Montant\n25/11/2026;X;beaucoup"), /row 2: the amount cannot be read/);
    refused(
      utf8("Banque\n\nQuand;Quoi;Combien\n25/11/2026;X;1,00"),
      /Columns found: Quand, Quoi, Combien\. Add a line at the top/,
    );
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
      ["-0,00", 0],
      ["12.345,00", 1_234_500],
      ["1234.567,00", undefined],
      ["1.2345,00", undefined],
      ["10000000,00", 1_000_000_000],
      ["10000000,01", undefined],
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
    for (const [text, cents] of [
      ["12,345.00", 1_234_500],
      ["1,234,567.00", 123_456_700],
      ["1234,567.00", undefined],
      ["1,2345.00", undefined],
    ] as const)
      assert.equal(readAmount(text, "."), cents, text);
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
    assert.equal(decimalOf(["12.50 €"]), ".");
    assert.equal(decimalOf(["160", "12.5"]), ".");
    // One amount with a comma before its cents settles it, whatever else groups its thousands.
    assert.equal(decimalOf(["1.5", "12,25"]), ",");
    assert.equal(decimalOf(["1.5", "12,2"]), ",");
    assert.equal(decimalOf(["1.234"]), ",");
  });

  it("goes with a real day", () => {
    for (const [text, day] of [
      ["25/11/2026", "2026-11-25"],
      ["1/2/26", "2026-02-01"],
      ["2026-11-25T10:00:00+01:00", "2026-11-25"],
      ["31/11/2026", undefined],
      ["11/25/2026", undefined],
      [" 2026-11-25 ", "2026-11-25"],
      [" 25/11/2026 ", "2026-11-25"],
      ["le 2026-11-25", undefined],
      ["2026-11-25x", undefined],
      ["125/11/2026", undefined],
      ["25/11/20261", undefined],
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

  it("does not change from one version to the next: it is found again by it", () => {
    assert.deepEqual(lineKeys([line("x"), line("x"), line("x", "A1")]), [
      '["2026-11-25",1,"words","x\\n"]#1',
      '["2026-11-25",1,"words","x\\n"]#2',
      '["2026-11-25",1,"number","A1"]#1',
    ]);
  });

  it("tells a number from the same words, and one payer from another", () => {
    const keys = lineKeys([
      line("A1"),
      line("z", "A1\n"),
      { ...line("A1"), counterparty: "B" },
      { ...line("A1"), counterparty: "C" },
    ]);
    assert.equal(new Set(keys).size, 4);
    assert.ok(keys.every((key) => key.endsWith("#1")));
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

describe("an XML file from a bank", () => {
  const xml = (encoding: string, name: string) => `\n <?xml version="1.0" encoding='${encoding}'?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>FR1</IBAN></Id></Acct>
<Ntry><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-25</Dt></BookgDt>
<NtryDtls><TxDtls><RltdPties><Dbtr><Nm>${name}</Nm></Dbtr></RltdPties></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`;
  const latin = (text: string) => Uint8Array.from(text, (one) => (one === "€" ? 0xa4 : one.codePointAt(0)!));
  const name = (bytes: Uint8Array) => readBankFile(bytes).lines[0]!.counterparty;

  it("is read in the encoding that it declares", () => {
    assert.equal(name(utf8(xml("UTF-8", "Société €"))), "Société €");
    assert.equal(name(latin(xml("ISO-8859-15", "Société €"))), "Société €");
    for (const other of ["iso-8859-1", "latin1", "Windows-1252"])
      assert.equal(name(latin(xml(other, "Société"))), "Société");
  });

  it("declares its encoding in its first line, and nowhere else", () => {
    const inside = xml("x", "Société <!-- <?xml version='1.0' encoding='utf-16'?> -->").replace(/<\?xml.*?\?>/, "");
    assert.equal(name(latin(inside)), "Société");
  });

  it("is refused where it has only what the bank has not booked yet, or an amount with less than a cent, in a sentence that says so", () => {
    const whole = xml("utf-8", "A");
    refused(utf8(whole.replace("BOOK<", "PDNG<")), /^The only entry of this file is not booked by the bank yet/);
    refused(utf8(whole.replace(">1.00<", ">8.855<")), /The first, row 1: the amount has less than a cent/);
  });

  it("is refused in an encoding that no bank writes", () => refused(latin(xml("utf-16", "Société")), /neither/));
});
