/** The mails about a contract. */
import type { Day } from "../kit/day.ts";
import { type Label, type Lang, sayDay, sayEuros } from "../kit/lang.ts";
import type { Answer, PlaceAfter } from "./rules/facts.ts";

const OPEN: Label = { fr: "Ouvrir mon contrat", en: "Open my contract" };

type Short = { readonly label: Label; readonly answer: Answer; readonly asked: number; readonly amount: number };

/** A fund pays less than was said: who pays is to be said again. */
export function shortMail(lang: Lang, { label, answer, asked, amount }: Short) {
  const [before, after] = [sayEuros(asked, lang), sayEuros(amount, lang)];
  const why: Record<Answer, Label> = {
    granted: { fr: "", en: "" },
    "in-part": { fr: `accorde ${after} au lieu de ${before}`, en: `grants ${after} instead of ${before}` },
    refused: { fr: `ne paie pas les ${before} demandés`, en: `does not pay the ${before} asked for` },
    silent: {
      fr: `n’a pas répondu à temps sur les ${before} demandés`,
      en: `did not answer in time on the ${before} asked for`,
    },
  };
  return lang === "fr"
    ? {
        subject: "Votre formation : il faut redire qui paie",
        paragraphs: [
          `Votre financeur (${label.fr}) ${why[answer].fr}.`,
          "Dites qui paie cette part : un autre financeur, votre employeur, ou vous-même. Un papier dont le montant change est à signer de nouveau.",
        ],
        open: OPEN.fr,
      }
    : {
        subject: "Your training: say again who pays",
        paragraphs: [
          `Your funder (${label.en}) ${why[answer].en}.`,
          "Say who pays this part: another funder, your employer, or yourself. A paper whose amount changes is to be signed anew.",
        ],
        open: OPEN.en,
      };
}

/** All that the contract must say is there: it is the person's turn. */
type Ready = {
  readonly number: string;
  readonly amount: number;
  /** The cohort that it is for now, where another one was signed for. */
  readonly moved: string | undefined;
};

export function readyMail(lang: Lang, { number, amount, moved }: Ready) {
  const sum = sayEuros(amount, lang);
  return lang === "fr"
    ? {
        subject: "Votre contrat de formation est à signer",
        paragraphs: [
          ...(moved === undefined
            ? []
            : [
                `Vous passez dans la promotion ${moved}. Le contrat signé pour une autre ne vaut plus : en voici un nouveau.`,
              ]),
          `Votre contrat de formation est prêt (dossier ${number}), pour ${sum}. Lisez-le sur votre page, puis signez-le.`,
          "Vous pourrez encore y renoncer après l’avoir signé.",
        ],
        open: OPEN.fr,
      }
    : {
        subject: "Your training contract is to be signed",
        paragraphs: [
          ...(moved === undefined
            ? []
            : [`You move to the cohort ${moved}. The contract signed for another holds no more: here is a new one.`]),
          `Your training contract is ready (application ${number}), for ${sum}. Read it on your page, then sign it.`,
          "You may still withdraw from it after signing.",
        ],
        open: OPEN.en,
      };
}

type Signed = {
  readonly number: string;
  readonly on: Day;
  readonly how: "page" | "paper";
  readonly amount: number;
  /** The last day to withdraw, if the school signs on the same day: later where it signs later. */
  readonly lastDay: Day | null;
};

/** The person has signed: what, until when at least they may withdraw, and what happens next. */
export function signedMail(lang: Lang, { number, on, how, amount, lastDay }: Signed) {
  const [day, sum] = [sayDay(on, lang), sayEuros(amount, lang)];
  return lang === "fr"
    ? {
        subject: "Vous avez signé votre contrat de formation",
        paragraphs: [
          `Vous avez signé votre contrat de formation le ${day}, pour ${sum} (dossier ${number}). ${how === "page" ? "Vous le retrouvez à tout moment sur votre page, en PDF." : "L’école a reçu le papier signé."}`,
          lastDay === null
            ? "Vous pouvez encore y renoncer, sans dire pourquoi et sans rien payer de la formation."
            : `Vous pouvez y renoncer dès maintenant, et au moins jusqu’au ${sayDay(lastDay, lang)}, sans dire pourquoi et sans rien payer de la formation. Si l’école signe un autre jour, ce dernier jour est plus tard : elle vous l’écrit.`,
          "Ensuite, l’école signe à son tour et vous écrit, puis elle vous inscrit. Pour la formation, rien à payer aujourd’hui.",
        ],
        open: OPEN.fr,
      }
    : {
        subject: "You have signed your training contract",
        paragraphs: [
          `You signed your training contract on ${day}, for ${sum} (application ${number}). ${how === "page" ? "You find it on your page at any time, as PDF." : "The school has received the signed paper."}`,
          lastDay === null
            ? "You may still withdraw from it, without saying why and without paying anything for the training."
            : `You may withdraw from it from now on, and at least until ${sayDay(lastDay, lang)}, without saying why and without paying anything for the training. If the school signs on another day, this last day is later: it writes it to you.`,
          "Next, the school signs in turn and writes to you, then it enrols you. For the training, there is nothing to pay today.",
        ],
        open: OPEN.en,
      };
}

type Concluded = {
  readonly signedOn: Day;
  readonly schoolSignedOn: Day;
  readonly lastDay: Day;
  readonly from: Day | null;
};

