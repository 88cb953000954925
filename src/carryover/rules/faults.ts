/** What is wrong with a cell, in both languages: what is the case, then what to do. */
import type { Day } from "../../kit/day.ts";
import { type Label, sayDay, sayMinutes, sayMoney } from "../../kit/lang.ts";

const said = (fr: string, en: string): Label => ({ fr, en });
const day = (on: Day) => ({ fr: sayDay(on, "fr"), en: sayDay(on, "en") });

export const faults = {
  noRows: said(
    "Ce tableau n’a aucune ligne : mettez-y une personne par ligne.",
    "This table has no line: put one person on each line.",
  ),
  tooMany: (most: number) =>
    said(
      `Ce tableau a plus de ${most} lignes : importez-le en plusieurs fois.`,
      `This table has more than ${most} lines: import it in parts.`,
    ),
  noColumn: (label: Label) =>
    said(`Il manque la colonne « ${label.fr} » : ajoutez-la.`, `The column “${label.en}” is missing: add it.`),
  unknownColumn: said(
    "Cette colonne n’est pas connue, et ce qu’elle contient serait perdu : nommez-la comme dans le tableau vide, ou retirez-la.",
    "This column is not known, and what it holds would be lost: name it as in the empty table, or take it out.",
  ),
  columnTwice: said("Cette colonne est là deux fois : n’en gardez qu’une.", "This column is there twice: keep one."),
  tooWide: said(
    "Cette ligne a plus de cases que la première : une séparation de trop s’y est glissée.",
    "This line has more cells than the first: there is one separator too many.",
  ),
  missing: said("Cette case est vide : remplissez-la.", "This cell is empty: fill it in."),
  tooLong: (most: number) =>
    said(`Ce texte est trop long : ${most} signes au plus.`, `This text is too long: ${most} characters at most.`),
  noDay: said("Ce n’est pas un jour : écrivez-le comme 15/09/2025.", "This is no day: write it as 15/09/2025."),
  noHours: said(
    "Ce n’est pas un nombre d’heures à la minute près : écrivez 12, 12,5 ou 12 h 30.",
    "This is no number of hours to the minute: write 12, 12.5 or 12 h 30.",
  ),
  noAmount: said(
    "Ce n’est pas un montant en euros : écrivez 1200 ou 1 200,50.",
    "This is no amount in euros: write 1200 or 1,200.50 as 1200,50.",
  ),
  noShare: said(
    "Rien de la formation n’est à la charge de ce payeur : dites sa part, ou videz la case.",
    "No part of the training is for this payer to pay: say its share, or empty the cell.",
  ),
  severalPayers: said(
    "Plusieurs payeurs du registre ont ce nom : donnez-leur des noms différents.",
    "Several payers of the register have this name: give them different names.",
  ),
  overShare: said("C’est plus que la part de ce payeur.", "This is more than the share of this payer."),
  overInvoiced: said(
    "C’est plus que ce qui lui a été facturé : rendez le trop-payé, ou facturez-le, là d’où vous venez.",
    "This is more than was invoiced to it: give back what was paid too much, or invoice it, where you come from.",
  ),
  otherPrice: (shares: number, price: number) =>
    said(
      `Les parts font ${sayMoney(shares, "fr")} ; le devis de l’école donnerait aujourd’hui ${sayMoney(price, "fr")}. Le contrat signé fait foi.`,
      `The shares make ${sayMoney(shares, "en")}; the school’s quote would give ${sayMoney(price, "en")} today. The signed contract is what holds.`,
    ),
  noHalf: said(
    "Les heures s’accordent par demi-heures : écrivez 12 ou 12,5.",
    "Hours are granted by halves: write 12 or 12.5.",
  ),
  noMail: said(
    "Ce n’est pas une adresse électronique, comme prenom.nom@exemple.fr.",
    "This is no mail address, such as first.last@example.org.",
  ),
  ahead: said("Ce jour n’est pas encore venu.", "This day has not come yet."),
  before: (label: Label, on: Day) =>
    said(
      `Ce jour vient avant « ${label.fr} », le ${day(on).fr}.`,
      `This day comes before “${label.en}”, ${day(on).en}.`,
    ),
  after: (label: Label, on: Day) =>
    said(
      `Ce jour vient après « ${label.fr} », le ${day(on).fr}.`,
      `This day comes after “${label.en}”, ${day(on).en}.`,
    ),
  noCohort: said(
    "Aucune promotion n’a ce nom : ouvrez-la d’abord, ou écrivez son nom comme dans la liste des promotions.",
    "No cohort has this name: open it first, or write its name as in the list of cohorts.",
  ),
  severalCohorts: said(
    "Des promotions de plusieurs diplômes ont ce nom : donnez-leur des noms différents.",
    "Cohorts of several diplomas have this name: give them different names.",
  ),
  notBegun: (on: Day) =>
    said(
      `Cette promotion commence le ${day(on).fr} : personne n’y est encore en formation. Ces personnes passent par l’admission.`,
      `This cohort begins on ${day(on).en}: nobody is in training there yet. These people come through admission.`,
    ),
  cohortOver: (on: Day) => said(`La promotion a fini le ${day(on).fr}.`, `The cohort ended on ${day(on).en}.`),
  noTitle: said(
    "Ce titre n’est pas de ceux que le référentiel nomme : écrivez-le comme lui, ou laissez la case vide s’il n’ouvre aucun allègement.",
    "This title is not one that the référentiel names: write it as it does, or leave the cell empty if it opens no relief.",
  ),
  noHeld: (names: string, namesEn: string) =>
    said(`On ne valide pas par cela. Sont possibles : ${names}.`, `This validates nothing. Possible are: ${namesEn}.`),
  notTheirs: said(
    "Cette colonne est d’un autre diplôme que la promotion : videz la case.",
    "This column is of another diploma than the cohort: empty the cell.",
  ),
  lacksColumn: (label: Label) =>
    said(
      `La colonne « ${label.fr} » manque : ajoutez-la, ou videz les cases qui en dépendent.`,
      `The column “${label.en}” is missing: add it, or empty the cells that depend on it.`,
    ),
  withOther: (label: Label) => said(`Remplissez aussi « ${label.fr} ».`, `Fill in “${label.en}” as well.`),
  needsRelief: (label: Label) =>
    said(
      `Un titre, des heures accordées ou un domaine validé ne valent que par une décision : remplissez « ${label.fr} ».`,
      `A title, hours granted or a domain validated hold by a decision alone: fill in “${label.en}”.`,
    ),
  tooManyHours: (due: number) =>
    due === 0
      ? said(
          "Cette personne n’a rien à suivre de cette unité : vérifiez ses allègements, ou videz la case.",
          "This person has nothing to follow of this unit: check the reliefs, or empty the cell.",
        )
      : said(
          `Cette personne n’a que ${sayMinutes(due, "fr")} à suivre de cette unité : vérifiez ce nombre, ou ses allègements.`,
          `This person has only ${sayMinutes(due, "en")} to follow of this unit: check this number, or the reliefs.`,
        ),
  mailTwice: (line: number) =>
    said(`Cette adresse est déjà celle de la ligne ${line}.`, `This address is already that of line ${line}.`),
  personTwice: (line: number) =>
    said(`La même personne est déjà à la ligne ${line}.`, `The same person is already on line ${line}.`),
  known: (number: string) =>
    said(
      `L’école connaît déjà cette personne (dossier ${number}) : retirez la ligne, et inscrivez-la depuis ce dossier.`,
      `The school knows this person already (application ${number}): take the line out, and enrol them from that application.`,
    ),
  worksHere: said(
    "Cette adresse est celle de quelqu’un qui travaille ici : mettez celle de la personne, ou rien.",
    "This address is that of somebody who works here: put the person’s own, or nothing.",
  ),
} as const;
