import { deepEqual, equal, match } from "node:assert/strict";
import { describe, it } from "node:test";
import { lawOf, loadLaws } from "../../law/load.ts";
import { type TitleInput, titleReader } from "../../law/titles.ts";
import { plain } from "../../test/case-answers.ts";
import { INVENTED } from "../../test/invented.ts";
import { grantRejection, maquetteRejection, pathwayIssues, pathwayProperties, pathwayRejection } from "./input.ts";
import { byCodePoint, type PathwayAnswer, pathwayRule } from "./rule.ts";
import { type Brought, confirmationOf, grantRuleOf, type PathwayInput } from "./brought.ts";

const law = lawOf(loadLaws(INVENTED), "lighthouse", "1890", "ponant")!;
const decide = pathwayRule(law);
const ON = "2026-03-01";
const input = (facts: Partial<PathwayInput> = {}): PathwayInput => ({ id: "x", on: ON, titles: [], ...facts });
const ask = (facts: Partial<PathwayInput> = {}): PathwayAnswer => decide(input(facts));
const PILOT = { title: "PILOT", awardedOn: "2019-05-01" };
const SIGNAL = { title: "SIGNAL", awardedOn: "2019-05-01" };
const held = (domain: string) => ({ domain, validatedOn: "2025-01-01", by: "port" });
const confirm = (title: string, granted: boolean, on = "2026-02-01") => ({
  title,
  domain: "LAMP",
  granted,
  by: "le phare",
  on,
});
const grant = (unit: string, hours: number, protocol = "p") => ({ unit, hours, protocol });

const unit = (facts: Partial<PathwayInput>, name: string) => {
  const { hours, relief, remaining, reliefBy } = ask(facts).units.find((one) => one.unit.unit === name)!;
  return [hours, relief, remaining, reliefBy];
};
const exams = (facts: Partial<PathwayInput>) => ask(facts).domains.map((one) => one.exam);
const findings = (facts: Partial<PathwayInput>, domain: string) =>
  ask(facts)
    .domains.find((one) => one.domain.domain === domain)!
    .findings.map((one) => [one.condition, one.met, one.says, one.entry.id, one.confidence]);

describe("the hours of a path", () => {
  it("are those of the school, or of the maquette given", () => {
    deepEqual(ask().totals, { theory: 70, practice: 90, relief: 0 });
    deepEqual(unit({ maquette: { L1: 25, L2: 25, L3: 90, J1: 20 } }, "L1"), [25, 0, 25, []]);
  });

  it("are those of the domains sought only", () => {
    const answer = ask({ domains: ["LOG"] });
    deepEqual(
      [answer.units.map((one) => one.unit.unit), answer.domains.length, answer.totals],
      [["J1"], 1, { theory: 20, practice: 0, relief: 0 }],
    );
  });

  it("are relieved by a title of the table, practice never by a dispense", () => {
    deepEqual(unit({ titles: [PILOT] }, "L1"), [30, 30, 0, ["PILOT"]]);
    deepEqual(unit({ titles: [PILOT] }, "L3"), [90, 0, 90, []]);
    deepEqual(unit({ titles: [PILOT] }, "J1"), [20, 5, 15, ["PILOT"]]);
    deepEqual(ask({ titles: [PILOT] }).totals, { theory: 15, practice: 90, relief: 55 });
  });

  it("are only relieved by titles of home, awarded by the day asked about", () => {
    equal(ask({ titles: [{ ...PILOT, awardedOn: ON }] }).totals.relief, 55);
    equal(ask({ titles: [{ ...PILOT, awardedOn: "2026-03-02" }] }).totals.relief, 0);
    equal(ask({ titles: [{ kind: "nautical", level: 2, awardedOn: "2019-05-01" }] }).totals.relief, 0);
  });

  it("are relieved by the greatest single relief; those that tie are named in order", () => {
    const titles = [SIGNAL, PILOT];
    deepEqual(unit({ titles }, "L2"), [20, 20, 0, ["PILOT", "SIGNAL"]]);
    deepEqual(unit({ titles, grants: [grant("J1", 4)] }, "J1"), [20, 5, 15, ["PILOT"]]);
    deepEqual(unit({ titles, grants: [grant("J1", 5)] }, "J1"), [20, 5, 15, ["PILOT", "grant:p"]]);
    deepEqual(unit({ titles, grants: [grant("J1", 6)] }, "J1"), [20, 6, 14, ["grant:p"]]);
    deepEqual(unit({ titles, grants: [grant("J1", 60)] }, "J1"), [20, 20, 0, ["grant:p"]]);
  });

  it("are relieved by nothing where there are none", () => {
    const hours = { ...law.school.maquette.hours, J1: 0 };
    const empty = { ...law, school: { ...law.school, maquette: { ...law.school.maquette, hours } } };
    const [j1] = pathwayRule(empty)(input({ titles: [PILOT], domains: ["LOG"] })).units;
    deepEqual([j1!.relief, j1!.remaining, j1!.reliefBy], [0, 0, []]);
  });

  it("are not relieved where relief was declined, but for a held domain", () => {
    deepEqual(unit({ titles: [PILOT], grants: [grant("J1", 6)], declined: ["J1"] }, "J1"), [20, 0, 20, []]);
    deepEqual(unit({ titles: [PILOT], declined: ["L1"] }, "L2"), [20, 20, 0, ["PILOT"]]);
    deepEqual(unit({ held: [held("LOG")], declined: ["J1"] }, "J1"), [20, 20, 0, ["held:LOG"]]);
  });

  it("are all relieved, practice too, in a domain already held", () => {
    deepEqual(ask({ held: [held("LAMP")] }).totals, { theory: 20, practice: 0, relief: 140 });
    deepEqual(unit({ held: [held("LAMP")] }, "L3"), [90, 90, 0, ["held:LAMP"]]);
  });
});

