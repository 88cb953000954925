/** How much of a PDF is read to tell how large it becomes: counted, and not timed. */
import { equal, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import { deflateSync } from "node:zlib";
import { isImmense } from "./unpacked.ts";

/** How many bytes are searched and copied out of it; what is unpacked besides is bounded by what is refused below. */
async function bytesRead(bytes: Buffer): Promise<number> {
  let read = 0;
  const { indexOf, toString } = Buffer.prototype;
  const counted = Object.assign(Buffer.from(bytes), {
    indexOf(this: Buffer, word: string, from = 0) {
      const at = indexOf.call(this, word, from);
      read += (at === -1 ? this.length : at) - from;
      return at;
    },
    toString(this: Buffer, encoding: BufferEncoding, from: number, to: number) {
      read += to - from;
      return toString.call(this, encoding, from, to);
    },
  });
  await isImmense(counted);
  return read;
}

const stored = (data: Buffer): Buffer => {
  const head = Buffer.alloc(5);
  head.writeUInt16LE(data.length, 1);
  head.writeUInt16LE(~data.length & 0xffff, 3);
  return Buffer.concat([head, data]);
};

describe("how large a PDF becomes", () => {
  it("is told by reading each byte a few times, where the parts do not end, have no head, or have a long one", async () => {
    for (const [what, unit] of [
      ["parts that do not end", "stream\n"],
      ["parts that end at once", "stream\nendstream\n"],
      ["parts with their heads", `<< /Length 9 /Filter /FlateDecode ${"/A 1 ".repeat(99)}>>stream\n`],
      ["ends alone", "endstream "],
    ] as const) {
      const [some, more] = [150_000, 300_000].map((size) => Buffer.alloc(size, unit));
      const [few, many] = [await bytesRead(some!), await bytesRead(more!)];
      ok(many <= 17 * more!.length + 17_000_000, `${what}: ${many} of ${more!.length}`);
      ok(many <= 2.1 * few, `${what}: ${few}, then ${many}`);
    }
  });

  it("is not read to the end from each of parts that lie within each other: such a file is refused", async () => {
    // Each part is deflated, and what is packed in it begins the next; blocks of nothing stand between.
    const begins = stored(Buffer.from("stream\n\x78\x01", "latin1"));
    const nothing = Buffer.alloc(500, stored(Buffer.alloc(0)));
    const within = Buffer.concat([Buffer.from("stream\n\x78\x01", "latin1"), begins, nothing]);
    equal(await isImmense(Buffer.alloc(500_000, within)), true);
  });

  it("is within measure where the word that begins a part stands in a text, and where parts stand apart", async () => {
    const text = Buffer.from(`q (${"a stream of words ".repeat(40)}) Tj Q\n`);
    const part = (data: Buffer, way: string) =>
      Buffer.concat([
        Buffer.from(`4 0 obj\n<< ${way} /Length ${data.length} >>\nstream\n`),
        data,
        Buffer.from("\nendstream\nendobj\n"),
      ]);
    const both = Buffer.concat([part(text, ""), part(deflateSync(text), "/Filter /FlateDecode")]);
    equal(await isImmense(Buffer.alloc(both.length * 500, both)), false);
  });
});
