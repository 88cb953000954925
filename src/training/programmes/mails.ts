/** The mail about a signed individual programme. */
import type { Lang } from "../../kit/lang.ts";

export function signedMail(lang: Lang, version: number) {
  return lang === "fr"
    ? {
        subject: "Votre programme individuel est signé",
        paragraphs: [
          version === 1
            ? "La direction a signé votre programme individuel : ce que vous suivez, unité par unité, et les épreuves que vous présentez."
            : `La direction a signé une nouvelle version de votre programme individuel, la ${version}e : elle remplace la précédente.`,
        ],
        open: "Ouvrir ma formation",
      }
    : {
        subject: "Your individual programme is signed",
        paragraphs: [
          version === 1
            ? "The director has signed your individual programme: what you follow, unit by unit, and the exams you sit."
            : `The director has signed a new version of your individual programme, number ${version}: it replaces the one before.`,
        ],
        open: "Open my training",
      };
}
