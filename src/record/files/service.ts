/** What a world has to keep files with. */
import type { FileStore } from "./file-store.ts";

export type FileService = {
  readonly store: FileStore;
};
