import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { ask } from "../../test/law-world.ts";

describe("the day of an account", () => {
  it("is none before the first version, whether or not the input names a diploma", () => {
    const faultOn = (facts: object) => {
      const decided = ask("account", { id: "a", professional: true, invoices: [], ...facts });
      return "fault" in decided ? decided.fault.code : null;
    };
    equal(faultOn({ on: "2006-08-31" }), "invalid");
    equal(faultOn({ on: "2006-08-31", diploma: "deis" }), "invalid");
    equal(faultOn({ on: "2006-09-01" }), null);
  });
});

const F1 = { number: "F-1", on: "2027-01-01", due: "2027-01-31", amount: 100 };
const F2 = { number: "F-2", on: "2027-01-02", due: "2027-01-31", amount: 50 };

function accountOf(facts: object) {
  const decided = ask("account", { id: "a", on: "2027-04-20", professional: false, invoices: [F1], ...facts });
  if ("fault" in decided) throw new Error(decided.fault.code);
  return decided.answer("fr") as {
    invoices: { number: string; open: number; level: number; recovery: number }[];
    available: number;
  };
}
const open = (facts: object) => accountOf(facts).invoices.map((one) => one.open);
const level = (on: string, disputes: object[] = []) => accountOf({ on, disputes }).invoices[0]!.level;

describe("the level of a reminder", () => {
  it("stands from its day: 8, 23 and 45 days after the invoice was due", () => {
    equal(level("2027-02-07"), 0);
    equal(level("2027-02-08"), 1);
    equal(level("2027-02-22"), 1);
    equal(level("2027-02-23"), 2);
    equal(level("2027-03-16"), 2);
    equal(level("2027-03-17"), 3);
  });

  it("is none from the first day of a dispute of this invoice to its last, both included", () => {
    const dispute = { number: "F-1", from: "2027-03-01", to: "2027-03-10" };
    equal(level("2027-02-28", [dispute]), 2);
    equal(level("2027-03-01", [dispute]), 0);
    equal(level("2027-03-10", [dispute]), 0);
    equal(level("2027-03-11", [dispute]), 2);
    equal(level("2027-03-11", [{ number: "F-1", from: "2027-03-01" }]), 0);
    const both = accountOf({ invoices: [F1, F2], disputes: [{ number: "F-2", from: "2027-01-03" }] });
    equal(both.invoices[0]!.level, 3);
    equal(both.invoices[1]!.level, 0);
  });
});

describe("what comes in", () => {
  it("serves what is due first, then what was issued first, then by number", () => {
    const served = (invoices: object[]) => open({ invoices, payments: [{ id: "P", on: "2027-01-05", amount: 10 }] });
    equal(String(served([F1, { ...F2, due: "2027-01-30" }])), "100,40");
    equal(String(served([F2, F1])), "50,90");
    equal(String(served([{ ...F2, number: "G", on: F1.on }, F1])), "50,90");
    equal(String(served([{ ...F2, on: F1.on, number: "E" }, F1])), "40,100");
    equal(
      String(
        served([
          { ...F1, due: "2027-02-05" },
          { ...F2, on: "2027-01-03" },
        ]),
      ),
      "100,40",
    );
  });

  it("serves what a return opens by due day, whichever the payment had named", () => {
    const facts = {
      invoices: [F1, { ...F2, due: "2027-02-05" }],
      payments: [
        { id: "P", on: "2027-01-05", amount: 150, for: "F-2" },
        { id: "Q", on: "2027-01-06", amount: 30, for: "F-2" },
      ],
      returned: [{ on: "2027-02-01", payment: "P" }],
    };
    equal(String(open(facts)), "70,50");
  });

  it("is refunded once it came, not before", () => {
    const early = ask("account", {
      id: "a",
      on: "2027-04-20",
      professional: false,
      invoices: [],
      payments: [{ id: "P", on: "2027-02-02", amount: 10 }],
      refunds: [{ on: "2027-02-01", from: "P", amount: 1 }],
    });
    equal("fault" in early && early.fault.code, "refund");
  });

  it("by reference, serves again what a return opens only where it names that invoice, the oldest first", () => {
    const facts = {
      byReference: true,
      invoices: [F1, F2],
      payments: [
        { id: "P", on: "2027-01-05", amount: 100, for: "F-1" },
        { id: "Q", on: "2027-01-06", amount: 60, for: "F-2" },
        { id: "R", on: "2027-01-07", amount: 30, for: "F-1" },
        { id: "S", on: "2027-01-08", amount: 5 },
      ],
      returned: [{ on: "2027-02-01", payment: "P" }],
    };
    equal(String(open(facts)), "70,0");
    equal(accountOf(facts).available, 15);
  });

  it("by reference, leaves what a credit has too much where it is", () => {
    const facts = {
      byReference: true,
      invoices: [F1, F2],
      payments: [{ id: "P", on: "2027-01-05", amount: 100, for: "F-1" }],
      credits: [{ number: "A", on: "2027-01-06", of: "F-1", amount: 20 }],
    };
    equal(String(open(facts)), "0,50");
    equal(accountOf(facts).available, 20);
  });
});

describe("a credit", () => {
  it("does not exceed what the credits and adjustments before it have left of its invoice", () => {
    const decided = ask("account", {
      id: "a",
      on: "2027-04-20",
      professional: false,
      invoices: [F1],
      credits: [
        { number: "A", on: "2027-01-05", of: "F-1", amount: 60 },
        { number: "B", on: "2027-01-07", of: "F-1", amount: 20 },
      ],
      adjustments: [{ on: "2027-01-06", number: "F-1", amount: 30, reason: "bad-debt" }],
    });
    equal("fault" in decided && decided.fault.code, "adjust");
  });
});

describe("what a late business owes for recovery", () => {
  it("is owed once a day has begun with something open after it was due", () => {
    const recovery = (on: string, facts = {}) => accountOf({ on, professional: true, ...facts }).invoices[0]!.recovery;
    equal(recovery("2027-01-31"), 0);
    equal(recovery("2027-02-01"), 4000);
    equal(recovery("2027-04-20", { payments: [{ id: "P", on: "2027-01-31", amount: 100 }] }), 0);
  });
});
