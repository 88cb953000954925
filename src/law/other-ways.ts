/** What leads to the diploma without entering the course: told beside a « Non », which is about the course alone. */
import type { Diploma } from "./diploma.ts";
import { type Finding, finding } from "./finding.ts";
import type { Label } from "../kit/lang.ts";

/** One finding each, of what is in force on that day; to be said by the sentences below. */
export function otherWays({ vae }: Diploma, on: string): Finding[] {
  return vae
    .filter(({ leadsOn, from, to }) => leadsOn && (from === undefined || from <= on) && (to === undefined || on <= to))
    .map((way) => finding("other-way", true, "other-way", way, { way }));
}

type OtherWay = { way: { label: Label } };

/** Apart from those of the decisions, none of which says it. */
export const otherWaySentences = {
  fr: { "other-way": ({ way }: OtherWay) => way.label.fr },
  en: { "other-way": ({ way }: OtherWay) => way.label.en },
};
