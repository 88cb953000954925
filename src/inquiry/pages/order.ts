/** The order of the questions; those that the référentiel does not need are skipped. */
import { asksCorps, asksExperience, asksWaivers } from "../../law/doors.ts";
import { othersAsked } from "../rules/opens.ts";
import type { At } from "./step.ts";

/** The questions after the titles that this diploma asks. */
function questionsOf({ law }: Pick<At, "law">): string[] {
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

/** The pages of the questions that are asked only if nothing else opens a door. */
export const OTHERS = { corps: "corps", waivers: "dispense" } as const;

/** The next question that is asked, given what was answered. */
export function after(at: Pick<At, "law" | "journey" | "visit" | "draft">, step: string): string {
  const run = runOf(at, step);
  const { visit, draft } = at;
  const asked: readonly string[] = othersAsked(visit.law, draft, visit.today).map((one) => OTHERS[one]);
  const others: readonly string[] = Object.values(OTHERS);
  const next = run.slice(run.indexOf(step) + 1).find((one) => !others.includes(one) || asked.includes(one));
  return next ?? at.journey.end;
}

export function before(at: Pick<At, "law" | "journey">, step: string): string {
  const run = runOf(at, step);
  return run[run.indexOf(step) - 1] ?? at.journey.start;
}
