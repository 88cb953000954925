/** What a world has to keep files with. */
import type { FileStore } from "./file-store.ts";
import type { Scanner } from "./clamd.ts";
import type { Inspector } from "./inside/inspector.ts";

declare module "../../act/world.ts" {
  interface World {
    /** Keeps the files that people send; a door that takes none does without. */
    readonly files?: FileService;
  }
}

export type FileService = {
  readonly store: FileStore;
  readonly inspector: Pick<Inspector, "look">;
  /** Searches for viruses; without one, files are marked as searched by nobody. */
  readonly scanner?: Scanner;
};
