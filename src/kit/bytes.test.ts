import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { gatherBytes } from "./bytes.ts";
import { fix } from "./fixed.ts";
import { gatherObject } from "./json.ts";

describe("gathered bytes", () => {
  it("are the pieces in order, however little room there was at first", () => {
    const pieces = fc.array(
      fc.oneof(
        fc.string({ unit: "grapheme" }),
        fc.uint8Array().map((one) => Buffer.from(one)),
      ),
    );
    fc.assert(
      fc.property(pieces, fc.integer({ min: 1, max: 8 }), (given, size) => {
        const gathered = gatherBytes(size);
        for (const piece of given) {
          if (typeof piece === "string") gathered.text(piece);
          else gathered.bytes(piece);
        }
        const whole = Buffer.concat(given.map((piece) => Buffer.from(piece as string)));
        assert.equal(gathered.length(), whole.length);
        assert.deepEqual(gathered.take(), whole);
      }),
    );
  });

  it("start anew once taken", () => {
    const gathered = gatherBytes();
    gathered.text("first");
    gathered.take();
    gathered.text("second");
    assert.equal(gathered.take().toString(), "second");
  });
});

describe("a record gathered as JSON", () => {
  const written = (record: Record<string, unknown>) => {
    const gathered = gatherBytes(4);
    gatherObject(record, gathered);
    return gathered.take().toString();
  };

  it("is what JSON.stringify writes", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.jsonValue(), fc.constant(undefined))), (record) => {
        assert.equal(written(record), JSON.stringify(record));
      }),
    );
  });

  it("is the same where its parts, or items of its lists, are fixed", () => {
    const [part, item] = [fix({ name: "é" }), fix({ list: [1, "’"] })];
    const record = { part, list: [item, { name: "b" }, item, null, undefined], last: item };
    assert.equal(written(record), JSON.stringify(record));
    assert.equal(written(record), JSON.stringify(record));
  });
});
