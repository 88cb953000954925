/** What of a price is collected for another body, by the school's file. */
import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { lawOf } from "../law/load.ts";
import { ask, laws } from "../test/law-world.ts";
import { thirdsIn } from "./pricing.ts";

const { diploma, version } = laws.diplomas[0]!.data;
const law = lawOf(laws, diploma, version, "faire-ess")!;

function priced(track: string) {
  const basis = { id: "a", on: "2026-03-01", diploma, version, establishment: "faire-ess" };
  const decided = ask("quote", { ...basis, titles: [], track, funding: [] });
  if ("fault" in decided) throw new Error(decided.fault.issues.map(({ message }) => message("en")).join(" "));
  return decided.answer("fr");
}

describe("what of a price is collected for another body", () => {
  it("is each yearly registration at the partner university, a year apart; nothing of a course without one", () => {
    deepEqual(
      thirdsIn(priced("deis-master"), law),
      [0, 12, 24].map((after) => ({ line: "registration", amount: 34_000, after })),
    );
    deepEqual(thirdsIn(priced("deis"), law), []);
  });
});
