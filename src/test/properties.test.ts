/** What must hold of every answer, whoever asks: tried on random people, the same that the independent oracle is tried on. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { LANGS, sayDay } from "../kit/lang.ts";
import { reasons } from "./case-answers.ts";
import { ask } from "./law-world.ts";
import { eligibilityInput, pathwayInput, quoteInput } from "./oracle/arbitraries.ts";
import { certificationInput } from "./oracle/certification-arbitraries.ts";
import type * as contract from "./oracle/contract.ts";
import { dayOf, LAST, numberOf } from "./oracle/days.ts";
import { hoursInput } from "./oracle/hours-arbitraries.ts";
import { placesInput } from "./oracle/places-arbitraries.ts";
import { juryInput } from "./oracle/jury-arbitraries.ts";
import { VALID_INPUTS } from "./oracle/mutate.ts";

const runs = { numRuns: Number(process.env.LIVRET_RUNS ?? 300) };

/** The answer, or nothing where the contract refuses. */
function answer(name: string, input: object): object | undefined {
  const decided = ask(name, input);
  return "fault" in decided ? undefined : decided.answer("en");
}

function check<T>(input: fc.Arbitrary<T>, holds: (input: T) => void): void {
  fc.assert(fc.property(input, holds), runs);
}

/** An input beside what is added to it, taken from another random person of the same day. */
function beside<T, U>(input: fc.Arbitrary<T>, more: fc.Arbitrary<U>): fc.Arbitrary<readonly [T, U]> {
  return fc.tuple(input, more);
}

const BEST_FIRST = ["met", "eligible", "needs-decision", "unknown", "not-met", "not-eligible"];
const rank = (outcome: string) => BEST_FIRST.indexOf(outcome);

function notWorse(before: contract.EligibilityAnswer, after: contract.EligibilityAnswer): void {
  ok(rank(after.outcome) <= rank(before.outcome), `${before.outcome} became ${after.outcome}`);
  before.doors.forEach((door, at) => {
    const other = after.doors[at]!;
    ok(rank(other.outcome) <= rank(door.outcome), `${door.door}: ${door.outcome} became ${other.outcome}`);
    if (door.reachedOn !== null && other.outcome !== "met")
      ok(other.reachedOn !== null && other.reachedOn <= door.reachedOn, `${door.door} is reached later`);
  });
}

const eligibility = (input: contract.EligibilityInput) => answer("eligibility", input) as contract.EligibilityAnswer;

describe("eligibility", () => {
  it("is never worsened by more experience", () => {
    check(beside(eligibilityInput, eligibilityInput), ([input, other]) => {
      const more = { ...input, experience: [...input.experience, ...other.experience] };
      notWorse(eligibility(input), eligibility(more));
    });
  });

  it("is never worsened by one more title, corps or waiver", () => {
    check(beside(eligibilityInput, eligibilityInput), ([input, other]) => {
      const titles = [...input.titles, ...other.titles];
      const corps = [...(input.corps ?? []), ...(other.corps ?? [])];
      notWorse(eligibility(input), eligibility({ ...input, titles, corps, vaeJuryWaiver: true }));
      notWorse(eligibility(input), eligibility({ ...input, titles }));
    });
  });

  it("says in a sentence on which day each door will be met, and offers no period that leads nowhere", () => {
    check(eligibilityInput, (input) => {
      for (const door of eligibility(input).doors) {
        const said = reasons(door).join(" ");
        if (door.reachedOn !== null) ok(said.includes(sayDay(door.reachedOn, "en")), `${door.reachedOn}: ${said}`);
        if (said.includes("leads there")) equal(door.reachedOn, null);
      }
    });
  });

  it("does not depend on the order of titles, corps and periods", () => {
    check(eligibilityInput, (input) => {
      const turned = {
        ...input,
        titles: input.titles.toReversed(),
        experience: input.experience.toReversed(),
        ...(input.corps && { corps: input.corps.toReversed() }),
      };
      deepEqual(bare(eligibility(turned)), bare(eligibility(input)));
    });
  });

  it("is met on the day announced, and not on the day before", () => {
    const on = (input: contract.EligibilityInput, day: string, door: string) =>
      eligibility({ ...input, on: day }).doors.find((one) => one.door === door)!.outcome;
    check(eligibilityInput, (input) => {
      const { doors, reachedOn, outcome } = eligibility(input);
      const days = doors.map((door) => door.reachedOn).filter((day) => day !== null);
      equal(reachedOn, outcome === "eligible" ? null : (days.toSorted()[0] ?? null));
      for (const { door, reachedOn: day, outcome: now } of doors) {
        if (day === null) {
          if (now !== "met") ok(on(input, dayOf(LAST), door) !== "met", `${door} would be met in the end`);
          continue;
        }
        ok(day > input.on && now !== "met");
        equal(on(input, day, door), "met");
        ok(on(input, dayOf(numberOf(day) - 1), door) !== "met", `${door} is met before ${day}`);
      }
    });
  });

  it("counts no more days than there are, and never more surely than widely", () => {
    check(eligibilityInput, (input) => {
      for (const { experience } of eligibility(input).doors) {
        if (!experience) continue;
        ok(0 <= experience.counted && experience.counted <= experience.wide);
        equal(
          experience.missing,
          Math.max(0, Math.round((experience.required - experience.counted) * 10_000) / 10_000),
        );
      }
    });
  });
});

