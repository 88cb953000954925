import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { isBlank, linesOf, MAX_LINE } from "./lines.ts";

async function read(...chunks: (string | Buffer)[]): Promise<[number, string | undefined][]> {
  const found: [number, string | undefined][] = [];
  async function* source(): AsyncGenerator<Buffer> {
    for (const chunk of chunks) yield Buffer.from(chunk);
  }
  for await (const lines of linesOf(source()))
    for (const { number, bytes } of lines) found.push([number, bytes?.toString("utf8")]);
  return found;
}

describe("the lines of a stream", () => {
  it("are numbered from one, blank ones counted", async () => {
    deepEqual(await read("a\n\nb\n"), [
      [1, "a"],
      [2, ""],
      [3, "b"],
    ]);
  });

  it("end with LF or CRLF, the last one with nothing if it will", async () => {
    deepEqual(await read("a\r\nb\rc\nd"), [
      [1, "a"],
      [2, "b\rc"],
      [3, "d"],
    ]);
    deepEqual(await read("a\r"), [[1, "a"]]);
    deepEqual(await read(), []);
    deepEqual(await read("\n"), [[1, ""]]);
  });

  it("are whole, however they were cut on the way", async () => {
    deepEqual(await read("a", "b\nc", "", "d\ne"), [
      [1, "ab"],
      [2, "cd"],
      [3, "e"],
    ]);
    const bytes = Buffer.from("é\n");
    deepEqual(await read(bytes.subarray(0, 1), bytes.subarray(1)), [[1, "é"]]);
    deepEqual(await read("a\r", "\nb"), [
      [1, "a"],
      [2, "b"],
    ]);
  });

  it("start after a mark of byte order, at the very start only", async () => {
    deepEqual(await read("\ufeffa\n\ufeffb"), [
      [1, "a"],
      [2, "\ufeffb"],
    ]);
    deepEqual(await read(Buffer.from([0xef]), Buffer.from([0xbb]), Buffer.from([0xbf, 0x61])), [[1, "a"]]);
  });

  it("are refused past the limit without being kept, and the others go on", async () => {
    const limit = "x".repeat(MAX_LINE);
    deepEqual(
      (await read(`${limit}\nb`)).map(([at, text]) => [at, text?.length]),
      [
        [1, MAX_LINE],
        [2, 1],
      ],
    );
    deepEqual(
      (await read(`\ufeff${limit}\r\nb`)).map(([at, text]) => [at, text?.length]),
      [
        [1, MAX_LINE],
        [2, 1],
      ],
    );
    deepEqual(await read(`${limit}x\nb`), [
      [1, undefined],
      [2, "b"],
    ]);
    deepEqual(await read(limit, limit, "x\nb\n", `${limit}x`), [
      [1, undefined],
      [2, "b"],
      [3, undefined],
    ]);
  });

  it("are refused as soon as they are too long, even if they never end", async () => {
    const chunks = ["x".repeat(MAX_LINE), "xxxxx", "x".repeat(2 * MAX_LINE), "x\nb\n"];
    let given = 0;
    async function* source(): AsyncGenerator<Buffer> {
      for (const chunk of chunks) {
        given++;
        yield Buffer.from(chunk);
      }
    }
    const found: [number, number, string | undefined][] = [];
    for await (const lines of linesOf(source()))
      for (const { number, bytes } of lines) found.push([given, number, bytes?.toString("utf8")]);
    deepEqual(found, [
      [2, 1, undefined],
      [4, 2, "b"],
    ]);
  });
});

describe("a blank line", () => {
  it("has only spaces and tabs", () => {
    deepEqual(
      ["", " ", "\t \t"].map((text) => isBlank(Buffer.from(text))),
      [true, true, true],
    );
    equal(isBlank(Buffer.from(" a")), false);
    equal(isBlank(Buffer.from("\u00a0")), false);
  });
});
