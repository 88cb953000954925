import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { sayFindings } from "../../law/finding.ts";
import { lawOf, loadLaws } from "../../law/load.ts";
import { validator } from "../../kit/schema.ts";
import { INVENTED } from "../../test/invented.ts";
import { law as deis } from "../../test/reach.ts";
import { placesRejection, placesSchema } from "./input.ts";
import { type Candidate, EVENTS, type EventKind, type PlacesInput, placesRule, type State } from "./rule.ts";
import { sentences } from "./sentences.ts";

const law = lawOf(loadLaws(INVENTED), "lighthouse", "1890", "ponant")!;
const rule = placesRule(law);

/** One place, offered on the 1st; an offer may be answered up to and including the 4th. */
const input = (facts: Partial<PlacesInput> = {}): PlacesInput => ({
  id: "x",
  on: "2026-03-01",
  places: 1,
  decidedOn: "2026-03-01",
  answerWithin: 3,
  candidates: [],
  ...facts,
});
const on = (day: number) => `2026-03-${String(day).padStart(2, "0")}`;
type Happened = readonly [day: number, kind: EventKind];
const happened = (...events: readonly Happened[]) => events.map(([day, kind]) => ({ on: on(day), kind }));
const admitted = (...events: readonly Happened[]): Candidate => ({
  id: "a",
  decision: "admitted",
  events: happened(...events),
});
const waiting = (rank: number, ...events: readonly Happened[]): Candidate => ({
  id: `w${rank}`,
  decision: "waiting",
  rank,
  events: happened(...events),
});
/** What each candidate has come to on a day of the month, in a few words. */
const told = (day: number, candidates: readonly Candidate[], facts: Partial<PlacesInput> = {}): string[] =>
  rule(input({ on: on(day), candidates, ...facts })).candidates.map(({ state, offeredOn, answerBy, place, findings }) =>
    [
      state,
      offeredOn?.slice(8),
      answerBy && `by ${answerBy.slice(8)}`,
      place && `place ${place}`,
      ...findings.map(({ says }) => says),
    ]
      .filter((one) => one)
      .join(" "),
  );

describe("an offer", () => {
  it("stands up to and including its last day, and lapses on the next", () => {
    deepEqual(told(4, [admitted(), waiting(1)]), ["offered 01 by 04", "waiting place 1"]);
    deepEqual(told(5, [admitted(), waiting(1)]), ["lapsed 01", "offered 05 by 08"]);
  });

  it("is accepted on its last day, and no longer on the next", () => {
    deepEqual(told(9, [admitted([4, "accepted"]), waiting(1)]), ["accepted 01", "waiting place 1"]);
    deepEqual(told(5, [admitted([5, "accepted"]), waiting(1)]), ["lapsed 01 no-offer", "offered 05 by 08"]);
  });

  it("made by a call lapses in its turn, so that the list is gone through", () => {
    const list = [admitted(), waiting(1), waiting(2), waiting(3)];
    deepEqual(told(12, list), ["lapsed 01", "lapsed 05", "offered 09 by 12", "waiting place 1"]);
    deepEqual(told(13, list), ["lapsed 01", "lapsed 05", "lapsed 09", "offered 13 by 16"]);
    deepEqual(told(31, list), ["lapsed 01", "lapsed 05", "lapsed 09", "lapsed 13"]);
  });

  it("made anew has days of its own, of which the first one takes none", () => {
    const again = [admitted([3, "declined"], [3, "reoffered"])];
    deepEqual(told(6, again), ["offered 03 by 06"]);
    deepEqual(told(7, again), ["lapsed 03"]);
    deepEqual(told(4, [admitted([1, "declined"], [1, "reoffered"])]), ["offered 01 by 04"]);
    deepEqual(told(5, [admitted([1, "declined"], [1, "reoffered"])]), ["lapsed 01"]);
  });

  it("that was accepted lapses no more", () => {
    deepEqual(told(31, [admitted([2, "accepted"])]), ["accepted 01"]);
  });

  it("may be answered past the last day that can be given", () => {
    const end = { decidedOn: "2199-12-31", candidates: [admitted()] };
    equal(rule(input({ on: "2199-12-31", ...end })).candidates[0]!.answerBy, "2200-01-03");
  });
});

