/** A time of day, `HH:MM` from 00:00 to 23:59, which sorts as it reads; arithmetic is on minutes since midnight. */
import type { JsonSchema } from "./schema.ts";

export type Time = string;

export const time: JsonSchema = {
  type: "string",
  pattern: "^(?:[01][0-9]|2[0-3]):[0-5][0-9]$",
  says: { fr: "une heure de 00:00 à 23:59, écrite HH:MM", en: "a time from 00:00 to 23:59, written HH:MM" },
};

export function minutesOf(text: Time): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}

export function timeOf(minutes: number): Time {
  const two = (count: number) => String(count).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
