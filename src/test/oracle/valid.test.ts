import { strictEqual } from "node:assert";
import { describe, it } from "node:test";
import { type Decision, oracleOf } from "./oracles.ts";

type Change = Record<string, unknown>;

const ON = { id: "a", on: "2026-03-01" };
const BASE: Record<Decision, Change> = {
  eligibility: { ...ON, titles: [], experience: [] },
  pathway: { ...ON, titles: [] },
  quote: { ...ON, titles: [], track: "deis", funding: [] },
  places: { ...ON, places: 1, decidedOn: "2026-02-01", answerWithin: 7, candidates: [] },
  hours: { ...ON, titles: [], sessions: [], attendance: [] },
  certification: { ...ON },
  jury: { ...ON, members: [], candidates: [] },
};

const isValid = (decision: Decision, value: unknown) => oracleOf(decision).isValid(value);

/** Each change is laid over an input that is right by itself. */
function accepts(decision: Decision, ...changes: Change[]): void {
  for (const change of changes) strictEqual(isValid(decision, { ...BASE[decision], ...change }), true, shown(change));
}
function refuses(decision: Decision, ...changes: Change[]): void {
  for (const change of changes) strictEqual(isValid(decision, { ...BASE[decision], ...change }), false, shown(change));
}
const shown = (change: Change) => JSON.stringify(change).slice(0, 200);
const many = (count: number, item: unknown) => Array.from({ length: count }, () => item);

describe("the oracle's sight of invalid input (§ 0)", () => {
  it("wants an object with an id and a day that exists, in a version that had begun", () => {
    for (const value of [null, [], "{}", 1, {}]) strictEqual(isValid("eligibility", value), false);
    accepts("eligibility", { on: "2006-09-01" }, { on: "2199-12-31" }, { on: "2024-02-29" });
    refuses("eligibility", { on: "2006-08-31" }, { on: "2200-01-01" }, { on: "2023-02-29" }, { on: "2024-1-01" });
    accepts("eligibility", { id: "🎓".repeat(200) }, { diploma: "deis", version: "2006", establishment: "faire-ess" });
    refuses("eligibility", { id: "" }, { id: "🎓".repeat(201) }, { id: 7 }, { diploma: "DEIS" }, { version: "2024" });
    refuses("eligibility", { establishment: "other" }, { extra: 1 }, JSON.parse('{"__proto__":1}') as Change);
  });
  it("counts titles, periods, grants and funders, and takes repeated names", () => {
    const title = { title: "DEES", awardedOn: "2020-01-01" };
    const period = { from: "2020-01-01", to: null, share: 1, field: "other" };
    accepts("eligibility", { titles: many(50, title) }, { experience: many(1_000, period) });
    refuses("eligibility", { titles: many(51, title) }, { experience: many(1_001, period) });
    accepts("eligibility", { corps: [] }, { corps: many(60, "pjj-director") });
    accepts("pathway", { domains: ["DF1", "DF1"] }, { declined: [] }, { declined: ["UF2.4", "UF2.4"] });
    refuses("pathway", { domains: [] }, { domains: ["DF4"] }, { declined: ["UF2"] });
  });
});

