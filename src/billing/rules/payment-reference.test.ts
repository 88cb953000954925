import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { findReferences, makeReference, readReference, REFERENCE_BYTES } from "./payment-reference.ts";

const references = fc.uint8Array({ minLength: REFERENCE_BYTES, maxLength: REFERENCE_BYTES }).map(makeReference);
const SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** Where the symbols of a reference stand. */
const PLACES = [3, 4, 5, 6, 8, 9, 10, 11];

describe("a payment reference", () => {
  it("is two letters and two groups of four symbols that are not misread", () => {
    fc.assert(fc.property(references, (one) => assert.match(one, /^LV-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)));
    assert.equal(makeReference(Uint8Array.of(0, 0, 0, 0, 0, 0, 0)), "LV-0000-0000");
    assert.equal(
      makeReference(Uint8Array.of(1, 2, 3, 4, 5, 6, 7)),
      makeReference(Uint8Array.of(33, 34, 35, 36, 37, 38, 39)),
    );
    assert.throws(() => makeReference(Uint8Array.of(1)));
  });

  it("is read however it was typed", () => {
    fc.assert(
      fc.property(references, (one) => {
        const plain = one.replaceAll("-", "");
        for (const typed of [one, plain, plain.slice(2), one.toLowerCase(), ` ${one.replaceAll("-", " ")} `, `${one}.`])
          assert.equal(readReference(typed), one);
        assert.equal(readReference(one.replaceAll("0", "O").replaceAll("1", "l").replaceAll("V", "u")), one);
      }),
    );
  });

  it("is read without its letters where it begins with the same ones, and not with a symbol too many", () => {
    const one = makeReference(Uint8Array.of(1, 27, 3, 4, 5, 6, 7));
    assert.match(one, /^LV-1V/);
    assert.equal(readReference(one.slice(3)), one);
    assert.equal(readReference(`${one.slice(3)}0`), undefined);
  });

  it("is refused with symbols that are none, whatever its check digit", () => {
    const sign = fc.constantFrom("É", "É", ...SYMBOLS.split(""));
    const signs = fc.array(sign, { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(signs, fc.nat(6), (drawn, at) => {
        const spoilt = drawn.with(at, "É").join("");
        for (const check of `${SYMBOLS}É`) assert.equal(readReference(`${spoilt}${check}`), undefined);
      }),
    );
    assert.equal(readReference("0000000É"), undefined);
  });

  it("is refused with one symbol wrong, or with two that changed places", () => {
    fc.assert(
      fc.property(references, fc.nat(7), fc.nat(7), fc.constantFrom(...SYMBOLS.split("")), (one, i, j, symbol) => {
        const [a, b] = [PLACES[i]!, PLACES[j]!];
        if (one[a] !== symbol) assert.equal(readReference(replaceAt(one, a, symbol)), undefined);
        if (one[a] !== one[b])
          assert.equal(readReference(replaceAt(replaceAt(one, a, one[b]!), b, one[a]!)), undefined);
      }),
    );
    for (const none of ["", "LV", "LV-7K3M", "LV-7K3M-9Q2X-9", "bonjour"]) assert.equal(readReference(none), undefined);
  });

  it("is found inside the words of a transfer, in its order, once", () => {
    fc.assert(
      fc.property(references, references, (one, other) => {
        const both = one === other ? [one] : [one, other];
        const text = `VIR SEPA RECU /DE M. SYLVAIN DUPONT /MOTIF FRAIS ${one.toLowerCase()} et ${other.replaceAll("-", "")} ${one}`;
        assert.deepEqual(
          findReferences(text).filter((found) => both.includes(found)),
          both,
        );
      }),
    );
  });

  it("is found where the bank cut the line or the payer put other signs", () => {
    fc.assert(
      fc.property(references, fc.nat(11), fc.constantFrom(" ", "\n", "/", "  ", "-", "_"), (one, cut, sign) => {
        const text = `MOTIF:${one.slice(0, cut)}${sign}${one.slice(cut).replaceAll("-", sign)}`;
        assert.ok(findReferences(text).includes(one));
      }),
    );
  });

  it("is hardly ever found where there is none", () => {
    assert.deepEqual(findReferences("VIREMENT DE M OU MME SYLVESTRE LOYER NOVEMBRE 2026"), []);
    assert.deepEqual(findReferences(""), []);
  });
});

function replaceAt(text: string, at: number, by: string): string {
  return text.slice(0, at) + by + text.slice(at + 1);
}
