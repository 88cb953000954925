import { deepEqual, equal, match } from "node:assert/strict";
import { describe, it } from "node:test";
import { validator } from "../../kit/schema.ts";
import { sayFindings } from "../../law/finding.ts";
import type { Law } from "../../law/law.ts";
import { lawOf, loadLaws } from "../../law/load.ts";
import { INVENTED } from "../../test/invented.ts";
import { law as deis } from "../../test/reach.ts";
import { hoursRejection, hoursSchema } from "./input.ts";
import { type Attendance, heldSessions, type HoursInput, hoursRule, type Session } from "./rule.ts";
import { sentences } from "./sentences.ts";

/* Its units: L1 30 h, L2 20 h and L3 90 h of practice in LAMP, J1 20 h in LOG. */
const law = lawOf(loadLaws(INVENTED), "lighthouse", "1890", "ponant")!;
const rule = hoursRule(law);

const input = (facts: Partial<HoursInput> = {}): HoursInput => ({
  id: "x",
  on: "2026-03-10",
  titles: [],
  sessions: [],
  attendance: [],
  ...facts,
});
/** `09:00-12:00`, on the 10th, of the only unit of the log. */
const session = (id: string, times: string, facts: Partial<Session> = {}): Session => {
  const [from = "", to = ""] = times.split("-");
  return { id, unit: "J1", on: "2026-03-10", from, to, ...facts };
};
const was = (name: string, facts: Partial<Attendance> = {}): Attendance => ({
  session: name,
  status: "present",
  countersigned: true,
  ...facts,
});
/** All of whom are there, and countersigned, unless it says otherwise. */
const answer = (sessions: readonly Session[], attendance = sessions.map(({ id }) => was(id)), facts = {}) =>
  rule(input({ sessions, attendance, ...facts }));
const minutes = (...given: Parameters<typeof answer>) => {
  const { planned, done, pending } = answer(...given).totals;
  return [planned, done, pending];
};
/** What is told, and of which session: « overlap b over a ». */
const told = (...given: Parameters<typeof answer>) =>
  answer(...given).findings.map(({ condition, values }) => {
    const { session: one, over } = values as { session: Session; over?: Session };
    return [condition, one.id, ...(over ? ["over", over.id] : [])].join(" ");
  });

describe("what is held for a person", () => {
  const held = (
    sessions: readonly Session[],
    attendance: readonly Attendance[] = [],
    facts: Partial<HoursInput> = {},
  ) => heldSessions({ sessions, attendance, ...facts }, "2026-03-10").map(({ id }) => id);
  const [a, b, c] = [session("a", "09:00-12:00"), session("b", "10:00-13:00"), session("c", "13:00-15:00")];

  it("is each session until the day, attended or not", () => {
    deepEqual(held([a, c], [was("a", { status: "absent" })]), ["a", "c"]);
    deepEqual(held([a, { ...c, on: "2026-03-11" }]), ["a"]);
    deepEqual(held([a, { ...c, on: "2026-03-09" }]), ["a", "c"]);
  });

  it("is one of two at the same time, the first", () => {
    deepEqual(held([b, a, c]), ["a", "c"]);
    deepEqual(held([a, b, c], [was("b", { status: "excused" })]), ["a", "c"]);
    // Times that touch do not overlap.
    deepEqual(held([b, c]), ["b", "c"]);
  });

  it("is rather the one that counts: attended and countersigned, or else attended", () => {
    deepEqual(held([a, b, c], [was("b")]), ["b", "c"]);
    deepEqual(held([a, b], [was("a", { countersigned: false }), was("b")]), ["b"]);
    deepEqual(held([a, b], [was("b", { countersigned: false })]), ["b"]);
    // The last record of a session counts.
    deepEqual(held([a, b], [was("b"), was("b", { status: "absent" })]), ["a"]);
  });

  it("is no session that was cancelled, nor one beside the hours carried over", () => {
    deepEqual(held([{ ...a, cancelled: true }, b]), ["b"]);
    const earlier = { until: "2026-03-09", by: "port", units: [] };
    deepEqual(held([{ ...a, on: "2026-03-09" }, c], [], { earlier }), ["c"]);
  });
});

