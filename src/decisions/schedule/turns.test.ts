/** Which days an instalment bills, and who pays which days where one takes over from another: § 11 as amended, in figures counted by hand. */
import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { ask } from "../../test/law-world.ts";
import type { ScheduleAnswer } from "./rule.ts";

/** Two periods: 178 days of 600 minutes, 184 days of 400. */
const PERIODS = [
  { from: "2027-01-04", to: "2027-06-30", minutes: 600 },
  { from: "2027-07-01", to: "2027-12-31", minutes: 400 },
];

type Asked = { readonly on?: string; readonly stop?: object };

function decided(payers: readonly object[], { on = "2027-02-01", stop }: Asked = {}) {
  return ask("schedule", { id: "a", on, periods: PERIODS, payers, ...(stop && { stop }) });
}

function answer(payers: readonly object[], asked?: Asked): ScheduleAnswer {
  const found = decided(payers, asked);
  if ("fault" in found) throw new Error(JSON.stringify(found.fault));
  return found.answer("en") as unknown as ScheduleAnswer;
}

function faultOf(payers: readonly object[], asked?: Asked): string | null {
  const found = decided(payers, asked);
  return "fault" in found ? found.fault.issues.map(({ path }) => path).join(" ") : null;
}

const days = (covers: { readonly from: string; readonly to: string } | null) =>
  covers === null ? "–" : `${covers.from}…${covers.to}`;
const planned = ({ payers }: ScheduleAnswer, at = 0) =>
  payers[at]!.instalments.map(({ kind, issue, amount, covers }) => `${kind} ${issue} ${amount} ${days(covers)}`);
const asked = ({ payers }: ScheduleAnswer, at = 0) =>
  payers[at]!.toIssue.map(({ issue, amount, covers }) => `${issue} ${amount} ${days(covers)}`);
const billed = (number: string, amount: number, covers?: object) => ({
  number,
  kind: "invoice",
  on: "2027-07-01",
  amount,
  ...(covers && { covers }),
});
const FIRST = { from: "2027-01-04", to: "2027-06-30" };

describe("the days that an instalment covers", () => {
  it("are its period’s; of a first payment and of what is fixed, none", () => {
    const person = {
      source: "personal",
      amount: 1_000,
      first: 10,
      firstOn: "2026-12-15",
      fixed: [{ on: "2027-02-01", amount: 5, third: true }],
    };
    deepEqual(planned(answer([person])), [
      "first 2026-12-15 100 –",
      "third 2027-02-01 5 –",
      "period 2027-07-01 540 2027-01-04…2027-06-30",
      "period 2028-01-01 360 2027-07-01…2027-12-31",
    ]);
  });

  it("are all periods’ where all is asked at the end", () =>
    deepEqual(planned(answer([{ source: "cpf", amount: 1_000 }])), ["period 2028-01-01 1000 2027-01-04…2027-12-31"]));

  it("begin on the day after those that are billed, and are none where all are", () => {
    const region = (to: string) => ({
      source: "region",
      amount: 1_000,
      issued: [billed("F-1", 1, { from: "2027-01-04", to })],
    });
    const days = (to: string) => asked(answer([region(to)], { on: "2027-07-01" })).map((one) => one.split(" ")[2]);
    deepEqual(days("2027-03-31"), ["2027-04-01…2027-06-30", "2027-07-01…2027-12-31"]);
    deepEqual(days("2027-06-30"), ["–", "2027-07-01…2027-12-31"]);
  });

  it("begin as if it had not been billed after an invoice that is wholly credited", () => {
    const credit = (amount: number) => ({ number: "A-1", kind: "credit", on: "2027-07-02", amount, of: "F-1" });
    const region = (amount: number) => ({
      source: "region",
      amount: 1_000,
      issued: [billed("F-1", 600, FIRST), credit(amount)],
    });
    deepEqual(asked(answer([region(600)], { on: "2027-07-02" }))[0], "2027-07-02 600 2027-01-04…2027-06-30");
    deepEqual(asked(answer([region(599)], { on: "2027-07-02" }))[0], "2027-07-02 599 –");
  });

  it("are, of what a stop leaves due, the day after the last billed to the last followed", () => {
    const stop = { on: "2027-10-04", kind: "abandoned", planned: 1_000, given: 800, attended: 750 };
    const region = (issued: readonly object[]) => [{ source: "region", amount: 1_000, issued }];
    const left = (issued: readonly object[], more: object = {}) =>
      asked(answer(region(issued), { on: "2027-10-10", stop: { ...stop, ...more } })).at(-1);
    deepEqual(left([billed("F-1", 600, FIRST)]), "2027-10-10 150 2027-07-01…2027-10-04");
    deepEqual(left([billed("F-1", 600, FIRST)], { followed: "2027-09-17" }), "2027-10-10 150 2027-07-01…2027-09-17");
    deepEqual(left([billed("F-1", 600, FIRST)], { followed: "2027-06-30" }), "2027-10-10 150 –");
    deepEqual(left([billed("F-1", 600, FIRST)], { followed: null }), "2027-10-10 150 –");
    deepEqual(left([billed("F-1", 600)]), "2027-10-10 150 2027-01-04…2027-10-04");
  });

  it("are said of training alone, in their order, and none followed after a stop", () => {
    const region = (more: object) => [
      { source: "region", amount: 1_000, issued: [{ ...billed("F-1", 1, FIRST), ...more }] },
    ];
    const late = { on: "2027-07-01" };
    equal(faultOf(region({ nature: "training" }), late), null);
    equal(faultOf(region({ nature: "third" }), late), "payers[0].issued[0].covers");
    equal(faultOf(region({ covers: { from: "2027-06-30", to: "2027-06-29" } }), late), "payers[0].issued[0].covers.to");
    const stop = { on: "2027-02-01", kind: "school", planned: 1, given: 0, attended: 0 };
    equal(faultOf([{ source: "region", amount: 1 }], { stop: { ...stop, followed: "2027-02-02" } }), "stop.followed");
  });
});

