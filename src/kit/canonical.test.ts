import { equal, notEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { canonical } from "./canonical.ts";

describe("the one text of a value", () => {
  it("has the keys in order at every depth, and lists as they came", () => {
    equal(
      canonical({ b: [{ d: 1, c: "é" }, null], a: { z: true, 10: 2, 9: 3 } }),
      '{"a":{"9":3,"10":2,"z":true},"b":[{"c":"é","d":1},null]}',
    );
    equal(canonical([2, 1]), "[2,1]");
  });

  it("leaves out what has no value, and writes a date as JSON does", () => {
    equal(canonical({ b: undefined, a: new Date(0) }), '{"a":"1970-01-01T00:00:00.000Z"}');
  });

  it("keeps a key that JavaScript takes for something else", () => {
    const hostile = JSON.parse('{"b":1,"__proto__":{"d":1,"c":2},"toJSON":"a"}');
    equal(canonical(hostile), '{"__proto__":{"c":2,"d":1},"b":1,"toJSON":"a"}');
    notEqual(canonical(hostile), canonical({ b: 1 }));
  });
});
