/** The words of the page that hands out all files of a dossier, and of the list inside the archive. */
import type { Lang } from "../kit/lang.ts";

const fr = {
  link: "Télécharger tous les fichiers (ZIP)",
  title: (number: string) => `Fichiers du dossier ${number}`,
  unsearched:
    "Certains de ces fichiers n’ont pas été recherchés pour les virus : ce service n’a pas d’antivirus. Ouvrez-les comme des fichiers reçus d’une personne que vous ne connaissez pas.",
  nothing: "Aucun fichier ne peut être donné pour l’instant : ils sont encore à l’examen, ou n’ont pas pu être gardés.",
  away: "Le service des fichiers ne répond pas. Rien n’est perdu : réessayez dans quelques minutes.",
  go: "Télécharger quand même",
  again: "Réessayer",
  which: "Ce que contient l’archive",
  left: "Ce qui n’y est pas",
  piece: "Pièce",
  name: "Nom donné par la personne",
  inside: "Dans l’archive",
  size: "Taille (octets)",
  hash: "Empreinte (SHA-256)",
  why: "Pourquoi",
  made: (moment: string) => `Archive faite le ${moment}.`,
  reasons: {
    waiting: "recherche de virus en cours",
    infected: "un virus y a été trouvé",
    vanished: "il n’est plus dans le magasin de fichiers",
  },
  file: (number: string) => `fichiers-${number}.zip`,
};

type Words = typeof fr;

const en: Words = {
  link: "Download all files (ZIP)",
  title: (number) => `Files of application ${number}`,
  unsearched:
    "Some of these files were not searched for viruses: this service has no antivirus. Open them as you would files from somebody you do not know.",
  nothing: "No file can be given for now: they are still being searched, or could not be kept.",
  away: "The service of files does not answer. Nothing is lost: try again in a few minutes.",
  go: "Download all the same",
  again: "Try again",
  which: "What the archive holds",
  left: "What is not in it",
  piece: "Document",
  name: "Name given by the person",
  inside: "In the archive",
  size: "Size (bytes)",
  hash: "Fingerprint (SHA-256)",
  why: "Why",
  made: (moment) => `Archive made on ${moment}.`,
  reasons: {
    waiting: "being searched for viruses",
    infected: "a virus was found in it",
    vanished: "it is no longer in the store of files",
  },
  file: (number) => `files-${number}.zip`,
};

export const bundleWords: Readonly<Record<Lang, Words>> = { fr, en };
