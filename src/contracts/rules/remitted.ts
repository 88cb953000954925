/**
 * What the school gave up by a credit, before the decision on the schedule, which knows no such thing: a credit leaves what is owed as it
 * was, so that its amount would be asked again. It is therefore given as asked and standing, in a document of its own beside invoices that
 * are smaller by it; what the answer then says of that document is taken off again. So issued + to issue − credits = owed − given up.
 *
 * Of 1 000 € with 400 € invoiced, of which 100 € are given up: an invoice of 300 € and a document of 100 € stand, 600 € are still to issue.
 */
import type { Issued, Nature } from "../../decisions/schedule/facts.ts";

export type IssuedAs = Issued & { readonly remitted?: boolean };

/** No number of a series has this form. */
const numberOf = (nature: Nature) => `(remitted, ${nature})`;

/** The oldest, since a credit falls on the latest first: on the others before it. */
export function asStanding(documents: readonly IssuedAs[]): {
  readonly issued: readonly Issued[];
  readonly remitted: number;
} {
  const given = documents.filter(({ remitted }) => remitted);
  const off = (number: string) => sum(given.filter(({ of }) => of === number));
  const natureOf = (number: string | undefined) =>
    documents.find((one) => one.number === number)?.nature ?? ("training" as const);
  const on = documents.map((one) => one.on).reduce((first, one) => (one < first ? one : first), "9999-12-31");
  const standing = [...Map.groupBy(given, ({ of }) => natureOf(of))].map(
    ([nature, of]): Issued => ({ number: numberOf(nature), kind: "invoice", nature, on, amount: sum(of) }),
  );
  const rest = documents.flatMap(({ remitted, ...one }): Issued[] => {
    if (remitted) return [];
    const amount = one.kind === "invoice" ? one.amount - off(one.number) : one.amount;
    return amount > 0 ? [{ ...one, amount }] : [];
  });
  return { issued: [...standing, ...rest], remitted: sum(given) };
}

type Answered = {
  readonly total: number;
  readonly credits: readonly { readonly of: string; readonly amount: number }[];
};

/** The answer without it: nobody owes what was given up, and no credit takes it off a second time. */
export function withoutRemitted<A extends Answered>(answer: A, remitted = 0): A {
  const own = new Set<string>((["training", "third", "indemnity"] as const).map(numberOf));
  const again = answer.credits.filter(({ of }) => own.has(of));
  return {
    ...answer,
    total: answer.total - remitted + sum(again),
    credits: answer.credits.filter(({ of }) => !own.has(of)),
  };
}

function sum(of: readonly { readonly amount: number }[]): number {
  return of.reduce((total, { amount }) => total + amount, 0);
}
