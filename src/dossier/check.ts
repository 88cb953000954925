/** The doctor's check of dossiers: stored states must equal those computed again from the facts. */
import { setImmediate } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { Tx } from "../db/school.ts";
import { type Label, plural } from "../kit/lang.ts";
import type { Check } from "../act/check.ts";
import { forgottenMessages } from "./messages/store.ts";
import { pageOfStates } from "./history/store.ts";

const PAGE = 500;

export async function dossiersCheck(tx: Tx, establishment: string): Promise<Check> {
  const wrong = await forgottenMessages(tx);
  let count = 0;
  for (let after: string | undefined; ; ) {
    const page = await pageOfStates(tx, after, PAGE);
    count += page.length;
    for (const { id, kept, computed } of page) if (!isDeepStrictEqual(kept, computed)) wrong.push(id);
    if (page.length < PAGE) break;
    after = page.at(-1)!.id;
    // PGlite answers without yielding to the event loop.
    await setImmediate();
  }
  return {
    name: "dossiers",
    ok: wrong.length === 0,
    label: wrong.length === 0 ? sound(establishment, count) : say(establishment, wrong),
  };
}

function sound(establishment: string, count: number): Label {
  return {
    fr: `${establishment}\u00a0: ${count} ${plural(count, "dossier", "dossiers", "fr")}, ${count < 2 ? "dont l’état est celui" : "dont les états sont ceux"} que les faits donnent.`,
    en: `${establishment}: ${count} ${plural(count, "application", "applications", "en")}, standing where ${count === 1 ? "its" : "their"} facts say.`,
  };
}

function say(establishment: string, wrong: readonly string[]): Label {
  const [first] = wrong;
  const count = wrong.length;
  return {
    fr: `${establishment}\u00a0: ${count} ${plural(count, "dossier n’est pas dans l’état que ses", "dossiers ne sont pas dans l’état que leurs", "fr")} faits donnent, dont ${first}. Signalez-le\u00a0: ce défaut est dans le programme.`,
    en: `${establishment}: ${count} ${plural(count, "application does", "applications do", "en")} not stand where the facts say, among them ${first}. Report it: the fault is in the program.`,
  };
}
