/** The mails about deadlines. A subject names the dossier and the time, and nothing of its contents. */
import type { MailText } from "../mail/post.ts";
import { sayDeadline } from "../kit/moment.ts";
import type { Day } from "../kit/day.ts";
import { type Lang, sayDay, sayMoney } from "../kit/lang.ts";

type Entering = { readonly number: string; readonly until: string; readonly left: readonly string[] };

/** An applicant on paper or by telephone cannot fill in parts: they give the school what is missing. */
export function enteringMail(lang: Lang, { number, until, left }: Entering): MailText {
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : à déposer jusqu’au ${until}`,
        paragraphs: [
          `L’établissement saisit votre candidature d’après ce que vous lui avez remis ou dit. Elle n’est pas encore déposée, et les candidatures closent le ${until}, à l’horloge de l’établissement.`,
          left.length === 0
            ? "Rien ne manque : l’établissement n’a plus qu’à la déposer. S’il attend quelque chose de vous, dites-le-lui."
            : `Voici ce qui n’est pas encore complet : ${left.join(" ; ")}. Si l’établissement attend de vous un document ou une réponse, remettez-les-lui ou appelez-le.`,
          "Si vous avez renoncé à candidater, vous n’avez rien à faire.",
        ],
      }
    : {
        subject: `Application ${number}: to be submitted until ${until}`,
        paragraphs: [
          `The school is entering your application from what you handed in or told. It is not submitted yet, and applications close on ${until}, by the school’s clock.`,
          left.length === 0
            ? "Nothing is missing: the school has only to submit it. If it is waiting for something from you, tell it."
            : `This is not complete yet: ${left.join("; ")}. If the school is waiting for a document or an answer of yours, hand it over or call.`,
          "If you have given up applying, there is nothing to do.",
        ],
      };
}

type Complement = {
  readonly number: string;
  readonly dueOn: Day;
  readonly items: readonly string[];
  /** Those with something missing. */
  readonly left: readonly string[];
};

export function complementMail(lang: Lang, { number, dueOn, items, left }: Complement): MailText {
  const day = sayDay(dueOn, lang);
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : complément à donner avant la fin du ${day}`,
        paragraphs: [
          `L’établissement vous a demandé de compléter ou de corriger : ${items.join(" ; ")}. Il n’a pas encore reçu votre réponse.`,
          `Répondez avant la fin du ${day}, à l’horloge de l’établissement.`,
          left.length === 0
            ? "Rien ne manque plus : l’établissement n’a qu’à enregistrer votre réponse."
            : `Il manque encore quelque chose ici : ${left.join(" ; ")}.`,
          "Répondez comme vous avez candidaté : sur papier ou par téléphone.",
        ],
      }
    : {
        subject: `Application ${number}: complement to be given by the end of ${day}`,
        paragraphs: [
          `The school asked you to complete or correct: ${items.join("; ")}. It has not had your answer yet.`,
          `Answer by the end of ${day}, by the school’s clock.`,
          left.length === 0
            ? "Nothing is missing any more: the school has only to record your answer."
            : `Something is still missing here: ${left.join("; ")}.`,
          "Answer as you applied: on paper or by telephone.",
        ],
      };
}

type FeePutOff = {
  readonly number: string;
  readonly reference: string;
  readonly balance: number;
  readonly dueOn: Day;
  readonly reason: string;
};

/** To an applicant who submitted and has not paid; `ways`: how to pay, a paragraph for each. */
export function feePutOffMail(
  lang: Lang,
  { number, reference, balance, dueOn, reason }: FeePutOff,
  ways: readonly string[],
): MailText {
  const [amount, day] = [sayMoney(balance, lang), sayDay(dueOn, lang)];
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : plus de temps pour payer, jusqu’au ${day}`,
        paragraphs: [
          `Les candidatures closent plus tard qu’annoncé, et ce qui était à payer à la clôture l’est désormais au plus tard le ${day}.`,
          `L’établissement en donne la raison : « ${reason} »`,
          `Il reste ${amount} de frais de sélection à payer. La référence à recopier ne change pas : ${reference}. Si vous avez payé ces derniers jours, ne payez pas une seconde fois.`,
          ...ways,
        ],
      }
    : {
        subject: `Application ${number}: more time to pay, until ${day}`,
        paragraphs: [
          `Applications close later than announced, and what was to be paid by the closing is now to be paid by ${day}.`,
          `The school gives the reason: “${reason}”`,
          `${amount} of the selection fee is left to pay. The reference to copy stays the same: ${reference}. If you paid in the last few days, do not pay a second time.`,
          ...ways,
        ],
      };
}

type Prolonged = {
  readonly number: string;
  readonly closesAt: Date;
  readonly zone: string;
  readonly reason: string;
};

/** To an applicant who was late by the old closing. */
export function inTimeMail(
  lang: Lang,
  { number, closesAt, zone }: { readonly number: string; readonly closesAt: Date; readonly zone: string },
): MailText {
  const until = sayDeadline(closesAt, zone, lang);
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : il compte comme déposé à temps`,
        paragraphs: [
          `Vous aviez déposé votre dossier ${number} après la clôture. Elle est repoussée au ${until} : votre dossier compte comme déposé à temps et sera examiné comme les autres.`,
          "Votre récépissé reste valable : il dit la clôture qui valait le jour de votre dépôt. Ce qui vous attend encore est dans « Mon parcours ».",
        ],
      }
    : {
        subject: `Application ${number}: it counts as submitted in time`,
        paragraphs: [
          `You had submitted your application ${number} after the closing. Applications now close on ${until}: yours counts as submitted in time and is examined like the others.`,
          "Your receipt holds: it says the closing that held when you submitted. What still waits for you is in “My way”.",
        ],
      };
}

export function prolongedMail(lang: Lang, { number, closesAt, zone, reason }: Prolonged): MailText {
  const until = sayDeadline(closesAt, zone, lang);
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : plus de temps, jusqu’au ${until}`,
        paragraphs: [
          `Les candidatures closent plus tard qu’annoncé : le ${until}, à l’horloge de l’établissement.`,
          `L’établissement en donne la raison : « ${reason} »`,
          `Votre dossier ${number} n’est pas encore déposé. Rien de ce que vous avez écrit n’a changé.`,
        ],
      }
    : {
        subject: `Application ${number}: more time, until ${until}`,
        paragraphs: [
          `Applications close later than announced: on ${until}, by the school’s clock.`,
          `The school gives the reason: “${reason}”`,
          `Your application ${number} is not submitted yet. Nothing of what you wrote has changed.`,
        ],
      };
}