describe("the oracle's sight of invalid titles and periods (§ 1)", () => {
  const title = (facts: Change) => ({ titles: [{ awardedOn: "2020-01-01", ...facts }] });
  it("takes one nature of title, with its own measure", () => {
    accepts("eligibility", title({ kind: "rncp", level: "I" }), title({ kind: "higher-education", yearsOfStudy: 15 }));
    refuses("eligibility", title({ kind: "rncp", yearsOfStudy: 5 }), title({ kind: "higher-education", level: 7 }));
    refuses("eligibility", title({ title: "DEES", level: 6 }), title({ kind: "rncp", level: "7" }), title({}));
    refuses("eligibility", title({ kind: "rncp", level: 2 }), title({ kind: "higher-education", yearsOfStudy: 1.5 }));
  });
  it("takes an attestation only from abroad, and a catalogue title only from France", () => {
    const rncp = { kind: "rncp", level: 6 };
    accepts("eligibility", title({ ...rncp, country: "XK" }), title({ title: "DEES", country: "RE" }));
    accepts("eligibility", title({ ...rncp, country: "BE", attestation: { level: "II", yearsOfStudy: 0 } }));
    refuses("eligibility", title({ ...rncp, attestation: { level: 6 } }), title({ title: "DEES", country: "BE" }));
    refuses("eligibility", title({ ...rncp, country: "MQ", attestation: { level: 6 } }));
    refuses("eligibility", title({ ...rncp, country: "BE", attestation: {} }), title({ ...rncp, country: "be" }));
    refuses("eligibility", title({ ...rncp, country: "EU" }), title({ ...rncp, country: "ZZ" }));
  });
  it("keeps the order of days", () => {
    accepts("eligibility", title({ title: "IDE", startedOn: "2020-01-01" }));
    refuses("eligibility", title({ title: "IDE", startedOn: "2020-01-02" }));
    const period = (facts: Change) => ({
      experience: [{ from: "2020-01-01", to: "2020-01-01", share: 1, field: "other", ...facts }],
    });
    accepts("eligibility", period({}), period({ to: null }), period({ share: 0.0001 }), period({ share: 0.3333 }));
    refuses("eligibility", period({ to: "2019-12-31" }), period({ share: 0.33333 }), period({ share: 0 }));
    refuses("eligibility", period({ share: 1.0001 }), period({ share: "1" }), period({ share: 0.1 + 0.2 }));
  });
});

describe("the oracle's sight of an invalid pathway or price (§ 2, § 3)", () => {
  const school = { "UF1.1": 90, "UF1.2": 30, "UF1.3": 180, "UF2.1": 60, "UF2.2": 50, "UF2.3": 140, "UF2.4": 175 };
  const maquette = { ...school, "UF3.1": 100, "UF3.2": 50 };
  it("wants every unit of a maquette and whole hours, and leaves the ranges to another error", () => {
    accepts("pathway", { maquette }, { maquette: { ...maquette, "UF1.1": 1_000 } });
    refuses("pathway", { maquette: school }, { maquette: { ...maquette, "UF4.1": 1 } });
    refuses("pathway", { maquette: { ...maquette, "UF1.1": 1_001 } }, { maquette: { ...maquette, "UF1.1": 90.5 } });
  });
  it("takes one grant a unit and one held domain, by the half hour and by the day", () => {
    const grant = { unit: "UF1.1", hours: 0.5, protocol: "P" };
    accepts("pathway", { grants: [grant, { ...grant, unit: "UF2.4", hours: 1_000 }] });
    refuses("pathway", { grants: [grant, grant] }, { grants: [{ ...grant, hours: 0.25 }] });
    refuses("pathway", { grants: [{ ...grant, hours: 0 }] }, { grants: [{ ...grant, hours: 1_000.5 }] });
    const held = { domain: "DF2", validatedOn: ON.on, by: "vae" };
    accepts("pathway", { held: [held] });
    refuses("pathway", { held: [held, held] }, { held: [{ ...held, validatedOn: "2026-03-02" }] });
  });
  it("confirms only what is contested", () => {
    const word = { title: "CAFERUIS", domain: "DF3", granted: true, by: "x", on: ON.on };
    accepts("pathway", { confirmations: [word, word] });
    refuses(
      "pathway",
      { confirmations: [{ ...word, domain: "DF1" }] },
      { confirmations: [{ ...word, title: "DSTS" }] },
    );
    refuses("pathway", { confirmations: [{ ...word, on: "2026-03-02" }] });
  });
  it("leaves at most one funder open, and the person's part to the arithmetic", () => {
    const [cpf, plan] = [{ source: "cpf" }, { source: "employer-plan" }];
    accepts("quote", { funding: [{ source: "personal" }, cpf, { ...plan, amount: 1_000_000_000 }] });
    refuses("quote", { funding: [cpf, plan] }, { funding: [{ ...cpf, amount: 1 }, cpf] });
    refuses("quote", { funding: [{ source: "personal", amount: 1 }] }, { funding: [{ ...cpf, amount: 0 }] });
    refuses("quote", { funding: [{ ...cpf, amount: 1_000_000_001 }] }, { track: "master" }, { funding: null });
  });
});

