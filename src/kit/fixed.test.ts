import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fix, isFixed, oncePerFixed } from "./fixed.ts";

describe("what is made of a fixed value", () => {
  const counted = () => {
    let times = 0;
    const make = oncePerFixed((value: { name: string }, key: string) => ({ said: `${value.name} ${key} ${++times}` }));
    return { make, times: () => times };
  };

  it("is made once a key, and is fixed in turn", () => {
    const { make, times } = counted();
    const value = fix({ name: "a" });
    const first = make(value, "fr");
    assert.equal(make(value, "fr"), first);
    assert.notEqual(make(value, "en"), first);
    assert.equal(times(), 2);
    assert.ok(isFixed(first));
  });

  it("is made anew where the value is not fixed", () => {
    const { make, times } = counted();
    const value = { name: "a" };
    assert.notEqual(make(value, "fr"), make(value, "fr"));
    assert.equal(times(), 2);
    assert.ok(!isFixed(make(value, "fr")));
  });

  it("is not mistaken for what another function made", () => {
    const value = fix({ name: "a" });
    const [length, upper] = [
      oncePerFixed((one: { name: string }) => one.name.length),
      oncePerFixed((one: { name: string }) => one.name.toUpperCase()),
    ];
    assert.deepEqual([length(value, 0), upper(value, 0)], [1, "A"]);
  });

  it("cannot change", () => {
    assert.throws(() => {
      fix({ name: "a" }).name = "b";
    }, TypeError);
  });
});
