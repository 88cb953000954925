/** What is proposed of an answer on the schedule: instalments whose day has come; of a fund, hours followed since the beginning. */
import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type ScheduleInput, STOPS } from "../../../decisions/schedule/facts.ts";
import { part } from "../../../kit/parts.ts";
import { ask, laws } from "../../../test/law-world.ts";
import { type Answered, creditedIn, type Facts, proposalsFor } from "./proposals.ts";

const PERIODS = [
  { from: "2027-01-04", to: "2027-06-30", minutes: 7_000 },
  { from: "2027-07-01", to: "2027-12-31", minutes: 7_000 },
  { from: "2028-01-01", to: "2028-06-30", minutes: 7_000 },
];
const { payers } = laws.establishments[0]!.data.money!;
const [diploma] = laws.diplomas;
const { diploma: key, version } = diploma!.data;

function answered(on: string, payer: ScheduleInput["payers"][number], more: Partial<ScheduleInput> = {}): Answered {
  const input = {
    id: "a",
    on,
    diploma: key,
    version,
    establishment: "faire-ess",
    periods: PERIODS,
    payers: [payer],
    ...more,
  };
  const given = ask("schedule", input);
  if ("fault" in given) throw new Error(given.fault.issues.map(({ message }) => message("en")).join(" "));
  return (given.answer("fr") as { payers: Answered[] }).payers[0]!;
}
const facts = (source: string, today: string, more: Partial<Facts> = {}): Facts => ({
  dossier: "d",
  today,
  periods: PERIODS,
  entry: payers.find(({ payer }) => payer === source)!,
  agreed: 0,
  carried: 0,
  before: 0,
  done: 0,
  stop: undefined,
  covered: undefined,
  ...more,
});
const said = (all: ReturnType<typeof proposalsFor>) =>
  all.map(({ what, nth, amount, period }) => [what, nth, amount, period.to]);

