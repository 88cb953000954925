import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { readObject } from "./json.ts";

const read = (bytes: Buffer | string) => {
  const found = readObject(Buffer.from(bytes));
  return "issues" in found
    ? found.issues.map(({ path, message }) => `${path}|${message("fr")}|${message("en")}`)
    : found.object;
};

describe("JSON from outside", () => {
  it("is an object, in UTF-8", () => {
    deepEqual(read('{"é": [1]}'), { é: [1] });
    deepEqual(read('{"a": 1, "a": 2}'), { a: 2 });
  });

  it("is refused when it is not UTF-8, not JSON, or not an object", () => {
    deepEqual(read(Buffer.from([0x7b, 0xff, 0x7d])), ["|Ce texte n’est pas en UTF-8.|This text is not UTF-8."]);
    deepEqual(read("{a: 1}"), ["|Ce n’est pas du JSON.|This is not JSON."]);
    for (const text of ["[]", "1", '"a"', "null", "true"])
      deepEqual(read(text), ["|Attendu : un objet JSON.|Expected: a JSON object."]);
  });
});
