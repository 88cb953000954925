/** Who is counted in each rate of a year, and who is not: § 13 person by person, counted by hand. */
import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { ask } from "../../test/law-world.ts";
import type { IndicatorsAnswer } from "./rule.ts";

const SITE = "Montpellier";
const ON = "2023-02-01";

type Person = Readonly<Record<string, unknown>>;

function answer(people: readonly Person[], more: object = {}): IndicatorsAnswer {
  const named = people.map((one, at) => ({ id: `p${at}`, site: SITE, plannedEnd: "2022-06-30", ...one }));
  const decided = ask("indicators", { id: "a", on: ON, year: 2022, minimum: 1, sites: [SITE], people: named, ...more });
  if ("fault" in decided) throw new Error(JSON.stringify(decided.fault));
  return decided.answer("en") as unknown as IndicatorsAnswer;
}

const counted = ({
  numerator,
  denominator,
}: {
  readonly numerator: number | null;
  readonly denominator: number | null;
}) => `${String(numerator)}/${String(denominator)}`;
const stayed = (...people: readonly Person[]) => counted(answer(people).sites[0]!.perseverance);
const left = (on: string, kind: string, more: Person = {}): Person => ({ left: { on, kind }, ...more });

describe("who stayed to the end", () => {
  it("is counted of those whose training was to end in the year, and by the day of the question", () => {
    equal(
      stayed(
        { plannedEnd: "2021-12-31" },
        { plannedEnd: "2022-01-01" },
        { plannedEnd: "2022-12-31" },
        { plannedEnd: "2023-01-01" },
      ),
      "2/2",
    );
    const thisYear = { year: 2023 };
    const of = (plannedEnd: string) => counted(answer([{ plannedEnd }], thisYear).sites[0]!.perseverance);
    deepEqual([of("2023-02-01"), of("2023-02-02")], ["1/1", "null/0"]);
  });

  it("did not leave before the planned end, or on it; who left after it stayed", () => {
    equal(stayed(left("2022-06-29", "abandoned")), "0/1");
    equal(stayed(left("2022-06-30", "excluded")), "0/1");
    equal(stayed(left("2022-07-01", "abandoned")), "1/1");
  });

  it("is not asked of who was deferred, went elsewhere, or had to stop", () => {
    equal(
      stayed(
        left("2022-03-01", "deferred"),
        left("2022-03-01", "transferred"),
        left("2022-03-01", "force-majeure"),
        {},
      ),
      "1/1",
    );
  });

  it("is not asked of who interrupted for less than a year, and is gone after one", () => {
    equal(stayed(left("2022-02-02", "interrupted")), "null/0");
    equal(stayed(left("2022-02-01", "interrupted")), "0/1");
  });

  it("is also who interrupted and came back, by that day; coming back mends no other departure", () => {
    equal(stayed(left("2022-02-01", "interrupted", { backOn: "2023-02-01" })), "1/1");
    equal(stayed(left("2022-02-01", "interrupted", { backOn: "2023-02-02" })), "0/1");
    equal(stayed(left("2022-02-01", "abandoned", { backOn: "2022-03-01" })), "0/1");
  });
});

describe("who succeeded", () => {
  const success = (...rulings: readonly object[]) => {
    const { success: rate, partial } = answer([{ rulings }]).sites[0]!;
    return `${counted(rate)} ${String(partial)}`;
  };
  const ruling = (on: string, outcome: string) => ({ on, outcome });

  it("is counted of those on whom the jury ruled in the year, until the day of the question", () => {
    equal(success(ruling("2021-12-31", "diploma")), "null/0 null");
    equal(success(ruling("2022-01-01", "diploma")), "1/1 0");
    equal(success(ruling("2022-12-31", "none")), "0/1 0");
    equal(success(ruling("2023-01-01", "diploma")), "null/0 null");
    const of = (on: string) =>
      counted(answer([{ rulings: [ruling(on, "diploma")] }], { year: 2023 }).sites[0]!.success);
    deepEqual([of("2023-02-01"), of("2023-02-02")], ["1/1", "null/0"]);
    equal(success(), "null/0 null");
  });

  it("is by the last ruling: by day, then by place in the list", () => {
    equal(success(ruling("2022-05-02", "none"), ruling("2022-05-01", "diploma")), "0/1 0");
    equal(success(ruling("2022-05-01", "diploma"), ruling("2022-05-01", "partial")), "0/1 1");
    equal(success(ruling("2022-05-01", "partial"), ruling("2022-05-02", "diploma")), "1/1 0");
  });
});

describe("who found work", () => {
  it("is employed or one’s own employer; who studies is not asked, who seeks or does something else has not", () => {
    const answers = ["employed", "self-employed", "studying", "seeking", "other"];
    const surveys = [{ survey: "six-months", site: SITE, asked: 10, answers }];
    const { insertion } = answer([], { surveys }).sites[0]!;
    equal(counted(insertion), "2/4");
    deepEqual([insertion.asked, insertion.answered, insertion.percent], [10, 5, 50]);
  });
});

describe("a poll with few answers", () => {
  it("is told where fewer than half answered, with the site, the poll and both numbers", () => {
    const poll = (asked: number, count: number) => [
      { survey: "end", site: SITE, asked, answers: Array.from({ length: count }, () => 4) },
    ];
    deepEqual(answer([], { surveys: poll(10, 5) }).findings, []);
    const [finding] = answer([], { surveys: poll(11, 5) }).findings as unknown as { reason: string }[];
    equal(finding!.reason.includes(SITE) && finding!.reason.includes("11") && finding!.reason.includes("5"), true);
    deepEqual(answer([]).findings, []);
  });
});

describe("the sum of the sites", () => {
  const people = (site: string, count: number) => Array.from({ length: count }, () => ({ site }));
  const all = (...counts: readonly number[]) => {
    const sites = counts.map((_, at) => `S${at}`);
    const everybody = counts.flatMap((count, at) => people(`S${at}`, count));
    return answer(everybody, { sites, minimum: 5 }).all.perseverance.numerator;
  };

  it("is hidden where it would tell a hidden site by subtraction, and not where those hidden are together five or more", () => {
    equal(all(20, 4), null);
    equal(all(20, 4, 1), 25);
    equal(all(20, 3, 3), 26);
    equal(all(20, 0), 20);
    equal(all(2, 2), null);
  });
});
