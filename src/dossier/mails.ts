/** The mails about a dossier. No subject states a decision: others may see it. */
import type { MailText } from "../mail/post.ts";
import { sayDeadline } from "../kit/moment.ts";
import type { Day } from "../kit/day.ts";
import { type Lang, sayDay, sayMoney } from "../kit/lang.ts";
import { sayMoment } from "./sentences.ts";

type Submitted = {
  readonly number: string;
  readonly at: Date;
  readonly zone: string;
  readonly late: boolean;
  /** Recorded after the closing, even if sent in time: it cannot be taken back. */
  readonly over: boolean;
  readonly closesAt: Date;
  /** The selection fee, if this submission charged it. */
  readonly due?:
    | { readonly total: number; readonly reference: string /** How it is paid. */; readonly ways: readonly string[] }
    | undefined;
};

export function submittedMail(lang: Lang, { number, at, zone, late, over, closesAt, due }: Submitted): MailText {
  const moment = sayMoment(at, zone, lang);
  const until = sayDeadline(closesAt, zone, lang);
  if (lang === "fr") {
    return {
      subject: `Dossier déposé : récépissé ${number}`,
      paragraphs: [
        `Votre dossier a été déposé le ${moment}. Votre récépissé porte le numéro ${number}.`,
        late
          ? `Les candidatures étaient closes depuis le ${until} : votre dépôt est enregistré comme tardif, et l’établissement vous dira s’il peut en tenir compte.`
          : over
            ? "Les candidatures sont closes : vous ne pouvez plus le reprendre. Chaque récépissé reste dans votre dossier."
            : `Jusqu’au ${until}, vous pouvez le reprendre, le corriger et le déposer à nouveau. Chaque récépissé reste dans votre dossier.`,
        ...(due
          ? [
              `Les frais de sélection sont de ${sayMoney(due.total, lang)}. La référence à donner est ${due.reference}.`,
              ...due.ways,
            ]
          : []),
        "Ensuite, l’établissement vérifie votre dossier. S’il manque quelque chose, il vous le demande par écrit, avec une date limite.",
        "Le récépissé, avec la liste de vos fichiers et leurs empreintes, est dans votre dossier.",
      ],
    };
  }
  return {
    subject: `Application submitted: receipt ${number}`,
    paragraphs: [
      `Your application was submitted on ${moment}. The number of your receipt is ${number}.`,
      late
        ? `Applications had closed on ${until}: what you submitted is recorded as late, and the school will tell you whether it can be considered.`
        : over
          ? "Applications are closed: you can no longer take it back. Every receipt stays in your application."
          : `Until ${until} you can take it back, correct it and submit it again. Every receipt stays in your application.`,
      ...(due
        ? [`The selection fee is ${sayMoney(due.total, lang)}. The reference to give is ${due.reference}.`, ...due.ways]
        : []),
      "Next, the school checks your application. If something is missing, it asks you for it in writing, with a day to answer by.",
      "The receipt, with the list of your files and their fingerprints, is in your application.",
    ],
  };
}

/** `until`: the deadline to undo the withdrawal. */
export function withdrawnMail(
  lang: Lang,
  number: string,
  until: { readonly closesAt: Date; readonly zone: string } | undefined,
): MailText {
  const moment = until && sayDeadline(until.closesAt, until.zone, lang);
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : candidature retirée`,
        paragraphs: [
          `Vous avez retiré votre candidature (dossier ${number}). Elle ne sera pas examinée.`,
          ...(moment
            ? [`Vous pouvez revenir sur ce retrait jusqu’au ${moment}, depuis la page de votre dossier.`]
            : []),
          "Si ce n’était pas vous, changez votre mot de passe et écrivez à l’établissement.",
        ],
      }
    : {
        subject: `Application ${number}: withdrawn`,
        paragraphs: [
          `You withdrew your application (${number}). It will not be examined.`,
          ...(moment ? [`You can go back on it until ${moment}, from the page of your application.`] : []),
          "If it was not you, change your password and write to the school.",
        ],
      };
}

/** To the officer in charge. The reason stays in the dossier. */
export function withdrawalMail(lang: Lang, number: string): MailText {
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : la personne a retiré sa candidature`,
        paragraphs: [
          "La candidature est retirée et ne sera pas examinée. Ce qui en dépend (entretien, frais) est à revoir.",
        ],
      }
    : {
        subject: `Application ${number}: withdrawn by the candidate`,
        paragraphs: [
          "The application is withdrawn and will not be examined. What depends on it (interview, fee) is to be seen to.",
        ],
      };
}

