import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import type { Law } from "../../law/law.ts";
import { lawOf, loadLaws } from "../../law/load.ts";
import { INVENTED } from "../../test/invented.ts";
import { type CertificationInput, certificationRule, dispenseOf, type DomainInput } from "./rule.ts";
import type { DomainResult } from "./marks.ts";

const law = lawOf(loadLaws(INVENTED), "lighthouse", "1890", "ponant")!;
const ON = "2026-03-01";
type Facts = Omit<Partial<CertificationInput>, "domains"> & { readonly [domain: string]: unknown };

function ask({ LAMP, LOG, ...facts }: Facts, of: Law = law) {
  const domains = new Map<string, DomainInput>();
  if (LAMP) domains.set("LAMP", LAMP as DomainInput);
  if (LOG) domains.set("LOG", LOG as DomainInput);
  return certificationRule(of)({ id: "x", on: ON, ...facts, domains });
}
const lamp = (facts: unknown, of?: Law): DomainResult => ask({ LAMP: facts }, of).domains[0]!;
const log = (facts: unknown): DomainResult => ask({ LOG: facts }).domains[1]!;
const short = (result: { findings: DomainResult["findings"] }) =>
  result.findings.map((one) => [one.condition, one.met, one.says, one.entry.id, one.confidence]);
const scored = ({ status, points, threshold }: DomainResult) => [status, points, threshold];

const PASSED = { flame: 8, report: 8 };
const FAILED = { flame: 2, report: 2 };
const AGREED = { marks: [7, 7, 7] };

describe("the marks of an exam that adds them up", () => {
  it("are weighed, and validate from the threshold", () => {
    deepEqual(scored(lamp({ flame: 6, report: 6 })), ["validated", 30, 30]);
    deepEqual(scored(lamp({ flame: 6, report: 5.99 })), ["not-validated", 29.99, 30]);
    deepEqual(scored(lamp({ flame: 7.5, report: 0 })), ["validated", 30, 30]);
    deepEqual(scored(lamp({ flame: 7.49, report: 0 })), ["not-validated", 29.96, 30]);
  });

  it("are told with the exam, the points, and what they rest on", () => {
    deepEqual(short(lamp(PASSED)), [["threshold", true, "threshold-reached", "domains.LAMP.exam", "text"]]);
    deepEqual(short(lamp(FAILED)), [["threshold", false, "threshold-missed", "domains.LAMP.exam", "text"]]);
    const { exam } = law.diploma.domains[0]!;
    deepEqual(lamp(PASSED).findings[0]!.values, {
      domain: law.diploma.domains[0],
      points: 40,
      exam,
      restsOn: [law.diploma.marks, ...exam.components!],
    });
    const agreed = law.diploma.domains[1]!;
    deepEqual(log(AGREED).findings[0]!.values, {
      domain: agreed,
      points: 7,
      exam: agreed.exam,
      restsOn: [law.diploma.marks],
    });
  });
});

describe("the marks of an exam that takes their mean", () => {
  const [first, second] = law.diploma.domains;
  const mean = { ...first!, exam: { ...first!.exam, result: "mean" as const, outOf: 10, threshold: 6 } };
  const of: Law = { ...law, diploma: { ...law.diploma, domains: [mean, second!] } };

  it("are weighed, divided, and never rounded before they are compared", () => {
    deepEqual(scored(lamp({ flame: 6, report: 6 }, of)), ["validated", 6, 6]);
    deepEqual(scored(lamp({ flame: 6, report: 5.99 }, of)), ["not-validated", 5.998, 6]);
    deepEqual(scored(lamp({ flame: 5, report: 10 }, of)), ["validated", 6, 6]);
  });
});

