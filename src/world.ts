/** The world a door opens on: what `main.ts` builds once and hands to everything. */
import type { Defaults } from "./decisions.ts";
import type { Laws } from "./law/load.ts";

export type World = {
  readonly laws: Laws;
  readonly defaults: Defaults;
  readonly version: string;
  /** The clock, read in one place. */
  readonly now: () => Date;
  /** What must hold before this process takes requests. */
  readonly ready: () => Promise<readonly { readonly name: string; readonly ok: boolean }[]>;
};
