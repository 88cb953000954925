/**
 * Measures a PDF's decompressed streams without keeping them: a few thousand bytes may expand to gigabytes, which every reader would have
 * to hold. A stream's dictionary is readable even in an encrypted file; where it does not state the filter plainly, every filter is tried.
 */
import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createInflate, type Inflate, inflateSync } from "node:zlib";
import { lzwSize, runLengthSize, textBytes } from "./packings.ts";

/** A scan of a large sheet takes 200 MB. */
export const MOST_OF_ONE = 400_000_000;
const MOST_IN_ALL = 1_000_000_000;
/** Nested compression: no program nests more than twice. */
const MOST_LEVELS = 4;
/** Bytes of a dictionary before its stream. */
const LONGEST_HEAD = 65_536;
/** Separate streams have each byte read a few times; overlapping ones would each be read to the end of the file. */
const READINGS = 16;
/** Allowance for small files, where the word `stream` may occur outside a stream. */
const READ_IN_ANY = 16_000_000;

export async function isImmense(bytes: Buffer): Promise<boolean> {
  let left = MOST_IN_ALL;
  let unread = READ_IN_ANY + READINGS * bytes.length;
  for (const part of partsOf(bytes)) {
    unread -= part.head.length + part.data.length;
    if (unread < 0 || pictureSize(part) > MOST_OF_ONE || isPackedTwoWays(part.head)) return true;
    const inflated = await inflatedIn(part, unread);
    unread -= inflated.read;
    for (const size of [inflated.size, ...otherwiseIn(part)]) {
      left -= size;
      if (size > MOST_OF_ONE || left < 0) return true;
    }
  }
  return unread < 0;
}

type Part = {
  /** The dictionary before the stream. */
  readonly head: string;
  /** From the first byte to the declared end, or to the end of the file. */
  readonly data: Buffer;
  readonly rest: Buffer;
};

function* partsOf(bytes: Buffer): Generator<Part> {
  let [ended, end] = [0, 0];
  for (let at = bytes.indexOf("stream"); at !== -1; at = bytes.indexOf("stream", at + 6)) {
    if (bytes.toString("latin1", at - 3, at) === "end") {
      ended = at;
      continue;
    }
    const start = at + (bytes[at + 6] === 13 && bytes[at + 7] === 10 ? 8 : 7);
    const before = bytes.toString("latin1", Math.max(ended, at - LONGEST_HEAD), at);
    const head = before.slice(before.lastIndexOf(" obj") + 1);
    const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(head)?.[1] ?? 0);
    // An `endstream` found ahead serves all streams that begin before it: none is searched for twice.
    if (end < start) end = (bytes.indexOf("endstream", start) + 1 || bytes.length + 1) - 1;
    const data = bytes.subarray(start, Math.max(end, start + length));
    yield { head, data, rest: bytes.subarray(start) };
  }
}

/** The bytes a reader allocates before decoding an image: one component at its bit depth. */
function pictureSize({ head, data }: Part): number {
  const said = (name: string) => Number(new RegExp(`/${name}\\s+(\\d+)(?!\\s+\\d+\\s+R)`).exec(head)?.[1] ?? 0);
  const bits = /\/ImageMask\s+true/.test(head) ? 1 : said("BitsPerComponent") || 8;
  const drawn = (said("Width") * said("Height") * bits) / 8;
  const { width, height } = jpegSize(data);
  return Math.max(drawn, width * height);
}

/** The size in a JPEG stream's own header; 0 where it is no JPEG. */
function jpegSize(data: Buffer): { width: number; height: number } {
  let at = data[0] === 0xff && data[1] === 0xd8 ? 2 : data.length;
  while (at + 9 < data.length && data[at] === 0xff) {
    const marker = data[at + 1]!;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7) };
    at += 2 + data.readUInt16BE(at + 2);
  }
  return { width: 0, height: 0 };
}

const PACKINGS = /\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b/g;
const SEVERAL = /\/Filter\s*\[([^[\]]*)\]/;

/** Filters chained with anything but deflate occur in no real file, and could only be measured by decoding. */
function isPackedTwoWays(head: string): boolean {
  const ways = SEVERAL.exec(head)?.[1]?.match(PACKINGS) ?? [];
  return ways.length > 1 && ways.some((way) => !way.startsWith("/Fl"));
}

