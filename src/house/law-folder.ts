/** The folder of the law in force: the one a setting names, or the program’s own. */
import { fileURLToPath } from "node:url";
import { LawError, type Laws, loadLaws } from "../law/load.ts";
import { StartError, whyNot } from "./start-error.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export function lawFolder(law: string | undefined): string {
  return law ?? ROOT;
}

/** The law of `LIVRET_LAW`, by default the program’s own. */
export function lawsIn(law: string | undefined): Laws {
  try {
    return loadLaws(lawFolder(law));
  } catch (error) {
    if (error instanceof LawError || law === undefined) throw error;
    const why = whyNot(error);
    throw new StartError({
      fr: `LIVRET_LAW : le dossier ${law} ne se lit pas (${why.fr}). Il doit contenir « diplomas » et « establishments », comme celui du programme.`,
      en: `LIVRET_LAW: the folder ${law} cannot be read (${why.en}). It must hold "diplomas" and "establishments", as the program’s own does.`,
    });
  }
}

/** The service needs a school; a command may read a law without one. */
export function servedLaws(law: string | undefined): Laws {
  const laws = lawsIn(law);
  if (laws.establishments.length > 0) return laws;
  throw new StartError({
    fr: `LIVRET_LAW : le dossier ${law ?? ROOT} n’a aucun établissement. Mettez-y un fichier « establishments/….yaml », comme celui du programme.`,
    en: `LIVRET_LAW: the folder ${law ?? ROOT} has no school. Put a file "establishments/….yaml" into it, like the program’s own.`,
  });
}
