import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { lawOf, loadLaws } from "../../law/load.ts";
import type { TitleInput } from "../../law/titles.ts";
import { INVENTED } from "../../test/invented.ts";
import { type DoorAnswer, type EligibilityInput, eligibilityRule } from "./rule.ts";

const law = lawOf(loadLaws(INVENTED), "lighthouse", "1890", "ponant")!;
const decide = eligibilityRule(law);
const ON = "2026-03-01";
const ask = (facts: Partial<EligibilityInput>) => decide({ id: "x", on: ON, titles: [], experience: [], ...facts });
const door = (facts: Partial<EligibilityInput>, name: string): DoorAnswer =>
  ask(facts).doors.find((one) => one.door.door === name)!;
const work = (from: string, to: string | null = null, field = "at-sea") => ({ from, to, share: 1, field });
const pilot: TitleInput = { title: "PILOT", awardedOn: "2019-05-01" };
const studies: TitleInput = { kind: "studies", yearsOfStudy: 2, awardedOn: "2021-05-01" };

/** A finding in short: what it is about, whether it is met, which sentence, of which entry, how sure. */
const short = ({ findings }: DoorAnswer) =>
  findings.map((one) => [one.condition, one.met, one.says, one.entry.id, one.confidence]);

describe("the outcome of eligibility", () => {
  it("is that of the best door", () => {
    equal(ask({}).outcome, "not-eligible");
    equal(ask({ titles: [pilot, { ...studies, country: "FR" }] }).outcome, "unknown");
    equal(ask({ experience: [work("2020-01-01", null, "on-the-quay")] }).outcome, "needs-decision");
    equal(
      ask({ titles: [pilot, { ...studies, country: "FR" }], experience: [work("2020-01-01", null, "on-the-quay")] })
        .outcome,
      "needs-decision",
    );
    equal(ask({ harbourWaiver: true, experience: [work("2020-01-01", null, "on-the-quay")] }).outcome, "eligible");
  });

  it("is reached on the earliest day of its doors, and on none when a door is met", () => {
    const later = { ...studies, awardedOn: "2026-05-01" };
    equal(ask({ titles: [pilot, later] }).reachedOn, "2026-05-01");
    equal(ask({ titles: [pilot, later], experience: [work("2025-01-01")] }).reachedOn, "2026-05-01");
    equal(ask({ titles: [pilot, later], experience: [work("2024-08-01")] }).reachedOn, "2026-03-23");
    equal(ask({ titles: [pilot, later], corps: ["coast-guard"] }).reachedOn, null);
    equal(ask({}).reachedOn, null);
  });

  it("counts a waiver only when it is declared true", () => {
    equal(door({ harbourWaiver: "true" }, "SHORE").outcome, "not-met");
    equal(door({ harbourWaiver: true }, "SHORE").outcome, "met");
  });
});

describe("a title awarded abroad", () => {
  it("says that its attestation opens the door, no more surely than abroad is told from home; version 1 of the rules did", () => {
    const { homeTerritory: home } = law.diploma;
    const doubted = { ...home, source: { ...home.source, confidence: "conflict" as const } };
    const foreign = { ...studies, country: "FR", attestation: { yearsOfStudy: 2 } };
    const found = (rules: string) => {
      const changed = { ...law, diploma: { ...law.diploma, homeTerritory: doubted }, basis: { ...law.basis, rules } };
      const { doors } = eligibilityRule(changed)({ id: "x", on: ON, titles: [pilot, foreign], experience: [] });
      return short(doors.find((one) => one.door.door === "BOTH")!)[1];
    };
    deepEqual(found("2"), ["title", true, "title-attested", "doors.BOTH.opens.all.1", "conflict"]);
    deepEqual(found("1"), ["title", true, "title-attested", "doors.BOTH.opens.all.1", "text"]);
  });
});

