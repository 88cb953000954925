/** Inspects one file in the child of `inspector.ts`, and writes the version to be kept beside it. */
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import type { FileProblem } from "../../kit/file-problem.ts";
import type { FileType } from "../rules/file-type.ts";
import { convertHeic } from "./heic.ts";
import { cleanJpeg } from "./jpeg.ts";
import { lookIntoPdf } from "./pdf.ts";
import { cleanPng } from "./png.ts";
import type { Changed, Look, Looking } from "./seen.ts";

export async function look({ path, type }: Looking): Promise<Look> {
  const bytes = await readFile(path);
  if (type === "pdf") return lookIntoPdf(bytes);
  if (type === "heic") return converted(path, await convertHeic(bytes));
  const cleaned = type === "jpeg" ? cleanJpeg(bytes) : await cleanPng(bytes);
  if ("problem" in cleaned) return cleaned;
  if (!cleaned.removed) return { pages: null, notices: [] };
  const changed = await keepInstead(path, Buffer.concat(cleaned.parts), type);
  return { pages: null, notices: ["place-removed"], changed };
}

async function converted(path: string, photo: Uint8Array | { readonly problem: FileProblem }): Promise<Look> {
  if ("problem" in photo) return photo;
  return { pages: null, notices: ["converted"], changed: await keepInstead(path, photo, "jpeg") };
}

async function keepInstead(path: string, bytes: Uint8Array, type: FileType): Promise<Changed> {
  const instead = `${path}.kept`;
  await writeFile(instead, bytes, { flag: "wx", mode: 0o600 });
  return { path: instead, sha256: createHash("sha256").update(bytes).digest("hex"), size: bytes.length, type };
}
