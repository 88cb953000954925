/** Formats an instant in a zone: « 3 mars 2026 à 14 h 05 », "3 March 2026 at 14:05". */
import { type Lang, sayDay } from "./lang.ts";
import { dayIn } from "./zone.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

export function sayInstant(instant: Date, zone: string, lang: Lang): string {
  const day = sayDay(dayIn(instant, zone), lang);
  const [hour, minute] = timeIn(instant, zone).split(":");
  return lang === "fr" ? `${day} à ${Number(hour)}\u00a0h\u00a0${minute}` : `${day} at ${hour}:${minute}`;
}

/** `14:05`, local time of the zone. */
export function timeIn(instant: Date, zone: string): string {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
    formats.set(zone, format);
  }
  return format.format(instant);
}