describe("the oracle's sight of an invalid list of places (§ 5)", () => {
  const people = (...candidates: object[]) => ({ candidates });
  const waiting = { id: "w", decision: "waiting", rank: 1 };
  const events = (...days: string[]) =>
    people({ id: "a", decision: "admitted", events: days.map((on) => ({ on, kind: "accepted" })) });
  const days = (count: number) => Array.from({ length: count }, () => ON.on);
  it("counts places, days to answer, candidates and events", () => {
    accepts("places", { places: 0 }, { places: 10_000 }, { answerWithin: 1 }, { answerWithin: 365 });
    refuses("places", { places: -1 }, { places: 10_001 }, { places: 1.5 }, { answerWithin: 0 }, { answerWithin: 366 });
    const refused = (count: number) => people(...many(count, 0).map((_, at) => ({ id: `${at}`, decision: "refused" })));
    accepts("places", refused(2_000), events(...days(20)));
    refuses("places", refused(2_001), events(...days(21)));
  });
  it("wants a rank of those who wait, and of them alone, each rank and each name once", () => {
    accepts("places", people(waiting), people({ ...waiting, rank: 100_000 }));
    refuses("places", people({ ...waiting, rank: 0 }), people({ ...waiting, rank: 100_001 }));
    refuses("places", people({ id: "a", decision: "waiting" }), people({ id: "a", decision: "admitted", rank: 1 }));
    refuses("places", people(waiting, { ...waiting, id: "b" }), people(waiting, { ...waiting, rank: 2 }));
    refuses("places", people({ id: "a", decision: "refused", rank: 1 }), people({ id: "", decision: "refused" }));
  });
  it("keeps events between the day of the list and that of the question", () => {
    accepts("places", { decidedOn: ON.on }, events("2026-02-01", ON.on), { callsUntil: "1900-01-01" });
    const joined = (joinedOn: string, ...on: string[]) =>
      people({ ...waiting, joinedOn, events: on.map((one) => ({ on: one, kind: "declined" })) });
    accepts("places", joined("2026-02-01"), joined("2026-02-02", "2026-02-02"), joined(ON.on));
    refuses("places", joined("2026-01-31"), joined("2026-02-02", "2026-02-01"), joined("2026-03-02"));
    refuses("places", people({ id: "a", decision: "admitted", joinedOn: "2026-02-02" }));
    refuses("places", { decidedOn: "2026-03-02" }, events("2026-01-31"), events("2026-03-02"), { callsUntil: null });
  });
});

