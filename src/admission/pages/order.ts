/** Which question follows which: those that the référentiel has no use for are not asked. */
import { asksCorps, asksExperience, asksWaivers } from "./draft.ts";
import type { At } from "./step.ts";

/** The questions after the titles, of those this diploma asks. */
export function questionsOf({ law }: Pick<At, "law">): string[] {
  return [
    "titres",
    ...(asksExperience(law) ? ["experience"] : []),
    ...(asksCorps(law) ? ["corps"] : []),
    ...(asksWaivers(law) ? ["dispense"] : []),
  ];
}

export function after(at: Pick<At, "law">, step: string): string {
  const questions = questionsOf(at);
  return questions[questions.indexOf(step) + 1] ?? "verifier";
}

export function before(at: Pick<At, "law">, step: string): string {
  const questions = questionsOf(at);
  return questions[questions.indexOf(step) - 1] ?? "titres";
}
