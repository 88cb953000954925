/** What a school's file may say of portals: who pays is one of its payers, and reasons go with their words. */
import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { type PortalsFile, portalIssues } from "./portals.ts";

const label = { fr: "x", en: "x" };
const source = { text: "usage", article: "x", confidence: "local" as const };
const declared = {
  declare: "in",
  event: "entry" as const,
  label,
  source,
  fields: [{ field: "entered-on" as const, label }],
};
const portal = { portal: "one", label, payers: ["fund"], declares: [declared] };
const faults = (portals: PortalsFile) => portalIssues(portals, ["fund"]).map(({ path }) => path);

describe("the portals of a school’s file", () => {
  it("are of its own payers", () => {
    deepEqual(faults([portal]), []);
    deepEqual(faults([{ ...portal, payers: ["fund", "nobody"] }]), ["year.portals[0].payers[1]"]);
  });

  it("ask insertion for the State alone, and nothing else of it", () => {
    const insertion = { ...declared, event: "insertion" as const };
    deepEqual(faults([{ ...portal, declares: [insertion] }]), ["year.portals[0].declares[0].event"]);
    deepEqual(faults([{ ...portal, payers: [] }]), ["year.portals[0].declares[0].event"]);
    deepEqual(faults([{ ...portal, payers: [], declares: [insertion] }]), []);
  });

  it("ask a reason with the words for it, and give words where they ask one", () => {
    const reasons = [{ reason: "whole", label, when: ["whole"] }];
    const asked = { ...declared, fields: [{ field: "reason" as const, label }] };
    deepEqual(faults([{ ...portal, declares: [asked] }]), ["year.portals[0].declares[0].reasons"]);
    deepEqual(faults([{ ...portal, declares: [{ ...declared, reasons }] }]), ["year.portals[0].declares[0].reasons"]);
    deepEqual(faults([{ ...portal, declares: [{ ...asked, reasons }] }]), []);
  });
});
