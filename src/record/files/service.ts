/** What a world has to keep files with. */
import type { FileStore } from "./file-store.ts";
import type { Inspector } from "./inside/inspector.ts";

export type FileService = {
  readonly store: FileStore;
  readonly inspector: Pick<Inspector, "look">;
};
