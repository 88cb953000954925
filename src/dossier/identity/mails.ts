/** The mails about a corrected identity; they never say the names, since others may see a mail. */
import type { Lang } from "../../kit/lang.ts";
import type { MailText } from "../../mail/post.ts";

export function identityAskedMail(lang: Lang): MailText {
  return lang === "fr"
    ? {
        subject: "Correction de votre identité : demande reçue",
        paragraphs: [
          "L’école a reçu votre demande et votre preuve. Elle les compare et vous répond.",
          "Si ce n’était pas vous, prévenez l’école.",
        ],
      }
    : {
        subject: "Correction of your identity: request received",
        paragraphs: [
          "The school received your request and your proof. It compares them and answers you.",
          "If it was not you, tell the school.",
        ],
      };
}

export function identityAcceptedMail(lang: Lang): MailText {
  return lang === "fr"
    ? {
        subject: "Votre identité est corrigée",
        paragraphs: [
          "L’école a accepté votre preuve. Votre identité corrigée vaut dès maintenant : pour vos lettres, vos listes, votre livret et les papiers qui seront faits.",
          "Ce que vous aviez déposé, et les papiers déjà faits, restent tels quels. Si l’un d’eux vous gêne, demandez à l’école ce qui peut être refait.",
        ],
      }
    : {
        subject: "Your identity is corrected",
        paragraphs: [
          "The school accepted your proof. Your corrected identity holds from now on: for your letters, your lists, your livret and the papers that will be made.",
          "What you submitted, and papers already made, stay as they are. If one of them troubles you, ask the school what can be made anew.",
        ],
      };
}

export function identityRefusedMail(lang: Lang, ground: string): MailText {
  return lang === "fr"
    ? {
        subject: "Votre identité n’est pas corrigée",
        paragraphs: [
          "L’école n’a pas pu corriger votre identité. Voici pourquoi :",
          ground,
          "Vous pouvez refaire une demande avec une autre preuve, ou écrire à l’école.",
        ],
      }
    : {
        subject: "Your identity is not corrected",
        paragraphs: [
          "The school could not correct your identity. This is why:",
          ground,
          "You may ask again with another proof, or write to the school.",
        ],
      };
}

/** To those who work with the person now; `says` tells what they do with them. */
export function identityOfTraineeMail(lang: Lang, number: string, says: readonly string[]) {
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : identité corrigée`,
        paragraphs: [
          ...says,
          "Son identité est corrigée d’après une preuve. Les listes la prennent aussitôt ; ce qui est scellé ou délivré reste tel quel.",
        ],
        open: "Ouvrir la page de la personne",
      }
    : {
        subject: `Application ${number}: identity corrected`,
        paragraphs: [
          ...says,
          "Their identity is corrected by a proof. The lists take it at once; what is sealed or issued stays as it is.",
        ],
        open: "Open the person’s page",
      };
}
