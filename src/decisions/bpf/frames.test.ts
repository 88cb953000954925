/** What each frame of the yearly declaration counts, and what it does not: § 14 document by document and person by person, by hand. */
import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { ask } from "../../test/law-world.ts";
import type { BpfAnswer } from "./rule.ts";

const YEAR = {
  id: "a",
  on: "2027-03-01",
  from: "2026-01-01",
  to: "2026-12-31",
  lines: [],
  charges: { total: 0, trainerSalaries: 0, purchases: 0 },
  trainers: [],
  enrolments: [],
};

function answer(given: object): BpfAnswer {
  const decided = ask("bpf", { ...YEAR, ...given });
  if ("fault" in decided) throw new Error(JSON.stringify(decided.fault));
  return decided.answer("en") as unknown as BpfAnswer;
}

function faultOf(given: object): string | null {
  const decided = ask("bpf", { ...YEAR, ...given });
  return "fault" in decided ? decided.fault.code : null;
}

const euros = ({ C }: BpfAnswer, line: string) => C.lines.find((one) => one.line === line)!.euros;
const doc = (given: object) => ({
  document: "F",
  kind: "invoice",
  on: "2026-07-01",
  source: "opco",
  amount: 10_000,
  ...given,
});
const enrolled = (person: string, minutes: number, given: object = {}) => ({
  person,
  status: "private-employee",
  goal: "rncp-6-8",
  speciality: "332",
  from: "2026-09-01",
  attended: [{ on: "2026-10-05", minutes }],
  ...given,
});
const cell = (frame: BpfAnswer["F1"], name: string) => {
  const found = frame.find((one) => one.cell === name);
  return found && `${found.people}/${found.hours}`;
};
const conditions = (given: object) => answer(given).findings.map(({ condition }) => condition);

describe("a document of the declaration", () => {
  it("counts for the days of its period until the last day of the year, that day included, whenever it was issued", () => {
    const of = (period: object, on = "2027-01-15") => euros(answer({ lines: [doc({ on, period })] }), "2h");
    equal(of({ from: "2026-12-31", to: "2026-12-31" }), 100);
    equal(of({ from: "2026-12-31", to: "2027-01-01" }), 50);
    equal(of({ from: "2027-01-01", to: "2027-01-02" }), 0);
    equal(of({ from: "2020-01-01", to: "2020-12-31" }), 100);
  });

  it("counts whole by its day where it has no period, or where it is counted as issued", () => {
    const of = (on: string, more: object = {}, asked: object = {}) =>
      euros(answer({ lines: [doc({ on, ...more })], ...asked }), "2h");
    deepEqual([of("2026-12-31"), of("2027-01-01")], [100, 0]);
    const period = { period: { from: "2026-12-31", to: "2027-01-01" } };
    deepEqual(
      [of("2026-12-31", period, { recognition: "issued" }), of("2027-01-01", period, { recognition: "issued" })],
      [100, 0],
    );
    equal(of("2027-01-01", period, { recognition: "period" }), 50);
  });

  it("counts as an invoice where it is accrued, and against one where it is a credit", () => {
    const lines = [doc({ kind: "accrued", amount: 30_000 }), doc({ kind: "credit", amount: 10_000 }), doc({})];
    equal(euros(answer({ lines }), "2h"), 300);
  });

  it("stands in the line of who pays; fees in their own", () => {
    const lines = [
      doc({ source: "personal" }),
      doc({ source: "fees", amount: 16_000 }),
      doc({ source: "region", amount: 7_000 }),
    ];
    const { C } = answer({ lines });
    deepEqual(
      C.lines.filter((one) => one.euros !== 0).map((one) => `${one.line} ${one.euros}`),
      ["6 70", "9 100", "11 160"],
    );
    deepEqual([C.two, C.total], [0, 330]);
  });

  it("is lowered by what was declared of it in earlier years, of its source, though the document is not there", () => {
    const declared = [
      { document: "F", source: "opco", amount: 4_000 },
      { document: "F", source: "opco", amount: -1_000 },
      { document: "gone", source: "region", amount: 500 },
    ];
    const found = answer({ lines: [doc({})], declared });
    deepEqual([euros(found, "2h"), euros(found, "6")], [70, -5]);
  });
});

