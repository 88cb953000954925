/** The Typst file by which our papers are printed. */
import { join } from "node:path";

export const CONTRACT_TEMPLATE = join(import.meta.dirname, "paper.typ");
