/** The words of the page of who comes in for a payer. */
import { inBoth } from "../../../kit/in-both.ts";
import type { Lang } from "../../../kit/lang.ts";

const WORDS = inBoth({
  heading: (name: string) => [`Qui entre pour ${name}`, `Who comes in for ${name}`],
  lead: [
    "Des personnes sans compte, par un lien et un code : elles voient les conventions, les certificats et les factures de ce payeur, et rien d’autre. Le courriel d’une facture fait entrer l’adresse du registre. Personne ne signe d’une adresse dont deux personnes ne répondent pas.",
    "People without an account, by a link and a code: they see the conventions, certificates and invoices of this payer, and nothing else. The mail of an invoice lets the address of the register in. Nobody signs from an address behind which two people do not stand.",
  ],
  none: ["Personne n’entre pour ce payeur.", "Nobody comes in for this payer."],
  until: ["Jusqu’au", "Until"],
  visited: ["Dernière visite", "Last visit"],
  never: ["jamais", "never"],
  mail: ["Courriel", "Mail"],
  returned: ["revenu : l’adresse est sans doute mal écrite.", "came back: the address is most likely badly written."],
  signs: ["Signe pour ce payeur", "Signs for this payer"],
  notYet: ["pas encore : une deuxième personne le confirme", "not yet: a second person confirms it"],
  vouched: (by: string, second: string) => [
    `oui : adresse entrée par ${by}, confirmée par ${second}`,
    `yes: address entered by ${by}, confirmed by ${second}`,
  ],
  waiting: ["À confirmer par une autre personne", "To be confirmed by another person"],
  waitingLead: [
    "Personne ne choisit seul d’où un payeur signe. Assurez-vous que l’adresse est bien la sienne, par une autre voie que qui l’a entrée.",
    "Nobody alone chooses from where a payer signs. Make sure that the address is theirs, by another way than who entered it.",
  ],
  registers: (address: string) => [`${address} (celle du registre)`, `${address} (that of the register)`],
  inRegister: ["Adresse du registre", "Address of the register"],
  enteredBy: ["Entrée par", "Entered by"],
  next: ["La suite", "What follows"],
  another: [
    "une autre personne la confirme, ou le payeur depuis l’adresse du registre",
    "another person confirms it, or the payer from the address of the register",
  ],
  confirm: ["Confirmer cette adresse", "Confirm this address"],
  withdraw: ["Retirer", "Take back"],
  end: ["Ne plus laisser entrer", "Let in no more"],
  endOf: (name: string) => [name, name],
  invite: ["Inviter, ou envoyer un nouveau lien", "Invite, or send a new link"],
  fields: {
    name: ["Nom de la personne", "Name of the person"],
    address: ["Adresse électronique", "E-mail address"],
    language: ["Dans quelle langue lui écrire ?", "In which language should we write to them?"],
  },
  languages: { fr: ["français", "French"], en: ["anglais", "English"] },
  go: ["Envoyer le lien", "Send the link"],
  done: {
    invite: ["Le lien est envoyé.", "The link is sent."],
    propose: [
      "L’adresse est proposée. Une autre personne, ou le payeur, la confirme ; le lien part alors.",
      "The address is proposed. Another person, or the payer, confirms it; the link is then sent.",
    ],
    confirme: ["L’adresse est confirmée, et le payeur prévenu.", "The address is confirmed, and the payer told."],
    annule: ["L’adresse est retirée.", "The address is taken back."],
    retire: ["Cette personne n’entre plus pour ce payeur.", "This person comes in no more for this payer."],
  },
});

export function accessWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}
