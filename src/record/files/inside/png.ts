/** A PNG as it is kept: the picture and its colours, without texts, places, days, and whatever follows its end. */
import { crc32 } from "node:zlib";
import type { FileProblem } from "../rules/file-problem.ts";
import { type Cleaned, isImmense } from "./look.ts";

const CORRUPT = { problem: "corrupt-photo" } as const;
const SIGNATURE = 8;
const KEPT = new Set("IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP".split(" "));

export function cleanPng(bytes: Buffer): Cleaned | { readonly problem: FileProblem } {
  const parts: Uint8Array[] = [bytes.subarray(0, SIGNATURE)];
  let removed = false;
  let data = false;
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
    if (name === "IDAT") data = true;
    if (KEPT.has(name)) parts.push(bytes.subarray(at, end));
    else removed = true;
    if (name === "IEND") return data ? { parts, removed: removed || end < bytes.length } : CORRUPT;
    at = end;
  }
  return CORRUPT;
}