describe("the exam of a domain", () => {
  it("is held, before anything a title may say", () => {
    deepEqual(exams({ titles: [PILOT], held: [held("LAMP")] }), ["held", "to-sit"]);
  });

  it("is contested until a confirmation settles it for one title", () => {
    deepEqual(exams({ titles: [PILOT] }), ["contested", "to-sit"]);
    deepEqual(exams({ titles: [PILOT], confirmations: [confirm("PILOT", true)] }), ["dispensed", "to-sit"]);
    deepEqual(exams({ titles: [PILOT], confirmations: [confirm("PILOT", false)] }), ["to-sit", "to-sit"]);
    deepEqual(exams({ titles: [PILOT], confirmations: [confirm("SIGNAL", true)] }), ["contested", "to-sit"]);
    deepEqual(exams({ titles: [PILOT, SIGNAL], confirmations: [confirm("SIGNAL", false)] }), ["contested", "to-sit"]);
    deepEqual(exams({ titles: [PILOT, SIGNAL], confirmations: [confirm("PILOT", false), confirm("SIGNAL", true)] }), [
      "dispensed",
      "to-sit",
    ]);
  });

  it("follows the confirmation given last, whatever its day", () => {
    const confirmations = [confirm("PILOT", true, "2026-02-01"), confirm("PILOT", false, "2025-02-01")];
    deepEqual(exams({ titles: [PILOT], confirmations }), ["to-sit", "to-sit"]);
    deepEqual(exams({ titles: [PILOT], confirmations: confirmations.toReversed() }), ["dispensed", "to-sit"]);
  });
});

