/** The type of a file, by its first bytes: the declared name and type are never trusted. */

export const FILE_TYPES = {
  pdf: { mime: "application/pdf", extension: "pdf", also: [] },
  jpeg: { mime: "image/jpeg", extension: "jpg", also: ["jpeg", "jpe", "jfif"] },
  png: { mime: "image/png", extension: "png", also: [] },
  heic: { mime: "image/heic", extension: "heic", also: ["heif", "hif"] },
} as const;
export type FileType = keyof typeof FILE_TYPES;

/** Enough bytes to tell the types apart. */
export const HEAD = 1024;

const HEIF_BRANDS = new Set(["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"]);

export function fileTypeOf(head: Buffer): FileType | undefined {
  if (startsWith(head, [0xff, 0xd8, 0xff])) return "jpeg";
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "png";
  if (head.toString("latin1", 4, 8) === "ftyp" && HEIF_BRANDS.has(head.toString("latin1", 8, 12))) return "heic";
  // PDF readers allow bytes before the signature, and some scanners write them.
  return head.subarray(0, HEAD).includes("%PDF-") && !startsWithMarkup(head) ? "pdf" : undefined;
}

function startsWith(head: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => head[at] === byte);
}

/** A page, an archive, a picture or a program with a PDF signature inside is a disguise. */
function startsWithMarkup(head: Buffer): boolean {
  if (MARKS.some((mark) => startsWith(head, mark))) return true;
  return /^\s*(?:<|PK|MZ|#!|GIF8|RIFF|BM|OggS|ID3|Rar!|7z|%!PS|\{)/.test(head.toString("latin1", 0, 64));
}

/** TIFF in both byte orders, ELF, gzip, and the older Office formats. */
const MARKS = [
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0x1f, 0x8b],
  [0xd0, 0xcf, 0x11, 0xe0],
];
