/** What must hold of every answer to whoever wants to enter, and of every answer there is, on random people. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { LANGS, sayDay } from "../../kit/lang.ts";
import { reasons } from "../case-answers.ts";
import { ask } from "../law-world.ts";
import { eligibilityInput, pathwayInput, quoteInput } from "../oracle/arbitraries.ts";
import type * as contract from "../oracle/contract.ts";
import { dayOf, LAST, numberOf } from "../oracle/days.ts";
import { VALID_INPUTS } from "../oracle/mutate.ts";
import { answer, bare, beside, check, wordless, pathway } from "./trying.ts";

const BEST_FIRST = ["met", "eligible", "needs-decision", "unknown", "not-met", "not-eligible"];
const rank = (outcome: string) => BEST_FIRST.indexOf(outcome);

function notWorse(before: contract.EligibilityAnswer, after: contract.EligibilityAnswer): void {
  ok(rank(after.outcome) <= rank(before.outcome), `${before.outcome} became ${after.outcome}`);
  before.doors.forEach((door, at) => {
    const other = after.doors[at]!;
    ok(rank(other.outcome) <= rank(door.outcome), `${door.door}: ${door.outcome} became ${other.outcome}`);
    if (door.reachedOn !== null && other.outcome !== "met")
      ok(other.reachedOn !== null && other.reachedOn <= door.reachedOn, `${door.door} is reached later`);
  });
}

const eligibility = (input: contract.EligibilityInput) => answer("eligibility", input) as contract.EligibilityAnswer;

describe("eligibility", () => {
  it("is never worsened by more experience", () => {
    check(beside(eligibilityInput, eligibilityInput), ([input, other]) => {
      const more = { ...input, experience: [...input.experience, ...other.experience] };
      notWorse(eligibility(input), eligibility(more));
    });
  });

  it("is never worsened by one more title, corps or waiver", () => {
    check(beside(eligibilityInput, eligibilityInput), ([input, other]) => {
      const titles = [...input.titles, ...other.titles];
      const corps = [...(input.corps ?? []), ...(other.corps ?? [])];
      notWorse(eligibility(input), eligibility({ ...input, titles, corps, vaeJuryWaiver: true }));
      notWorse(eligibility(input), eligibility({ ...input, titles }));
    });
  });

  it("says in a sentence on which day each door will be met, and offers no period that leads nowhere", () => {
    check(eligibilityInput, (input) => {
      for (const door of eligibility(input).doors) {
        const said = reasons(door).join(" ");
        if (door.reachedOn !== null) ok(said.includes(sayDay(door.reachedOn, "en")), `${door.reachedOn}: ${said}`);
        if (said.includes("leads there")) equal(door.reachedOn, null);
      }
    });
  });

  it("does not depend on the order of titles, corps and periods", () => {
    check(eligibilityInput, (input) => {
      const turned = {
        ...input,
        titles: input.titles.toReversed(),
        experience: input.experience.toReversed(),
        ...(input.corps && { corps: input.corps.toReversed() }),
      };
      deepEqual(bare(eligibility(turned)), bare(eligibility(input)));
    });
  });

  it("is met on the day announced, and not on the day before", () => {
    const on = (input: contract.EligibilityInput, day: string, door: string) =>
      eligibility({ ...input, on: day }).doors.find((one) => one.door === door)!.outcome;
    check(eligibilityInput, (input) => {
      const { doors, reachedOn, outcome } = eligibility(input);
      const days = doors.map((door) => door.reachedOn).filter((day) => day !== null);
      equal(reachedOn, outcome === "eligible" ? null : (days.toSorted()[0] ?? null));
      for (const { door, reachedOn: day, outcome: now } of doors) {
        if (day === null) {
          if (now !== "met") ok(on(input, dayOf(LAST), door) !== "met", `${door} would be met in the end`);
          continue;
        }
        ok(day > input.on && now !== "met");
        equal(on(input, day, door), "met");
        ok(on(input, dayOf(numberOf(day) - 1), door) !== "met", `${door} is met before ${day}`);
      }
    });
  });

  it("counts no more days than there are, and never more surely than widely", () => {
    check(eligibilityInput, (input) => {
      for (const { experience } of eligibility(input).doors) {
        if (!experience) continue;
        ok(0 <= experience.counted && experience.counted <= experience.wide);
        equal(
          experience.missing,
          Math.max(0, Math.round((experience.required - experience.counted) * 10_000) / 10_000),
        );
      }
    });
  });
});

const EXAMS = ["to-sit", "contested", "dispensed", "held"];

describe("the pathway", () => {
  it("never relieves more hours than a unit has, and adds up", () => {
    check(pathwayInput, (input) => {
      const path = pathway(input);
      if (!path) return;
      let relief = 0;
      let remaining = 0;
      for (const unit of path.units) {
        ok(0 <= unit.relief && unit.relief <= unit.hours, `${unit.unit}: ${unit.relief} of ${unit.hours}`);
        equal(unit.remaining, unit.hours - unit.relief);
        equal(unit.reliefBy.length > 0, unit.relief > 0);
        relief += unit.relief;
        remaining += unit.remaining;
      }
      deepEqual([path.totals.relief, path.totals.theory + path.totals.practice], [relief, remaining]);
    });
  });

  it("is never made longer, nor an exam harder, by one more title", () => {
    check(beside(pathwayInput, pathwayInput), ([input, other]) => {
      const before = pathway(input);
      const after = pathway({ ...input, titles: [...input.titles, ...other.titles] });
      if (!before || !after) return;
      before.units.forEach((unit, at) => ok(after.units[at]!.relief >= unit.relief, unit.unit));
      before.domains.forEach(({ domain, exam }, at) =>
        ok(
          EXAMS.indexOf(after.domains[at]!.exam) >= EXAMS.indexOf(exam),
          `${domain}: ${exam} became ${after.domains[at]!.exam}`,
        ),
      );
    });
  });

  it("is never made shorter by declining, and keeps its exams", () => {
    check(beside(pathwayInput, pathwayInput), ([input, other]) => {
      const before = pathway(input);
      const after = pathway({ ...input, declined: [...(input.declined ?? []), ...(other.declined ?? [])] });
      if (!before || !after) return;
      before.units.forEach((unit, at) => ok(after.units[at]!.relief <= unit.relief, unit.unit));
      deepEqual(
        after.domains.map((one) => one.exam),
        before.domains.map((one) => one.exam),
      );
    });
  });

  it("does not depend on the order of titles, grants and what is held", () => {
    check(pathwayInput, (input) => {
      const turned = Object.fromEntries(
        Object.entries(input).map(([key, value]) => [
          key,
          Array.isArray(value) && key !== "confirmations" ? value.toReversed() : value,
        ]),
      );
      deepEqual(bare(pathway(turned)), bare(pathway(input)));
    });
  });
});

describe("the quote", () => {
  const sum = (amounts: readonly { amount: number }[]) => amounts.reduce((total, one) => total + one.amount, 0);

  it("is paid to the cent by its payers, the person last", () => {
    check(quoteInput, (input) => {
      const quote = answer("quote", input) as contract.QuoteAnswer | undefined;
      if (!quote) return;
      equal(sum(quote.payers), quote.total);
      equal(sum(quote.lines) - quote.discount, quote.total);
      equal(quote.payers.at(-1)!.source, "personal");
      ok(quote.payers.every((payer) => Number.isInteger(payer.amount) && payer.amount >= 0));
      ok(0 <= quote.discount && quote.discount <= quote.tuition * 0.2 + 0.5);
    });
  });

  it("is never raised by one more title", () => {
    check(beside(quoteInput, quoteInput), ([input, other]) => {
      const before = answer("quote", { ...input, funding: [] }) as contract.QuoteAnswer | undefined;
      const after = answer("quote", {
        ...input,
        funding: [],
        titles: [...input.titles, ...other.titles],
      }) as contract.QuoteAnswer | undefined;
      if (before && after) ok(after.total <= before.total);
    });
  });
});

describe("every answer", () => {
  for (const [name, inputs] of Object.entries(VALID_INPUTS)) {
    it(`of ${name} is said in both languages, with the same findings`, () => {
      check(inputs as fc.Arbitrary<object>, (input) => {
        const decided = ask(name, input);
        if ("fault" in decided) return;
        const said = LANGS.map((lang) => decided.answer(lang));
        for (const sentence of said.flatMap(reasons))
          ok(sentence.length > 10 && !/undefined|NaN|\[object|null/.test(sentence), sentence);
        deepEqual(wordless(said[0]), wordless(said[1]));
      });
    });
  }
});
