/** PDF's older filters: the decoded size, from the codes alone. */

/** Stops above `most`, or at the first invalid code. */
export function lzwSize(data: Buffer, most: number): number {
  const lengths = new Uint16Array(4096);
  let [bits, next, previous, size, held, kept] = [9, FIRST, 0, 0, 0, 0];
  for (const byte of data) {
    held = ((held << 8) | byte) & 0xff_ffff;
    kept += 8;
    if (kept < bits) continue;
    kept -= bits;
    const code = (held >>> kept) & ((1 << bits) - 1);
    if (code === END) return size;
    if (code === CLEAR) {
      [bits, next, previous] = [9, FIRST, 0];
      continue;
    }
    const length = code < CLEAR ? 1 : code < next ? lengths[code]! : code === next && previous > 0 ? previous + 1 : 0;
    if (length === 0 || (size += length) > most) return size;
    if (previous > 0 && next < 4096) lengths[next++] = previous + 1;
    previous = length;
    // PDF's default EarlyChange: codes grow one bit one code earlier than necessary.
    if (next + 1 >= 1 << bits && bits < 12) bits++;
  }
  return size;
}

const CLEAR = 256;
const END = 257;
const FIRST = 258;

export function runLengthSize(data: Buffer, most: number): number {
  let size = 0;
  for (let at = 0; at < data.length && size <= most; ) {
    const run = data[at]!;
    if (run === 128) return size;
    size += run < 128 ? run + 1 : 257 - run;
    at += run < 128 ? run + 2 : 2;
  }
  return size;
}

/** Decodes base 85 or hexadecimal text; `undefined` where the data is neither. */
export function textBytes(data: Buffer): Buffer | undefined {
  const start = data.toString("latin1", 0, 64).trimStart();
  if (/^[0-9a-fA-F\s]{32}/.test(start)) return Buffer.from(cutAt(data, ">").replaceAll(/[^0-9a-fA-F]/g, ""), "hex");
  return /^(?:<~)?[!-uz\s]{16}/.test(start) ? base85(cutAt(data, "~>").replace(/^\s*<~/, "")) : undefined;
}

function cutAt(data: Buffer, end: string): string {
  const at = data.indexOf(end);
  return data.toString("latin1", 0, at === -1 ? data.length : at);
}

function base85(text: string): Buffer {
  const bytes = Buffer.alloc(text.length * 4 + 8);
  let [length, digits, value] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 122 && digits === 0) length += 4;
    if (code < 33 || code > 117) continue;
    value = value * 85 + code - 33;
    if (++digits < 5) continue;
    length = bytes.writeUInt32BE(value % 2 ** 32, length);
    [digits, value] = [0, 0];
  }
  return bytes.subarray(0, length);
}
