/** The words of the page that says whether a paper still holds. */
import type { Label, Lang } from "../kit/lang.ts";

const fr = {
  title: "Vérifier un document",
  unknown:
    "Aucun document de cette école ne porte ce code. Vérifiez-le sur le document : il compte quatre groupes de quatre signes.",
  states: {
    holds: "Ce document est vrai et en vigueur.",
    replaced: "Ce document a été émis par l’école, mais un plus récent le remplace.",
    withdrawn: "Ce document a été émis par l’école, puis retiré : il ne vaut plus.",
  },
  what: "Document",
  name: "Au nom de",
  at: "Émis le",
  code: "Code",
  fingerprint: "Empreinte des données",
  compare: "Comparez ces indications à celles du document que vous avez en main.",
};

const en: typeof fr = {
  title: "Verify a paper",
  unknown: "No paper of this school bears this code. Check it on the paper: it has four groups of four signs.",
  states: {
    holds: "This paper is true and holds.",
    replaced: "This paper was issued by the school, but a later one replaces it.",
    withdrawn: "This paper was issued by the school, then withdrawn: it holds no more.",
  },
  what: "Paper",
  name: "In the name of",
  at: "Issued on",
  code: "Code",
  fingerprint: "Fingerprint of the data",
  compare: "Compare this with what stands on the paper that you have in hand.",
};

const WORDS = { fr, en } as const;

export function paperWords(lang: Lang): typeof fr {
  return WORDS[lang];
}

const KINDS: Readonly<Record<string, Label>> = {
  livret: { fr: "Livret de formation", en: "Livret de formation" },
  attestation: { fr: "Attestation", en: "Attestation" },
};

export function sayPaper(what: string, lang: Lang): string {
  return KINDS[what]?.[lang] ?? what;
}
