/** What of an invoice for several people was paid for one of them. */
import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { paidFor } from "./paid-parts.ts";

describe("what of an invoice for several trainees was paid for one of them", () => {
  const parts = [
    { about: "a", net: 15_000 },
    { about: "b", net: 5_000 },
    { about: "c", net: 0 },
  ];
  const all = (paid: number) => parts.map(({ about }) => paidFor(parts, about, paid));

  it("is in proportion to what each part asks, and all of it in the end, to the cent", () => {
    deepEqual(all(10_000), [7_500, 2_500, 0]);
    deepEqual(all(20_000), [15_000, 5_000, 0]);
    equal(
      all(10_001).reduce((sum, one) => sum + one, 0),
      10_001,
    );
  });

  it("is all of it for one alone, and nothing for somebody who is not on it", () => {
    equal(paidFor([{ about: "a", net: 100 }], "a", 60), 60);
    equal(paidFor(parts, "z", 60), 0);
  });
});
