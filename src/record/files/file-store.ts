/** Where the bytes of files are kept: a folder of this machine, or a bucket of an S3 server. */
import type { Readable } from "node:stream";

type StoredBytes = { readonly stream: Readable; readonly size: number };
export type Listed = { readonly key: string; readonly size: number; readonly at: Date };

export type FileStore = {
  /** A folder of this machine for what is arriving, which nobody else reads. */
  readonly scratch: string;
  /** Keeps the bytes of a local file, all of them or none; the file is the store's from here on. */
  readonly put: (key: string, file: { path: string; size: number; sha256: string }) => Promise<void>;
  /** `undefined` where there is nothing under this key. */
  readonly open: (key: string) => Promise<StoredBytes | undefined>;
  /** How many bytes are under this key, if any. */
  readonly sizeOf: (key: string) => Promise<number | undefined>;
  /** Nothing under this key any more, whether or not there was something. */
  readonly remove: (key: string) => Promise<void>;
  /** Everything whose key starts so, in the order of the keys. */
  readonly list: (prefix: string) => AsyncIterable<Listed>;
};

/** The store did not do what it was asked for: named, so that whoever runs it finds out which part of it is at fault. */
export class StoreFault extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`the store of files failed: ${code}`);
    this.name = "StoreFault";
    this.code = code;
  }
}

/** Whatever a store may throw, as one fault; of which nothing is told but its code, since messages quote paths and keys. */
export async function ofStore<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw new StoreFault(codeOf(error));
  }
}

/** The machine's name for a fault: the one of what lies beneath, where a library only says that it failed. */
export function codeOf(error: unknown): string {
  const { code, cause, name, message } = error as NodeJS.ErrnoException;
  if (typeof code === "string") return code;
  if (cause instanceof Error) return codeOf(cause);
  return name === "Error" ? message : name;
}
