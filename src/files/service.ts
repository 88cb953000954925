/** What a world needs to store files. */
import type { FileStore } from "./file-store.ts";
import type { Scanner } from "./clamd.ts";
import type { Inspector } from "./inside/inspector.ts";

declare module "../act/world.ts" {
  interface World {
    /** Stores the files that people send; a process that takes none does without. */
    readonly files?: FileService;
  }
}

export type FileService = {
  readonly store: FileStore;
  readonly inspector: Pick<Inspector, "look">;
  /** Scans for viruses; without it, files are marked as not scanned. */
  readonly scanner?: Scanner;
};
