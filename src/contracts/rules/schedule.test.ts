/** The question for the schedule from a contract, and the line of payments from its answer and the invoices. */
import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { laws } from "../../test/law-world.ts";
import { lawOf } from "../../law/load.ts";
import type { Money } from "../../law/money.ts";
import type { Contract } from "./contract.ts";
import { type Billed, paymentsOf, scheduleQuestion } from "./schedule.ts";

const { payers } = lawOf(laws, "deis", "2006", "faire-ess")!.establishment.money!;
const periods = [{ from: "2027-01-04", to: "2027-06-30", minutes: 7_000 }];

type Share = Contract["shares"][number];
const share = (source: string, amount: number, more: Partial<Share> = {}): Share => ({
  source,
  amount,
  payer: null,
  named: null,
  signed: null,
  sent: null,
  asked: null,
  answer: null,
  signedOn: null,
  grantedOn: null,
  granted: null,
  number: null,
  undone: false,
  ...more,
});
const asked = (shares: readonly Share[], more: Partial<Parameters<typeof scheduleQuestion>[1]> = {}) =>
  scheduleQuestion({ shares, plan: { first: 30, firstOn: "2027-01-04" } }, { periods, payers, ...more }).payers;

describe("the question for the schedule", () => {
  it("asks a person’s first part on its day, and nothing first of an employer", () => {
    deepEqual(asked([share("personal", 536_000), share("employer-plan", 500_000)]), [
      { source: "personal", amount: 536_000, first: 30, firstOn: "2027-01-04" },
      { source: "employer-plan", amount: 500_000 },
    ]);
  });

  it("asks nothing by a contract that the person withdrew from", () => {
    const [own, employer] = asked([share("personal", 536_000, { undone: true }), share("employer-plan", 500_000)]);
    deepEqual([own?.amount, employer?.amount], [0, 500_000]);
  });

  it("counts what a person pays on a platform within the platform’s part", () => {
    deepEqual(asked([share("cpf", 500_000), share("personal", 676_000, { platform: true })]), [
      { source: "cpf", amount: 1_176_000 },
    ]);
  });

  it("gives what a fund agreed to where somebody stands behind it, and nothing as long as it has not answered", () => {
    const behind = { behind: "employer-plan" };
    const shares = [share("opco", 900_000, { ...behind, granted: 600_000 }), share("employer-plan", 570_000)];
    deepEqual(asked(shares)[0], { source: "opco", amount: 900_000, granted: 600_000, ...behind });
    deepEqual(asked([share("opco", 900_000, behind), share("employer-plan", 0)])[0], {
      source: "opco",
      amount: 900_000,
      ...behind,
    });
    // No fund pays more than its part.
    equal(asked([share("opco", 900_000, { ...behind, granted: 900_001 })])[0]!.granted, 900_000);
    // Nobody behind it: what it does not pay is shared anew.
    deepEqual(asked([share("transition", 600_000, { granted: 600_000 })]), [{ source: "transition", amount: 600_000 }]);
  });

  it("asks of the person apart what is another body’s, so many months after the first day, and of nobody else", () => {
    const thirds = [0, 12].map((after) => ({ line: "registration", amount: 34_000, after }));
    const both = [share("personal", 568_000), share("employer-plan", 500_000)];
    const apart = (shares: readonly Share[]) =>
      scheduleQuestion({ shares, plan: null, thirds }, { periods, payers }).payers.map(({ amount, fixed }) => [
        amount,
        fixed,
      ]);
    const fixed = [
      { on: "2027-01-04", amount: 34_000, third: true },
      { on: "2028-01-04", amount: 34_000, third: true },
    ];
    deepEqual(apart(both), [
      [500_000, fixed],
      [500_000, undefined],
    ]);
    deepEqual(apart([share("personal", 67_999)]), [[67_999, undefined]]);
    deepEqual(apart([share("personal", 68_000, { undone: true })]), [[0, undefined]]);
    // What is paid on a platform is asked there, registration and all.
    deepEqual(apart([share("cpf", 500_000), share("personal", 68_000, { platform: true })]), [[568_000, undefined]]);
  });

  it("gives the documents of each payer, and the clauses of its paper", () => {
    const issued = [{ number: "F-2027-00001", kind: "invoice" as const, on: "2027-01-04", amount: 1_000 }];
    const clause = { percent: 10 };
    const papers = { earlyEnd: clause, absence: { percent: 50 } } as unknown as NonNullable<Money["papers"]>;
    const documents = new Map([["personal", { issued, paid: 1_000 }]]);
    deepEqual(asked([share("personal", 5_000), share("employer-plan", 5_000)], { papers, documents }), [
      { source: "personal", amount: 5_000, first: 30, firstOn: "2027-01-04", earlyEnd: 10, issued, paid: 1_000 },
      { source: "employer-plan", amount: 5_000, absence: 50 },
    ]);
  });
});

