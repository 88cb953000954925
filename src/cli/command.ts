/** What every command receives, and how it ends. */
import type { Readable, Writable } from "node:stream";
import type { Defaults } from "../decisions/decide.ts";
import type { Label, Lang } from "../kit/lang.ts";
import type { Laws } from "../law/load.ts";

/** Documented exit codes: scripts rely on them. */
export const EXIT = { done: 0, failed: 1, usage: 2, rejected: 3, interrupted: 130 } as const;

/** Wrong usage or a missing file, in both languages. */
export class UsageError extends Error {
  readonly said: Label;
  constructor(said: Label) {
    super(said.en);
    this.said = said;
  }
}

/** The answers could not be written, or only in part: a full disk, a missing folder, no permission. */
export class NotWritten extends Error {
  /** The system's code: EPIPE where the reader is gone. */
  readonly code: string | undefined;
  readonly said: Label;
  constructor(cause: unknown, path?: string) {
    const said = {
      fr: `Écriture impossible${path === undefined ? "" : ` dans ${path}`} : ${reason(cause, "fr")}`,
      en: `Cannot write${path === undefined ? "" : ` to ${path}`}: ${reason(cause, "en")}`,
    };
    super(said.en, { cause });
    this.code = codeOf(cause);
    this.said = said;
  }
}

/** An existing file could not be read, or not to its end. */
export class NotRead extends Error {
  readonly said: Label;
  constructor(cause: unknown, path: string) {
    const said = {
      fr: `Lecture impossible de ${path} : ${reason(cause, "fr")}`,
      en: `Cannot read ${path}: ${reason(cause, "en")}`,
    };
    super(said.en, { cause });
    this.said = said;
  }
}

const codeOf = (cause: unknown) => (cause as NodeJS.ErrnoException).code;

function reason(cause: unknown, lang: Lang): string {
  const why = WHY_NOT[codeOf(cause) ?? ""];
  return why?.[lang] ?? (cause instanceof Error ? cause.message : String(cause));
}

const WHY_NOT: Readonly<Record<string, Label>> = {
  ENOENT: { fr: "ce dossier n’existe pas.", en: "there is no such folder." },
  EISDIR: { fr: "c’est un dossier.", en: "it is a folder." },
  EACCES: { fr: "vous n’y avez pas droit.", en: "you may not." },
  ENOSPC: { fr: "il n’y a plus de place sur le disque.", en: "the disk is full." },
};

export function noSuchFile(path: string): UsageError {
  return new UsageError({ fr: `Fichier introuvable : ${path}`, en: `No such file: ${path}` });
}

/** The terminal of a command: the process, or a test in its place. */
export type Terminal = {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Shown;
  readonly stderr: Shown;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Called at each Ctrl-C. */
  readonly onInterrupt: (heard: () => void) => void;
};
/** A stream that may be a terminal. */
export type Shown = Writable & { readonly isTTY?: boolean };

export type CliWorld = Pick<Terminal, "stdin" | "stdout" | "stderr"> & {
  readonly laws: () => Laws;
  readonly defaults: Defaults;
  /** True after Ctrl-C: finish the line and stop. */
  readonly interrupted: () => boolean;
};
