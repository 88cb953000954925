/** The mail with an issued livret. */
import type { Lang } from "../kit/lang.ts";

export function issuedMail(lang: Lang) {
  return lang === "fr"
    ? {
        subject: "Votre livret de formation est émis",
        paragraphs: ["L’école a émis votre livret de formation, avec un code qui permet à chacun de le vérifier."],
        open: "Ouvrir ma formation",
      }
    : {
        subject: "Your livret de formation is issued",
        paragraphs: ["The school has issued your livret de formation, with a code by which anybody may verify it."],
        open: "Open my training",
      };
}
