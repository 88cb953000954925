import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { lzwSize, runLengthSize, textBytes } from "./packings.ts";

/** As the PDF standard packs its own example: 45 45 45 45 45 65 45 45 45 66. */
const LZW = Buffer.from("800b6050220c0c8501", "hex");

describe("how long a part of a PDF becomes", () => {
  it("is counted by its code words, in the example of the standard and over every length of word", () => {
    equal(lzwSize(LZW, 1_000), 10);
    equal(lzwSize(zeros(3_000_000), 10_000_000), 3_000_000);
    equal(lzwSize(zeros(3_000_000), 1_000_000) > 1_000_000, true);
    equal(lzwSize(Buffer.from("ffffffff", "hex"), 1_000), 0);
  });

  it("is counted in runs", () => {
    equal(runLengthSize(Buffer.from([2, 1, 2, 3, 255, 7, 129, 0, 128, 129, 0]), 1_000), 3 + 2 + 128);
  });

  it("is that of the bytes which a text writes", () => {
    const bytes = Buffer.from("a part of a PDF, written out as text");
    deepEqual(textBytes(Buffer.from(`${bytes.toString("hex").replace(/(.{10})/g, "$1\n")}>ff`)), bytes);
    const written = Buffer.from("<~@3BMtEc`FBAftM)FCf]=~>");
    equal(textBytes(written)?.toString(), "a part of a text");
    equal(textBytes(Buffer.from([0, 1, 2, 3])), undefined);
    deepEqual(textBytes(Buffer.from("zzzzzzzzzzzzzzzzzz~>zz")), Buffer.alloc(72));
  });
});

/** Ever longer rows of zeros, as an encoder writes them: each word names what the one before began. */
function zeros(length: number): Buffer {
  const bytes: number[] = [];
  let [held, kept, bits, next, left, known] = [0, 0, 9, 258, length, 0];
  const write = (code: number) => {
    held = (held << bits) | code;
    kept += bits;
    while (kept >= 8) {
      kept -= 8;
      bytes.push((held >>> kept) & 255);
      held &= (1 << kept) - 1;
    }
  };
  write(256);
  while (left > 0) {
    const row = Math.min(left, known + 1);
    write(row === 1 ? 0 : 256 + row);
    left -= row;
    if (known > 0 || row > 1 || left < length - 1) next++;
    known = Math.max(known, row);
    if (next + 1 >= 1 << bits && bits < 12) bits++;
    if (next < 4_094) continue;
    write(256);
    [bits, next, known] = [9, 258, 0];
  }
  write(257);
  return Buffer.from([...bytes, (held << (8 - kept)) & 255]);
}