describe("a door", () => {
  it("takes titles awarded by the day asked about, and tells of later ones", () => {
    const titles = [pilot, { ...studies, awardedOn: ON }];
    deepEqual([door({ titles }, "BOTH").outcome, door({ titles }, "BOTH").reachedOn], ["met", null]);
    const later = door({ titles: [pilot, { ...studies, awardedOn: "2026-03-02" }] }, "BOTH");
    deepEqual([later.outcome, later.reachedOn], ["not-met", "2026-03-02"]);
    deepEqual(short(later), [
      ["title", true, "title-opens", "doors.BOTH.opens.all.0", "text"],
      ["title", false, "title-later", "doors.BOTH.opens.all.1", "text"],
    ]);
  });

  it("weighs experience only where it asks for it", () => {
    equal(door({ titles: [pilot, studies] }, "BOTH").experience, undefined);
    deepEqual(door({ experience: [work("2026-01-01")] }, "SEA").experience, {
      required: 600,
      counted: 60,
      wide: 60,
      missing: 540,
    });
    deepEqual(door({ experience: [work("2020-01-01")] }, "SEA").experience, {
      required: 600,
      counted: 2252,
      wide: 2252,
      missing: 0,
    });
  });

  it("is reached after the day asked about, and by the last day of the calendar or never", () => {
    const seaFrom = (from: string, to: string | null = null) => door({ experience: [work(from, to)] }, "SEA").reachedOn;
    equal(seaFrom("2024-07-11"), "2026-03-02");
    equal(seaFrom("2198-05-11"), "2199-12-31");
    equal(seaFrom("2198-05-12"), null);
    equal(seaFrom("2024-07-11", "2026-02-28"), null);
    equal(seaFrom("2024-07-10"), null);
  });

  it("is reached by the first of two titles to come, in whatever order they are told, and names it", () => {
    const soon = { ...studies, awardedOn: "2026-05-01" };
    const late = { ...studies, awardedOn: "2026-09-01" };
    for (const titles of [
      [pilot, soon, late],
      [pilot, late, soon],
    ]) {
      const { reachedOn, findings } = door({ titles }, "BOTH");
      deepEqual([reachedOn, (findings[1]!.values.title as { input: TitleInput }).input], ["2026-05-01", soon]);
    }
  });

  it("is not reached by what a person must decide", () => {
    equal(
      door({ titles: [{ kind: "nautical", level: 2, awardedOn: "2026-04-01", country: "FR" }, studies] }, "BOTH")
        .reachedOn,
      null,
    );
  });
});

