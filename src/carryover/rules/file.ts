/** A file read into rows of text, and what a file that cannot be read is told. */
import type { Label } from "../../kit/lang.ts";
import type { Table } from "./heads.ts";

export type ReadFile = Table & { readonly format: "xlsx" | "csv" };

export const MAX_FILE = 2 * 1024 * 1024;

/** The reader is told why. */
export class FileError extends Error {
  override readonly name = "FileError";
  readonly said: Label;

  constructor(said: Label) {
    super(said.en);
    this.said = said;
  }
}

const told = (fr: string, en: string): Label => ({ fr, en });

export const FILE = {
  OLD: told(
    "Ce fichier est d’un ancien format de tableur (.xls) : enregistrez-le en .xlsx ou en CSV.",
    "This file is of an old spreadsheet format (.xls): save it as .xlsx or CSV.",
  ),
  NO_TABLE: told(
    "Ce fichier n’est pas un tableau : choisissez un fichier .xlsx ou CSV.",
    "This file is no table: choose an .xlsx or CSV file.",
  ),
  NO_BOOK: told(
    "Ce fichier .xlsx ne se lit pas : ouvrez-le dans votre tableur et enregistrez-le de nouveau, sans mot de passe.",
    "This .xlsx file cannot be read: open it in your spreadsheet program and save it again, without a password.",
  ),
  QUOTES: told(
    "Un guillemet de ce fichier n’est pas refermé : enregistrez-le de nouveau en CSV depuis votre tableur.",
    "A quotation mark of this file is not closed: save it again as CSV from your spreadsheet program.",
  ),
  EMPTY: told("Ce fichier est vide.", "This file is empty."),
  TOO_WIDE: told("Ce tableau a trop de colonnes.", "This table has too many columns."),
  TOO_LONG: told("Une case de ce tableau est bien trop longue.", "A cell of this table is far too long."),
  TOO_HARD: told(
    "Ce fichier demande trop de temps ou de mémoire pour être lu : importez-le en plusieurs fois.",
    "Reading this file takes too much time or memory: import it in parts.",
  ),
} as const;