const EXAMS = ["to-sit", "contested", "dispensed", "held"];
const pathway = (input: object) => answer("pathway", input) as contract.PathwayAnswer | undefined;

describe("the pathway", () => {
  it("never relieves more hours than a unit has, and adds up", () => {
    check(pathwayInput, (input) => {
      const path = pathway(input);
      if (!path) return;
      let relief = 0;
      let remaining = 0;
      for (const unit of path.units) {
        ok(0 <= unit.relief && unit.relief <= unit.hours, `${unit.unit}: ${unit.relief} of ${unit.hours}`);
        equal(unit.remaining, unit.hours - unit.relief);
        equal(unit.reliefBy.length > 0, unit.relief > 0);
        relief += unit.relief;
        remaining += unit.remaining;
      }
      deepEqual([path.totals.relief, path.totals.theory + path.totals.practice], [relief, remaining]);
    });
  });

  it("is never made longer, nor an exam harder, by one more title", () => {
    check(beside(pathwayInput, pathwayInput), ([input, other]) => {
      const before = pathway(input);
      const after = pathway({ ...input, titles: [...input.titles, ...other.titles] });
      if (!before || !after) return;
      before.units.forEach((unit, at) => ok(after.units[at]!.relief >= unit.relief, unit.unit));
      before.domains.forEach(({ domain, exam }, at) =>
        ok(
          EXAMS.indexOf(after.domains[at]!.exam) >= EXAMS.indexOf(exam),
          `${domain}: ${exam} became ${after.domains[at]!.exam}`,
        ),
      );
    });
  });

  it("is never made shorter by declining, and keeps its exams", () => {
    check(beside(pathwayInput, pathwayInput), ([input, other]) => {
      const before = pathway(input);
      const after = pathway({ ...input, declined: [...(input.declined ?? []), ...(other.declined ?? [])] });
      if (!before || !after) return;
      before.units.forEach((unit, at) => ok(after.units[at]!.relief <= unit.relief, unit.unit));
      deepEqual(
        after.domains.map((one) => one.exam),
        before.domains.map((one) => one.exam),
      );
    });
  });

  it("does not depend on the order of titles, grants and what is held", () => {
    check(pathwayInput, (input) => {
      const turned = Object.fromEntries(
        Object.entries(input).map(([key, value]) => [
          key,
          Array.isArray(value) && key !== "confirmations" ? value.toReversed() : value,
        ]),
      );
      deepEqual(bare(pathway(turned)), bare(pathway(input)));
    });
  });
});

describe("the quote", () => {
  const sum = (amounts: readonly { amount: number }[]) => amounts.reduce((total, one) => total + one.amount, 0);

  it("is paid to the cent by its payers, the person last", () => {
    check(quoteInput, (input) => {
      const quote = answer("quote", input) as contract.QuoteAnswer | undefined;
      if (!quote) return;
      equal(sum(quote.payers), quote.total);
      equal(sum(quote.lines) - quote.discount, quote.total);
      equal(quote.payers.at(-1)!.source, "personal");
      ok(quote.payers.every((payer) => Number.isInteger(payer.amount) && payer.amount >= 0));
      ok(0 <= quote.discount && quote.discount <= quote.tuition * 0.2 + 0.5);
    });
  });

  it("is never raised by one more title", () => {
    check(beside(quoteInput, quoteInput), ([input, other]) => {
      const before = answer("quote", { ...input, funding: [] }) as contract.QuoteAnswer | undefined;
      const after = answer("quote", {
        ...input,
        funding: [],
        titles: [...input.titles, ...other.titles],
      }) as contract.QuoteAnswer | undefined;
      if (before && after) ok(after.total <= before.total);
    });
  });
});

