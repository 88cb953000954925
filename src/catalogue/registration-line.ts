/** The notice that the registration ends before the intake in question, shared by answers and prices. */
import type { Day } from "../kit/day.ts";
import type { Lang } from "../kit/lang.ts";
import type { Finding } from "../law/finding.ts";
import type { Law } from "../law/law.ts";
import { endsBefore, isOver } from "../law/registration.ts";
import { programmeWords } from "./sentences.ts";

export type Spoken = {
  /** The day of the answer. */
  readonly on: Day;
  /** The intake in question, if its day is known. */
  readonly entryOn: Day | undefined;
  /** The answer's other findings: past the end, they report it themselves. */
  readonly told?: readonly Finding[];
};

export function registrationLine({ diploma }: Law, { on, entryOn, told = [] }: Spoken, lang: Lang): string | undefined {
  if (!endsBefore(diploma, on, entryOn) || isOver(told)) return undefined;
  const { code, until } = diploma.registration;
  const words = programmeWords[lang];
  return on > until ? words.registrationOver(code, until) : words.registrationFirst(code, until, entryOn);
}
