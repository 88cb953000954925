/** What the subjects declare is gathered whole. */
import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { DUTIES, SUBJECTS } from "./house.ts";

describe("the house", () => {
  it("has every duty of every subject fall due, be its subject named in their order or not", () => {
    const left = SUBJECTS.flatMap(({ name, duties = [] }) =>
      duties.every((one) => DUTIES.includes(one)) ? [] : [name],
    );
    deepEqual(left, []);
  });
});
