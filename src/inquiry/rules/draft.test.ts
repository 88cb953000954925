import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Diploma } from "../../law/diploma.ts";
import { lawOf, loadLaws } from "../../law/load.ts";
import { INVENTED } from "../../test/invented.ts";
import { asksCorps, asksExperience, asksWaivers } from "../../law/doors.ts";
import {
  type Draft,
  EMPTY,
  fromInput,
  isBegun,
  isComplete,
  known,
  measureOf,
  namedIn,
  openQuestion,
  type PeriodDraft,
  REQUEST_STATES,
  shareOf,
  type TitleDraft,
  titleQuestions,
  titlesOf,
  toInput,
  withoutTyped,
  withPeriod,
  withTitle,
  withTyped,
} from "./draft.ts";
import { startMatters } from "./course-start.ts";
import type { EligibilityInput } from "../../decisions/eligibility/rule.ts";

const law = lawOf(loadLaws(INVENTED), "lighthouse", "1890", "ponant")!.diploma;
const ON = "2026-03-01";

const pilot: TitleDraft = { item: 1, title: "PILOT", awardedOn: "2019-05-01" };
const studies: TitleDraft = { item: 2, kind: "studies", country: null, yearsOfStudy: 2, awardedOn: "2021-05-01" };
const nautical: TitleDraft = { item: 3, kind: "nautical", country: null, level: 2, awardedOn: "2022-05-01" };
const work: PeriodDraft = { item: 4, from: "2020-01-01", to: null, share: { as: "full" }, field: "at-sea" };
const draft = (more: Partial<Draft>): Draft => ({ ...EMPTY, ...more });

/** The invented law, where the level of the signaller’s certificate depends on the day on which the course was begun. */
function lawWith(...levels: readonly object[]): Diploma {
  const [first, signal] = law.catalogue as [Diploma["catalogue"][number], Diploma["catalogue"][number]];
  const dated = levels.map((level) => ({ ...signal.levels[0]!, awardedBefore: undefined, ...level }));
  return { ...law, catalogue: [first, { ...signal, levels: dated }] } as Diploma;
}

describe("what is asked", () => {
  it("is only what the référentiel weighs", () => {
    deepEqual([asksExperience(law), asksCorps(law), asksWaivers(law)], [true, true, true]);
    const shore = law.doors.filter((one) => one.door === "SHORE");
    const bare: Diploma = { ...law, doors: shore, corps: [], waivers: [] };
    deepEqual([asksExperience(bare), asksCorps(bare), asksWaivers(bare)], [false, false, false]);
  });

  it("is nothing yet of whoever begins", () => deepEqual(EMPTY, { next: 1, titles: [], periods: [] }));

  it("of a request for money is how far it is, in the order in which it goes", () =>
    deepEqual(REQUEST_STATES, ["not-yet", "asked", "granted", "refused"]));
});

describe("a title of the catalogue", () => {
  it("is found by its name, and any other title is not in it", () => {
    equal(namedIn(law, pilot), law.catalogue[0]);
    equal(namedIn(law, { item: 1, title: "SIGNAL" }), law.catalogue[1]);
    equal(namedIn(law, studies), undefined);
  });

  it("asks which it is, and when it was awarded", () => {
    deepEqual(titleQuestions(law, pilot), ["title", "awarded"]);
    deepEqual(titleQuestions(law, { item: 1 }), ["title", "awarded"]);
    deepEqual(titleQuestions(law, { ...pilot, country: "FR" }), ["title", "awarded"]);
  });

  it("asks last when the course was begun, where the level depends on it", () => {
    const dated = lawWith({ startedBefore: "1998-09-01" });
    const signal: TitleDraft = { item: 1, title: "SIGNAL", awardedOn: "1999-06-30" };
    deepEqual(titleQuestions(dated, signal), ["title", "awarded", "started"]);
    equal(openQuestion(dated, signal), "started");
    equal(openQuestion(dated, { ...signal, startedOn: "1997-09-01" }), undefined);
    equal(openQuestion(dated, { ...signal, startedOn: null }), undefined);
  });
});

describe("the day on which a course was begun", () => {
  const signal = (awardedOn?: string): TitleDraft => ({ item: 1, title: "SIGNAL", ...(awardedOn && { awardedOn }) });

  it("matters where a level that may be meant depends on it", () => {
    equal(startMatters(lawWith({ startedBefore: "1998-09-01" }), signal("1999-06-30")), "1998-09-01");
    equal(startMatters(lawWith({ level: 1 }, { startedBefore: "1998-09-01" }), signal("2019-06-30")), "1998-09-01");
  });

  it("does not matter before one has said when the title was awarded, nor of a title without such a level", () => {
    equal(startMatters(lawWith({ startedBefore: "1998-09-01" }), signal()), undefined);
    equal(startMatters(law, signal("1999-06-30")), undefined);
    equal(startMatters(lawWith({ startedBefore: "1998-09-01" }), studies), undefined);
    equal(startMatters(lawWith({ startedBefore: "1998-09-01" }), pilot), undefined);
  });

  it("matters from the first day to the day before the last of the level that depends on it", () => {
    const dated = lawWith({ startedBefore: "1998-09-01", awardedFrom: "1990-01-01", awardedBefore: "2000-01-01" });
    const matters = (day: string) => startMatters(dated, signal(day)) !== undefined;
    deepEqual(["1989-12-31", "1990-01-01", "1999-12-31", "2000-01-01"].map(matters), [false, true, true, false]);
  });
});