describe("the oracle's sight of invalid hours (§ 6)", () => {
  const lesson = { id: "s", unit: "UF1.1", on: ON.on, from: "09:00", to: "10:00" };
  const held = (facts: Change) => ({ sessions: [{ ...lesson, ...facts }] });
  const record = { session: "s", status: "present", countersigned: false };
  const noted = (facts: Change) => ({ sessions: [lesson], attendance: [{ ...record, ...facts }] });
  it("wants times that a clock shows, in their order", () => {
    accepts("hours", held({ from: "00:00", to: "23:59" }), held({ to: "09:01" }), held({ cancelled: true }));
    refuses("hours", held({ to: "24:00" }), held({ from: "9:00" }), held({ to: "09:00" }), held({ to: "08:59" }));
    refuses(
      "hours",
      held({ to: "10:00:00" }),
      held({ to: "10:00\n" }),
      held({ cancelled: 1 }),
      held({ on: "2026-2-1" }),
    );
  });
  it("wants minutes missed of who was there in part, and of nobody else", () => {
    const part = (minutesMissed: unknown) => noted({ status: "part", minutesMissed });
    accepts("hours", noted({}), noted({ status: "excused" }), part(1), part(60));
    refuses("hours", part(0), part(61), part(1.5), noted({ status: "part" }), noted({ minutesMissed: 1 }));
    refuses("hours", noted({ status: "late" }), noted({ countersigned: "yes" }), noted({ session: "t" }));
  });
  it("wants sessions of sought domains, each name once, in lists up to their limits", () => {
    accepts("hours", { ...held({}), domains: ["DF1"] }, { ...held({ unit: "UF2.4" }), domains: ["DF3", "DF2"] });
    refuses("hours", { ...held({}), domains: ["DF2"] }, held({ unit: "UF4.1" }), { sessions: many(2, lesson) });
    const some = (count: number) => ({ sessions: many(count, 0).map((_, at) => ({ ...lesson, id: `${at}` })) });
    accepts("hours", some(3_000), { sessions: [lesson], attendance: many(5_000, record) });
    refuses("hours", some(3_001), { sessions: [lesson], attendance: many(5_001, record) }, { sessions: null });
  });
});

describe("the oracle's sight of an invalid deliberation (§ 4)", () => {
  it("keeps marks from 0 to 20 with two decimals", () => {
    const marks = (written: unknown) => ({ DF1: { written, oral: "absent" } });
    accepts("certification", marks(0), marks(20), marks(13.75), marks("excused"));
    refuses("certification", marks(20.01), marks(-0.01), marks(9.999), marks(1e-7), marks("10"), marks("ill"), {
      DF1: {},
    });
    accepts("certification", { DF3: { marks: [9, 11], agreed: 12 } }, { DF3: { missed: "absent" } });
    refuses("certification", { DF3: { marks: [9] } }, { DF3: { marks: [9, "absent"] } }, { DF3: { marks: [9, 9, 9] } });
    refuses("certification", { DF1: { written: 10 } }, { DF1: { written: 10, oral: 10, missed: "absent" } });
  });
  it("dispenses as annexe IV does, and confirms only the contested dispense", () => {
    accepts("certification", { DF1: { dispensedBy: "DSTS" } }, { DF3: { dispensedBy: "CAFERUIS" } });
    accepts("certification", { DF3: { dispensedBy: "CAFERUIS", confirmedBy: "x", confirmed: false } });
    refuses("certification", { DF1: { dispensedBy: "CAFDES" } }, { DF2: { dispensedBy: "DSTS" } });
    refuses("certification", { DF3: { dispensedBy: "CAFERUIS", confirmed: true } });
    refuses("certification", { DF3: { dispensedBy: "CAFDES", confirmedBy: "x" } });
  });
  it("keeps the order of days, and the jury's word to what it judged", () => {
    accepts("certification", { notifiedOn: ON.on, clockStartedOn: ON.on, DF2: { validatedOn: ON.on } });
    refuses("certification", { notifiedOn: "2026-02-28" }, { clockStartedOn: "2026-03-02" });
    refuses("certification", { DF2: { validatedOn: "2026-03-02" } });
    accepts("certification", { keptUntil: "2031-01-01", DF2: { validatedOn: ON.on } });
    accepts("certification", { keptUntil: "2020-01-01", clockStartedOn: ON.on });
    refuses("certification", { keptUntil: "2031-01-01", DF1: { dispensedBy: "DSTS" } });
    const jury = { validated: true, ground: "g" };
    accepts("certification", { DF2: { missed: "absent", jury } }, { DF3: { marks: [1, 2], jury } });
    refuses("certification", { DF2: { validatedOn: ON.on, jury } }, { DF2: { jury } }, { DF3: null });
    refuses("certification", { DF2: { missed: "absent", jury: { ...jury, ground: "" } } });
  });
});