describe("the share of training in what the body takes in", () => {
  const share = (more: object) => answer({ lines: [doc({})], ...more }).C.share;

  it("is of both together; 99 and not 100 where something else comes in; none where nothing does", () => {
    equal(share({}), 100);
    equal(share({ otherTurnover: 10_000 }), 50);
    equal(share({ otherTurnover: 1 }), 99);
    equal(share({ lines: [] }), null);
    equal(share({ lines: [], otherTurnover: 10_000 }), null);
  });

  it("is none where credits are more than invoices, or as much", () => {
    const lines = [doc({}), doc({ kind: "credit" })];
    equal(share({ lines, otherTurnover: 100 }), null);
    equal(share({ lines: [...lines, doc({ kind: "credit", amount: 1 })], otherTurnover: 100 }), null);
  });
});

describe("what training costs, and who teaches", () => {
  it("is in whole euros, a half upwards; what trainers and purchases cost is not more than the whole", () => {
    deepEqual(answer({ charges: { total: 10_050, trainerSalaries: 5_049, purchases: 5_001 } }).D, {
      total: 101,
      trainerSalaries: 50,
      purchases: 50,
    });
    equal(faultOf({ charges: { total: 10_049, trainerSalaries: 5_049, purchases: 5_001 } }), "invalid");
  });

  it("counts each trainer with minutes once in each row, and their hours together", () => {
    const trainers = [
      { id: "t1", as: "staff", minutes: 100 },
      { id: "t1", as: "staff", minutes: 50 },
      { id: "t2", as: "staff", minutes: 0 },
      { id: "t1", as: "external", minutes: 29 },
    ];
    deepEqual(answer({ trainers }).E, { staff: { people: 1, hours: 3 }, external: { people: 1, hours: 0 } });
  });
});

