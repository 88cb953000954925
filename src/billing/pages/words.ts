/** The words of the questions on the price, in both languages. */
import type { Lang } from "../../kit/lang.ts";

const fr = {
  was: (former: string) => ` (autrefois : ${former})`,
  track: {
    heading: "Quel cursus envisagez-vous ?",
    choose: "Choisissez un cursus.",
  },
  funding: {
    heading: "Qui paierait la formation ?",
    lead: "Si vous ne le savez pas encore, gardez « financement personnel » : le résultat montre de toute façon chaque financeur seul.",
    amounts: "Montants accordés ou espérés",
    amountOf: (funder: string) => `${funder} : montant`,
    amountHint: "En euros, pour le coût pédagogique seulement.",
    rest: "Qui paierait ce qui reste du coût pédagogique ?",
    restChoose: "Dites qui paierait ce qui reste.",
    fault: "Indiquez un montant en euros, avec deux décimales au plus.",
    both: "Ce financeur prend déjà ce qui reste : retirez son montant, ou choisissez quelqu’un d’autre pour le reste.",
  },
};

type FundingWords = typeof fr;

const en: FundingWords = {
  was: (former) => ` (formerly: ${former})`,
  track: {
    heading: "Which track do you have in mind?",
    choose: "Choose a track.",
  },
  funding: {
    heading: "Who would pay for the course?",
    lead: "If you do not know yet, leave “personal funding”: the result shows each funder alone in any case.",
    amounts: "Amounts granted or hoped for",
    amountOf: (funder) => `${funder}: amount`,
    amountHint: "In euros, for tuition only.",
    rest: "Who would pay what is left of the tuition?",
    restChoose: "Say who would pay what is left.",
    fault: "Give an amount in euros, with at most two decimals.",
    both: "This funder already takes what is left: remove its amount, or choose somebody else for the rest.",
  },
};

const WORDS: Readonly<Record<Lang, FundingWords>> = { fr, en };

export function fundingWords(lang: Lang): FundingWords {
  return WORDS[lang];
}