/** The previous state is restored; a draft is still to be submitted. */
export function resumedMail(lang: Lang, number: string, draft: boolean): MailText {
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : candidature reprise`,
        paragraphs: [
          `Vous êtes revenu sur le retrait de votre candidature (dossier ${number}). ${draft ? "Elle n’est pas encore déposée." : "Elle est déposée comme avant, avec les mêmes récépissés."}`,
          "Si ce n’était pas vous, changez votre mot de passe et écrivez à l’établissement.",
        ],
      }
    : {
        subject: `Application ${number}: no longer withdrawn`,
        paragraphs: [
          `You went back on withdrawing your application (${number}). ${draft ? "It is not submitted yet." : "It is submitted as before, with the same receipts."}`,
          "If it was not you, change your password and write to the school.",
        ],
      };
}

export function resumptionMail(lang: Lang, number: string): MailText {
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : la personne a repris sa candidature`,
        paragraphs: ["Elle est revenue sur son retrait : le dossier est là où il en était."],
      }
    : {
        subject: `Application ${number}: no longer withdrawn`,
        paragraphs: ["The candidate went back on the withdrawal: the application stands where it stood."],
      };
}

/** Declines a late submission, with the school's reason. `appeal`: its words on contesting its decisions. */
export function lateDeclinedMail(
  lang: Lang,
  { number, reason, appeal }: { readonly number: string; readonly reason: string; readonly appeal: string },
): MailText {
  const mail =
    lang === "fr"
      ? {
          subject: `Dossier ${number} : votre dépôt tardif n’est pas examiné`,
          paragraphs: [
            `Vous aviez déposé votre dossier ${number} après la clôture. L’établissement ne l’examinera pas dans cette campagne. Son motif :`,
            reason,
            "Votre dossier et ses récépissés sont gardés.",
          ],
        }
      : {
          subject: `Application ${number}: your late submission is not examined`,
          paragraphs: [
            `You had submitted your application ${number} after the closing. The school will not examine it in this intake. Its reason:`,
            reason,
            "Your application and its receipts are kept.",
          ],
        };
  return { ...mail, paragraphs: [...mail.paragraphs, ...(appeal === "" ? [] : [appeal])] };
}

/** The reason for accepting stays within the school. */
export function lateAcceptedMail(lang: Lang, number: string): MailText {
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : votre dépôt tardif est accepté`,
        paragraphs: [
          `Vous aviez déposé votre dossier ${number} après la clôture. L’établissement l’accepte : il sera examiné comme les autres.`,
          "S’il manque quelque chose, l’établissement vous le demandera par écrit. Ce qui vous attend encore est dans « Mon parcours ».",
        ],
      }
    : {
        subject: `Application ${number}: your late submission is accepted`,
        paragraphs: [
          `You had submitted your application ${number} after the closing. The school accepts it: it will be examined like the others.`,
          "If something is missing, the school will ask you for it in writing. What still waits for you is in “My way”.",
        ],
      };
}

type ArrangedMail = { readonly number: string; readonly arranged: string | undefined; readonly words: string };

/** What is arranged, never why: others may see a mail. */
export function arrangedMail(lang: Lang, { number, arranged, words }: ArrangedMail): MailText {
  const remarks = words === "" ? [] : [words];
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : votre demande d’aménagement a sa réponse`,
        paragraphs: [
          arranged === undefined
            ? "Le référent handicap a étudié votre demande : aucun aménagement n’est prévu."
            : `Le référent handicap a étudié votre demande. Ce qui sera arrangé : ${arranged}.`,
          ...remarks,
          "Ceux qui organisent l’entretien et la formation voient ce qui est arrangé, et rien de ce que vous avez confié. Si cela ne convient pas, dites-le-nous, par les messages de votre dossier ou autrement, sans y parler de votre santé.",
        ],
      }
    : {
        subject: `Application ${number}: your request for arrangements is answered`,
        paragraphs: [
          arranged === undefined
            ? "The disability advisor has considered your request: no arrangement is planned."
            : `The disability advisor has considered your request. What will be arranged: ${arranged}.`,
          ...remarks,
          "Those who organise the interview and the course see what is arranged, and nothing of what you confided. If it does not suit you, tell us, by the messages of your application or otherwise, without a word about your health.",
        ],
      };
}

