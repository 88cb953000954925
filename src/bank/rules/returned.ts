/** Which payment an entry below zero tells of, where the bank took it back. */
import { namesCheque } from "./cheques.ts";
import { naming } from "./matching.ts";

type Came = {
  readonly id: string;
  readonly name: string | null;
  readonly drawer: string | null;
  readonly chequeNumber: string | null;
};

/**
 * The cheque that the entry names by its number, else the payment of whom it names, else the only one of its amount. None where it may tell of
 * one that was noted as unpaid before: « REJET VIR BARON » of a Damien Baron noted on the day before, beside another of the same amount.
 */
export function returnedBy(
  { label, counterparty }: { readonly label: string; readonly counterparty: string | null },
  { standing, noted }: { readonly standing: readonly Came[]; readonly noted: readonly Came[] },
): string | undefined {
  const words = `${label} ${counterparty ?? ""}`;
  const named = (how: "whole" | "part") => (one: Came) =>
    [one.name, one.drawer].some((name) => naming(words, name) === how);
  const byNumber = ({ chequeNumber }: Came) => namesCheque(words, chequeNumber);
  for (const one of [byNumber, named("whole"), named("part")]) {
    if (noted.some(one)) return undefined;
    const [only, ...others] = standing.filter(one);
    if (only) return others.length === 0 ? only.id : undefined;
  }
  return standing.length === 1 && noted.length === 0 ? standing[0]!.id : undefined;
}
