/** The name of a file, as it is kept and shown: its sender's, without what could deceive a reader or a disk. */
import { FILE_TYPES, type FileType } from "./file-type.ts";

const LONGEST = 120;

/**
 * The last part of whatever path was sent, without signs that print nothing or turn the direction of reading; it ends as
 * its real type does: `..\..\photo\u202egpj.exe`, a JPEG, becomes `photogpj.exe.jpg`.
 */
export function fileName(given: string, type: FileType): string {
  const { extension, also } = FILE_TYPES[type];
  const last = given.normalize("NFC").split(/[/\\]/).at(-1)!;
  const clean = last
    .replaceAll(/[\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, "")
    .replaceAll(/[\p{Cc}\p{Z}]+/gu, " ")
    .replaceAll(/["<>|:*?]/g, "_")
    .replace(AFTER, "");
  const own = [extension, ...also].find((one) => clean.toLowerCase().endsWith(`.${one}`));
  const stem = (own === undefined ? clean : clean.slice(0, -own.length - 1)).replace(/^[.\s]+/, "").replace(AFTER, "");
  return `${shortened(stem) || "document"}.${extension}`;
}

/** From the first of a run on and nowhere else: each run of a long name is looked at once. */
const AFTER = /(?<![.\s])[.\s]+$/;

/** Cut between signs, never inside one. */
function shortened(stem: string): string {
  const signs = Array.from(stem);
  return signs.length <= LONGEST ? stem : `${signs.slice(0, LONGEST - 1).join("")}…`;
}