describe("the line of payments", () => {
  const invoice = (more: Partial<Billed> = {}): Billed => ({
    number: "F-2027-00001",
    on: "2027-01-04",
    due: "2027-01-19",
    amount: 30_000,
    paid: 0,
    suspended: false,
    ...more,
  });
  const toIssue = [{ issue: "2027-07-01", due: "2027-07-16", amount: 70_000 }];
  const instalments = [
    { kind: "first" as const, issue: "2027-01-04", due: "2027-01-19", amount: 30_000 },
    { kind: "period" as const, period: 1, issue: "2027-07-01", due: "2027-07-16", amount: 70_000 },
  ];
  const states = (billed: Billed, today: string) =>
    paymentsOf({ instalments, toIssue }, [billed], today).map(({ state }) => state);

  it("has the invoices as they stand, then what is still to be asked, by day", () => {
    deepEqual(
      paymentsOf({ instalments, toIssue }, [invoice({ paid: 30_000 })], "2027-02-01").map(
        ({ due, amount, paid, number, kind, period, state }) => [due, amount, paid, number, kind, period, state],
      ),
      [
        ["2027-01-19", 30_000, 30_000, "F-2027-00001", null, null, "paid"],
        ["2027-07-16", 70_000, 0, null, "period", 1, "to-come"],
      ],
    );
  });

  it("says which period each pays for, of two that cost the same too, and of what is left of one asked in part", () => {
    const period = (nth: number, due: string) => ({
      kind: "period" as const,
      period: nth,
      issue: due,
      due,
      amount: 70_000,
    });
    const plan = [period(1, "2027-07-16"), period(2, "2028-01-16"), period(3, "2028-07-16")];
    const left = [
      { issue: "2028-01-16", due: "2028-01-16", amount: 60_000 },
      { issue: "2028-07-16", due: "2028-07-16", amount: 70_000 },
    ];
    const first = invoice({ due: "2027-07-16", amount: 70_000 });
    const part = invoice({ number: "F-2027-00002", due: "2027-08-16", amount: 10_000 });
    const seen = paymentsOf({ instalments: plan, toIssue: left }, [first, part], "2027-09-01");
    deepEqual(
      seen.map(({ amount, period: nth }) => [amount, nth]),
      [
        [70_000, 1],
        [10_000, null],
        [60_000, 2],
        [70_000, 3],
      ],
    );
  });

  it("is late the day after its last day, and not on it", () => {
    deepEqual(states(invoice(), "2027-01-19"), ["asked", "to-come"]);
    deepEqual(states(invoice(), "2027-01-20"), ["late", "to-come"]);
    deepEqual(states(invoice({ paid: 29_999 }), "2027-01-19"), ["part", "to-come"]);
    deepEqual(states(invoice({ paid: 29_999 }), "2027-01-20"), ["late", "to-come"]);
    deepEqual(states(invoice({ suspended: true }), "2027-01-20"), ["suspended", "to-come"]);
  });

  it("leaves out an invoice that was credited whole, and says no more paid than asked", () => {
    deepEqual(
      paymentsOf(
        { instalments: [], toIssue: [] },
        [invoice({ amount: 0 }), invoice({ paid: 30_500 })],
        "2027-02-01",
      ).map(({ amount, paid }) => [amount, paid]),
      [[30_000, 30_000]],
    );
  });
});