describe("who was taught", () => {
  it("is whoever was enrolled on a day of the year, with the minutes of its days", () => {
    const on = (day: string) => [{ on: day, minutes: 60 }];
    const enrolments = [
      enrolled("before", 0, { from: "2025-01-01", to: "2025-12-31", attended: on("2025-12-31") }),
      enrolled("first", 0, {
        from: "2025-01-01",
        to: "2026-01-01",
        attended: [...on("2025-12-31"), ...on("2026-01-01")],
      }),
      enrolled("last", 0, { from: "2026-12-31", attended: [...on("2026-12-31"), ...on("2027-01-01")] }),
      enrolled("after", 0, { from: "2027-01-01", attended: on("2027-01-01") }),
      enrolled("never there", 0, { attended: [] }),
    ];
    deepEqual(answer({ enrolments }).totals, { people: 3, hours: 2 });
  });

  it("stands in one cell of each frame: that of most of their minutes, of equal ones the first", () => {
    const two = (a: number, b: number) =>
      answer({
        enrolments: [
          enrolled("p", a, { status: "job-seeker", goal: "rs" }),
          enrolled("p", b, { status: "own-cost", goal: "rncp-5" }),
        ],
      });
    const in2 = two(60, 120);
    deepEqual(
      [cell(in2.F1, "c"), cell(in2.F1, "d"), cell(in2.F3, "rs"), cell(in2.F3, "rncp-5")],
      ["0/1", "1/2", "0/1", "1/2"],
    );
    const equalOnes = two(60, 60);
    deepEqual([cell(equalOnes.F1, "c"), cell(equalOnes.F1, "d"), cell(equalOnes.F3, "rncp-5")], ["1/1", "0/1", "1/1"]);
    deepEqual(equalOnes.totals, { people: 1, hours: 2 });
    // Two enrolments in one cell outweigh one.
    const three = answer({
      enrolments: [
        enrolled("p", 90, { status: "job-seeker" }),
        enrolled("p", 60, { status: "own-cost" }),
        enrolled("p", 60, { status: "own-cost" }),
      ],
    });
    deepEqual([cell(three.F1, "c"), cell(three.F1, "d")], ["0/2", "1/2"]);
    // In a cell without a minute, where there is no other.
    equal(cell(answer({ enrolments: [enrolled("p", 0, { status: "own-cost" })] }).F1, "d"), "1/0");
  });

  it("is counted enrolment by enrolment where that is asked", () => {
    const enrolments = [
      enrolled("p", 60, { status: "job-seeker" }),
      enrolled("p", 120, { status: "own-cost", entrustedTo: "x" }),
    ];
    const found = answer({ enrolments, count: "enrolment" });
    deepEqual([cell(found.F1, "c"), cell(found.F1, "d")], ["1/1", "1/2"]);
    deepEqual(
      [found.totals, found.F2],
      [
        { people: 2, hours: 3 },
        { people: 1, hours: 2 },
      ],
    );
    equal(answer({ enrolments, count: "person" }).totals.people, 1);
  });

  it("has hours that end alike in the three frames: the largest rests go up, of equal ones the first", () => {
    const enrolments = ["private-employee", "job-seeker", "own-cost"].map((status, at) =>
      enrolled(`p${at}`, 90, { status }),
    );
    const { F1, totals } = answer({ enrolments });
    equal(totals.hours, 5);
    deepEqual([cell(F1, "a"), cell(F1, "c"), cell(F1, "d")], ["1/2", "1/2", "1/1"]);
    const uneven = [enrolled("p", 61), enrolled("q", 119, { status: "job-seeker" })];
    deepEqual(
      ["a", "c"].map((one) => cell(answer({ enrolments: uneven }).F1, one)),
      ["1/1", "1/2"],
    );
  });

  it("names the five specialities with most minutes, of equal ones the first code, and adds up the others", () => {
    const codes = ["336", "335", "334", "333", "332", "331", "330"];
    const minutes = [60, 120, 180, 240, 300, 60, 60];
    const enrolments = codes.map((speciality, at) => enrolled(`p${at}`, minutes[at]!, { speciality }));
    deepEqual(
      answer({ enrolments }).F4.map((one) => `${one.cell} ${one.people}/${one.hours}`),
      ["332 1/5", "333 1/4", "334 1/3", "335 1/2", "330 1/1", "others 2/2"],
    );
    deepEqual(
      answer({ enrolments: enrolments.toReversed() }).F4.map((one) => one.cell),
      ["332", "333", "334", "335", "330", "others"],
    );
    deepEqual(answer({}).F4, [{ cell: "others", people: 0, hours: 0 }]);
  });
});

describe("who is entrusted", () => {
  it("to another is counted with the others, and apart; by another, apart alone", () => {
    const enrolments = [
      enrolled("a", 60, { entrustedTo: "Autre école" }),
      enrolled("b", 90, { entrustedBy: "Autre école" }),
      enrolled("c", 30, {}),
    ];
    const { F2, G, totals, F1, F4 } = answer({ enrolments });
    deepEqual(
      [F2, G, totals],
      [
        { people: 1, hours: 1 },
        { people: 1, hours: 2 },
        { people: 2, hours: 2 },
      ],
    );
    deepEqual([cell(F1, "a"), cell(F4, "332")], ["2/2", "2/2"]);
    equal(faultOf({ enrolments: [enrolled("a", 60, { entrustedTo: "x", entrustedBy: "y" })] }), "invalid");
  });
});

