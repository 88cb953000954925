/** What is asked when, what stopping leaves of it, and what is set against what was issued: each rule of § 11 in figures counted by hand. */
import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { ask } from "../../test/law-world.ts";
import type { ScheduleAnswer } from "./rule.ts";

/** Two periods of 600 and 400 minutes. */
const PERIODS = [
  { from: "2027-01-04", to: "2027-06-30", minutes: 600 },
  { from: "2027-07-01", to: "2027-12-31", minutes: 400 },
];
const BEFORE = "2026-12-15";
const DURING = "2027-02-01";

type Asked = { readonly on?: string; readonly periods?: readonly object[]; readonly stop?: object };

function decided(payers: readonly object[], { on = DURING, periods = PERIODS, stop }: Asked = {}) {
  return ask("schedule", { id: "a", on, periods, payers, ...(stop && { stop }) });
}

function answer(payers: readonly object[], asked?: Asked): ScheduleAnswer {
  const found = decided(payers, asked);
  if ("fault" in found) throw new Error(JSON.stringify(found.fault));
  return found.answer("en") as unknown as ScheduleAnswer;
}

function faultOf(payers: readonly object[], asked?: Asked): string | null {
  const found = decided(payers, asked);
  return "fault" in found ? found.fault.code : null;
}

const planned = (payer: object, asked?: Asked) =>
  answer([payer], asked).payers[0]!.instalments.map(({ kind, issue, amount }) => `${kind} ${issue} ${amount}`);
const own = (payer: object, asked?: Asked) => answer([payer], asked).payers[0]!;
const invoice = (number: string, amount: number, more: object = {}) => ({
  number,
  kind: "invoice",
  on: DURING,
  amount,
  ...more,
});
const credit = (number: string, of: string, amount: number) => ({ number, kind: "credit", on: DURING, amount, of });

describe("the plan of a payer who pays at the end", () => {
  const cpf = { source: "cpf", amount: 1_000 };

  it("asks all after the last period", () => deepEqual(planned(cpf), ["period 2028-01-01 1000"]));

  it("asks all after the last period that has minutes", () => {
    const periods = [PERIODS[0]!, { ...PERIODS[1]!, minutes: 0 }];
    deepEqual(planned(cpf, { periods }), ["period 2027-07-01 1000"]);
  });

  it("asks all after the last period where none has minutes", () => {
    const periods = PERIODS.map((one) => ({ ...one, minutes: 0 }));
    deepEqual(planned(cpf, { periods }), ["period 2028-01-01 1000"]);
  });
});

describe("what is asked on one day", () => {
  it("stands as first, fixed, for another body, of a period, in whatever order it was given", () => {
    const fixed = [
      { on: "2027-07-01", amount: 7, third: true },
      { on: "2027-07-01", amount: 5 },
    ];
    deepEqual(planned({ source: "personal", amount: 1_000, fixed, first: 10, firstOn: "2027-07-01" }), [
      "first 2027-07-01 100",
      "fixed 2027-07-01 5",
      "third 2027-07-01 7",
      "period 2027-07-01 540",
      "period 2028-01-01 360",
    ]);
  });
});