/** The school has signed too: until when one may withdraw. */
export function concludedMail(lang: Lang, { signedOn, schoolSignedOn, lastDay, from }: Concluded) {
  const [you, school] = [sayDay(signedOn, lang), sayDay(schoolSignedOn, lang)];
  return lang === "fr"
    ? {
        subject: "Votre contrat de formation est signé par l’école",
        paragraphs: [
          you === school
            ? `Vous et l’école avez signé votre contrat de formation le ${you}.`
            : `Vous avez signé votre contrat de formation le ${you}, et l’école le ${school}.`,
          `Vous pouvez y renoncer jusqu’au ${sayDay(lastDay, lang)}, sans dire pourquoi et sans rien payer de la formation.`,
          ...(from === null ? [] : [`Pour la formation, rien ne vous est demandé avant le ${sayDay(from, lang)}.`]),
          "L’école vous inscrit ensuite, et vous écrit à chaque facture.",
        ],
        open: OPEN.fr,
      }
    : {
        subject: "The school has signed your training contract",
        paragraphs: [
          you === school
            ? `You and the school signed your training contract on ${you}.`
            : `You signed your training contract on ${you}, and the school on ${school}.`,
          `You may withdraw from it until ${sayDay(lastDay, lang)}, without saying why and without paying anything for the training.`,
          ...(from === null ? [] : [`For the training, nothing is asked of you before ${sayDay(from, lang)}.`]),
          "The school then enrols you, and writes to you with each invoice.",
        ],
        open: OPEN.en,
      };
}

type Renounced = {
  readonly name: string;
  readonly number: string;
  readonly signedOn: Day;
  readonly amount: number;
  /** The day and hour at which it came. */
  readonly when: Label;
  readonly how: "page" | "letter";
  /** The last day, where it came after it. */
  readonly tooLate: Day | null;
  readonly place: PlaceAfter;
  /** What the school's file says of the selection fee. */
  readonly fee: Label | null;
};

/** The acknowledgement on a durable medium: what was said, the day and the hour. */
export function renouncedMail(lang: Lang, one: Renounced) {
  const { name, number, how, tooLate, when, place, fee } = one;
  const [signed, amount] = [sayDay(one.signedOn, lang), sayEuros(one.amount, lang)];
  if (lang === "fr")
    return {
      subject:
        tooLate === null ? "Votre rétractation est reçue" : "Votre rétractation est reçue, après le dernier jour",
      paragraphs: [
        `${how === "page" ? "Vous avez confirmé sur le site" : "L’école a reçu par lettre"} : « Je renonce à mon contrat de formation. » ${name}, dossier ${number}, contrat signé le ${signed}, ${amount}. Reçu le ${when.fr}.`,
        tooLate === null
          ? "Le contrat est anéanti. Vous ne devez rien de ce contrat ; ce que vous en auriez payé vous est rendu dans les quatorze jours."
          : `Le dernier jour pour renoncer était le ${sayDay(tooLate, lang)} : le contrat tient, avec votre place et ce que vous devez. L’école garde votre demande et vous répond.`,
        ...(tooLate === null ? [AFTERWARDS[place].fr, ...feeLine(fee, "fr")] : []),
      ],
      open: OPEN.fr,
    };
  return {
    subject: tooLate === null ? "Your withdrawal is received" : "Your withdrawal is received, after the last day",
    paragraphs: [
      `${how === "page" ? "You confirmed on the site" : "The school received by letter"}: “I withdraw from my training contract.” ${name}, application ${number}, contract signed on ${signed}, ${amount}. Received on ${when.en}.`,
      tooLate === null
        ? "The contract is undone. You owe nothing of it; anything you paid of it is given back within fourteen days."
        : `The last day to withdraw was ${sayDay(tooLate, lang)}: the contract stands, with your place and what you owe. The school keeps your request and answers you.`,
      ...(tooLate === null ? [AFTERWARDS[place].en, ...feeLine(fee, "en")] : []),
    ],
    open: OPEN.en,
  };
}

const AFTERWARDS: Readonly<Record<PlaceAfter, Label>> = {
  kept: {
    fr: "Vous gardez votre place. Dites maintenant qui paie : un autre contrat vous est alors proposé.",
    en: "You keep your place. Say now who pays: another contract is then offered to you.",
  },
  "given-up": {
    fr: "Votre place est rendue, et offerte à la personne suivante de la liste s’il y en a une.",
    en: "Your place is given back, and offered to the next person on the list if there is one.",
  },
};

function feeLine(fee: Label | null, lang: Lang): string[] {
  if (!fee) return [];
  return lang === "fr"
    ? [`Les frais de sélection ne sont pas de ce contrat. ${fee.fr}`]
    : [`The selection fee is no part of this contract. ${fee.en}`];
}

/** What the school answers to a withdrawal that came too late. */
export function lateAnswerMail(lang: Lang, { words, on }: { readonly words: string; readonly on: Day }) {
  return lang === "fr"
    ? {
        subject: "Votre rétractation, venue après le dernier jour : la réponse de l’école",
        paragraphs: [
          `Vous avez écrit le ${sayDay(on, lang)} que vous renoncez à votre contrat. L’école vous répond :`,
          words,
        ],
        open: OPEN.fr,
      }
    : {
        subject: "Your withdrawal, after the last day: the school’s answer",
        paragraphs: [
          `You wrote on ${sayDay(on, lang)} that you withdraw from your contract. The school answers:`,
          words,
        ],
        open: OPEN.en,
      };
}
