/** The routes of the bank's pages. */
import { route } from "../../page/route.ts";

export const bankCheck = route("/finances/banque/verifier/:file");
export const bankFile = route("/finances/banque/fichier/:file");
export const openLines = route("/finances/banque/a-rapprocher");
export const asideLines = route("/finances/banque/ecartees");
export const bankLine = route("/finances/banque/operation/:line");
export const givingAt = route("/finances/decisions/:proposal/versement");
export const slip = route("/finances/cheques/:slip");
export const slipFile = route("/finances/cheques/:slip/bordereau.pdf");

/** A file is identified by its hash; the address has its hex digits. */
export function fileIn(id: string): { readonly file: string } {
  return { file: id.slice("sha256:".length) };
}
