/** The routes of carrying people over. */
import { route } from "../../page/route.ts";

export const carry = route("/reprise");
export const carryCheck = route("/reprise/verifier/:file");
export const emptyBook = route("/reprise/tableau-vide.xlsx");
export const emptyCsv = route("/reprise/tableau-vide.csv");

/** A file is identified by its hash; the address has its hex digits. */
export function fileIn(id: string): { readonly file: string } {
  return { file: id.slice("sha256:".length) };
}
