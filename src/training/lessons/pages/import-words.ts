/** The words of the page that imports a table of lessons. */
import { type Lang, plural, sayNumber } from "../../../kit/lang.ts";

const fr = {
  title: (name: string) => `Importer des séances : ${name}`,
  link: "Importer un tableau de séances",
  lead: "Collez un tableau copié d’un tableur, ou choisissez un fichier CSV. Rien n’est planifié avant que vous l’ayez vérifié.",
  columns:
    "Une ligne par séance, et dans cet ordre, ou avec une première ligne qui nomme les colonnes : unité, jour, de, à, adresse du formateur, salle, sujet, stagiaires. Les trois dernières peuvent rester vides ; des stagiaires (leurs noms, séparés par des virgules) ne se nomment que là où la séance n’est pas pour toute la promotion.",
  file: "Fichier CSV",
  tooBig: "Ce fichier est trop gros : importez-le en plusieurs fois.",
  paste: "Ou le tableau collé",
  check: "Vérifier ce tableau",
  missing: "Choisissez un fichier, ou collez un tableau.",
  wrong: (count: number) =>
    `${sayNumber(count, "fr")} ${plural(count, "ligne est", "lignes sont", "fr")} à corriger : rien n’est planifié tant qu’il en reste une.`,
  nothingNew: "Toutes ces séances sont déjà planifiées.",
  again: "Le tableau ne peut plus être importé comme il l’était : voyez ses lignes.",
  counts: (planned: number, known: number) =>
    `${sayNumber(planned, "fr")} ${plural(planned, "séance sera planifiée", "séances seront planifiées", "fr")}, en une fois.${
      known > 0
        ? ` ${sayNumber(known, "fr")} ${plural(known, "est déjà planifiée", "sont déjà planifiées", "fr")} et ne le ${plural(known, "sera", "seront", "fr")} pas deux fois.`
        : ""
    }`,
  go: "Planifier ces séances",
  done: "Les séances sont planifiées ; les formateurs en sont prévenus, une fois chacun.",
  wrongLines: "Lignes à corriger",
  lines: "Lignes du tableau",
  line: "Ligne",
  said: "Ce qui est écrit",
  problem: "Ce qui ne va pas",
  state: "État",
  states: { new: "à planifier", known: "déjà planifiée", wrong: "à corriger" },
  beside: (names: string, kind: string, from: string, until: string) =>
    `En même temps, ${kind} de ${from} à ${until} pour ${names}.`,
  more: (count: string) => `et ${count} de plus`,
};

const en: typeof fr = {
  title: (name) => `Import lessons: ${name}`,
  link: "Import a table of lessons",
  lead: "Paste a table copied from a spreadsheet, or choose a CSV file. Nothing is planned before you have checked it.",
  columns:
    "One line for each lesson, and in this order, or with a first line that names the columns: unit, day, from, to, trainer’s address, room, subject, trainees. The last three may stay empty; trainees (their names, separated by commas) are named only where the lesson is not for the whole cohort.",
  file: "CSV file",
  tooBig: "This file is too big: import it in parts.",
  paste: "Or the table, pasted",
  check: "Check this table",
  missing: "Choose a file, or paste a table.",
  wrong: (count) =>
    `${sayNumber(count, "en")} ${plural(count, "line is", "lines are", "en")} to be mended: nothing is planned while one is left.`,
  nothingNew: "All these lessons are planned already.",
  again: "The table can no longer be imported as it could: see its lines.",
  counts: (planned, known) =>
    `${sayNumber(planned, "en")} ${plural(planned, "lesson will be planned", "lessons will be planned", "en")}, at once.${
      known > 0
        ? ` ${sayNumber(known, "en")} ${plural(known, "is planned already and will not be", "are planned already and will not be", "en")} planned twice.`
        : ""
    }`,
  go: "Plan these lessons",
  done: "The lessons are planned; the trainers are told, once each.",
  wrongLines: "Lines to mend",
  lines: "Lines of the table",
  line: "Line",
  said: "What is written",
  problem: "What is wrong",
  state: "State",
  states: { new: "to be planned", known: "planned already", wrong: "to be mended" },
  beside: (names, kind, from, until) => `At the same time, ${kind} from ${from} to ${until} for ${names}.`,
  more: (count) => `and ${count} more`,
};

const WORDS = { fr, en } as const;

export function importWords(lang: Lang): typeof fr {
  return WORDS[lang];
}