describe("what is proposed of a schedule", () => {
  it("is the deposit on its day, then each period on the day after its end", () => {
    const personal = { source: "personal", amount: 300_000, first: 30, firstOn: "2026-12-01" };
    deepEqual(said(proposalsFor(answered("2026-11-30", personal), facts("personal", "2026-11-30"))), []);
    deepEqual(said(proposalsFor(answered("2026-12-01", personal), facts("personal", "2026-12-01"))), [
      ["first", null, 90_000, "2028-06-30"],
    ]);
    const issued = [{ number: "F-2026-00001", kind: "invoice", on: "2026-12-01", amount: 90_000 }] as const;
    const after = answered("2028-01-01", { ...personal, issued });
    deepEqual(said(proposalsFor(after, facts("personal", "2028-01-01"))), [
      ["period", 1, 70_000, "2027-06-30"],
      ["period", 2, 70_000, "2027-12-31"],
    ]);
  });

  it("is a credit where another amount is owed, named with its invoice", () => {
    const issued = [{ number: "F-2027-00001", kind: "invoice", on: "2027-07-01", amount: 100_000 }] as const;
    const less = answered("2027-07-02", { source: "employer-plan", amount: 150_000, issued });
    deepEqual(proposalsFor(less, facts("employer-plan", "2027-07-02")), []);
    const none = answered("2027-07-02", { source: "employer-plan", amount: 60_000, issued });
    const [credit] = proposalsFor(none, facts("employer-plan", "2027-07-02"));
    deepEqual([credit?.kind, credit?.of, credit?.amount], ["credit", "F-2027-00001", 40_000]);
    equal(creditedIn(credit!.key), "F-2027-00001");
  });

  it("is asked apart where it is another body’s, on its day, and is no part of the deposit", () => {
    const fixed = [{ on: "2027-01-04", amount: 34_000, third: true }];
    const personal = { source: "personal", amount: 300_000, first: 30, firstOn: "2026-12-01", fixed };
    const asked = (on: string) =>
      proposalsFor(answered(on, personal), facts("personal", on)).map(({ what, nature, amount }) => [
        what,
        nature,
        amount,
      ]);
    deepEqual(asked("2026-12-01"), [["first", "training", 90_000]]);
    deepEqual(asked("2027-01-04"), [
      ["first", "training", 90_000],
      ["third", "third", 34_000],
    ]);
  });

  it("is, of a fund, its share of the hours followed since the beginning, less what it was asked; nothing where none more was", () => {
    const opco = { source: "transition", amount: 210_000 };
    const first = answered("2027-07-01", opco);
    const asked = (more: Partial<Facts>, on = "2027-07-01", answer = first) =>
      proposalsFor(answer, facts("transition", on, { agreed: 210_000, ...more })).map(
        ({ amount, basis, period, minutes }) => [amount, basis.by, period.from, period.to, minutes],
      );
    deepEqual(asked({ done: 0 }), []);
    deepEqual(asked({ done: 6_795 }), [[67_950, "completion", "2027-01-04", "2027-06-30", 6_795]]);
    // Hours of before that were signed late come with the next period.
    const issued = [{ number: "F-2027-00001", kind: "invoice", on: "2027-07-01", amount: 67_950 }] as const;
    const second = answered("2028-01-01", { ...opco, issued });
    deepEqual(asked({ done: 14_000, before: 67_950 }, "2028-01-01", second), [
      [72_050, "completion", "2027-07-01", "2027-12-31", 14_000],
    ]);
    // Never above what it agreed to.
    const last = answered("2028-07-01", { ...opco, issued });
    deepEqual(asked({ done: 99_000, before: 67_950 }, "2028-07-01", last)[0]?.[0], 210_000 - 67_950);
  });

  it("is, of a fund that was asked for hours before the school came here, its rest for the hours that are left", () => {
    const issued = [{ number: "2026-117", kind: "invoice", on: "2027-07-01", amount: 70_000 }] as const;
    const answer = answered("2028-01-01", { source: "transition", amount: 210_000, issued });
    const asked = (done: number, before = 0) =>
      proposalsFor(answer, facts("transition", "2028-01-01", { agreed: 140_000, carried: 7_000, done, before })).map(
        ({ amount, period }) => [amount, period.from],
      );
    deepEqual(asked(0), []);
    deepEqual(asked(3_500), [[35_000, "2027-07-01"]]);
    deepEqual(asked(3_500, 35_000), []);
    // What was attested as a whole is not asked a second time, and all that is left is asked at the end.
    deepEqual(asked(14_000, 35_000), [[105_000, "2027-07-01"]]);
  });

  describe("once training stopped", () => {
    const PLANNED = 21_000;
    const stopped = (source: string, kind: (typeof STOPS)[number], followed: string | null) => {
      const stop = {
        on: "2027-10-15",
        kind,
        planned: PLANNED,
        given: 9_000,
        attended: followed === null ? 0 : 8_000,
        followed,
      };
      const { fund, paper } = payers.find((one) => one.payer === source)!;
      const amount = fund ? 67_950 : paper === "contract" ? 90_000 : 100_000;
      const covers = { from: "2027-01-04", to: "2027-06-30" };
      const issued = [{ number: "F-2027-00001", kind: "invoice", on: "2027-07-01", amount, covers }] as const;
      const answer = answered("2027-10-16", { source, amount: 300_000, issued }, { stop });
      const more = { agreed: 300_000, before: amount, stop, covered: covers.to };
      return proposalsFor(answer, facts(source, "2027-10-16", more));
    };
    const sources = payers.map(({ payer }) => payer);

    it("bears for each payer, at each reason, the days after those billed until the last followed, and asks no day to come", () => {
      for (const source of sources)
        for (const kind of STOPS) {
          const asked = stopped(source, kind, "2027-09-30").filter((one) => one.kind === "invoice" && one.covers);
          const days = asked.map(({ period }) => period);
          const owes = !(source === "personal" && kind === "withdrawn");
          deepEqual(days, owes ? [{ from: "2027-07-01", to: "2027-09-30" }] : [], `${source}, ${kind}`);
          for (const { certified } of asked)
            deepEqual(
              certified,
              payers.find((one) => one.payer === source)!.fund
                ? { agreed: 300_000, planned: PLANNED, asked: part(300_000, 8_000, PLANNED), from: undefined }
                : null,
            );
        }
    });

    it("bears the day of the stop where nothing was followed since", () => {
      for (const source of sources)
        for (const kind of STOPS)
          for (const { kind: which, what, covers, period } of stopped(source, kind, null))
            if (which === "invoice" && what === "stop")
              deepEqual([covers, period], [null, { from: "2027-10-15", to: "2027-10-15" }]);
    });

    it("bears days one after the other, of a period and of what follows it that are asked together", () => {
      const stop = {
        on: "2027-10-15",
        kind: "abandoned",
        planned: PLANNED,
        given: 9_000,
        attended: 8_000,
        followed: "2027-09-30",
      } as const;
      const answer = answered("2027-10-16", { source: "employer-plan", amount: 300_000 }, { stop });
      const asked = proposalsFor(answer, facts("employer-plan", "2027-10-16", { stop }));
      deepEqual(
        asked.map(({ period }) => period),
        [
          { from: "2027-01-04", to: "2027-06-30" },
          { from: "2027-07-01", to: "2027-09-30" },
        ],
      );
    });
  });

  it("is, of a platform, asked once all is over", () => {
    const cpf = { source: "cpf", amount: 500_000 };
    const done = { agreed: 500_000, done: 7_000 };
    deepEqual(proposalsFor(answered("2027-07-01", cpf), facts("cpf", "2027-07-01", done)), []);
    const [only] = proposalsFor(answered("2028-07-01", cpf), facts("cpf", "2028-07-01", { ...done, done: 21_000 }));
    equal(only?.amount, 500_000);
  });

  it("is, taken each day as proposed, never more than the price, and all of it at the end", () => {
    const days = ["2026-12-01", "2027-03-01", "2027-07-01", "2027-10-01", "2028-01-01", "2028-07-01", "2029-01-01"];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
        fc.subarray(days),
        (amount, first, taken) => {
          const issued: { number: string; kind: "invoice"; on: string; amount: number }[] = [];
          for (const on of [...taken, "2029-06-01"]) {
            const plan = first === undefined ? {} : { first, firstOn: "2026-12-01" };
            const answer = answered(on, { source: "personal", amount, ...plan, issued });
            for (const one of proposalsFor(answer, facts("personal", on)))
              issued.push({ number: `F-${issued.length}`, kind: "invoice", on, amount: one.amount });
          }
          return issued.reduce((sum, one) => sum + one.amount, 0) === amount;
        },
      ),
      { numRuns: 100 },
    );
  });
});