describe("the findings of a domain", () => {
  it("say that the exam is to be sat, and what is relieved", () => {
    deepEqual(findings({}, "LAMP"), [["exam", false, "exam-to-sit", "domains.LAMP.exam", "text"]]);
    deepEqual(findings({ titles: [PILOT] }, "LOG"), [
      ["exam", false, "exam-to-sit", "domains.LOG.exam", "text"],
      ["allegement", true, "allegement", "reliefs.PILOT.allegements.J1", "text"],
    ]);
  });

  it("say that a dispense is contested, then what became of it", () => {
    const dispense = (met: boolean | null, says: string) => [
      "dispense",
      met,
      says,
      "reliefs.PILOT.dispenses.LAMP",
      "conflict",
    ];
    const exam = (met: boolean | null, says: string) => ["exam", met, says, "reliefs.PILOT.dispenses.LAMP", "conflict"];
    deepEqual(findings({ titles: [PILOT] }, "LAMP"), [
      exam(null, "exam-contested"),
      dispense(null, "dispense-contested"),
    ]);
    deepEqual(findings({ titles: [PILOT], confirmations: [confirm("PILOT", true)] }, "LAMP"), [
      exam(true, "exam-confirmed"),
      dispense(true, "dispense-granted"),
    ]);
    deepEqual(findings({ titles: [PILOT], confirmations: [confirm("PILOT", false)] }, "LAMP"), [
      exam(false, "exam-refused"),
      dispense(false, "dispense-refused"),
    ]);
    const inHeld = { titles: [PILOT], held: [held("LAMP")] };
    deepEqual(findings(inHeld, "LAMP")[1], dispense(true, "dispense-settled"));
    const former = pathwayRule({ ...law, basis: { ...law.basis, rules: "1" } })(input(inHeld));
    equal(former.domains[0]!.findings[1]!.met, null, "the rules of version 1 left it unknown");
  });

  it("say of a dispense which of the hours that it relieves are followed all the same; practice is none of them", () => {
    const kept = (...declined: string[]) => {
      const { values } = ask({ titles: [PILOT], declined }).domains[0]!.findings[1]!;
      return [values.kept, values.all];
    };
    deepEqual(kept(), [[], false]);
    deepEqual(kept("L2", "J1"), [["L2"], false]);
    deepEqual(kept("L1", "L2"), [["L1", "L2"], true]);
    deepEqual(kept("L3"), [[], false]);
  });

  it("name the title that settles the exam", () => {
    const title = (confirmations: ReturnType<typeof confirm>[]) =>
      ask({ titles: [PILOT, SIGNAL], confirmations }).domains[0]!.findings[0]!.values.title;
    equal(title([]), "PILOT");
    equal(title([confirm("PILOT", false)]), "SIGNAL");
    equal(title([confirm("PILOT", false), confirm("SIGNAL", true)]), "SIGNAL");
    equal(title([confirm("PILOT", false), confirm("SIGNAL", false)]), "PILOT");
  });

  it("name the title that dispenses of right, and its dispense of that very domain", () => {
    const [pilot] = law.diploma.reliefs;
    const sure = (title: string, ...names: string[]) => {
      const dispenses = names.map((domain) => ({
        ...pilot!.dispenses[0]!,
        id: `${title} ${domain}`,
        domain,
        exam: "dispensed" as const,
      }));
      return { ...pilot!, title, dispenses, allegements: [] };
    };
    const reliefs = [sure("SIGNAL", "LOG"), sure("PILOT", "LOG", "LAMP")];
    const { domains } = pathwayRule({ ...law, diploma: { ...law.diploma, reliefs } })(
      input({ titles: [PILOT, SIGNAL] }),
    );
    deepEqual(
      domains.map(({ exam, findings: [first] }) => [
        exam,
        first!.met,
        first!.says,
        first!.entry.id,
        first!.values.title,
      ]),
      [
        ["dispensed", true, "exam-dispensed", "PILOT LAMP", "PILOT"],
        ["dispensed", true, "exam-dispensed", "SIGNAL LOG", "SIGNAL"],
      ],
    );
    equal(domains[0]!.findings[1]!.met, true);
  });

  it("say what is held, and from which day", () => {
    deepEqual(findings({ held: [held("LOG")] }, "LOG"), [["exam", true, "exam-held", "held.port", "text"]]);
    const { on, by, domain } = ask({ held: [held("LOG")] }).domains[1]!.findings[0]!.values;
    deepEqual([on, by, domain], ["2025-01-01", law.diploma.held[0], law.diploma.domains[1]]);
  });

  it("say what was granted, by which protocol and which rule", () => {
    const facts = { titles: [SIGNAL], grants: [grant("J1", 6, "grant:2")] };
    deepEqual(findings(facts, "LOG")[1], ["grant", true, "grant", "grants", "text"]);
    const { unit: granted, hours, by, restsOn } = ask(facts).domains[1]!.findings[1]!.values;
    deepEqual(
      [granted, hours, by, restsOn],
      [law.diploma.domains[1]!.units[0], 6, "grant:2", [law.diploma.grants!.opens[0]]],
    );
  });

  it("say what was declined, unless the domain is held", () => {
    deepEqual(findings({ declined: ["J1"] }, "LOG")[1], ["declined", true, "declined", "domains.LOG.units.J1", "text"]);
    equal(findings({ declined: ["J1"], held: [held("LOG")] }, "LOG").length, 1);
    equal(findings({ declined: ["J1"] }, "LAMP").length, 1);
  });

  it("say whose hours these are, unless a maquette is given", () => {
    const said = ask().findings.map((one) => [one.condition, one.met, one.says, one.entry.id]);
    deepEqual(said, [["maquette", true, "maquette-of-school", "diplomas.lighthouse.maquette"]]);
    deepEqual(ask().findings[0]!.values, { maquette: law.school.maquette, school: law.establishment });
    deepEqual(ask({ maquette: { L1: 30, L2: 20, L3: 90, J1: 20 } }).findings, []);
    equal(ask({ on: "2100-01-01" }).findings.length, 2);
  });
});

