/** What the school gave up by a credit: it is asked no more, whatever changes later; and no invoice is credited above its amount. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { ScheduleInput } from "../../decisions/schedule/facts.ts";
import { ask, laws } from "../../test/law-world.ts";
import { asStanding, type IssuedAs, withoutRemitted } from "./remitted.ts";
import type { PayerSchedule } from "./schedule.ts";

const PERIODS = [
  { from: "2027-01-04", to: "2027-06-30", minutes: 7_000 },
  { from: "2027-07-01", to: "2027-12-31", minutes: 7_000 },
];
const { diploma, version } = laws.diplomas[0]!.data;

function scheduled(on: string, amount: number, documents: readonly IssuedAs[], paid = 0, stop?: ScheduleInput["stop"]) {
  const { issued, remitted } = asStanding(documents);
  const payer = { source: "employer-plan", amount, issued: [...issued], paid: paid + remitted };
  const asked = { id: "a", on, diploma, version, establishment: "faire-ess", periods: PERIODS, payers: [payer] };
  const given = ask("schedule", { ...asked, ...(stop && { stop }) });
  if ("fault" in given) throw new Error(given.fault.issues.map(({ message }) => message("en")).join(" "));
  return withoutRemitted((given.answer("fr") as { payers: PayerSchedule[] }).payers[0]!, remitted);
}
const invoice = (number: string, on: string, amount: number): IssuedAs => ({ number, kind: "invoice", on, amount });
const credit = (number: string, of: string, on: string, amount: number, remitted: boolean): IssuedAs => ({
  number,
  kind: "credit",
  of,
  on,
  amount,
  remitted,
});
const sum = (of: readonly { readonly amount: number }[]) => of.reduce((all, { amount }) => all + amount, 0);

describe("what the school gave up by a credit", () => {
  const first = invoice("F-1", "2027-07-01", 50_000);

  it("is not asked again, and what is still to come is as it was planned", () => {
    const given = scheduled("2027-07-02", 100_000, [first, credit("A-1", "F-1", "2027-07-02", 10_000, true)]);
    deepEqual([given.total, sum(given.toIssue), given.credits], [90_000, 50_000, []]);
    const again = scheduled("2027-07-02", 100_000, [first, credit("A-1", "F-1", "2027-07-02", 10_000, false)]);
    deepEqual([again.total, sum(again.toIssue)], [100_000, 60_000]);
  });

  it("is not credited a second time where the price falls later", () => {
    const documents = [first, credit("A-1", "F-1", "2027-07-02", 50_000, true)];
    const given = scheduled("2027-07-03", 40_000, documents);
    deepEqual([given.total, given.toIssue, given.credits], [0, [], []]);
  });

  it("is given back where it was paid", () => {
    const stop = { on: "2027-07-03", kind: "school", planned: 14_000, given: 7_000, attended: 7_000 } as const;
    const documents = [first, credit("A-1", "F-1", "2027-07-02", 10_000, true)];
    const given = scheduled("2027-07-04", 100_000, documents, 50_000, stop);
    deepEqual([given.total, given.refund, given.toIssue, given.credits], [40_000, 10_000, [], []]);
  });

  it("leaves issued + to issue − credits = owed − given up, over random prices, days and credits", () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant("price" as const), amount: fc.integer({ min: 0, max: 500_000 }) }),
      fc.record({ kind: fc.constant("day" as const), on: fc.constantFrom("2027-07-01", "2027-09-01", "2028-01-01") }),
      fc.record({
        kind: fc.constant("credit" as const),
        nth: fc.nat(5),
        share: fc.integer({ min: 1, max: 100 }),
        remitted: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let [amount, on] = [200_000, "2027-07-01"];
        const documents: IssuedAs[] = [];
        const left = (number: string) =>
          documents.find((one) => one.number === number)!.amount - sum(documents.filter(({ of }) => of === number));
        for (const one of [...steps, { kind: "day", on: "2028-02-01" } as const]) {
          if (one.kind === "price") ({ amount } = one);
          else if (one.kind === "day") on = one.on > on ? one.on : on;
          else {
            const invoices = documents.filter(({ kind }) => kind === "invoice");
            const of = invoices[one.nth % Math.max(1, invoices.length)]?.number;
            const less = of === undefined ? 0 : Math.ceil((left(of) * one.share) / 100);
            if (less > 0) documents.push(credit(`A-${documents.length}`, of!, on, less, one.remitted));
          }
          const given = scheduled(on, amount, documents);
          const net = () => sum(documents.map((each) => (each.kind === "credit" ? { amount: -each.amount } : each)));
          const remitted = sum(documents.filter((each) => each.remitted));
          equal(net() + sum(given.toIssue) - sum(given.credits), given.total);
          equal(given.total, Math.max(0, amount - remitted));
          for (const { of, amount: less } of given.credits)
            documents.push(credit(`A-${documents.length}`, of, on, less, false));
          for (const { issue, amount: more } of given.toIssue)
            if (issue <= on) documents.push(invoice(`F-${documents.length}`, on, more));
          for (const { kind, number } of documents)
            ok(kind === "credit" || left(number) >= 0, `${number} is over-credited`);
        }
      }),
      { numRuns: 300, seed: 22 },
    );
  });
});
