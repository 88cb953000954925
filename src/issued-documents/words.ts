/** The words of the page that verifies a paper. */
import { inBoth } from "../kit/in-both.ts";
import type { Label, Lang } from "../kit/lang.ts";

const WORDS = inBoth({
  title: ["Vérifier un document", "Verify a paper"],
  verified: ["Ce document est-il vrai ?", "Is this paper true?"],
  unknown: [
    "Aucun document de cette école ne porte ce code. Vérifiez-le sur le document : il compte quatre groupes de quatre signes.",
    "No paper of this school bears this code. Check it on the paper: it has four groups of four signs.",
  ],
  ask: {
    title: ["Vérifier un document", "Verify a paper"],
    lead: [
      "Tapez le code imprimé sur le document : la page dit s’il est vrai et s’il vaut encore.",
      "Type the code printed on the paper: the page says whether it is true and still holds.",
    ],
    go: ["Vérifier", "Verify"],
    again: ["Taper un autre code", "Type another code"],
    fields: {
      code: {
        label: ["Code du document", "Code of the paper"],
        hint: [
          "Quatre groupes de quatre signes, par exemple 7KQM-2XW9-RT4H-0BNE. Espaces, tirets et minuscules sont acceptés ; O vaut 0, I et L valent 1.",
          "Four groups of four signs, for instance 7KQM-2XW9-RT4H-0BNE. Spaces, dashes and lower case are accepted; O is 0, I and L are 1.",
        ],
      },
    },
  },
  states: {
    holds: ["Ce document est vrai et en vigueur.", "This paper is true and holds."],
    replaced: [
      "Ce document a été émis par l’école, mais un plus récent le remplace.",
      "This paper was issued by the school, but a later one replaces it.",
    ],
    outdated: [
      "Ce document a été émis par l’école, mais il ne vaut plus : ce qu’il dit a changé depuis, ou son délai est passé.",
      "This paper was issued by the school, but holds no more: what it says has changed since, or its time is over.",
    ],
    withdrawn: [
      "Ce document a été émis par l’école, puis retiré : il ne vaut plus.",
      "This paper was issued by the school, then withdrawn: it holds no more.",
    ],
    annulled: [
      "Ce document a été émis par l’école, mais la décision du jury qu’il atteste a été annulée : il ne vaut plus.",
      "This paper was issued by the school, but the decision of the jury that it attests was annulled: it holds no more.",
    ],
  },
  what: ["Document", "Paper"],
  says: ["Ce qu’il atteste", "What it attests"],
  name: ["Au nom de", "In the name of"],
  at: ["Émis le", "Issued on"],
  code: ["Code", "Code"],
  fingerprint: ["Empreinte des données", "Fingerprint of the data"],
  compare: [
    "Comparez ces indications à celles du document que vous avez en main.",
    "Compare this with what stands on the paper that you have in hand.",
  ],
});

export function paperWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}

const KINDS: Readonly<Record<string, Label>> = {
  livret: { fr: "Livret de formation", en: "Livret de formation" },
  attestation: { fr: "Attestation", en: "Attestation" },
  certificate: { fr: "Certificat de réalisation", en: "Certificate of attendance" },
  entry: { fr: "Attestation d’entrée en formation", en: "Attestation of entry into training" },
  contract: { fr: "Contrat de formation", en: "Training contract" },
  convention: { fr: "Convention de formation", en: "Training convention" },
  quote: { fr: "Devis", en: "Quote" },
};

/** Of several of one kind about one subject, what tells them apart stands after a colon. */
export function sayPaper(what: string, lang: Lang): string {
  return KINDS[what.split(":")[0]!]?.[lang] ?? what;
}

/** What a paper prints of its code: where it is typed, and the address that has it already. */
export function verifyingAt(address: string, code: string): string {
  const page = address.slice(0, address.lastIndexOf("/"));
  return `Tapez le code ${code} sur ${page}, ou ouvrez ${address}`;
}
