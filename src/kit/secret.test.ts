import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { hashSecret, newCode, newToken, readCode } from "./secret.ts";

describe("a code for a person to type", () => {
  it("is four groups of four and reads back as itself", () => {
    const code = newCode();
    assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    assert.equal(readCode(code), code);
  });

  it("is understood in lower case, without dashes, with spaces or with look-alikes", () => {
    for (const typed of ["7kqm2xw9rt4h0bne", " 7KQM 2XW9 RT4H 0BNE ", "7KQM–2XW9–RT4H–OBNE", "7kqm.2xw9_rt4h.obne"]) {
      assert.equal(readCode(typed), "7KQM-2XW9-RT4H-0BNE", typed);
    }
    assert.equal(readCode("il00-0000-0000-0000"), "1100-0000-0000-0000");
  });

  it("is refused when a letter is missing, too many, or of no alphabet", () => {
    for (const typed of ["", "7KQM-2XW9-RT4H-0BN", "7KQM-2XW9-RT4H-0BNEE", "7KQM-2XW9-RT4H-0BNU", "é".repeat(16)]) {
      assert.equal(readCode(typed), undefined, typed);
    }
  });

  it("uses all 32 letters", () => {
    const letters = new Set(Array.from({ length: 200 }, newCode).join("").replaceAll("-", ""));
    assert.equal(letters.size, 32);
  });
});

describe("a token", () => {
  it("carries 192 bits and fits in a cookie as it is", () => {
    assert.match(newToken(), /^[A-Za-z0-9_-]{32}$/);
    assert.notEqual(newToken(), newToken());
  });

  it("is known by its SHA-256", () => {
    assert.equal(hashSecret("abc").toString("hex"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});
