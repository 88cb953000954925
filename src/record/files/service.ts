/** What a world has to keep files with. */
import type { FileStore } from "./file-store.ts";
import type { Scanner } from "./clamd.ts";
import type { Inspector } from "./inside/inspector.ts";

export type FileService = {
  readonly store: FileStore;
  readonly inspector: Pick<Inspector, "look">;
  /** Searches for viruses; without one, files are marked as searched by nobody. */
  readonly scanner?: Scanner;
};
