/** Titles and headings of contracts and conventions, which are in French, and what a paper may lack, in both languages. */
import { type Label, sayNumber } from "../../kit/lang.ts";

export const paperWords = {
  title: { contract: "Contrat de formation professionnelle", convention: "Convention de formation professionnelle" },
  parties: "Entre",
  withdrawal: "Rétractation",
  mediation: "Médiation",
  signatures: "Signatures",
  draft: "Projet, pas encore à signer",
  periods: "Périodes",
  programme: "Unités et heures",
  competences: "Compétences visées",
  price: "Prix",
  payers: "Qui paie",
  schedule: "Échéancier",
} as const;

const file = (fr: string, en: string): Label => ({
  fr: `${fr}, dans le fichier de l’école`,
  en: `${en}, in the school’s file`,
});

/** What is wanted, and who can say it. */
export const wanted = {
  form: file("sa forme juridique (legal.form)", "its legal form (legal.form)"),
  siret: file("son SIRET (legal.siret)", "its SIRET (legal.siret)"),
  activity: file("sa déclaration d’activité (legal.activity)", "its declaration of activity (legal.activity)"),
  vat: file("son régime de TVA (legal.vat)", "its regime of VAT (legal.vat)"),
  quote: file("combien de temps vaut un devis (money.papers.quote)", "how long a quote holds (money.papers.quote)"),
  mediator: file("le médiateur de la consommation (legal.mediator)", "the mediator of consumption (legal.mediator)"),
  delivery: file(
    "le rythme des cours, en salle ou à distance (teaching.delivery)",
    "the rhythm of lessons, in a room or at a distance (teaching.delivery)",
  ),
  means: file(
    "les moyens pédagogiques et techniques (teaching.means)",
    "teaching and technical means (teaching.means)",
  ),
  nature: file("la nature de l’action (money.papers.nature)", "the nature of the training (money.papers.nature)"),
  withdrawalForm: file(
    "le formulaire de rétractation (money.papers.withdrawalForm)",
    "the withdrawal form (money.papers.withdrawalForm)",
  ),
  attendance: file("ce qui compte comme heure suivie (attendance)", "what counts as an hour followed (attendance)"),
  purpose: file("l’objet du diplôme", "the purpose of the diploma"),
  cohort: { fr: "la promotion où la personne entre", en: "the cohort that the person enters" },
  periods: { fr: "le lieu et les périodes de la promotion", en: "the site and the periods of the cohort" },
  lessons: {
    fr: "les séances de la promotion, qui nomment ses formateurs",
    en: "the lessons of the cohort, which name its trainers",
  },
  trainer: (name: string): Label => ({
    fr: `les diplômes, titres ou références de ${name}`,
    en: `the diplomas, titles or references of ${name}`,
  }),
  places: { fr: "le nombre de places de la rentrée", en: "the number of places of the intake" },
  morePlaces: (people: number): Label => ({
    fr: `un nombre de places d’au moins ${people}, puisque la promotion compte déjà ${sayNumber(people - 1, "fr")} ${people === 2 ? "autre personne" : "autres personnes"}`,
    en: `a number of places of at least ${people}, since the cohort has ${sayNumber(people - 1, "en")} other ${people === 2 ? "person" : "people"} already`,
  }),
  price: { fr: "le prix, qui suit la décision sur les heures", en: "the price, which follows the decision on hours" },
  schedule: {
    fr: "l’échéancier, qui suit les périodes et qui paie",
    en: "the schedule, which follows the periods and who pays",
  },
  payer: { fr: "le payeur, choisi dans le registre", en: "the payer, chosen in the register" },
  payerAddress: { fr: "l’adresse du payeur", en: "the address of the payer" },
  payerSiren: { fr: "le SIREN du payeur", en: "the SIREN of the payer" },
  address: { fr: "l’adresse de la personne", en: "the address of the person" },
} as const;
