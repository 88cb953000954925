/** What the pages show of what a certificate or an attestation says. The acts compare it. */
import { type Shown, textLine } from "../../act/shows.ts";
import type { Day } from "../../kit/day.ts";
import { labelled, sayDay, sayMinutes, sayNumber } from "../../kit/lang.ts";
import type { AttendedDays } from "./attended.ts";

export function certificateLines(attended: Pick<AttendedDays, "minutes" | "halfDays"> | undefined): Shown {
  const { minutes, halfDays } = attended ?? { minutes: 0, halfDays: [] };
  return [
    { what: { fr: "Heures suivies", en: "Hours followed" }, is: labelled((lang) => sayMinutes(minutes, lang)) },
    { what: { fr: "Demi-journées", en: "Half-days" }, is: labelled((lang) => sayNumber(halfDays.length, lang)) },
    textLine(halfDays),
  ];
}

export function entryLines(enteredOn: Day): Shown {
  return [
    { what: { fr: "Entrée en formation", en: "Entry into training" }, is: labelled((lang) => sayDay(enteredOn, lang)) },
  ];
}
