import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import type { BpfInput } from "../../../decisions/bpf/rule.ts";
import { laws } from "../../../test/law-world.ts";
import { cellNamed, isIn, sourcesOf } from "./cells.ts";

const money = laws.establishments[0]!.data.money!;
type Enrolment = BpfInput["enrolments"][number];
const ADA: Enrolment = {
  person: "ada",
  status: "own-cost",
  goal: "rncp-6-8",
  speciality: "332",
  from: "2028-01-10",
  attended: [],
};

describe("the name of a cell", () => {
  it("is its frame and its line, which may have hyphens of its own, or nothing", () => {
    deepEqual(cellNamed("C-2h"), { frame: "C", cell: "2h" });
    deepEqual(cellNamed("F3-rncp-6-8"), { frame: "F3", cell: "rncp-6-8" });
    deepEqual(cellNamed("totals"), { frame: "totals", cell: "" });
    deepEqual(
      ["C-1", "E-staff", "F1-a", "F2", "F4-others", "G"].map((name) => cellNamed(name)?.frame),
      ["C", "E", "F1", "F2", "F4", "G"],
    );
  });

  it("is of no other frame", () => {
    deepEqual([cellNamed("D-1"), cellNamed(""), cellNamed("c-1")], [undefined, undefined, undefined]);
  });
});

describe("a line of income", () => {
  it("has the documents of who pays in it; fees stand in theirs alone", () => {
    const of = (line: string) => [...sourcesOf(money, line, "fees")];
    deepEqual([of("9"), of("2h"), of("11"), of("4")], [["personal"], ["opco"], ["fees"], []]);
    // A school whose fees stand where somebody pays has both there.
    const { declaration } = money;
    const together = { ...money, declaration: { ...declaration, fees: "9" } };
    deepEqual([...sourcesOf(together, "9", "fees")], ["personal", "fees"]);
  });
});

describe("somebody in training stands", () => {
  const cells = (one: Enrolment) =>
    ["F1-a", "F1-d", "F2", "F3-rncp-6-8", "F3-rs", "F4-332", "F4-315", "F4-others", "totals", "G"].filter((name) =>
      isIn(money, cellNamed(name)!, ["332", "315"])(one),
    );

  it("in one cell of each frame of people, and in the totals", () => {
    deepEqual(cells(ADA), ["F1-d", "F3-rncp-6-8", "F4-332", "totals"]);
    deepEqual(cells({ ...ADA, status: "private-employee", goal: "rs", speciality: "315" }), [
      "F1-a",
      "F3-rs",
      "F4-315",
      "totals",
    ]);
  });

  it("among the other specialities, where theirs is not named", () => {
    deepEqual(cells({ ...ADA, speciality: "100" }), ["F1-d", "F3-rncp-6-8", "F4-others", "totals"]);
  });

  it("apart as well where they were entrusted to another body, and apart alone where another entrusted them", () => {
    deepEqual(cells({ ...ADA, entrustedTo: "U" }), ["F1-d", "F2", "F3-rncp-6-8", "F4-332", "totals"]);
    deepEqual(cells({ ...ADA, entrustedBy: "IRTS" }), ["G"]);
  });

  it("in no line of money, nor among trainers", () => {
    equal(isIn(money, { frame: "C", cell: "9" }, [])(ADA), false);
    equal(isIn(money, { frame: "E", cell: "staff" }, [])(ADA), false);
  });
});
