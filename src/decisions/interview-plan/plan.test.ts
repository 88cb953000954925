import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { describe, it } from "node:test";
import { LANGS } from "../../kit/lang.ts";
import { newSolver } from "../../kit/solver/solver.ts";
import { faultsOf } from "../../test/oracle/interview-plan.ts";
import type { Candidate, InterviewPlan, InterviewsInput } from "./facts.ts";
import { planned, sayPlan } from "./interviews.ts";
import { planInterviews } from "./plan.ts";
import { work } from "./search.ts";

const solve = await newSolver(600);

/** Half an hour to read, forty minutes to be heard, from nine to one; one pair, one desk, one room. */
const day = (facts: Partial<InterviewsInput> = {}): InterviewsInput => ({
  id: "d",
  analysis: 30,
  interview: 40,
  step: 10,
  maxWait: 0,
  opens: "09:00",
  closes: "13:00",
  breaks: [],
  pairs: [{ id: "A", members: ["Ana", "Abel"] }],
  rooms: [
    { id: "desk", for: "analysis" },
    { id: "room", for: "interview" },
  ],
  candidates: [],
  ...facts,
});
const candidates = (...some: (string | Candidate)[]) =>
  some.map((one) => (typeof one === "string" ? { id: one } : one));
const wide = {
  rooms: [
    { id: "desk", for: "analysis", seats: 3 },
    { id: "room 1", for: "interview" },
    { id: "room 2", for: "interview" },
  ],
} as const;

const plan = (facts: Partial<InterviewsInput>): InterviewPlan => {
  const input = day(facts);
  const made = work(input, solve);
  deepEqual(faultsOf(input, made), []);
  ok(made.best);
  return made;
};
/** Of each, in the order of the day: when they read, and when, where and by whom they are heard. */
const told = (facts: Partial<InterviewsInput>) =>
  plan(facts).placed.map(
    ({ candidate, analysis, interview }) =>
      `${candidate} ${analysis.from}-${analysis.to} ${interview.from}-${interview.to} ${interview.pair}`,
  );
const reasons = (facts: Partial<InterviewsInput>) =>
  plan(facts).unplaced.map(({ candidate, reasons: why }) => [candidate, ...why]);

