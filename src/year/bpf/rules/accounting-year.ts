/** The accounting year of a school, named by the calendar year in which it ends. Pure. */
import { addDays, type Day } from "../../../kit/day.ts";

export type AccountingYear = { readonly year: number; readonly from: Day; readonly to: Day };

/** `ends`: its last day, month and day. */
export function accountingYear(ends: string, year: number): AccountingYear {
  return { year, from: addDays(`${String(year - 1)}-${ends}`, 1), to: `${String(year)}-${ends}` };
}

/** The last one that is over on a day. */
export function lastOver(ends: string, today: Day): AccountingYear {
  const year = Number(today.slice(0, 4));
  return accountingYear(ends, `${String(year)}-${ends}` < today ? year : year - 1);
}

/** The first day `by` (month and day) after the year's end; null where nothing says it. */
export function dueDay({ to }: Pick<AccountingYear, "to">, by: string | undefined): Day | null {
  if (by === undefined) return null;
  const year = Number(to.slice(0, 4));
  const same = `${String(year)}-${by}`;
  return same > to ? same : `${String(year + 1)}-${by}`;
}
