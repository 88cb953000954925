/** What is found of somebody who may be presented: what they hold, and the hours that are missing, which warn and bar nobody. */
import type { Performing } from "../act/act.ts";
import { sentences as certificationSentences } from "../decisions/certification/sentences.ts";
import type { Label } from "../kit/lang.ts";
import { sayCited } from "../admission/sentences.ts";
import { seeHours } from "../training/hours/views.ts";
import type { toSit } from "./rules/standing.ts";
import { type Said, sayBoth } from "./said.ts";

/** Those of the decision, then those of the hours as they are today. */
export async function foundOf(
  given: Performing<unknown>,
  enrolment: string,
  { answer }: ReturnType<typeof toSit>,
): Promise<readonly Said[]> {
  const own = sayBoth(
    answer.domains.flatMap((one) => one.findings),
    certificationSentences,
  );
  return [...own, ...(await hoursMissing(given, enrolment))];
}

async function hoursMissing(given: Performing<unknown>, enrolment: string): Promise<readonly Said[]> {
  const read = (language: "fr" | "en") => seeHours.read({ ...given, input: { enrolment, language } });
  const [fr, en] = [await read("fr"), await read("en")];
  if (!fr || !en || fr.complete) return [];
  return fr.findings.flatMap((one, at) => {
    const other = en.findings[at];
    if (one.met !== false || !other) return [];
    const both = (pick: (said: typeof one) => string): Label => ({ fr: pick(one), en: pick(other) });
    const source = both(({ source }) => sayCited(source));
    return [{ condition: one.condition, met: one.met, reason: both(({ reason }) => reason), source }];
  });
}
