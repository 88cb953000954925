/** Reads what people type in cells. */
import type { Day } from "../../kit/day.ts";

/** « 12 », « 12,5 », « 12 h 30 », « 12:30 », in whole minutes; undefined for anything else. */
export function readMinutes(text: string): number | undefined {
  const clock = /^(\d{1,5})\s*[h:]\s*(\d{2})?$/i.exec(text);
  if (clock) {
    const rest = Number(clock[2] ?? 0);
    return rest < 60 ? Number(clock[1]) * 60 + rest : undefined;
  }
  const [, hours, fraction = ""] = /^(\d{1,5})(?:[.,](\d{1,4}))?$/.exec(text) ?? [];
  if (hours === undefined) return undefined;
  // Counted in ten-thousandths of an hour, so that no binary fraction decides.
  const part = Number(fraction.padEnd(4, "0")) * 60;
  return part % 10_000 === 0 ? Number(hours) * 60 + part / 10_000 : undefined;
}

/** One spelling of a name: without case, accents or double spaces. */
export function nameKey(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** What tells one person from another: the first given name, a family name and the day of birth. */
export function personKey(name: string, givenNames: string, bornOn: Day): string {
  return `${nameKey(name)}|${nameKey(givenNames).split(" ")[0] ?? ""}|${bornOn}`;
}

/** « 1 200 », « 1200,50 », « 1 200,50 € », in cents; undefined for anything else. */
export function readCents(text: string): number | undefined {
  const typed = text.replaceAll(/[\s\u00a0\u202f]/g, "").replace(/(?:€|EUR)$/i, "");
  const [, euros, cents = ""] = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(typed) ?? [];
  return euros === undefined ? undefined : Number(euros) * 100 + Number(cents.padEnd(2, "0"));
}