describe("what is due", () => {
  const due = (facts: Partial<HoursInput>, of: Law = law) =>
    hoursRule(of)(input(facts)).units.map((one) => `${one.unit.unit} ${one.due}`);

  it("is what the path leaves, in minutes, of the domains that are sought", () => {
    deepEqual(due({}), ["L1 1800", "L2 1200", "L3 5400", "J1 1200"]);
    deepEqual(due({ domains: ["LOG"] }), ["J1 1200"]);
    deepEqual(due({ held: [{ domain: "LAMP", validatedOn: "2026-03-10", by: "port" }] }), [
      "L1 0",
      "L2 0",
      "L3 0",
      "J1 1200",
    ]);
  });

  it("keeps half hours, and takes the nearest minute where a relief leaves less than one", () => {
    const titles = [{ kind: "rncp", level: 7, awardedOn: "2010-01-01" }];
    const grants = [{ unit: "UF1.2", hours: 29.5, protocol: "p" }];
    deepEqual(due({ titles, grants, domains: ["DF1"] }, deis), ["UF1.1 5400", "UF1.2 30", "UF1.3 10800"]);
    const [first] = law.diploma.reliefs;
    const third = { ...first!, dispenses: [], allegements: [{ ...first!.allegements[0]!, unit: "L1", percent: 33 }] };
    const odd = { ...law, diploma: { ...law.diploma, reliefs: [third] } };
    const holder = [{ title: first!.title, awardedOn: "2010-01-01" }];
    const maquette = (hours: number) => ({ L1: hours, L2: 50 - hours, L3: 90, J1: 20 });
    // 31 h less a third to the hundredth are 20.77 h, 1 246.2 minutes; 33 h are 1 326.6.
    deepEqual(due({ titles: holder, maquette: maquette(31) }, odd)[0], "L1 1246");
    deepEqual(due({ titles: holder, maquette: maquette(33) }, odd)[0], "L1 1327");
  });
});

describe("a session", () => {
  it("gives all its minutes to who was there, less those missed to who came late", () => {
    deepEqual(minutes([session("a", "09:05-12:30")]), [205, 205, 0]);
    deepEqual(minutes([session("a", "00:00-23:59")]), [1439, 1439, 0]);
    const late = [was("a", { status: "part", minutesMissed: 5 })];
    deepEqual(minutes([session("a", "09:00-10:00")], late), [60, 55, 0]);
  });

  it("waits for the countersignature", () => {
    deepEqual(minutes([session("a", "09:00-10:00")], [was("a", { countersigned: false })]), [60, 0, 60]);
  });

  it("gives nothing to who was excused or absent, nor where nobody noted anything", () => {
    for (const status of ["excused", "absent"] as const)
      deepEqual(minutes([session("a", "09:00-10:00")], [was("a", { status })]), [60, 0, 0]);
    deepEqual(minutes([session("a", "09:00-10:00")], []), [60, 0, 0]);
  });

  it("counts by its last record, whatever stood before", () => {
    const absent = was("a", { status: "absent" });
    deepEqual(minutes([session("a", "09:00-10:00")], [absent, was("a")]), [60, 60, 0]);
    deepEqual(minutes([session("a", "09:00-10:00")], [was("a"), absent]), [60, 0, 0]);
    const unsigned = was("a", { countersigned: false });
    deepEqual(minutes([session("a", "09:00-10:00")], [was("a"), unsigned]), [60, 0, 60]);
  });

  it("counts on its day and not before, and is planned from the beginning", () => {
    deepEqual(minutes([session("a", "09:00-10:00", { on: "2026-03-09" })]), [60, 60, 0]);
    deepEqual(minutes([session("a", "09:00-10:00", { on: "2026-03-10" })]), [60, 60, 0]);
    deepEqual(minutes([session("a", "09:00-10:00", { on: "2026-03-11" })]), [60, 0, 0]);
  });

  it("belongs to its own unit", () => {
    const { units } = answer([session("a", "09:00-10:00"), session("b", "10:00-10:30", { unit: "L3" })]);
    deepEqual(
      units.map(({ unit, planned, done }) => `${unit.unit} ${planned} ${done}`),
      ["L1 0 0", "L2 0 0", "L3 30 30", "J1 60 60"],
    );
  });

  it("that was cancelled is neither planned nor counted, and is told where somebody was noted to be there", () => {
    const off = session("a", "09:00-10:00", { cancelled: true });
    deepEqual(minutes([off]), [0, 0, 0]);
    deepEqual(told([off]), ["cancelled a"]);
    deepEqual(told([off], [was("a", { status: "part", minutesMissed: 1, countersigned: false })]), ["cancelled a"]);
    deepEqual(told([{ ...off, on: "2026-12-24" }]), ["cancelled a"]);
    for (const status of ["excused", "absent"] as const) deepEqual(told([off], [was("a", { status })]), []);
    deepEqual(told([off], []), []);
    deepEqual(told([{ ...off, cancelled: false }]), []);
    deepEqual(minutes([{ ...off, cancelled: false }]), [60, 60, 0]);
  });

  it("that was cancelled takes the time of no other", () => {
    deepEqual(minutes([session("a", "09:00-10:00", { cancelled: true }), session("b", "09:00-10:00")]), [60, 60, 0]);
  });
});

