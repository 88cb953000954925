/** The month that is over: accounts are done of it. */
import { addDays, type Day } from "../../kit/day.ts";

export function lastMonth(today: Day): { readonly from: Day; readonly to: Day } {
  const to = addDays(`${today.slice(0, 7)}-01`, -1);
  return { from: `${to.slice(0, 7)}-01`, to };
}
