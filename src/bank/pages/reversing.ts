/** Reversing a mistaken payment: its cheque or bank line is free again. */
import { choice } from "../../page/kinds.ts";
import { route } from "../../page/route.ts";
import { actionPage, reasonField } from "../../billing/charges/pages/action.ts";
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
      reason: reasonField(at),
    };
  },
  act: reversePayment,
  input: (typed, { params }) => ({ ...typed, payment: params.payment }),
});

function paymentOf({ seen, params }: Seen<typeof reverse.path>) {
  return seen.history.payments.find(({ id }) => id === params.payment);
}
