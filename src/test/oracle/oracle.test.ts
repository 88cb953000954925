import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { certification } from "./certification.ts";
import type {
  CertificationInput,
  EligibilityInput,
  HoursInput,
  PathwayInput,
  PlacesInput,
  QuoteInput,
} from "./contract.ts";
import { eligibility } from "./eligibility.ts";
import { hours, remarked } from "./hours.ts";
import { mutate, VALID_INPUTS } from "./mutate.ts";
import { DECIDED, oracleOf } from "./oracles.ts";
import { pathway } from "./pathway.ts";
import { ignoredIn, places } from "./places.ts";
import { quote } from "./quote.ts";

const ON = { id: "a", on: "2026-03-01" };
const WORK = { field: "social-intervention", share: 1 };

function door(name: string, input: Partial<EligibilityInput>) {
  const answer = eligibility({ ...ON, titles: [], experience: [], ...input });
  return answer.doors.find((each) => each.door === name)!;
}

describe("the oracle's eligibility (§ 1)", () => {
  const dees = (awardedOn: string) => [{ title: "DEES", awardedOn }];
  const open = [{ ...WORK, from: "2000-01-01", to: null }];

  it("counts the days strictly after the award, up to and including the day of the question", () => {
    // 2023-03-02 + 1 095 days = 2026-03-01 (2024 has a 29 February).
    const exact = door("C3", { titles: dees("2019-06-01"), experience: [{ ...WORK, from: "2023-03-04", to: null }] });
    deepStrictEqual(exact.experience, { required: 1095, counted: 1094, wide: 1094, missing: 1 });
    strictEqual(exact.reachedOn, "2026-03-02");
    strictEqual(door("C3", { titles: dees("2023-03-02"), experience: open }).outcome, "met");
    strictEqual(door("C3", { titles: dees("2023-03-03"), experience: open }).outcome, "not-met");
    strictEqual(door("C3", { titles: dees("2023-03-03"), experience: open }).reachedOn, "2026-03-02");
  });
  it("caps each day at a full time and adds part times up", () => {
    const experience = [
      { ...WORK, from: "2024-01-01", to: "2024-01-10" },
      { ...WORK, share: 0.5, from: "2024-01-06", to: "2024-01-15" },
      { ...WORK, share: 0.3333, from: "2024-01-11", to: "2024-01-11", field: "to-decide" },
    ];
    const counted = { required: 1095, counted: 12.5, wide: 12.8333, missing: 1082.5 };
    deepStrictEqual(door("C3", { titles: dees("2019-06-01"), experience }).experience, counted);
  });
  it("reads the level of a title on its award day, and of the old training at 5", () => {
    strictEqual(door("C1", { titles: dees("2020-12-31") }).outcome, "not-met");
    strictEqual(door("C1", { titles: dees("2021-01-01") }).outcome, "met");
    const old = [{ title: "DEES", awardedOn: "2021-06-30", startedOn: "2018-08-31" }];
    strictEqual(door("C1", { titles: old }).outcome, "not-met");
    strictEqual(door("C3", { titles: old, experience: open }).outcome, "met");
  });
  it("lets an attestation alone judge a title from abroad, and a person a social-work one", () => {
    const master = { kind: "higher-education" as const, yearsOfStudy: 5, awardedOn: "2020-01-01", country: "DE" };
    strictEqual(door("C2", { titles: [master] }).outcome, "unknown");
    strictEqual(door("C2", { titles: [{ ...master, attestation: { yearsOfStudy: 4 } }] }).outcome, "not-met");
    strictEqual(door("C2", { titles: [{ ...master, attestation: { level: "I" } }] }).outcome, "met");
    const social = { kind: "social-work-state" as const, level: 6 as const, awardedOn: "2020-01-01", country: "BE" };
    strictEqual(door("C1", { titles: [social] }).outcome, "needs-decision");
    strictEqual(door("C1", { titles: [{ ...social, attestation: { level: 5 } }] }).outcome, "not-met");
    strictEqual(door("C1", { titles: [{ ...social, attestation: { yearsOfStudy: 1 } }] }).outcome, "needs-decision");
  });
  it("asks for a decision where only the doubtful experience reaches the length", () => {
    const experience = [{ ...WORK, field: "to-decide", from: "2010-01-01", to: null }];
    const answer = eligibility({ ...ON, titles: dees("2012-01-01"), experience });
    strictEqual(answer.outcome, "needs-decision");
    strictEqual(answer.reachedOn, null);
  });
  it("counts all days for a corps and opens C7 by the waiver", () => {
    strictEqual(door("C6", { corps: ["pjj-educator"], experience: open }).outcome, "met");
    strictEqual("experience" in door("C6", { experience: open }), false);
    strictEqual(eligibility({ ...ON, titles: [], experience: [], vaeJuryWaiver: true }).outcome, "eligible");
  });
  it("waits for a title still to come", () => {
    const answer = eligibility({ ...ON, titles: [{ title: "DEIS", awardedOn: "2027-06-30" }], experience: [] });
    deepStrictEqual([answer.outcome, answer.reachedOn], ["not-eligible", "2027-06-30"]);
  });
});

