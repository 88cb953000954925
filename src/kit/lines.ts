/** Reads a byte stream by lines, holding no more than one line and one chunk in memory. */

export const MAX_LINE = 1024 * 1024;
const NEWLINE = 10;
const RETURN = 13;
const EMPTY = Buffer.alloc(0);

/** `bytes` without its end of line; `undefined` for a line over `MAX_LINE`, reported as soon as it is too long and dropped. */
export type Line = { readonly number: number; readonly bytes: Buffer | undefined };

/** LF or CRLF; skips a BOM at the very start; a last line without its end counts. Yields the lines of each chunk. */
export async function* linesOf(source: AsyncIterable<Buffer>): AsyncGenerator<Line[]> {
  let number = 0;
  let pending: Buffer[] = [];
  let held = 0;
  /** Dropping the rest of a line that is too long. */
  let skipping = false;
  const finish = (last: Buffer): Line => {
    number++;
    const whole = pending.length === 0 ? last : Buffer.concat([...pending, last]);
    pending = [];
    held = 0;
    const line = whole.at(-1) === RETURN ? whole.subarray(0, -1) : whole;
    const bytes = number === 1 ? withoutMark(line) : line;
    return { number, bytes: bytes.length > MAX_LINE ? undefined : bytes };
  };
  for await (const chunk of source) {
    const lines: Line[] = [];
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      if (skipping) skipping = false;
      else lines.push(finish(chunk.subarray(from, end)));
      from = end + 1;
    }
    if (!skipping && from < chunk.length) {
      held += chunk.length - from;
      pending.push(chunk.subarray(from));
      // Four more bytes: the BOM at the start and the CR at the end do not count.
      if (held > MAX_LINE + 4) {
        lines.push(finish(EMPTY));
        skipping = true;
      }
    }
    if (lines.length > 0) yield lines;
  }
  if (held > 0) yield [finish(EMPTY)];
}

/** Without the BOM that some programs put before UTF-8. */
export function withoutMark(bytes: Buffer): Buffer {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return marked ? bytes.subarray(3) : bytes;
}

/** Only spaces and tabs. */
export function isBlank(bytes: Buffer): boolean {
  for (const byte of bytes) if (byte !== 32 && byte !== 9) return false;
  return true;
}
