import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import type { Law } from "../../law/law.ts";
import { lawOf, loadLaws } from "../../law/load.ts";
import { INVENTED } from "../../test/invented.ts";
import { quoteRejection, quoteSchema } from "./input.ts";
import { type Funding, type QuoteInput, quoteRule, tuitionOf, sum } from "./rule.ts";

const law = lawOf(loadLaws(INVENTED), "lighthouse", "1890", "ponant")!;
const PILOT = { title: "PILOT", awardedOn: "2019-05-01" };
const input = (facts: Partial<QuoteInput> = {}): QuoteInput => ({
  id: "x",
  on: "2026-03-01",
  titles: [],
  track: "keeper",
  funding: [],
  ...facts,
});
const ask = (facts: Partial<QuoteInput> = {}, of: Law = law) => quoteRule(of)(input(facts));
/** 70 hours of theory at 10.01 and 90 of practice at 0.10. */
const TUITION = 70_970;

/** The same school with other lines, or another personal funder. */
function school(change: Partial<Law["school"]>): Law {
  return { ...law, school: { ...law.school, ...change } };
}
type PriceLine = Law["school"]["price"]["lines"][number];
const line = (change: Partial<PriceLine>): PriceLine => ({ ...law.school.price.lines[0]!, ...change });
const priced = (...lines: PriceLine[]) => school({ price: { ...law.school.price, lines } });

describe("the lines of a quote", () => {
  it("count candidates once, and hours as many as remain", () => {
    const lines = (facts: Partial<QuoteInput>) =>
      ask(facts).lines.map((one) => [one.entry.line, one.quantity, one.unitAmount, one.amount]);
    deepEqual(lines({}), [
      ["lantern", 1, 700, 700],
      ["lessons", 70, 1001, 70_070],
      ["watches", 90, 10, 900],
    ]);
    deepEqual(lines({ titles: [PILOT], domains: ["LAMP"] }), [
      ["lantern", 1, 700, 700],
      ["lessons", 0, 1001, 0],
      ["watches", 90, 10, 900],
    ]);
  });

  it("round half a cent up", () => {
    const half = priced(line({ line: "lessons", per: "theory-hour", unitAmount: 333 }));
    const titles = [{ title: "SIGNAL", awardedOn: "2019-05-01" }, PILOT];
    equal(ask({ titles, domains: ["LOG"] }, half).lines[0]!.amount, 4_995);
    const odd = {
      ...half,
      school: { ...half.school, maquette: { ...half.school.maquette, hours: { L1: 30, L2: 20, L3: 90, J1: 18 } } },
    };
    deepEqual(
      [
        ask({ titles, domains: ["LOG"] }, odd).lines[0]!.quantity,
        ask({ titles, domains: ["LOG"] }, odd).lines[0]!.amount,
      ],
      [13.5, 4_496],
    );
  });

  it("take the quantity that the school gives, on the tracks it names", () => {
    const dear = priced(
      line({ line: "a", quantity: 3, tracks: ["captain"] }),
      line({ line: "b", quantity: 3, tracks: ["captain", "keeper"] }),
      line({ line: "c" }),
    );
    deepEqual(
      ask({}, dear).lines.map((one) => [one.entry.line, one.amount]),
      [
        ["b", 2_100],
        ["c", 700],
      ],
    );
    deepEqual(
      ask({ track: "captain" }, dear).lines.map((one) => one.entry.line),
      ["a", "b", "c"],
    );
  });

  it("make the tuition by those counted by the hour", () => {
    equal(tuitionOf(ask().lines), TUITION);
    equal(sum([]), 0);
    equal(sum([1, 2, 4]), 7);
  });
});

describe("the payers of a quote", () => {
  const paid = (...funding: Funding[]) => {
    const { tuition, discount, total, payers } = ask({ funding });
    return { tuition, discount, total, payers: payers.map((one) => [one.source, one.amount]) };
  };

  it("are the person alone, at the rate of self-funding, where nobody else is named", () => {
    // 75 % of 70 970 is 53 227.5, rounded up.
    const alone = { tuition: TUITION, discount: 17_742, total: 53_928, payers: [["family", 53_928]] };
    deepEqual(paid(), alone);
    deepEqual(paid({ source: "family" }), alone);
  });

  it("are a funder for its amount, then the person for the rest", () => {
    deepEqual(paid({ source: "family" }, { source: "guild", amount: TUITION - 4 }), {
      tuition: TUITION,
      discount: 1,
      total: 71_669,
      payers: [
        ["guild", TUITION - 4],
        ["family", 703],
      ],
    });
  });

  it("are a funder without an amount for all that is left, and the person for the fees", () => {
    const all = {
      tuition: TUITION,
      discount: 0,
      total: 71_670,
      payers: [
        ["guild", TUITION],
        ["family", 700],
      ],
    };
    deepEqual(paid({ source: "guild" }), all);
    deepEqual(paid({ source: "guild", amount: TUITION }), all);
  });

  it("share by amount first, wherever the open one stands", () => {
    const funders = [...law.school.funders, { ...law.school.funders[0]!, funder: "port" }];
    const { payers } = ask({ funding: [{ source: "guild" }, { source: "port", amount: 970 }] }, school({ funders }));
    deepEqual(payers, [
      { source: "guild", amount: 70_000 },
      { source: "port", amount: 970 },
      { source: "family", amount: 700 },
    ]);
  });

  it("have no discount where the school gives none", () => {
    const { payPercent: _, ...family } = law.school.funders[1]!;
    const { discount, total } = ask({}, school({ funders: [law.school.funders[0]!, family] }));
    deepEqual([discount, total], [0, 71_670]);
  });
});

