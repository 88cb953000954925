/** An error that stops the program before its work: the setting, and what to do about it. */
import type { Label } from "../kit/lang.ts";

/** Why the service or a command cannot start, and what to do. */
export class StartError extends Error {
  readonly said: Label;
  constructor(said: Label) {
    super(said.en);
    this.said = said;
  }
}

/** SQLite, which holds the lock, only says that it cannot open or write its file. */
export function whyNot(error: unknown): Label {
  const message = error instanceof Error ? error.message : String(error);
  const { code, path, errcode } = error as NodeJS.ErrnoException & { readonly errcode?: number };
  if (code === "ENOENT" && path !== undefined) return { fr: `${path} n’existe pas`, en: `there is no ${path}` };
  if (errcode === SQLITE_READONLY || errcode === SQLITE_CANTOPEN) return NO_RIGHT;
  return WHY_NOT[code ?? ""] ?? { fr: message, en: message };
}

const IS_FILE: Label = { fr: "c’est un fichier", en: "it is a file" };
const [SQLITE_READONLY, SQLITE_CANTOPEN] = [8, 14];
const NO_RIGHT: Label = { fr: "ce compte du système n’y a pas droit", en: "this system account may not" };
const WHY_NOT: Readonly<Record<string, Label>> = {
  EACCES: NO_RIGHT,
  EPERM: NO_RIGHT,
  EROFS: { fr: "ce disque est en lecture seule", en: "its disk is read-only" },
  ENOTDIR: IS_FILE,
  EEXIST: IS_FILE,
  ENAMETOOLONG: { fr: "son chemin est trop long", en: "its path is too long" },
};
