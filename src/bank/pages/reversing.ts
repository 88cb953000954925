/** Reversing a mistaken payment: its cheque or bank line is free again. */
import { see } from "../../page/acting.ts";
import { formPage } from "../../page/form-page.ts";
import { choice, text } from "../../page/kinds.ts";
import { route } from "../../page/route.ts";
import { actionPage, reasonField } from "../../billing/charges/pages/action.ts";
import { isOwn } from "../../billing/charges/hands.ts";
import { amount, debtorAt, officeFrame } from "../../billing/charges/pages/parts.ts";
import { moneyWords } from "../../billing/charges/pages/words.ts";
import { debtorIn } from "../../billing/debtors/pages/account.ts";
import { seeDebtor } from "../../billing/debtors/views.ts";
import type { Seen } from "../../billing/charges/pages/actions.ts";
import { reversePayment } from "../acts.ts";

const reverse = route("/finances/frais/:charge/annuler/:payment");

export const reversePage = actionPage({
  name: "finances-annuler",
  route: reverse,
  words: "reverse",
  title: (at) => at.words.reverse.title(paymentOf(at)?.number ?? ""),
  open: (at) => paymentOf(at)?.reversed === false,
  fields: (at) => {
    const { kind, kinds, kindFault } = at.words.reverse;
    const options = (["mistaken", "bounced"] as const).map((value) => ({ value, label: kinds[value] }));
    return {
      kind: choice({ label: kind, options, missing: kindFault }),
      bankFee: amount({ lang: at.lang, label: at.words.reverse.bankFee, optional: true }),
      reason: reasonField(at),
    };
  },
  act: reversePayment,
  input: (typed, { params }) => ({ ...typed, payment: params.payment }),
});

const reverseAlone = route("/finances/comptes/:debtor/annuler/:payment");

/** One that names its debtor and no charge. */
export const reverseAlonePage = formPage({
  name: "finances-compte-annuler",
  route: reverseAlone,
  who: "keep the accounts",
  words: moneyWords,
  seen: async (visit, params) => {
    const seen = await see(visit, seeDebtor, { debtor: debtorIn(params), all: true });
    const payment = seen?.payments.find(({ id }) => id === params.payment);
    return payment && { payment, debtor: seen!.debtor };
  },
  elsewhere: ({ visit, params, seen: { payment, debtor } }) =>
    payment.reversed || payment.charge !== null || isOwn({ debtor }, visit.actor) ? debtorAt.to(params) : undefined,
  form: {
    words: "reverse",
    fields: ({ lang, words }) => {
      const { kind, kinds, kindFault, bankFee } = words.reverse;
      const options = (["mistaken", "bounced"] as const).map((value) => ({ value, label: kinds[value] }));
      return {
        kind: choice({ label: kind, options, missing: kindFault }),
        bankFee: amount({ lang, label: bankFee, optional: true }),
        reason: text({ label: words.form.reason, hint: words.form.reasonHint, missing: words.form.reasonFault }),
      };
    },
    act: reversePayment,
    input: (typed, { params }) => ({ ...typed, payment: params.payment }),
    done: (_, { params }) => debtorAt.to(params, { fait: "annule" }),
    stale: ({ params }) => ({ to: debtorAt.to(params) }),
    forbidden: ({ params }) => ({ to: debtorAt.to(params) }),
    on: { payment: "reason" },
  },
  shown: ({ words, params, seen: { payment } }, { form }) => ({
    title: words.reverse.title(payment.number),
    lead: words.reverse.lead,
    main: form(),
    back: debtorAt.to(params),
  }),
  frame: officeFrame,
});

function paymentOf({ seen, params }: Seen<typeof reverse.path>) {
  return seen.history.payments.find(({ id }) => id === params.payment);
}
