/** Writes text and bytes as UTF-8 into one reused buffer, which saves joining, encoding and copying. */

export type Gathered = {
  readonly length: () => number;
  readonly text: (text: string) => void;
  readonly bytes: (bytes: Buffer) => void;
  /** Returns the content, valid until the next call, and starts anew. */
  readonly take: () => Buffer;
};

export function gatherBytes(size = 1024 * 1024): Gathered {
  let buffer = Buffer.allocUnsafe(size);
  let used = 0;
  const makeRoom = (wanted: number) => {
    if (used + wanted <= buffer.length) return;
    const larger = Buffer.allocUnsafe(2 * (used + wanted));
    buffer.copy(larger, 0, 0, used);
    buffer = larger;
  };
  return {
    length: () => used,
    text: (text) => {
      makeRoom(text.length * 3);
      used += buffer.write(text, used);
    },
    bytes: (bytes) => {
      makeRoom(bytes.length);
      used += bytes.copy(buffer, used);
    },
    take: () => {
      const taken = buffer.subarray(0, used);
      used = 0;
      return taken;
    },
  };
}
