/** The mails to who pays for somebody: the convention to sign, and signed by the school. */
import { BY_LINK } from "../../billing/payers/guest-mails.ts";
import { type Lang, sayMoney } from "../../kit/lang.ts";

type Sent = { readonly name: string; readonly payer: string; readonly person: string; readonly amount: number };

export function sentMail(lang: Lang, { name, payer, person, amount }: Sent) {
  const sum = sayMoney(amount, lang);
  return lang === "fr"
    ? {
        subject: `Convention de formation de ${person} : à lire et à signer`,
        paragraphs: [
          `Bonjour ${name},`,
          `L’école propose à ${payer} une convention pour la formation de ${person}, de ${sum}. Vous pouvez la lire, la télécharger, la signer sur la page, ou dire pourquoi vous ne la signez pas.`,
          BY_LINK.fr,
        ],
        open: "Lire la convention",
      }
    : {
        subject: `Training convention of ${person}: to read and to sign`,
        paragraphs: [
          `Hello ${name},`,
          `The school proposes to ${payer} a convention for the training of ${person}, for ${sum}. You may read it, download it, sign it on the page, or say why you do not sign it.`,
          BY_LINK.en,
        ],
        open: "Read the convention",
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
