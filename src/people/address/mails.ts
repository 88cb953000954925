/** The mail to the holder of an address that a school tried to give to another account. */
import type { MailText } from "../../mail/post.ts";
import type { Lang } from "../../kit/lang.ts";

export function addressWantedMail(lang: Lang, address: string): MailText {
  return lang === "fr"
    ? {
        subject: "Votre adresse a été donnée pour un autre compte",
        paragraphs: [
          `L’école a voulu faire de ${address} l’adresse d’un autre compte, pour une personne qui a perdu la sienne. Cette adresse est déjà celle de votre compte : rien n’a été changé, ni ici ni là, et l’école n’en sait rien.`,
          "Si cet autre compte est aussi le vôtre, changez d’abord l’adresse de celui-ci, dans « Connexion et sécurité », puis redemandez-le à l’école. Sinon, l’adresse a sans doute été mal écrite et vous n’avez rien à faire ; si cela recommence, dites-le à la direction de l’école : chaque essai est consigné avec le nom de qui l’a fait.",
        ],
      }
    : {
        subject: "Your address was given for another account",
        paragraphs: [
          `The school wanted to make ${address} the address of another account, for somebody who lost theirs. It is the address of your account already: nothing was changed, neither here nor there, and the school does not know.`,
          "If that other account is yours too, first change the address of this one, under “Signing in and security”, then ask the school again. If not, the address was most likely badly written and there is nothing for you to do; if it happens again, tell the head of the school: each try is recorded with the name of whoever made it.",
        ],
      };
}