describe("sessions of one day", () => {
  it("both count where their times touch, and one where they cross by a minute", () => {
    deepEqual(told([session("a", "09:00-10:00"), session("b", "10:00-11:00")]), []);
    const crossing = [session("a", "09:00-10:01"), session("b", "10:00-11:00")];
    deepEqual(told(crossing), ["overlap b over a"]);
    deepEqual(minutes(crossing), [121, 61, 0]);
    deepEqual(told([session("b", "10:00-11:00"), session("a", "10:59-12:00")]), ["overlap a over b"]);
  });

  it("cross where one is within the other, or both are the same", () => {
    deepEqual(told([session("a", "09:00-12:00"), session("b", "10:00-11:00")]), ["overlap b over a"]);
    deepEqual(told([session("b", "09:00-12:00"), session("a", "09:00-12:00")]), ["overlap b over a"]);
  });

  it("cross whatever their units, and not with those of another day", () => {
    deepEqual(told([session("a", "09:00-10:00"), session("b", "09:00-10:00", { unit: "L1" })]), ["overlap b over a"]);
    deepEqual(told([session("a", "09:00-10:00"), session("b", "09:00-10:00", { on: "2026-03-09" })]), []);
  });

  it("are taken those countersigned first, then by when they begin, then by name", () => {
    const both = [session("a", "09:00-10:30"), session("b", "10:00-11:00")];
    deepEqual(told(both, [was("a", { countersigned: false }), was("b")]), ["overlap a over b"]);
    deepEqual(minutes(both, [was("a", { countersigned: false }), was("b")]), [150, 60, 0]);
    const unsigned = both.map(({ id }) => was(id, { countersigned: false }));
    deepEqual([told(both, unsigned), minutes(both, unsigned)], [["overlap b over a"], [150, 0, 90]]);
    deepEqual(told([session("b", "09:00-10:00"), session("a", "09:30-10:00")]), ["overlap a over b"]);
  });

  it("are named in the order of code points, beyond the first plane too", () => {
    // By UTF-16 unit the second would come first.
    const [low, high] = ["\uff5e", "\u{1f393}"];
    deepEqual(told([session(high, "09:00-10:00"), session(low, "09:00-10:00")]), [`overlap ${high} over ${low}`]);
  });

  it("are taken for their whole time, whatever was missed of it", () => {
    const left = was("a", { status: "part", minutesMissed: 120 });
    const given = [session("a", "09:00-11:00"), session("b", "10:59-12:00")];
    deepEqual(told(given, [left, was("b")]), ["overlap b over a"]);
    deepEqual(minutes(given, [left, was("b")]), [181, 0, 0]);
  });

  it("stand in nobody’s way where they were not taken, or nobody was there", () => {
    const chain = [session("a", "09:00-10:30"), session("b", "10:00-11:30"), session("c", "11:00-12:00")];
    deepEqual(told(chain), ["overlap b over a"]);
    deepEqual(minutes(chain), [240, 150, 0]);
    deepEqual(told(chain, [was("a", { status: "excused" }), was("b")]), []);
    deepEqual(told(chain, [was("b"), was("c")]), ["overlap c over b"]);
  });

  it("of a day to come are not looked at", () => {
    const on = "2026-03-11";
    deepEqual(told([session("a", "09:00-10:00", { on }), session("b", "09:00-10:00", { on })]), []);
  });
});