describe("a call", () => {
  it("goes to the lowest rank, wherever it stands, for as many places as are free", () => {
    deepEqual(told(1, [waiting(9), waiting(2), waiting(5)], { places: 2 }), [
      "waiting place 1",
      "offered 01 by 04",
      "offered 01 by 04",
    ]);
  });

  it("passes over whoever waits no more", () => {
    const list = [admitted([3, "declined"]), waiting(1, [2, "withdrawn"]), waiting(2)];
    deepEqual(told(3, list), ["declined 01", "withdrawn", "offered 03 by 06"]);
  });

  it("of the morning is answered on the same day, one of the evening from the next on", () => {
    deepEqual(told(5, [admitted(), waiting(1, [5, "accepted"])]), ["lapsed 01", "accepted 05"]);
    deepEqual(told(5, [admitted([5, "accepted"]), waiting(1, [5, "accepted"])]), ["lapsed 01 no-offer", "accepted 05"]);
    const evening = [admitted([2, "declined"]), waiting(1, [2, "accepted"])];
    deepEqual(told(2, evening), ["declined 01", "offered 02 by 05 no-offer"]);
    deepEqual(told(3, [admitted([2, "declined"]), waiting(1, [3, "accepted"])]), ["declined 01", "accepted 02"]);
  });

  it("is made on the last day of calls, and not on the next", () => {
    const freed = (day: number) => [admitted([day, "declined"]), waiting(1)];
    deepEqual(told(9, freed(2), { callsUntil: on(2) }), ["declined 01", "lapsed 02"]);
    deepEqual(told(9, freed(3), { callsUntil: on(2) }), ["declined 01", "waiting place 1"]);
    deepEqual(told(1, [waiting(1)], { callsUntil: on(1) }), ["offered 01 by 04"]);
    deepEqual(told(1, [waiting(1)], { callsUntil: "2026-02-28" }), ["waiting place 1"]);
  });

  it("is not made where there is no place at all", () => {
    deepEqual(told(9, [waiting(7), waiting(3)], { places: 0 }), ["waiting place 2", "waiting place 1"]);
  });
});

describe("whoever joins a list", () => {
  const joined = (rank: number, day: number, ...events: readonly Happened[]): Candidate => ({
    ...waiting(rank, ...events),
    joinedOn: on(day),
  });

  it("is called for a place that is free on that day, and not for one that was before it", () => {
    deepEqual(told(6, [joined(1, 6)]), ["offered 06 by 09"]);
    deepEqual(told(6, [admitted([2, "accepted"]), joined(1, 4), joined(2, 4)], { places: 2 }), [
      "accepted 01",
      "offered 04 by 07",
      "waiting place 1",
    ]);
  });

  it("stands where their rank puts them, before some who were called already too", () => {
    const declined = admitted([3, "declined"]);
    deepEqual(told(4, [declined, waiting(5), joined(2, 4), waiting(6)]), [
      "declined 01",
      "offered 03 by 06",
      "waiting place 1",
      "waiting place 2",
    ]);
    deepEqual(told(7, [declined, waiting(5), joined(2, 4), waiting(6)])[2], "offered 07 by 10");
  });

  it("may leave and be offered a place on the day itself, past the last day of calls", () => {
    const direct = joined(1, 6, [6, "withdrawn"], [6, "reoffered"]);
    deepEqual(told(6, [direct], { callsUntil: on(2) }), ["offered 06 by 09"]);
    deepEqual(told(6, [joined(1, 6)], { callsUntil: on(2) }), ["waiting place 1"]);
  });
});

