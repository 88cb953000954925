/** The doctor's check of interviews: stored states must equal those computed again from the facts. */
import { setImmediate } from "node:timers/promises";
import type { Tx } from "../db/school.ts";
import { type Label, plural } from "../kit/lang.ts";
import type { Check } from "../act/check.ts";
import { interviewState } from "./rules/state.ts";
import { pageOfInterviews } from "./store.ts";

const PAGE = 500;

export async function interviewsCheck(tx: Tx, establishment: string): Promise<Check> {
  const wrong: string[] = [];
  let count = 0;
  for (let after: string | undefined; ; ) {
    const page = await pageOfInterviews(tx, after, PAGE);
    count += page.length;
    for (const { id, state, facts } of page) if (interviewState(facts) !== state) wrong.push(id);
    if (page.length < PAGE) break;
    after = page.at(-1)!.id;
    // PGlite answers without yielding to the event loop.
    await setImmediate();
  }
  const ok = wrong.length === 0;
  return { name: "interviews", ok, label: ok ? sound(establishment, count) : say(establishment, wrong) };
}

function sound(establishment: string, count: number): Label {
  return {
    fr: `${establishment}\u00a0: ${count} ${plural(count, "entretien", "entretiens", "fr")} ${count < 2 ? "dont l’état est celui" : "dont les états sont ceux"} que les faits donnent.`,
    en: `${establishment}: ${count} ${plural(count, "interview", "interviews", "en")}, standing where ${count === 1 ? "its" : "their"} facts say.`,
  };
}

function say(establishment: string, wrong: readonly string[]): Label {
  const [first] = wrong;
  const count = wrong.length;
  return {
    fr: `${establishment}\u00a0: ${count} ${plural(count, "entretien n’est pas dans l’état que ses", "entretiens ne sont pas dans l’état que leurs", "fr")} faits donnent, dont ${first}. Signalez-le\u00a0: ce défaut est dans le programme.`,
    en: `${establishment}: ${count} ${plural(count, "interview does", "interviews do", "en")} not stand where the facts say, among them ${first}. Report it: the fault is in the program.`,
  };
}