describe("the marks of an exam whose markers must agree", () => {
  it("agree when they are equal", () => {
    deepEqual(scored(log({ marks: [6.5, 6.5, 6.5] })), ["validated", 6.5, 6.5]);
    deepEqual(scored(log({ marks: [6.49, 6.49, 6.49] })), ["not-validated", 6.49, 6.5]);
  });

  it("need an agreement when one of them differs", () => {
    deepEqual(scored(log({ marks: [7, 7, 6.99] })), ["needs-agreement", undefined, undefined]);
    deepEqual(short(log({ marks: [7, 7, 6.99] })), [
      ["agreement", null, "needs-agreement", "domains.LOG.exam", "text"],
    ]);
    const { lowest, highest } = log({ marks: [7, 9, 8] }).findings[0]!.values;
    deepEqual([lowest, highest], [7, 9]);
  });

  it("follow the mark agreed on, and tell when it lies outside them", () => {
    deepEqual(scored(log({ marks: [6, 7, 7], agreed: 6.5 })), ["validated", 6.5, 6.5]);
    equal(log({ marks: [6, 7, 7], agreed: 6 }).findings.length, 1);
    equal(log({ marks: [6, 7, 7], agreed: 7 }).findings.length, 1);
    const below = log({ marks: [6, 7, 7], agreed: 5.99 });
    deepEqual(short(below), [
      ["threshold", false, "threshold-missed", "domains.LOG.exam", "text"],
      ["agreement", true, "agreed-outside", "domains.LOG.exam", "text"],
    ]);
    deepEqual(below.findings[1]!.values, { domain: law.diploma.domains[1], lowest: 6, highest: 7, mark: 5.99 });
    equal(log({ marks: [6, 7, 7], agreed: 7.01 }).findings.length, 2);
    deepEqual(scored(log({ marks: [9, 9, 9], agreed: 5 })), ["not-validated", 5, 6.5]);
  });

  it("cite the rule of agreement where the law has one", () => {
    const agreement = { ...law.diploma.marks, id: "domains.LOG.exam.agreement" };
    const [first, second] = law.diploma.domains;
    const domains = [first!, { ...second!, exam: { ...second!.exam, agreement } }];
    const { findings } = ask({ LOG: { marks: [7, 8, 9] } }, { ...law, diploma: { ...law.diploma, domains } })
      .domains[1]!;
    equal(findings[0]!.entry.id, "domains.LOG.exam.agreement");
  });
});

describe("what was missed", () => {
  it("is the gravest of the parts, or of the whole", () => {
    deepEqual(scored(lamp({ flame: "fog", report: 9 })), ["fog", undefined, undefined]);
    equal(lamp({ flame: "fog", report: "lost-at-sea" }).status, "lost-at-sea");
    equal(lamp({ flame: "lost-at-sea", report: "fog" }).status, "lost-at-sea");
    equal(log({ missed: "fog" }).status, "fog");
    deepEqual(short(log({ missed: "fog" })), [["missed", false, "missed", "missed.fog", "text"]]);
    deepEqual(log({ missed: "fog" }).findings[0]!.values, {
      domain: law.diploma.domains[1],
      missed: law.diploma.missed[1],
    });
  });
});

describe("the jury", () => {
  const jury = (validated: boolean) => ({ jury: { validated, ground: "tempête" } });
  const powers = ["each", "depart"].map((key) => ({
    ...law.diploma.jury.tie!,
    id: `jury.powers.${key}`,
    key,
    ...(key === "depart" && { departure: true }),
  }));
  const of: Law = { ...law, diploma: { ...law.diploma, jury: { ...law.diploma.jury, powers } } };

  it("departs from the marks, or upholds them, and keeps the points", () => {
    deepEqual(scored(lamp({ ...FAILED, ...jury(true) })), ["validated", 10, 30]);
    deepEqual(scored(lamp({ ...PASSED, ...jury(false) })), ["not-validated", 40, 30]);
    deepEqual(scored(lamp({ ...PASSED, ...jury(true) })), ["validated", 40, 30]);
    deepEqual(scored(log({ marks: [6, 7, 8], ...jury(true) })), ["validated", undefined, undefined]);
    deepEqual(Object.keys(log({ missed: "fog", ...jury(false) })).toSorted(), ["domain", "findings", "status"]);
  });

  it("says so, with its ground, by the power that lets it", () => {
    deepEqual(short(lamp({ ...FAILED, ...jury(true) }, of))[1], [
      "departed",
      true,
      "departed",
      "jury.powers.depart",
      "text",
    ]);
    deepEqual(short(lamp({ ...PASSED, ...jury(false) }, of))[1], [
      "departed",
      false,
      "departed",
      "jury.powers.depart",
      "text",
    ]);
    deepEqual(short(lamp({ ...PASSED, ...jury(true) }, of))[1], ["upheld", true, "upheld", "jury.powers.each", "text"]);
    deepEqual(short(lamp({ ...FAILED, ...jury(true) }))[1], [
      "departed",
      true,
      "departed",
      "domains.LAMP.exam",
      "text",
    ]);
    deepEqual(lamp({ ...FAILED, ...jury(true) }).findings[1]!.values, {
      domain: law.diploma.domains[0],
      ground: "tempête",
    });
  });

  it("departs from no mark where there is none, and leaves no agreement to be waited for; version 1 of the rules did", () => {
    const missed = log({ missed: "fog", ...jury(true) });
    deepEqual(short(missed)[1]!.slice(0, 3), ["departed", true, "departed-unmarked"]);
    deepEqual(missed.findings[1]!.values, { domain: law.diploma.domains[1], ground: "tempête", validated: true });
    const former: Law = { ...law, basis: { ...law.basis, rules: "1" } };
    const agreement = (by: Law) =>
      short(ask({ LOG: { marks: [6, 7, 8], ...jury(false) } }, by).domains[1]!).map((one) => one.slice(0, 3));
    deepEqual(agreement(law), [
      ["agreement", false, "no-agreement"],
      ["departed", false, "departed-unmarked"],
    ]);
    deepEqual(agreement(former)[0], ["agreement", null, "needs-agreement"]);
  });
});

