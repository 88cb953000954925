/** What leads to the diploma without entering the course: told beside a « Non », which is about the course alone. */
import type { Diploma } from "./diploma.ts";
import { type Finding, finding } from "./finding.ts";

/** One finding each, of what is in force on that day; sentence `other-way` of the law's catalogue. */
export function otherWays({ vae }: Diploma, on: string): Finding[] {
  return vae
    .filter(({ leadsOn, from, to }) => leadsOn && (from === undefined || from <= on) && (to === undefined || on <= to))
    .map((way) => finding("other-way", true, "other-way", way, { way }));
}