describe("what entitles to a grant", () => {
  const rule = (facts: object) => ({ ...law.diploma.grants!.opens[0]!, level: undefined, ...facts });
  const entitled = (facts: object, title: TitleInput) => {
    const diploma = {
      ...law.diploma,
      grants: { ...law.diploma.grants, opens: [rule(facts)] },
    } as unknown as typeof law.diploma;
    return grantRuleOf(diploma, [titleReader(law.diploma)(title)]) !== undefined;
  };
  const level = (given: number) => ({ kind: "nautical", level: given, awardedOn: "2019-05-01" });
  const years = (given: number) => ({ kind: "studies", yearsOfStudy: given, awardedOn: "2019-05-01" });

  it("is a level or a number of years, from the very one asked for", () => {
    deepEqual(
      [1, 2, 3].map((one) => entitled({ level: 2 }, level(one))),
      [false, true, true],
    );
    deepEqual(
      [1, 2, 3].map((one) => entitled({ years: 2 }, years(one))),
      [false, true, true],
    );
    deepEqual([entitled({ level: 2 }, years(9)), entitled({ years: 2 }, level(3))], [false, false]);
  });

  it("is of the kind asked for, where one is", () => {
    deepEqual(
      [entitled({ kind: "nautical", level: 2 }, level(2)), entitled({ kind: "studies", level: 2 }, level(2))],
      [true, false],
    );
  });
});

describe("the confirmation of a dispense", () => {
  it("is that of the very title and domain", () => {
    const confirmations = [
      confirm("PILOT", true),
      { ...confirm("PILOT", false), domain: "LOG" },
      confirm("SIGNAL", false),
    ];
    const brought = { confirmations } as unknown as Brought;
    equal(confirmationOf("PILOT", "LAMP", brought), confirmations[0]);
    equal(confirmationOf("PILOT", "LOG", brought), confirmations[1]);
    equal(confirmationOf("SIGNAL", "LOG", brought), undefined);
  });
});

describe("names in the order of code points", () => {
  it("puts a longer name after its beginning, and signs beyond the first plane last", () => {
    const names = ["b", "\u{1f6a2}", "a", "aa", "\uff5e", "a"];
    deepEqual(names.toSorted(byCodePoint), ["a", "a", "aa", "b", "\uff5e", "\u{1f6a2}"]);
    equal(byCodePoint("", "a") < 0, true);
    equal(byCodePoint("ab", "b") < 0, true);
  });
});

