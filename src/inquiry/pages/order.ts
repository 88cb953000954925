/** Which question follows which: those that the référentiel has no use for are not asked. */
import { asksCorps, asksExperience, asksWaivers } from "../../law/doors.ts";
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

/** The list of answers at the end; in a dossier, the list of tasks, at which each of its tasks ends. */
const END = { candidater: "verifier", parcours: "resultat", dossier: "" } as const;

/** In a dossier, what else may open a door is asked with the titles, and the experience is a task of its own. */
function runsOf(at: Pick<At, "law" | "journey">): string[][] {
  const questions = questionsOf(at);
  if (at.journey === "parcours") return [["titres"]];
  if (at.journey === "candidater") return [questions];
  return [questions.filter((question) => question !== "experience"), ["experience"]];
}

export function after(at: Pick<At, "law" | "journey">, step: string): string {
  const run = runsOf(at).find((steps) => steps.includes(step)) ?? [];
  return run[run.indexOf(step) + 1] ?? END[at.journey];
}

export function before(at: Pick<At, "law" | "journey">, step: string): string {
  const run = runsOf(at).find((steps) => steps.includes(step)) ?? [];
  return run[run.indexOf(step) - 1] ?? (at.journey === "dossier" ? "" : "titres");
}
