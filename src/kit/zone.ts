/** From an instant to the calendar day that people in a place are living: deadlines end at midnight there. */
import type { Day } from "./day.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

/** The `Day` of `instant` in an IANA zone such as `Europe/Paris`. */
export function dayIn(instant: Date, zone: string): Day {
  let format = formats.get(zone);
  if (!format) {
    // Sweden writes days as ISO does.
    format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
    formats.set(zone, format);
  }
  return format.format(instant);
}