describe("a title that is not in the catalogue", () => {
  it("is measured as its kind is", () => {
    deepEqual(
      [measureOf(law, nautical), measureOf(law, studies), measureOf(law, pilot)],
      ["level", "years", undefined],
    );
  });

  it("asks for the country and the measure, and for an attestation of one awarded abroad", () => {
    const home = ["title", "country", "measure", "awarded"];
    const abroad = ["title", "country", "measure", "attestation", "awarded"];
    deepEqual(titleQuestions(law, { item: 1, kind: "studies" }), home);
    deepEqual(titleQuestions(law, studies), home);
    deepEqual(titleQuestions(law, { ...studies, country: "FR" }), abroad);
  });

  it("leaves open the first question that has no answer", () => {
    const asked = (title: Omit<TitleDraft, "item">) => openQuestion(law, { item: 1, ...title });
    equal(asked({}), "title");
    equal(asked({ title: "PILOT" }), "awarded");
    equal(asked({ kind: "studies" }), "country");
    equal(asked({ kind: "studies", country: null }), "measure");
    equal(asked({ kind: "studies", country: null, level: 2 }), "measure");
    equal(asked({ kind: "nautical", country: null, yearsOfStudy: 2 }), "measure");
    equal(asked({ kind: "studies", country: null, yearsOfStudy: 0 }), "awarded");
    equal(asked({ kind: "nautical", country: null, level: 2 }), "awarded");
    equal(asked({ kind: "nautical", country: "FR", level: 2 }), "attestation");
    equal(asked({ kind: "nautical", country: "FR", level: 2, attestation: null }), "awarded");
    equal(asked({ kind: "nautical", country: "FR", level: 2, attestation: null, awardedOn: ON }), undefined);
    deepEqual(
      [pilot, studies, nautical].map((title) => openQuestion(law, title)),
      [undefined, undefined, undefined],
    );
  });
});

describe("what was typed and could not be taken", () => {
  it("is kept by the page it was typed on, the last time it was typed", () => {
    const once = withTyped(EMPTY, "titre/1", { day: "32" });
    deepEqual(once, { ...EMPTY, typed: { "titre/1": { day: "32" } } });
    deepEqual(withTyped(withTyped(once, "corps", "?"), "titre/1", { day: "33" }).typed, {
      "titre/1": { day: "33" },
      corps: "?",
    });
  });

  it("goes once the page was taken, and leaves no trace where nothing else is left", () => {
    const typed = draft({ titles: [pilot], typed: { "titre/1": "x", corps: "?" } });
    deepEqual(withoutTyped(typed, "titre/1"), draft({ titles: [pilot], typed: { corps: "?" } }));
    deepEqual(withoutTyped(withoutTyped(typed, "titre/1"), "corps"), draft({ titles: [pilot] }));
    deepEqual(withoutTyped(EMPTY, "corps"), EMPTY);
  });

  it("of a title or a period goes when that is gone, and stays while it is there", () => {
    const typed = { "titre/1": "a", "titre/1/date": "b", "periode/4": "c", "periode/7": "d", corps: "e" };
    deepEqual(withoutTyped(draft({ titles: [pilot], periods: [work], typed }), "plan").typed, {
      "titre/1": "a",
      "titre/1/date": "b",
      "periode/4": "c",
      corps: "e",
    });
  });
});

describe("a title or a period", () => {
  it("is begun once something is said of it, or typed", () => {
    equal(isBegun(EMPTY, { item: 1 }), false);
    equal(isBegun(EMPTY, { item: 1, country: null }), true);
    equal(isBegun(EMPTY, work), true);
    const typed = draft({ typed: { "titre/1": "x", corps: "?" } });
    deepEqual([isBegun(typed, { item: 1 }), isBegun(typed, { item: 2 })], [true, false]);
  });

  it("is added behind the others, and changed where it stands", () => {
    const titles = [pilot, studies].reduce(withTitle, EMPTY).titles;
    deepEqual(titles, [pilot, studies]);
    const changed = { ...pilot, awardedOn: "2018-05-01" };
    deepEqual(withTitle(draft({ titles, next: 3 }), changed), draft({ titles: [changed, studies], next: 3 }));
    const other = { ...work, item: 5 };
    const periods = [work, other].reduce(withPeriod, draft({ titles }));
    deepEqual(periods, draft({ titles, periods: [work, other] }));
    deepEqual(withPeriod(periods, { item: 5 }).periods, [work, { item: 5 }]);
  });
});

