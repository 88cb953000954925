/**
 * Cleans a JPEG: keeps the picture and how to display it, drops the metadata that a phone adds (place, day, device, thumbnail). Whole
 * segments are dropped; nothing is decoded or re-encoded.
 */
import type { FileProblem } from "../../kit/file-problem.ts";
import { type Cleaned, isImmense } from "./seen.ts";

const CORRUPT = { problem: "corrupt-photo" } as const;

export function cleanJpeg(bytes: Buffer): Cleaned | { readonly problem: FileProblem } {
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  let announced: Announced | undefined;
  const lengths: Lengths = { dc: Infinity, ac: Infinity };
  let scanned = 0;
  let removed = false;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return CORRUPT;
    const marker = bytes[at + 1]!;
    // Fill bytes before a marker.
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === END) return finish(at);
    const next = at + 2 + bytes.readUInt16BE(at + 2);
    if (next > bytes.length || next < at + 4) return CORRUPT;
    if (isFrame(marker)) {
      if (next < at + 10) return CORRUPT;
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      if (isImmense({ height, width })) return { problem: "immense-photo" };
      announced = { blocks: blocksOf(bytes.subarray(at + 9, next), { width, height }), marker };
    }
    if (marker === TABLES) readShortest(bytes.subarray(at + 4, next), lengths);
    const end = marker === SCAN ? endOfScan(bytes, next) : next;
    if (end === undefined) return CORRUPT;
    if (marker === SCAN) scanned += end - next;
    if (isKept(bytes, marker, at)) parts.push(bytes.subarray(at, end));
    else {
      removed = true;
      const turned = marker === EXIF ? orientationOf(bytes.subarray(at + 4, next)) : 1;
      if (turned !== 1) parts.push(orientation(turned));
    }
    at = end;
  }
  return at + 2 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] === END ? finish(at) : CORRUPT;

  function finish(end: number): Cleaned | typeof CORRUPT {
    if (!announced || announced.blocks === 0 || scanned * 8 < leastBits(announced, lengths)) return CORRUPT;
    parts.push(bytes.subarray(end, end + 2));
    // Data after the end marker is dropped.
    return { parts, removed: removed || end + 2 < bytes.length };
  }
}

type Announced = { readonly blocks: number; readonly marker: number };
/** The shortest Huffman code over all DC and AC tables; infinite without a table. */
type Lengths = { dc: number; ac: number };

/** The number of 8 × 8 blocks over all components, by their sampling factors. */
function blocksOf(components: Buffer, { width, height }: { width: number; height: number }): number {
  const samplings = Array.from({ length: components[0] ?? 0 }, (_, at) => {
    const both = components[2 + at * 3] ?? 0x11;
    return [both >> 4, both & 15] as const;
  });
  const [across, down] = [0, 1].map((side) => Math.max(1, ...samplings.map((one) => one[side]!))) as [number, number];
  const squares = (points: number, part: number, whole: number) => Math.ceil((points * part) / whole / 8);
  return samplings.reduce((sum, [h, v]) => sum + squares(width, h, across) * squares(height, v, down), 0);
}

/** A DHT segment holds several tables: class, number of codes of each length from 1 to 16 bits, then the symbols. */
function readShortest(tables: Buffer, lengths: Lengths): void {
  for (let at = 0; at + 17 <= tables.length; ) {
    const counts = tables.subarray(at + 1, at + 17);
    const shortest = counts.findIndex((count) => count > 0) + 1;
    const kind = tables[at]! >> 4 === 0 ? "dc" : "ac";
    if (shortest > 0) lengths[kind] = Math.min(lengths[kind], shortest);
    at += 17 + counts.reduce((sum, count) => sum + count, 0);
  }
}

/**
 * The fewest bits the scans can take; a file with fewer ends before its last row. Baseline: a block takes two codes at least, DC and end
 * of block. Progressive: half a bit a block. Arithmetic coding: unknown, so 1.
 */
function leastBits({ blocks, marker }: Announced, { dc, ac }: Lengths): number {
  if (marker === 0xc2) return blocks / 2;
  if (marker !== 0xc0 && marker !== 0xc1) return 1;
  return dc + ac === Infinity ? blocks : blocks * (dc + ac);
}

const TABLES = 0xc4;
const END = 0xd9;
const SCAN = 0xda;
const EXIF = 0xe1;
const COLOURS = 0xe2;
const ADOBE = 0xee;
const COMMENT = 0xfe;

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Of APP0 to APP15 and comments, only the segments that the colours depend on are kept. */
function isKept(bytes: Buffer, marker: number, at: number): boolean {
  if (marker === COMMENT) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  if (marker === COLOURS) return bytes.toString("latin1", at + 4, at + 15) === "ICC_PROFILE";
  return marker === 0xe0 ? bytes.toString("latin1", at + 4, at + 8) === "JFIF" : marker === ADOBE;
}

/** The next segment after a scan: within a scan, 0xff is followed by 0 or by one of eight restart markers. */
function endOfScan(bytes: Buffer, from: number): number | undefined {
  for (let at = bytes.indexOf(0xff, from); at !== -1 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]!;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return undefined;
}

const ORIENTATION = 0x0112;

/** The EXIF orientation, from 1 to 8; 1 if absent. */
function orientationOf(exif: Buffer): number {
  if (exif.toString("latin1", 0, 6) !== "Exif\0\0") return 1;
  const tiff = exif.subarray(6);
  const little = tiff.toString("latin1", 0, 2) === "II";
  const short = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const list = long(4);
  for (let entry = 0; entry < Math.min(short(list), 200); entry++) {
    const at = list + 2 + entry * 12;
    if (short(at) !== ORIENTATION) continue;
    const value = short(at + 8);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** An EXIF segment with the orientation alone. */
function orientation(value: number): Buffer {
  const tiff = Buffer.from("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0", "latin1");
  tiff.writeUInt16BE(value, 18);
  const content = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
  const head = Buffer.from([0xff, EXIF, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}
