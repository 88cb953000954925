/** The mails about works: their subject, their director. */
import type { Lang } from "../../kit/lang.ts";

const OPEN = { fr: "Ouvrir ma formation", en: "Open my training" } as const;

type Judged = { readonly subject: string; readonly validated: boolean; readonly reason: string };

export function judgedMail(lang: Lang, { subject, validated, reason }: Judged) {
  if (lang === "fr")
    return {
      subject: validated ? "Votre sujet est validé" : "Votre sujet n’est pas validé",
      paragraphs: [
        `Sujet : ${subject}`,
        ...(validated ? [] : [`La raison : ${reason}`, "Vous pouvez en proposer un autre."]),
      ],
      open: OPEN.fr,
    };
  return {
    subject: validated ? "Your subject is validated" : "Your subject is not validated",
    paragraphs: [`Subject: ${subject}`, ...(validated ? [] : [`The reason: ${reason}`, "You may propose another."])],
    open: OPEN.en,
  };
}

/** `work`: the référentiel's name of it, masculine in French. */
export function directedMail(lang: Lang, { name, work }: { readonly name: string; readonly work: string }) {
  return lang === "fr"
    ? { subject: `Qui dirige votre ${work}`, paragraphs: [`Votre ${work} est dirigé par ${name}.`], open: OPEN.fr }
    : { subject: `Who directs your ${work}`, paragraphs: [`Your ${work} is directed by ${name}.`], open: OPEN.en };
}

export function directorMail(
  lang: Lang,
  { name, what, work }: { readonly name: string; readonly what: "named" | "replaced"; readonly work: string },
) {
  if (lang === "fr")
    return what === "named"
      ? {
          subject: `Un ${work} vous est confié`,
          paragraphs: [`Vous dirigez le ${work} de ${name}.`],
          open: "Voir les travaux",
        }
      : {
          subject: `Un ${work} ne vous est plus confié`,
          paragraphs: [`Le ${work} de ${name} est désormais dirigé par quelqu’un d’autre.`],
          open: "Voir les travaux",
        };
  return what === "named"
    ? {
        subject: `A ${work} is entrusted to you`,
        paragraphs: [`You direct the ${work} of ${name}.`],
        open: "See the works",
      }
    : {
        subject: `A ${work} is no longer entrusted to you`,
        paragraphs: [`The ${work} of ${name} is directed by somebody else from now on.`],
        open: "See the works",
      };
}

type Receipt = {
  readonly receipt: string;
  readonly work: string;
  readonly at: string;
  readonly name: string;
  readonly length: string | null;
  /** What is short or long, in a sentence. */
  readonly outside: string | null;
  readonly sha256: string;
};

export function receiptMail(lang: Lang, { receipt, work, at, name, length, outside, sha256 }: Receipt) {
  const counted = length === null ? "" : `, ${length}`;
  return lang === "fr"
    ? {
        subject: `Votre travail est déposé : récépissé ${receipt}`,
        paragraphs: [
          `L’école a reçu votre travail (${work}) le ${at}. Le récépissé porte le numéro ${receipt}.`,
          `Ce qui est reçu : « ${name} »${counted}. Empreinte du fichier (SHA-256) : ${sha256}.`,
          ...(outside === null ? [] : [outside]),
          "Vous pouvez le remplacer ou le retirer depuis la page de vos travaux, qui dit jusqu’à quand.",
        ],
        open: OPEN.fr,
      }
    : {
        subject: `Your work is deposited: receipt ${receipt}`,
        paragraphs: [
          `The school received your work (${work}) on ${at}. The number of the receipt is ${receipt}.`,
          `What was received: “${name}”${counted}. Fingerprint of the file (SHA-256): ${sha256}.`,
          ...(outside === null ? [] : [outside]),
          "You can replace it or withdraw it on the page of your works, which says until when.",
        ],
        open: OPEN.en,
      };
}

export function workWithdrawnMail(lang: Lang, { receipt, work }: Pick<Receipt, "receipt" | "work">) {
  const which = receipt === "" ? "" : lang === "fr" ? ` (récépissé ${receipt})` : ` (receipt ${receipt})`;
  return lang === "fr"
    ? {
        subject: "Votre travail est retiré",
        paragraphs: [`Vous avez retiré votre travail (${work})${which}. Il reste à en déposer un autre.`],
        open: OPEN.fr,
      }
    : {
        subject: "Your work is withdrawn",
        paragraphs: [`You withdrew your work (${work})${which}. Another is still to be deposited.`],
        open: OPEN.en,
      };
}