/** Whether the dictionary names one of these filters, or does not name its filter plainly. */
function mayBe(head: string, names: RegExp): boolean {
  return names.test(head) || !/\/Filter\s*[[/]/.test(head) || head.includes("#");
}

async function inflatedIn({ head, data, rest }: Part, most: number): Promise<Inflated> {
  const plain = await inflatedSize(rest.subarray(0, most + 1));
  if (plain.size > 0 || !mayBe(head, /\/(?:ASCII85Decode|A85|ASCIIHexDecode|AHx)\b/)) return plain;
  const text = textBytes(data);
  return text ? inflatedSize(text) : plain;
}

function otherwiseIn({ head, data }: Part): number[] {
  const sizes: number[] = [];
  for (const [names, size] of OTHERWISE) {
    if (!mayBe(head, names)) continue;
    sizes.push(size(data, MOST_OF_ONE));
    const text = mayBe(head, /\/(?:ASCII85Decode|A85|ASCIIHexDecode|AHx)\b/) ? textBytes(data) : undefined;
    if (text) sizes.push(size(text, MOST_OF_ONE));
  }
  return sizes;
}

const OTHERWISE = [
  [/\/LZW(?:Decode)?\b/, lzwSize],
  [/\/(?:RunLengthDecode|RL)\b/, runLengthSize],
] as const;

/** Whether it begins with a zlib header. */
function isDeflated(bytes: Buffer): boolean {
  return bytes.length > 2 && (bytes[0]! & 15) === 8 && bytes[0]! >> 4 < 8 && bytes.readUInt16BE(0) % 31 === 0;
}

const FEW = 1_000_000;

type Inflated = {
  /** The largest level. */
  readonly size: number;
  /** Compressed bytes read. */
  readonly read: number;
};

/** Nested deflate is measured too. */
async function inflatedSize(packed: Buffer): Promise<Inflated> {
  let [size, read] = [0, 0];
  let at: Buffer = packed;
  // Most streams are small: one synchronous call is ten times as fast as a stream.
  for (let level = 0; isDeflated(at); level++) {
    if (level === MOST_LEVELS) return { size: Infinity, read };
    const whole = inflateFew(at);
    if (whole === undefined) {
      const levels = await inflatedLevels(at);
      return { size: Math.max(size, levels.size), read: read + levels.read };
    }
    [size, read] = [Math.max(size, whole.buffer.length), read + whole.engine.bytesWritten];
    at = whole.buffer;
  }
  return { size, read };
}

/** `undefined` where it is larger, or broken: then the stream counts what can be decoded. */
function inflateFew(packed: Buffer): { readonly buffer: Buffer; readonly engine: Inflate } | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: FEW, info: true }) as unknown as ReturnType<typeof inflateFew>;
  } catch {
    return undefined;
  }
}

async function inflatedLevels(packed: Buffer): Promise<Inflated> {
  let [size, read] = [0, 0];
  for (let levels = 1; levels <= MOST_LEVELS; levels++) {
    const seen = await through(packed, levels);
    [size, read] = [Math.max(size, seen.size), read + seen.read];
    if (size > MOST_OF_ONE || !isDeflated(seen.head)) return { size, read };
  }
  return { size: Infinity, read };
}

async function through(packed: Buffer, levels: number): Promise<Inflated & { readonly head: Buffer }> {
  let size = 0;
  let head: Buffer = Buffer.alloc(0);
  const inflates = Array.from({ length: levels }, () => createInflate({ chunkSize: 262_144 }));
  const counter = new Writable({
    write(chunk: Buffer, _encoding, next) {
      if (size === 0) head = Buffer.from(chunk.subarray(0, 3));
      size += chunk.length;
      next(size > MOST_OF_ONE ? new Error("More than is counted") : null);
    },
  });
  // A broken or trailing part ends the pipeline; the bytes before it are counted.
  await pipeline([Readable.from([packed]), ...inflates, counter]).catch(() => undefined);
  return { size, head, read: inflates[0]!.bytesWritten };
}
