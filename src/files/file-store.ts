/** Where the bytes of files are stored: a folder of this machine, or an S3 bucket. */
import type { Readable } from "node:stream";

type StoredBytes = { readonly stream: Readable; readonly size: number };
export type Listed = { readonly key: string; readonly size: number; readonly at: Date };

export type FileStore = {
  /** A private folder of this machine for arriving files. */
  readonly scratch: string;
  /** Stores a local file, whole or not at all; the store then owns the file. */
  readonly put: (key: string, file: { path: string; size: number; sha256: string }) => Promise<void>;
  /** `undefined` where the key does not exist. */
  readonly open: (key: string) => Promise<StoredBytes | undefined>;
  /** The size of the bytes under this key, if any. */
  readonly sizeOf: (key: string) => Promise<number | undefined>;
  /** Idempotent: succeeds where there is nothing under the key. */
  readonly remove: (key: string) => Promise<void>;
  /** Lists keys with this prefix, in order. */
  readonly list: (prefix: string) => AsyncIterable<Listed>;
};

/** A failure of the store, with the code that tells the operator which part failed. */
export class StoreFault extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`the store of files failed: ${code}`);
    this.name = "StoreFault";
    this.code = code;
  }
}

/** Turns any error of the store into a `StoreFault` with its code only, since messages quote paths and keys. */
export async function ofStore<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw new StoreFault(codeOf(error));
  }
}

/** The error's code, or that of its cause, where a library only says that it failed. */
export function codeOf(error: unknown): string {
  const { code, cause, name, message } = error as NodeJS.ErrnoException;
  if (typeof code === "string") return code;
  if (cause instanceof Error) return codeOf(cause);
  return name === "Error" ? message : name;
}
