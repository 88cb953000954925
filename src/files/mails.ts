/** The mail about an infected file. */
import type { Lang } from "../kit/lang.ts";

/** The mail to the sender of an infected file. */
export function virusMail(lang: Lang, name: string): { subject: string; paragraphs: string[] } {
  return lang === "fr"
    ? {
        subject: `Un virus dans votre fichier « ${name} »`,
        paragraphs: [
          `Le fichier « ${name} » que vous avez envoyé contient un virus. Il est mis à l’écart : personne ne peut l’ouvrir, et il ne compte pas parmi vos pièces.`,
          "Vos autres fichiers et tout ce que vous avez écrit sont intacts.",
          "Faites analyser l’appareil d’où il vient, puis retirez ce fichier et envoyez une autre copie, faite sur un appareil sain.",
        ],
      }
    : {
        subject: `A virus in your file “${name}”`,
        paragraphs: [
          `The file “${name}” that you sent holds a virus. It is set aside: nobody can open it, and it does not count among your documents.`,
          "Your other files and all that you wrote are untouched.",
          "Have the device it comes from scanned, then remove this file and send another copy, made on a sound device.",
        ],
      };
}
