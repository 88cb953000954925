/** What must hold of every list of places, and of all hours followed, on random people. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import type * as contract from "../oracle/contract.ts";
import { dayOf, numberOf } from "../oracle/days.ts";
import { hoursInput } from "../oracle/hours-arbitraries.ts";
import { placesInput } from "../oracle/places-arbitraries.ts";
import { answer, bare, check, pathway } from "./trying.ts";

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
      const attested = (input.earlier?.units ?? []).reduce((sum, { minutes }) => sum + minutes, 0);
      ok(given.totals.done + given.totals.pending <= lived.size + attested);
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
      if (given) ok(given.findings.length <= there.length + (input.earlier ? 2 : 1));
    });
  });

  const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const pathOf = (input: contract.HoursInput) =>
    Object.fromEntries(Object.entries(input).filter(([key]) => !["sessions", "attendance", "earlier"].includes(key)));
});
