/** What was declared to those who pay is kept as the accounts are: an erasure before that restricts, it deletes nothing. */
import { accounted } from "../../billing/kept/accounted.ts";
import { eraseFilesAbout } from "../../files/attach.ts";
import type { Retained } from "../../retention/retained.ts";
import { deleteFileOf, filesOfAccount, findFile, oldFiles, portalChain } from "./store.ts";

const kept = accounted({
  name: "portals",
  label: {
    fr: "Ce qui est déclaré de vous à qui paie votre formation",
    en: "What is declared of you to who pays for your training",
  },
  counted: { fr: "Déclarations aux financeurs et à l’État", en: "Declarations to funds and to the State" },
  tables: ["portal_file", "portal_line", "portal_typed"],
  prefix: portalChain(""),
  old: oldFiles,
  remove: deleteFileOf,
});
const idOf = (chain: string) => chain.slice(portalChain("").length);

export const portalsRetained: readonly Retained[] = [
  {
    ...kept,
    chains: async (tx, { account }) => (await filesOfAccount(tx, account)).map(portalChain),
    heldWith: async (tx, chain) => {
      const file = await findFile(tx, idOf(chain));
      return file?.dossier ? [`dossier:${file.dossier}`] : [];
    },
    erase: async (tx, chain, at) => {
      await eraseFilesAbout(tx, chain, at);
      await kept.erase!(tx, chain, at);
    },
  },
];
