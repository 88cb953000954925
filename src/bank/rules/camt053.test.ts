import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { readCamt053 } from "./camt053.ts";
import { BankFileError } from "./bank-line.ts";
import { makeReference } from "../../billing/rules/payment-reference.ts";

type Part = { amount: string; name?: string; text?: string; ref?: string; side?: string };
type Entry = Part & { on?: string; state?: string; parts?: readonly Part[]; more?: string };
const REFERENCE = makeReference(Uint8Array.of(1, 2, 3, 4, 5, 6, 7));
const IBAN = "FR7630006000011234567890189";

/** All of them; French banks send 02 and 08. */
const VERSIONS = ["02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13"] as const;
type Version = (typeof VERSIONS)[number];

/** A statement as a version writes it: 02 has the amount of a part below its details, 07 has states and names one level deeper. */
function statement(
  version: Version,
  entries: readonly Entry[],
  more: { iban?: string; currency?: string } = {},
): string {
  const currency = more.currency ?? "EUR";
  const deep = version >= "07";
  const name = (one: Part) =>
    one.name &&
    `<RltdPties><Dbtr>${deep ? `<Pty><Nm>${one.name}</Nm></Pty>` : `<Nm>${one.name}</Nm>`}</Dbtr></RltdPties>
<RltdAgts><DbtrAgt><FinInstnId>${version === "02" ? "<BIC>AGRIFRPP</BIC>" : "<BICFI>AGRIFRPP</BICFI>"}</FinInstnId></DbtrAgt></RltdAgts>`;
  const amount = (one: Part) => `<Amt Ccy="${currency}">${one.amount}</Amt>`;
  const detail = (one: Part) => `<TxDtls>
<Refs>${one.ref ? `<AcctSvcrRef>${one.ref}</AcctSvcrRef>` : ""}<EndToEndId>NOTPROVIDED</EndToEndId></Refs>
${version === "02" ? `<AmtDtls><TxAmt>${amount(one)}</TxAmt></AmtDtls>` : `${amount(one)}<CdtDbtInd>${one.side ?? "CRDT"}</CdtDbtInd>`}
${name(one) ?? ""}<RmtInf><Ustrd>${one.text ?? ""}</Ustrd></RmtInf></TxDtls>`;
  const entry = (one: Entry) => `<Ntry>${amount(one)}<CdtDbtInd>${one.side ?? "CRDT"}</CdtDbtInd>
<Sts>${deep ? `<Cd>${one.state ?? "BOOK"}</Cd>` : (one.state ?? "BOOK")}</Sts>
<BookgDt><Dt>${one.on ?? "2026-11-25"}</Dt></BookgDt>${one.parts ? "" : one.ref ? `<AcctSvcrRef>${one.ref}</AcctSvcrRef>` : ""}
<NtryDtls>${(one.parts ?? [one]).map(detail).join("\n")}</NtryDtls>${one.more ? `<AddtlNtryInf>${one.more}</AddtlNtryInf>` : ""}</Ntry>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr>
<Stmt><Id>1</Id><Acct><Id><IBAN>${more.iban ?? IBAN}</IBAN></Id></Acct>
<Bal><Amt Ccy="EUR">1000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>
${entries.map(entry).join("\n")}</Stmt></BkToCstmrStmt></Document>`;
}

