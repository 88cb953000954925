/** The words of the pages on which contracts and conventions are read. */
import { inBoth } from "../../kit/in-both.ts";
import type { Lang } from "../../kit/lang.ts";

const WORDS = inBoth({
  titles: {
    contract: (name: string) => [`Contrat de formation, ${name}`, `Training contract, ${name}`],
    convention: (name: string) => [`Convention de formation, ${name}`, `Training convention, ${name}`],
  },
  own: ["Votre contrat de formation", "Your training contract"],
  french: ["Ce document est en français, qui seul fait foi.", "This paper is in French, which alone is binding."],
  draft: ["Tel qu’il serait signé aujourd’hui.", "As it would be signed today."],
  signed: ["Tel qu’il a été signé.", "As it was signed."],
  missing: ["Il ne peut pas encore être signé. Il manque :", "It cannot be signed yet. Missing:"],
  ownMissing: [
    "Il ne peut pas encore être signé : l’école le complète.",
    "It cannot be signed yet: the school is completing it.",
  ],
  pdf: ["Télécharger en PDF", "Download as PDF"],
  go: ["Éditer pour une signature sur papier", "Issue to be signed on paper"],
  goWhy: [
    "Le texte est figé tel qu’il est aujourd’hui ; c’est lui que le scan signé atteste.",
    "The text is frozen as it is today; it is the one that the signed scan attests.",
  ],
  quoteHeading: ["Devis", "Quote"],
  quoteMissing: (list: string) => [
    `Il ne peut pas être édité. Il manque : ${list}.`,
    `It cannot be issued. Missing: ${list}.`,
  ],
  quotePdf: ["Télécharger le dernier devis", "Download the last quote"],
  quoteGo: ["Éditer un devis", "Issue a quote"],
  done: {
    devis: ["Le devis est édité.", "The quote is issued."],
    edite: ["Le texte est figé : imprimez-le.", "The text is frozen: print it."],
  },
});

export function readingWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}