describe("hours followed before the school kept its sessions here", () => {
  const earlier = (until: string, minutes = 600) => ({
    earlier: { until, by: "Anne Roux", units: [{ unit: "J1", minutes }] },
  });
  const at = (on: string) => session("a", "09:00-10:00", { on });

  it("count as followed and planned, by their unit, and are told with who attests them", () => {
    const { units, findings } = answer([], [], earlier("2026-03-09"));
    deepEqual(
      units.map((one) => `${one.unit.unit} ${one.planned} ${one.done} ${one.remaining}`),
      ["L1 0 0 1800", "L2 0 0 1200", "L3 0 0 5400", "J1 600 600 600"],
    );
    deepEqual(
      findings.map(({ condition, met }) => `${condition} ${met}`),
      ["earlier true"],
    );
    const [said] = sayFindings(findings, sentences, "en");
    match(said!.reason, /^Carried over: 10\u00a0h followed until 9 March 2026, .* attested by Anne Roux\.$/);
  });

  it("count beside the sessions after their last day, and of none before it or on it", () => {
    const after = { ...earlier("2026-03-08"), sessions: [] };
    deepEqual(minutes([at("2026-03-09")], undefined, { earlier: after.earlier }), [660, 660, 0]);
    deepEqual(minutes([at("2026-03-08")], undefined, { earlier: after.earlier }), [600, 600, 0]);
    deepEqual(minutes([at("2026-03-07")], undefined, { earlier: after.earlier }), [600, 600, 0]);
    deepEqual(
      answer([at("2026-03-08")], undefined, { earlier: after.earlier }).findings.map(({ condition }) => condition),
      ["earlier", "covered"],
    );
  });

  it("beyond what is due are told beyond it", () => {
    const { totals } = answer([], [], { ...earlier("2026-03-09", 1500), domains: ["LOG"] });
    deepEqual([totals.due, totals.done, totals.remaining, totals.beyond], [1200, 1500, 0, 300]);
  });

  it("are refused of a day to come, of one unit twice, and of a domain that is not sought", () => {
    const faults = (facts: Partial<HoursInput>) =>
      hoursRejection(law, input(facts))?.issues.map(({ path }) => path) ?? [];
    deepEqual(faults(earlier("2026-03-10")), []);
    deepEqual(faults(earlier("2026-03-11")), ["earlier.until"]);
    const one = { unit: "J1", minutes: 60 };
    deepEqual(faults({ earlier: { until: "2026-03-01", by: "x", units: [one, one] } }), ["earlier.units[1].unit"]);
    deepEqual(faults({ ...earlier("2026-03-01"), domains: ["LAMP"] }), ["earlier.units[0].unit"]);
  });
});

describe("what is told", () => {
  it("is what was cancelled, then what crosses, each by day, hour and name, then that the registration ended", () => {
    const off = { cancelled: true };
    const [before, after] = [{ on: "2026-03-09" }, { on: "2026-03-11" }];
    const given = [
      session("y2", "10:00-12:00"),
      session("y1", "09:30-10:00"),
      session("y0", "09:00-11:00"),
      session("x1", "11:00-12:00", before),
      session("x0", "09:00-12:00", before),
      session("c3", "07:00-08:00", { ...off, ...after }),
      session("c2", "09:00-10:00", off),
      session("c1", "09:00-10:00", off),
      session("c0", "08:00-09:00", off),
    ];
    const all = ["cancelled c0", "cancelled c1", "cancelled c2", "cancelled c3"];
    const crossing = ["overlap x1 over x0", "overlap y1 over y0", "overlap y2 over y0"];
    deepEqual(told(given), [...all, ...crossing]);
    // One that is countersigned is taken first, and told in its place all the same.
    const later = given.map(({ id }) => was(id, { countersigned: id !== "y0" }));
    deepEqual(told(given, later), [...all, "overlap x1 over x0", "overlap y0 over y1"]);
    const { findings } = hoursRule(deis)(input({ on: "2027-01-01" }));
    deepEqual(
      findings.map(({ condition, met }) => [condition, met]),
      [["unverified", null]],
    );
  });

  it("is said with the session, its time, and the one that was counted instead", () => {
    const given = [
      session("a", "09:00-10:30"),
      session("b", "10:00-11:00"),
      session("c", "08:00-09:00", { cancelled: true }),
    ];
    const said = (lang: "fr" | "en") =>
      sayFindings(answer(given).findings, sentences, lang).map(({ reason }) =>
        reason.replaceAll(/[\u00a0\u202f]/g, " "),
      );
    deepEqual(said("fr"), [
      "La séance « c » (J1, le 10 mars 2026 de 8 h à 9 h) a été annulée : la présence qui y est notée ne compte pas.",
      "La séance « b » (J1, le 10 mars 2026 de 10 h à 11 h) ne compte pas : elle a lieu en même temps que « a », déjà prise en compte.",
    ]);
    deepEqual(said("en"), [
      "Session “c” (J1, on 10 March 2026 from 08:00 to 09:00) was cancelled: the attendance noted there does not count.",
      "Session “b” (J1, on 10 March 2026 from 10:00 to 11:00) does not count: it is at the same time as “a”, which was counted before it.",
    ]);
  });

  it("cites what the school says of hours followed, and the unit where it says nothing", () => {
    const cancelled = session("a", "09:00-10:00", { cancelled: true });
    const crossing = [session("b", "09:00-10:00"), session("c", "09:00-10:00")];
    deepEqual(
      answer([cancelled, ...crossing]).findings.map(({ entry }) => entry.id),
      ["domains.LOG.units.J1", "domains.LOG.units.J1"],
    );
    const ofSchool = (one: Session) => ({ ...one, unit: "UF3.1" });
    const given = input({
      sessions: [cancelled, ...crossing].map(ofSchool),
      attendance: ["a", "b", "c"].map((id) => was(id)),
    });
    deepEqual(
      hoursRule(deis)(given).findings.map(({ entry }) => entry),
      [deis.school.attendance, deis.school.attendance],
    );
  });
});

