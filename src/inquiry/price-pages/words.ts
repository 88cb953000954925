/** The words of the questions on the price, in both languages. */
import type { Day } from "../../kit/day.ts";
import { type Lang, sayDay } from "../../kit/lang.ts";

const fr = {
  was: (former: string) => ` (autrefois : ${former})`,
  track: {
    heading: "Quel cursus envisagez-vous ?",
    inDossier: "Quel cursus demandez-vous ?",
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
  alone: {
    heading: "Vous payez vous-même la formation",
    said: "L’établissement ne nomme personne d’autre qui puisse payer : il n’y a rien à choisir ici.",
  },
  inDossier: {
    heading: "Qui paie la formation ?",
    lead: "Dites ce que vous prévoyez aujourd’hui ; vous pourrez le changer jusqu’au dépôt. Si vous ne le savez pas encore, gardez « financement personnel » : cela ne vous engage pas.",
    amounts: "Montants accordés ou demandés",
    amountOf: (funder: string) => `${funder} : montant`,
    amountHint: "En euros, pour le coût pédagogique seulement.",
    rest: "Qui paie ce qui reste du coût pédagogique ?",
  },
  requests: {
    heading: "Où en sont vos demandes de financement ?",
    lead: "L’établissement prépare avec cela la convention ou le devis qu’il faudra à chaque financeur. Rien n’est obligatoire ici : ce qui manque se complète plus tard.",
    employer: "Nom de votre employeur",
    employerHint: "Celui qui paie, ou qui dépose la demande auprès de son opérateur de compétences.",
    state: "Où en est cette demande ?",
    states: { "not-yet": "Pas encore faite", asked: "Faite, sans réponse", granted: "Accordée", refused: "Refusée" },
    on: "Depuis quel jour ?",
    onHint: "Le jour de la demande, de l’accord ou du refus.",
    future: "Ce jour est dans l’avenir.",
    said: {
      "not-yet": "demande pas encore faite",
      asked: "demande faite, sans réponse",
      granted: "demande accordée",
      refused: "demande refusée",
    },
    saidOn: (state: string, day: Day) => `${state} (${sayDay(day, "fr")})`,
    nothing: "Non renseigné",
    title: "Demandes de financement",
    requestTo: (funder: string) => `Demande de financement : ${funder}`,
    change: "les demandes de financement",
    employerRow: "Employeur",
  },
};

type FundingWords = typeof fr;

const en: FundingWords = {
  was: (former) => ` (formerly: ${former})`,
  track: {
    heading: "Which track do you have in mind?",
    inDossier: "Which track do you apply for?",
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
  alone: {
    heading: "You pay for the course yourself",
    said: "The school names nobody else who may pay: there is nothing to choose here.",
  },
  inDossier: {
    heading: "Who pays for the course?",
    lead: "Say what you plan today; you can change it until you submit. If you do not know yet, leave “personal funding”: it binds you to nothing.",
    amounts: "Amounts granted or asked for",
    amountOf: (funder) => `${funder}: amount`,
    amountHint: "In euros, for tuition only.",
    rest: "Who pays what is left of the tuition?",
  },
  requests: {
    heading: "How far are your requests for funding?",
    lead: "With this the school prepares the agreement or the quote that each funder will need. Nothing is compulsory here: what is missing is completed later.",
    employer: "Name of your employer",
    employerHint: "The one who pays, or who files the request with its skills operator.",
    state: "How far is this request?",
    states: { "not-yet": "Not made yet", asked: "Made, no answer", granted: "Granted", refused: "Refused" },
    on: "Since which day?",
    onHint: "The day of the request, of the agreement or of the refusal.",
    future: "This day is in the future.",
    said: {
      "not-yet": "request not made yet",
      asked: "request made, no answer",
      granted: "request granted",
      refused: "request refused",
    },
    saidOn: (state, day) => `${state} (${sayDay(day, "en")})`,
    nothing: "Not given",
    title: "Requests for funding",
    requestTo: (funder) => `Request for funding: ${funder}`,
    change: "the requests for funding",
    employerRow: "Employer",
  },
};

const WORDS: Readonly<Record<Lang, FundingWords>> = { fr, en };

export function fundingWords(lang: Lang): FundingWords {
  return WORDS[lang];
}
