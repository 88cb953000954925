/** What decisions on money share: the school whose file says nothing of it gets no answer. */
import { issue } from "../kit/schema.ts";
import type { CommonInput, Ready } from "./decision.ts";
import type { Law } from "./law.ts";
import type { Money } from "./money.ts";

/** Prepares a decision for a school's entries on money. */
export function withMoney<I extends CommonInput, A>(law: Law, ready: (money: Money) => Ready<I, A>): Ready<I, A> {
  const { money, name } = law.establishment;
  if (money) return ready(money);
  const silent = issue(
    "establishment",
    `Le fichier de ${name} ne dit rien de l’argent après l’admission (« money »).`,
    `The file of ${name} says nothing of money after admission ("money").`,
  );
  const never = () => {
    throw new Error("Decided without a word on money");
  };
  return {
    schema: { type: "object", required: ["id", "on"] },
    check: () => ({ code: "invalid", issues: [silent] }),
    decide: never,
    say: never,
  };
}