describe("places", () => {
  const places = (input: contract.PlacesInput) => answer("places", input) as contract.PlacesAnswer | undefined;
  const TAKING = ["offered", "accepted"];
  /** What stood on each day up to the one asked about. */
  const days = (input: contract.PlacesInput) =>
    Array.from({ length: numberOf(input.on) - numberOf(input.decidedOn) + 1 }, (_, at) => {
      const day = dayOf(numberOf(input.decidedOn) + at);
      const candidates = input.candidates.map(({ events, ...one }) => ({
        ...one,
        events: (events ?? []).filter((event) => event.on <= day),
      }));
      return places({ ...input, on: day, candidates });
    });
  /** A list that nobody joined: what it was on an earlier day is then the same list. */
  const recent = placesInput.filter(
    ({ on, decidedOn, candidates }) =>
      candidates.every(({ joinedOn }) => joinedOn === undefined) &&
      decidedOn >= "2006-09-01" &&
      numberOf(on) - numberOf(decidedOn) < 40,
  );

  it("are never taken twice, and what is not taken is free", () => {
    check(placesInput, (input) => {
      const given = places(input);
      if (!given) return;
      equal(given.taken, given.candidates.filter(({ state }) => TAKING.includes(state)).length);
      ok(given.taken <= input.places, `${given.taken} of ${input.places}`);
      equal(given.free, input.places - given.taken);
    });
  });

  it("are never left free while somebody waits who may be called", () => {
    check(placesInput, (input) => {
      const given = places(input);
      if (!given || (input.callsUntil !== undefined && input.on > input.callsUntil)) return;
      ok(given.free === 0 || given.candidates.every(({ state }) => state !== "waiting"));
    });
  });

  it("are waited for from the first on, in the order of ranks", () => {
    check(placesInput, (input) => {
      const given = places(input);
      if (!given) return;
      const ranks = new Map(input.candidates.map(({ id, rank }) => [id, rank]));
      const waiting = given.candidates
        .filter(({ state }) => state === "waiting")
        .toSorted((a, b) => ranks.get(a.id)! - ranks.get(b.id)!);
      deepEqual(
        waiting.map(({ place }) => place),
        waiting.map((_, at) => at + 1),
      );
      ok(given.candidates.every(({ state, place }) => (state === "waiting") === (place !== null)));
    });
  });

  it("are offered to nobody before those who wait with a lower rank", () => {
    check(placesInput, (input) => {
      const given = places(input);
      if (!given) return;
      const first = Math.min(
        ...given.candidates.flatMap(({ state }, at) => {
          const { rank, joinedOn } = input.candidates[at]!;
          // Whoever joined may stand before somebody who was called when they were not there.
          return state === "waiting" && joinedOn === undefined ? [rank!] : [];
        }),
      );
      // Who left the list may be offered a place out of turn; a call never is.
      given.candidates.forEach(({ offeredOn, id }, at) => {
        const { rank, events = [] } = input.candidates[at]!;
        if (rank === undefined || offeredOn === null || events.some(({ kind }) => kind === "reoffered")) return;
        ok(rank < first, `${id} was called before the rank ${first}`);
      });
    });
  });

  it("are answered for within the days that the school gives, and no longer", () => {
    check(placesInput, (input) => {
      for (const { state, offeredOn, answerBy } of places(input)?.candidates ?? []) {
        equal(answerBy !== null, state === "offered");
        if (answerBy === null) continue;
        equal(answerBy, dayOf(numberOf(offeredOn!) + input.answerWithin));
        ok(offeredOn! <= input.on && input.on <= answerBy);
      }
    });
  });

  it("change hands only on a day on which something happened or an offer had ended", () => {
    check(recent, (input) => {
      const lived = days(input);
      lived.forEach((today, at) => {
        const before = lived[at - 1];
        if (!today || !before) return;
        const day = dayOf(numberOf(input.decidedOn) + at);
        const quiet =
          input.candidates.every(({ events = [] }) => events.every(({ on }) => on !== day)) &&
          before.candidates.every(({ answerBy }) => answerBy === null || answerBy >= day);
        if (quiet) deepEqual(bare(today.candidates), bare(before.candidates));
      });
    });
  });

  it("are the same whatever the list tells besides of those whom nothing can reach", () => {
    check(placesInput, (input) => {
      const given = places(input);
      const without = places({ ...input, candidates: input.candidates.filter((one) => one.decision !== "refused") });
      deepEqual(bare(given?.candidates.filter(({ state }) => state !== "refused")), bare(without?.candidates));
    });
  });
});

