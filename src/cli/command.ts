/** What a command is given, and how it ends. */
import type { Readable } from "node:stream";
import type { Defaults } from "../decisions.ts";
import type { Label } from "../kit/lang.ts";
import type { Laws } from "../law/load.ts";

/** Documented exit codes: scripts rely on them. */
export const EXIT = { done: 0, failed: 1, usage: 2, rejected: 3, interrupted: 130 } as const;

/** Wrong usage, or no such file, said in both languages. */
export class UsageError extends Error {
  readonly said: Label;
  constructor(said: Label) {
    super(said.en);
    this.said = said;
  }
}

export function usage(right: string): UsageError {
  return new UsageError({ fr: `Usage : ${right}`, en: `Usage: ${right}` });
}

export type CliWorld = {
  readonly stdin: Readable;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly laws: () => Laws;
  readonly defaults: Defaults;
  /** True once Ctrl-C was pressed: finish the line and stop. */
  readonly interrupted: () => boolean;
};
