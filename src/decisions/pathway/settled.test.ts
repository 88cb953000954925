import { deepEqual } from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { lawOf, loadLaws } from "../../law/load.ts";
import { settledExams } from "./settled.ts";

const laws = loadLaws(join(import.meta.dirname, "../../.."));
const law = lawOf(laws, "deis", "2006", "faire-ess")!;
const ON = "2027-02-16";
type Facts = Partial<Parameters<typeof settledExams>[1]>;
const settled = (facts: Facts) =>
  settledExams(law, { id: "x", on: ON, titles: [], ...facts }).map(({ domain, exam, by }) => [domain, exam, by]);
const title = (name: string) => ({ title: name, awardedOn: "2003-06-27" });
const dsts = { title: "DSTS", confirmation: null };

describe("exams that are settled before they are sat", () => {
  it("are those that a title dispenses from, with the title", () => {
    deepEqual(settled({ titles: [title("DSTS")] }), [
      ["DF1", "dispensed", dsts],
      ["DF3", "dispensed", dsts],
    ]);
  });

  it("are those that a jury validated before, whatever a title says of them", () => {
    const held = [{ domain: "DF1", validatedOn: "2025-11-14", by: "vae" }];
    deepEqual(settled({ titles: [title("DSTS")], held }), [
      ["DF1", "held", { held: "vae", validatedOn: "2025-11-14" }],
      ["DF3", "dispensed", dsts],
    ]);
  });

  it("wait for the authority where the texts contest them, and are told with its answer, yes or no", () => {
    const titles = [title("CAFERUIS")];
    const asked = { title: "CAFERUIS", domain: "DF3", by: "la DREETS", on: "2027-02-10" };
    const by = (granted: boolean) => ({ title: "CAFERUIS", confirmation: { ...asked, granted } });
    deepEqual(settled({ titles }), [["DF3", "contested", { title: "CAFERUIS", confirmation: null }]]);
    for (const granted of [true, false])
      deepEqual(settled({ titles, confirmations: [{ ...asked, granted }] }), [
        ["DF3", granted ? "dispensed" : "to-sit", by(granted)],
      ]);
  });

  it("are none of somebody who brings nothing, nor of facts that this law cannot take", () => {
    deepEqual(settled({}), []);
    deepEqual(
      settled({ titles: [title("DSTS")], held: [{ domain: "DF1", validatedOn: "2027-02-17", by: "vae" }] }),
      [],
    );
  });
});
