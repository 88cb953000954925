import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { besideEachOther } from "./sentences.ts";

describe("the sentences of a page, to be read over", () => {
  it("stand line by line where both languages have as many, and else one after the other", () => {
    deepEqual(besideEachOther(["Jurys", "Aucun."], ["Juries", "None."]), [
      "Jurys",
      "    Juries",
      "Aucun.",
      "    None.",
    ]);
    deepEqual(besideEachOther(["Jurys"], ["Juries", "None."]), ["Jurys", "    Juries", "    None."]);
  });
});
