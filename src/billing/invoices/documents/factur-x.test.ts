/** The data of an invoice for machines, held against the schema of Factur-X and the rules of EN 16931. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { noJava } from "../../../test/browser/nu.ts";
import { ruleFaults } from "../../../test/factur-x/judges.ts";
import { type Asked, frozenInvoice } from "../../../test/frozen-invoices.ts";
import { draft } from "../../../test/invoicing.ts";
import { facturX } from "./factur-x.ts";
import { schemaFault } from "./valid.ts";

const [line] = draft().lines;
const of = { number: "F-2026-00001", on: "2026-11-01", amount: 200_000, credited: 0, type: 380 } as const;
const replaces = [
  { number: "F-2026-00001", on: "2026-11-01", credit: { number: "AV-2026-00001", on: "2026-11-20", amount: 100_000 } },
  { number: "F-2026-00002", on: "2026-11-02", credit: { number: "AV-2026-00002", on: "2026-11-20", amount: 37_203 } },
  { number: "F-2026-00002", on: "2026-11-02", credit: { number: "AV-2026-00003", on: "2026-11-21", amount: 100 } },
];
/** One of each: regime, kind of payer, kind of document. */
const KINDS: readonly Asked[] = [
  {},
  { regime: "nonprofit" },
  { regime: "franchise", source: "personal" },
  { regime: "outside", source: "employer-public" },
  {
    regime: "taxed",
    legal: { vatNumber: "FR83732829320" },
    lines: [
      { ...line!, amount: 100_000 },
      { ...line!, amount: 37_203 },
    ],
  },
  { regime: "taxed", period: { from: "2027-01-01", to: "2027-06-30" } },
  { kind: "credit", series: "AV", of: { ...of, vat: "E", code: "VATEX-FR-CGI261-4" } },
  { kind: "credit", series: "AV", of: { ...of, vat: "S" }, legal: { vatNumber: "FR83732829320" } },
  { kind: "credit", series: "AV", of: { ...of, vat: "O", code: "VATEX-EU-O", type: 386 } },
  {
    source: "opco",
    basis: { by: "hours", minutes: 3600, rate: 2100, before: 0 },
    lines: [{ ...line!, minutes: 3600, rate: 2100 }],
  },
  {
    source: "opco",
    basis: { by: "hours", minutes: 6795, rate: 2111, before: 0 },
    lines: [{ ...line!, minutes: 6795, rate: 2111 }],
  },
  { nature: "indemnity" },
  { nature: "third", source: "personal" },
  { replaces, held: 100_000 },
  { regime: "taxed", legal: { vatNumber: "FR83732829320" }, source: "personal", replaces, held: 137_203 },
];

const lines = fc
  .array(
    fc.record({ amount: fc.integer({ min: 1, max: 2_000_000 }), label: fc.string({ minLength: 1, unit: "grapheme" }) }),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) => all.map(({ amount, label }) => ({ ...line!, amount, label: { fr: `DEIS ${label}`, en: "DEIS" } })));
const any: fc.Arbitrary<Asked> = fc
  .record({
    lines,
    regime: fc.constantFrom("attested", "nonprofit", "outside", "franchise", "taxed"),
    source: fc.constantFrom("personal", "employer-plan", "employer-public", "other-body"),
  })
  .map((given) => ({
    ...given,
    basis: { by: "agreed" as const, amount: given.lines.reduce((sum, { amount }) => sum + amount, 0) },
  }));

describe("the data of an invoice", () => {
  const documents = [...KINDS, ...fc.sample(any, { numRuns: 40, seed: 12 })].map((asked) =>
    facturX(frozenInvoice(asked)),
  );

  it("is as the schema of Factur-X has it, whatever the invoice", async () => {
    for (const document of documents) equal(await schemaFault(document), undefined);
    match((await schemaFault(documents[0]!.replace("<ram:TypeCode>380", "<ram:Foo/><ram:TypeCode>380")))!, /Foo/);
    match((await schemaFault("<a"))!, /./);
  });

  it("breaks no rule of EN 16931, whatever the invoice", { skip: noJava() }, () => {
    const { faults, asked } = ruleFaults(documents);
    deepEqual(faults, []);
    ok(asked > documents.length * 50, `${asked} rules asked`);
  });

  it("is caught by the rules where a total or a country is wrong", { skip: noJava() }, () => {
    const wrong = documents[0]!
      .replace("GrandTotalAmount>1372.03", "GrandTotalAmount>1372.04")
      .replace(">FR</ram:CountryID>", ">XX</ram:CountryID>");
    deepEqual(ruleFaults([wrong]).faults.toSorted(), ["0: BR-CL-14", "0: BR-CO-15", "0: BR-CO-16"]);
  });

  it("says hours at their rate where they come to the line, else one at its amount", () => {
    const asked = (minutes: number, rate: number) =>
      facturX(
        frozenInvoice({
          source: "opco",
          basis: { by: "hours", minutes, rate, before: 0 },
          lines: [{ ...line!, minutes, rate }],
        }),
      );
    match(asked(6795, 2100), /<ram:ChargeAmount>21\.00<.*<ram:BilledQuantity unitCode="HUR">113\.25</);
    match(asked(6795, 2111), /<ram:ChargeAmount>2390\.71<.*<ram:BilledQuantity unitCode="C62">1</);
  });

  it("names each invoice that it replaces once, says the credits, and asks for what is left of what was paid before", () => {
    const text = facturX(frozenInvoice({ replaces, held: 100_000 }));
    const named = [...text.matchAll(/<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>([^<]*)</g)];
    deepEqual(
      named.map(([, number]) => number),
      ["F-2026-00001", "F-2026-00002"],
    );
    match(text, /Remplace la facture F-2026-00001 du 2026-11-01, après l’avoir AV-2026-00001 du 2026-11-20</);
    match(text, /TotalPrepaidAmount>1000\.00<.*DuePayableAmount>372\.03</);
    match(facturX(frozenInvoice({ held: 137_203 })), /TotalPrepaidAmount>1372\.03<.*DuePayableAmount>0\.00</);
    ok(!/Prepaid|InvoiceReferenced|Remplace/.test(facturX(frozenInvoice())));
  });

  it("names the invoice that a credit corrects, and bears no number of VAT outside its scope", () => {
    match(facturX(frozenInvoice(KINDS[6])), /<ram:IssuerAssignedID>F-2026-00001<.*>20261101</);
    const outside = facturX(frozenInvoice({ ...KINDS[3], legal: { vatNumber: "FR83732829320" } }));
    ok(!outside.includes("FR83732829320") && !outside.includes("RateApplicablePercent"));
  });
});
