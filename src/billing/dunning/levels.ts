/** How late charges are, by the decision `account`: the level of reminder that each has reached today. */
import type { Performing } from "../../act/act.ts";
import type { AccountAnswer } from "../../decisions/account/rule.ts";
import { addDays, type Day } from "../../kit/day.ts";
import type { Late } from "./store.ts";

/** As many invoices as the decision takes at once. */
const AT_ONCE = 500;

type Context = Pick<Performing<unknown>, "decide" | "today" | "establishment">;

/**
 * When a charge that was reminded of at a level is to be looked at again: at the next level, but not before as many days as the school leaves
 * between the two; after the last, as long again as before it.
 */
export function nextLook(
  days: readonly number[] | undefined,
  { level, dueOn, on }: { readonly level: number; readonly dueOn: Day; readonly on: Day },
): { readonly on: Day; readonly last: boolean } | null {
  const [before = 0, reached] = [days?.[level - 2], days?.[level - 1]];
  if (reached === undefined) return null;
  const next = days?.[level];
  return next === undefined
    ? { on: addDays(on, reached - before), last: true }
    : { on: latest(addDays(dueOn, next), addDays(on, next - reached)), last: false };
}

/**
 * The reminder to send today, 0 where there is none: never firmer than the one after the last that was sent, however late the charge is,
 * once that one has had its time, and not on the day of another mail that asks for the same.
 */
export function levelToSend(
  { sent, nextOn, remindedOn }: Pick<Late, "sent" | "nextOn" | "remindedOn">,
  reached: number,
  today: Day,
): number {
  const had = (nextOn === null || nextOn <= today) && remindedOn !== today;
  return reached > sent && had ? sent + 1 : 0;
}

/** What was sent of a late charge, and the day from which the next reminder may go; null where the law of the school names no levels. */
export function remindedOf(
  { sent, sentOn, remindedOn, nextOn, dueOn, last }: Late,
  days: readonly number[] | undefined,
  today: Day,
): Reminded {
  const first = days?.[0] === undefined ? null : addDays(dueOn, days[0]);
  const next = nextOn ?? first;
  const tomorrow = addDays(today, 1);
  return {
    sent,
    sentOn,
    remindedOn,
    last,
    next: next !== null && remindedOn === today ? latest(next, tomorrow) : next,
  };
}

export type Reminded = Pick<Late, "sent" | "sentOn" | "remindedOn" | "last"> & { readonly next: Day | null };

function latest(one: Day, other: Day): Day {
  return one > other ? one : other;
}

/** By charge; a charge has the level 0 where nothing is reached yet, or where the school's file has no law of money. */
export function levelsToday({ decide, today, establishment }: Context, late: readonly Late[]): Map<string, number> {
  const levels = new Map<string, number>();
  for (let start = 0; start < late.length; start += AT_ONCE) {
    const some = late.slice(start, start + AT_ONCE);
    const answered = decide("account", {
      id: "dunning",
      on: today,
      establishment,
      professional: false,
      // What is left to pay: how it came to be so does not move the days.
      invoices: some.map(({ id, chargedOn, dueOn, balance }) => ({
        number: id,
        on: dueOn < chargedOn ? dueOn : chargedOn,
        due: dueOn,
        amount: balance,
      })),
    });
    if (!answered || "fault" in answered) continue;
    const { invoices } = answered.answer("fr") as unknown as AccountAnswer;
    for (const { number, level } of invoices) levels.set(number, level);
  }
  return levels;
}