describe("a camt.053 statement", () => {
  for (const version of VERSIONS) {
    it(`of version ${version} gives each transfer received`, () => {
      const file = readCamt053(
        statement(version, [
          {
            amount: "160.00",
            name: "MME ANNE &amp; CIE",
            text: "FRAIS LV-7K3M-9Q2X &#233;t&#xE9;",
            ref: "A1",
            more: "VIREMENT",
          },
          { amount: "12.5", side: "DBIT", text: "COTISATION" },
          { amount: "99.00", state: "PDNG", text: "EN ATTENTE" },
        ]),
      );
      assert.deepEqual(file, {
        format: `camt.053.001.${version}`,
        account: IBAN,
        lines: [
          {
            bookedOn: "2026-11-25",
            amount: 160_00,
            label: "FRAIS LV-7K3M-9Q2X été VIREMENT",
            counterparty: "MME ANNE & CIE",
            servicerReference: "A1",
          },
        ],
        pending: 1,
        spent: 1,
        out: [
          { bookedOn: "2026-11-25", amount: -1250, label: "COTISATION", counterparty: null, servicerReference: null },
        ],
        skipped: [],
      });
    });

    it(`of version ${version} parts a batch whose amounts add up, and leaves whole one whose do not`, () => {
      const parts = [
        { amount: "160.00", name: "A", text: "un", ref: "P1" },
        { amount: "50.00", name: "B", text: "deux", ref: "P2" },
      ];
      const whole = readCamt053(statement(version, [{ amount: "210.00", parts }]));
      assert.deepEqual(
        whole.lines.map((one) => [one.amount, one.label, one.counterparty, one.servicerReference]),
        [
          [160_00, "un", "A", "P1"],
          [50_00, "deux", "B", "P2"],
        ],
      );
      assert.equal(new Set(whole.lines.map(({ movement }) => movement?.id)).size, 1);
      const other = readCamt053(statement(version, [{ amount: "211.00", parts }]));
      assert.deepEqual(
        other.lines.map(({ amount, label, counterparty }) => [amount, label, counterparty]),
        [[211_00, "un deux", "A B"]],
      );
    });

    it(`of version ${version} loses no cent, however entries are gathered`, () => {
      const part = fc.record({ amount: fc.integer({ min: 1, max: 99_999 }), text: fc.constantFrom("x", "y") });
      const entry = fc.record({
        parts: fc.array(part, { minLength: 1, maxLength: 4 }),
        wrong: fc.boolean(),
        out: fc.boolean(),
      });
      const said = (cents: number) => (cents / 100).toFixed(2);
      fc.assert(
        fc.property(fc.array(entry, { maxLength: 5 }), (entries) => {
          const totals = entries.map(({ parts, wrong }) => parts.reduce((sum, one) => sum + one.amount, wrong ? 1 : 0));
          const text = statement(
            version,
            entries.map(({ parts, out }, at) => ({
              amount: said(totals[at]!),
              side: out ? "DBIT" : "CRDT",
              parts: parts.map((one) => ({ ...one, amount: said(one.amount), side: out ? "DBIT" : "CRDT" })),
            })),
          );
          const received = totals.reduce((sum, total, at) => sum + (entries[at]!.out ? 0 : total), 0);
          assert.equal(
            readCamt053(text).lines.reduce((sum, { amount }) => sum + amount, 0),
            received,
          );
        }),
        { numRuns: 15 },
      );
    });
  }

  it("is refused where it is no such statement, is cut short, or could mislead", () => {
    const whole = statement("08", [{ amount: "1.00" }]);
    const bomb = '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    for (const [text, why] of [
      [whole.replace("camt.053.001.08", "camt.054.001.08"), /02 to 13/],
      ...["00", "01", "14", "20", "081", "8"].map(
        (version) => [whole.replace("camt.053.001.08", `camt.053.001.${version}`), /02 to 13/] as const,
      ),
      [whole.replace("urn:iso", "x-urn:iso"), /02 to 13/],
      [whole.replaceAll("Document", "Letter"), /02 to 13/],
      [whole.slice(0, -40), /malformed/],
      [whole.replace("<Stmt>", "<Stmt><Unclosed>"), /malformed/],
      [whole.replace("<Document", `${bomb}<Document`), /entities/],
      [whole.replace("<Ustrd>", "<Ustrd>&unknown;"), /malformed/],
      [whole.replace("</Stmt>", "</Stmt><Stmt><Acct><Id><IBAN>FR1</IBAN></Id></Acct></Stmt>"), /several accounts/],
    ] as const) {
      assert.throws(
        () => readCamt053(text),
        (error) => error instanceof BankFileError && why.test(error.message),
        String(why),
      );
    }
  });

  it("tells of an entry that is not in euros, and reads the others", () => {
    const text = statement("08", [{ amount: "1.00", text: "x" }, { amount: "2.00" }]);
    const file = readCamt053(text.replace('Ccy="EUR">1.00', 'Ccy="CHF">1.00'));
    assert.deepEqual(
      [file.lines.map(({ amount }) => amount), file.skipped.map(({ row, why }) => `${row} ${why.fr}`)],
      [[2_00], ["1 l’opération n’est pas en euros"]],
    );
  });

  it("takes the amount of the entry where a payment was made in another currency", () => {
    for (const version of ["02", "08"] as const) {
      const text = statement(version, [{ amount: "1.00", parts: [{ amount: "1.10", text: "x" }] }]);
      const [line, ...more] = readCamt053(text.replace('Ccy="EUR">1.10', 'Ccy="USD">1.10')).lines;
      assert.deepEqual([line?.amount, line?.label, more.length], [1_00, "x", 0]);
    }
  });

  it("takes an amount however the standard lets it be written, and tells of one with less than a cent, reading the others", () => {
    const written: readonly (readonly [string, number])[] = [
      ["12", 12_00],
      ["12.", 12_00],
      ["12.5", 12_50],
      ["12.50", 12_50],
      ["+12.50", 12_50],
      ["0012.50", 12_50],
      ["8.850", 8_85],
      ["8.85000", 8_85],
      [".5", 50],
      ["\n  8.85 ", 8_85],
      ["10000000.00", 10_000_000_00],
    ];
    for (const version of VERSIONS) {
      const file = readCamt053(
        statement(
          version,
          written.map(([amount], at) => ({ amount, text: String(at) })),
        ),
      );
      assert.deepEqual(
        file.lines.map(({ amount }) => amount),
        written.map(([, cents]) => cents),
      );
    }
    const faults = ["8.855", "0.00001", "", "un", "12,50", "1 200.00", "-5.00", "1e3", ".", "10000000.01"];
    const all = statement(
      "02",
      [...faults, "1.00"].map((amount) => ({ amount })),
    );
    const { lines, skipped } = readCamt053(all);
    assert.deepEqual([lines.length, skipped.map(({ row }) => row)], [1, faults.map((_, at) => at + 1)]);
    assert.deepEqual(
      skipped.map(({ why }) => (/less than a cent/.test(why.en) ? "below" : /amount/.test(why.en))),
      ["below", "below", ...faults.slice(2).map(() => true)],
    );
  });

  it("counts what the bank has not booked yet, and numbers its entries as the file has them", () => {
    for (const version of VERSIONS) {
      const file = readCamt053(
        statement(version, [
          { amount: "1.00", state: "PDNG" },
          { amount: "2.00", text: "x" },
          { amount: "3.00", state: "PDNG" },
          { amount: "un" },
          { amount: "4.00", state: "INFO" },
          { amount: "5.00", on: "2026-02-30" },
        ]),
      );
      assert.deepEqual(
        [file.pending, file.lines.map(({ amount }) => amount), file.skipped.map(({ row, why }) => `${row} ${why.en}`)],
        [
          2,
          [2_00],
          [
            "4 the amount cannot be read",
            "5 the bank does not say that the entry is booked",
            "6 the date cannot be read",
          ],
        ],
      );
    }
  });

  it("keeps what went out under a reference, and tells of a day that has not come", () => {
    const text = statement("08", [
      { amount: "160.00", side: "DBIT", text: `REJET ${REFERENCE}` },
      { amount: "5.00", side: "DBIT", text: "COTISATION" },
      { amount: "1.00", on: "2026-11-27" },
      { amount: "2.00", on: "2026-11-26" },
    ]);
    const file = readCamt053(text, "2026-11-26");
    assert.deepEqual(
      [file.lines.map(({ amount }) => amount), file.spent, file.skipped.map(({ row, why }) => `${row} ${why.en}`)],
      [[-160_00, 2_00], 1, ["3 the day of the entry has not come yet"]],
    );
  });

  it("gives every word that came with a transfer, in one line", () => {
    const text = statement("08", [{ amount: "160.00", name: "A", text: "un\n  deux " }])
      .replace("NOTPROVIDED", "LV-7K3M-9Q2X")
      .replace("</Ustrd>", "</Ustrd><Strd><AddtlRmtInf>trois</AddtlRmtInf></Strd>")
      .replace("</RmtInf>", "</RmtInf><AddtlTxInf>quatre</AddtlTxInf>")
      .replace("<RltdPties>", "<RltdPties><UltmtDbtr><Pty><Nm>POUR B</Nm></Pty></UltmtDbtr>");
    const [line] = readCamt053(text).lines;
    assert.equal(line?.label, "un deux trois LV-7K3M-9Q2X quatre");
    assert.equal(line?.counterparty, "POUR B A");
  });

  it("takes the bank’s number of an entry, and its day from the hour, where it is one transfer", () => {
    const text = statement("08", [{ amount: "160.00", ref: "A1" }])
      .replace("<Refs><AcctSvcrRef>A1</AcctSvcrRef>", "<Refs>")
      .replace("<BookgDt><Dt>2026-11-25</Dt>", "<BookgDt><DtTm>2026-11-25T23:30:00+01:00</DtTm>");
    assert.deepEqual(
      readCamt053(text).lines.map(({ bookedOn, servicerReference }) => [bookedOn, servicerReference]),
      [["2026-11-25", "A1"]],
    );
  });

  it("counts each payment of a batch that went out, and leaves out what comes to nothing", () => {
    const parts = [{ amount: "10.00" }, { amount: "5.00" }];
    const file = readCamt053(`\n ${statement("02", [{ amount: "15.00", side: "DBIT", parts }, { amount: "0.00" }])}`);
    assert.deepEqual([file.lines, file.spent], [[], 2]);
  });

  it("takes an entry that does not say which way it went as received", () => {
    const text = statement("02", [{ amount: "7.00" }]).replaceAll("<CdtDbtInd>CRDT</CdtDbtInd>", "");
    assert.equal(readCamt053(text).lines[0]?.amount, 7_00);
  });

  it("is read with a prefix, comments and a structured reference", () => {
    const text = statement("08", [{ amount: "160.00", text: "x" }])
      .replaceAll(/<(\/?)([A-Z])/g, "<$1b:$2")
      .replace("xmlns=", "xmlns:b=")
      .replace(
        "<b:Ustrd>x</b:Ustrd>",
        "<!-- a --><b:Strd><b:CdtrRefInf><b:Ref>LV7K3M9Q2X</b:Ref></b:CdtrRefInf></b:Strd>",
      );
    assert.equal(readCamt053(text).lines[0]?.label, "LV7K3M9Q2X");
  });
});