describe("a domain", () => {
  it("that nothing is known of was not sat", () => {
    deepEqual(short(lamp(undefined)), [["not-sat", false, "not-sat", "domains.LAMP.exam", "text"]]);
    equal(lamp(undefined).status, "not-sat");
  });

  it("that is held keeps the day of its decision", () => {
    const held = log({ validatedOn: "2025-01-01" });
    deepEqual([held.status, held.findings[0]!.values.on], ["held", "2025-01-01"]);
    deepEqual(short(held), [["held", true, "held", "clock", "text"]]);
  });

  it("that a title contests waits for a decision, then follows it", () => {
    const by = (more: object) => {
      const result = lamp({ dispensedBy: "PILOT", ...more });
      return [result.status, ...short(result)[0]!];
    };
    const entry = ["reliefs.PILOT.dispenses.LAMP", "conflict"];
    deepEqual(by({}), ["needs-decision", "dispense", null, "dispense-contested", ...entry]);
    deepEqual(by({ confirmedBy: "le phare" }), ["dispensed", "dispense", true, "dispense-confirmed", ...entry]);
    deepEqual(by({ confirmedBy: "le phare", confirmed: true }), [
      "dispensed",
      "dispense",
      true,
      "dispense-confirmed",
      ...entry,
    ]);
    deepEqual(by({ confirmedBy: "le phare", confirmed: false }), [
      "not-sat",
      "dispense",
      false,
      "dispense-refused",
      ...entry,
    ]);
    deepEqual(lamp({ dispensedBy: "PILOT", confirmedBy: "le phare" }).findings[0]!.values, {
      domain: law.diploma.domains[0],
      title: "PILOT",
      by: "le phare",
    });
  });

  it("that a title dispenses of right needs no decision", () => {
    const [pilot, signal] = law.diploma.reliefs;
    const sure = { ...pilot!, dispenses: [{ ...pilot!.dispenses[0]!, exam: "dispensed" as const }] };
    const result = lamp({ dispensedBy: "PILOT" }, { ...law, diploma: { ...law.diploma, reliefs: [sure, signal!] } });
    deepEqual([result.status, short(result)[0]!.slice(0, 3)], ["dispensed", ["dispense", true, "dispensed"]]);
  });

  it("finds its dispense by title and domain", () => {
    equal(dispenseOf(law.diploma, "SIGNAL", "LAMP"), law.diploma.reliefs[1]!.dispenses[0]);
    equal(dispenseOf(law.diploma, "SIGNAL", "LOG"), undefined);
    equal(dispenseOf(law.diploma, "COOK", "LAMP"), undefined);
  });
});

describe("the outcome", () => {
  const outcome = (facts: Facts) => {
    const { outcome: given, validated, acquired } = ask(facts);
    return [given, validated, acquired];
  };

  it("is the diploma when every domain is acquired, one way or another", () => {
    deepEqual(outcome({ LAMP: PASSED, LOG: AGREED }), ["diploma", ["LAMP", "LOG"], ["LAMP", "LOG"]]);
    deepEqual(outcome({ LAMP: { dispensedBy: "PILOT", confirmedBy: "x" }, LOG: { validatedOn: "2025-01-01" } }), [
      "diploma",
      [],
      ["LAMP", "LOG"],
    ]);
  });

  it("is pending while something is to be agreed or decided, whatever else is validated", () => {
    deepEqual(outcome({ LAMP: PASSED, LOG: { marks: [1, 2, 3] } }), ["pending", ["LAMP"], ["LAMP"]]);
    deepEqual(outcome({ LAMP: { dispensedBy: "PILOT" }, LOG: AGREED }), ["pending", ["LOG"], ["LOG"]]);
  });

  it("is partial with one domain validated or held, and none otherwise", () => {
    deepEqual(outcome({ LAMP: PASSED }), ["partial", ["LAMP"], ["LAMP"]]);
    deepEqual(outcome({ LOG: { validatedOn: "2025-01-01" } }), ["partial", [], ["LOG"]]);
    deepEqual(outcome({ LAMP: { dispensedBy: "PILOT", confirmedBy: "x" } }), ["none", [], ["LAMP"]]);
    deepEqual(outcome({ LAMP: FAILED, LOG: { missed: "fog" } }), ["none", [], []]);
  });
});

