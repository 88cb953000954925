/** The words of the page that imports a table of lessons. */
import { inBoth } from "../../../kit/in-both.ts";
import { type Lang, plural, sayNumber } from "../../../kit/lang.ts";

const WORDS = inBoth({
  title: (name: string) => [`Importer des séances : ${name}`, `Import lessons: ${name}`],
  link: ["Importer un tableau de séances", "Import a table of lessons"],
  lead: [
    "Collez un tableau copié d’un tableur, ou choisissez un fichier CSV. Rien n’est planifié avant que vous l’ayez vérifié.",
    "Paste a table copied from a spreadsheet, or choose a CSV file. Nothing is planned before you have checked it.",
  ],
  columns: [
    "Une ligne par séance, et dans cet ordre, ou avec une première ligne qui nomme les colonnes : unité, jour, de, à, formateur (son nom ou son adresse), salle, sujet, stagiaires. Les trois dernières peuvent rester vides ; des stagiaires (leurs noms, séparés par des virgules) ne se nomment que là où la séance n’est pas pour toute la promotion.",
    "One line for each lesson, and in this order, or with a first line that names the columns: unit, day, from, to, trainer (name or address), room, subject, trainees. The last three may stay empty; trainees (their names, separated by commas) are named only where the lesson is not for the whole cohort.",
  ],
  file: ["Fichier CSV", "CSV file"],
  tooBig: ["Ce fichier est trop gros : importez-le en plusieurs fois.", "This file is too big: import it in parts."],
  paste: ["Ou le tableau collé", "Or the table, pasted"],
  check: ["Vérifier ce tableau", "Check this table"],
  missing: ["Choisissez un fichier, ou collez un tableau.", "Choose a file, or paste a table."],
  wrong: (count: number) => [
    `${sayNumber(count, "fr")} ${plural(count, "ligne est", "lignes sont", "fr")} à corriger : rien n’est planifié tant qu’il en reste une.`,
    `${sayNumber(count, "en")} ${plural(count, "line is", "lines are", "en")} to be mended: nothing is planned while one is left.`,
  ],
  nothingNew: ["Toutes ces séances sont déjà planifiées.", "All these lessons are planned already."],
  ground: ["Motif, si des jours le demandent", "Ground, if days ask for one"],
  groundHint: [
    "Pour un jour férié ou de fermeture, ou des séances déjà tenues que vous reprenez d’un autre tableau.",
    "For a public holiday or a day of closure, or lessons already held that you take over from another table.",
  ],
  asks: ["Donnez le motif : il se lit à côté de ces séances.", "Give the ground: it is read beside these lessons."],
  again: [
    "Le tableau ne peut plus être importé comme il l’était : voyez ses lignes.",
    "The table can no longer be imported as it could: see its lines.",
  ],
  counts: (planned: number, known: number) => [
    `${sayNumber(planned, "fr")} ${plural(planned, "séance sera planifiée", "séances seront planifiées", "fr")}, en une fois.${
      known > 0
        ? ` ${sayNumber(known, "fr")} ${plural(known, "est déjà planifiée", "sont déjà planifiées", "fr")} et ne le ${plural(known, "sera", "seront", "fr")} pas deux fois.`
        : ""
    }`,
    `${sayNumber(planned, "en")} ${plural(planned, "lesson will be planned", "lessons will be planned", "en")}, at once.${
      known > 0
        ? ` ${sayNumber(known, "en")} ${plural(known, "is planned already and will not be", "are planned already and will not be", "en")} planned twice.`
        : ""
    }`,
  ],
  go: ["Planifier ces séances", "Plan these lessons"],
  done: [
    "Les séances sont planifiées ; les formateurs en sont prévenus, une fois chacun.",
    "The lessons are planned; the trainers are told, once each.",
  ],
  wrongLines: ["Lignes à corriger", "Lines to mend"],
  lines: ["Lignes du tableau", "Lines of the table"],
  line: ["Ligne", "Line"],
  said: ["Ce qui est écrit", "What is written"],
  problem: ["Ce qui ne va pas", "What is wrong"],
  state: ["État", "State"],
  states: {
    new: ["à planifier", "to be planned"],
    known: ["déjà planifiée", "planned already"],
    wrong: ["à corriger", "to be mended"],
  },
  beside: (names: string, kind: string, from: string, until: string) => [
    `En même temps, ${kind} de ${from} à ${until} pour ${names}.`,
    `At the same time, ${kind} from ${from} to ${until} for ${names}.`,
  ],
  more: (count: string) => [`et ${count} de plus`, `and ${count} more`],
});

export function importWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}
