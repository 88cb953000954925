/** A second diploma is a file: an invented one, with other names and numbers everywhere, is decided by the same code. */
import { deepEqual, doesNotMatch, match, ok } from "node:assert/strict";
import { describe, it, type TestContext } from "node:test";
import { decider, decisionNamed, DECISIONS, type Defaults, sayFault } from "../decisions/decide.ts";
import { LANGS } from "../kit/lang.ts";
import { lawOf, loadLaws, type Laws } from "../law/load.ts";
import { differences, plain, reasons } from "./case-answers.ts";
import { inventedLaw, leastLaw } from "./invented.ts";
import { ROOT } from "./law-world.ts";

const ON = "2026-03-01";

function open(test: TestContext): Laws {
  return loadLaws(inventedLaw(test).path);
}

function answer(laws: Laws, name: string, facts: object): Record<string, unknown> {
  const door = decider(decisionNamed(name)!, laws, { diploma: undefined, establishment: undefined });
  const decided = door({ id: "someone", on: ON, ...facts });
  if ("fault" in decided) throw new Error(JSON.stringify(sayFault(decided.fault, "en")));
  return decided.answer("fr");
}

function issues(laws: Laws, name: string, facts: object): string[] {
  const decided = decider(decisionNamed(name)!, laws, { diploma: undefined, establishment: undefined })({
    id: "someone",
    on: ON,
    ...facts,
  });
  ok("fault" in decided);
  return sayFault(decided.fault, "en").error.issues.map(
    ({ path, message }) => `${decided.fault.code} ${path}: ${message}`,
  );
}

function expect(got: Record<string, unknown>, wanted: object): void {
  deepEqual(differences(wanted, got), []);
}

