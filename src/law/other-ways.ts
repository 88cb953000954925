/** Other ways to the diploma than the course: shown beside a « Non », which is about the course alone. */
import type { Diploma } from "./diploma.ts";
import { type Finding, finding } from "./finding.ts";
import type { Label } from "../kit/lang.ts";

/** One finding for each way in force on that day, to be worded by the sentences below. */
export function otherWays({ vae }: Diploma, on: string): Finding[] {
  return vae
    .filter(({ leadsOn, from, to }) => leadsOn && (from === undefined || from <= on) && (to === undefined || on <= to))
    .map((way) => finding("other-way", true, "other-way", way, { way }));
}

type OtherWay = { way: { label: Label } };

/** Apart from the decisions' sentences: no decision has this finding. */
export const otherWaySentences = {
  fr: { "other-way": ({ way }: OtherWay) => way.label.fr },
  en: { "other-way": ({ way }: OtherWay) => way.label.en },
};
