import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { dayNumber } from "../kit/day.ts";
import type { Diploma } from "./diploma.ts";
import {
  asksForSome,
  type Door,
  type Held,
  holding,
  readDoors,
  stateWithExperience,
  waysThrough,
  waysThroughGroups,
} from "./doors.ts";
import { FULL } from "./experience.ts";
import { type TitleInput, titleReader } from "./titles.ts";

const nautical = { title: { kind: "nautical", level: 2, abroad: "decision" } };
const studies = { title: { kind: "studies", years: 2, abroad: "attestation", attestedYears: 2 } };
const atSea = { experience: { years: 2, field: "sea" } };
const corps = { corps: ["coast-guard", "pilot-boat"] };
const waiver = { waiver: "harbour" };
const LAW = {
  titleKinds: [{ kind: "nautical" }, { kind: "studies" }],
  catalogue: [],
  homeTerritory: { countries: ["IS"] },
  levels: { legacy: {} },
  experience: { year: { days: 300 } },
  doors: [
    { door: "one", opens: nautical },
    { door: "any", opens: { any: [corps, waiver, nautical] } },
    { door: "both", opens: { all: [nautical, studies, atSea] } },
    { door: "sea", opens: atSea },
    { door: "mixed", opens: { all: [{ any: [nautical, studies] }, atSea] } },
  ],
} as unknown as Diploma;

const read = titleReader(LAW);
const held = (titles: TitleInput[], { corps = [], waivers = [] }: Partial<Held> = {}): Held =>
  holding(titles.map(read), corps, waivers);
const level = (level: number, awardedOn = "2001-01-01", country = "IS"): TitleInput => ({
  kind: "nautical",
  level,
  awardedOn,
  country,
});
const years = (yearsOfStudy: number, awardedOn = "2002-01-01", country = "IS"): TitleInput => ({
  kind: "studies",
  yearsOfStudy,
  awardedOn,
  country,
});
const doors = readDoors(LAW);
const named = (name: string): Door => doors.find((door) => door.entry.door === name)!;
const ways = (name: string, holding: Held) =>
  waysThrough(waysThroughGroups(named(name), holding)).map(({ state, after, parts }) => [state, after, parts.length]);

describe("a door, as it is read", () => {
  it("has a group for each thing asked for together, with the choices of each", () => {
    deepEqual(
      doors.map((door) => [door.entry.door, door.groups.map((group) => group.length)]),
      [
        ["one", [1]],
        ["any", [3]],
        ["both", [1, 1]],
        ["sea", []],
        ["mixed", [2]],
      ],
    );
  });

  it("keeps its experience apart, in ten-thousandths of a day", () => {
    deepEqual(
      doors.map((door) => [door.experience !== undefined, door.required]),
      [
        [false, 0],
        [false, 0],
        [true, 600 * FULL],
        [true, 600 * FULL],
        [true, 600 * FULL],
      ],
    );
  });
});

describe("the ways through a door", () => {
  const never = Number.NEGATIVE_INFINITY;

  it("are those of each title that opens it, dated by its award", () => {
    deepEqual(ways("one", held([level(1), level(2), level(3, "2003-01-01", "FR")])), [
      ["met", dayNumber("2001-01-01"), 1],
      ["needs-decision", dayNumber("2003-01-01"), 1],
    ]);
  });

  it("are by corps or waiver too, which have no date", () => {
    deepEqual(ways("any", held([])), []);
    deepEqual(ways("any", held([], { corps: ["pilot-boat"] })), [["met", never, 1]]);
    deepEqual(ways("any", held([], { waivers: ["harbour"] })), [["met", never, 1]]);
    deepEqual(ways("any", held([], { corps: ["pirate"], waivers: ["island"] })), []);
    deepEqual(ways("any", held([level(2)], { corps: ["coast-guard"], waivers: ["harbour"] })), [
      ["met", never, 1],
      ["met", never, 1],
      ["met", dayNumber("2001-01-01"), 1],
    ]);
  });

  it("take one choice of each group: the worst state, the latest day", () => {
    deepEqual(ways("both", held([level(2), years(2)])), [["met", dayNumber("2002-01-01"), 2]]);
    deepEqual(ways("both", held([level(2, "2005-01-01"), years(2)])), [["met", dayNumber("2005-01-01"), 2]]);
    deepEqual(ways("both", held([level(2), years(2, "2002-01-01", "FR")])), [["unknown", dayNumber("2002-01-01"), 2]]);
    deepEqual(ways("both", held([level(2)])), []);
    equal(ways("both", held([level(2), level(3), years(2), years(3)])).length, 4);
  });

  it("are one, open to all, where only experience is asked", () => {
    deepEqual(ways("sea", held([])), [["met", never, 0]]);
  });

  it("remember which opener let in which title", () => {
    const [way] = waysThrough(waysThroughGroups(named("mixed"), held([years(2)])));
    const [part] = way!.parts;
    equal(part!.title!.input.yearsOfStudy, 2);
    equal(part!.state, "met");
    equal((part!.opener as { title: unknown }).title, studies);
    const [byCorps] = waysThrough(waysThroughGroups(named("any"), held([], { corps: ["coast-guard"] })));
    deepEqual(byCorps!.parts, [{ opener: corps, title: undefined, state: "met" }]);
  });
});

describe("the state of a way once its experience is weighed", () => {
  it("is its own when the experience is surely enough", () => {
    equal(stateWithExperience("met", 10, 10, 10), "met");
    equal(stateWithExperience("needs-decision", 10, 10, 10), "needs-decision");
    equal(stateWithExperience("unknown", 10, 11, 11), "unknown");
  });

  it("is doubtful when only the doubtful work makes it enough", () => {
    equal(stateWithExperience("met", 10, 9, 10), "needs-decision");
    equal(stateWithExperience("needs-decision", 10, 9, 10), "needs-decision");
    equal(stateWithExperience("unknown", 10, 9, 10), "unknown");
  });

  it("is not met when even the doubtful work is not enough", () => {
    equal(stateWithExperience("met", 10, 9, 9), "not-met");
    equal(stateWithExperience("unknown", 10, 0, 9), "not-met");
  });
});

describe("a door, before any title is weighed", () => {
  it("asks for something held only where a kind of title, a corps or a waiver that it names may be", () => {
    const asks = (name: string, held: Held) => asksForSome(named(name), held);
    const nobody = held([]);
    const sailor = held([level(1)]);
    const student = held([years(1)]);
    deepEqual(
      [asks("one", nobody), asks("one", student), asks("one", sailor), asks("one", held([years(1), level(1)]))],
      [false, false, true, true],
    );
    deepEqual([asks("both", student), asks("mixed", student), asks("mixed", nobody)], [true, true, false]);
    deepEqual(
      [
        asks("any", nobody),
        asks("any", held([], { corps: ["coast-guard"] })),
        asks("any", held([], { waivers: ["board"] })),
      ],
      [false, true, true],
    );
    equal(asks("sea", nobody), true, "a door that asks for no title is always tried");
  });
});
