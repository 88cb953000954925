/** The words of the pages of contracts. */
import { inBoth } from "../../kit/in-both.ts";
import type { Lang } from "../../kit/lang.ts";

const WORDS = inBoth({
  title: (name: string) => [`Contrat de ${name}`, `Contract of ${name}`],
  part: (number: string) => [`Contrat, dossier ${number}`, `Contract, application ${number}`],
  open: ["Ouvrir le contrat", "Open the contract"],
  state: ["Où il en est", "Where it stands"],
  cohort: ["Promotion prévue", "Cohort meant"],
  noCohort: ["aucune : choisissez-la", "none: choose it"],
  starts: ["Première séance", "First session"],
  price: ["Prix", "Price"],
  status: ["Situation", "Situation"],
  enrolled: ["Inscrit", "Enrolled"],
  toHand: ["À remettre avant", "To hand over before"],
  handed: ["Remis", "Handed over"],
  nothing: ["rien", "nothing"],
  shares: ["Qui paie", "Who pays"],
  payer: ["Payeur", "Payer"],
  amount: ["Montant", "Amount"],
  paper: ["Papier", "Paper"],
  stands: ["Où il en est", "Where it stands"],
  missing: ["Manque", "Wanting"],
  withdrawal: ["Rétractation possible jusqu’au", "May be withdrawn from until"],
  asked: ["Rien n’est demandé avant le", "Nothing is asked before"],
  renounced: ["Rétractation", "Withdrawal"],
  renouncedOn: (day: string, late: boolean) => [
    late ? `reçue le ${day}, après le dernier jour : le contrat tient` : `reçue le ${day} : le contrat est anéanti`,
    late ? `received on ${day}, after the last day: the contract stands` : `received on ${day}: the contract is undone`,
  ],
  findings: ["Ce que la règle remarque", "What the rule points out"],
  noPrice: [
    "Le prix n’est pas encore connu : les allègements et dispenses sont à décider d’abord.",
    "The price is not known yet: reliefs and dispenses are to be decided first.",
  ],
  outdated: [
    "Les allègements ont été décidés à nouveau : le prix a changé, redites qui paie.",
    "Reliefs were decided anew: the price has changed, say again who pays.",
  ],
  carried: [
    "Conclu avant que l’école utilise ce service : les papiers signés sont chez elle.",
    "Concluded before the school used this service: the school has the signed papers.",
  ],
  carriedShare: ["conclu avant", "concluded before"],
  before: {
    caption: [
      "Facturé et payé avant que l’école utilise ce service",
      "Invoiced and paid before the school used this service",
    ],
    until: ["Jusqu’au", "Until"],
    invoiced: ["Facturé", "Invoiced"],
    paid: ["Payé", "Paid"],
    left: ["Reste dû", "Still owed"],
  },
  short: [
    "Un financeur ne paie pas tout ce qui était prévu : redites qui paie.",
    "A fund does not pay all that was meant: say again who pays.",
  ],
  papers: {
    contract: ["contrat de formation", "training contract"],
    convention: ["convention de formation", "training convention"],
    grant: ["accord de prise en charge", "accord of the fund"],
    funder: ["papier du financeur", "the fund’s own paper"],
    platform: ["plateforme", "platform"],
  },
  states: {
    unsigned: ["à signer", "to be signed"],
    withdrawal: ["signé, rétractation possible", "signed, may be withdrawn from"],
    binding: ["signé", "signed"],
    withdrawn: ["rétracté", "withdrawn from"],
    unanswered: ["réponse attendue", "answer awaited"],
    answered: ["accordé", "granted"],
    toCountersign: ["signé, à signer par l’école", "signed, to be signed by the school"],
  },
  countersignLink: (label: string) => [`Signer pour l’école : ${label}`, `Sign for the school: ${label}`],
  answers: {
    granted: ["Accordé", "Granted"],
    "in-part": ["Accordé en partie", "Granted in part"],
    refused: ["Refusé", "Refused"],
    silent: ["Resté sans réponse", "Left unanswered"],
  },
  places: {
    premises: ["À l’école", "At the school"],
    distance: ["À distance", "At a distance"],
    away: ["Ailleurs, en présence de l’école", "Elsewhere, with the school present"],
  },
  other: (nth: number) => [`Payeur ${nth}`, `Payer ${nth}`],
  amountOf: (nth: number) => [`Part du payeur ${nth}, en euros`, `Part of payer ${nth}, in euros`],
  calledOf: (nth: number) => [`Nom du payeur ${nth}`, `Name of payer ${nth}`],
  registeredOf: (nth: number) => [`Dans le registre, payeur ${nth}`, `In the register, payer ${nth}`],
  nobody: ["personne", "nobody"],
  noneOfRegister: ["pas encore dans le registre", "not in the register yet"],
  rest: [
    "La personne paie le reste. Sans autre payeur, elle paie tout.",
    "The person pays the rest. Without another payer, they pay all of it.",
  ],
  whoPays: {
    title: ["Dire qui paie", "Say who pays"],
    go: ["Noter qui paie", "Note who pays"],
    fields: { status: ["Situation de la personne", "Situation of the person"] },
  },
  choose: {
    title: ["Prévoir la promotion", "Choose the cohort"],
    go: ["Prévoir cette promotion", "Choose this cohort"],
    fields: { cohort: ["Promotion", "Cohort"] },
  },
  hand: {
    title: ["Noter ce qui a été remis", "Note what was handed over"],
    go: ["Noter la remise", "Note it"],
    fields: { keys: ["Ce qui a été remis", "What was handed over"], on: ["Jour de la remise", "Day of it"] },
  },
  grant: {
    title: ["Noter la réponse d’un financeur", "Note the answer of a fund"],
    go: ["Noter cette réponse", "Note this answer"],
    amount: ["Montant accordé en partie, en euros", "Amount granted in part, in euros"],
    file: ["Sa lettre (facultatif)", "Its letter (optional)"],
    fields: {
      source: ["Financeur", "Fund"],
      answer: ["Réponse", "Answer"],
      on: ["Jour de la réponse", "Day of the answer"],
      number: ["Son numéro de dossier", "Its file number"],
    },
  },
  sign: {
    title: ["Noter un papier signé", "Note a signed paper"],
    go: ["Noter ce papier", "Note this paper"],
    file: ["Scan du papier signé", "Scan of the signed paper"],
    fileMissing: ["Joignez le scan du papier signé.", "Attach the scan of the signed paper."],
    fields: {
      source: ["Papier de", "Paper of"],
      on: ["Jour de la signature", "Day of the signature"],
      concluded: ["Où il a été signé", "Where it was signed"],
      by: ["Qui a signé", "Who signed"],
      forSchool: {
        label: ["Qui a signé pour l’école", "Who signed for the school"],
        hint: ["Vide si l’école n’a pas encore signé.", "Empty if the school has not signed yet."],
      },
    },
  },
  letter: {
    title: ["Noter une rétractation reçue par lettre", "Note a withdrawal received by letter"],
    go: ["Noter la rétractation", "Note the withdrawal"],
    fields: { on: ["Jour de l’envoi", "Day on which it was sent"] },
  },
  countersign: {
    title: (label: string) => [`Signer pour l’école : ${label}`, `Sign for the school: ${label}`],
    signedBy: (name: string, day: string) => [`Signé par ${name} le ${day}.`, `Signed by ${name} on ${day}.`],
    go: ["Signer pour l’école", "Sign for the school"],
    legend: ["Signature de l’école", "Signature of the school"],
    declaration: ["Je signe ce papier pour l’école.", "I sign this paper for the school."],
    box: ["Je signe", "I sign"],
    notAgreed: ["Cochez la case pour signer.", "Tick the box to sign."],
    nothing: ["Il n’y a rien à signer ici.", "There is nothing to sign here."],
  },
  done: {
    paie: ["Qui paie est noté.", "Who pays is noted."],
    promotion: ["La promotion est notée.", "The cohort is noted."],
    remis: ["La remise est notée.", "What was handed over is noted."],
    reponse: ["La réponse est notée.", "The answer is noted."],
    signe: ["Le papier signé est noté.", "The signed paper is noted."],
    contresigne: ["Signé pour l’école.", "Signed for the school."],
    lettre: ["La rétractation est notée ; un courriel l’accuse.", "The withdrawal is noted; a mail acknowledges it."],
  },
});

export function contractWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}