describe("a payer from a day", () => {
  const opco = { source: "opco", amount: 1_000 };
  const since = (day: string, more: object = {}) => ({
    source: "region",
    amount: 1_000,
    takesOver: "opco",
    since: day,
    ...more,
  });

  // 1 May is the 118th day of 178: 600 × 117 ⁄ 178 = 394,38.
  it("splits the part of the period by calendar days, the first’s asked on that day", () => {
    const found = answer([opco, since("2027-05-01")]);
    deepEqual(planned(found, 0), ["period 2027-05-01 394 2027-01-04…2027-04-30"]);
    deepEqual(planned(found, 1), [
      "period 2027-07-01 206 2027-05-01…2027-06-30",
      "period 2028-01-01 400 2027-07-01…2027-12-31",
    ]);
    equal(found.total, 1_000);
  });

  it("takes whole periods where it begins with one, and all where it begins with the first", () => {
    deepEqual(planned(answer([opco, since("2027-07-01")]), 0), ["period 2027-07-01 600 2027-01-04…2027-06-30"]);
    deepEqual(planned(answer([opco, since("2027-01-04")]), 0), []);
    deepEqual(planned(answer([opco, since("2027-12-31")]), 1), ["period 2028-01-01 2 2027-12-31…2027-12-31"]);
  });

  it("credits nothing of what was asked for the days before", () => {
    const first = { ...opco, issued: [billed("F-1", 600, FIRST)] };
    const found = answer([first, since("2027-07-01")], { on: "2027-08-01" });
    deepEqual(found.payers[0]!.credits, []);
    deepEqual([found.payers[0]!.total, found.payers[1]!.total], [600, 400]);
  });

  it("credits of a period that was asked whole the days that are another’s", () => {
    const first = { ...opco, issued: [billed("F-1", 600, FIRST)] };
    deepEqual(answer([first, since("2027-05-01")], { on: "2027-08-01" }).payers[0]!.credits, [
      { of: "F-1", amount: 206 },
    ]);
  });

  it("leaves the first payment with whom it was asked of, and shares the rest", () => {
    const person = { source: "personal", amount: 1_000, first: 30, firstOn: "2026-12-15" };
    const employer = { source: "employer-plan", amount: 1_000, takesOver: "personal", since: "2027-07-01" };
    const found = answer([person, employer]);
    deepEqual(
      found.payers.map(({ total }) => total),
      [720, 280],
    );
  });

  it("asks who pays at the end of its turn on the day of the change, and who pays at the end of all then", () => {
    const cpf = { source: "cpf", amount: 1_000 };
    const region = { source: "region", amount: 1_000, takesOver: "cpf", since: "2027-10-01" };
    deepEqual(planned(answer([cpf, region])), ["period 2027-10-01 800 2027-01-04…2027-09-30"]);
    const back = { source: "cpf", amount: 1_000, takesOver: "region", since: "2027-05-01" };
    deepEqual(planned(answer([{ source: "region", amount: 1_000 }, back]), 1), [
      "period 2028-01-01 606 2027-05-01…2027-12-31",
    ]);
  });

  it("may be of the same kind, by another name, and be taken over from in its turn", () => {
    const other = { id: "two", source: "opco", amount: 1_000, takesOver: "opco", since: "2027-05-01" };
    const third = { id: "three", source: "opco", amount: 1_000, takesOver: "two", since: "2027-06-01" };
    const found = answer([opco, other, third]);
    // 600 for 117, 31 and 30 days.
    deepEqual(
      found.payers.map(({ id, instalments }) => `${id} ${instalments[0]!.amount}`),
      ["opco 394", "two 105", "three 101"],
    );
    equal(found.total, 1_000);
  });

  it("owes at a stop the hours of its own turn", () => {
    const stop = { on: "2027-10-04", kind: "abandoned", planned: 1_000, given: 800, attended: 700 };
    const first = {
      ...opco,
      given: 400,
      attended: 350,
      issued: [billed("F-1", 394, { from: "2027-01-04", to: "2027-04-30" })],
    };
    const found = answer([first, since("2027-05-01", { given: 400, attended: 350 })], { on: "2027-10-10", stop });
    deepEqual(
      found.payers.map(({ total, credits }) => [total, credits]),
      [
        [350, [{ of: "F-1", amount: 44 }]],
        [350, []],
      ],
    );
    deepEqual(asked(found, 1), ["2027-10-10 206 2027-05-01…2027-06-30", "2027-10-10 144 2027-05-01…2027-10-04"]);
  });

  it("leaves the clause on an early end to the contract that then runs", () => {
    const stop = { on: "2027-10-04", kind: "abandoned", planned: 1_000, given: 800, attended: 800 };
    const person = { source: "personal", amount: 1_000, earlyEnd: 10, given: 600, attended: 600 };
    const employer = { source: "employer-plan", amount: 1_000, given: 200, attended: 200 };
    const away = answer([person, { ...employer, takesOver: "personal", since: "2027-07-01" }], {
      on: "2027-10-10",
      stop,
    });
    deepEqual(
      away.payers.map(({ total }) => total),
      [600, 200],
    );
    const back = answer(
      [
        { ...employer, given: 600, attended: 600 },
        { ...person, given: 200, attended: 200, takesOver: "employer-plan", since: "2027-07-01" },
      ],
      { on: "2027-10-10", stop },
    );
    // The hours of its turn, and a tenth of what nobody was given: 200 + 20.
    deepEqual(
      back.payers.map(({ total }) => total),
      [600, 220],
    );
  });

  it("is refused by name: twice without a turn, outside the periods, for another amount, from nobody, from oneself", () => {
    equal(faultOf([opco, { ...opco, id: "b" }]), "payers[1].source");
    equal(faultOf([opco, since("2027-01-03")]), "payers[1].since");
    equal(faultOf([opco, since("2028-01-01")]), "payers[1].since");
    equal(faultOf([opco, since("2027-05-01", { amount: 999 })]), "payers[1].amount");
    equal(faultOf([opco, since("2027-05-01", { takesOver: "cpf" })]), "payers[1].takesOver");
    equal(faultOf([opco, since("2027-05-01", { takesOver: "region" })]), "payers[1].since");
    equal(faultOf([opco, { source: "region", amount: 1_000, since: "2027-05-01" }]), "payers[1].takesOver");
    equal(faultOf([opco, since("2027-05-01"), { ...since("2027-05-02"), id: "b" }]), "payers[2].takesOver");
    const person = { source: "personal", amount: 1_000 };
    equal(faultOf([person, { ...person, id: "b", takesOver: "personal", since: "2027-05-01" }]), "payers[1].takesOver");
    const late = { ...since("2027-05-01"), id: "b", takesOver: "region" };
    equal(faultOf([opco, since("2027-05-01"), late]), "payers[2].since");
  });

  it("is refused where a fund grants less than all, or minutes are missing, of nobody’s turn or too many", () => {
    const employer = { source: "employer-plan", amount: 5 };
    const lesser = { ...since("2027-05-01"), granted: 999, behind: "employer-plan" };
    equal(faultOf([opco, lesser, employer]), "payers[1].granted");
    const stop = { on: "2027-02-01", kind: "school", planned: 10, given: 9, attended: 8 };
    const turns = (first: object, second: object) =>
      faultOf([{ ...opco, ...first }, since("2027-02-01", second)], { stop });
    equal(turns({ given: 9, attended: 8 }, { given: 0, attended: 0 }), null);
    equal(turns({ given: 9, attended: 8 }, {}), "payers[1].given");
    equal(
      turns({ given: 9, attended: 8 }, { given: 0, attended: 1 }),
      "payers[0].attended payers[1].attended payers[1].attended",
    );
    equal(turns({ given: 9, attended: 8 }, { given: 1, attended: 0 }), "payers[0].given payers[1].given");
    equal(faultOf([{ ...opco, given: 1 }], { stop }), "payers[0].given");
    equal(
      faultOf([{ ...opco, given: 1, attended: 1 }, since("2027-02-01", { given: 1, attended: 1 })]),
      "payers[0].given payers[1].given",
    );
  });
});
