/** The mail that lets a contact of a payer in. */
import type { Day } from "../../kit/day.ts";
import { type Lang, sayDay } from "../../kit/lang.ts";
import type { MailText } from "../../mail/post.ts";

type Invited = { readonly name: string; readonly payer: string; readonly until: Day };

export function invitedMail(lang: Lang, { name, payer, until }: Invited): MailText & { readonly open: string } {
  return lang === "fr"
    ? {
        subject: `${payer} : vos conventions, attestations et factures`,
        paragraphs: [
          `Bonjour ${name},`,
          `L’école vous ouvre une page pour ${payer} : les conventions à signer, les certificats de réalisation et les factures, et rien d’autre. ${BY_LINK.fr}`,
          `Elle reste ouverte jusqu’au ${sayDay(until, "fr")}, puis à chaque nouvel envoi.`,
        ],
        open: "Ouvrir la page",
      }
    : {
        subject: `${payer}: your conventions, certificates and invoices`,
        paragraphs: [
          `Hello ${name},`,
          `The school opens a page to you for ${payer}: the conventions to sign, the certificates of attendance and the invoices, and nothing else. ${BY_LINK.en}`,
          `It stays open until ${sayDay(until, "en")}, then anew with each mail.`,
        ],
        open: "Open the page",
      };
}

/** In every mail whose link a payer follows. */
export const BY_LINK = {
  fr: "Il n’y a pas de compte à créer : le lien ouvre une page, qui envoie un code à cette adresse.",
  en: "There is no account to make: the link opens a page that sends a code to this address.",
} as const;
