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

type Moved = { readonly payer: string; readonly address: string };

/** To the address that the register had. */
export function movedMail(lang: Lang, { payer, address }: Moved): MailText {
  const none = address === "";
  return lang === "fr"
    ? {
        subject: `${payer} : l’école vous écrira à une autre adresse`,
        paragraphs: [
          none
            ? `Le registre de l’école n’a plus d’adresse électronique pour ${payer}. Il avait celle-ci.`
            : `Dans le registre de l’école, l’adresse de ${payer} est désormais ${address}. C’était celle-ci.`,
          UNKNOWN.fr,
        ],
      }
    : {
        subject: `${payer}: the school will write to another address`,
        paragraphs: [
          none
            ? `The school’s register has no e-mail address of ${payer} any more. It had this one.`
            : `In the school’s register, the address of ${payer} is now ${address}. It was this one.`,
          UNKNOWN.en,
        ],
      };
}

type Proposed = { readonly payer: string; readonly name: string; readonly address: string; readonly by: string };

/** To the register's address: somebody else is to sign, and it may say yes or no. */
export function proposedMail(lang: Lang, proposed: Proposed): MailText & { readonly open: string } {
  const { payer, name, address, by } = proposed;
  return lang === "fr"
    ? {
        subject: `${payer} : ${name} peut-il signer pour vous ?`,
        paragraphs: [
          `${by}, de l’école, propose que ${name} (${address}) lise et signe les conventions pour ${payer}.`,
          "Rien ne lui est ouvert avant que vous le confirmiez par ce lien, ou qu’une autre personne de l’école le confirme.",
          UNKNOWN.fr,
        ],
        open: "Répondre",
      }
    : {
        subject: `${payer}: may ${name} sign for you?`,
        paragraphs: [
          `${by}, of the school, proposes that ${name} (${address}) read and sign the conventions for ${payer}.`,
          "Nothing is opened to them before you confirm it by this link, or another person of the school does.",
          UNKNOWN.en,
        ],
        open: "Answer",
      };
}

/** To the register's address, once somebody else signs for it. */
export function confirmedMail(lang: Lang, { by, ...confirmed }: Proposed & { readonly confirmedBy: string }): MailText {
  const { payer, name, address, confirmedBy } = confirmed;
  return lang === "fr"
    ? {
        subject: `${payer} : ${name} lit et signe pour vous`,
        paragraphs: [
          `${name} (${address}) lit et signe désormais les conventions pour ${payer}. ${by} l’a proposé, ${confirmedBy} l’a confirmé.`,
          UNKNOWN.fr,
        ],
      }
    : {
        subject: `${payer}: ${name} reads and signs for you`,
        paragraphs: [
          `${name} (${address}) now reads and signs the conventions for ${payer}. ${by} proposed it, ${confirmedBy} confirmed it.`,
          UNKNOWN.en,
        ],
      };
}

/** To those of the school who may be the second. */
export function secondMail(lang: Lang, { payer, name, address, by }: Proposed): MailText {
  return lang === "fr"
    ? {
        subject: `${payer} : une adresse pour signer, à confirmer`,
        paragraphs: [
          `${by} propose que ${name} (${address}) lise et signe les conventions pour ${payer}.`,
          "Une autre personne le confirme, après s’être assurée que c’est bien l’adresse de ce payeur. Il peut aussi le confirmer lui-même.",
        ],
      }
    : {
        subject: `${payer}: an address to sign from, to be confirmed`,
        paragraphs: [
          `${by} proposes that ${name} (${address}) read and sign the conventions for ${payer}.`,
          "Another person confirms it, having made sure that it is this payer’s address. The payer may confirm it too.",
        ],
      };
}

/** Of each mail that says who may speak for a payer. */
export const UNKNOWN = {
  fr: "Si vous ne vous y attendiez pas, dites-le à l’école, par une autre voie que ce courriel s’il le faut.",
  en: "If you did not expect this, tell the school, by another way than this mail if need be.",
} as const;