describe("what a person may be asked before training begins", () => {
  const before = { on: "2026-12-01" };
  const person = (first: number, fixed: readonly object[]) => ({
    source: "personal",
    amount: 10_000,
    first,
    firstOn: "2026-12-01",
    fixed,
  });

  it("is 30 % of the training and of what is fixed beside it: 1 500 and 2 000 of 12 000 are asked", () => {
    equal(faultOf([person(15, [{ on: "2026-12-02", amount: 2_000 }])], { on: BEFORE }), null);
    equal(faultOf([person(15, [{ on: "2026-12-02", amount: 2_500 }])], { on: BEFORE }), "cap");
  });

  it("is not raised by what is asked for another body: 3 000 and 1 000 of 11 000 are too much", () => {
    const fixed = [
      { on: "2026-12-02", amount: 1_000 },
      { on: "2026-12-02", amount: 5_000, third: true },
    ];
    equal(faultOf([person(30, fixed)], { on: BEFORE }), "cap");
  });

  it("is not lowered by what is asked on the day on which it begins", () => {
    equal(faultOf([person(30, [{ on: "2027-01-04", amount: 1_000 }])], { on: BEFORE }), null);
    equal(faultOf([person(30, [{ on: "2027-01-03", amount: 1_000 }])], { on: BEFORE }), "cap");
  });

  it("bounds nobody else: an employer is asked all of it, and a year ahead", () => {
    const employer = { source: "employer-plan", amount: 0, fixed: [{ on: "2026-01-04", amount: 5_000 }] };
    equal(faultOf([employer], { on: BEFORE }), null);
    deepEqual(answer([employer], { on: BEFORE }).findings, []);
  });

  it("is early more than three months ahead, and not on that day", () => {
    const findings = (firstOn: string) =>
      answer([{ ...person(10, []), firstOn }], { on: BEFORE }).findings.map(({ condition }) => condition);
    deepEqual(findings("2026-10-03"), ["early-deposit"]);
    deepEqual(findings("2026-10-04"), []);
  });

  it("is given back above that until the day on which it begins, and asked again", () => {
    const issued = [{ number: "F", kind: "invoice", on: "2026-12-01", amount: 5_000 }];
    const person = { source: "personal", amount: 10_000, issued };
    deepEqual(own(person, { on: "2027-01-03" }).credits, [{ of: "F", amount: 2_000 }]);
    deepEqual(own(person, { on: "2027-01-04" }).credits, []);
  });

  it("leaves what was asked for another body", () => {
    const issued = [{ number: "F", kind: "invoice", on: "2026-12-01", amount: 34_000, nature: "third" }];
    const fixed = [{ on: "2026-12-01", amount: 34_000, third: true }];
    deepEqual(own({ source: "personal", amount: 10_000, fixed, issued }, before).credits, []);
  });
});

describe("what stopping leaves", () => {
  const stop = (kind: string, on = DURING) => ({ stop: { on, kind, planned: 1_000, given: 200, attended: 100 } });
  const fixed = [
    { on: DURING, amount: 50 },
    { on: "2027-02-02", amount: 60 },
    { on: "2027-01-20", amount: 7, third: true },
  ];
  const person = { source: "personal", amount: 10_000, fixed, earlyEnd: 10 };
  const employer = { source: "employer-plan", amount: 10_000, fixed };

  it("of what is fixed, for another body too: what was asked by that day, whole, beside the hours given", () => {
    deepEqual(planned(person, stop("force-majeure")), [
      "third 2027-01-20 7",
      "fixed 2027-02-01 50",
      "stop 2027-02-02 2000",
    ]);
  });

  it("of a person who withdrew: nothing, though hours were given", () => {
    deepEqual(planned(person, stop("withdrawn")), []);
  });

  it("of an employer whose trainee withdrew: the hours attended, and what was fixed by that day", () => {
    deepEqual(planned(employer, stop("withdrawn")), [
      "third 2027-01-20 7",
      "fixed 2027-02-01 50",
      "stop 2027-02-02 1000",
    ]);
  });

  it("of a person who leaves or is excluded: a tenth of the rest as well, as their contract says, and not otherwise", () => {
    const total = (kind: string) => own({ source: "personal", amount: 10_000, earlyEnd: 10 }, stop(kind)).total;
    deepEqual(["abandoned", "excluded", "force-majeure", "school"].map(total), [2_800, 2_800, 2_000, 2_000]);
  });

  it("of a period that was asked: the part that was given, then nothing more", () => {
    deepEqual(planned({ source: "personal", amount: 10_000 }, { on: "2027-08-01", ...stop("school", "2027-07-01") }), [
      "period 2027-07-01 2000",
    ]);
    deepEqual(planned({ source: "personal", amount: 10_000 }, { on: "2027-08-01", ...stop("school", "2027-06-30") }), [
      "stop 2027-07-01 2000",
    ]);
  });
});

