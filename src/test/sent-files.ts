/** Files as people send them, made by hand: sound ones, and each kind of broken one. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";

const FIXTURES = join(import.meta.dirname, "fixtures", "files");

/** A drawing of 64 × 48 points, made with Debian’s `heif-enc` and ImageMagick. */
export const photo = (type: "jpg" | "png" | "heic"): Buffer => readFileSync(join(FIXTURES, `photo.${type}`));

type PdfOptions = {
  readonly pages?: number;
  /** How many it says it has, where that is not so. */
  readonly count?: number;
  /** The password to open it, or to change it only. */
  readonly user?: string;
  readonly owner?: string;
  /** A comment, to make it longer or unlike another. */
  readonly comment?: string;
  /** What more its catalogue says, such as what is done when it is opened. */
  readonly catalog?: string;
  /** What its pages draw, deflated; locked with the rest. */
  readonly drawn?: Buffer;
};

export function pdf({
  pages = 1,
  count = pages,
  user,
  owner,
  comment = "",
  catalog = "",
  drawn,
}: PdfOptions = {}): Buffer {
  const locked = user !== undefined || owner !== undefined;
  const id = Buffer.alloc(16, 7);
  const kids = Array.from({ length: pages }, (_, at) => `${at + 3} 0 R`).join(" ");
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog}>>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    ...Array.from(
      { length: pages },
      () => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${drawn ? `/Contents ${pages + 3} 0 R ` : ""}>>`,
    ),
    ...(drawn
      ? [contents(drawn, locked ? objectKey(lockOf(id, user ?? "", owner ?? user ?? "").key, pages + 3) : undefined)]
      : []),
    ...(locked ? [encryption(id, user ?? "", owner ?? user ?? "")] : []),
  ];
  let text = `%PDF-1.4\n${comment && `%${comment}\n`}`;
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = text.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const hex = id.toString("hex");
  const lock = locked ? `/Encrypt ${objects.length} 0 R /ID [<${hex}> <${hex}>] ` : "";
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${lock}>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

const PADDING = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");

/** The standard lock of PDF 1.4, with a key of 40 bits: weak, and still what many programs write. */
function encryption(id: Buffer, user: string, owner: string): string {
  const { key, o, permissions } = lockOf(id, user, owner);
  const u = rc4(key, PADDING);
  return `<< /Filter /Standard /V 1 /R 2 /O <${o.toString("hex")}> /U <${u.toString("hex")}> /P ${permissions} >>`;
}

/** Each object has a key of its own. */
function objectKey(key: Buffer, object: number): Buffer {
  const number = Buffer.from([object & 255, object >> 8, 0, 0, 0]);
  return createHash("md5")
    .update(Buffer.concat([key, number]))
    .digest()
    .subarray(0, 10);
}

function contents(drawn: Buffer, key: Buffer | undefined): string {
  const bytes = key ? rc4(key, drawn) : drawn;
  return `<< /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n${bytes.toString("latin1")}\nendstream`;
}

function lockOf(id: Buffer, user: string, owner: string) {
  const permissions = -3904;
  const padded = (password: string) => Buffer.concat([Buffer.from(password, "latin1"), PADDING]).subarray(0, 32);
  const md5 = (...parts: Buffer[]) => createHash("md5").update(Buffer.concat(parts)).digest();
  const o = rc4(md5(padded(owner)).subarray(0, 5), padded(user));
  const p = Buffer.alloc(4);
  p.writeInt32LE(permissions);
  const key = md5(padded(user), o, p, id).subarray(0, 5);
  return { key, o, permissions };
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at);
  const swap = (a: number, b: number) => void ([state[a], state[b]] = [state[b]!, state[a]!]);
  for (let at = 0, mix = 0; at < 256; at++) {
    mix = (mix + state[at]! + key[at % key.length]!) & 255;
    swap(at, mix);
  }
  let one = 0;
  let two = 0;
  return data.map((byte) => {
    one = (one + 1) & 255;
    two = (two + state[one]!) & 255;
    swap(one, two);
    return byte ^ state[(state[one]! + state[two]!) & 255]!;
  }) as Buffer;
}

/** A part that goes into a JPEG right after its beginning. */
export function withPart(jpeg: Buffer, marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)]);
}

/** What a telephone adds to a photo: which side is up, and a place (here in words, so that a test can look for it). */
export function exif(orientation: number, place: string): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write("II*\0", 0, "latin1");
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  return Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff, Buffer.from(place)]);
}

export function pngChunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const chunk = Buffer.alloc(8 + body.length);
  chunk.writeUInt32BE(content.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), 4 + body.length);
  return chunk;
}

/** A chunk right after the first, which holds the size. */
export function withChunk(png: Buffer, name: string, content: Buffer): Buffer {
  return Buffer.concat([png.subarray(0, 33), pngChunk(name, content), png.subarray(33)]);
}
