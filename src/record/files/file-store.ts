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
