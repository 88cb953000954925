/**
 * What is owed before the enrolment and is handed over with a contract on the page: said by the contract itself, or by the school beside it.
 * Anything else the office hands over.
 */
import type { Label } from "../../kit/lang.ts";
import type { Teaching } from "../../law/teaching.ts";

/** What a complete contract says under its headings: of these, nothing is owed beside it. */
const SAID = new Set("programme objectives trainers timetable assessment tariff settlement early-end".split(" "));

type Beside = { readonly label: Label; readonly url?: string };

/** The school's own words for it, with their address where it has one. */
export function besideOf(key: string, teaching: Teaching | undefined): Beside | undefined {
  return key === "contact" || key === "rules" ? teaching?.[key] : undefined;
}

/**
 * Of what is owed, what the office hands over: who signs on the page is given there what comes with the contract, and it is noted by
 * their signature.
 */
export function handedByOffice(owed: readonly string[], teaching: Teaching | undefined, signsHere: boolean): string[] {
  const withIt = signsHere ? handedWith(owed, teaching) : [];
  return owed.filter((key) => !withIt.includes(key));
}

/** Of these keys, those that somebody who reads a complete contract on the page then has. */
export function handedWith(keys: readonly string[], teaching: Teaching | undefined): string[] {
  return keys.filter((key) => SAID.has(key) || besideOf(key, teaching) !== undefined);
}
