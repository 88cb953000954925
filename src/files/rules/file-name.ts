/** The name of a file as stored and shown: the sender's, without what could deceive a reader or a file system. */
import { FILE_TYPES, type FileType } from "./file-type.ts";

const LONGEST = 120;

/**
 * The last segment of the sent path, without invisible characters and direction overrides, with the extension of its real type:
 * `..\..\photo\u202egpj.exe`, a JPEG, becomes `photogpj.exe.jpg`.
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

/** The lookbehind anchors at the start of a run, so that each run of a long name is scanned once. */
const AFTER = /(?<![.\s])[.\s]+$/;

/** Cut between code points, never inside one. */
function shortened(stem: string): string {
  const signs = Array.from(stem);
  return signs.length <= LONGEST ? stem : `${signs.slice(0, LONGEST - 1).join("")}…`;
}
