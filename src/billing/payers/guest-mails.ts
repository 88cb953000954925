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
          `Elle reste ouverte au moins jusqu’au ${sayDay(until, "fr")}, et plus longtemps tant qu’une convention court ou qu’une somme est due.`,
        ],
        open: "Ouvrir la page",
      }
    : {
        subject: `${payer}: your conventions, certificates and invoices`,
        paragraphs: [
          `Hello ${name},`,
          `The school opens a page to you for ${payer}: the conventions to sign, the certificates of attendance and the invoices, and nothing else. ${BY_LINK.en}`,
          `It stays open until ${sayDay(until, "en")} at least, and longer as long as a convention runs or a sum is owed.`,
        ],
        open: "Open the page",
      };
}

/** In every mail whose link a payer follows. */
export const BY_LINK = {
  fr: "Aucun fichier n’est joint : tout se lit et se télécharge en PDF sur la page que ce lien ouvre. Il n’y a pas de compte à créer : elle envoie un code à cette adresse.",
  en: "No file is attached: all is read and downloaded as PDF on the page that this link opens. There is no account to make: it sends a code to this address.",
} as const;
