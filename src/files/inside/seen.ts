/** What the inspection of a file returns, and the limits on a photo's size. */
import type { FileNotice, FileProblem } from "../../kit/file-problem.ts";
import type { FileType } from "../rules/file-type.ts";

export type Looking = { readonly path: string; readonly type: FileType };

/** The version to keep instead of the sent file, at `path`. */
export type Changed = {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  readonly type: FileType;
};
export type Seen = {
  readonly pages: number | null;
  readonly notices: readonly FileNotice[];
  readonly changed?: Changed;
};
export type Look = Seen | { readonly problem: FileProblem };

/** A photo without place and device; `removed` where there was something to drop. */
export type Cleaned = { readonly parts: readonly Uint8Array[]; readonly removed: boolean };

/** A photo of a page has 12 million pixels; today's largest phones take 50. */
const MOST_POINTS = 100_000_000;
const LONGEST_SIDE = 30_000;

export function isImmense({ width, height }: { width: number; height: number }): boolean {
  return width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_POINTS;
}
