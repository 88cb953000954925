import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import type { BpfAnswer } from "../../../decisions/bpf/rule.ts";
import { ask, laws } from "../../../test/law-world.ts";
import { formOf } from "./form.ts";

const money = laws.establishments[0]!.data.money!;

/** Somebody alone with 90 minutes in each speciality; an employer pays 100 € in each year. */
function answer(year: number, ...specialities: readonly string[]): BpfAnswer {
  const [from, to] = [`${String(year)}-01-01`, `${String(year)}-12-31`];
  const decided = ask("bpf", {
    id: "a",
    on: `${String(year + 1)}-03-01`,
    from,
    to,
    lines: [{ document: "F", kind: "invoice", on: from, source: "employer-plan", amount: 10_000 }],
    otherTurnover: 10_000,
    charges: { total: 9_000, trainerSalaries: 5_000, purchases: 2_000 },
    trainers: [
      { id: "tom", as: "staff", minutes: 120 },
      { id: "zita", as: "external", minutes: 60 },
    ],
    enrolments: specialities.map((speciality, nth) => ({
      person: `p${String(nth)}`,
      status: "own-cost",
      goal: "rncp-6-8",
      speciality,
      from,
      attended: [{ on: from, minutes: 90 }],
      ...(nth === 0 && { entrustedTo: "U" }),
    })),
  });
  if ("fault" in decided) throw new Error(JSON.stringify(decided.fault));
  return decided.answer("en") as unknown as BpfAnswer;
}

const SOCIAL = { fr: "travail social", en: "social work" };
const form = (now: BpfAnswer, before?: BpfAnswer) => formOf(money, new Map([["332", SOCIAL]]), { now, before });
const rows = (frames: ReturnType<typeof form>, nth: number) =>
  frames[nth]!.rows.map(({ cell, mark, values, before }) => [cell, mark, values.join("/"), before?.join("/") ?? null]);

describe("the form of a yearly declaration", () => {
  const frames = form(answer(2028, "332", "315"), answer(2027, "332"));

  it("has its frames in their order, with what their columns count", () => {
    deepEqual(
      frames.map(({ frame, units }) => `${frame} ${units.join("/")}`),
      [
        "C euros",
        "C percent",
        "D euros",
        "E people/hours",
        "F1 people/hours",
        "F2 people/hours",
        "F3 people/hours",
        "F4 people/hours",
        "G people/hours",
      ],
    );
  });

  it("has every line of C, then the sum of lines 2 and the total, and apart the share of the turnover", () => {
    const all = rows(frames, 0);
    deepEqual(
      all.map(([cell]) => cell),
      [..."1 2a 2b 2c 2d 2e 2f 2g 2h 3 4 5 6 7 8 9 10 11".split(" ").map((line) => `C-${line}`), null, null],
    );
    deepEqual(
      [all[0], all[3], all.at(-2), all.at(-1)],
      [
        ["C-1", "1", "100", "100"],
        ["C-2c", "2c", "0", "0"],
        [null, "2", "0", "0"],
        [null, "", "100", "100"],
      ],
    );
    deepEqual(
      frames[0]!.rows.slice(-2).map(({ label }) => label),
      ["two", "total"],
    );
    deepEqual(rows(frames, 1), [[null, "", "50", "50"]]);
    equal(frames[1]!.rows[0]!.label, "share");
  });

  it("has charges and trainers, each under its name", () => {
    deepEqual(
      [2, 3].flatMap((nth) =>
        frames[nth]!.rows.map(({ cell, mark, label, values }) => [cell, mark, label, values.join("/")]),
      ),
      [
        [null, "", "charges", "90"],
        [null, "", "trainerSalaries", "50"],
        [null, "", "purchases", "20"],
        ["E-staff", "", "staff", "1/2"],
        ["E-external", "", "external", "1/1"],
      ],
    );
  });

  it("has people by their situation, each letter with all that it holds, and the totals below", () => {
    deepEqual(rows(frames, 4), [
      ["F1-a", "a", "0/0", "0/0"],
      ["F1-b", "b", "0/0", "0/0"],
      ["F1-c", "c", "0/0", "0/0"],
      ["F1-d", "d", "2/3", "1/2"],
      ["F1-e", "e", "0/0", "0/0"],
      ["totals", "", "2/3", "1/2"],
    ]);
    deepEqual(frames[4]!.rows[4]!.label, {
      fr: "Agent public ; Travailleur non salarié ; Autre",
      en: money.declaration.statuses
        .filter(({ cell }) => cell === "e")
        .map(({ label }) => label.en)
        .join("; "),
    });
    deepEqual(
      frames[5]!.rows.map(({ mark, label, values, before }) => [mark, label, values, before]),
      [["", "entrustedTo", [1, 2], [1, 2]]],
    );
    deepEqual(
      [rows(frames, 6).length, rows(frames, 6)[0], rows(frames, 6).at(-1)],
      [money.declaration.goals.length + 1, ["F3-rncp-6-8", "", "2/3", "1/2"], ["totals", "", "2/3", "1/2"]],
    );
  });

  it("names the specialities of the year, by their code where the diploma names them; that of no year before has nothing beside it", () => {
    deepEqual(
      frames[7]!.rows.map(({ cell, mark, label, before }) => [cell, mark, label, before]),
      [
        ["F4-315", "315", { fr: "", en: "" }, null],
        ["F4-332", "332", SOCIAL, [1, 2]],
        ["F4-others", "", "others", [0, 0]],
        ["totals", "", "all", [1, 2]],
      ],
    );
    deepEqual(rows(frames, 8), [["G", "", "0/0", "0/0"]]);
    equal(frames[8]!.rows[0]!.label, "entrustedBy");
  });

  it("prints what was deposited by another form: the lines that it had, by their own numbers", () => {
    const { C, ...rest } = answer(2028, "332");
    const then = {
      ...rest,
      C: { ...C, lines: [{ line: "12", euros: 7 }] },
      F3: [{ cell: "other-aim", people: 1, hours: 2 }],
    };
    const printed = form(then);
    deepEqual(rows(printed, 0)[0], ["C-12", "12", "7", null]);
    deepEqual(printed[0]!.rows.length, 3);
    deepEqual(
      printed[6]!.rows.map(({ label, values }) => [label, values.join("/")]),
      [
        [{ fr: "other-aim", en: "other-aim" }, "1/2"],
        ["all", "1/2"],
      ],
    );
  });

  it("has nothing beside it where there is no year before", () => {
    const alone = form(answer(2028, "332")).flatMap(({ rows: all }) => all);
    deepEqual(
      alone.filter(({ before }) => before !== null),
      [],
    );
  });
});