describe("the oracle's pathway (§ 2, annexe IV)", () => {
  const path = (facts: Partial<PathwayInput>) => {
    const answer = pathway({ ...ON, titles: [], ...facts });
    if ("error" in answer) return answer.error.code;
    return { ...answer.totals, exams: answer.domains.map(({ exam }) => exam).join(" "), units: answer.units };
  };
  const totals = (facts: Partial<PathwayInput>) => {
    const answer = path(facts);
    return typeof answer === "string" ? answer : `${answer.theory} ${answer.practice} ${answer.relief} ${answer.exams}`;
  };
  const holding = (...keys: string[]) => ({ titles: keys.map((title) => ({ title, awardedOn: "2010-01-01" })) });

  it("follows the truth table of dispense and relief", () => {
    strictEqual(totals({}), "700 175 0 to-sit to-sit to-sit");
    strictEqual(totals(holding("DSTS")), "0 175 700 dispensed to-sit dispensed");
    strictEqual(totals(holding("CAFDES")), "305 175 395 to-sit to-sit dispensed");
    strictEqual(totals(holding("CAFERUIS")), "445 175 255 to-sit to-sit contested");
    strictEqual(totals(holding("CAFERUIS", "CAFDES")), "305 175 395 to-sit to-sit dispensed");
  });
  it("relieves a held domain whole, practice included, even where the relief is declined", () => {
    const held = [{ domain: "DF2", validatedOn: "2025-01-01", by: "vae" as const }];
    strictEqual(totals({ held, declined: ["UF2.1"] }), "450 0 425 to-sit held to-sit");
    strictEqual(
      totals({ ...holding("CAFERUIS"), declined: ["UF2.1", "UF1.1"] }),
      "550 175 150 to-sit to-sit contested",
    );
  });
  it("lets the last confirmation speak", () => {
    const word = { title: "CAFERUIS", domain: "DF3", by: "x", on: "2026-01-01" };
    const [yes, no] = [
      { ...word, granted: true, on: "2025-01-01" },
      { ...word, granted: false },
    ];
    strictEqual(totals({ ...holding("CAFERUIS"), confirmations: [no, yes] }), "445 175 255 to-sit to-sit dispensed");
    strictEqual(totals({ ...holding("CAFERUIS"), confirmations: [yes, no] }), "445 175 255 to-sit to-sit to-sit");
    strictEqual(totals({ confirmations: [yes] }), "700 175 0 to-sit to-sit to-sit");
  });
  it("caps a grant, keeps half hours, and names all who give the most", () => {
    const grants = [{ unit: "UF2.1", hours: 99.5, protocol: "P1" }];
    const answer = path({ ...holding("CAFDES", "CAFDES"), grants, domains: ["DF2"] });
    ok(typeof answer !== "string");
    deepStrictEqual(answer.units[0], {
      unit: "UF2.1",
      hours: 60,
      relief: 60,
      remaining: 0,
      reliefBy: ["CAFDES", "grant:P1"],
    });
    strictEqual(answer.units.length, 4);
  });
  it("refuses a grant without its title or on the field study, and a maquette out of range before that", () => {
    const grants = [{ unit: "UF1.1", hours: 1, protocol: "P" }];
    strictEqual(totals({ grants }), "grant");
    strictEqual(totals({ ...holding("DEIS"), grants: [{ unit: "UF2.4", hours: 1, protocol: "P" }] }), "grant");
    const maquette = { "UF1.1": 111, "UF1.2": 30, "UF1.3": 159, "UF2.1": 60, "UF2.2": 50, "UF2.3": 140 };
    strictEqual(totals({ grants, maquette: { ...maquette, "UF2.4": 175, "UF3.1": 100, "UF3.2": 50 } }), "maquette");
  });
});

