/**
 * The rate of late penalties over some days, in hundredths of a percent a year, or why there is none to compute by: it changes each half-year,
 * and the decision on an account takes one. Of a school whose file has 12.15 % from July to December, what was late from August to October
 * is computed; what was late until January is not, nor what was late in a half-year that the file does not know.
 */
import { addDays, type Day } from "../../kit/day.ts";
import type { Money } from "../../law/money.ts";

type Late = { readonly from: Day; readonly to: Day; readonly isPublic: boolean };

export function penaltyRate({ invoices }: Money, { from, to, isPublic }: Late): number | "unknown" | "changed" {
  const known = (invoices.penalties.rates ?? []).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const found = new Set<number>();
  let day = from;
  for (const one of known) {
    if (one.from > day || one.to < day || day > to) continue;
    found.add(isPublic ? one.public : one.business);
    day = addDays(one.to, 1);
  }
  if (day <= to) return "unknown";
  const [rate, ...others] = found;
  return others.length > 0 ? "changed" : rate!;
}
