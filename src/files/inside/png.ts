/** Cleans a PNG: keeps the picture and its colours, drops texts, places, times, and data after the end. */
import { crc32, createInflate, inflateSync } from "node:zlib";
import type { FileProblem } from "../../kit/file-problem.ts";
import { type Cleaned, isImmense } from "./seen.ts";
import { MOST_OF_ONE } from "./unpacked.ts";

const CORRUPT = { problem: "corrupt-photo" } as const;
const SIGNATURE = 8;
const KEPT = new Set("IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP".split(" "));

/** Checks that the pixel data is complete: for a truncated file, some readers show black or uninitialised memory. */
export async function cleanPng(bytes: Buffer): Promise<Cleaned | { readonly problem: FileProblem }> {
  const cleaned = withoutTexts(bytes);
  if ("problem" in cleaned) return cleaned;
  if ((lengthOf(cleaned.head) ?? 0) > MOST_OF_ONE) return { problem: "immense-photo" };
  return (await isWhole(cleaned)) ? cleaned : CORRUPT;
}

function withoutTexts(bytes: Buffer): (Cleaned & Packed) | { readonly problem: FileProblem } {
  const parts: Uint8Array[] = [bytes.subarray(0, SIGNATURE)];
  let removed = false;
  const packed: Buffer[] = [];
  for (let at = SIGNATURE; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return CORRUPT;
    const name = bytes.toString("latin1", at + 4, at + 8);
    if ((at === SIGNATURE) !== (name === "IHDR")) return CORRUPT;
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return CORRUPT;
    if (name === "IHDR") {
      if (end - at !== 25) return CORRUPT;
      if (isImmense({ width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) }))
        return { problem: "immense-photo" };
    }
    if (name === "iCCP" && isImmenseProfile(bytes.subarray(at + 8, end - 4))) return { problem: "immense-photo" };
    if (name === "IDAT") packed.push(bytes.subarray(at + 8, end - 4));
    if (KEPT.has(name)) parts.push(bytes.subarray(at, end));
    else removed = true;
    if (name === "IEND") {
      const head = bytes.subarray(SIGNATURE + 8, SIGNATURE + 21);
      return packed.length > 0 ? { parts, removed: removed || end < bytes.length, head, packed } : CORRUPT;
    }
    at = end;
  }
  return CORRUPT;
}

const LARGEST_PROFILE = 8_000_000;

/** An ICC profile is compressed: a name that ends with 0, a method byte, the data. The largest real profiles take 2 MB. */
function isImmenseProfile(chunk: Buffer): boolean {
  try {
    inflateSync(chunk.subarray(chunk.indexOf(0) + 2), { maxOutputLength: LARGEST_PROFILE });
    return false;
  } catch (error) {
    // Other faults only spoil a profile that readers ignore.
    return (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
  }
}

/** The header (size, depth, colour type, interlacing) and the compressed pixel data. */
type Packed = { readonly head: Buffer; readonly packed: readonly Buffer[] };

/** Channels per pixel, by colour type. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** The seven passes of Adam7: x and y offset, x and y step. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

function lengthOf(head: Buffer): number | undefined {
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const [depth = 0, colours = 0, , , interlaced] = head.subarray(8);
  const channels = CHANNELS[colours];
  if (channels === undefined || width === 0 || height === 0) return undefined;
  const passes = interlaced ? PASSES : ([[0, 0, 1, 1]] as const);
  let length = 0;
  for (const [x, y, across, down] of passes) {
    const columns = Math.ceil((width - x) / across);
    const rows = Math.ceil((height - y) / down);
    // Each row begins with a filter byte.
    if (columns > 0 && rows > 0) length += rows * (1 + Math.ceil((columns * channels * depth) / 8));
  }
  return length;
}

/** Inflates in chunks and stops at the announced length: no reader shows more. */
async function isWhole({ head, packed }: Packed): Promise<boolean> {
  const expected = lengthOf(head);
  if (expected === undefined) return false;
  const inflate = createInflate();
  inflate.end(Buffer.concat(packed));
  let length = 0;
  try {
    for await (const chunk of inflate) if ((length += (chunk as Buffer).length) >= expected) return true;
  } catch {
    return false;
  }
  return false;
}
