/** The words of carrying people over. */
import { inBoth } from "../../kit/in-both.ts";
import { type Lang, plural, sayMinutes, sayNumber } from "../../kit/lang.ts";

const WORDS = inBoth({
  begin: {
    title: ["Reprendre des personnes déjà en formation", "Carry over people already in training"],
    lead: [
      "Pour une école qui commence au milieu : un tableau, une personne par ligne. Rien n’est écrit avant que vous ayez vu ce qui le serait.",
      "For a school that begins in the middle: one table, one person on each line. Nothing is written before you have seen what would be.",
    ],
    noCohort: [
      "Ouvrez d’abord les promotions de ces personnes : leurs unités donnent les colonnes du tableau.",
      "Open the cohorts of these people first: their units give the columns of the table.",
    ],
    toCohorts: ["Ouvrir une promotion", "Open a cohort"],
    empty: ["Le tableau vide", "The empty table"],
    emptyWhy: [
      "Ses colonnes sont celles de vos promotions. Celles marquées d’une étoile ci-dessous doivent être remplies ; les autres peuvent rester vides, ou manquer.",
      "Its columns are those of your cohorts. Those with a star below must be filled in; the others may stay empty, or be missing.",
    ],
    book: ["Tableau vide, XLSX", "Empty table, XLSX"],
    csv: ["Tableau vide, CSV", "Empty table, CSV"],
    columns: ["Ce qui va dans chaque colonne", "What goes into each column"],
    examples: ["Des lignes remplies, une par façon de payer", "Filled lines, one for each way of paying"],
    examplesWhy: [
      "Ces personnes sont inventées. Le tableau vide XLSX les a aussi, sur sa seconde feuille, qui n’est pas lue.",
      "These people are invented. The empty XLSX table has them too, on its second sheet, which is not read.",
    ],
    column: ["Colonne", "Column"],
    example: ["Exemple", "Example"],
    star: ["à remplir", "to be filled in"],
    send: ["Le tableau rempli", "The table, filled in"],
    fields: { file: ["Fichier .xlsx ou CSV", ".xlsx or CSV file"] },
    fileHint: [
      "2 Mo au plus, 300 lignes au plus. La première feuille du classeur est lue.",
      "2 MB at most, 300 lines at most. The first sheet of the workbook is read.",
    ],
    tooBig: ["Ce fichier est trop gros : 2 Mo au plus.", "This file is too big: 2 MB at most."],
    missing: ["Choisissez un fichier.", "Choose a file."],
    go: ["Vérifier ce tableau", "Check this table"],
    already: [
      "Ce fichier a déjà été repris : rien n’a été fait deux fois.",
      "This file was carried over already: nothing was done twice.",
    ],
    money: [
      "Ce qui a été facturé et payé avant est repris en un montant par payeur : ce ne sont pas des factures d’ici, et elles gardent leur numéro.",
      "What was invoiced and paid before is carried over as one amount for each payer: these are no invoices from here, and keep their number.",
    ],
    past: ["Reprises faites", "Carried over"],
    when: ["Le", "On"],
    fileName: ["Fichier", "File"],
    people: ["Personnes", "People"],
    hours: ["Heures", "Hours"],
    done: (people: number, minutes: number) => [
      `${sayNumber(people, "fr")} ${plural(people, "personne est reprise", "personnes sont reprises", "fr")}, avec ${sayMinutes(minutes, "fr")} suivies avant. Leur livret et leurs heures disent qu’elles viennent d’avant.`,
      `${sayNumber(people, "en")} ${plural(people, "person is", "people are", "en")} carried over, with ${sayMinutes(minutes, "en")} followed before. Their livrets and hours say that these come from before.`,
    ],
  },
  part: {
    title: ["Reprise", "Carried over"],
    from: (line: string, on: string) => [
      `En formation avant Livret : reprise le ${on}, de la ligne ${line} de`,
      `In training before Livret: carried over on ${on}, from line ${line} of`,
    ],
    line: ["Cette ligne, telle qu’elle a été lue", "This line, as it was read"],
    hash: ["Empreinte du fichier :", "Fingerprint of the file:"],
  },
  check: {
    title: ["Vérifier la reprise", "Check what is carried over"],
    lead: (name: string, lines: number) => [
      `${name} : ${sayNumber(lines, "fr")} ${plural(lines, "ligne", "lignes", "fr")}. Rien n’est encore écrit.`,
      `${name}: ${sayNumber(lines, "en")} ${plural(lines, "line", "lines", "en")}. Nothing is written yet.`,
    ],
    people: ["Personnes", "People"],
    hours: ["Heures suivies avant", "Hours followed before"],
    faults: ["Cases à corriger", "Cells to mend"],
    toMend: (count: number) => [
      `${sayNumber(count, "fr")} ${plural(count, "case est", "cases sont", "fr")} à corriger dans votre fichier. Rien n’est repris tant qu’il en reste une ; ensuite, envoyez-le de nouveau.`,
      `${sayNumber(count, "en")} ${plural(count, "cell is", "cells are", "en")} to be mended in your file. Nothing is carried over while one is left; then send it again.`,
    ],
    line: ["Ligne", "Line"],
    column: ["Colonne", "Column"],
    typed: ["Ce qui est lu", "What is read"],
    problem: ["Ce qui ne va pas", "What is wrong"],
    more: (count: string) => [`et ${count} de plus`, `and ${count} more`],
    whole: ["toute la ligne", "the whole line"],
    name: ["Nom", "Name"],
    cohort: ["Promotion", "Cohort"],
    until: ["Jusqu’au, attestées par", "Until, attested by"],
    reliefs: ["Titre, domaines validés", "Title, domains validated"],
    withTitle: ["titre reconnu", "title recognised"],
    mail: ["Adresse", "Address"],
    mailed: ["oui", "yes"],
    notMailed: ["non : par courrier", "no: by post"],
    lines: ["Ce qui sera fait, ligne par ligne", "What will be done, line by line"],
    units: ["Heures par unité", "Hours by unit"],
    price: ["Prix du contrat", "Price of the contract"],
    invoiced: ["Facturé avant", "Invoiced before"],
    owed: ["Reste dû sur ce qui est facturé", "Still owed of what is invoiced"],
    notes: ["À savoir", "To know"],
    note: (line: string, said: string) => [`Ligne ${line} : ${said}`, `Line ${line}: ${said}`],
    unit: ["Unité", "Unit"],
    payers: {
      hint: [
        "Ils entreront au registre des payeurs par leur seul nom : complétez-y ensuite leur adresse et leur SIREN, sans quoi aucune facture ne part. Si c’est un payeur déjà connu sous un autre nom, corrigez votre fichier.",
        "They are entered in the register of payers by their name alone: then complete their address and SIREN there, without which no invoice is issued. If it is a payer known under another name, mend your file.",
      ],
      on: (name: string, lines: string, count: number) => [
        `Créer ${name} (${plural(count, "ligne", "lignes", "fr")} ${lines}${count > 5 ? "…" : ""})`,
        `Create ${name} (${plural(count, "line", "lines", "en")} ${lines}${count > 5 ? "…" : ""})`,
      ],
      like: (on: string, names: string) => [
        `${on}, alors que le registre a ${names}`,
        `${on}, while the register has ${names}`,
      ],
    },
    fields: {
      payers: ["Payeurs qui ne sont pas au registre", "Payers that are not in the register"],
      invite: [
        "Inviter les personnes qui ont une adresse à ouvrir leur compte",
        "Invite those with an address to open their account",
      ],
    },
    inviteYes: ["Oui, leur écrire maintenant", "Yes, write to them now"],
    inviteNo: ["Non, je les inviterai depuis leur dossier", "No, I will invite them from their application"],
    go: ["Reprendre ces personnes", "Carry these people over"],
    back: ["Choisir un autre fichier", "Choose another file"],
    gone: ["Ce tableau n’est plus là.", "This table is gone."],
  },
});

export function carryWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}

/** A worked line: what stands in each fixed column, by its key; of the others, the beginning of the key. */
export const EXAMPLE: Readonly<Record<string, string>> = {
  birthName: "Durand",
  usedName: "Petit",
  givenNames: "Claire Marie",
  bornOn: "28/02/1985",
  mail: "claire.petit@exemple.fr",
  phone: "06 12 34 56 78",
  street: "1 rue de l’Exemple",
  postcode: "34000",
  city: "Montpellier",
  cohort: "Promotion 2025-2028",
  givenOn: "01/07/2025",
  contractOn: "10/07/2025",
  title: "",
  awardedOn: "27/06/2017",
  reliefOn: "05/07/2025",
  paper: "Protocole d’allègement n° 12",
  until: "15/11/2026",
  by: "Anne Roux, responsable de formation",
  hours: "62,5",
  grant: "20",
  validated: "20/06/2025",
  "validated-by": "",
  share: "8 000,00",
  payer: "Mairie d’Exemple",
  invoiced: "4 000,00",
  paid: "3 500,00",
  number: "2026-117",
  billedUntil: "31/10/2026",
};