describe("an event", () => {
  /** How somebody comes into a state by the 5th, a place being free for them then. */
  const into: Record<State, Candidate> = {
    offered: { id: "s", decision: "admitted" },
    accepted: { id: "s", decision: "admitted", events: happened([1, "accepted"]) },
    declined: { id: "s", decision: "admitted", events: happened([2, "declined"]) },
    withdrawn: { id: "s", decision: "admitted", events: happened([2, "withdrawn"]) },
    deferred: { id: "s", decision: "admitted", events: happened([2, "deferred"]) },
    lapsed: { id: "s", decision: "admitted" },
    waiting: { id: "s", decision: "waiting", rank: 1 },
    refused: { id: "s", decision: "refused" },
  };
  const after = (state: State, kind: EventKind): string => {
    const one = into[state];
    const events = [...(one.events ?? []), ...happened([5, kind])];
    const facts = {
      answerWithin: state === "lapsed" ? 3 : 9,
      ...(state === "waiting" && { callsUntil: "2026-02-01" }),
    };
    return told(5, [{ ...one, events }], facts)[0]!;
  };

  it("changes what it can change, and else nothing", () => {
    deepEqual(
      Object.fromEntries(
        (Object.keys(into) as State[]).map((state) => [state, EVENTS.map((kind) => after(state, kind))]),
      ),
      {
        offered: ["accepted 01", "declined 01", "withdrawn 01", "deferred 01", "offered 01 by 10 not-reoffered"],
        accepted: ["accepted 01 no-offer", "declined 01", "withdrawn 01", "deferred 01", "accepted 01 not-reoffered"],
        declined: [
          "declined 01 no-offer",
          "declined 01 nothing-to-end",
          "declined 01 nothing-to-end",
          "declined 01 nothing-to-keep",
          "offered 05 by 14",
        ],
        withdrawn: [
          "withdrawn 01 no-offer",
          "withdrawn 01 nothing-to-end",
          "withdrawn 01 nothing-to-end",
          "withdrawn 01 nothing-to-keep",
          "offered 05 by 14",
        ],
        deferred: [
          "deferred 01 no-offer",
          "deferred 01 nothing-to-end",
          "deferred 01 nothing-to-end",
          "deferred 01 nothing-to-keep",
          "deferred 01 not-reoffered",
        ],
        lapsed: [
          "lapsed 01 no-offer",
          "lapsed 01 nothing-to-end",
          "lapsed 01 nothing-to-end",
          "lapsed 01 nothing-to-keep",
          "offered 05 by 08",
        ],
        waiting: [
          "waiting place 1 no-offer",
          "declined",
          "withdrawn",
          "waiting place 1 nothing-to-keep",
          "waiting place 1 not-reoffered",
        ],
        refused: [
          "refused no-offer",
          "refused nothing-to-end",
          "refused nothing-to-end",
          "refused nothing-to-keep",
          "refused not-reoffered",
        ],
      },
    );
  });

  it("frees a place only where it ends an offer or a place", () => {
    const taken = (...candidates: Candidate[]) => {
      const { taken: some, free } = rule(input({ on: on(2), candidates, places: 2, callsUntil: "2026-02-01" }));
      return [some, free];
    };
    deepEqual(taken(admitted(), waiting(1, [2, "declined"])), [1, 1]);
    deepEqual(taken(admitted([2, "accepted"])), [1, 1]);
    for (const kind of ["declined", "withdrawn", "deferred"] as const) {
      deepEqual(taken(admitted([2, kind])), [0, 2]);
      deepEqual(taken(admitted([1, "accepted"], [2, kind])), [0, 2]);
    }
  });

  it("that offers a place again needs a free one, the last included, whatever the last day of calls", () => {
    const again = [admitted([2, "declined"], [9, "reoffered"]), waiting(1, [3, "accepted"])];
    deepEqual(told(9, again), ["declined 01 full", "accepted 02"]);
    deepEqual(told(9, again, { places: 2 }), ["offered 09 by 12", "accepted 01"]);
    const late = [admitted([2, "declined"], [9, "reoffered"])];
    deepEqual(told(9, late, { callsUntil: on(1) }), ["offered 09 by 12"]);
  });

  it("that offers a place again gives one to somebody who left the list", () => {
    const left = [waiting(1, [1, "withdrawn"], [2, "reoffered"])];
    deepEqual(told(2, left, { callsUntil: "2026-02-01" }), ["offered 02 by 05"]);
  });

  it("of one day is taken in the order of the list, then of each one’s own", () => {
    const leaves = { ...admitted([2, "withdrawn"]), id: "l" };
    const comes = { ...admitted([1, "declined"], [2, "reoffered"]), id: "c" };
    const second = waiting(1, [1, "accepted"]);
    const facts = { places: 2, callsUntil: on(1) };
    deepEqual(told(2, [leaves, comes, second], facts), [
      "withdrawn 01",
      "offered 02 by 05",
      "offered 01 by 04 no-offer",
    ]);
    deepEqual(told(2, [comes, leaves, second], facts), [
      "declined 01 full",
      "withdrawn 01",
      "offered 01 by 04 no-offer",
    ]);
    deepEqual(told(2, [admitted([2, "accepted"], [2, "withdrawn"])]), ["withdrawn 01"]);
    deepEqual(told(2, [admitted([2, "withdrawn"], [2, "accepted"])]), ["withdrawn 01 no-offer"]);
  });

  it("of one day is taken as acts recorded it, where they say so", () => {
    const said = (one: Candidate, ...places: readonly number[]): Candidate => ({
      ...one,
      events: one.events!.map((event, index) => ({ ...event, nth: places[index]! })),
    });
    const both = [
      said(admitted([2, "declined"], [2, "reoffered"]), 1, 4),
      said(waiting(1, [2, "declined"], [2, "reoffered"]), 2, 3),
    ];
    deepEqual(
      told(2, both).map((one) => one.slice(0, 7)),
      ["decline", "offered"],
    );
  });

  it("is met on its day, wherever it stands in the list of one person", () => {
    deepEqual(told(3, [admitted([3, "withdrawn"], [2, "accepted"])]), ["withdrawn 01"]);
  });
});