describe("what the pathway refuses", () => {
  const issues = (facts: Partial<PathwayInput>) =>
    pathwayIssues(law.diploma, input(facts)).map(({ path, message }) => `${path}: ${message("en")}`);

  it("is a grant or a held domain named twice", () => {
    deepEqual(issues({ grants: [grant("L1", 1), grant("L2", 1), grant("L1", 2)] }), [
      'grants[2].unit: "L1" is given twice.',
    ]);
    deepEqual(issues({ held: [held("LOG"), held("LOG")] }), ['held[1].domain: "LOG" is given twice.']);
  });

  it("is a day that has not come", () => {
    deepEqual(issues({ held: [{ ...held("LOG"), validatedOn: "2026-03-02" }] }), [
      "held[0].validatedOn: This day cannot be after 2026-03-01.",
    ]);
    deepEqual(issues({ confirmations: [confirm("PILOT", true, "2026-03-02")] }), [
      "confirmations[0].on: This day cannot be after 2026-03-01.",
    ]);
    deepEqual(issues({ held: [{ ...held("LOG"), validatedOn: ON }], confirmations: [confirm("PILOT", true, ON)] }), []);
  });

  it("is a confirmation of what nobody contests", () => {
    const confirmations = [confirm("PILOT", true), { ...confirm("SIGNAL", true), domain: "LOG" }];
    deepEqual(issues({ confirmations }), [
      "confirmations[1]: Nothing is contested here; to be confirmed: PILOT LAMP, SIGNAL LAMP.",
    ]);
  });

  it("is a title that its own dates contradict", () => {
    deepEqual(issues({ titles: [{ ...PILOT, startedOn: "2019-05-02" }] }), [
      "titles[0].startedOn: The course starts after the title was awarded.",
    ]);
  });

  it("is a maquette off its ranges, and a grant that nothing allows", () => {
    equal(maquetteRejection(law, input()), undefined);
    equal(maquetteRejection(law, input({ maquette: { L1: 30, L2: 20, L3: 90, J1: 20 } })), undefined);
    const off = maquetteRejection(law, input({ maquette: { L1: 31, L2: 20, L3: 90, J1: 20 } }))!;
    deepEqual([off.code, off.issues.length], ["maquette", 1]);
    const said = (facts: Partial<PathwayInput>) => {
      const rejection = grantRejection(law, input(facts));
      return rejection && [rejection.code, ...rejection.issues.map(({ path }) => path)];
    };
    equal(said({}), undefined);
    equal(said({ grants: [] }), undefined);
    equal(said({ titles: [SIGNAL], grants: [grant("J1", 1)] }), undefined);
    deepEqual(said({ titles: [PILOT], grants: [grant("J1", 1), grant("L1", 1)] }), ["grant", "grants[0]", "grants[1]"]);
    deepEqual(said({ titles: [SIGNAL], grants: [grant("L1", 1), grant("L3", 1)] }), ["grant", "grants[1].unit"]);
    deepEqual(said({ titles: [{ ...SIGNAL, awardedOn: "2026-03-02" }], grants: [grant("J1", 1)] }), [
      "grant",
      "grants[0]",
    ]);
    deepEqual(
      said({
        titles: [{ kind: "nautical", level: 3, awardedOn: "2019-05-01", country: "FR" }],
        grants: [grant("J1", 1)],
      }),
      ["grant", "grants[0]"],
    );
    equal(
      said({ titles: [{ kind: "nautical", level: 3, awardedOn: "2019-05-01" }], grants: [grant("J1", 1)] }),
      undefined,
    );
  });

  it("is said in both languages, with what would be allowed", () => {
    const words = (facts: Partial<PathwayInput>) =>
      grantRejection(law, input(facts))!.issues.map(({ message }) => [plain(message("fr")), message("en")]);
    const opens = [
      ...law.diploma.grants!.opens,
      { ...law.diploma.grants!.opens[0]!, label: { fr: "grand brevet", en: "great certificate" } },
    ];
    const two = { ...law, diploma: { ...law.diploma, grants: { ...law.diploma.grants!, opens } } };
    deepEqual(words({ grants: [grant("J1", 1)] }), [
      [
        "Aucun titre français obtenu à ce jour ne permet un allègement accordé : il en faut un de ceux-ci : brevet de niveau 3.",
        "No French title awarded by that day allows a granted relief: it takes one of these: certificate of level 3.",
      ],
    ]);
    const both = grantRejection(two, input({ grants: [grant("J1", 1)] }))!.issues[0]!;
    match(plain(both.message("fr")), / : brevet de niveau 3 ; grand brevet\.$/);
    match(both.message("en"), /: certificate of level 3; great certificate\.$/);
    deepEqual(words({ grants: [grant("L3", 1)] }), [["L3 ne s’allège jamais.", "L3 is never relieved."]]);
    const [contested] = pathwayIssues(
      law.diploma,
      input({ confirmations: [{ ...confirm("SIGNAL", true), domain: "LOG" }] }),
    );
    equal(contested!.message("fr"), "Rien n’est contesté ici ; à confirmer : PILOT LAMP, SIGNAL LAMP.");
  });

  it("is told in the order of the contract: invalid, maquette, grant", () => {
    const code = (facts: Partial<PathwayInput>) => pathwayRejection(law, input(facts))?.code;
    const grants = [grant("J1", 1)];
    const maquette = { L1: 31, L2: 20, L3: 90, J1: 20 };
    const twice = [held("LOG"), held("LOG")];
    deepEqual(
      [code({ grants, maquette, held: twice }), code({ grants, maquette }), code({ grants }), code({})],
      ["invalid", "maquette", "grant", undefined],
    );
  });
});