describe("a day of interviews", () => {
  const x = candidates("x");
  const both = candidates("x", "y");

  it("lets one read while another is heard", () => {
    deepEqual(told({ candidates: both }), ["x 09:00-09:30 09:30-10:10 A", "y 09:40-10:10 10:10-10:50 A"]);
  });

  it("has neither reading nor hearing in a break, which may stand off the step", () => {
    const breaks = [{ from: "09:45", to: "09:55" }];
    deepEqual(told({ candidates: x, breaks }), ["x 10:00-10:30 10:30-11:10 A"]);
    deepEqual(told({ candidates: x, breaks: [{ from: "10:10", to: "10:20" }] }), ["x 09:00-09:30 09:30-10:10 A"]);
    deepEqual(told({ candidates: x, breaks: [{ from: "10:09", to: "10:20" }] }), ["x 10:20-10:50 10:50-11:30 A"]);
  });

  it("makes somebody wait where the day ends sooner by it, and then no longer than it takes", () => {
    const breaks = [{ from: "09:50", to: "10:00" }];
    deepEqual(told({ candidates: x, breaks, maxWait: 30 }), ["x 09:20-09:50 10:00-10:40 A"]);
    deepEqual(told({ candidates: x, breaks, maxWait: 0 }), ["x 10:00-10:30 10:30-11:10 A"]);
    deepEqual(told({ candidates: x, maxWait: 30 }), ["x 09:00-09:30 09:30-10:10 A"]);
  });

  it("lets nobody wait longer than is allowed, which is not rounded up to the step", () => {
    const late = candidates("x", { id: "y", away: [{ from: "09:30", to: "10:10" }] });
    const waiting = (maxWait: number) => told({ ...wide, closes: "11:00", candidates: late, maxWait }).length;
    deepEqual([waiting(39), waiting(40)], [1, 2]);
  });

  it("may have nothing before the interviews, which then wait for no seat and follow each other", () => {
    const { placed, best } = work(
      day({ analysis: 0, rooms: [{ id: "room", for: "interview" }], candidates: both }),
      solve,
    );
    const at = (from: string, to: string) => ({ room: "room", from, to });
    deepEqual(
      placed.map(({ analysis, interview: { room, from, to } }) => [analysis, { room, from, to }]),
      [
        [at("09:00", "09:00"), at("09:00", "09:40")],
        [at("09:40", "09:40"), at("09:40", "10:20")],
      ],
    );
    equal(best, true);
  });

  it("gives more time to whoever has some extra, rounded up to the step", () => {
    deepEqual(told({ candidates: [{ id: "x", extra: 33 }] }), ["x 09:00-09:40 09:40-10:40 A"]);
    deepEqual(told({ candidates: [{ id: "x", extra: 33.34 }] }), ["x 09:00-09:50 09:50-10:50 A"]);
    deepEqual(told({ candidates: [{ id: "x", extra: 100 }] }), ["x 09:00-10:00 10:00-11:20 A"]);
    deepEqual(told({ analysis: 21, interview: 31, step: 15, candidates: x }), ["x 09:00-09:30 09:30-10:15 A"]);
  });

  it("keeps from somebody whoever must not hear them", () => {
    const pairs = [
      { id: "A", members: ["Ana", "Abel"] },
      { id: "B", members: ["Bea", "Bob"] },
    ];
    deepEqual(told({ pairs, candidates: [{ id: "x", not: ["Abel"] }] }), ["x 09:00-09:30 09:30-10:10 B"]);
    deepEqual(told({ pairs, candidates: [{ id: "x", not: ["Abel", "Bea"] }] }), []);
  });

  it("has two heard at once by two pairs, unless one person is of both", () => {
    const pairs = (of: string) => [
      { id: "A", members: ["Ana", "Abel"] },
      { id: "B", members: [of, "Bob"] },
    ];
    equal(plan({ ...wide, pairs: pairs("Bea"), candidates: both }).ends, "10:10");
    equal(plan({ ...wide, pairs: pairs("Abel"), candidates: both }).ends, "10:50");
  });

  it("has no more in a room than there are seats, and one heard in each", () => {
    const pairs = [
      { id: "A", members: [] },
      { id: "B", members: [] },
    ];
    const [, room1, room2] = wide.rooms;
    const ends = (...rooms: InterviewsInput["rooms"]) => plan({ pairs, rooms, candidates: both }).ends;
    equal(ends({ id: "desk", for: "analysis", seats: 2 }, room1, room2), "10:10");
    equal(ends({ id: "desk", for: "analysis" }, room1, room2), "10:40");
    equal(ends({ id: "desk", for: "analysis" }, { id: "other", for: "analysis" }, room1, room2), "10:10");
    equal(ends({ id: "desk", for: "analysis", seats: 2 }, room1), "10:50");
  });

  it("waits for a room, a pair, a candidate who are away", () => {
    const away = [{ from: "09:00", to: "10:00" }];
    const [desk, room] = day().rooms as [InterviewsInput["rooms"][0], InterviewsInput["rooms"][0]];
    deepEqual(told({ candidates: x, rooms: [{ ...desk, away }, room] }), ["x 10:00-10:30 10:30-11:10 A"]);
    deepEqual(told({ candidates: x, rooms: [desk, { ...room, away }] }), ["x 09:30-10:00 10:00-10:40 A"]);
    deepEqual(told({ candidates: x, pairs: [{ id: "A", members: [], away }] }), ["x 09:30-10:00 10:00-10:40 A"]);
    deepEqual(told({ candidates: [{ id: "x", away }] }), ["x 10:00-10:30 10:30-11:10 A"]);
  });

  it("would rather end late than leave somebody out", () => {
    const late = candidates("x", { id: "y", away: [{ from: "09:00", to: "11:50" }] });
    equal(plan({ candidates: late }).ends, "13:00");
  });

  it("would rather have two heard than the one who takes longest", () => {
    const until11 = { step: 15, interview: 31, closes: "11:00", maxWait: 10, ...wide } as const;
    const three = candidates({ id: "x", extra: 50 }, { id: "y", extra: 33 }, "z");
    deepEqual(told({ ...until11, candidates: three }), ["z 09:00-09:30 09:30-10:15 A", "y 09:30-10:15 10:15-11:00 A"]);
  });

  it("has the shorter one heard first, where less is waited in all", () => {
    const away = [{ from: "09:40", to: "09:55" }];
    const short = { step: 15, analysis: 18, interview: 12, maxWait: 35, closes: "10:45" } as const;
    const rooms = [{ ...wide.rooms[0], away }, wide.rooms[1]];
    deepEqual(told({ ...short, rooms, candidates: candidates({ id: "x", extra: 50 }, "y") }), [
      "y 09:00-09:30 09:30-09:45 A",
      "x 09:00-09:30 09:45-10:15 A",
    ]);
  });

  it("ends at no time where nobody is heard", () => {
    deepEqual(plan({}), { placed: [], unplaced: [], ends: null, best: true });
    deepEqual(plan({ candidates: x, pairs: [] }).ends, null);
  });

  it("goes up to the last minute of the day", () => {
    deepEqual(told({ opens: "22:49", closes: "23:59", candidates: x }), ["x 22:49-23:19 23:19-23:59 A"]);
    deepEqual(told({ opens: "22:50", closes: "23:59", candidates: x }), []);
  });

  it("is planned alike each time", () => {
    const many = { ...wide, maxWait: 20, candidates: candidates("x", { id: "y", extra: 50 }, "z") };
    deepEqual(plan(many), plan(many));
  });
});