describe("what the declaration makes one look at", () => {
  const charges = { total: 1, trainerSalaries: 0, purchases: 0 };

  it("is a line below nothing, and not one that is nothing", () => {
    const lines = [doc({}), doc({ kind: "credit", source: "state", amount: 1 })];
    deepEqual(conditions({ lines, charges }), ["negative"]);
    deepEqual(conditions({ lines: [doc({})], charges }), []);
  });

  it("is a total of rounded lines that is not the rounded total", () => {
    const lines = ["opco", "region", "state"].map((source) => doc({ source, amount: 50 }));
    deepEqual(conditions({ lines, charges }), ["rounding"]);
  });

  it("is income without any charge, and not nothing without any", () => {
    deepEqual(conditions({ lines: [doc({})] }), ["no-charges"]);
    deepEqual(conditions({}), []);
  });

  it("is money for people entrusted without them, or them without money", () => {
    const lines = [doc({ source: "other-body" })];
    const enrolments = [enrolled("b", 90, { entrustedBy: "Autre école" })];
    deepEqual(conditions({ lines, charges }), ["entrusted"]);
    deepEqual(conditions({ enrolments, charges }), ["entrusted"]);
    deepEqual(conditions({ lines, enrolments, charges }), []);
  });

  it("is money of people at their own cost without them, or them without money; those entrusted are not ours", () => {
    const lines = [doc({ source: "personal" })];
    const own = { status: "own-cost" };
    deepEqual(conditions({ lines, charges }), ["own-cost"]);
    deepEqual(conditions({ enrolments: [enrolled("p", 60, own)], charges }), ["own-cost"]);
    deepEqual(conditions({ lines, enrolments: [enrolled("p", 60, own)], charges }), []);
    const theirs = [enrolled("p", 60, { ...own, entrustedBy: "x" })];
    deepEqual(conditions({ lines: [...lines, doc({ source: "other-body" })], enrolments: theirs, charges }), [
      "own-cost",
    ]);
  });
});

describe("what is said of it", () => {
  const charges = { total: 1, trainerSalaries: 0, purchases: 0 };
  const said = (given: object) =>
    (answer({ charges, ...given }).findings as unknown as { met: boolean; reason: string }[]).map(
      ({ met, reason }) => `${met}: ${reason}`,
    );
  const holds = (given: object, met: boolean, ...words: readonly string[]) => {
    const [first] = said(given);
    for (const word of [`${met}: `, ...words]) equal(first?.includes(word), true, `${first} lacks ${word}`);
  };

  it("names the line and its amount, and the total with the exact one", () => {
    holds({ lines: [doc({ kind: "credit", source: "state", amount: 12_345 })] }, false, "5", "123.45");
    const lines = ["opco", "region", "state"].map((source) => doc({ source, amount: 50 }));
    holds({ lines }, true, "3", "2");
  });

  it("names the line of those entrusted, and of those at their own cost", () => {
    holds({ lines: [doc({ source: "other-body" })] }, false, "10");
    holds({ lines: [doc({ source: "personal" })] }, false, "9");
  });
});

describe("a declaration that is not one", () => {
  it("is a year, a period or an enrolment that ends before it begins, and not one of a day", () => {
    const enrolments = (to: string) => [enrolled("p", 0, { to })];
    equal(faultOf({ from: "2026-12-31", to: "2026-12-30" }), "invalid");
    equal(faultOf({ from: "2026-12-31", to: "2026-12-31" }), null);
    equal(faultOf({ lines: [doc({ period: { from: "2026-02-02", to: "2026-02-01" } })] }), "invalid");
    equal(faultOf({ enrolments: enrolments("2026-08-31") }), "invalid");
    equal(faultOf({ enrolments: enrolments("2026-09-01") }), null);
  });

  it("lacks something, or has a code, amount or day that is none", () => {
    const { kind: _, ...kindless } = doc({});
    equal(faultOf({ lines: [kindless] }), "invalid");
    equal(faultOf({ lines: [doc({ amount: 0 })] }), "invalid");
    equal(faultOf({ lines: [doc({ period: { from: "2026-02-02" } })] }), "invalid");
    equal(faultOf({ declared: [{ document: "F", source: "opco" }] }), "invalid");
    equal(faultOf({ charges: { total: 1, trainerSalaries: 0 } }), "invalid");
    equal(faultOf({ trainers: [{ id: "t", minutes: 1 }] }), "invalid");
    for (const speciality of ["33", "3322", "33a"])
      equal(faultOf({ enrolments: [enrolled("p", 0, { speciality })] }), "invalid");
    equal(faultOf({ enrolments: [enrolled("p", 0, { attended: [{ on: "2026-10-05" }] })] }), "invalid");
    equal(faultOf({ recognition: "cash" }), "invalid");
    equal(faultOf({ count: "head" }), "invalid");
  });
});
