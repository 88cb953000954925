/** Whether the conditions would be met in time for an open or announced intake. */
import type { Day } from "../../kit/day.ts";
import { href, type Html, html } from "../../kit/html.ts";
import { dayIn } from "../../kit/zone.ts";
import type { Visit } from "../../page/page.ts";
import { endsBefore } from "../../law/registration.ts";
import { registrationLine } from "../../catalogue/registration-line.ts";
import { type Announced, nextEntry } from "../../intake/pages/notice.ts";
import type { EligibilityAnswer } from "../../decisions/eligibility/rule.ts";
import { type ResultWords, resultWords } from "./result-words.ts";

/** What was asked, and the answer beside it. */
export type Row = { readonly asked: string; readonly said: Html | string };

/** Nothing where no day opens a door: the verdict has said it. */
export function forIntakes(visit: Visit, announced: Announced, answer: EligibilityAnswer): Row[] {
  if (answer.outcome === "not-eligible" && answer.reachedOn === null) return [];
  const { law, lang, today, link } = visit;
  const words = resultWords(lang).intake;
  const { metBy } = law.school.admission;
  const intakes = announced.intakes.map(({ entryOn, closesAt }) => {
    const closing = dayIn(closesAt, visit.school.timezone);
    return {
      asked: words.entry,
      said: `${words.begins(entryOn)} ${inTime(answer, { entryOn, closing, metBy: metBy?.by }, words)}`,
    };
  });
  if (!endsBefore(law.diploma, today, nextEntry(announced))) return intakes;
  // Inside the fold, which the browser then opens.
  const about = `/${law.diploma.diploma}#registration-effect`;
  const said = html`${words.ends(law.diploma.registration.until)} <a href="${href(link(about))}">${words.whatItChanges}</a>`;
  return [...intakes, { asked: words.toKnow, said }];
}

/** That the registration ends before the intake, in full. */
export function registrationTold(
  { law, lang, today }: Visit,
  announced: Announced,
  { findings }: EligibilityAnswer,
): string | undefined {
  return registrationLine(law, { on: today, entryOn: nextEntry(announced), told: findings }, lang);
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
