/**
 * The tables whose rows no act records, why, and what checks them; together with `PROVEN_TABLES`, every table. The line of `livret audit
 * verify` and the list in the README are made from this one.
 */
import type { Label, Lang } from "../kit/lang.ts";
import { typographic } from "../kit/typography.ts";

export type Unproven = { readonly tables: readonly string[]; readonly what: Label; readonly checked: Label };

export const UNPROVEN: readonly Unproven[] = [
  {
    tables: ["audit_chain", "audit_record", "checkpoint_head"],
    what: { fr: "le registre lui-même", en: "the record itself" },
    checked: { fr: "recalculé ici", en: "recomputed here" },
  },
  {
    tables: [
      "dossier_state",
      "admission_state",
      "interview_candidate",
      "charge_state",
      "debtor_state",
      "bank_line_state",
      "contract_state",
    ],
    what: { fr: "les états gardés", en: "kept states" },
    checked: { fr: "recalculés par « livret doctor »", en: 'recomputed by "livret doctor"' },
  },
  {
    tables: ["waiting", "waiting_mark"],
    what: { fr: "ce qui attend", en: "what waits" },
    checked: { fr: "dérivé de nouveau par « livret doctor »", en: 'derived again by "livret doctor"' },
  },
  {
    tables: ["invoice_counter"],
    what: { fr: "le dernier numéro de chaque série de factures", en: "the latest number of each series of invoices" },
    checked: { fr: "comparé aux factures par « livret doctor »", en: 'held against the invoices by "livret doctor"' },
  },
  {
    tables: ["survey_box"],
    what: {
      fr: "les réponses aux enquêtes, tant qu’elles sont ouvertes",
      en: "the answers to surveys, as long as these are open",
    },
    checked: {
      fr: "par rien, sans quoi chaque réponse se devinerait d’une empreinte à l’autre ; leur compte l’est à la clôture",
      en: "by nothing, or each answer could be guessed from one hash to the next; their count is, at the closing",
    },
  },
  {
    tables: ["weekly_count"],
    what: { fr: "combien de personnes, par semaine et par étape", en: "how many people, by week and step" },
    checked: { fr: "par rien", en: "by nothing" },
  },
  {
    tables: ["file_copy"],
    what: { fr: "les octets des fichiers", en: "the bytes of files" },
    checked: {
      fr: "verdict comparé ici à celui du fichier joint, octets relus par « livret doctor files »",
      en: 'verdict held here against that of the attached file, bytes read by "livret doctor files"',
    },
  },
  {
    tables: ["mail_sending"],
    what: { fr: "jusqu’où sont allés les courriels", en: "how far mails got" },
    checked: {
      fr: "comparé ici aux courriels et aux retours ; ce que le serveur a répondu n’est pas prouvé",
      en: "held here against mails and returns; what the server answered is not proven",
    },
  },
  {
    tables: ["job", "data_request_work", "timestamp_failure"],
    what: { fr: "le travail à faire", en: "work to be done" },
    checked: {
      fr: "ce qu’il fait est un acte ; « livret doctor » dit ce qui attend ou échoue",
      en: 'what it does is an act; "livret doctor" tells what waits or fails',
    },
  },
  {
    tables: ["attempt"],
    what: { fr: "les tentatives de deux jours", en: "attempts of two days" },
    checked: {
      fr: "chiffrées par leur identifiant : changées, elles ne s’ouvrent plus ; ôtées, l’acte peut être refait, et s’inscrit",
      en: "locked by their own id: changed, they no longer open; taken away, the act can be done again, and is recorded",
    },
  },
  {
    tables: ["advisor_told"],
    what: { fr: "à qui un nouveau conseiller handicap a été annoncé", en: "who was told of a new disability advisor" },
    checked: { fr: "par rien ; le courriel, lui, est prouvé", en: "by nothing; the mail is proven" },
  },
  {
    tables: ["reserved_account"],
    what: {
      fr: "les numéros gardés pour des comptes à venir",
      en: "the numbers kept for accounts to come",
    },
    checked: { fr: "par rien ; le rôle proposé, lui, est prouvé", en: "by nothing; the role offered is proven" },
  },
  {
    tables: ["upload", "challenge", "spent_ticket"],
    what: { fr: "ce qui s’en va dans l’heure ou le jour", en: "what goes within the hour or the day" },
    checked: { fr: "par rien", en: "by nothing" },
  },
  {
    tables: ["erasure"],
    what: { fr: "le compte des effacements", en: "the count of erasures" },
    checked: {
      fr: "chaque effacement et chaque compte rendu est un acte ; entre les deux, par rien",
      en: "each erasure and each report is an act; between the two, by nothing",
    },
  },
  {
    tables: ["api_token_use", "dossier_reading", "clock_mark"],
    what: {
      fr: "quand un jeton a servi, un message a été lu, le calendrier est passé",
      en: "when a token was used, a message read, the calendar run",
    },
    checked: { fr: "par rien", en: "by nothing" },
  },
  {
    tables: ["duty_fault"],
    what: { fr: "ce que le calendrier n’a pas pu faire", en: "what the calendar could not do" },
    checked: { fr: "dit par « livret doctor », prouvé par rien", en: 'told by "livret doctor", proven by nothing' },
  },
  {
    tables: ["migration"],
    what: { fr: "les migrations", en: "migrations" },
    checked: { fr: "comparées au programme à chaque démarrage", en: "held against the program at each start" },
  },
];

export const UNPROVEN_TABLES: readonly string[] = UNPROVEN.flatMap(({ tables }) => tables);

/** One line: what is not in the record, and what checks it. */
export function sayUnproven(lang: Lang): string {
  const parts = UNPROVEN.map(({ what, checked }) => `${what[lang]} (${checked[lang]})`).join(", ");
  return typographic(lang === "fr" ? `Hors du registre : ${parts}.` : `Not in the record: ${parts}.`, lang);
}
