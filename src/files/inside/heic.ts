/** Converts a phone's HEIC photo to JPEG, which every reader opens: upright, and without place or device. */
import convert from "heic-convert";
import type { FileProblem } from "../../kit/file-problem.ts";
import { isImmense } from "./seen.ts";

const QUALITY = 0.85;

export async function convertHeic(bytes: Buffer): Promise<Uint8Array | { readonly problem: FileProblem }> {
  if (sizesIn(bytes).some(isImmense)) return { problem: "immense-photo" };
  try {
    return new Uint8Array(await convert({ buffer: bytes, format: "JPEG", quality: QUALITY }));
  } catch {
    return { problem: "corrupt-photo" };
  }
}

/** The sizes that the file declares, read before decoding, since the decoded picture is a hundred times larger. */
function sizesIn(bytes: Buffer): { width: number; height: number }[] {
  const sizes: { width: number; height: number }[] = [];
  for (let at = bytes.indexOf("ispe"); at !== -1 && at + 16 <= bytes.length; at = bytes.indexOf("ispe", at + 4))
    sizes.push({ width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) });
  return sizes;
}
