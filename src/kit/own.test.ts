import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { own } from "./own.ts";

describe("a table asked by a name from outside", () => {
  const table = { said: "C’est dit." };

  it("gives what stands in it under that name", () => equal(own(table, "said"), "C’est dit."));

  it("gives nothing for any other name, one of the language itself among them, or for none", () => {
    for (const name of ["unsaid", "constructor", "__proto__", "toString", "", undefined])
      equal(own(table, name), undefined);
  });
});
