import { deepEqual, equal, throws } from "node:assert/strict";
import { describe, it } from "node:test";
import type { Diploma } from "./diploma.ts";
import {
  attestedOtherwise,
  better,
  levelAt,
  type ReadTitle,
  type State,
  STATES,
  type TitleCondition,
  titleConfidence,
  titleConfidenceOf1,
  type TitleInput,
  titleReader,
  titleState,
  worse,
} from "./titles.ts";

const source = (confidence: string) => ({ text: "edict", article: "1", confidence });
const LAW = {
  titleKinds: [{ kind: "nautical" }, { kind: "studies" }],
  catalogue: [
    {
      id: "catalogue.SIGNAL",
      title: "SIGNAL",
      kind: "nautical",
      levels: [
        { level: 1, awardedBefore: "2000-01-01", source: source("text") },
        { level: 2, startedBefore: "1998-09-01", source: source("interpretation") },
        { level: 3, source: source("text") },
      ],
    },
    {
      id: "catalogue.GAP",
      title: "GAP",
      kind: "nautical",
      levels: [{ level: 1, awardedBefore: "2000-01-01", source: source("text") }],
    },
  ],
  homeTerritory: { countries: ["IS"], source: source("conflict") },
  levels: { legacy: { pilote: 2 }, source: source("interpretation") },
} as unknown as Diploma;
const read = titleReader(LAW);

function condition(title: object, confidence = "text"): TitleCondition {
  return { title, source: source(confidence) } as unknown as TitleCondition;
}
function state(title: object & { kind: string }, input: TitleInput): State {
  const kind = LAW.titleKinds.find((entry) => entry.kind === title.kind)!;
  return titleState({ title: condition(title), kind }, read(input));
}

describe("the states of a condition", () => {
  it("go from met to not met, each better than those after it", () => {
    deepEqual(STATES, ["met", "needs-decision", "unknown", "not-met"]);
    for (let at = 0; at < STATES.length; at++) {
      for (let other = 0; other < STATES.length; other++) {
        equal(better(STATES[at]!, STATES[other]!), at < other);
        equal(worse(STATES[at]!, STATES[other]!), STATES[Math.max(at, other)]);
      }
    }
  });
});

describe("a title, as it is read", () => {
  it("takes the first dated level whose bounds hold", () => {
    const level = (awardedOn: string, startedOn?: string) =>
      read({ title: "SIGNAL", awardedOn, ...(startedOn && { startedOn }) }).level;
    equal(level("1999-12-31"), 1);
    equal(level("2000-01-01"), 3);
    equal(level("2000-01-01", "1998-08-31"), 2);
    equal(level("2000-01-01", "1998-09-01"), 3);
    equal(level("1999-12-31", "1990-01-01"), 1);
  });

  it("has no level where the law gives none, which the loader does not let happen", () => {
    equal(levelAt(LAW.catalogue[1]!.levels, { awardedOn: "2000-01-01" }), undefined);
    throws(() => read({ title: "GAP", awardedOn: "2000-01-01" }), /catalogue\.GAP has no level for 2000-01-01/);
  });

  it("minds a level that only starts on a day", () => {
    const from = [{ awardedFrom: "2000-01-01" }];
    equal(levelAt(from, { awardedOn: "1999-12-31" }), undefined);
    equal(levelAt(from, { awardedOn: "2000-01-01" }), from[0]);
  });

  it("reads old level names, attested ones too", () => {
    const title = read({
      kind: "nautical",
      level: "pilote",
      awardedOn: "2001-01-01",
      country: "FR",
      attestation: { level: "pilote" },
    });
    deepEqual([title.level, title.attested], [2, { level: 2, years: undefined }]);
    equal(read({ kind: "nautical", level: 3, awardedOn: "2001-01-01" }).level, 3);
  });

  it("is foreign when a country outside the home territory awarded it", () => {
    const foreign = (country?: string) =>
      read({ kind: "studies", yearsOfStudy: 2, awardedOn: "2001-01-01", ...(country && { country }) }).abroad !==
      undefined;
    deepEqual([foreign(), foreign("IS"), foreign("FR")], [false, false, true]);
  });

  it("knows its kind, whichever way it was given", () => {
    deepEqual(
      [read({ title: "SIGNAL", awardedOn: "2001-01-01" }), read({ kind: "studies", awardedOn: "2001-01-01" })].map(
        (one) => [one.kind, one.named?.title],
      ),
      [
        [LAW.titleKinds[0], "SIGNAL"],
        [LAW.titleKinds[1], undefined],
      ],
    );
  });
});

