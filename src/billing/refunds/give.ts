/**
 * Asks the provider for a refund, then polls until it is given or failed. Run again after a kill, it finds its earlier request by the same
 * key.
 */
import { randomUUID } from "node:crypto";
import { perform } from "../../act/act.ts";
import { withSchool } from "../../db/school.ts";
import { DONE, type Job, nextTry, type Worked, type Working } from "../../jobs/job.ts";
import { noteOnlineRefund, refuseOnlineRefund } from "./acts.ts";
import { giveBack } from "./errand.ts";
import { isOver } from "../rules/online-refund.ts";
import { findOnlineRefund } from "./store.ts";

export const moneyGiver: Job<{ refund: string }> = { errand: giveBack, atOnce: 1, work };

async function work({
  world,
  establishment,
  ids: { refund: id },
  attempt,
}: Working<{ refund: string }>): Promise<Worked> {
  const at = world.now();
  const refund = await withSchool(world.db, establishment, (tx) => findOnlineRefund(tx, id));
  if (!refund || refund.state === "given" || refund.state === "failed") return DONE;
  const { session, amount, reference, askedAt } = refund;
  const telling = { actor: { kind: "payment-provider" }, establishment, attempt: randomUUID() } as const;
  // A school without a key refunds nothing until it has one again.
  const answer = await world.payments?.(establishment)?.giveBack({ refund: id, session, amount, reference });
  if (answer && "told" in answer) {
    await perform(world, noteOnlineRefund, { ...telling, input: answer.told });
    if (answer.told.state !== "accepted") return DONE;
  } else if (answer?.problem === "refused") {
    await perform(world, refuseOnlineRefund, { ...telling, input: { refund: id } });
    return DONE;
  }
  if (isOver(askedAt, at) && answer && "told" in answer) return DONE;
  return {
    kind: "later",
    at: nextTry(at, attempt),
    problem: answer && "told" in answer ? "not given yet" : "unreachable",
  };
}
