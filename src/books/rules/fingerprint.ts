/** What is hashed of a closed period: its entries and the fingerprint before, so that none can be changed, added or taken away unseen. */
import { canonical } from "../../kit/canonical.ts";
import type { Day } from "../../kit/day.ts";
import type { Numbered } from "./extract.ts";

export function hashed(
  { until, yearEnd, before }: { readonly until: Day; readonly yearEnd: boolean; readonly before: string | null },
  entries: readonly Numbered[],
): string {
  const said = entries.map(({ fact, place, journal, number, on, piece, pieceOn, label, lines }) => [
    fact,
    place,
    journal,
    number,
    on,
    piece,
    pieceOn,
    label,
    lines,
  ]);
  return canonical({ until, yearEnd, before, entries: said });
}

/** The sum of the debits, which is that of the credits. */
export function totalOf(entries: readonly Pick<Numbered, "lines">[]): number {
  return entries.flatMap(({ lines }) => lines).reduce((sum, { debit }) => sum + debit, 0);
}
