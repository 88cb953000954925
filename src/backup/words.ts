/** What whoever keeps the machine is told of a backup and of its coming back. */
import { type Label, type Lang, plural, sayNumber } from "../kit/lang.ts";
import type { BackupFault } from "./read-back.ts";
import type { Receipt } from "./receipt.ts";

const sayBytes = (bytes: number, lang: Lang) => {
  const [size, unit] = bytes < 1e6 ? [bytes / 1e3, "k"] : bytes < 1e9 ? [bytes / 1e6, "M"] : [bytes / 1e9, "G"];
  return `${sayNumber(Math.round(size * 10) / 10, lang)}\u00a0${unit}${lang === "fr" ? "o" : "B"}`;
};

const counted = (count: number, one: string, many: string, lang: Lang) =>
  `${sayNumber(count, lang)} ${plural(count, one, many, lang)}`;

/** What there is in it, in a line. */
export function sayContents({ rows, tables, files, bytes, seconds }: Omit<Receipt, "verdict">, lang: Lang): string {
  const time = `${sayNumber(seconds, lang)}\u00a0s`;
  return lang === "fr"
    ? `${counted(rows, "ligne", "lignes", lang)} en ${tables.length} tables, ${counted(files.count, "fichier", "fichiers", lang)}, ${sayBytes(bytes, lang)}, en ${time}.`
    : `${counted(rows, "row", "rows", lang)} in ${tables.length} tables, ${counted(files.count, "file", "files", lang)}, ${sayBytes(bytes, lang)}, in ${time}.`;
}

const SHOWN = 5;
const some = (all: readonly string[]) => all.slice(0, SHOWN).join(", ") + (all.length > SHOWN ? ", …" : "");

export function sayVerdict({ verdict, lost }: Receipt): Label {
  if (verdict === "sound")
    return {
      fr: "✓ Tout a été relu\u00a0: la sauvegarde est entière.",
      en: "✓ All of it was read again: the backup is whole.",
    };
  return {
    fr: `✗ Le rangement a perdu ou changé des fichiers que la base nomme\u00a0: ${lost.length} (${some(lost)}). Tout le reste est dans la sauvegarde. «\u00a0livret doctor files\u00a0» les montre\u00a0; rétablissez-les depuis une sauvegarde plus ancienne.`,
    en: `✗ The store has lost or changed files that the database names: ${lost.length} (${some(lost)}). All the rest is in the backup. "livret doctor files" shows them; bring them back from an older backup.`,
  };
}

export const LAST: Label = {
  fr: "Gardez-la sur une autre machine. Les réglages de l’environnement (adresses, mots de passe, clés) n’y sont pas.",
  en: "Keep it on another machine. What the environment sets (addresses, passwords, keys) is not in it.",
};