describe("a period", () => {
  it("is complete once it is said from when, until when, how much and at what; it may still go on", () => {
    equal(isComplete(work), true);
    for (const lacking of ["from", "to", "share", "field"] as const)
      equal(isComplete({ ...work, [lacking]: undefined }), false, lacking);
  });

  it("is worked at a share of full time, with four decimals, and never above it", () => {
    equal(shareOf({ as: "full" }), 1);
    equal(shareOf({ as: "percent", percent: 80 }), 0.8);
    equal(shareOf({ as: "percent", percent: 100 / 3 }), 0.3333);
    equal(shareOf({ as: "hours", hours: 20, full: 35 }), 0.5714);
    equal(shareOf({ as: "hours", hours: 39, full: 35 }), 1);
  });
});

describe("the question put to the decision", () => {
  const input = (more: Partial<Draft>) => toInput(law, draft(more), ON);

  it("says nothing of who asks, and nothing that was not answered", () =>
    deepEqual(input({}), { id: "inquiry", on: ON, titles: [], experience: [] }));

  it("leaves out a title that is not whole yet, and a period", () => {
    const more = { titles: [{ item: 1, title: "PILOT" }, studies], periods: [{ item: 3, from: ON }, work] };
    deepEqual(
      input(more).titles.map(({ kind }) => kind),
      ["studies"],
    );
    deepEqual(input(more).experience, [{ from: "2020-01-01", to: null, share: 1, field: "at-sea" }]);
    deepEqual(titlesOf(law, draft(more)), input(more).titles);
  });

  it("gives a named title by its name alone: its level is the référentiel’s to say", () => {
    const said: TitleDraft = { ...pilot, kind: "nautical", country: null, level: 3, yearsOfStudy: 9 };
    deepEqual(titlesOf(law, draft({ titles: [said] })), [{ title: "PILOT", awardedOn: "2019-05-01" }]);
  });

  it("gives another title by its kind and its measure", () =>
    deepEqual(titlesOf(law, draft({ titles: [studies, nautical] })), [
      { kind: "studies", yearsOfStudy: 2, awardedOn: "2021-05-01" },
      { kind: "nautical", level: 2, awardedOn: "2022-05-01" },
    ]));

  it("gives the country of a title from abroad, and its attestation where there is one", () => {
    const abroad: TitleDraft = { ...studies, country: "FR", attestation: { yearsOfStudy: 1 } };
    const plain = { kind: "studies", yearsOfStudy: 2, awardedOn: "2021-05-01" };
    deepEqual(titlesOf(law, draft({ titles: [abroad, { ...abroad, attestation: null }] })), [
      { ...plain, country: "FR", attestation: { yearsOfStudy: 1 } },
      { ...plain, country: "FR" },
    ]);
    // An attestation that was given before one said that the title is of the country is none.
    deepEqual(titlesOf(law, draft({ titles: [{ ...abroad, country: null }] })), [plain]);
  });

  it("gives the day on which the course was begun, where it is known", () => {
    const [on, unknown] = titlesOf(law, {
      ...EMPTY,
      titles: [
        { ...pilot, startedOn: "2017-09-01" },
        { ...pilot, startedOn: null },
      ],
    });
    equal(on!.startedOn, "2017-09-01");
    equal("startedOn" in unknown!, false);
  });

  it("names the corps one is of, and claims only the waivers that one has", () => {
    deepEqual(input({ corps: ["coast-guard"] }).corps, ["coast-guard"]);
    equal("corps" in input({ corps: [] }), false);
    equal(input({ waivers: ["harbour"] }).harbourWaiver, true);
    equal("harbourWaiver" in input({ waivers: [] }), false);
  });
});

describe("a draft begun under another référentiel", () => {
  it("is asked again for what this one does not name, and keeps the rest", () => {
    const lost = [
      { ...pilot, title: "CORSAIR" },
      { ...studies, kind: "piracy" },
    ];
    const begun = draft({
      next: 9,
      titles: [pilot, studies, ...lost, { item: 8 }],
      titlesDone: true,
      periods: [work, { ...work, item: 6, field: "in-the-air" }, { item: 7, from: ON }],
      corps: ["corsairs", "coast-guard"],
      waivers: ["harbour", "storm"],
    });
    deepEqual(known(law, begun), {
      next: 9,
      titles: [pilot, studies, { item: 1 }, { item: 2 }, { item: 8 }],
      titlesDone: true,
      periods: [work, { item: 6, from: "2020-01-01", to: null, share: { as: "full" } }, { item: 7, from: ON }],
      corps: ["coast-guard"],
      waivers: ["harbour"],
    });
  });

  it("is not said to be of no corps where nobody was asked", () => deepEqual(known(law, EMPTY), EMPTY));
});

