/** The words of the register of payers. */
import { inBoth } from "../../kit/in-both.ts";
import type { Lang } from "../../kit/lang.ts";

const WORDS = inBoth({
  heading: ["Payeurs", "Payers"],
  lead: [
    "Les employeurs et les financeurs, une fois pour toutes les personnes pour qui ils paient. Leurs conventions et leurs factures disent ce qui est noté ici.",
    "Employers and funds, once for all the people for whom they pay. Their agreements and invoices say what is entered here.",
  ],
  find: ["Nom, SIREN ou compte", "Name, SIREN or account"],
  findGo: ["Chercher", "Search"],
  none: ["Aucun payeur n’est encore noté.", "No payer is entered yet."],
  unknown: (sought: string) => [`Aucun payeur ne s’appelle « ${sought} ».`, `No payer is called “${sought}”.`],
  more: [
    "D’autres suivent : cherchez par une plus longue partie du nom.",
    "Others follow: search by more of the name.",
  ],
  change: ["Modifier ce payeur", "Change this payer"],
  save: ["Enregistrer", "Save"],
  close: ["Ne plus proposer ce payeur", "No longer propose this payer"],
  isClosed: ["n’est plus proposé", "no longer proposed"],
  caption: ["Les payeurs, par nom", "The payers, by name"],
  add: ["Ajouter un payeur", "Add a payer"],
  keptBy: (roles: string) => [
    `Pour ajouter ou compléter un payeur, adressez-vous à qui tient ce registre\u00a0: ${roles}.`,
    `To have a payer added or completed, ask those who keep this register: ${roles}.`,
  ],
  asItsKind: ["selon sa nature", "as its kind"],
  days: (days: string) => [`${days} jours`, `${days} days`],
  account: ["Son compte : ce qu’il doit, ce qu’il a payé", "Its account: what it owes, what it paid"],
  trainees: ["Ses stagiaires : heures, certificats, argent", "Its trainees: hours, certificates, money"],
  access: ["Qui entre pour lui par un lien", "Who comes in for it by a link"],
  pays: ["Comment il paie", "How it pays"],
  paysByDossier: [
    "Dossier par dossier, comme un financeur : un paiement ne sert que ce qu’il nomme",
    "By dossier, as funds do: a payment serves only what it names",
  ],
  missing: ["Manque", "Missing"],
  missingFor: {
    siren: ["le SIREN", "the SIREN"],
    address: ["l’adresse", "the address"],
  },
  fields: {
    name: ["Nom", "Name"],
    form: ["Forme juridique", "Legal form"],
    siren: { label: ["SIREN", "SIREN"], hint: ["Neuf chiffres.", "Nine digits."] },
    address: ["Adresse", "Address"],
    contact: ["Qui y répond", "Who answers there"],
    email: ["Courriel", "Mail address"],
    phone: ["Téléphone", "Telephone"],
    service: {
      label: ["Code du service dans Chorus Pro", "Code of the service in Chorus Pro"],
      hint: ["Pour un organisme public.", "For a public body."],
    },
    auxiliary: ["Compte auxiliaire", "Auxiliary account"],
    daysToPay: {
      label: ["Jours pour payer", "Days to pay"],
      hint: [
        "S’ils ne sont pas ceux que l’école accorde à ce genre de payeur.",
        "Unless they are those that the school gives to this kind of payer.",
      ],
    },
  },
  go: ["Ajouter ce payeur", "Add this payer"],
  done: {
    ajout: ["Le payeur est ajouté.", "The payer is added."],
    change: ["Le payeur est modifié.", "The payer is changed."],
    fin: ["Le payeur n’est plus proposé.", "The payer is no longer proposed."],
  },
});

export function payerWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}