describe("the oracle's quote (§ 3)", () => {
  const price = (funding: QuoteInput["funding"], facts: Partial<QuoteInput> = {}) => {
    const answer = quote({ ...ON, titles: [], track: "deis", funding, ...facts });
    if ("error" in answer) return answer.error.code;
    const payers = answer.payers.map(({ source, amount }) => `${source} ${amount}`).join(", ");
    return `${answer.tuition} − ${answer.discount} = ${answer.total}: ${payers}`;
  };
  it("takes a fifth off what the person pays of the tuition, and nothing off the fees", () => {
    strictEqual(price([]), "1470000 − 294000 = 1192000: personal 1192000");
    strictEqual(price([], { track: "deis-master" }), "1470000 − 294000 = 1294000: personal 1294000");
    // 1 470 000 − 999 = 1 469 001, of which 80 % is 1 175 200.8: half a cent goes up.
    strictEqual(price([{ source: "cpf", amount: 999 }]), "1470000 − 293800 = 1192200: cpf 999, personal 1191201");
  });
  it("lets the funder without an amount take what is left, even nothing", () => {
    const funding = [{ source: "personal" }, { source: "cpf" }, { source: "transition", amount: 1_470_000 }];
    strictEqual(price(funding), "1470000 − 0 = 1486000: cpf 0, transition 1470000, personal 16000");
    const half = [{ source: "cpf" }, { source: "transition", amount: 735_001 }];
    strictEqual(price(half), "1470000 − 0 = 1486000: cpf 734999, transition 735001, personal 16000");
    strictEqual(price([{ source: "cpf", amount: 1_470_001 }]), "funding");
  });
});

describe("the oracle's places (§ 5)", () => {
  const list: PlacesInput = {
    ...ON,
    places: 1,
    decidedOn: "2026-02-20",
    answerWithin: 3,
    candidates: [
      { id: "a", decision: "admitted" },
      { id: "b", decision: "waiting", rank: 9 },
      { id: "c", decision: "waiting", rank: 2 },
    ],
  };
  const states = (facts: Partial<PlacesInput>) => {
    const answer = places({ ...list, ...facts });
    return "error" in answer ? answer.error.code : answer.candidates.map(({ state }) => state).join(" ");
  };

  it("lets an offer lapse on the day after its last day, and calls the lowest rank on that day", () => {
    strictEqual(states({ on: "2026-02-23" }), "offered waiting waiting");
    strictEqual(states({ on: "2026-02-24" }), "lapsed waiting offered");
    strictEqual(states({ on: "2026-02-27" }), "lapsed waiting offered");
    strictEqual(states({ on: "2026-02-28" }), "lapsed offered lapsed");
    strictEqual(states({ on: "2026-02-28", callsUntil: "2026-02-27" }), "lapsed waiting lapsed");
  });
  it("counts those who wait, and what is left", () => {
    const answer = places({ ...list, on: "2026-02-21", places: 2 });
    if ("error" in answer) throw new Error("refused");
    deepStrictEqual(
      answer.candidates.map(({ offeredOn, answerBy, place }) => [offeredOn, answerBy, place]),
      [
        ["2026-02-20", "2026-02-23", null],
        [null, null, 1],
        ["2026-02-20", "2026-02-23", null],
      ],
    );
    deepStrictEqual([answer.taken, answer.free], [2, 0]);
  });
  it("ignores what has nothing to act on, and refuses more people admitted than places", () => {
    const events = [
      { on: "2026-02-21", kind: "declined" as const },
      { on: "2026-02-21", kind: "reoffered" as const },
      { on: "2026-02-22", kind: "reoffered" as const },
    ];
    const candidates = [{ ...list.candidates[0]!, events }, ...list.candidates.slice(1)];
    strictEqual(
      states({ on: "2026-02-21", candidates: [{ ...candidates[0]!, events: events.slice(0, 2) }] }),
      "offered",
    );
    deepStrictEqual(ignoredIn({ ...list, candidates }), [[events[2]], [], []]);
    strictEqual(states({ places: 0 }), "places");
  });
});

