import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { schoolPath } from "./school-path.ts";

describe("the path of a school’s page", () => {
  it("is below the school, in English under /en, and of its home that alone", () => {
    deepEqual(
      [schoolPath("ponant", "fr", "/aide"), schoolPath("ponant", "en", "/aide")],
      ["/ponant/aide", "/ponant/en/aide"],
    );
    deepEqual([schoolPath("ponant", "fr", "/"), schoolPath("ponant", "en", "/")], ["/ponant", "/ponant/en"]);
  });
});
