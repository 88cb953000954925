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
  agreement: { ...ON, startsOn: "2026-09-01", shares: [{ source: "other-body", amount: 1 }] },
  schedule: {
    ...ON,
    periods: [{ from: "2026-09-01", to: "2026-12-31", minutes: 60 }],
    payers: [{ source: "other-body", amount: 1 }],
  },
  invoice: {
    ...ON,
    kind: "invoice",
    series: "F",
    regime: "outside",
    source: "other-body",
    period: { from: "2026-01-01", to: "2026-02-28" },
    basis: { by: "agreed", amount: 1 },
  },
  account: { ...ON, professional: true, invoices: [] },
  indicators: { ...ON, year: 2025, sites: ["Nîmes"], people: [] },
  bpf: {
    ...ON,
    from: "2025-01-01",
    to: "2025-12-31",
    lines: [],
    charges: { total: 0, trainerSalaries: 0, purchases: 0 },
    trainers: [],
    enrolments: [],
  },
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

describe("the oracle's sight of an invalid account (§ 12)", () => {
  const [before, after] = ["2026-02-01", "2026-02-03"];
  const invoice = { number: "F", on: "2026-02-02", due: "2026-02-02", amount: 10 };
  const account = (facts: Change) => ({
    invoices: [invoice],
    credits: [{ number: "A", on: after, of: "F", amount: 4 }],
    payments: [{ id: "p", on: before, amount: 1, for: "F" }],
    ...facts,
  });
  const credit = (facts: Change) => account({ credits: [{ number: "A", on: after, of: "F", amount: 4, ...facts }] });
  it("keeps every event by the day of the question, and what follows an invoice after it", () => {
    accepts(
      "account",
      account({}),
      account({ invoices: [{ ...invoice, due: "2199-12-31" }] }),
      credit({ on: invoice.on }),
    );
    refuses("account", account({ invoices: [{ ...invoice, due: before }] }), credit({ on: before }));
    refuses("account", account({ invoices: [{ ...invoice, on: "2026-03-02", due: "2026-03-02" }] }));
    const adjusted = (on: string) => account({ adjustments: [{ on, number: "F", amount: 1, reason: "rounding" }] });
    accepts("account", adjusted(invoice.on));
    refuses("account", adjusted(before), adjusted("2026-03-02"));
    const returned = (on: string, payment = "p") => ({ on, payment });
    accepts("account", account({ returned: [returned(before)] }));
    refuses("account", account({ returned: [returned("2026-01-31")] }), account({ returned: [returned(after, "q")] }));
    refuses("account", account({ returned: [returned(after), returned(after)] }));
  });
  it("has no more credits than their invoice, and no payment by the name of one", () => {
    accepts("account", credit({ amount: 10 }), credit({ number: "F" }));
    refuses("account", credit({ amount: 11 }), credit({ number: "p" }), credit({ of: "G" }));
    const refund = (from: string) => account({ refunds: [{ on: after, from, amount: 1 }] });
    accepts("account", refund("p"), refund("A"));
    refuses("account", refund("F"), account({ payments: [{ id: "p", on: before, amount: 1, for: "A" }] }));
  });
  it("takes a dispute that never holds, of an invoice that is there", () => {
    const dispute = (facts: Change) => account({ disputes: [{ number: "F", from: after, to: before, ...facts }] });
    accepts("account", dispute({}), { disputes: [] });
    refuses("account", dispute({ number: "A" }), dispute({ to: null }), { rate: 10_001 }, { rate: -1 });
  });
});

describe("the oracle's sight of invalid figures of a year (§§ 13, 14)", () => {
  const trainee = { id: "t", site: "Nîmes", plannedEnd: "2025-06-30" };
  const people = (facts: Change) => ({ people: [{ ...trainee, ...facts }] });
  const survey = { survey: "end", site: "Nîmes", asked: 1, answers: [3] };
  it("knows its sites, who left by the day of the question, and one survey of a kind", () => {
    accepts("indicators", people({ left: { on: ON.on, kind: "abandoned" } }), people({ backOn: "2199-12-31" }));
    refuses("indicators", people({ left: { on: "2026-03-02", kind: "abandoned" } }), people({ site: "Alès" }));
    refuses("indicators", { people: [trainee, trainee] }, { sites: ["Nîmes", "Nîmes"] }, { sites: [] });
    accepts("indicators", { surveys: [survey, { ...survey, survey: "six-months", answers: ["other"] }] });
    refuses("indicators", { surveys: [survey, survey] }, { surveys: [{ ...survey, site: "Alès" }] });
    refuses("indicators", { surveys: [{ ...survey, asked: 0 }] }, { surveys: [{ ...survey, answers: ["other"] }] });
  });
  const enrolment = { person: "p", status: "other", goal: "rs", speciality: "332", from: ON.on, attended: [] };
  const enrolled = (facts: Change) => ({ enrolments: [{ ...enrolment, ...facts }] });
  it("wants ranges that end after they begin, and charges that hold their parts", () => {
    accepts("bpf", { to: "2025-01-01" }, enrolled({ to: ON.on }), enrolled({ entrustedTo: "U" }));
    refuses(
      "bpf",
      { to: "2024-12-31" },
      enrolled({ to: "2026-02-28" }),
      enrolled({ entrustedTo: "U", entrustedBy: "I" }),
    );
    refuses("bpf", enrolled({ speciality: "33" }), enrolled({ speciality: "3320" }), enrolled({ speciality: 332 }));
    accepts("bpf", { charges: { total: 2, trainerSalaries: 1, purchases: 1 } });
    refuses("bpf", { charges: { total: 1, trainerSalaries: 1, purchases: 1 } });
    const line = { document: "F", kind: "accrued", on: "1900-01-01", source: "fees", amount: 1 };
    const declared = { document: "F", source: "fees", amount: -1_000_000_000 };
    accepts("bpf", { lines: [line, line] }, { declared: [declared, { ...declared, amount: 0 }] });
    refuses(
      "bpf",
      { lines: [{ ...line, period: { from: ON.on, to: "2026-02-28" } }] },
      { lines: [{ ...line, amount: 0 }] },
    );
    refuses("bpf", { declared: [{ ...declared, amount: -1_000_000_001 }] }, { lines: [{ ...line, source: "third" }] });
  });
});