describe("what may be asked of the pathway", () => {
  it("is named by the law", () => {
    const units = ["L1", "L2", "L3", "J1"];
    const domain = { enum: ["LAMP", "LOG"] };
    const text = { type: "string", minLength: 1, maxLength: 200 };
    const day = { type: "string", format: "day" };
    const record = (properties: object, required: string[]) => ({
      type: "object",
      properties,
      required,
      additionalProperties: false,
    });
    const { titles, ...rest } = pathwayProperties(law.diploma);
    equal((titles as { maxItems: number }).maxItems, 50);
    const hours = { type: "integer", maximum: 1000 };
    deepEqual(rest, {
      maquette: record({ L1: hours, L2: hours, L3: hours, J1: hours }, units),
      domains: { type: "array", items: domain, minItems: 1 },
      grants: {
        type: "array",
        items: record(
          {
            unit: { enum: units },
            hours: { type: "number", minimum: 1, maximum: 1000, multipleOf: 1 },
            protocol: text,
          },
          ["unit", "hours", "protocol"],
        ),
        minItems: 0,
        maxItems: 50,
      },
      held: {
        type: "array",
        items: record({ domain, validatedOn: day, by: { enum: ["port"] } }, ["domain", "validatedOn", "by"]),
      },
      confirmations: {
        type: "array",
        items: record(
          { title: { enum: ["PILOT", "SIGNAL"] }, domain, granted: { type: "boolean" }, by: text, on: day },
          ["title", "domain", "granted", "by", "on"],
        ),
      },
      declined: { type: "array", items: { enum: units } },
    });
  });
});

describe("a diploma of which no school grants hours", () => {
  const { grants: _none, ...diploma } = law.diploma;

  it("asks for none, and nothing entitles to any", () => {
    equal("grants" in pathwayProperties(diploma), false);
    equal(grantRuleOf(diploma, [titleReader(diploma)(SIGNAL)]), undefined);
    deepEqual(pathwayRule({ ...law, diploma })(input({ titles: [SIGNAL] })).totals, {
      theory: 20,
      practice: 90,
      relief: 50,
    });
  });
});

describe("a unit of several years", () => {
  it("may be given its own hours, beyond what a maquette may otherwise give", () => {
    const [first, second] = law.diploma.domains;
    const most = (max: number) => {
      const units = second!.units.map((one) => ({ ...one, hours: { min: 20, max } }));
      const { maquette } = pathwayProperties({ ...law.diploma, domains: [first!, { ...second!, units }] });
      return (maquette as { properties: { L1: { maximum: number } } }).properties.L1.maximum;
    };
    deepEqual([most(1820), most(1001), most(1000), most(20)], [1820, 1001, 1000, 1000]);
  });
});
