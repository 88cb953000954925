/** Whether the conditions would be met in time for an open or announced intake. */
import type { Day } from "../../kit/day.ts";
import { type Html, html } from "../../kit/html.ts";
import { dayIn } from "../../kit/zone.ts";
import type { Visit } from "../../page/page.ts";
import { registrationLine } from "../../catalogue/registration-line.ts";
import { type Announced, nextEntry } from "../../intake/pages/notice.ts";
import type { EligibilityAnswer } from "../../decisions/eligibility/rule.ts";
import { type ResultWords, resultWords } from "./result-words.ts";

export function forIntakes(visit: Visit, announced: Announced, answer: EligibilityAnswer): Html {
  const { intakes } = announced;
  const { law, lang, today } = visit;
  const words = resultWords(lang).intake;
  const ends = registrationLine(law, { on: today, entryOn: nextEntry(announced), told: answer.findings }, lang);
  return html`${intakes.map(({ entryOn, closesAt }) => {
    if (closesAt === null) return false;
    const closing = dayIn(closesAt, visit.school.timezone);
    const { metBy } = visit.law.school.admission;
    return html`<p>${words.begins(entryOn, closing)} ${inTime(answer, { entryOn, closing, metBy: metBy?.by }, words)}</p>`;
  })}${ends !== undefined && html`<p>${ends}</p>`}`;
}

type Ends = { readonly entryOn: Day; readonly closing: Day; readonly metBy: "closing" | "entry" | undefined };

/** A day before the closing is in time on any reading, after the entry on none; in between the school decides. */
export function inTime(
  { outcome, reachedOn }: EligibilityAnswer,
  { entryOn, closing, metBy }: Ends,
  words: ResultWords["intake"],
): string {
  if (outcome === "eligible") return words.met;
  if (outcome === "needs-decision") return words.decide;
  if (outcome === "unknown") return words.paper;
  if (reachedOn === null) return words.closed;
  if (reachedOn <= closing) return words.inTime(reachedOn);
  if (reachedOn > entryOn) return words.tooLate(reachedOn);
  return metBy === undefined ? words.notSaid(reachedOn) : words[metBy === "entry" ? "byEntry" : "byClosing"](reachedOn);
}