describe("what remains", () => {
  const long = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      session(`${at}`, "00:00-20:00", { on: `2026-02-${String(at + 1).padStart(2, "0")}` }),
    );

  it("is what is due less what was done, never below nothing, what is more being beyond", () => {
    const left = (sessions: readonly Session[]) => {
      const { units, complete } = answer(sessions, undefined, { domains: ["LOG"] });
      return [units[0]!.remaining, units[0]!.beyond, complete];
    };
    deepEqual(left([session("a", "09:00-10:00")]), [1140, 0, false]);
    deepEqual(left([session("a", "00:00-19:59")]), [1, 0, false]);
    deepEqual(left(long(1)), [0, 0, true]);
    deepEqual(left([...long(1), session("a", "09:00-09:01")]), [0, 1, true]);
  });

  it("is not lessened by what waits, nor by what another unit has too much of", () => {
    const pending = long(1).map(({ id }) => was(id, { countersigned: false }));
    const waiting = answer(long(1), pending, { domains: ["LOG"] });
    deepEqual([waiting.totals.remaining, waiting.totals.pending, waiting.complete], [1200, 1200, false]);
    deepEqual(answer(long(2)).totals, {
      due: 9600,
      planned: 2400,
      done: 2400,
      pending: 0,
      remaining: 8400,
      beyond: 1200,
    });
  });

  it("is nothing where nothing is due", () => {
    const held = [{ domain: "LOG", validatedOn: "2026-03-01", by: "port" }];
    equal(answer([], [], { domains: ["LOG"], held }).complete, true);
    const waiting = [was("a", { countersigned: false })];
    equal(answer([session("a", "09:00-10:00")], waiting, { domains: ["LOG"], held }).complete, true);
  });
});

