/** The words of the questions on the price, in both languages. */
import { inBoth } from "../../kit/in-both.ts";
import type { Day } from "../../kit/day.ts";
import { type Lang, sayDay, sayEuros } from "../../kit/lang.ts";

type Added = { readonly name: string; readonly quantity: number; readonly unitAmount: number };

const WORDS = inBoth({
  was: (former: string) => [` (autrefois : ${former})`, ` (formerly: ${former})`],
  several: ["Plusieurs financeurs se partagent le coût", "Several funders share the cost"],
  track: {
    heading: ["Quel cursus envisagez-vous ?", "Which track do you have in mind?"],
    inDossier: ["Quel cursus demandez-vous ?", "Which track do you apply for?"],
    choose: ["Choisissez un cursus.", "Choose a track."],
    adds: (sum: number, lines: readonly Added[]) => [
      `En plus : ${sayEuros(sum, "fr")} (${lines.map(({ quantity, name, unitAmount }) => `${quantity} ${name} à ${sayEuros(unitAmount, "fr")}`).join(", ")}).`,
      `In addition: ${sayEuros(sum, "en")} (${lines.map(({ quantity, name, unitAmount }) => `${quantity} ${name} at ${sayEuros(unitAmount, "en")}`).join(", ")}).`,
    ],
  },
  funding: {
    heading: ["Qui paierait la formation ?", "Who would pay for the course?"],
    lead: [
      "Si vous ne le savez pas encore, gardez « financement personnel » : le résultat montre de toute façon chaque financeur seul.",
      "If you do not know yet, leave “personal funding”: the result shows each funder alone in any case.",
    ],
    amounts: ["Montants accordés ou espérés", "Amounts granted or hoped for"],
    amountOf: (funder: string) => [`${funder} : montant`, `${funder}: amount`],
    amountHint: ["En euros, pour le coût pédagogique seulement.", "In euros, for tuition only."],
    rest: ["Qui paierait la formation ?", "Who would pay for the training?"],
    restChoose: ["Dites qui paierait ce qui reste.", "Say who would pay what is left."],
    fault: [
      "Indiquez un montant en euros, avec deux décimales au plus.",
      "Give an amount in euros, with at most two decimals.",
    ],
    both: [
      "Ce financeur prend déjà ce qui reste : retirez son montant, ou choisissez quelqu’un d’autre pour le reste.",
      "This funder already takes what is left: remove its amount, or choose somebody else for the rest.",
    ],
  },
  alone: {
    heading: ["Vous payez vous-même la formation", "You pay for the course yourself"],
    said: [
      "L’établissement ne nomme personne d’autre qui puisse payer : il n’y a rien à choisir ici.",
      "The school names nobody else who may pay: there is nothing to choose here.",
    ],
  },
  inDossier: {
    heading: ["Qui paie la formation ?", "Who pays for the course?"],
    lead: [
      "Vous ne le savez pas encore ? Gardez « financement personnel » : cela ne vous engage pas.",
      "You do not know yet? Leave “personal funding”: it binds you to nothing.",
    ],
    amounts: ["Montants accordés ou demandés", "Amounts granted or asked for"],
    amountOf: (funder: string) => [`${funder} : montant`, `${funder}: amount`],
    amountHint: ["En euros, pour le coût pédagogique seulement.", "In euros, for tuition only."],
    rest: ["Qui paie la formation ?", "Who pays for the training?"],
  },
  requests: {
    heading: ["Où en sont vos demandes de financement ?", "How far are your requests for funding?"],
    lead: [
      "L’établissement prépare avec cela la convention ou le devis qu’il faudra à chaque financeur. Rien n’est obligatoire ici : ce qui manque se complète plus tard.",
      "With this the school prepares the agreement or the quote that each funder will need. Nothing is compulsory here: what is missing is completed later.",
    ],
    employer: ["Nom de votre employeur", "Name of your employer"],
    employerHint: [
      "Celui qui paie, ou qui dépose la demande auprès de son opérateur de compétences.",
      "The one who pays, or who files the request with its skills operator.",
    ],
    state: ["Où en est cette demande ?", "How far is this request?"],
    states: {
      "not-yet": ["Pas encore faite", "Not made yet"],
      asked: ["Faite, sans réponse", "Made, no answer"],
      granted: ["Accordée", "Granted"],
      refused: ["Refusée", "Refused"],
    },
    on: ["Depuis quel jour ?", "Since which day?"],
    onHint: [
      "Le jour de la demande, de l’accord ou du refus.",
      "The day of the request, of the agreement or of the refusal.",
    ],
    future: ["Ce jour est dans l’avenir.", "This day is in the future."],
    said: {
      "not-yet": ["demande pas encore faite", "request not made yet"],
      asked: ["demande faite, sans réponse", "request made, no answer"],
      granted: ["demande accordée", "request granted"],
      refused: ["demande refusée", "request refused"],
    },
    saidOn: (state: string, day: Day) => [`${state} (${sayDay(day, "fr")})`, `${state} (${sayDay(day, "en")})`],
    nothing: ["Non renseigné", "Not given"],
    title: ["Demandes de financement", "Requests for funding"],
    requestTo: (funder: string) => [`Demande de financement : ${funder}`, `Request for funding: ${funder}`],
    change: ["les demandes de financement", "the requests for funding"],
    employerRow: ["Employeur", "Employer"],
  },
});

type FundingWords = typeof WORDS.fr;

export function fundingWords(lang: Lang): FundingWords {
  return WORDS[lang];
}
