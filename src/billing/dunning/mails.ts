/** The reminder of a late payment, firmer by level. No penalty is claimed: of a person none may be. */
import type { Day } from "../../kit/day.ts";
import { type Lang, sayDay, sayMoney } from "../../kit/lang.ts";
import type { MailText } from "../../mail/post.ts";

type Late = {
  readonly level: number;
  readonly reference: string;
  readonly balance: number;
  readonly dueOn: Day;
  readonly ways: readonly string[];
};

export function dunningMail(
  lang: Lang,
  { level, reference, balance, dueOn, ways }: Late,
): MailText & { readonly label: string } {
  const amount = sayMoney(balance, lang);
  const day = sayDay(dueOn, lang);
  const { subject, first, last, label } = WORDS[lang];
  const at = Math.min(level, first.length) - 1;
  return {
    subject: subject[at]!(amount),
    paragraphs: [first[at]!(amount, day), REFERENCE[lang](reference), ...ways, last[at]!],
    label,
  };
}

const REFERENCE = {
  fr: (reference: string) => `La référence à recopier est ${reference}.`,
  en: (reference: string) => `The reference to copy is ${reference}.`,
};

const WORDS = {
  fr: {
    subject: [
      (amount: string) => `${amount} restent à payer`,
      (amount: string) => `Relance : ${amount} restent à payer`,
      (amount: string) => `Dernière relance avant mise en demeure : ${amount}`,
    ],
    first: [
      (amount: string, day: string) =>
        `${amount} étaient à payer au plus tard le ${day}, et nous ne les avons pas reçus. C’est peut-être un oubli.`,
      (amount: string, day: string) =>
        `${amount} étaient à payer au plus tard le ${day}. Nous ne les avons toujours pas reçus.`,
      (amount: string, day: string) =>
        `${amount} étaient à payer au plus tard le ${day}. Le retard est devenu long. Sans paiement ni réponse, l’établissement pourra vous mettre en demeure.`,
    ],
    last: [
      "Si vous avez payé ces derniers jours, ne payez pas une seconde fois. Une difficulté, un désaccord ? Répondez à ce message.",
      "Si vous avez payé ces derniers jours, ne payez pas une seconde fois. Vous pouvez demander un délai, ou dire ce que vous contestez, en répondant à ce message.",
      "Répondez à ce message si vous ne pouvez pas payer en une fois, ou si vous contestez cette somme : les relances s’arrêtent tant que cela n’est pas tranché.",
    ],
    label: "Voir comment payer",
  },
  en: {
    subject: [
      (amount: string) => `${amount} is left to pay`,
      (amount: string) => `Reminder: ${amount} is left to pay`,
      (amount: string) => `Last reminder before formal notice: ${amount}`,
    ],
    first: [
      (amount: string, day: string) =>
        `${amount} was to be paid by ${day}, and we have not received it. It may have been forgotten.`,
      (amount: string, day: string) => `${amount} was to be paid by ${day}. We have still not received it.`,
      (amount: string, day: string) =>
        `${amount} was to be paid by ${day}. This is long overdue. Without payment or an answer, the school may give you formal notice.`,
    ],
    last: [
      "If you paid in the last few days, do not pay a second time. A difficulty, a disagreement? Answer this message.",
      "If you paid in the last few days, do not pay a second time. You may ask for more time, or say what you dispute, by answering this message.",
      "Answer this message if you cannot pay at once, or if you dispute this sum: reminders stop until that is decided.",
    ],
    label: "See how to pay",
  },
} as const;