describe("the oracle's certification (§ 4, art. 12 and 13)", () => {
  const jury = (facts: Partial<CertificationInput>) => certification({ ...ON, ...facts });
  const status = (facts: Partial<CertificationInput>) =>
    jury(facts)
      .domains.map((each) => each.status + (each.points === undefined ? "" : ` ${each.points}`))
      .join(" | ");
  const df1 = (written: number, oral: number) => status({ DF1: { written, oral } }).split(" | ")[0];
  const df2 = (written: number, oral: number) => status({ DF2: { written, oral } }).split(" | ")[1];

  it("reaches the results of law.md § 5", () => {
    strictEqual(df1(8, 13), "validated 50");
    strictEqual(df1(7, 14), "not-validated 49");
    strictEqual(df1(7.5, 13.75), "validated 50");
    strictEqual(df1(16.5, 0), "not-validated 49.5");
    strictEqual(df1(12, 6.5), "not-validated 49");
    strictEqual(df2(9, 11), "validated 10");
    strictEqual(df2(8, 11.5), "not-validated 9.75");
    strictEqual(df2(0, 20), "validated 10");
    strictEqual(df2(9.99, 10), "not-validated 9.995");
    strictEqual(status({ DF3: { marks: [9.99, 9.99] } }), "not-sat | not-sat | not-validated 9.99");
    strictEqual(status({ DF3: { marks: [9, 11], agreed: 10 } }), "not-sat | not-sat | validated 10");
    strictEqual(status({ DF3: { marks: [9, 11] } }), "not-sat | not-sat | needs-agreement");
  });
  it("keeps the gravest of two missed parts, and lets the jury say otherwise", () => {
    const DF1 = { written: "absent" as const, oral: "fraud-reported" as const };
    strictEqual(status({ DF1 }), "fraud-reported | not-sat | not-sat");
    const word = { validated: true, ground: "g" };
    strictEqual(status({ DF1: { ...DF1, jury: word } }), "validated | not-sat | not-sat");
    strictEqual(status({ DF1: { written: 7, oral: 14, jury: word } }), "validated 49 | not-sat | not-sat");
  });
  it("waits for the confirmation of the contested dispense", () => {
    strictEqual(jury({ DF3: { dispensedBy: "CAFERUIS" } }).outcome, "pending");
    const confirmedBy = "DREETS";
    deepStrictEqual(jury({ DF3: { dispensedBy: "CAFERUIS", confirmedBy } }).acquired, ["DF3"]);
    strictEqual(jury({ DF3: { dispensedBy: "CAFERUIS", confirmedBy } }).outcome, "none");
    const refused = { dispensedBy: "CAFERUIS", confirmedBy, confirmed: false };
    strictEqual(status({ DF3: refused }), "not-sat | not-sat | not-sat");
  });
  it("runs five years from 29 February to 28 February, and all fall together the day after", () => {
    const held = { DF1: { validatedOn: "2020-02-29" }, DF2: { validatedOn: "2023-01-01" } };
    const last = jury({ on: "2025-02-28", ...held });
    deepStrictEqual([last.outcome, last.completeBy], ["partial", "2025-02-28"]);
    const DF3 = { marks: [12, 12] as [number, number] };
    strictEqual(jury({ on: "2025-02-28", ...held, DF3 }).outcome, "diploma");
    const after = jury({ on: "2025-03-01", notifiedOn: "2025-04-01", ...held, DF3 });
    strictEqual(after.domains.map((each) => each.status).join(), "lapsed,lapsed,validated");
    deepStrictEqual([after.validated, after.acquired, after.completeBy], [["DF3"], ["DF3"], "2030-04-01"]);
  });
  it("takes nothing from a diploma that was complete in time", () => {
    const DF3 = { dispensedBy: "DSTS" };
    const held = { DF1: { validatedOn: "2015-01-01" }, DF2: { validatedOn: "2020-01-01" }, DF3 };
    deepStrictEqual([jury(held).outcome, jury(held).completeBy], ["diploma", null]);
    const late = { ...held, DF2: { validatedOn: "2020-01-02" } };
    deepStrictEqual([jury(late).outcome, jury(late).completeBy], ["none", null]);
    strictEqual(jury({ ...held, clockStartedOn: "2014-12-31" }).outcome, "none");
  });
});

