/**
 * Polls the provider about a page until it is settled: an announcement may be late or never come. The answer goes through the same act as
 * an announcement, which records once.
 */
import { randomUUID } from "node:crypto";
import { perform } from "../../act/act.ts";
import { withSchool } from "../../db/school.ts";
import { DONE, type Job, nextTry, type Worked, type Working } from "../../jobs/job.ts";
import { noteOnlineEvent } from "./acts.ts";
import { askPayment } from "./errand.ts";
import { LONGEST_DAYS } from "../rules/online-page.ts";
import { isPaid, sessionWish } from "./store.ts";

export const paymentAsker: Job<{ session: string }> = { errand: askPayment, atOnce: 2, work };

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
  // A school without a key cannot poll; once it has one again, payments made meanwhile are found.
  if (!provider) return { kind: "later", at: nextTry(at, attempt), problem: "no key" };
  const over = at.getTime() > wish.wishedAt.getTime() + LONGEST_DAYS * 86_400_000;
  // The first try coincides with the opening: there is no payment yet.
  if (attempt === 1) return { kind: "later", at: nextTry(at, 1), problem: "just opened" };
  const answer = await provider.ask(session);
  if ("told" in answer && answer.told)
    await perform(world, noteOnlineEvent, {
      actor: { kind: "payment-provider" },
      establishment,
      attempt: randomUUID(),
      input: answer.told,
    });
  // No answer, or a key fault, does not mean that the page is settled.
  if ("over" in answer ? answer.over || over : over && answer.problem === "refused") return DONE;
  const problem = "problem" in answer ? answer.problem : "not settled";
  return { kind: "later", at: nextTry(at, attempt), problem };
}
