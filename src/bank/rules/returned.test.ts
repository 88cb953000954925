import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { returnedBy } from "./returned.ts";

const came = (id: string, name: string, chequeNumber: string | null = null) => ({
  id,
  name,
  drawer: chequeNumber === null ? null : name,
  chequeNumber,
});
const entry = (label: string) => ({ label, counterparty: null });

describe("a payment that the bank took back", () => {
  const [baron, castan] = [came("b", "Damien Baron"), came("c", "Anne Castan", "0001234")];
  const told = (label: string, standing = [baron, castan], noted: (typeof baron)[] = []) =>
    returnedBy(entry(label), { standing, noted });

  it("is that of the cheque’s number, else of whom the entry names, else the only one of its amount", () => {
    equal(told("CHQ IMPAYE 1234"), "c");
    equal(told("REJET VIR BARON DAMIEN"), "b");
    equal(told("REJET VIR M BARON"), "b");
    equal(told("REJET VIR"), undefined);
    equal(told("REJET VIR", [baron]), "b");
  });

  it("is not chosen between two of the same name", () =>
    equal(told("REJET VIR BARON", [baron, came("d", "Zoé Baron")]), undefined));

  it("is none where the entry names one that was noted before, or may tell of it", () => {
    equal(told("REJET VIR BARON DAMIEN", [castan], [baron]), undefined);
    equal(told("REJET VIR", [castan], [baron]), undefined);
    equal(told("REJET VIR CASTAN", [castan], [baron]), "c");
  });
});
