/** The words of the page of who comes in for a payer. */
import { inBoth } from "../../../kit/in-both.ts";
import type { Lang } from "../../../kit/lang.ts";

const WORDS = inBoth({
  heading: (name: string) => [`Qui entre pour ${name}`, `Who comes in for ${name}`],
  lead: [
    "Des personnes sans compte, par un lien et un code : elles voient les conventions, les certificats et les factures de ce payeur, et rien d’autre. Le courriel d’une facture fait entrer l’adresse du registre.",
    "People without an account, by a link and a code: they see the conventions, certificates and invoices of this payer, and nothing else. The mail of an invoice lets the address of the register in.",
  ],
  none: ["Personne n’entre pour ce payeur.", "Nobody comes in for this payer."],
  until: ["Jusqu’au", "Until"],
  visited: ["Dernière visite", "Last visit"],
  never: ["jamais", "never"],
  mail: ["Courriel", "Mail"],
  returned: ["revenu : l’adresse est sans doute mal écrite.", "came back: the address is most likely badly written."],
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
    retire: ["Cette personne n’entre plus pour ce payeur.", "This person comes in no more for this payer."],
  },
});

export function accessWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}
