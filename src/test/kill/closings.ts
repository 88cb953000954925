/** Periods closed one after the other, a day each: none is half closed, no number is missing or given twice, whatever dies in between. */
import { recordPayment } from "../../billing/charges/acts.ts";
import { withSchool } from "../../db/school.ts";
import { addDays } from "../../kit/day.ts";
import { sayDay } from "../../kit/lang.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { owes, someone } from "../charging.ts";
import { deed, giveRoles, makeAccount, openedSession } from "../people.ts";
import { Browser } from "./browser.ts";
import { counting } from "./page-lanes.ts";
import type { Lane, Scenario } from "./scenario.ts";

/** More than are closed before the last kill. */
const DAYS = 900;
const CHARGES = 300;
const AMOUNT = 16_000;

export function closings(school: string): Scenario {
  let lane: (Lane & { readonly count: () => number }) | undefined;
  return {
    name: "closings",
    prepare: async (world) => {
      const first = addDays(world.now().toISOString().slice(0, 10), -DAYS);
      const clerk = someone("00000000-0000-4000-8000-0000000000f1", "finance");
      for (let at = 0; at < CHARGES; at++) {
        const day = addDays(first, at * 3);
        const then = { ...world, now: () => new Date(`${day}T10:00:00Z`) };
        const { id } = await owes(then, school);
        const paid = { charge: id, amount: AMOUNT + at, paidOn: day, means: "transfer" } as const;
        await deed(then, recordPayment, clerk, paid, school);
      }
      const person = await makeAccount(world, { name: "finance", address: "finance@exemple.fr" });
      await giveRoles(world, person, ["finance"], school);
      const browser = new Browser({ [SESSION_COOKIE]: await openedSession(world, person, ["password", "totp"]) });
      const path = `/${school}/finances/ecritures/cloture`;
      const until = (count: number) => addDays(first, count);
      const now = async () => {
        const text = plain((await browser.open(path)).text);
        const days = Array.from({ length: DAYS }, (_, count) => count);
        return 1 + days.findLastIndex((count) => text.includes(plain(`Clos jusqu’au ${sayDay(until(count), "fr")}.`)));
      };
      const send = async (count: number) => {
        const [year, month, day] = until(count).split("-").map(Number);
        const fields = { "until-day": String(day), "until-month": String(month), "until-year": String(year) };
        // Read once more before it is done.
        const shown = await browser.send(path, browser.fill(await browser.open(path), fields));
        return browser.send(path, browser.fill(shown, { do: "confirm" }));
      };
      lane = counting({ browser, send, now, what: "closings" });
    },
    lanes: () => (lane ? [lane] : []),
    // That each is whole and follows the one before is the doctor's to say.
    settle: (db) =>
      withSchool(db, school, async (tx) => {
        const done = await tx.selectFrom("books_closing").select(["entries", "until"]).execute();
        const entries = await tx.selectFrom("books_entry").select(["journal", "number", "fact"]).execute();
        const facts = new Set(entries.map(({ fact }) => fact));
        const numbers = new Set(entries.map(({ journal, number }) => `${journal} ${number}`));
        const counted = done.reduce((sum, one) => sum + one.entries, 0);
        const told = lane!.count();
        return [
          ...(done.length === told ? [] : [`${told} closings were acknowledged and ${done.length} are there`]),
          ...(counted === numbers.size ? [] : [`${counted} entries were closed and ${numbers.size} are there`]),
          ...(facts.size === entries.length ? [] : ["something is booked twice"]),
        ];
      }),
    counts: () => ({ "days closed": lane?.count() ?? 0 }),
  };
}

/** With ordinary spaces. */
function plain(text: string): string {
  return text.replaceAll(/\s/gu, " ");
}