describe("an invented diploma", () => {
  it("opens a door by experience alone, its year being 300 days", (test) => {
    const laws = open(test);
    const since = (from: string) =>
      answer(laws, "eligibility", { titles: [], experience: [{ from, to: null, share: 1, field: "at-sea" }] });
    expect(since("2024-07-10"), {
      outcome: "eligible",
      doors: { SEA: { outcome: "met", experience: { required: 600, counted: 600 } } },
    });
    expect(since("2024-07-11"), {
      outcome: "not-eligible",
      reachedOn: "2026-03-02",
      doors: { SEA: { experience: { counted: 599, missing: 1 } } },
    });
  });

  it("may name no title and know nothing that is held", (test) => {
    const laws = open(test);
    const diplomas = laws.diplomas.map((one) => ({ ...one, data: { ...one.data, catalogue: [], held: [] } }));
    const titles = [{ title: "PILOT", awardedOn: "2020-01-01" }];
    deepEqual(issues({ ...laws, diplomas }, "eligibility", { titles, experience: [] }), [
      "invalid titles[0].title: This does not belong here.",
    ]);
    const defaults = { diploma: undefined, establishment: undefined };
    for (const decision of DECISIONS) ok(decider(decision, { ...laws, diplomas }, defaults)({ id: "a", on: ON }));
  });

  it("asks a decision where only doubtful work fills the door", (test) => {
    const experience = [{ from: "2020-01-01", to: null, share: 1, field: "on-the-quay" }];
    expect(answer(open(test), "eligibility", { titles: [], experience }), {
      outcome: "needs-decision",
      doors: { SEA: { outcome: "needs-decision" } },
    });
  });

  it("opens a door by two titles together, never by one", (test) => {
    const laws = open(test);
    const pilot = { title: "PILOT", awardedOn: "2019-05-01" };
    const studies = { kind: "studies", yearsOfStudy: 2, awardedOn: "2021-05-01" };
    const holding = (...titles: object[]) => answer(laws, "eligibility", { titles, experience: [] });
    expect(holding(pilot), { outcome: "not-eligible", doors: { BOTH: { outcome: "not-met", reachedOn: null } } });
    expect(holding(studies), { outcome: "not-eligible" });
    expect(holding(pilot, studies), { outcome: "eligible", doors: { BOTH: { outcome: "met" } } });
    expect(holding(pilot, { ...studies, awardedOn: "2026-03-02" }), {
      outcome: "not-eligible",
      reachedOn: "2026-03-02",
    });
    expect(holding(pilot, { ...studies, country: "FR" }), { outcome: "unknown" });
    expect(
      holding(
        { kind: "nautical", level: "pilote", awardedOn: "2019-05-01", country: "FR" },
        { ...studies, country: "FR" },
      ),
      { outcome: "unknown" },
    );
    expect(holding({ kind: "nautical", level: "pilote", awardedOn: "2019-05-01", country: "FR" }, studies), {
      outcome: "needs-decision",
    });
  });

  it("names its own corps and waiver, either of which opens the same door", (test) => {
    const laws = open(test);
    const nothing = { titles: [], experience: [] };
    expect(answer(laws, "eligibility", { ...nothing, corps: ["coast-guard"] }), {
      outcome: "eligible",
      doors: { SHORE: { outcome: "met" } },
    });
    expect(answer(laws, "eligibility", { ...nothing, harbourWaiver: true }), {
      outcome: "eligible",
      doors: { SHORE: { outcome: "met" } },
    });
    expect(answer(laws, "eligibility", { ...nothing, harbourWaiver: false }), { outcome: "not-eligible" });
    deepEqual(issues(laws, "eligibility", { ...nothing, vaeJuryWaiver: true }), [
      "invalid vaeJuryWaiver: This key is not known here.",
    ]);
  });

  it("relieves its own units, and lets the title that was confirmed settle a contested exam", (test) => {
    const laws = open(test);
    const titles = [
      { title: "PILOT", awardedOn: "2019-05-01" },
      { title: "SIGNAL", awardedOn: "2019-05-01" },
    ];
    expect(answer(laws, "pathway", { titles }), {
      units: {
        L1: { relief: 30, reliefBy: ["PILOT", "SIGNAL"] },
        L3: { relief: 0 },
        J1: { relief: 5, remaining: 15, reliefBy: ["PILOT"] },
      },
      domains: { LAMP: { exam: "contested" }, LOG: { exam: "to-sit" } },
      totals: { theory: 15, practice: 90, relief: 55 },
    });
    const confirmation = (title: string, granted: boolean) => ({
      title,
      domain: "LAMP",
      granted,
      by: "le phare",
      on: "2026-02-01",
    });
    const settled = answer(laws, "pathway", {
      titles,
      confirmations: [confirmation("PILOT", false), confirmation("SIGNAL", true)],
    });
    expect(settled, { domains: { LAMP: { exam: "dispensed" } } });
    match(plain(reasons(settled).join("\n")), /dispense de l’épreuve du LAMP au titre du SIGNAL a été confirmée/);
    const waiting = answer(laws, "pathway", { titles, confirmations: [confirmation("PILOT", false)] });
    expect(waiting, { domains: { LAMP: { exam: "contested" } } });
    match(plain(reasons(waiting).join("\n")), /l’épreuve du LAMP pour un titulaire du SIGNAL/);
    const refused = answer(laws, "pathway", {
      titles,
      confirmations: [confirmation("PILOT", false), confirmation("SIGNAL", false)],
    });
    expect(refused, { domains: { LAMP: { exam: "to-sit" } } });
  });

  it("grants hours by its own step, to its own level, never on its own practice", (test) => {
    const laws = open(test);
    const titles = [{ title: "SIGNAL", awardedOn: "2019-05-01" }];
    const grant = (unit: string, hours: number) => ({ titles, grants: [{ unit, hours, protocol: "p" }] });
    expect(answer(laws, "pathway", grant("J1", 7)), { units: { J1: { relief: 7 } } });
    deepEqual(issues(laws, "pathway", grant("J1", 1.5)), [
      "invalid grants[0].hours: The value must be a multiple of 1.",
    ]);
    deepEqual(issues(laws, "pathway", grant("L3", 1)), ["grant grants[0].unit: L3 is never relieved."]);
    const old = {
      titles: [{ title: "SIGNAL", awardedOn: "1999-12-31" }],
      grants: [{ unit: "J1", hours: 7, protocol: "p" }],
    };
    deepEqual(issues(laws, "pathway", old), [
      "grant grants[0]: No French title awarded by that day allows a granted relief: it takes one of these: certificate of level 3.",
    ]);
  });

  it("bills practice where its school does, and discounts what the family pays", (test) => {
    const laws = open(test);
    const price = (funding: object[]) => answer(laws, "quote", { titles: [], track: "keeper", funding });
    expect(price([{ source: "guild", amount: 50_000 }]), {
      lines: {
        lantern: { quantity: 1, amount: 700 },
        lessons: { quantity: 70, amount: 70_070 },
        watches: { quantity: 90, amount: 900 },
      },
      tuition: 70_970,
      discount: 5_242,
      total: 66_428,
      payers: { guild: { amount: 50_000 }, family: { amount: 16_428 } },
    });
    deepEqual(issues(laws, "quote", { titles: [], track: "keeper", funding: [{ source: "guild", amount: 70_971 }] }), [
      "funding funding: The funding (€709.71) exceeds the tuition (€709.70).",
    ]);
  });

  it("weighs its own marks, counts its own years, and ends its own clock", (test) => {
    const laws = open(test);
    expect(answer(laws, "certification", { LAMP: { flame: 6, report: 6 }, LOG: { marks: [6.5, 6.5, 6.5] } }), {
      outcome: "diploma",
      domains: { LAMP: { points: 30, threshold: 30 }, LOG: { points: 6.5, threshold: 6.5 } },
    });
    expect(answer(laws, "certification", { LAMP: { flame: 5.99, report: 6 } }), {
      outcome: "none",
      domains: { LAMP: { status: "not-validated", points: 29.96 } },
    });
    expect(
      answer(laws, "certification", { LAMP: { flame: "fog", report: "lost-at-sea" }, LOG: { marks: [6, 7, 7] } }),
      {
        outcome: "pending",
        domains: { LAMP: { status: "lost-at-sea" }, LOG: { status: "needs-agreement" } },
      },
    );
    expect(answer(laws, "certification", { LOG: { validatedOn: "2023-03-01" } }), {
      outcome: "partial",
      completeBy: "2026-03-01",
    });
    expect(answer(laws, "certification", { LOG: { validatedOn: "2023-02-28" } }), {
      outcome: "none",
      domains: { LOG: { status: "lapsed" } },
    });
    expect(
      answer(laws, "certification", { LAMP: { flame: 5, report: 5, jury: { validated: true, ground: "tempête" } } }),
      {
        domains: { LAMP: { status: "validated" } },
      },
    );
    deepEqual(issues(laws, "certification", { LAMP: { flame: 10.5, report: 6 } }), [
      "invalid LAMP.flame: The value must be at most 10.",
    ]);
  });

  it("composes its own jury, by the rules that its law holds of those appointed or of those who sit", (test) => {
    const laws = open(test);
    const named = { appointedOn: "2026-02-01", present: true };
    const keeper = { id: "keeper", college: "keepers", represents: "north", ...named };
    const sailor = (id: string, side: string, facts: object = {}) => ({
      id,
      college: "sailors",
      side,
      ...named,
      ...facts,
    });
    const whole = { order: { number: "1", signedOn: "2026-01-01" }, adopted: true };
    const read = (id: string) => ({ id, by: "readers", designatedOn: ON, marked: true });
    const panels = [
      { id: "log", exam: "LOG", heldOn: ON, examiners: [read("a"), read("b"), read("c")] },
      { id: "lamp", exam: "LAMP", heldOn: ON, examiners: [{ id: "keeper", by: "crew", marked: true }] },
    ];
    const someone = { id: "someone", exams: ["LOG"], heardBy: ["log"], director: "aunt", directorTookPart: true };
    const members = [keeper, sailor("left", "port"), sailor("right", "starboard")];
    expect(answer(laws, "jury", { ...whole, members, panels, candidates: [someone] }), {
      regular: true,
      findings: { presides: { met: true }, share: { met: true } },
      panels: {
        log: { regular: true, findings: { "examiners:readers": { met: true } } },
        lamp: { regular: false, findings: { "examiners:pilot": { met: false } } },
      },
      candidates: {
        someone: {
          regular: true,
          findings: { presides: { met: true }, parity: { met: true }, director: { met: true }, panel: { met: true } },
          exams: { LOG: { entitled: ["keeper", "left", "right", "aunt"], outcome: "adopted" } },
        },
      },
      mayClose: true,
    });
    const uneven = [keeper, sailor("left", "port"), sailor("right", "starboard", { present: false })];
    expect(answer(laws, "jury", { ...whole, members: uneven, candidates: [{ ...someone, heardBy: [] }] }), {
      regular: true,
      candidates: { someone: { regular: false, findings: { parity: { met: false } } } },
    });
    const override = { rules: ["presides"], by: "the king", ground: "fog" };
    expect(answer(laws, "jury", { ...whole, members: members.slice(1), override, candidates: [] }), {
      regular: false,
      findings: { seats: { met: false }, presides: { met: false }, override: { met: true } },
    });
    deepEqual(issues(laws, "jury", { members: [{ ...keeper, represents: "south" }], candidates: [] }), [
      'invalid members[0].represents: Unknown value. Known are: "north".',
    ]);
    ok(issues(laws, "jury", { members: [], override: { ...override, rules: ["share"] }, candidates: [] }));
  });

  it("puts its own vocabulary, and none of another diploma, in the schema of every decision", (test) => {
    const law = lawOf(open(test), "lighthouse", "1890", "ponant")!;
    const own = {
      eligibility: "harbourWaiver",
      pathway: "L3",
      quote: "guild",
      hours: "J1",
      certification: "LAMP",
      jury: "keepers",
    } as const;
    // Of places the law names nothing: they are counted alike everywhere. This school's file says nothing of money.
    const bare = ["places", "agreement", "schedule", "invoice", "account", "indicators", "bpf"];
    for (const decision of DECISIONS) {
      const schema = JSON.stringify(decision.ready(law).schema);
      if (!bare.includes(decision.name)) match(schema, new RegExp(`"${own[decision.name as keyof typeof own]}"`));
      doesNotMatch(schema, /DEASS|DF1|UF1|vaeJury|pjj|cpf|deis|social/);
    }
  });

  it("is that of its school where an input names the school alone, whatever is usual", (test) => {
    const [own, other] = [open(test), loadLaws(ROOT)];
    const laws = {
      ...other,
      diplomas: [...other.diplomas, ...own.diplomas],
      establishments: [...other.establishments, ...own.establishments],
    };
    const usual = { diploma: "deis", establishment: "faire-ess" };
    const asked = (facts: object, defaults: Defaults) => {
      const decided = decider(
        decisionNamed("eligibility")!,
        laws,
        defaults,
      )({ id: "a", on: ON, titles: [], experience: [], ...facts });
      if ("fault" in decided)
        return sayFault(decided.fault, "en")
          .error.issues.map(({ path }) => path)
          .join();
      const { diploma, establishment } = decided.answer("en").basis as Record<string, string>;
      return `${diploma} ${establishment}`;
    };
    deepEqual(
      [asked({ establishment: "ponant" }, usual), asked({}, usual), asked({ diploma: "lighthouse" }, usual)],
      ["lighthouse ponant", "deis faire-ess", "establishment"],
    );
    const none = { diploma: undefined, establishment: undefined };
    deepEqual(
      [asked({ establishment: "ponant" }, none), asked({ establishment: "faire-ess" }, none)],
      ["lighthouse ponant", "deis faire-ess"],
    );
    deepEqual([asked({}, none), asked({ establishment: "nowhere" }, none)], ["diploma", "diploma"]);
  });

  it("speaks of its own law in both languages", (test) => {
    const laws = open(test);
    const door = decider(decisionNamed("eligibility")!, laws, { diploma: undefined, establishment: undefined });
    const decided = door({
      id: "a",
      on: ON,
      titles: [
        { title: "SIGNAL", awardedOn: "2019-05-01" },
        { kind: "studies", yearsOfStudy: 2, awardedOn: "2020-01-01" },
      ],
      experience: [],
    });
    ok(!("fault" in decided));
    const said = Object.fromEntries(LANGS.map((lang) => [lang, reasons(decided.answer(lang)).map(plain)]));
    deepEqual(
      [said.fr![1], said.en![1]],
      [
        "Votre SIGNAL (niveau 3 selon notre interprétation), obtenu le 1er mai 2019, ouvre cette voie.",
        "Your SIGNAL (level 3 as we interpret it), awarded on 1 May 2019, opens this route.",
      ],
    );
  });
});