describe("the oracle's sight of an invalid jury (§ 7)", () => {
  const member = (facts: Change) => ({ members: [{ id: "m", present: true, ...facts }] });
  const panel = (exam: string, by: string, facts: Change = {}) => ({
    panels: [{ id: "p", exam, heldOn: ON.on, examiners: [{ id: "x", by, marked: true }], ...facts }],
  });
  const candidate = (facts: Change) => ({ candidates: [{ id: "c", exams: ["DF1"], ...facts }] });
  it("has whoever is of the presidency represent a seat, a professional stand on a side, and nobody else", () => {
    const presidency = { college: "presidency", represents: "rector" };
    accepts("jury", member(presidency), member({ college: "professionals", side: "employer" }));
    accepts("jury", member({ college: "teachers", appointedOn: "2199-12-31" }));
    refuses("jury", member({ college: "presidency" }), member({ ...presidency, side: "employer" }));
    refuses("jury", member({ college: "teachers", represents: "rector" }), member({ college: "cooks" }));
  });
  it("takes lists up to their limits, whose ids stand once", () => {
    const some = (count: number, facts: Change) =>
      Array.from({ length: count }, (_, at) => ({ id: `${at}`, ...facts }));
    const teachers = (count: number) => ({ members: some(count, { college: "teachers", present: false }) });
    accepts("jury", teachers(200), { candidates: some(1_000, { exams: ["DF2"] }) });
    refuses("jury", teachers(201), { candidates: some(1_001, { exams: ["DF2"] }) });
    refuses("jury", { candidates: many(2, { id: "c", exams: ["DF2"] }) });
    const panels = (count: number) => ({ panels: some(count, { exam: "DF3", heldOn: ON.on, examiners: [] }) });
    accepts("jury", panels(500));
    refuses("jury", panels(501));
  });
  it("knows by whom an exam has its examiners, and by when it is held", () => {
    accepts("jury", panel("DF1", "jury"), panel("DF2", "authority"), panel("DF3", "establishment"));
    refuses("jury", panel("DF1", "authority"), panel("DF2", "jury"), panel("DF3", "jury"));
    refuses("jury", panel("DF1", "jury", { heldOn: "2026-03-02" }), panel("DF4", "jury"));
  });
  it("wants what a candidate names to be in the input, and of today's exams", () => {
    const votes = (exam: string) => ({ exam, for: 0, against: 200, abstain: 0 });
    accepts("jury", { ...panel("DF1", "jury"), ...candidate({ heardBy: ["p"], votes: [votes("DF1")] }) });
    accepts("jury", candidate({ director: "d", links: [{ member: "d", kind: "taught" }] }));
    refuses("jury", candidate({ links: [{ member: "d", kind: "taught" }] }), candidate({ heardBy: ["p"] }));
    refuses("jury", { ...panel("DF2", "authority"), ...candidate({ heardBy: ["p"] }) });
    refuses("jury", { ...panel("DF1", "jury"), ...candidate({ heardBy: ["p", "p"] }) });
    refuses("jury", candidate({ votes: [votes("DF2")] }), candidate({ votes: many(2, votes("DF1")) }));
    refuses(
      "jury",
      candidate({ exams: [] }),
      candidate({ exams: ["DF1", "DF1"] }),
      candidate({ votes: [{ exam: "DF1" }] }),
    );
  });
  it("has the authority name at least one rule that it passes over", () => {
    const override = (rules: string[]) => ({ override: { rules, by: "a", ground: "b" } });
    accepts("jury", override(["share"]), override(["parity", "parity", "colleges"]));
    refuses("jury", override([]), override(["presides"]), { override: { rules: ["share"], by: "a" } });
  });
});
