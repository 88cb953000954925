import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { ask } from "../../test/law-world.ts";

describe("what an agreement states", () => {
  it("is a set: a particular may stand in it as often as one likes", () => {
    const before = Array.from({ length: 101 }, () => "programme");
    const shares = [{ source: "personal", amount: 1 }];
    const decided = ask("agreement", { id: "a", on: "2027-02-01", startsOn: "2027-03-01", shares, stated: { before } });
    equal("fault" in decided, false);
  });
});

const CONTRACT =
  "nature duration programme object headcount prior-level delivery means assessment sanction trainers payment early-end withdrawal-form".split(
    " ",
  );
const BEFORE = "programme objectives trainers timetable assessment contact rules tariff settlement early-end".split(
  " ",
);
const CONVENTION = "title objective content means duration period delivery follow-up sanction price settlement".split(
  " ",
);
const STATED = { contract: CONTRACT, convention: CONVENTION, before: BEFORE };
const PERSONAL = { source: "personal", amount: 1_000, signedOn: "2027-01-11" };
const EMPLOYER = { source: "employer-plan", amount: 500, signedOn: "2027-01-11" };

type Answer = {
  papers: { source: string; state: string; missing: string[] }[];
  withdrawal: { lastDay: string; late: boolean } | null;
  money: { from: string; first: number; rest: number } | null;
  enrolment: string;
  findings: { condition: string; met: boolean | null }[];
};

function agreed(facts: object): Answer {
  const given = { id: "a", on: "2027-02-01", startsOn: "2027-03-01", shares: [PERSONAL], concluded: "premises" };
  const decided = ask("agreement", { ...given, stated: STATED, ...facts });
  if ("fault" in decided) throw new Error(decided.fault.code);
  return decided.answer("fr") as unknown as Answer;
}
const found = (facts: object) => agreed(facts).findings.map(({ condition }) => condition);

describe("a contract that may be withdrawn from", () => {
  it("is within its ten days on the last of them, and binding the day after", () => {
    equal(agreed({ on: "2027-01-21" }).papers[0]!.state, "withdrawal");
    equal(agreed({ on: "2027-01-22" }).papers[0]!.state, "binding");
  });

  it("has fourteen days away from the school as at a distance", () => {
    equal(agreed({ concluded: "away" }).withdrawal!.lastDay, "2027-01-25");
    equal(agreed({ concluded: "distance" }).withdrawal!.lastDay, "2027-01-25");
    equal(agreed({ concluded: "premises" }).withdrawal!.lastDay, "2027-01-21");
  });

  it("and was, leaves the employer’s convention as it is, and asks nothing", () => {
    const { papers, money, enrolment } = agreed({ shares: [EMPLOYER, PERSONAL], letterOn: "2027-01-21" });
    deepEqual(
      papers.map(({ state }) => state),
      ["binding", "withdrawn"],
    );
    deepEqual([money, enrolment], [null, "ended"]);
  });

  it("asks of the person’s part alone, whichever paper comes first", () => {
    deepEqual(agreed({ shares: [EMPLOYER, PERSONAL] }).money, { from: "2027-01-22", first: 300, rest: 700 });
  });

  it("that was not signed says nothing of the form, and has no last day", () => {
    const facts = { shares: [{ source: "personal", amount: 1 }], concluded: "away", stated: { before: BEFORE } };
    deepEqual([agreed(facts).withdrawal, agreed(facts).money, found(facts)], [null, null, ["handed-over"]]);
  });

  it("asks nothing before it is signed, though all is stated and handed over", () => {
    deepEqual(
      [agreed({ shares: [{ source: "personal", amount: 1 }] }).money, agreed({ shares: [EMPLOYER] }).money],
      [null, null],
    );
  });

  it("at a distance without a word on what it states, lacks the form", () => {
    const facts = { concluded: "distance", stated: undefined };
    deepEqual(found(facts), ["handed-over", "no-withdrawal-form", "starts-in-withdrawal", "start-not-requested"]);
  });
});

describe("what is handed over before", () => {
  it("is less where nobody signs a contract, and more where one is to be signed", () => {
    const few = { ...STATED, before: BEFORE.slice(0, 7) };
    equal(agreed({ shares: [EMPLOYER], stated: few }).enrolment, "may");
    equal(agreed({ shares: [{ source: "personal", amount: 1 }], stated: few }).findings[0]!.met, false);
    equal(agreed({ stated: few }).money, null);
  });
});

describe("a paper that is not signed", () => {
  it("is told from the first session on, not the day before", () => {
    const facts = { shares: [{ source: "employer-plan", amount: 1 }] };
    deepEqual(found({ ...facts, on: "2027-02-28" }), ["handed-over"]);
    deepEqual(found({ ...facts, on: "2027-03-01" }), ["handed-over", "unsigned-at-start"]);
  });
});