export const SAID = {
  notEmpty: (folder: string): Label => ({
    fr: `Le dossier ${folder} contient déjà quelque chose. Donnez-en un nouveau à chaque sauvegarde.`,
    en: `The folder ${folder} holds something already. Give each backup a new one.`,
  }),
  notKept: (path: string): Label => ({
    fr: `Relu après avoir été écrit, ${path} n’est pas ce qui y a été mis\u00a0: ce disque ne garde pas ce qu’on lui donne. La sauvegarde n’est pas faite.`,
    en: `Read again after it was written, ${path} is not what was put there: this disk does not keep what it is given. The backup was not made.`,
  }),
  notOwner: {
    fr: "Cet accès à la base ne voit pas toutes les lignes. Donnez celui du propriétaire des tables (DATABASE_OWNER_URL).",
    en: "This access to the database does not see all rows. Give that of the tables’ owner (DATABASE_OWNER_URL).",
  } as Label,
  full: {
    fr: "Il n’y a plus de place sur le disque. La sauvegarde n’est pas faite.",
    en: "The disk is full. The backup was not made.",
  } as Label,
  stopped: { fr: "Interrompu\u00a0: la sauvegarde n’est pas faite.", en: "Stopped: the backup was not made." } as Label,
  "no folder": (folder: string): Label => ({
    fr: `Le dossier ${folder} n’existe pas.`,
    en: `There is no folder ${folder}.`,
  }),
  unfinished: (folder: string): Label => ({
    fr: `${folder} n’est pas une sauvegarde finie\u00a0: son récépissé (receipt.json) n’y est pas. Prenez-en une plus ancienne.`,
    en: `${folder} is no finished backup: its receipt (receipt.json) is not there. Take an older one.`,
  }),
  other: (folder: string): Label => ({
    fr: `Le récépissé de ${folder} (receipt.json) ne se lit pas, ou il est d’une autre version de Livret. Mettez le programme à jour.`,
    en: `The receipt in ${folder} (receipt.json) cannot be read, or it is of another version of Livret. Update the program.`,
  }),
  newer: (names: readonly string[]): Label => ({
    fr: `Cette sauvegarde vient d’une version plus récente de Livret, ou d’une autre (${some(names)}). Mettez le programme à jour. Rien n’a été touché.`,
    en: `This backup comes from a newer version of Livret, or another one (${some(names)}). Update the program. Nothing was touched.`,
  }),
  there: {
    fr: "Il y a déjà une base ici. Donnez un autre dossier (LIVRET_DATA) ou une autre base (DATABASE_URL), ou --over pour qu’elle laisse la place à la sauvegarde\u00a0: ce qui y est est perdu.",
    en: "There is a database here already. Give another folder (LIVRET_DATA) or another database (DATABASE_URL), or --over to have it give way to the backup: what is in it is lost.",
  } as Label,
  shared: {
    fr: "Un autre processus Livret se sert de cette base. Arrêtez-le d’abord.",
    en: "Another Livret process is using this database. Stop it first.",
  } as Label,
  incomplete: {
    fr: "· Cette sauvegarde est incomplète\u00a0: des fichiers manquaient déjà quand elle a été faite.",
    en: "· This backup is incomplete: files were missing already when it was made.",
  } as Label,
  law: (folder: string): Label => ({
    fr: `· La règle et les écoles d’ici ne sont pas celles de la sauvegarde. Pour reprendre avec celles-ci\u00a0: LIVRET_LAW=${folder}`,
    en: `· The law and the schools here are not those of the backup. To go on with those: LIVRET_LAW=${folder}`,
  }),
  restored: {
    fr: "✓ Relu, prouvé, examiné\u00a0: tout est revenu. Le service peut démarrer.",
    en: "✓ Read again, proven, examined: all of it is back. The service may start.",
  } as Label,
  faults: {
    fr: "✗ Tout ce qui était dans la sauvegarde est revenu, mais ce qui est marqué ✗ est à réparer avant de démarrer.",
    en: "✗ All that was in the backup is back, but what is marked ✗ is to be mended before the service starts.",
  } as Label,
  notAsBackedUp: (table: string): Label => ({
    fr: `La table ${table}, relue après avoir été écrite, n’est pas celle de la sauvegarde. Rien n’a été remis\u00a0: recommencez, sur une autre base si cela se répète.`,
    en: `The table ${table}, read again after it was written, is not that of the backup. Nothing was restored: begin again, on another database if that comes back.`,
  }),
};

const WHY: Readonly<Record<BackupFault["why"], Label>> = {
  missing: { fr: "manque", en: "is missing" },
  cut: { fr: "est coupé avant sa fin", en: "is cut short" },
  changed: { fr: "n’est plus ce qui a été sauvegardé", en: "is no longer what was backed up" },
};

export function sayFaults(faults: readonly BackupFault[]): Label {
  const said = (lang: Lang) => faults.map(({ path, why }) => `${path} ${WHY[why][lang]}`).join(", ");
  return {
    fr: `Cette sauvegarde est abîmée\u00a0: ${said("fr")}. Rien n’a été touché. Prenez-en une autre.`,
    en: `This backup is damaged: ${said("en")}. Nothing was touched. Take another one.`,
  };
}
