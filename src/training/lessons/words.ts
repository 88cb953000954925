/** The faults of a lesson or of a line of a timetable, in words. */
import { type Label, type Lang, sayNumber } from "../../kit/lang.ts";
import { sayMinute, sayWeekday } from "../../kit/moment.ts";
import { type Issue, issue } from "../../kit/schema.ts";
import type { Day } from "../../kit/day.ts";
import type { Column, TableFault } from "../rules/lesson-table.ts";

export type When = { readonly on: Day; readonly from: string; readonly to: string };

/** « lundi 7 décembre 2026, de 9 h à 12 h 30 ». */
export function sayWhen({ on, from, to }: When, lang: Lang): string {
  const hours =
    lang === "fr"
      ? `de ${sayMinute({ time: from }, lang)} à ${sayMinute({ time: to }, lang)}`
      : `from ${from} to ${to}`;
  return `${sayWeekday(on, lang)}, ${hours}`;
}

/** Each on the field of the lesson that it is about. */
export const wrongs = {
  trainer: (path: string): Issue =>
    issue(
      `${path}trainer`,
      "Cette personne n’a pas le rôle de formateur ici : confiez-le-lui, ou invitez-la, d’abord.",
      "This person has not the role of trainer here: give it to them, or invite them, first.",
    ),
};

/** Of a line of a table, each on its column. */
export const lineFaults = {
  day: issue("on", "Jour illisible : écrivez par exemple 13/09/2027.", "This is no day: write for example 2027-09-13."),
  hour: (column: "from" | "to"): Issue =>
    issue(column, "Heure illisible : écrivez par exemple 9:00.", "This is no time: write for example 9:00."),
  trainer: (typed: string): Issue =>
    typed === ""
      ? issue("trainer", "Le nom ou l’adresse du formateur manque.", "The trainer’s name or address is missing.")
      : issue(
          "trainer",
          `Personne n’a le rôle de formateur avec ce nom ou cette adresse : ${typed}. Confiez-le-lui, ou invitez-la, d’abord.`,
          `Nobody with this name or address has the role of trainer: ${typed}. Give it to them, or invite them, first.`,
        ),
  trainers: (typed: string): Issue =>
    issue(
      "trainer",
      `Plusieurs formateurs s’appellent ${typed} : donnez l’adresse.`,
      `Several trainers are called ${typed}: give the address.`,
    ),
  room: (name: string): Issue =>
    issue("room", `Aucune salle à réserver ne s’appelle ${name}.`, `No room to be booked is called ${name}.`),
  rooms: (name: string): Issue =>
    issue(
      "room",
      `Plusieurs salles s’appellent ${name} : ajoutez le lieu entre parenthèses.`,
      `Several rooms are called ${name}: add the place in brackets.`,
    ),
  person: (name: string): Issue => issue("only", `${name} n’est pas de la promotion.`, `${name} is not of the cohort.`),
  persons: (name: string): Issue =>
    issue(
      "only",
      `Plusieurs personnes de la promotion s’appellent ${name} : planifiez cette séance à part.`,
      `Several persons of the cohort are called ${name}: plan this lesson apart.`,
    ),
  tooMany: issue(
    "only",
    "Il y a là plus de noms que de personnes dans la promotion.",
    "There are more names here than persons in the cohort.",
  ),
  tooLong: (column: "subject"): Issue =>
    issue(column, "Le sujet est trop long : 200 signes au plus.", "The subject is too long: 200 signs at most."),
  quicker: issue(
    "table",
    "Quelqu’un vient de réserver au même moment : vérifiez le tableau de nouveau.",
    "Somebody has just booked at the same moment: check the table again.",
  ),
};

const COLUMN_NAMES: Readonly<Record<Column, Label>> = {
  unit: { fr: "Unité", en: "Unit" },
  on: { fr: "Jour", en: "Day" },
  from: { fr: "De", en: "From" },
  to: { fr: "À", en: "To" },
  trainer: { fr: "Formateur", en: "Trainer" },
  room: { fr: "Salle", en: "Room" },
  subject: { fr: "Sujet", en: "Subject" },
  only: { fr: "Stagiaires", en: "Trainees" },
};

/** The fault of a table as a whole. */
export function tableFault(fault: TableFault): Issue {
  switch (fault.why) {
    case "empty":
      return issue("table", "Ce tableau ne contient aucune séance.", "This table holds no lesson.");
    case "quote":
      return issue(
        "table",
        "Un guillemet droit s’ouvre et ne se ferme pas : corrigez-le, et envoyez le tableau de nouveau.",
        "A quotation mark opens and does not close: mend it, and send the table again.",
      );
    case "too-long":
      return issue(
        "table",
        `Ce tableau a plus de ${sayNumber(fault.most, "fr")} lignes : importez-le en plusieurs fois.`,
        `This table has more than ${sayNumber(fault.most, "en")} lines: import it in parts.`,
      );
    default: {
      const names = (lang: Lang) => fault.missing.map((one) => COLUMN_NAMES[one][lang]).join(", ");
      return issue(
        "table",
        `Il manque à ce tableau : ${names("fr")}.`,
        `These columns are missing in this table: ${names("en")}.`,
      );
    }
  }
}

/** « Ligne 5 : … » */
export function onLine(line: number, { path, message }: Issue, place: number): Issue {
  const sentence = (lang: Lang) => `${lang === "fr" ? `Ligne ${line} :` : `Line ${line}:`} ${message(lang)}`;
  return { path: `lines[${place}].${path}`, message: sentence };
}
