/** The line of a table that a person came in by is in the chain of their dossier, and is erased with it. */
import type { Dependent } from "../retention/dependents.ts";
import { dossierChain } from "../dossier/rules/dossier.ts";
import { eraseLine } from "./store.ts";

export const linesDependents: Dependent = {
  tables: ["carry_line"],
  erase: (tx, chain) => eraseLine(tx, chain.slice(dossierChain("").length)),
};