describe("the findings of a door", () => {
  it("say what is missing, with the door's own entry", () => {
    deepEqual(ask({}).doors.map(short), [
      [["experience", false, "experience-missing", "doors.SEA.opens", "text"]],
      [
        ["title", false, "title-missing", "doors.BOTH", "text"],
        ["title", false, "title-missing", "doors.BOTH", "text"],
      ],
      [["corps", false, "corps-missing", "doors.SHORE", "text"]],
    ]);
    deepEqual(
      ask({}).doors.map((one) => one.findings[0]!.values.door),
      [undefined, law.diploma.doors[1], law.diploma.doors[2]],
    );
  });

  it("say what opens it, with the entry of the condition", () => {
    deepEqual(short(door({ corps: ["coast-guard"] }, "SHORE")), [
      ["corps", true, "corps-held", "doors.SHORE.opens.any.0", "text"],
    ]);
    deepEqual(door({ corps: ["coast-guard"] }, "SHORE").findings[0]!.values, { corps: [law.diploma.corps[0]] });
    deepEqual(short(door({ harbourWaiver: true }, "SHORE")), [
      ["waiver", true, "waiver-held", "doors.SHORE.opens.any.harbour", "text"],
    ]);
    const interpreted = door({ titles: [{ title: "SIGNAL", awardedOn: "2019-05-01" }, studies] }, "BOTH");
    deepEqual(short(interpreted)[0], ["title", true, "title-opens", "doors.BOTH.opens.all.0", "interpretation"]);
  });

  it("say what is doubtful: a title from abroad, or one without its attestation", () => {
    const titles = [
      { kind: "nautical", level: 2, awardedOn: "2019-05-01", country: "FR" },
      { ...studies, country: "FR" },
    ];
    deepEqual(short(door({ titles }, "BOTH")), [
      ["title", null, "title-to-decide", "doors.BOTH.opens.all.0", "text"],
      ["title", null, "title-attestation-missing", "doors.BOTH.opens.all.1", "text"],
    ]);
  });

  it("name the title that does best, and of a door that stays shut the best part", () => {
    const foreign = { kind: "nautical", level: 2, awardedOn: "2010-05-01", country: "FR" };
    const titleOf = (facts: Partial<EligibilityInput>) =>
      (door(facts, "BOTH").findings[0]!.values as { title: { input: TitleInput } }).title.input;
    equal(titleOf({ titles: [foreign, pilot, studies] }), pilot);
    equal(titleOf({ titles: [foreign, pilot] }), pilot);
    equal(titleOf({ titles: [pilot, foreign] }), pilot);
    equal(titleOf({ titles: [foreign, { ...pilot, awardedOn: "2026-03-02" }] }), foreign);
  });

  it("count what is missing in whole days and begun months, and say when it will be there", () => {
    const { values } = door({ experience: [work("2024-09-01")] }, "SEA").findings[0]!;
    const { required, counted, missing, months, enoughOn, widelyOn, years, title } = values;
    deepEqual(
      { required, counted, missing, months, enoughOn, widelyOn, years, title },
      {
        required: 600,
        counted: 547,
        missing: 53,
        months: 3,
        enoughOn: "2026-04-23",
        widelyOn: null,
        years: 2,
        title: undefined,
      },
    );
    const half = door({ experience: [{ ...work("2024-07-11"), share: 0.9999 }] }, "SEA").findings[0]!.values;
    // Under half a month no month is said.
    deepEqual([half.missing, half.months], [2, 0]);
    const month = door({ experience: [work("2024-08-04")] }, "SEA").findings[0]!.values;
    deepEqual([month.missing, month.months], [25, 1]);
    const more = door({ experience: [work("2024-08-05")] }, "SEA").findings[0]!.values;
    deepEqual([more.missing, more.months], [26, 2]);
    equal(door({ experience: [work("2024-09-01", "2026-02-01")] }, "SEA").findings[0]!.values.enoughOn, null);
    // Of what only a decision would count, the day is said where without it there is none.
    const quay = door({ experience: [work("2026-01-01", null, "on-the-quay")] }, "SEA").findings[0]!.values;
    deepEqual([quay.enoughOn, quay.widelyOn], [null, "2027-08-23"]);
  });

  it("say no month of just half a month", () => {
    const experience = law.diploma.experience!;
    const year = { ...experience.year, days: 360 };
    const decideOf360 = eligibilityRule({ ...law, diploma: { ...law.diploma, experience: { ...experience, year } } });
    const monthsFrom = (from: string) => {
      const { doors } = decideOf360({ id: "x", on: ON, titles: [], experience: [work(from)] });
      const { missing, months } = doors[0]!.findings[0]!.values;
      return [missing, months];
    };
    deepEqual(
      [monthsFrom("2024-03-27"), monthsFrom("2024-03-28")],
      [
        [15, 0],
        [16, 1],
      ],
    );
  });

  it("say that experience is enough, or that it is to be decided", () => {
    const enough = door({ experience: [work("2024-07-10")] }, "SEA");
    deepEqual(short(enough), [["experience", true, "experience-enough", "doors.SEA.opens", "text"]]);
    const { field, counted, required, years, restsOn } = enough.findings[0]!.values;
    const { year, after, cap, cutoff, fields } = law.diploma.experience!;
    deepEqual(
      { field, counted, required, years, restsOn },
      { field: fields[0], counted: 600, required: 600, years: 2, restsOn: [year, after, cap, cutoff] },
    );
    const doubtful = door({ experience: [work("2024-07-11"), work("2020-01-01", "2020-01-10", "on-the-quay")] }, "SEA");
    deepEqual(short(doubtful), [["experience", null, "experience-to-decide", "doors.SEA.opens", "text"]]);
    deepEqual([doubtful.findings[0]!.values.counted, doubtful.findings[0]!.values.wide], [599, 609]);
  });
});