const hours = (input: object) => answer("hours", input) as (contract.HoursAnswer & { findings: object[] }) | undefined;

describe("hours", () => {
  it("add up, and are complete when and only when nothing remains", () => {
    check(hoursInput, (input) => {
      const given = hours(input);
      if (!given) return;
      const path = pathway(pathOf(input))!;
      given.units.forEach((one, at) => {
        equal(one.due, path.units[at]!.remaining * 60);
        ok(one.remaining >= 0 && one.beyond >= 0 && one.remaining * one.beyond === 0, one.unit);
        equal(one.due - one.done, one.remaining - one.beyond);
        ok(Object.values(one).every((value) => typeof value === "string" || Number.isInteger(value)));
      });
      for (const [name, total] of Object.entries(given.totals))
        equal(
          total,
          given.units.reduce((sum, one) => sum + one[name as keyof contract.MinutesOf], 0),
        );
      equal(
        given.complete,
        given.units.every(({ remaining }) => remaining === 0),
      );
    });
  });

  it("never count a minute twice, nor one of a day to come", () => {
    check(hoursInput, (input) => {
      const given = hours(input);
      if (!given) return;
      const lived = new Set<string>();
      for (const { on, from, to, cancelled } of input.sessions) {
        if (on > input.on || cancelled === true) continue;
        for (let at = minuteOf(from); at < minuteOf(to); at++) lived.add(`${on} ${at}`);
      }
      ok(given.totals.done + given.totals.pending <= lived.size);
    });
  });

  it("that are countersigned are the same whatever else waits for it", () => {
    check(hoursInput, (input) => {
      const last = new Map(input.attendance.map((one) => [one.session, one]));
      const signed = [...last.values()].filter(({ countersigned }) => countersigned);
      deepEqual(
        hours({ ...input, attendance: signed })?.units.map(({ done }) => done),
        hours(input)?.units.map(({ done }) => done),
      );
    });
  });

  it("do not depend on the order of sessions, nor on records that others replace", () => {
    check(hoursInput, (input) => {
      const last = new Map(input.attendance.map((one) => [one.session, one]));
      const same = { ...input, sessions: input.sessions.toReversed(), attendance: [...last.values()].toReversed() };
      deepEqual(hours(same), hours(input));
    });
  });

  it("are told of once a session, only where somebody was noted to be there", () => {
    check(hoursInput, (input) => {
      const last = new Map(input.attendance.map((one) => [one.session, one]));
      const there = [...last.values()].filter(({ status }) => status === "present" || status === "part");
      const given = hours(input);
      if (given) ok(given.findings.length <= there.length + 1);
    });
  });

  const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const pathOf = (input: contract.HoursInput) =>
    Object.fromEntries(Object.entries(input).filter(([key]) => key !== "sessions" && key !== "attendance"));
});

describe("certification", () => {
  const DOMAINS = ["DF1", "DF2", "DF3"] as const;
  const judged = (entry: object | undefined) =>
    entry !== undefined && !("validatedOn" in entry) && !("dispensedBy" in entry);
  const certification = (input: object) => answer("certification", input) as contract.CertificationAnswer;

  it("gives no domain another result because of the marks of a third", () => {
    check(beside(certificationInput, certificationInput), ([input, other]) => {
      const before = certification(input);
      for (const domain of DOMAINS) {
        if (!judged(input[domain]) || !judged(other[domain])) continue;
        const after = certification({ ...input, [domain]: other[domain] });
        const others = (result: contract.CertificationAnswer) =>
          bare(result.domains.filter((one) => one.domain !== domain));
        deepEqual(others(after), others(before));
      }
    });
  });

  it("awards the diploma when and only when all domains are acquired", () => {
    check(certificationInput, (input) => {
      const { domains, outcome, acquired, validated, completeBy } = certification(input);
      const having = (...statuses: string[]) =>
        domains.filter((one) => statuses.includes(one.status)).map((one) => one.domain);
      deepEqual([validated, acquired], [having("validated"), having("validated", "held", "dispensed")]);
      equal(outcome === "diploma", acquired.length === DOMAINS.length);
      if (outcome === "diploma") equal(completeBy, null);
      if (completeBy !== null) ok(completeBy >= input.on);
    });
  });

  it("says points and threshold together, and only where marks gave a result", () => {
    check(certificationInput, (input) => {
      for (const { status, points, threshold } of certification(input).domains) {
        equal(points === undefined, threshold === undefined);
        if (points !== undefined) ok(["validated", "not-validated"].includes(status));
      }
    });
  });
});

