import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import type { Held } from "./facts.ts";
import { inputsOf, standings } from "./standing.ts";

const origin: Held["origin"] = {
  by: { fr: "DSTS", en: "DSTS" },
  validatedOn: null,
  contested: false,
  answer: null,
  decidedOn: "2027-02-16",
  paper: null,
  source: null,
};
const none = { dispensedBy: null, confirmedBy: null, confirmed: null, validatedOn: null, origin };
const dispensed: Held = { ...none, domain: "DF1", dispensedBy: "DSTS" };
const refused: Held = { ...none, domain: "DF3", dispensedBy: "CAFERUIS", confirmedBy: "la DREETS", confirmed: false };
const validated: Held = { ...none, domain: "DF3", validatedOn: "2026-05-20" };

describe("what somebody holds", () => {
  it("is what was decided, with where it comes from, and with the authority’s answer", () => {
    deepEqual(Object.fromEntries(standings([dispensed, refused], [])), {
      DF1: { input: { dispensedBy: "DSTS" }, origin },
      DF3: { input: { dispensedBy: "CAFERUIS", confirmedBy: "la DREETS", confirmed: false }, origin },
    });
  });

  it("is of one domain what was entered last, and what a jury of the school has validated since", () => {
    deepEqual(Object.fromEntries(inputsOf(standings([refused, validated], []))), {
      DF3: { validatedOn: "2026-05-20" },
    });
    const notified = [
      { validated: ["DF3"], notifiedOn: "2029-07-06" },
      { validated: ["DF2"], notifiedOn: "2028-07-07" },
    ];
    deepEqual(Object.fromEntries(standings([dispensed, refused], notified)), {
      DF1: { input: { dispensedBy: "DSTS" }, origin },
      DF2: { input: { validatedOn: "2028-07-07" }, origin: null },
      DF3: { input: { validatedOn: "2029-07-06" }, origin: null },
    });
  });

  it("is no validation once the authority has decided that they lapse, and is a dispense still", () => {
    const on = (day: string) => [...standings([dispensed, validated], [], day).keys()];
    deepEqual(on("2026-05-19"), ["DF1", "DF3"]);
    deepEqual(on("2026-05-20"), ["DF1"]);
  });
});