describe("a door that asks for a title and experience", () => {
  const [, both, shore] = law.diploma.doors;
  const cite = { ...both!, label: undefined, short: undefined };
  const nautical = { ...cite, id: "nautical", title: { kind: "nautical", level: 1, abroad: "decision" } };
  const anyStudies = {
    ...cite,
    id: "studies",
    title: { kind: "studies", years: 1, abroad: "attestation", attestedYears: 1 },
  };
  const year = (field: string) => ({ ...cite, id: "experience", experience: { years: 1, field } });
  const corps = { ...cite, id: "corps", corps: ["coast-guard", "pirate"] };
  const doorOf = (name: string, ...all: unknown[]) => ({ ...both!, door: name, id: `doors.${name}`, opens: { all } });
  const doors = [
    doorOf("CRAFT", nautical, year("at-sea")),
    doorOf("TWO", nautical, anyStudies, year("at-sea")),
    doorOf("QUAY", nautical, year("on-the-quay")),
    { ...shore!, opens: corps },
  ];
  const pirate = { ...law.diploma.corps[0]!, corps: "pirate" };
  const other = {
    ...law,
    diploma: { ...law.diploma, doors, corps: [...law.diploma.corps, pirate] },
  } as unknown as typeof law;
  const decideOther = eligibilityRule(other);
  const tried = (name: string, facts: Partial<EligibilityInput>) =>
    decideOther({ id: "x", on: ON, titles: [], experience: [], ...facts }).doors.find((one) => one.door.door === name)!;
  const titleOf = (answer: DoorAnswer) =>
    (answer.findings.at(-1)!.values.title as { input: TitleInput } | undefined)?.input;

  const home = { kind: "nautical", level: 1, awardedOn: "2025-09-01" };
  const old = { kind: "nautical", level: 1, awardedOn: "2010-09-01" };
  const abroad = { kind: "nautical", level: 1, awardedOn: "2010-09-01", country: "FR" };
  const working = { experience: [work("2025-01-01")] };

  it("counts for each title the work after it, and keeps the most", () => {
    deepEqual(tried("CRAFT", { titles: [home], ...working }).experience, {
      required: 300,
      counted: 181,
      wide: 181,
      missing: 119,
    });
    deepEqual(tried("CRAFT", { titles: [home, old], ...working }).experience, {
      required: 300,
      counted: 425,
      wide: 425,
      missing: 0,
    });
  });

  it("tells of the title that does best: by its state, then its certainty, then its experience", () => {
    for (const titles of [
      [home, old],
      [old, home],
    ])
      equal(titleOf(tried("CRAFT", { titles, ...working })), old);
    for (const titles of [
      [abroad, home],
      [home, abroad],
    ]) {
      // Abroad there is enough work, which a person must decide on; at home there is not.
      const answer = tried("CRAFT", { titles, ...working });
      deepEqual([answer.outcome, titleOf(answer)], ["needs-decision", abroad]);
      const short = tried("CRAFT", { titles, experience: [work("2025-08-01")] });
      deepEqual([short.outcome, titleOf(short)], ["not-met", home]);
    }
    const later = { ...home, awardedOn: "2025-10-01" };
    for (const titles of [
      [home, later],
      [later, home],
    ])
      equal(titleOf(tried("CRAFT", { titles, experience: [work("2025-08-01")] })), home);
    const doubtful = { experience: [work("2025-11-01"), work("2025-09-02", "2025-09-20", "on-the-quay")] };
    for (const titles of [
      [home, later],
      [later, home],
    ])
      equal(titleOf(tried("CRAFT", { titles, ...doubtful })), home);
  });

  it("keeps the first of two titles that do alike", () => {
    const twin = { ...home };
    for (const titles of [
      [home, twin],
      [twin, home],
    ])
      equal(titleOf(tried("CRAFT", { titles, ...working })), titles[0]);
  });

  it("counts from the later of two titles asked for together, and tells of that one", () => {
    const graduate = { kind: "studies", yearsOfStudy: 1, awardedOn: "2026-01-01" };
    const answer = tried("TWO", { titles: [old, graduate], ...working });
    deepEqual([answer.experience!.counted, titleOf(answer)], [59, graduate]);
    const other = tried("TWO", { titles: [home, { ...graduate, awardedOn: "2011-01-01" }], ...working });
    deepEqual([other.experience!.counted, titleOf(other)], [181, home]);
  });

  it("is to be decided from the very day on which doubtful work completes it", () => {
    const experience = [work("2025-09-01", "2025-09-10"), work("2025-09-11", null, "on-the-quay")];
    const on = (day: string) => tried("CRAFT", { titles: [old], experience, on: day });
    deepEqual([on("2026-06-26").outcome, on("2026-06-27").outcome], ["not-met", "needs-decision"]);
    deepEqual(on("2026-06-27").findings[1]!.says, "experience-to-decide");
    deepEqual(on("2026-06-26").findings[1]!.says, "experience-missing");
  });

  it("is announced for the last day of the calendar, and no later", () => {
    const enough = (from: string) =>
      tried("CRAFT", { titles: [old], experience: [work(from)] }).findings[1]!.values.enoughOn;
    deepEqual([enough("2199-03-07"), enough("2199-03-08")], ["2199-12-31", null]);
  });

  it("tells of the title that will do without a decision, where the calendar reaches that day", () => {
    const sooner = (awardedOn: string) => {
      const answer = tried("CRAFT", { titles: [abroad, { ...home, awardedOn }], ...working });
      const { says, values } = answer.findings[0]!;
      return [answer.outcome, says, (values.sooner as { on: string } | undefined)?.on];
    };
    deepEqual(sooner("2199-03-06"), ["needs-decision", "title-to-decide", "2199-12-31"]);
    deepEqual(sooner("2199-03-07"), ["needs-decision", "title-to-decide", undefined]);
  });

  it("counts nothing where nothing opens it", () => {
    const { findings, experience, reachedOn } = tried("CRAFT", working);
    deepEqual([experience, reachedOn], [undefined, null]);
    deepEqual(
      findings.map((one) => [one.condition, one.met, one.says]),
      [
        ["title", false, "title-missing"],
        ["experience", null, "experience-not-counted"],
      ],
    );
    deepEqual([findings[1]!.values.years, findings[1]!.values.required], [1, 300]);
  });

  it("says which field it asks for, and which of its corps are held", () => {
    equal(tried("QUAY", { titles: [old], ...working }).findings[1]!.values.field, law.diploma.experience!.fields[1]);
    const [held] = tried("SHORE", { corps: ["pirate"] }).findings;
    deepEqual(held!.values.corps, [pirate]);
  });

  it("tells of a title of today as awarded, though another is missing", () => {
    const { findings } = tried("TWO", { titles: [{ ...home, awardedOn: ON }] });
    deepEqual(
      findings.map((one) => one.says),
      ["title-opens", "title-missing", "experience-not-counted"],
    );
  });
});

describe("the registration", () => {
  it("is only told of once it is over", () => {
    deepEqual(ask({}).findings, []);
    const [over] = ask({ on: "2100-01-01" }).findings;
    deepEqual(
      [over!.condition, over!.met, over!.says, over!.entry.id, over!.confidence],
      ["unverified", null, "registration-ended", "registration", "unverified"],
    );
    deepEqual(ask({ on: "2099-12-31" }).findings, []);
  });
});