describe("the state of a title for a condition", () => {
  const nautical = { kind: "nautical", level: 2, abroad: "decision" };
  const studies = { kind: "studies", years: 3, abroad: "attestation", attestedLevel: 2, attestedYears: 3 };
  const awardedOn = "2001-01-01";

  it("is met from the level asked for, at home", () => {
    equal(state(nautical, { kind: "nautical", level: 1, awardedOn }), "not-met");
    equal(state(nautical, { kind: "nautical", level: 2, awardedOn }), "met");
    equal(state(nautical, { kind: "nautical", level: 3, awardedOn }), "met");
  });

  it("is met from the years asked for, at home", () => {
    equal(state(studies, { kind: "studies", yearsOfStudy: 2, awardedOn }), "not-met");
    equal(state(studies, { kind: "studies", yearsOfStudy: 3, awardedOn }), "met");
  });

  it("is not met by another kind, whatever its level", () => {
    equal(state(studies, { kind: "nautical", level: 3, awardedOn }), "not-met");
    equal(state(nautical, { kind: "studies", yearsOfStudy: 9, awardedOn }), "not-met");
  });

  it("asks a decision for a title from abroad that would do, by its attested level if there is one", () => {
    const from = (level: number, attested?: number) =>
      state(nautical, {
        kind: "nautical",
        level,
        awardedOn,
        country: "FR",
        ...(attested && { attestation: { level: attested } }),
      });
    equal(from(1), "not-met");
    equal(from(2), "needs-decision");
    equal(from(3, 1), "not-met");
    equal(from(1, 2), "needs-decision");
  });

  it("asks the same decision by years", () => {
    const byYears = { kind: "studies", years: 3, abroad: "decision" };
    const from = (yearsOfStudy: number, attested?: number) =>
      state(byYears, {
        kind: "studies",
        yearsOfStudy,
        awardedOn,
        country: "FR",
        ...(attested && { attestation: { yearsOfStudy: attested } }),
      });
    deepEqual([from(2), from(3), from(9, 2), from(1, 3)], ["not-met", "needs-decision", "not-met", "needs-decision"]);
  });

  it("is unknown without the attestation that it is judged on, and then the attestation alone", () => {
    const from = (attestation?: object) =>
      state(studies, {
        kind: "studies",
        yearsOfStudy: 9,
        awardedOn,
        country: "FR",
        ...(attestation && { attestation }),
      });
    equal(from(), "unknown");
    equal(from({ level: 2 }), "met");
    equal(from({ yearsOfStudy: 3 }), "met");
    equal(from({ level: 1, yearsOfStudy: 2 }), "not-met");
    equal(from({ level: 1, yearsOfStudy: 3 }), "met");
  });

  it("is told apart where its attestation closes what was declared would open", () => {
    const closes = (wanted: object, given: object) => {
      const title = read({ awardedOn, country: "FR", ...given });
      return attestedOtherwise({ title: condition(wanted), kind: title.kind }, title);
    };
    const degree = { kind: "studies", yearsOfStudy: 9 };
    equal(closes(studies, { ...degree, attestation: { yearsOfStudy: 2 } }), true);
    equal(closes(studies, { ...degree, attestation: { yearsOfStudy: 3 } }), false);
    equal(closes(studies, degree), false);
    equal(closes(studies, { ...degree, yearsOfStudy: 2, attestation: { yearsOfStudy: 1 } }), false);
    equal(closes(studies, { ...degree, country: "IS" }), false);
    const byYears = { kind: "studies", years: 3, abroad: "decision" };
    equal(closes(byYears, { ...degree, attestation: { yearsOfStudy: 2 } }), true);
    // An attestation without the measure asked for leaves what was declared.
    equal(closes(byYears, { ...degree, attestation: { level: 1 } }), false);
    equal(closes(studies, { kind: "studies", level: 3, attestation: { level: 1 } }), true);
    // What is awarded at home is not judged by its attestation.
    const home = { kind: "studies", yearsOfStudy: 2, country: "IS", attestation: { yearsOfStudy: 1 } };
    equal(closes({ ...studies, attestedYears: 2 }, home), false);
    // Of another kind it opened nothing, whatever was declared.
    const other = read({ awardedOn, country: "FR", kind: "nautical", level: 3, attestation: { level: 1 } });
    equal(attestedOtherwise({ title: condition(studies), kind: LAW.titleKinds[1]! }, other), false);
  });
});

describe("how sure the law is of a title", () => {
  it("is no surer than the condition, nor than the dated level", () => {
    const plain = read({ kind: "nautical", level: 2, awardedOn: "2001-01-01" });
    const interpreted = read({ title: "SIGNAL", awardedOn: "2001-01-01", startedOn: "1997-01-01" });
    equal(titleConfidence(condition({}), plain), "text");
    equal(titleConfidence(condition({}, "conflict"), plain), "conflict");
    equal(titleConfidence(condition({}), interpreted), "interpretation");
    equal(titleConfidence(condition({}, "unverified"), interpreted), "unverified");
  });

  it("is no surer than the reading of a former level, nor than what makes a title foreign", () => {
    const former = read({ kind: "nautical", level: "pilote", awardedOn: "2001-01-01" });
    const abroad = read({ kind: "nautical", level: 2, awardedOn: "2001-01-01", country: "FR" });
    const attested = { level: "pilote" };
    const byAttestation = read({ kind: "studies", awardedOn: "2001-01-01", country: "FR", attestation: attested });
    const sure = (title: ReadTitle) => titleConfidence(condition({}), title);
    deepEqual([sure(former), sure(abroad), sure(byAttestation)], ["interpretation", "conflict", "conflict"]);
    const surely = titleReader({ ...LAW, homeTerritory: { ...LAW.homeTerritory, source: source("text") } } as Diploma);
    equal(sure(surely({ ...byAttestation.input })), "interpretation");
    equal(sure(surely({ ...byAttestation.input, attestation: { level: 2 } })), "text");
    deepEqual(
      [former, abroad, byAttestation].map((title) => titleConfidenceOf1(condition({}), title)),
      ["text", "text", "text"],
    );
  });
});
