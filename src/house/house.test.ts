/** What the subjects declare is gathered whole. */
import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { ACTS, DUTIES, SUBJECTS, VIEWS } from "./house.ts";

describe("the house", () => {
  it("has every duty of every subject fall due, be its subject named in their order or not", () => {
    const left = SUBJECTS.flatMap(({ name, duties = [] }) =>
      duties.every((one) => DUTIES.includes(one)) ? [] : [name],
    );
    deepEqual(left, []);
  });

  it("has no two acts or views of one name, which would be one address", () => {
    const names = [...ACTS, ...VIEWS].map(({ name }) => name);
    deepEqual(
      names.filter((name, at) => names.indexOf(name) !== at),
      [],
    );
  });
});
