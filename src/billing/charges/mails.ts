/** The mails to debtors: a payment received, a refund, a reminder. */
import type { MailText } from "../../mail/post.ts";
import type { Day } from "../../kit/day.ts";
import { type Lang, sayDay, sayMoney } from "../../kit/lang.ts";
import type { ChargeState } from "../rules/charge-state.ts";
import type { GivenBackBy, Means } from "./movements/store.ts";
import { sayMeans } from "./words.ts";

type Mail = MailText & { readonly label: string };

type Receipt = {
  readonly number: string;
  readonly paid: { readonly amount: number; readonly paidOn: Day; readonly means: Means };
  readonly state: ChargeState;
};

export function receiptMail(lang: Lang, { number, paid, state }: Receipt): Mail {
  const amount = sayMoney(paid.amount, lang);
  const day = sayDay(paid.paidOn, lang);
  const means = sayMeans(paid.means, lang);
  if (lang === "fr")
    return {
      subject: `Votre paiement de ${amount} est enregistré (reçu ${number})`,
      paragraphs: [`Votre paiement de ${amount} (${means}) du ${day} est enregistré.`, restOf(state, lang)],
      label: "Ouvrir le reçu",
    };
  return {
    subject: `Your payment of ${amount} is recorded (receipt ${number})`,
    paragraphs: [`Your payment of ${amount} (${means}) of ${day} is recorded.`, restOf(state, lang)],
    label: "Open the receipt",
  };
}

type Account = { readonly open: number; readonly available: number };

/** A payment that names no charge. */
export function accountReceiptMail(
  lang: Lang,
  { number, paid, account }: Omit<Receipt, "state"> & { readonly account: Account },
): Mail {
  const amount = sayMoney(paid.amount, lang);
  const day = sayDay(paid.paidOn, lang);
  const means = sayMeans(paid.means, lang);
  if (lang === "fr")
    return {
      subject: `Votre paiement de ${amount} est enregistré (reçu ${number})`,
      paragraphs: [`Votre paiement de ${amount} (${means}) du ${day} est enregistré.`, standsAt(account, lang)],
      label: "Ouvrir le reçu",
    };
  return {
    subject: `Your payment of ${amount} is recorded (receipt ${number})`,
    paragraphs: [`Your payment of ${amount} (${means}) of ${day} is recorded.`, standsAt(account, lang)],
    label: "Open the receipt",
  };
}

/** What served nothing is given back. */
export function givenBackMail(
  lang: Lang,
  refund: { amount: number; means: GivenBackBy; reason: string },
  account: Account,
): Mail {
  const amount = sayMoney(refund.amount, lang);
  if (refund.means === "kept")
    return lang === "fr"
      ? {
          subject: `L’établissement garde ${amount} payés de trop`,
          paragraphs: [
            `Comme vous en êtes d’accord, l’établissement garde ${amount} que vous aviez payés de trop. Motif : ${refund.reason}. Si ce n’est pas le cas, répondez-nous.`,
            standsAt(account, lang),
          ],
          label: "Voir mes paiements",
        }
      : {
          subject: `The school keeps ${amount} that were paid too much`,
          paragraphs: [
            `As you agreed, the school keeps ${amount} that you had paid too much. Reason: ${refund.reason}. If you did not, write to us.`,
            standsAt(account, lang),
          ],
          label: "See my payments",
        };
  const means = sayMeans(refund.means, lang);
  if (lang === "fr")
    return {
      subject: `${amount} vous sont rendus`,
      paragraphs: [`L’établissement vous rend ${amount} (${means}). Motif : ${refund.reason}`, standsAt(account, lang)],
      label: "Voir mes paiements",
    };
  return {
    subject: `${amount} is given back to you`,
    paragraphs: [
      `The school gives ${amount} back to you (${means}). Reason: ${refund.reason}`,
      standsAt(account, lang),
    ],
    label: "See my payments",
  };
}

/** The whole account of a debtor. */
function standsAt({ open, available }: Account, lang: Lang): string {
  const [left, spare] = [sayMoney(open, lang), sayMoney(available, lang)];
  if (lang === "fr") {
    const kept = available > 0 ? ` ${spare} restent à votre compte.` : "";
    return (
      (open > 0 ? `En tout, il vous reste ${left} à payer.` : "À ce jour, rien d’autre ne vous est demandé.") + kept
    );
  }
  const kept = available > 0 ? ` ${spare} stays on your account.` : "";
  return (open > 0 ? `In all, ${left} is left for you to pay.` : "As of now, nothing more is asked of you.") + kept;
}