describe("whoever is not placed", () => {
  const x = candidates("x");

  it("is told what alone would give them a place", () => {
    deepEqual(reasons({ candidates: [{ id: "x", away: [{ from: "09:00", to: "13:00" }] }] }), [["x", "their-times"]]);
    deepEqual(reasons({ candidates: [{ id: "x", not: ["Ana"] }] }), [["x", "not-these-persons", "pairs"]]);
    deepEqual(reasons({ candidates: x, pairs: [] }), [["x", "pairs"]]);
    deepEqual(reasons({ candidates: x, rooms: [] }), [["x", "rooms"]]);
    deepEqual(reasons({ candidates: x, closes: "10:00" }), [["x", "day-too-short"]]);
    deepEqual(reasons({ candidates: x, closes: "09:09" }), [["x", "several"]]);
    deepEqual(reasons({ candidates: x, closes: "09:10" }), [["x", "day-too-short"]]);
  });

  it("is told that it takes several changes, where one is not enough", () => {
    deepEqual(reasons({ candidates: x, pairs: [], rooms: [] }), [["x", "several"]]);
    const away = [{ from: "10:10", to: "13:00" }];
    const two = plan({
      candidates: [
        { id: "x", away },
        { id: "y", away },
      ],
      closes: "10:10",
    });
    deepEqual(
      two.unplaced.map((one) => one.reasons),
      [["several"]],
    );
  });

  it("is told nothing among more than twelve", () => {
    const many = (count: number) => candidates(...Array.from({ length: count }, (_, at) => `c${at}`));
    const told12 = plan({ candidates: many(12), closes: "10:00" }).unplaced.map((one) => one.reasons.length);
    const told13 = plan({ candidates: many(13), closes: "10:00" }).unplaced.map((one) => one.reasons.length);
    deepEqual([told12, told13], [Array(12).fill(1), Array(13).fill(0)]);
  });

  it("reads it as a sentence in each language that names them and the part of the day", () => {
    const input = day({ candidates: candidates("x", "Zoé") });
    for (const lang of LANGS)
      for (const reason of [
        "their-times",
        "not-these-persons",
        "pairs",
        "rooms",
        "day-too-short",
        "several",
      ] as const) {
        const one = { candidate: "Zoé", reasons: [reason] };
        const said = sayPlan({ placed: [], unplaced: [one], ends: null, best: true }, input, lang);
        const [{ findings }] = said.unplaced as [{ findings: [{ reason: string; source: { article: string } }] }];
        match(findings[0].reason, /^.*[«“]\u00a0?Zoé\u00a0?[»”].*\.$/u);
        match(findings[0].source.article, /^(?:candidates\[1\](?:\.away|\.not)?|pairs|rooms|closes)$/);
      }
  });
});