describe("an answer that was kept", () => {
  const base: EligibilityInput = { id: "x", on: ON, titles: [], experience: [] };

  it("is gone on from as if one had just said it", () => {
    const input = {
      ...base,
      titles: [
        { title: "PILOT", awardedOn: "2019-05-01", startedOn: "2017-09-01" },
        { kind: "nautical", level: 2, awardedOn: "2020-05-01" },
        { kind: "studies", yearsOfStudy: 2, country: "FR", attestation: { yearsOfStudy: 1 }, awardedOn: "2021-05-01" },
        { kind: "studies", yearsOfStudy: 3, country: "FR", awardedOn: "2022-05-01" },
      ],
      experience: [
        { from: "2020-01-01", to: null, share: 1, field: "at-sea" },
        { from: "2019-01-01", to: "2019-12-31", share: 0.3333, field: "at-sea" },
      ],
      corps: ["coast-guard"],
      harbourWaiver: true,
    };
    deepEqual(fromInput(law, input), {
      next: 7,
      titles: [
        { item: 1, title: "PILOT", awardedOn: "2019-05-01", startedOn: "2017-09-01" },
        { item: 2, kind: "nautical", country: null, level: 2, awardedOn: "2020-05-01", startedOn: null },
        {
          item: 3,
          kind: "studies",
          country: "FR",
          yearsOfStudy: 2,
          attestation: { yearsOfStudy: 1 },
          awardedOn: "2021-05-01",
          startedOn: null,
        },
        {
          item: 4,
          kind: "studies",
          country: "FR",
          yearsOfStudy: 3,
          attestation: null,
          awardedOn: "2022-05-01",
          startedOn: null,
        },
      ],
      titlesDone: true,
      periods: [
        { item: 5, from: "2020-01-01", to: null, share: { as: "full" }, field: "at-sea" },
        { item: 6, from: "2019-01-01", to: "2019-12-31", share: { as: "percent", percent: 33.33 }, field: "at-sea" },
      ],
      periodsDone: true,
      corps: ["coast-guard"],
      waivers: ["harbour"],
    });
  });

  it("that said nothing is a draft where nothing is held", () =>
    deepEqual(fromInput(law, base), {
      next: 1,
      titles: [],
      titlesDone: true,
      periods: [],
      periodsDone: true,
      corps: [],
      waivers: [],
    }));

  it("with a level of the older scale is read in the one of today", () => {
    const legacy = {
      kind: "nautical",
      level: "pilote",
      country: "FR",
      attestation: { level: "mousse" },
      awardedOn: ON,
    };
    const [title] = fromInput(law, { ...base, titles: [legacy] }).titles;
    deepEqual([title!.level, title!.attestation], [2, { level: 1 }]);
  });

  it("puts the same question again", () => {
    const day = fc.integer({ min: 1990, max: 2025 }).map((year) => `${year}-06-30`);
    const maybe = <T extends object>(some: fc.Arbitrary<T>) => fc.option(some, { nil: {} });
    const plain = { noNullPrototype: true };
    const started = maybe(day.map((startedOn) => ({ startedOn })));
    const attested = maybe(fc.nat(9).map((yearsOfStudy) => ({ attestation: { yearsOfStudy } })));
    const abroad = maybe(attested.map((attestation) => ({ country: "FR", ...attestation })));
    const named = fc.tuple(fc.record({ title: fc.constantFrom("PILOT", "SIGNAL"), awardedOn: day }), started);
    const other = fc.tuple(
      fc.record({ kind: fc.constant("studies"), yearsOfStudy: fc.nat(9), awardedOn: day }),
      abroad,
      started,
    );
    const titles = fc.array(fc.oneof(named, other).map((parts) => Object.assign({}, ...parts)));
    const share = fc.integer({ min: 1, max: 10_000 }).map((part) => part / 10_000);
    const experience = fc.array(
      fc.record({ from: day, to: fc.option(day), share, field: fc.constantFrom("at-sea", "on-the-quay") }, plain),
    );
    const corps = fc.constantFrom({}, { corps: ["coast-guard"] });
    const waiver = fc.constantFrom({}, { harbourWaiver: true });
    fc.assert(
      fc.property(titles, experience, corps, waiver, (held, done, more, waived) => {
        const input = { id: "inquiry", on: ON, titles: held, experience: done, ...more, ...waived };
        deepEqual(toInput(law, fromInput(law, input), ON), input);
      }),
    );
  });
});