/** What is left to pay or to refund. */
function restOf({ balance }: Pick<ChargeState, "balance">, lang: Lang): string {
  const amount = sayMoney(Math.abs(balance), lang);
  if (lang === "fr") {
    if (balance > 0) return `Il reste ${amount} à payer.`;
    if (balance < 0)
      return `Vous avez payé ${amount} de trop : ils paient ce qui vous sera demandé ensuite, ou vous sont rendus.`;
    return "Cette somme est entièrement payée.";
  }
  if (balance > 0) return `${amount} is left to pay.`;
  if (balance < 0) return `You paid ${amount} too much: it pays what is asked of you next, or is given back to you.`;
  return "This sum is paid in full.";
}

export function refundMail(
  lang: Lang,
  refund: { amount: number; means: Means; reason: string },
  state: ChargeState,
): Mail {
  const amount = sayMoney(refund.amount, lang);
  const means = sayMeans(refund.means, lang);
  if (lang === "fr")
    return {
      subject: `${amount} vous sont rendus`,
      paragraphs: [`L’établissement vous rend ${amount} (${means}). Motif : ${refund.reason}`, restOf(state, lang)],
      label: "Voir mes paiements",
    };
  return {
    subject: `${amount} is given back to you`,
    paragraphs: [`The school gives ${amount} back to you (${means}). Reason: ${refund.reason}`, restOf(state, lang)],
    label: "See my payments",
  };
}

export function bouncedMail(
  lang: Lang,
  payment: { readonly amount: number; readonly means: Means; readonly reason: string },
  { ways, ...state }: Pick<ChargeState, "balance"> & { readonly ways: readonly string[] },
): Mail {
  const amount = sayMoney(payment.amount, lang);
  const means = sayMeans(payment.means, lang);
  if (lang === "fr")
    return {
      subject: `Votre paiement de ${amount} est revenu impayé`,
      paragraphs: [
        `Votre paiement de ${amount} (${means}) n’a pas été honoré par la banque. Motif : ${payment.reason}`,
        restOf(state, lang),
        ...ways,
      ],
      label: "Voir mes paiements",
    };
  return {
    subject: `Your payment of ${amount} came back unpaid`,
    paragraphs: [
      `The bank did not honour your payment of ${amount} (${means}). Reason: ${payment.reason}`,
      restOf(state, lang),
      ...ways,
    ],
    label: "See my payments",
  };
}

/** An announced refund failed: the card is closed, or the bank returned it. */
export function failedRefundMail(lang: Lang, refund: { amount: number }): Mail {
  const amount = sayMoney(refund.amount, lang);
  if (lang === "fr")
    return {
      subject: `Les ${amount} qui vous étaient rendus ne sont pas arrivés`,
      paragraphs: [
        `Le remboursement de ${amount} sur le moyen qui a servi à payer n’a pas abouti. L’établissement le sait, et vous les rendra autrement.`,
        "Vous n’avez rien à payer pour cela.",
      ],
      label: "Voir mes paiements",
    };
  return {
    subject: `The ${amount} given back to you did not arrive`,
    paragraphs: [
      `The refund of ${amount} to what you paid with did not succeed. The school knows, and will give it back in another way.`,
      "There is nothing to pay for that.",
    ],
    label: "See my payments",
  };
}

type Due = {
  readonly reference: string;
  readonly balance: number;
  readonly dueOn: Day;
  /** How to pay, a paragraph for each way. */
  readonly ways: readonly string[];
};

type Asked = Due & { readonly reason: string };

/** A suspended charge is asked for after all. */
export function askedAgainMail(lang: Lang, { reference, balance, dueOn, reason, ways }: Asked): Mail {
  const amount = sayMoney(balance, lang);
  const day = sayDay(dueOn, lang);
  if (lang === "fr")
    return {
      subject: `${amount} à payer au plus tard le ${day}`,
      paragraphs: [
        `L’établissement avait suspendu ${amount} en attendant de décider de ce qu’ils deviennent. Il vous les demande, au plus tard le ${day}. Son motif : ${reason}`,
        `La référence à recopier est ${reference}.`,
        ...ways,
      ],
      label: "Voir comment payer",
    };
  return {
    subject: `${amount} to be paid by ${day}`,
    paragraphs: [
      `The school had suspended ${amount} until it decided what becomes of it. It asks you for it, by ${day}. Its reason: ${reason}`,
      `The reference to copy is ${reference}.`,
      ...ways,
    ],
    label: "See how to pay",
  };
}