describe("what was issued", () => {
  it("is credited nature by nature: 1 200 of 1 000 for training, while 500 are still to be asked for another body", () => {
    const person = {
      source: "personal",
      amount: 1_000,
      fixed: [{ on: DURING, amount: 500, third: true }],
      issued: [invoice("F", 1_200)],
    };
    const { credits, toIssue } = own(person);
    deepEqual(credits, [{ of: "F", amount: 200 }]);
    deepEqual(
      toIssue.map(({ nature, amount }) => [nature, amount]),
      [["third", 500]],
    );
  });

  it("is lowered by its credits, of the nature of the invoice that each corrects", () => {
    const person = {
      source: "personal",
      amount: 1_000,
      fixed: [{ on: DURING, amount: 500, third: true }],
      issued: [
        invoice("F", 1_000),
        invoice("T", 500, { nature: "third" }),
        credit("A", "T", 200),
        credit("B", "F", 100),
      ],
    };
    const { issued, toIssue, credits } = own(person);
    equal(issued, 1_200);
    deepEqual(credits, []);
    deepEqual(
      toIssue.map(({ nature, issue, amount }) => [nature, issue, amount]),
      [
        ["third", DURING, 200],
        ["training", "2028-01-01", 100],
      ],
    );
  });

  it("is credited from the latest on, of one day from the last in the list on, each up to what is left of it", () => {
    const issued = [
      invoice("F-1", 300, { on: "2027-01-10" }),
      invoice("F-3", 300, { on: "2027-01-20" }),
      invoice("F-2", 300, { on: "2027-01-15" }),
      invoice("F-4", 300, { on: "2027-01-20" }),
      credit("A-1", "F-4", 100),
    ];
    const credited = (amount: number) => own({ source: "employer-plan", amount, issued }).credits;
    deepEqual(credited(950), [{ of: "F-4", amount: 150 }]);
    deepEqual(credited(500), [
      { of: "F-4", amount: 200 },
      { of: "F-3", amount: 300 },
      { of: "F-2", amount: 100 },
    ]);
  });
});

describe("a document that is not one", () => {
  const withDocument = (document: object) =>
    faultOf([{ source: "region", amount: 600, issued: [invoice("F", 1), document] }]);

  it("is refused: an invoice or credit that lacks something, or is neither", () => {
    const whole = { number: "A", kind: "credit", on: DURING, amount: 1, of: "F" };
    equal(withDocument(whole), null);
    for (const key of ["number", "on", "amount", "of", "kind"]) {
      const { [key as keyof typeof whole]: _, ...rest } = whole;
      equal(withDocument(rest), "invalid", key);
    }
    for (const key of ["number", "on", "amount"]) {
      const { [key]: _, ...rest } = invoice("G", 1) as Record<string, unknown>;
      equal(withDocument(rest), "invalid", key);
    }
    equal(withDocument({ ...whole, kind: "quote" }), "invalid");
    equal(withDocument({ ...invoice("G", 1), of: "F" }), "invalid");
    equal(withDocument({ ...whole, nature: "training" }), "invalid");
  });

  it("is refused where it is said for another body neither yes nor no", () => {
    equal(faultOf([{ source: "region", amount: 600, fixed: [{ on: DURING, amount: 1, third: "yes" }] }]), "invalid");
  });

  it("is named by its place, and why, where there are too many", () => {
    const issued = Array.from({ length: 501 }, (_, at) => invoice(`F-${at}`, 1));
    const found = decided([{ source: "region", amount: 600, issued }]);
    const issues = "fault" in found ? found.fault.issues : [];
    deepEqual(
      issues.map(({ path, message }) => [path, message("fr"), message("en")]),
      [["payers[0].issued", "Au plus 500 factures et autant d’avoirs.", "At most 500 invoices and as many credits."]],
    );
  });
});
