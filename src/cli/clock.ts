/** `livret clock`: the time the calendar believes; `livret clock accept` confirms it. */
import { randomUUID } from "node:crypto";
import { perform } from "../act/act.ts";
import type { CommandOutput } from "../db/socket.ts";
import { DEPLOYMENT } from "../db/school.ts";
import type { Lang } from "../kit/lang.ts";
import { acceptClock, readClocks } from "../deployment/clock/acts.ts";
import { CLOCK_ACCEPTED, sayClock, sayClockFault } from "../deployment/clock/words.ts";
import type { World } from "../act/world.ts";
import { EXIT } from "./command.ts";

export async function runClock(world: World, lang: Lang, output: CommandOutput, accepts: boolean): Promise<number> {
  const { fault, mark, now } = await readClocks(world);
  // Confirming cannot reconcile two clocks that disagree.
  if (!accepts || !fault || fault.kind === "apart") {
    await output.out(`${(fault ? sayClockFault(fault, now) : sayClock(mark, now))[lang]}\n`);
    return fault ? EXIT.failed : EXIT.done;
  }
  const request = { actor: { kind: "operator" }, establishment: DEPLOYMENT, attempt: randomUUID(), input: {} } as const;
  const outcome = await perform(world, acceptClock, request);
  if (outcome.kind !== "done") return EXIT.failed;
  await output.out(`${sayClock(now, now)[lang]}\n${CLOCK_ACCEPTED[lang]}\n`);
  return EXIT.done;
}
