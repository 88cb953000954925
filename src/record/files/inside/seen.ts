/** What was seen inside a file, and how much of a photo is too much to look at. */
import type { FileNotice, FileProblem } from "../../../kit/file-problem.ts";
import type { FileType } from "../rules/file-type.ts";

export type Looking = { readonly path: string; readonly type: FileType };

/** What is to be kept instead of what was sent, in `path`. */
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

/** A photo, its place and device taken away; `removed` where there was something to take. */
export type Cleaned = { readonly parts: readonly Uint8Array[]; readonly removed: boolean };

/** A photo of a page has 12 million points, the largest of today's telephones 50. */
const MOST_POINTS = 100_000_000;
const LONGEST_SIDE = 30_000;

export function isImmense({ width, height }: { width: number; height: number }): boolean {
  return width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_POINTS;
}
