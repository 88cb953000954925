/** One sentence, wherever an answer or a price speaks of an intake that the registration of the diploma does not reach. */
import type { Day } from "../kit/day.ts";
import type { Lang } from "../kit/lang.ts";
import type { Finding } from "../law/finding.ts";
import type { Law } from "../law/law.ts";
import { endsBefore, isOver } from "../law/registration.ts";
import { programmeWords } from "./sentences.ts";

export type Spoken = {
  /** The day of the answer. */
  readonly on: Day;
  /** The intake it speaks of, where its day is known. */
  readonly entryOn: Day | undefined;
  /** What the answer says besides: past its end, its own findings tell of the registration. */
  readonly told?: readonly Finding[];
};

export function registrationLine({ diploma }: Law, { on, entryOn, told = [] }: Spoken, lang: Lang): string | undefined {
  if (!endsBefore(diploma, on, entryOn) || isOver(told)) return undefined;
  const { code, until } = diploma.registration;
  const words = programmeWords[lang];
  return on > until ? words.registrationOver(code, until) : words.registrationFirst(code, until, entryOn);
}