type AskedMail = { readonly number: string; readonly items: readonly string[]; readonly dueOn: Day };

/** Names the points asked, so that the person need not guess; they are answered in the dossier. */
export function complementAskedMail(lang: Lang, { number, items, dueOn }: AskedMail): MailText {
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : un complément vous est demandé`,
        paragraphs: [
          `L’établissement a vérifié votre dossier et vous demande de compléter ou de corriger : ${items.join(" ; ")}.`,
          `Répondez avant la fin du ${sayDay(dueOn, lang)}. Seuls ces points sont ouverts ; le reste de votre dossier ne change pas.`,
          "La page de votre dossier dit ce qui est attendu, point par point.",
        ],
      }
    : {
        subject: `Application ${number}: you are asked for a complement`,
        paragraphs: [
          `The school has checked your application and asks you to complete or correct: ${items.join("; ")}.`,
          `Answer by the end of ${sayDay(dueOn, lang)}. Only these points are open; the rest of your application stays as it is.`,
          "The page of your application says what is expected, point by point.",
        ],
      };
}

type GivenMail = { readonly number: string; readonly at: Date; readonly zone: string; readonly late: boolean };

export function complementGivenMail(lang: Lang, { number, at, zone, late }: GivenMail): MailText {
  const moment = sayMoment(at, zone, lang);
  return lang === "fr"
    ? {
        subject: `Complément reçu : récépissé ${number}`,
        paragraphs: [
          `Votre complément a été reçu le ${moment}. Votre récépissé porte le numéro ${number}.`,
          late
            ? "La date limite était passée : votre complément est enregistré comme tardif, et l’établissement vous dira s’il peut en tenir compte."
            : "L’établissement reprend l’examen de votre dossier. Ce qui vous attend encore est dans « Mon parcours ».",
        ],
      }
    : {
        subject: `Complement received: receipt ${number}`,
        paragraphs: [
          `Your complement was received on ${moment}. The number of your receipt is ${number}.`,
          late
            ? "The day to answer by had passed: your complement is recorded as late, and the school will tell you whether it can be considered."
            : "The school goes on examining your application. What still waits for you is in “My way”.",
        ],
      };
}

type Arrived = { readonly number: string; readonly late: boolean; readonly unchanged: boolean };

/** To the officer who asked, or to those who handle dossiers. */
export function complementArrivedMail(lang: Lang, { number, late, unchanged }: Arrived): MailText {
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : complément reçu${late ? " après la date limite" : ""}`,
        paragraphs: [
          unchanged
            ? "La personne répond sans rien changer : elle dit pourquoi dans un message, qui attend votre réponse."
            : "Le complément demandé a été donné. Le dossier peut être examiné à nouveau.",
        ],
      }
    : {
        subject: `Application ${number}: complement received${late ? " after the day to answer by" : ""}`,
        paragraphs: [
          unchanged
            ? "The person answers without changing anything: they say why in a message, which waits for your answer."
            : "The complement that was asked for was given. The application can be examined again.",
        ],
      };
}