describe("the findings of places", () => {
  const silent = input({ on: on(5), candidates: [admitted([5, "accepted"])] });

  it("cite what the school says of its offers, or, where it says nothing, what asks for a waiting list", () => {
    equal(rule(silent).candidates[0]!.findings[0]!.entry.id, "diplomas.lighthouse.admission.intake.announced");
    const { offers: _, ...admission } = deis.school.admission;
    const unsaid = { ...deis, school: { ...deis.school, admission } };
    equal(
      placesRule(unsaid)(silent).candidates[0]!.findings[0]!.entry.id,
      "diplomas.deis.admission.silent.waiting-list",
    );
    const found = placesRule(deis)(silent).candidates[0]!.findings;
    deepEqual(
      found.map(({ condition, met, entry, confidence }) => [condition, met, entry.id, confidence]),
      [["ignored", false, "diplomas.deis.admission.offers", "interpretation"]],
    );
  });

  it("name the candidate and the day, with the spaces of print", () => {
    const { findings } = rule(silent).candidates[0]!;
    equal(
      sayFindings(findings, sentences, "fr")[0]!.reason,
      "L’acceptation du 5 mars 2026 pour «\u00a0a\u00a0» ne change rien\u00a0: aucune offre n’attendait de réponse.",
    );
  });

  it("say that the registration is over, after its last day", () => {
    const until = law.diploma.registration.until;
    equal(rule(input({ decidedOn: until, on: until })).findings.length, 0);
    equal(rule(input({ on: "2199-12-31" })).findings[0]!.condition, "unverified");
  });
});