describe("a jury", () => {
  type Said = { condition: string; met: boolean | null };
  type Looked = { regular: boolean; findings: Said[] };
  type Candidate = Looked & { exams: { exam: string; entitled: string[]; outcome: string }[] };
  type Answer = Looked & { candidates: Candidate[]; mayClose: boolean };
  const jury = (input: object) => answer("jury", input) as Answer;
  const outcomes = ({ candidates }: Answer) => candidates.map(({ exams }) => exams.map(({ outcome }) => outcome));

  it("closes only what is regular and decided, but for whoever was adjourned", () => {
    check(juryInput, (input) => {
      const { mayClose, regular, candidates } = jury(input);
      if (!mayClose) return;
      ok(regular);
      for (const [at, one] of candidates.entries()) {
        if (input.candidates[at]!.adjourned === true) continue;
        ok(one.regular);
        for (const { outcome, entitled } of one.exams) {
          ok(entitled.length > 0);
          ok(["validated", "not-validated", "adopted"].includes(outcome), outcome);
        }
      }
    });
  });

  it("never lets somebody decide twice, or who is recused, or who is neither appointed and present nor the director", () => {
    check(juryInput, (input) => {
      for (const [at, { exams }] of jury(input).candidates.entries()) {
        const { links = [], director } = input.candidates[at]!;
        const away = links.filter(({ kind }) => !["hierarchy", "taught"].includes(kind)).map(({ member }) => member);
        for (const { entitled } of exams) {
          equal(new Set(entitled).size, entitled.length);
          for (const id of entitled) {
            ok(!away.includes(id), `${id} is recused`);
            const member = input.members.find((one) => one.id === id);
            ok(id === director || (member?.present === true && member.appointedOn !== undefined), id);
          }
        }
      }
    });
  });

  it("decides the same with one abstention more, unless nobody had voted", () => {
    check(juryInput, (input) => {
      const more = input.candidates.map((one) => ({
        ...one,
        ...(one.votes && {
          votes: one.votes.map((each) =>
            each.for + each.against + each.abstain === 0 ? each : { ...each, abstain: Math.min(200, each.abstain + 1) },
          ),
        }),
      }));
      deepEqual(outcomes(jury({ ...input, candidates: more })), outcomes(jury(input)));
    });
  });

  it("is made no less regular by an override, which changes neither what is met nor what was decided", () => {
    check(juryInput, (input) => {
      const plain = Object.fromEntries(Object.entries(input).filter(([key]) => key !== "override"));
      const override = { rules: ["colleges", "share", "parity"], by: "DREETS", ground: "absence" };
      const [before, after] = [jury(plain), jury({ ...plain, override })];
      ok(!before.regular || after.regular);
      before.candidates.forEach((one, at) => ok(!one.regular || after.candidates[at]!.regular));
      deepEqual(outcomes(after), outcomes(before));
      const met = ({ findings }: Looked) => findings.filter(({ condition }) => condition !== "override").map(short);
      deepEqual([after, ...after.candidates].map(met), [before, ...before.candidates].map(met));
    });
  });

  it("judges one candidate without regard to another", () => {
    check(juryInput, (input) => {
      const { candidates } = jury(input);
      for (const [at, one] of candidates.entries())
        deepEqual(jury({ ...input, candidates: [input.candidates[at]!] }).candidates, [one]);
    });
  });

  const short = ({ condition, met }: Said) => `${condition} ${met}`;
});

describe("every answer", () => {
  for (const [name, inputs] of Object.entries(VALID_INPUTS)) {
    it(`of ${name} is said in both languages, with the same findings`, () => {
      check(inputs as fc.Arbitrary<object>, (input) => {
        const decided = ask(name, input);
        if ("fault" in decided) return;
        const said = LANGS.map((lang) => decided.answer(lang));
        for (const sentence of said.flatMap(reasons))
          ok(sentence.length > 10 && !/undefined|NaN|\[object|null/.test(sentence), sentence);
        deepEqual(wordless(said[0]), wordless(said[1]));
      });
    });
  }
});

/** An answer without its findings. */
function bare(value: unknown): unknown {
  return without(value, "findings");
}
/** An answer without its words, the citation of a text and its article included. */
function wordless(value: unknown): unknown {
  return ["reason", "text", "article"].reduce(without, value);
}
function without(value: unknown, left: string): unknown {
  if (Array.isArray(value)) return value.map((one) => without(one, left));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== left)
      .map(([key, one]) => [key, without(one, left)]),
  );
}
