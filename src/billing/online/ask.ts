/**
 * Asks the provider what became of a page, again and again until it is settled: an announcement may be late, and may
 * never come. Asking is as good as being told: both end in the same act, which records once.
 */
import { randomUUID } from "node:crypto";
import { perform } from "../../act.ts";
import { withSchool } from "../../db/school.ts";
import { DONE, type Job, nextTry, type Worked, type Working } from "../../record/jobs/job.ts";
import { noteOnlineEvent } from "./acts.ts";
import { askPayment } from "./errand.ts";
import { isPaid, sessionWish } from "./store.ts";

export const paymentAsker: Job<{ session: string }> = { errand: askPayment, atOnce: 2, work };

/** A page that was closed may still be paid by a slow means; after so long nothing more comes. */
const LONGEST_DAYS = 15;

async function work({
  world,
  establishment,
  ids: { session },
  attempt,
}: Working<{ session: string }>): Promise<Worked> {
  const at = world.now();
  const { paid, wish } = await withSchool(world.db, establishment, async (tx) => ({
    paid: await isPaid(tx, session),
    wish: await sessionWish(tx, session),
  }));
  const provider = world.payments?.(establishment);
  if (paid || !wish) return DONE;
  const over = at.getTime() > wish.wishedAt.getTime() + LONGEST_DAYS * 86_400_000;
  // A key that was taken away may come back, and somebody may have paid before.
  if (!provider) return over ? DONE : { kind: "later", at: nextTry(at, attempt), problem: "unreachable" };
  // The first look comes with the page itself: nobody has paid yet.
  if (attempt === 1) return { kind: "later", at: nextTry(at, 1), problem: "just opened" };
  const answer = await provider.ask(session);
  if ("told" in answer) {
    await perform(world, noteOnlineEvent, {
      actor: { kind: "payment-provider" },
      establishment,
      attempt: randomUUID(),
      input: answer.told,
    });
    return DONE;
  }
  if (over || ("over" in answer && answer.over)) return DONE;
  const problem = "problem" in answer ? answer.problem : "not settled";
  return { kind: "later", at: nextTry(at, attempt), problem };
}