describe("what places refuses", () => {
  const check = validator(placesSchema());
  const said = (facts: object): string[] => {
    const given = input(facts);
    const issues = check(given);
    const found = issues.length > 0 ? { code: "invalid", issues } : placesRejection(given);
    return (found?.issues ?? []).map(({ path, message }) => `${found!.code} ${path}: ${message("en")}`);
  };
  const people = (...candidates: object[]) => said({ candidates });

  it("is more people admitted than places, and not as many", () => {
    const two = [admitted(), { ...admitted(), id: "b" }];
    deepEqual(said({ candidates: two, places: 2 }), []);
    deepEqual(said({ candidates: two, places: 1 }), [
      "places places: The list has more people admitted (2) than places (1).",
    ]);
    const french = placesRejection(input({ candidates: two }))!.issues[0]!.message("fr");
    equal(french, "La liste compte plus d’admis (2) que de places (1).");
  });

  it("is told after what is invalid", () => {
    deepEqual(people(admitted(), admitted()), ['invalid candidates[1].id: "a" is given twice.']);
  });

  it("is a number past its limits, and not one on them", () => {
    deepEqual(said({ places: 10_000, answerWithin: 365 }), []);
    deepEqual(said({ places: 0, answerWithin: 1 }), []);
    deepEqual(said({ places: 10_001, answerWithin: 366 }), [
      "invalid places: The value must be at most 10,000.",
      "invalid answerWithin: The value must be at most 365.",
    ]);
    deepEqual(said({ places: -1, answerWithin: 0 }), [
      "invalid places: The value must be at least 0.",
      "invalid answerWithin: The value must be at least 1.",
    ]);
    deepEqual(said({ places: 1.5 }), ["invalid places: Expected: a whole number."]);
    deepEqual(people(waiting(1), waiting(100_000)), []);
    deepEqual(people(waiting(0), waiting(100_001)), [
      "invalid candidates[0].rank: The value must be at least 1.",
      "invalid candidates[1].rank: The value must be at most 100,000.",
    ]);
  });

  it("is a list of more than 2 000 people, or 20 events of one", () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `${at}`, decision: "refused" }));
    deepEqual(people(...many(2_000)), []);
    deepEqual(people(...many(2_001)), ["invalid candidates: Greatest number of items: 2,000."]);
    const events = (count: number) => Array.from({ length: count }, () => ({ on: on(1), kind: "accepted" }));
    deepEqual(people({ ...admitted(), events: events(20) }), []);
    deepEqual(people({ ...admitted(), events: events(21) }), [
      "invalid candidates[0].events: Greatest number of items: 20.",
    ]);
  });

  it("is a rank that is missing, out of place, or given twice", () => {
    deepEqual(people({ id: "a", decision: "waiting" }), ["invalid candidates[0].rank: This is missing."]);
    for (const decision of ["admitted", "refused"])
      deepEqual(people({ id: "a", decision, rank: 1 }), ["invalid candidates[0].rank: This does not belong here."]);
    deepEqual(people(admitted(), waiting(1), { ...waiting(1), id: "b" }), [
      'invalid candidates[2].rank: "1" is given twice.',
    ]);
  });

  it("is a day out of its order, and not one on its bound", () => {
    deepEqual(said({ decidedOn: on(2) }), ["invalid decidedOn: This day cannot be after 2026-03-01."]);
    const event = (day: number) =>
      said({ on: on(4), decidedOn: on(2), candidates: [admitted([3, "accepted"], [day, "accepted"])] });
    deepEqual([event(2), event(4)], [[], []]);
    deepEqual(event(1), ["invalid candidates[0].events[1].on: This day cannot be before 2026-03-02."]);
    deepEqual(event(5), ["invalid candidates[0].events[1].on: This day cannot be after 2026-03-04."]);
    deepEqual(said({ callsUntil: "1900-01-01" }), []);
    const joined = (day: number, ...events: readonly Happened[]) =>
      said({ on: on(4), decidedOn: on(2), candidates: [{ ...waiting(1, ...events), joinedOn: on(day) }] });
    deepEqual([joined(2), joined(4, [4, "declined"])], [[], []]);
    deepEqual(joined(1), ["invalid candidates[0].joinedOn: This day cannot be before 2026-03-02."]);
    deepEqual(joined(5), ["invalid candidates[0].joinedOn: This day cannot be after 2026-03-04."]);
    deepEqual(joined(3, [2, "declined"]), [
      "invalid candidates[0].events[0].on: This day cannot be before 2026-03-03.",
    ]);
  });

  it("is an unknown word or key", () => {
    deepEqual(people({ id: "a", decision: "kept" }), [
      'invalid candidates[0].decision: Unknown value. Known are: "admitted", "waiting", "refused".',
    ]);
    deepEqual(people({ id: "a", decision: "admitted", events: [{ on: on(1), kind: "lapsed", at: 1 }] }).length, 2);
    deepEqual(people({ id: "", decision: "admitted" }), ["invalid candidates[0].id: Least number of characters: 1."]);
  });
});