describe("a refused count of hours", () => {
  const check = validator(hoursSchema(law));
  const said = (facts: object): string[] => {
    const given = { ...input(), ...facts } as HoursInput;
    const issues = check(given);
    const rejection = issues.length > 0 ? { code: "invalid", issues } : hoursRejection(law, given);
    return (rejection?.issues ?? []).map(({ path, message }) => `${rejection!.code} ${path}: ${message("en")}`);
  };
  const some = session("a", "09:00-10:00");

  it("is a list past its limit, and not one on it", () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => session(`${at}`, "09:00-10:00"));
    deepEqual(said({ sessions: many(3_000) }), []);
    deepEqual(said({ sessions: many(3_001) }), ["invalid sessions: Greatest number of items: 3,000."]);
    const records = (count: number) => Array.from({ length: count }, () => was("a"));
    deepEqual(said({ sessions: [some], attendance: records(5_000) }), []);
    deepEqual(said({ sessions: [some], attendance: records(5_001) }), [
      "invalid attendance: Greatest number of items: 5,000.",
    ]);
  });

  it("is a time that no clock shows, and a session that ends before it has begun", () => {
    const times = (times: string) => said({ sessions: [session("a", times)] });
    deepEqual([times("00:00-23:59"), times("09:59-10:00")], [[], []]);
    for (const wrong of ["24:00", "9:30", "12:60", "12:00:00", "12h30", "٠٩:٠٠", ""])
      deepEqual(times(`08:00-${wrong}`), [
        "invalid sessions[0].to: Expected: a time from 00:00 to 23:59, written HH:MM.",
      ]);
    const ends = "invalid sessions[0].to: A session ends on the same day, after it begins.";
    deepEqual([times("10:00-10:00"), times("10:00-09:59")], [[ends], [ends]]);
  });

  it("is minutes missed by who was there throughout or not at all, or not told of who was there in part", () => {
    for (const status of ["present", "excused", "absent"])
      deepEqual(said({ sessions: [some], attendance: [{ ...was("a"), status, minutesMissed: 1 }] }), [
        "invalid attendance[0].minutesMissed: This does not belong here.",
      ]);
    deepEqual(said({ sessions: [some], attendance: [{ ...was("a"), status: "part" }] }), [
      "invalid attendance[0].minutesMissed: This is missing.",
    ]);
  });

  it("is more minutes missed than the session has, or less than one", () => {
    const missed = (minutesMissed: number) =>
      said({ sessions: [some], attendance: [{ ...was("a"), status: "part", minutesMissed }] });
    deepEqual([missed(1), missed(60)], [[], []]);
    deepEqual(missed(61), ["invalid attendance[0].minutesMissed: The session lasts no more than 60 minutes."]);
    deepEqual(missed(0), ["invalid attendance[0].minutesMissed: The value must be at least 1."]);
    deepEqual(missed(1_440), ["invalid attendance[0].minutesMissed: The value must be at most 1,439."]);
    deepEqual(missed(1.5), ["invalid attendance[0].minutesMissed: Expected: a whole number."]);
  });

  it("is a name that stands twice, or that is not there", () => {
    deepEqual(said({ sessions: [some, some] }), ['invalid sessions[1].id: "a" is given twice.']);
    deepEqual(said({ attendance: [was("a")] }), ['invalid attendance[0].session: "a" is not in what is given.']);
    deepEqual(said({ sessions: [{ ...some, unit: "UF1.1" }] }), [
      'invalid sessions[0].unit: Unknown value. Known are: "L1", "L2", "L3", "J1".',
    ]);
  });

  it("is a session of a domain that is not sought", () => {
    deepEqual(said({ sessions: [some], domains: ["LOG"] }), []);
    deepEqual(said({ sessions: [some], domains: ["LAMP"] }), [
      "invalid sessions[0].unit: J1 is of a domain that is not sought.",
    ]);
    const french = hoursRejection(law, input({ sessions: [some], domains: ["LAMP"] }))!.issues[0]!.message("fr");
    equal(french, "J1 est d’un domaine qui n’est pas demandé.");
  });

  it("is told before a maquette outside its bounds, and that before a grant that nothing allows", () => {
    const maquette = { L1: 30, L2: 20, L3: 90, J1: 21 };
    const grants = [{ unit: "J1", hours: 1, protocol: "p" }];
    const codes = (facts: object) => [...new Set(said(facts).map((one) => one.split(" ")[0]))];
    deepEqual(codes({ maquette, grants, attendance: [was("a")] }), ["invalid"]);
    deepEqual(codes({ maquette, grants }), ["maquette"]);
    deepEqual(codes({ grants }), ["grant"]);
    deepEqual(codes({ held: [{ domain: "LOG", validatedOn: "2026-03-11", by: "port" }], maquette }), ["invalid"]);
  });

  it("is an unknown word or key, or one that is missing", () => {
    deepEqual(said({ sessions: [some], attendance: [{ ...was("a"), status: "late" }] }), [
      'invalid attendance[0].status: Unknown value. Known are: "present", "part", "excused", "absent".',
    ]);
    deepEqual(said({ sessions: [{ ...some, room: "1" }] }), ["invalid sessions[0].room: This key is not known here."]);
    deepEqual(said({ sessions: [some], attendance: [{ session: "a", status: "present" }] }), [
      "invalid attendance[0].countersigned: This is missing.",
    ]);
    deepEqual(said({ sessions: undefined, attendance: undefined }), [
      "invalid sessions: This is missing.",
      "invalid attendance: This is missing.",
    ]);
    deepEqual(said({ sessions: [{ ...some, cancelled: "no" }] }), [
      "invalid sessions[0].cancelled: Expected: true or false.",
    ]);
  });
});