/** Thirty in a day of four pairs, with what such days have: extra time, other duties, people who know each other. */
const largeDay = day({
  maxWait: 30,
  opens: "08:30",
  closes: "18:00",
  breaks: [{ from: "12:30", to: "13:30" }],
  pairs: ["A", "B", "C", "D"].map((id) => ({
    id,
    members: [`${id}1`, `${id}2`],
    ...(id === "D" && { away: [{ from: "16:00", to: "18:00" }] }),
  })),
  rooms: [
    { id: "desk", for: "analysis", seats: 4 },
    ...[1, 2, 3, 4].map((id) => ({ id: `room ${id}`, for: "interview" as const })),
  ],
  candidates: Array.from({ length: 30 }, (_, at) => ({
    id: `c${at}`,
    ...(at % 6 === 0 && { extra: 33 }),
    ...(at % 5 === 0 && { not: [`${"ABCD"[at % 4]}1`] }),
    ...(at % 7 === 0 && { away: [{ from: "09:00", to: "11:00" }] }),
  })),
});

type Fault = Error & { readonly code: string };

describe("a large day", () => {
  it("has everybody heard, in a thread of its own", async () => {
    const made = await planInterviews(largeDay);
    deepEqual(faultsOf(largeDay, made), []);
    equal(made.placed.length, 30);
  });

  it("has a plan that holds and is not called the best where there was no time to search", async () => {
    const made = work(largeDay, await newSolver(0));
    deepEqual(faultsOf(largeDay, made), []);
    deepEqual([made.placed.length, made.best], [30, false]);
  });

  it("waits behind eight others at most: whoever comes after them is told to come again", async () => {
    const asked = await Promise.allSettled(Array.from({ length: 12 }, () => planInterviews(day())));
    const told = asked.map((one) => (one.status === "fulfilled" ? one.value.best : (one.reason as Fault).code));
    deepEqual(told, [...Array<boolean>(9).fill(true), "busy", "busy", "busy"]);
  });

  it("is planned no further once nobody waits for it", async () => {
    const gone = new AbortController();
    const waiting = planInterviews(largeDay, { signal: gone.signal });
    gone.abort(new Error("gone"));
    await rejects(waiting, /gone/);
  });
});

describe("what is asked of a day", () => {
  const paths = async (facts: object) => {
    const asked = await planned({ ...day({ candidates: candidates("x") }), ...facts });
    return "fault" in asked ? asked.fault.issues.map(({ path }) => path) : [];
  };
  it("is answered with its id", async () => {
    const asked = await planned(day({ candidates: candidates("x") }));
    ok("answer" in asked);
    equal(asked.answer("fr").id, "d");
  });

  it("is told how a time is written", async () => {
    const asked = await planned(day({ opens: "9:00" }));
    ok("fault" in asked);
    equal(asked.fault.issues[0]!.message("en"), "Expected: a time from 00:00 to 23:59, written HH:MM.");
  });

  it("is refused where it cannot be, by the part that is wrong", async () => {
    deepEqual(await paths({ step: 20 }), ["step"]);
    deepEqual(await paths({ analysis: -1, interview: 7.5, maxWait: -1 }), ["analysis", "interview", "maxWait"]);
    deepEqual(await paths({ opens: "9:00", closes: "24:00" }), ["opens", "closes"]);
    deepEqual(await paths({ closes: "09:00" }), ["closes"]);
    deepEqual(await paths({ breaks: [{ from: "10:00", to: "10:00" }] }), ["breaks[0].to"]);
    deepEqual(await paths({ on: "2027-01-01" }), ["on"]);
    const twice = (key: "pairs" | "rooms" | "candidates") => {
      const [one] = { ...day(), candidates: candidates("x") }[key];
      return paths({ [key]: [one, one] });
    };
    deepEqual(
      [await twice("pairs"), await twice("rooms"), await twice("candidates")],
      [["pairs[1].id"], ["rooms[1].id"], ["candidates[1].id"]],
    );
    deepEqual(await paths({ candidates: [{ id: "x", not: ["Ana", "Zed"] }] }), ["candidates[0].not[1]"]);
    deepEqual(await paths({ candidates: [{ id: "x", extra: 101 }] }), ["candidates[0].extra"]);
    const away = [{ from: "11:00", to: "10:00" }];
    deepEqual(await paths({ candidates: [{ id: "x", away }], pairs: [{ id: "A", members: ["Ana"], away }] }), [
      "pairs[0].away[0].to",
      "candidates[0].away[0].to",
    ]);
  });
});
