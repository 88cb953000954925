import { deepEqual, throws } from "node:assert/strict";
import { describe, it } from "node:test";
import { readBankCsv } from "./bank-csv.ts";
import { BankFileError } from "./bank-line.ts";

const read = (...lines: string[]) =>
  readBankCsv(lines.join("\n")).lines.map(({ bookedOn, amount, label, counterparty }) =>
    [bookedOn, amount, label, counterparty].join("|"),
  );

describe("the columns of a bank’s CSV file", () => {
  it("are known by how their names begin, where a bank lengthens them, and by nothing within", () => {
    deepEqual(
      read("Mandat date;Date de la valeur;Date du jour;Libellé;Montant", "01/01/2026;02/01/2026;25/11/2026;A;1,00"),
      ["2026-11-25|100|A|"],
    );
    deepEqual(read("Date;Libellé;Ancien montant;Montant du virement", "25/11/2026;A;9,00;1,00"), ["2026-11-25|100|A|"]);
    deepEqual(read("Date;Code libellé;Libellé;Montant", "25/11/2026;X9;A;1,00"), ["2026-11-25|100|A|"]);
  });

  it("are two of money, however those are lengthened", () => {
    for (const [debit, credit] of [
      ["Débit du jour", "Crédit du jour"],
      ["Montant débit du jour", "Montant crédit du jour"],
      ["Montant au débit du jour", "Montant au crédit du jour"],
      ["Au débit", "Au crédit"],
    ])
      deepEqual(
        read(
          `Date;Libellé;Carte débit;Carte crédit;${debit};${credit}`,
          "25/11/2026;A;9,00;9,00;;1,00",
          "25/11/2026;B;9,00;9,00;7,00;8,00",
        ),
        ["2026-11-25|100|A|", "2026-11-25|100|B|"],
        debit,
      );
  });

  it("may be the first one, and are compared without signs or spaces at their ends", () => {
    deepEqual(read("Tiers *;Date;Libellé;Montant", "MME ROY;25/11/2026;A;1,00"), ["2026-11-25|100|A|MME ROY"]);
    deepEqual(read("Donneur d' ordre;Date;Libellé;Montant", "MME ROY;25/11/2026;A;1,00"), ["2026-11-25|100|A|MME ROY"]);
  });
});

describe("a CSV file without known columns", () => {
  const said = (...lines: string[]) => {
    let found = "";
    throws(
      () => readBankCsv(lines.join("\n")),
      (error) => {
        if (!(error instanceof BankFileError)) return false;
        found = error.said.en;
        return true;
      },
    );
    return /Columns found: (.*?)\. Add/.exec(found)?.[1] ?? "none";
  };

  it("is told which it has: the widest first line of words", () => {
    deepEqual(
      said("Banque;Agence", "Quand   ici; Quoi ;;Combien", "Où;Qui;Pourquoi", "25/11/2026;X;1,00"),
      "Quand ici, Quoi, Combien",
    );
    deepEqual(said("Quand;Quoi;Combien;Solde", "Banque;Agence"), "Quand, Quoi, Combien, Solde");
  });

  it("is told of none where no line is of words alone, or of several short ones", () => {
    deepEqual(said("Relevé", "25/11/2026;X;1,00"), "none");
    deepEqual(said("Relevé;;", "1;2"), "none");
    deepEqual(said("Relevé;12;Agence"), "none");
    deepEqual(said(`Relevé;${"a".repeat(61)}`), "none");
    deepEqual(said(`Relevé;${"a".repeat(60)}`), `Relevé, ${"a".repeat(60)}`);
  });

  it("is told of its first thirty lines alone", () => {
    const above = (count: number) => Array.from({ length: count }, (_, at) => `${at};${at}`);
    deepEqual(said(...above(29), "Quand;Quoi"), "Quand, Quoi");
    deepEqual(said(...above(30), "Quand;Quoi"), "none");
  });
});