describe("the findings of a quote", () => {
  it("are the readings of the price, each with its own entry", () => {
    const { price } = law.school;
    deepEqual(
      ask().findings.map((one) => [one.condition, one.met, one.says, one.entry, one.values.fact]),
      [
        ["self-funding-rate", true, "price-fact", price.selfFunding, price.selfFunding],
        ["billing-base", true, "price-fact", price.base, price.base],
        ["selection-fee-split", true, "price-fact", price.split, price.split],
      ],
    );
    equal(ask({ on: "2100-01-01" }).findings.length, 4);
  });
});

describe("what the quote refuses", () => {
  const reject = quoteRejection(law);
  const said = (facts: Partial<QuoteInput>) => {
    const rejection = reject(input(facts));
    return rejection && [rejection.code, ...rejection.issues.map(({ path, message }) => `${path}: ${message("en")}`)];
  };

  it("is more funding than tuition, to the cent", () => {
    equal(said({ funding: [{ source: "guild", amount: TUITION }] }), undefined);
    deepEqual(said({ funding: [{ source: "guild", amount: TUITION + 1 }] }), [
      "funding",
      "funding: The funding (€709.71) exceeds the tuition (€709.70).",
    ]);
    deepEqual(said({ domains: ["LOG"], funding: [{ source: "guild", amount: 20_021 }] }), [
      "funding",
      "funding: The funding (€200.21) exceeds the tuition (€200.20).",
    ]);
    equal(
      reject(input({ funding: [{ source: "guild", amount: TUITION + 1 }] }))!.issues[0]!.message("fr"),
      "Les financements (709,71\u00a0€) dépassent le coût pédagogique (709,70\u00a0€).",
    );
  });

  it("is a funder named twice, a personal amount, a second open funder", () => {
    deepEqual(
      said({
        funding: [
          { source: "guild", amount: 1 },
          { source: "guild", amount: 1 },
        ],
      }),
      ["invalid", 'funding[1].source: "guild" is given twice.'],
    );
    deepEqual(said({ funding: [{ source: "family", amount: 1 }] }), [
      "invalid",
      "funding[0].amount: Personal funding takes what is left: it has no amount.",
    ]);
    deepEqual(said({ funding: [{ source: "guild" }, { source: "port" }, { source: "family" }, { source: "inn" }] }), [
      "invalid",
      "funding[1]: Only one funder may have no amount: it takes what is left.",
      "funding[3]: Only one funder may have no amount: it takes what is left.",
    ]);
    equal(said({ funding: [{ source: "family" }, { source: "guild" }] }), undefined);
  });

  it("is said in French too", () => {
    const french = (...funding: Funding[]) => reject(input({ funding }))!.issues.map(({ message }) => message("fr"));
    deepEqual(french({ source: "family", amount: 1 }), [
      "Le financement personnel prend ce qui reste : il n’a pas de montant.",
    ]);
    deepEqual(french({ source: "guild" }, { source: "port" }), [
      "Un seul financeur peut être sans montant : il prend ce qui reste.",
    ]);
  });

  it("is told in the order of the contract, funding last", () => {
    const maquette = { L1: 31, L2: 20, L3: 90, J1: 20 };
    const grants = [{ unit: "J1", hours: 1, protocol: "p" }];
    const funding = [{ source: "guild", amount: 9_000_000 }];
    const held = [{ domain: "LOG", validatedOn: "2027-01-01", by: "port" }];
    const codes = [
      { maquette, grants, funding, held },
      { maquette, grants, funding },
      { grants, funding },
      { funding },
    ].map((facts) => said(facts)![0]);
    deepEqual(codes, ["invalid", "maquette", "grant", "funding"]);
  });
});

describe("what may be asked of the quote", () => {
  it("is the pathway's input, a track and funders, as the school names them", () => {
    const { properties, required, additionalProperties } = quoteSchema(law) as {
      properties: Record<string, unknown>;
      required: string[];
      additionalProperties: boolean;
    };
    deepEqual(required, ["id", "on", "titles", "track", "funding"]);
    equal(additionalProperties, false);
    deepEqual(properties.track, { enum: ["keeper"] });
    deepEqual(properties.funding, {
      type: "array",
      items: {
        type: "object",
        properties: {
          source: { enum: ["guild", "family"] },
          amount: { type: "integer", minimum: 1, maximum: 1_000_000_000 },
        },
        required: ["source"],
        additionalProperties: false,
      },
      minItems: 0,
      maxItems: 20,
    });
    deepEqual(Object.keys(properties), [
      "id",
      "on",
      "diploma",
      "version",
      "establishment",
      "titles",
      "maquette",
      "domains",
      "grants",
      "held",
      "confirmations",
      "declined",
      "track",
      "funding",
    ]);
  });
});

describe("a price of which the school’s page leaves nothing open", () => {
  it("is told without a reading of ours", () => {
    const { lines, base } = law.school.price;
    const told = (price: Law["school"]["price"]) => ask({}, school({ price })).findings.map((one) => one.condition);
    deepEqual([told({ lines }), told({ lines, base: base! })], [[], ["billing-base"]]);
  });
});