describe("an invented diploma that has the least", () => {
  const least = (test: TestContext) => loadLaws(leastLaw(test).path);

  it("is applied for by a title, and counts no work", (test) => {
    const laws = least(test);
    const pilot = { titles: [{ title: "PILOT", awardedOn: "2019-05-01" }], experience: [] };
    const eligible = answer(laws, "eligibility", pilot);
    expect(eligible, { outcome: "eligible", doors: { BOTH: { outcome: "met" } } });
    ok(!("experience" in (eligible.doors as object[])[0]!));
    const work = [{ from: "2020-01-01", to: null, share: 1, field: "at-sea" }];
    deepEqual(issues(laws, "eligibility", { ...pilot, experience: work }), [
      "invalid experience[0].field: This does not belong here.",
    ]);
  });

  it("relieves nothing, and knows no hours that a school grants", (test) => {
    const laws = least(test);
    const titles = [{ title: "SIGNAL", awardedOn: "2019-05-01" }];
    expect(answer(laws, "pathway", { titles }), { totals: { theory: 70, practice: 90, relief: 0 } });
    deepEqual(issues(laws, "pathway", { titles, grants: [{ unit: "J1", hours: 1, protocol: "p" }] }), [
      "invalid grants: This key is not known here.",
    ]);
  });

  it("costs nothing, of which there is nothing to say", (test) => {
    const priced = answer(least(test), "quote", { titles: [], track: "keeper", funding: [] });
    expect(priced, { tuition: 0, discount: 0, total: 0, payers: { family: { amount: 0 } } });
    deepEqual([priced.lines, priced.findings], [[], []]);
  });

  it("knows no colleges and no links, and lets nobody decide who was not appointed", (test) => {
    const laws = least(test);
    const candidates = [{ id: "c", exams: ["LAMP"] }];
    const nobody = answer(laws, "jury", {
      order: { number: "1", signedOn: ON },
      members: [],
      candidates,
      adopted: true,
    });
    expect(nobody, {
      regular: true,
      candidates: { c: { regular: true, findings: {}, exams: { LAMP: { entitled: [], outcome: "none" } } } },
      mayClose: false,
    });
    deepEqual(
      (nobody.findings as { condition: string }[]).map(({ condition }) => condition),
      ["order", "appointed-only"],
    );
    ok(issues(laws, "jury", { members: [{ id: "m", college: "keepers", present: true }], candidates: [] }));
  });

  it("holds for good what is validated once", (test) => {
    const laws = least(test);
    const LAMP = { flame: 6, report: 6 };
    const partly = answer(laws, "certification", { LAMP });
    expect(partly, { outcome: "partial", validated: ["LAMP"], completeBy: null });
    deepEqual(partly.findings, []);
    const long = answer(laws, "certification", { LAMP, LOG: { validatedOn: "1991-01-01" } });
    expect(long, { outcome: "diploma", domains: { LOG: { status: "held" } }, completeBy: null });
    deepEqual(long.findings, []);
    match(plain(reasons(long).join("\n")), /LOG est acquis par une décision notifiée le 1er janvier 1991/);
    deepEqual(issues(laws, "certification", { LAMP, clockStartedOn: "2020-01-01" }), [
      "invalid clockStartedOn: This key is not known here.",
    ]);
  });
});
