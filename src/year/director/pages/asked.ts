/** What an address of the director's year asks for. */
import { isId } from "../../../kit/shapes.ts";
import type { Visit } from "../../../page/page.ts";

/** The intake and the month that an address asks for; this month is today. */
export function askedOf({ query, today }: Pick<Visit, "query" | "today">) {
  const { campagne, mois } = query;
  const isMonth = mois !== undefined && /^2[01]\d\d-(?:0[1-9]|1[0-2])$/.test(mois) && mois !== today.slice(0, 7);
  return {
    ...(campagne !== undefined && isId(campagne) && { intake: campagne }),
    ...(isMonth && { month: mois }),
  };
}