describe("the oracle's hours (§ 6)", () => {
  const lesson = (id: string, from: string, to: string, facts: object = {}) => ({
    id,
    unit: "UF1.2",
    on: ON.on,
    from,
    to,
    ...facts,
  });
  const there = (session: string, countersigned = true) => ({ session, status: "present" as const, countersigned });
  const base: HoursInput = { ...ON, titles: [], domains: ["DF1"], sessions: [], attendance: [] };
  const counted = (facts: Partial<HoursInput>) => {
    const input = { ...base, ...facts };
    const answer = hours(input);
    if ("error" in answer) return answer.error.code;
    const { planned, done, pending, remaining, beyond } = answer.units[1]!;
    return [planned, done, pending, remaining, beyond, ...remarked(input).map(({ id }) => id)].join(" ");
  };

  it("counts minutes once countersigned, less those missed, and nothing for an excuse", () => {
    const sessions = [lesson("a", "09:00", "12:30")];
    strictEqual(counted({ sessions, attendance: [there("a")] }), "210 210 0 1590 0");
    strictEqual(counted({ sessions, attendance: [there("a", false)] }), "210 0 210 1800 0");
    const part = { ...there("a"), status: "part" as const, minutesMissed: 25 };
    strictEqual(counted({ sessions, attendance: [there("a", false), part] }), "210 185 0 1615 0");
    strictEqual(counted({ sessions, attendance: [part, { ...there("a"), status: "excused" }] }), "210 0 0 1800 0");
    strictEqual(counted({ sessions, attendance: [there("a")], on: "2026-02-28" }), "210 0 0 1800 0");
  });
  it("lets times touch, and takes one of two that cross, those countersigned first", () => {
    const touching = [lesson("a", "09:00", "10:00"), lesson("b", "10:00", "11:00")];
    strictEqual(counted({ sessions: touching, attendance: [there("a"), there("b")] }), "120 120 0 1680 0");
    const crossing = [lesson("a", "09:00", "10:01"), lesson("b", "10:00", "11:00")];
    strictEqual(counted({ sessions: crossing, attendance: [there("a"), there("b")] }), "121 61 0 1739 0 b");
    strictEqual(counted({ sessions: crossing, attendance: [there("a", false), there("b")] }), "121 60 0 1740 0 a");
  });
  it("remarks a cancelled session that somebody attended, of any day", () => {
    const sessions = [lesson("a", "09:00", "10:00", { cancelled: true, on: "2026-12-24" })];
    strictEqual(counted({ sessions, attendance: [there("a")] }), "0 0 0 1800 0 a");
    strictEqual(counted({ sessions, attendance: [{ ...there("a"), status: "absent" }] }), "0 0 0 1800 0");
  });
  it("says what goes beyond, and refuses as the pathway does", () => {
    const held = [{ domain: "DF1", validatedOn: ON.on, by: "vae" as const }];
    const sessions = [lesson("a", "09:00", "10:00")];
    strictEqual(counted({ held, sessions, attendance: [there("a")] }), "60 60 0 0 60");
    strictEqual(counted({ grants: [{ unit: "UF1.1", hours: 1, protocol: "p" }] }), "grant");
  });
});

describe("the oracle's random inputs", () => {
  for (const decision of DECIDED) {
    const { answer, isValid } = oracleOf(decision);
    const inputs: fc.Arbitrary<unknown> = VALID_INPUTS[decision];
    it(`are valid for ${decision}, and each has an answer`, () => {
      const holds = (input: unknown) => isValid(input) && typeof answer(input as never) === "object";
      fc.assert(fc.property(inputs, holds), { numRuns: 300, seed: 2006 });
    });
    it(`are mostly invalid for ${decision} once spoiled`, () => {
      const spoiled = fc.sample(mutate(decision), { numRuns: 300, seed: 2006 });
      const refused = spoiled.filter((value) => !isValid(value)).length;
      ok(refused > 200 && refused < 300, `${refused} of 300 are refused`);
    });
  }
});
