/** Why a bank file, or a line of it, cannot be read, in words. */
import { type Label, plural, sayNumber } from "../../kit/lang.ts";

/** Of a file as a whole. */
export const FILE = {
  TOO_LARGE: {
    fr: "Ce fichier dépasse 4 Mio : demandez à la banque une période plus courte.",
    en: "This file is above 4 MiB: ask the bank for a shorter period.",
  },
  TOO_MANY: (most: number): Label => ({
    fr: `Ce fichier a plus de ${sayNumber(most, "fr")} lignes : demandez à la banque une période plus courte, ou partagez-le en plusieurs.`,
    en: `This file has more than ${sayNumber(most, "en")} lines: ask the bank for a shorter period, or part it in several.`,
  }),
  TOO_WIDE: {
    fr: "Une ligne de ce fichier est trop longue pour une opération de banque : ce n’est pas un relevé, ou il a été abîmé en route. Téléchargez-le de nouveau auprès de la banque.",
    en: "A line of this file is too long for an entry of a bank: it is no statement, or was damaged on its way. Download it from the bank again.",
  },
  TOO_HARD: {
    fr: "Ce fichier demande trop de temps ou de mémoire à lire : ce n’est pas un relevé comme les banques en font. Téléchargez-le de nouveau auprès de la banque, pour une période plus courte.",
    en: "This file takes too much time or memory to read: it is no statement as banks make them. Download it from the bank again, for a shorter period.",
  },
  NOT_TEXT: {
    fr: "Ce fichier n’est ni un relevé XML (camt.053) ni un fichier CSV lisible.",
    en: "This file is neither an XML statement (camt.053) nor a readable CSV file.",
  },
  EMPTY: {
    fr: "Ce fichier ne contient aucune opération.",
    en: "There is no entry in this file.",
  },
  ONLY_PENDING: (count: number): Label => ({
    fr: plural(
      count,
      "La seule opération de ce fichier n’est pas encore comptabilisée par la banque : importez le relevé qui suit.",
      `Aucune des ${sayNumber(count, "fr")} opérations de ce fichier n’est encore comptabilisée par la banque : importez le relevé qui suit.`,
      "fr",
    ),
    en: plural(
      count,
      "The only entry of this file is not booked by the bank yet: import the next statement.",
      `None of the ${sayNumber(count, "en")} entries of this file is booked by the bank yet: import the next statement.`,
      "en",
    ),
  }),
  /** The first unreadable row, if no row is readable. */
  NONE_READ: (row: number, why: Label): Label => ({
    fr: `Aucune opération de ce fichier ne se lit. La première, ligne ${row} : ${why.fr}.`,
    en: `No entry of this file can be read. The first, row ${row}: ${why.en}.`,
  }),
} as const;

/** Of one row or entry, in any format. */
export const ROW = {
  EARLY: { fr: "le jour de l’opération n’est pas encore venu", en: "the day of the entry has not come yet" },
  OTHER_CURRENCY: { fr: "l’opération n’est pas en euros", en: "the entry is not in euros" },
  NO_DAY: { fr: "la date ne se lit pas", en: "the date cannot be read" },
  NO_AMOUNT: { fr: "le montant ne se lit pas", en: "the amount cannot be read" },
  BELOW_CENTS: {
    fr: "le montant va au-delà du centime, ce qu’aucune somme en euros ne fait",
    en: "the amount has less than a cent, which no sum in euros has",
  },
  NOT_BOOKED: {
    fr: "la banque ne dit pas que l’opération est comptabilisée",
    en: "the bank does not say that the entry is booked",
  },
} as const;

/** Of a CSV file, and of its rows. */
export const CSV = {
  NO_HEADER: {
    fr: "Aucune ligne de ce fichier ne nomme des colonnes de date, de libellé et de montant (ou de crédit et débit). Ajoutez en tête du fichier une ligne qui nomme ses colonnes, dans leur ordre, comme « Date;Libellé;Montant ».",
    en: "No line of this file names columns of date, label and amount (or of credit and debit), in French. Add a line at the top of the file that names its columns, in their order, such as “Date;Libellé;Montant”.",
  },
  /** With the names of the line most like a header. */
  UNKNOWN_COLUMNS: (names: readonly string[]): Label => ({
    fr: `Aucune ligne de ce fichier ne nomme des colonnes de date, de libellé et de montant (ou de crédit et débit). Colonnes trouvées : ${names.join(", ")}. Ajoutez en tête du fichier une ligne qui nomme ses colonnes, dans leur ordre, comme « Date;Libellé;Montant ».`,
    en: `No line of this file names columns of date, label and amount (or of credit and debit), in French. Columns found: ${names.join(", ")}. Add a line at the top of the file that names its columns, in their order, such as “Date;Libellé;Montant”.`,
  }),
  TOO_LONG: (most: number): Label => ({
    fr: `Des guillemets de ce fichier s’ouvrent sans se fermer, et il a plus de ${sayNumber(most, "fr")} lignes : demandez à la banque une période plus courte.`,
    en: `Quotation marks of this file open and never close, and it has more than ${sayNumber(most, "en")} lines: ask the bank for a shorter period.`,
  }),
  QUOTES: {
    fr: "un guillemet s’y ouvre sans se fermer, et les colonnes s’y confondent",
    en: "a quotation mark opens in it and never closes, and its columns run together",
  },
} as const;

/** Of a camt.053 statement. */
export const CAMT = {
  OTHER_VERSION: {
    fr: "Ce fichier XML n’est pas un relevé camt.053, version 02 à 13. Demandez à la banque ce format, ou un fichier CSV.",
    en: "This XML file is not a camt.053 statement, version 02 to 13. Ask the bank for that format, or for a CSV file.",
  },
  SEVERAL_ACCOUNTS: {
    fr: "Ce fichier parle de plusieurs comptes : demandez à la banque un fichier par compte.",
    en: "This file speaks of several accounts: ask the bank for one file an account.",
  },
  DECLARED: {
    fr: "Ce fichier XML déclare un type de document ou des entités, ce qu’aucun relevé ne fait : il est refusé.",
    en: "This XML file declares a document type or entities, which no statement does: it is refused.",
  },
  NOT_XML: { fr: "Ce fichier XML est mal formé ou incomplet.", en: "This XML file is malformed or cut short." },
} as const;