/** Without the message's text: others may see a mail. */
export function messageMail(lang: Lang, { number, to }: { number: string; to: "person" | "school" }): MailText {
  if (lang === "fr") {
    return {
      subject: `Dossier ${number} : un message vous attend`,
      paragraphs: [
        to === "person"
          ? "L’établissement vous a écrit au sujet de votre candidature. Le message est dans votre dossier, où vous pouvez répondre."
          : "Une personne qui candidate a écrit au sujet de son dossier. Le message est dans le dossier, où vous pouvez répondre.",
      ],
    };
  }
  return {
    subject: `Application ${number}: a message is waiting for you`,
    paragraphs: [
      to === "person"
        ? "The school wrote to you about your application. The message is in your application, where you can answer."
        : "A candidate wrote about their application. The message is in the application, where you can answer.",
    ],
  };
}

type ConfirmMail = {
  readonly number: string;
  readonly until: Day;
  /** For a reminder: the closing as text. */
  readonly again?: string | undefined;
};

/** To a person who applied on paper or by telephone. Carries no secret that suffices alone, since the school may read it. */
export function confirmMail(lang: Lang, { number, until, again }: ConfirmMail): MailText {
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : ${again === undefined ? "confirmez votre candidature" : `candidature à confirmer jusqu’au ${again}`}`,
        paragraphs: [
          ...(again === undefined
            ? []
            : [
                `Vous n’avez pas encore confirmé ce que l’établissement a saisi pour vous. Les candidatures closent le ${again}, à l’horloge de l’établissement. Ce lien remplace celui que vous aviez.`,
              ]),
          "L’établissement a saisi votre candidature d’après ce que vous lui avez remis ou dit. Relisez-la, puis confirmez-la.",
          `Ouvrez la page ci-dessous : elle vous envoie un code à cette adresse, que vous y taperez. Elle vaut jusqu’au ${sayDay(until, lang)}. L’ouvrir ne confirme rien.`,
          "Sur la même page, vous pourrez signaler une erreur, ou suivre votre dossier avec un compte.",
        ],
      }
    : {
        subject: `Application ${number}: confirm your application${again === undefined ? "" : ` by ${again}`}`,
        paragraphs: [
          ...(again === undefined
            ? []
            : [
                `You have not yet confirmed what the school entered for you. Applications close on ${again}, by the school’s clock. This link takes the place of the one you had.`,
              ]),
          "The school entered your application from what you handed in or told. Read it, then confirm it.",
          `Open the page below: it sends a code to this address, which you type there. It is good until ${sayDay(until, lang)}. Opening it confirms nothing.`,
          "On the same page you can report a mistake, or follow your application with an account.",
        ],
      };
}

/** To a person who was in training before the school used this service. */
export function carriedMail(lang: Lang, until: Day): MailText {
  return lang === "fr"
    ? {
        subject: "Votre formation, suivie désormais ici : ouvrez votre compte",
        paragraphs: [
          "L’établissement suit désormais votre formation dans ce service. Ce qui était connu de vous y a été repris : votre identité, votre promotion, vos heures.",
          `Ouvrez la page ci-dessous : elle vous envoie un code à cette adresse, que vous y taperez. Elle vaut jusqu’au ${sayDay(until, lang)}. Vous pourrez relire ce qui a été repris, signaler une erreur, et tout retrouver dans votre compte.`,
        ],
      }
    : {
        subject: "Your training, followed here from now on: open your account",
        paragraphs: [
          "The school follows your training in this service from now on. What was known of you was carried over: your identity, your cohort, your hours.",
          `Open the page below: it sends a code to this address, which you type there. It is good until ${sayDay(until, lang)}. You can read what was carried over, report a mistake, and find all of it in your account.`,
        ],
      };
}

/** To the previous address. */
export function addressMovedMail(lang: Lang, number: string): MailText {
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : l’établissement écrit désormais ailleurs`,
        paragraphs: [
          "L’établissement a noté une autre adresse pour votre candidature, et y a envoyé le lien qui permet de la confirmer. Celui que vous aviez ne vaut plus.",
          "Si vous n’avez rien demandé, dites-le à l’établissement.",
        ],
      }
    : {
        subject: `Application ${number}: the school now writes elsewhere`,
        paragraphs: [
          "The school noted another address for your application, and sent the link to confirm it there. The one you had is no longer good.",
          "If you asked for nothing, tell the school.",
        ],
      };
}
