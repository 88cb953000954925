/** The order of the questions; those that the référentiel does not need are skipped. */
import { asksCorps, asksExperience, asksWaivers } from "../../law/doors.ts";
import type { At } from "./step.ts";

/** The questions after the titles that this diploma asks. */
export function questionsOf({ law }: Pick<At, "law">): string[] {
  return [
    "titres",
    ...(asksExperience(law) ? ["experience"] : []),
    ...(asksCorps(law) ? ["corps"] : []),
    ...(asksWaivers(law) ? ["dispense"] : []),
  ];
}

function runOf({ law, journey }: Pick<At, "law" | "journey">, step: string): readonly string[] {
  return journey.runs(questionsOf({ law })).find((steps) => steps.includes(step)) ?? [];
}

export function after(at: Pick<At, "law" | "journey">, step: string): string {
  const run = runOf(at, step);
  return run[run.indexOf(step) + 1] ?? at.journey.end;
}

export function before(at: Pick<At, "law" | "journey">, step: string): string {
  const run = runOf(at, step);
  return run[run.indexOf(step) - 1] ?? at.journey.start;
}
