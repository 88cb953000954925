/** All ways of paying for a path: the person alone, each funder alone, and the person's own mix if it is another. */
import type { Rejection } from "../../law/decision.ts";
import type { Law } from "../../law/law.ts";
import { type Funding, type QuoteAnswer, type QuoteInput, quoteRule } from "../../decisions/quote/rule.ts";
import { quoteRejection } from "../../decisions/quote/input.ts";

type Way = {
  /** Who pays all the tuition; undefined for the person's own mix. */
  readonly payer: string | undefined;
  readonly input: QuoteInput;
  readonly answer: QuoteAnswer;
};
export type Ways = {
  readonly all: readonly Way[];
  /** Why the person's own mix is not among them. */
  readonly refused: Rejection | undefined;
};

/** Reads the law once. The person alone comes first, the own mix last. */
export function waysRule(law: Law): (input: QuoteInput) => Ways {
  const quote = quoteRule(law);
  const reject = quoteRejection(law);
  const personal = law.school.funders.find((one) => one.personal)!.funder;
  const payers = [personal, ...law.school.funders.map((one) => one.funder).filter((one) => one !== personal)];
  return (input) => {
    const way = (payer: string | undefined, funding: readonly Funding[]): Way => {
      const asked = { ...input, funding };
      return { payer, input: asked, answer: quote(asked) };
    };
    const refused = reject(input);
    return {
      all: [
        ...payers.map((payer) => way(payer, payer === personal ? [] : [{ source: payer }])),
        ...(isMix(input.funding) && !refused ? [way(undefined, input.funding)] : []),
      ],
      refused,
    };
  };
}

export function isMix(funding: readonly Funding[]): boolean {
  return funding.length > 1 || funding.some((one) => one.amount !== undefined);
}
