/** The mails to who pays for somebody: the convention to sign, signed by the school, or without object. */
import { BY_LINK, UNKNOWN } from "../../billing/payers/guest-mails.ts";
import type { Day } from "../../kit/day.ts";
import { type Lang, sayDay, sayMoney } from "../../kit/lang.ts";

type Sent = {
  readonly name: string;
  readonly payer: string;
  readonly person: string;
  readonly amount: number;
  /** The first day of training; null once it is past. */
  readonly by: Day | null;
  /** The last day of the access that this gives. */
  readonly until: Day;
};

export function sentMail(lang: Lang, { name, payer, person, amount, by, until }: Sent) {
  const sum = sayMoney(amount, lang);
  const open = sayDay(until, lang);
  return lang === "fr"
    ? {
        subject: `Convention de formation de ${person} : à lire et à signer`,
        paragraphs: [
          `Bonjour ${name},`,
          `L’école propose à ${payer} une convention pour la formation de ${person}, de ${sum}. Vous pouvez la lire, la télécharger, la signer sur la page, ou dire pourquoi vous ne la signez pas.`,
          ...(by === null ? [] : [`À signer avant le ${sayDay(by, lang)}, premier jour de la formation.`]),
          `${BY_LINK.fr} Elle reste ouverte au moins jusqu’au ${open}, et plus longtemps tant que la convention court ou qu’une somme est due.`,
        ],
        open: "Lire la convention",
      }
    : {
        subject: `Training convention of ${person}: to read and to sign`,
        paragraphs: [
          `Hello ${name},`,
          `The school proposes to ${payer} a convention for the training of ${person}, for ${sum}. You may read it, download it, sign it on the page, or say why you do not sign it.`,
          ...(by === null ? [] : [`To be signed before ${sayDay(by, lang)}, the first day of training.`]),
          `${BY_LINK.en} It stays open until ${open} at least, and longer as long as the convention runs or a sum is owed.`,
        ],
        open: "Read the convention",
      };
}

type Received = { readonly person: string; readonly by: string; readonly from: string; readonly on: Day };

export function receivedMail(lang: Lang, { person, by, from, on }: Received) {
  const day = sayDay(on, lang);
  return lang === "fr"
    ? {
        subject: `Convention de formation de ${person} : signée par vous`,
        paragraphs: [
          `La convention de formation de ${person} a été signée le ${day} par ${by}, depuis ${from}. L’école signe à son tour, et vous l’écrit.`,
          UNKNOWN.fr,
          BY_LINK.fr,
        ],
        open: "Ouvrir la convention",
      }
    : {
        subject: `Training convention of ${person}: signed by you`,
        paragraphs: [
          `The training convention of ${person} was signed on ${day} by ${by}, from ${from}. The school signs in turn, and writes to you.`,
          UNKNOWN.en,
          BY_LINK.en,
        ],
        open: "Open the convention",
      };
}

export function notedMail(lang: Lang, { person, by }: Pick<Received, "person" | "by">) {
  return lang === "fr"
    ? {
        subject: `Convention de formation de ${person} : signée sur papier`,
        paragraphs: [
          `L’école a reçu la convention de formation de ${person}, signée sur papier par ${by}, et en garde le scan.`,
          UNKNOWN.fr,
          BY_LINK.fr,
        ],
        open: "Ouvrir la convention",
      }
    : {
        subject: `Training convention of ${person}: signed on paper`,
        paragraphs: [
          `The school received the training convention of ${person}, signed on paper by ${by}, and keeps its scan.`,
          UNKNOWN.en,
          BY_LINK.en,
        ],
        open: "Open the convention",
      };
}

export function signedBySchoolMail(lang: Lang, person: string) {
  return lang === "fr"
    ? {
        subject: `Convention de formation de ${person} : signée par l’école`,
        paragraphs: [
          `L’école a signé la convention de formation de ${person}. Téléchargez-la et gardez-la.`,
          BY_LINK.fr,
        ],
        open: "Ouvrir la convention",
      }
    : {
        subject: `Training convention of ${person}: signed by the school`,
        paragraphs: [
          `The school has signed the training convention of ${person}. Download it and keep it.`,
          BY_LINK.en,
        ],
        open: "Open the convention",
      };
}

export function endedMail(lang: Lang, { person, on }: { readonly person: string; readonly on: Day }) {
  const day = sayDay(on, lang);
  return lang === "fr"
    ? {
        subject: `${person} a renoncé à la formation`,
        paragraphs: [
          `${person} a renoncé à la formation le ${day} : ce que vous avez signé ou accordé pour elle est sans objet.`,
          "Seules les heures suivies jusque-là sont dues ; sans heure suivie, rien ne l’est. Une facture déjà reçue est corrigée par un avoir.",
          BY_LINK.fr,
        ],
        open: "Ouvrir la page",
      }
    : {
        subject: `${person} gave up the training`,
        paragraphs: [
          `${person} gave up the training on ${day}: what you signed or granted for it is without object.`,
          "Only hours followed until then are owed; without any, nothing is. An invoice that you received is corrected by a credit note.",
          BY_LINK.en,
        ],
        open: "Open the page",
      };
}
