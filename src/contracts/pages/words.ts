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

const OWN = inBoth({
  title: ["Votre prix, et qui paie", "Your price, and who pays"],
  price: (total: string) => [`La formation coûte ${total}.`, `The training costs ${total}.`],
  you: ["Vous", "You"],
  starts: ["Première séance", "First session"],
  change: ["Changer qui paie", "Change who pays"],
  rest: [
    "Nommez qui paie avec vous, et combien. Vous payez le reste.",
    "Name who pays with you, and how much. You pay the rest.",
  ],
  go: ["C’est bien cela", "That is right"],
  fields: { status: ["Votre situation", "Your situation"] },
  toSign: ["Lire le contrat et signer", "Read the contract and sign"],
  notYet: (list: string) => [
    `L’école complète encore le contrat : ${list}.`,
    `The school still completes the contract: ${list}.`,
  ],
  signedOn: (day: string) => [`Vous avez signé le ${day}.`, `You signed on ${day}.`],
  school: ["L’école doit encore signer.", "The school still has to sign."],
  until: (day: string) => [`Vous pouvez renoncer jusqu’au ${day}.`, `You may withdraw until ${day}.`],
  renounceLink: ["Renoncer au contrat ici", "Withdraw from the contract here"],
  renounced: (day: string) => [`Vous avez renoncé au contrat le ${day}.`, `You withdrew from the contract on ${day}.`],
  sign: {
    title: ["Lisez le contrat, puis signez", "Read the contract, then sign"],
    go: ["Signer le contrat", "Sign the contract"],
    legend: ["Signature", "Signature"],
    declaration: ["J’ai lu le contrat et je l’accepte.", "I have read the contract and I accept it."],
    notAgreed: ["Cochez la case pour signer.", "Tick the box to sign."],
    fields: {
      received: ["Ce que j’ai reçu et lu", "What I received and read"],
      start: ["Commencer dans le délai", "Start within the period"],
    },
    startBox: [
      "Je demande expressément à commencer avant la fin du délai de rétractation.",
      "I ask expressly to start before the end of the time to withdraw.",
    ],
  },
  renounce: {
    title: ["Renoncer au contrat", "Withdraw from the contract"],
    lead: (day: string) => [
      `Sans dire pourquoi, et sans rien payer, jusqu’au ${day}.`,
      `Without saying why, and without paying anything, until ${day}.`,
    ],
    go: ["Renoncer au contrat ici", "Withdraw from the contract here"],
    confirm: ["Confirmer la rétractation", "Confirm the withdrawal"],
    keep: ["Garder le contrat", "Keep the contract"],
    warning: [
      "Votre place ne sera plus tenue par ce contrat. Un courriel vous en donne la preuve tout de suite.",
      "Your place will no longer be held by this contract. A mail gives you the proof at once.",
    ],
  },
  done: {
    paie: ["C’est noté.", "It is noted."],
    signe: ["Votre contrat est signé. L’école signe à son tour.", "Your contract is signed. The school signs in turn."],
    renonce: [
      "Votre rétractation est reçue. Un courriel vous en donne la preuve.",
      "Your withdrawal is received. A mail gives you the proof.",
    ],
    tard: [
      "Votre demande est reçue, mais le dernier jour est passé : le contrat tient.",
      "Your request is received, but the last day is past: the contract stands.",
    ],
  },
});

export function ownContractWords(lang: Lang): typeof OWN.fr {
  return OWN[lang];
}
