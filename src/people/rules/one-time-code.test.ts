import { equal, match } from "node:assert/strict";
import { describe, it } from "node:test";
import { acceptedCounter, generatedCode, generatorAddress, newGeneratorSecret } from "./one-time-code.ts";

/** The secret of RFC 6238's own examples, "12345678901234567890". */
const SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const at = new Date(59_000);

describe("the code of a generator (RFC 6238)", () => {
  it("is the one of the RFC's examples, by its last six digits", () => {
    equal(generatedCode(SECRET, at), "287082");
    equal(generatedCode(SECRET, new Date(1_111_111_109_000)), "081804");
  });

  it("is accepted once, however it is spaced", () => {
    equal(acceptedCounter("287 082", { secret: SECRET, last: 0, at }), 1);
    equal(acceptedCounter("287082", { secret: SECRET, last: 1, at }), undefined);
  });

  it("is accepted one half minute early or late, and not two", () => {
    const ahead = generatedCode(SECRET, new Date(89_000));
    equal(acceptedCounter(ahead, { secret: SECRET, last: 0, at }), 2);
    equal(acceptedCounter(generatedCode(SECRET, new Date(119_000)), { secret: SECRET, last: 0, at }), undefined);
    equal(acceptedCounter("287082", { secret: SECRET, last: 0, at: new Date(89_999) }), 1);
    equal(acceptedCounter("287082", { secret: SECRET, last: 0, at: new Date(90_000) }), undefined);
  });

  it("is refused where it is no code at all", () => {
    for (const typed of ["", "28708", "2870820", "0287082", "abcdef"])
      equal(acceptedCounter(typed, { secret: SECRET, last: 0, at }), undefined);
  });

  it("comes from a secret of 160 bits, that a generator can read", () => {
    const secret = newGeneratorSecret();
    match(secret, /^[A-Z2-7]{32}$/);
    match(
      generatorAddress(secret, { account: "a@exemple.fr", issuer: "École" }),
      /^otpauth:\/\/totp\/%C3%89cole:a%40exemple\.fr\?issuer=%C3%89cole&secret=/,
    );
  });
});
