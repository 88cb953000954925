/** The words of the page that offers a dossier’s files as an archive, and of the list inside it. */
import { inBoth } from "../kit/in-both.ts";

export const bundleWords = inBoth({
  link: ["Télécharger tous les fichiers (ZIP)", "Download all files (ZIP)"],
  title: (number: string) => [`Fichiers du dossier ${number}`, `Files of application ${number}`],
  unsearched: [
    "Certains de ces fichiers n’ont pas été recherchés pour les virus : ce service n’a pas d’antivirus. Ouvrez-les comme des fichiers reçus d’une personne que vous ne connaissez pas.",
    "Some of these files were not searched for viruses: this service has no antivirus. Open them as you would files from somebody you do not know.",
  ],
  nothing: [
    "Aucun fichier ne peut être donné pour l’instant : ils sont encore à l’examen, ou n’ont pas pu être gardés.",
    "No file can be given for now: they are still being searched, or could not be kept.",
  ],
  away: [
    "Le service des fichiers ne répond pas. Rien n’est perdu : réessayez dans quelques minutes.",
    "The service of files does not answer. Nothing is lost: try again in a few minutes.",
  ],
  go: ["Télécharger quand même", "Download all the same"],
  again: ["Réessayer", "Try again"],
  which: ["Ce que contient l’archive", "What the archive holds"],
  left: ["Ce qui n’y est pas", "What is not in it"],
  piece: ["Pièce", "Document"],
  name: ["Nom donné par la personne", "Name given by the person"],
  inside: ["Dans l’archive", "In the archive"],
  size: ["Taille (octets)", "Size (bytes)"],
  hash: ["Empreinte (SHA-256)", "Fingerprint (SHA-256)"],
  why: ["Pourquoi", "Why"],
  made: (moment: string) => [`Archive faite le ${moment}.`, `Archive made on ${moment}.`],
  reasons: {
    waiting: ["recherche de virus en cours", "being searched for viruses"],
    infected: ["un virus y a été trouvé", "a virus was found in it"],
    vanished: ["il n’est plus dans le magasin de fichiers", "it is no longer in the store of files"],
  },
  file: (number: string) => [`fichiers-${number}.zip`, `files-${number}.zip`],
});
