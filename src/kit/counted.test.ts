import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { MOST_COUNTED, sayCounted } from "./counted.ts";

describe("a count that stops early", () => {
  it("is said to the last row but one that it may meet, and is more than that beyond", () => {
    equal(sayCounted(MOST_COUNTED - 1, "fr"), "99");
    equal(sayCounted(MOST_COUNTED, "fr"), "plus de 99");
    equal(sayCounted(MOST_COUNTED, "en"), "more than 99");
    equal(sayCounted(1_001, "fr", 1_000), "plus de 1\u202f000");
    equal(sayCounted(1_000, "en", 1_000), "1000");
  });
});