describe("the clock", () => {
  const clock = (facts: Facts) => {
    const { completeBy, findings, domains } = ask(facts);
    return [completeBy, findings.map((one) => one.says), domains.map((one) => one.status)];
  };
  const held = (validatedOn: string) => ({ validatedOn });

  it("runs from the earliest validation to the same day years later", () => {
    deepEqual(clock({ LOG: held("2023-03-01") }), ["2026-03-01", ["clock-running"], ["not-sat", "held"]]);
    deepEqual(clock({ LOG: held("2023-02-28") }), [null, ["clock-over"], ["not-sat", "lapsed"]]);
    deepEqual(clock({ LOG: held("2025-03-01"), clockStartedOn: "2023-03-01" }), [
      "2026-03-01",
      ["clock-running"],
      ["not-sat", "held"],
    ]);
    deepEqual(clock({ LOG: held("2023-03-01"), clockStartedOn: "2025-03-01" }), [
      "2026-03-01",
      ["clock-running"],
      ["not-sat", "held"],
    ]);
    deepEqual(clock({ clockStartedOn: "2025-03-01" }), ["2028-03-01", ["clock-running"], ["not-sat", "not-sat"]]);
  });

  it("is told with its start, its end and its length, by the entry of the clock", () => {
    const [running] = ask({ LOG: held("2024-02-29") }).findings;
    deepEqual(running!.values, { start: "2024-02-29", end: "2027-02-28", years: 3 });
    deepEqual(short(ask({ LOG: held("2024-02-29") })), [["clock", true, "clock-running", "clock", "text"]]);
    deepEqual(short(ask({ LOG: held("2020-02-29") })), [["clock", false, "clock-over", "clock", "text"]]);
  });

  it("lets everything held fall together, in the words of that rule", () => {
    const lapsed = ask({ LAMP: held("2023-02-28"), LOG: held("2025-02-28"), on: "2026-03-01" });
    // Both were held in time, so nothing falls; with one more day it does.
    deepEqual(
      lapsed.domains.map((one) => one.status),
      ["held", "held"],
    );
    const late = ask({ LAMP: held("2022-02-28"), LOG: held("2025-03-01") });
    deepEqual(
      late.domains.map((one) => one.status),
      ["lapsed", "lapsed"],
    );
    deepEqual(short(late.domains[0]!), [["lapsed", false, "lapsed", "clock.together", "text"]]);
    deepEqual(late.domains[0]!.findings[0]!.values, { domain: law.diploma.domains[0], end: "2025-02-28", years: 3 });
    deepEqual(late.domains[0]!.domain, law.diploma.domains[0]);
  });

  it("says no more surely that a domain lapses than that there is a clock; version 1 of the rules did", () => {
    const known = law.diploma.clock!;
    const doubted = { ...known, source: { ...known.source, confidence: "unverified" as const } };
    const lapsed = (rules: string) => {
      const changed = { ...law, diploma: { ...law.diploma, clock: doubted }, basis: { ...law.basis, rules } };
      const answer = certificationRule(changed)({
        id: "x",
        on: "2026-03-01",
        domains: new Map<string, DomainInput>([["LAMP", held("2022-02-28")]]),
      });
      return answer.domains[0]!.findings[0]!.confidence;
    };
    deepEqual([lapsed("2"), lapsed("1")], ["unverified", "text"]);
  });

  it("ends on the day until when the authority kept what was validated, where that is later", () => {
    const kept = (keptUntil: string) => clock({ LOG: held("2023-02-28"), keptUntil });
    deepEqual(kept("2026-02-28"), [null, ["clock-over"], ["not-sat", "lapsed"]]);
    deepEqual(kept("2026-03-01"), ["2026-03-01", ["clock-kept"], ["not-sat", "held"]]);
    deepEqual(kept("2025-01-01"), [null, ["clock-over"], ["not-sat", "lapsed"]]);
    const [finding] = ask({ LOG: held("2023-02-28"), keptUntil: "2026-03-01" }).findings;
    deepEqual(finding!.values, { start: "2023-02-28", end: "2026-03-01", ended: "2026-02-28", years: 3 });
    // What was complete while it was kept is complete in time; what is validated then starts no other clock.
    const complete = { LAMP: held("2022-02-28"), LOG: held("2025-06-01"), keptUntil: "2025-06-01" };
    deepEqual(clock(complete), [null, ["clock-spared"], ["held", "held"]]);
    equal(ask({ LAMP: PASSED, LOG: held("2023-02-28"), keptUntil: "2026-05-01" }).completeBy, null);
    equal(ask({ LAMP: PASSED, clockStartedOn: "2020-01-01", keptUntil: "2026-05-01" }).completeBy, "2026-05-01");
  });

  it("spares what was complete in time", () => {
    const complete = { LAMP: held("2022-02-28"), LOG: held("2025-02-28") };
    deepEqual(clock(complete), [null, ["clock-spared"], ["held", "held"]]);
    deepEqual(short(ask(complete)), [["clock", true, "clock-spared", "clock", "text"]]);
    deepEqual(clock({ LAMP: { dispensedBy: "PILOT", confirmedBy: "x" }, LOG: held("2020-01-01") }), [
      null,
      ["clock-spared"],
      ["dispensed", "held"],
    ]);
    deepEqual(clock({ LAMP: FAILED, LOG: held("2020-01-01") })[2], ["not-validated", "lapsed"]);
    deepEqual(clock({ LAMP: PASSED, LOG: held("2020-01-01") })[2], ["validated", "lapsed"]);
  });

  it("starts anew at the notification, once there is none or it has run out", () => {
    equal(ask({ LAMP: PASSED }).completeBy, "2029-03-01");
    equal(ask({ LAMP: PASSED, notifiedOn: "2026-03-20" }).completeBy, "2029-03-20");
    equal(ask({ LAMP: PASSED, clockStartedOn: "2020-01-01" }).completeBy, "2029-03-01");
    equal(ask({ LAMP: PASSED, clockStartedOn: "2024-01-01" }).completeBy, "2027-01-01");
    equal(ask({ LAMP: FAILED }).completeBy, null);
    equal(ask({ LAMP: FAILED, clockStartedOn: "2020-01-01" }).completeBy, null);
  });

  it("is not told of with the diploma, which ends it", () => {
    deepEqual(clock({ LAMP: PASSED, LOG: held("2025-01-01") }), [null, [], ["validated", "held"]]);
    deepEqual(clock({ LAMP: PASSED }), ["2029-03-01", ["clock-starts"], ["validated", "not-sat"]]);
  });

  it("is told of when it starts, anew after one that ran out; the rules of version 1 did not tell", () => {
    const began = { LAMP: PASSED, notifiedOn: "2026-03-20" };
    deepEqual(short(ask(began)), [["new-clock", true, "clock-starts", "clock", "text"]]);
    const { values } = ask(began).findings[0]!;
    deepEqual(values, { start: "2026-03-20", end: "2029-03-20", years: 3, again: false, restsOn: [] });
    const [over, again] = ask({ ...began, clockStartedOn: "2020-01-01" }).findings;
    deepEqual([over!.says, again!.says, again!.values.again], ["clock-over", "clock-starts", true]);
    deepEqual(again!.values.restsOn, [law.diploma.clock!.together]);
    const former: Law = { ...law, basis: { ...law.basis, rules: "1" } };
    deepEqual([ask(began, former).findings, ask(began, former).completeBy], [[], "2029-03-20"]);
  });
});

describe("a certification after the registration", () => {
  it("says that what follows was not verified", () => {
    deepEqual(
      ask({ on: "2100-01-01" }).findings.map((one) => one.condition),
      ["unverified"],
    );
  });
});

describe("a diploma whose validations never fall", () => {
  const { clock: _never, ...diploma } = law.diploma;
  const good: Law = { ...law, diploma };
  const LOG = { validatedOn: "1991-01-01" };

  it("starts no clock, and is held by what is not sat again", () => {
    const partly = ask({ LAMP: FAILED, LOG, clockStartedOn: "1991-01-01" }, good);
    deepEqual([partly.outcome, partly.completeBy, partly.findings], ["partial", null, []]);
    deepEqual(short(partly.domains[1]!), [["held", true, "held", "domains.LOG.exam", "text"]]);
    const begun = ask({ LAMP: PASSED }, good);
    deepEqual([begun.outcome, begun.completeBy, begun.findings], ["partial", null, []]);
    const both = ask({ LAMP: PASSED, LOG }, good);
    deepEqual([both.outcome, both.completeBy, both.findings], ["diploma", null, []]);
  });
});
