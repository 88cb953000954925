import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { laws } from "../../test/law-world.ts";
import { readDoors } from "../../law/doors.ts";
import { EMPTY } from "../../inquiry/rules/draft.ts";
import { type AskedPiece, EXPLANATIONS, pagesOutside, tasksOf, unfinished } from "./completeness.ts";

const TEXT: AskedPiece = { key: "personal-text", needed: "always", pages: { min: 8, max: 10 } };
const law = laws.diplomas[0]!.data;
const held = (...pages: (number | null)[]) => pages.map((one) => ({ slot: TEXT.key, pages: one }));
const statusOf = (pages: number, rule: "explain" | "refuse", why = "") => {
  const judged = {
    law,
    draft: EMPTY,
    sections: { [EXPLANATIONS]: { [TEXT.key]: why } },
    pieces: [TEXT],
    files: held(pages),
    othersAsked: false,
    pagesOutside: rule,
  };
  const task = tasksOf(judged).find(({ key }) => key === "piece:personal-text")!;
  return { status: task.status, holdsBack: unfinished([task]).length > 0 };
};

describe("a text of 8 to 10 pages", () => {
  it("is outside with 7 and with 11, and not with 8 nor with 10", () => {
    assert.deepEqual(
      [7, 8, 10, 11].map((pages) => pagesOutside(TEXT, held(pages))),
      [7, undefined, undefined, 11],
    );
  });

  it("is counted over all its files; photos, which have no pages, say nothing", () => {
    assert.equal(pagesOutside(TEXT, held(4, 5)), undefined);
    assert.equal(pagesOutside(TEXT, held(4, 7)), 11);
    assert.equal(pagesOutside(TEXT, held(null)), undefined);
  });

  it("outside, may be handed in where the school lets it be explained, once it is, and not before", () => {
    assert.deepEqual(statusOf(11, "explain"), { status: "problem", holdsBack: true });
    assert.deepEqual(statusOf(7, "explain", "  "), { status: "problem", holdsBack: true });
    assert.deepEqual(statusOf(11, "explain", "Three appendices"), { status: "done", holdsBack: false });
    assert.deepEqual(statusOf(11, "refuse", "Three appendices"), { status: "problem", holdsBack: true });
  });

  it("outside, holds back the dossier where the school refuses it, and only then", () => {
    assert.deepEqual(statusOf(7, "refuse"), { status: "problem", holdsBack: true });
    assert.deepEqual(statusOf(11, "refuse"), { status: "problem", holdsBack: true });
    assert.deepEqual(statusOf(8, "refuse"), { status: "done", holdsBack: false });
    assert.deepEqual(statusOf(10, "refuse"), { status: "done", holdsBack: false });
  });
});

describe("the tasks of a dossier", () => {
  const known = law.catalogue[0]!.title;
  const title = { item: 1, title: known, awardedOn: "2015-07-01" };
  const period = {
    item: 2,
    from: "2016-01-01",
    to: null,
    share: { as: "full" },
    field: law.experience!.fields[0]!.field,
  };
  const answered = { corps: [], waivers: [], titlesDone: true, periodsDone: true };
  const asksOthers = (draft: object) => !("corps" in draft && "waivers" in draft && draft.waivers !== undefined);
  const judged = (draft: object, more: object = {}) =>
    tasksOf({
      law,
      draft: { ...EMPTY, ...draft },
      sections: {},
      pieces: [],
      files: [],
      othersAsked: asksOthers(draft),
      ...more,
    });
  const status = (key: string, draft: object, more: object = {}) =>
    judged(draft, more).find((one) => one.key === key)?.status;

  it("are who one is, what one holds and did, the plan, the pieces, and last the arrangements", () => {
    const pieces: AskedPiece[] = [TEXT, { key: "cv", needed: "always" }];
    assert.deepEqual(
      judged({}, { pieces }).map(({ key }) => key),
      ["identity", "contact", "titles", "experience", "plan", "piece:personal-text", "piece:cv", "accommodations"],
    );
  });

  it("are all to do at first", () => {
    assert.deepEqual([...new Set(judged({}).map((one) => one.status))], ["to-do"]);
    assert.deepEqual(
      judged({}).flatMap(({ problems }) => problems),
      [],
    );
    assert.equal(unfinished(judged({})).length, judged({}).length);
  });

  it("leave experience out where the law asks for none", () => {
    const asking = readDoors(law);
    const without = { ...law, doors: law.doors.filter((_, at) => !asking[at]!.experience) };
    const bare = tasksOf({ law: without, draft: EMPTY, sections: {}, pieces: [], files: [], othersAsked: true });
    assert.deepEqual(
      bare.map(({ key }) => key),
      ["identity", "contact", "titles", "plan", "accommodations"],
    );
  });

  it("say of a section what is missing in it, once it was begun", () => {
    const [identity] = judged({}, { sections: { identity: { birthName: "Martin" } } });
    assert.equal(identity!.status, "in-progress");
    assert.equal(identity!.problems[0]!.field, "givenNames");
    assert.deepEqual(judged({})[0]!.problems, []);
  });

  it("have titles done once all is said of each, and what may open a door was asked", () => {
    assert.equal(status("titles", { titles: [title] }), "in-progress");
    assert.equal(status("titles", { titlesDone: true }), "done");
    assert.equal(status("titles", { titles: [title], ...answered }), "done");
    assert.equal(status("titles", { titles: [], ...answered }), "done");
    assert.equal(status("titles", { titles: [title], ...answered, titlesDone: false }), "in-progress");
    assert.equal(status("titles", { titles: [{ item: 1, title: known }], ...answered }), "in-progress");
    // With a diploma that asks for no experience, a corps or a waiver is asked with the titles.
    const asking = readDoors(law);
    const without = { ...law, doors: law.doors.filter((_, at) => !asking[at]!.experience) };
    const open = { law: without, othersAsked: true };
    assert.equal(status("titles", { titles: [title], ...answered }, open), "in-progress");
    assert.equal(status("titles", { titles: [title], ...answered }, { ...open, othersAsked: false }), "done");
  });

  it("have experience done once each period is whole, there are no more, and a corps or a waiver needs no asking", () => {
    assert.equal(status("experience", { periods: [period], ...answered }, { othersAsked: true }), "in-progress");
    assert.equal(status("experience", { periods: [period] }), "in-progress");
    assert.equal(status("experience", { periods: [period], ...answered }), "done");
    assert.equal(status("experience", { periods: [], ...answered }), "done");
    assert.equal(status("experience", { periods: [period, { item: 3 }], ...answered }), "in-progress");
  });

  it("have a plan done once it says who pays, were it nobody else", () => {
    assert.equal(status("plan", { plan: { held: [] } }), "in-progress");
    assert.equal(status("plan", { plan: { funding: [] } }), "done");
    // What was typed of it and could not be taken is still to be mended; what was typed of a period is not of the plan.
    const typed = (page: string, plan?: object) => status("plan", { plan, typed: { [page]: { amount: "x" } } });
    assert.equal(typed("financement"), "in-progress");
    assert.equal(typed("financement", { funding: [] }), "in-progress");
    // What is not asked any more, as what it hung on is gone, holds nothing back.
    assert.equal(typed("demandes", { funding: [] }), "done");
    assert.equal(typed("demandes"), "to-do");
    assert.equal(typed("demandes", { held: [] }), "in-progress");
    assert.equal(typed("demandes", { funding: [{ source: "x" }] }), "in-progress");
    assert.equal(typed("allegement", { funding: [] }), "done");
    const studies = { item: 9, kind: "higher-education", yearsOfStudy: 8, awardedOn: "2015-07-01" };
    const relieved = (country: string | null) =>
      status("plan", {
        titles: [{ ...studies, country, attestation: null }],
        plan: { funding: [] },
        typed: { allegement: "x" },
      });
    assert.deepEqual([relieved(null), relieved("BE")], ["in-progress", "done"]);
    assert.equal(typed("periode/3", { funding: [] }), "done");
    assert.equal(typed("periode/3"), "to-do");
  });

  it("ask for a piece of those whom it concerns", () => {
    const optional = (needed: AskedPiece["needed"], draft: object) =>
      judged(draft, { pieces: [{ key: "p", needed }] }).find(({ key }) => key === "piece:p")!.optional;
    assert.equal(optional("always", {}), false);
    assert.equal(optional("optional", { periods: [period] }), true);
    assert.equal(optional("optional", {}), true);
    assert.deepEqual([optional("experience", {}), optional("experience", { periods: [period] })], [true, false]);
    const abroad = (country: unknown) => optional("abroad", { titles: [{ ...title, country }] });
    assert.deepEqual([abroad(undefined), abroad(null), abroad("BE")], [true, true, false]);
    assert.equal(optional("abroad", { titles: [title, { ...title, item: 2, country: "BE" }] }), false);
    const relief = (plan: object | undefined) => optional("relief", { plan });
    assert.deepEqual([relief(undefined), relief({}), relief({ grants: [], held: [] })], [true, true, true]);
    assert.deepEqual([relief({ grants: ["a"] }), relief({ held: ["b"] })], [false, false]);
  });

  it("say why a piece is not asked: it is of choice, not for this person, or not known yet", () => {
    const why = (needed: string, draft: object, more: object = {}) =>
      judged(draft, { pieces: [{ key: "k", needed }], ...more }).find(({ key }) => key === "piece:k");
    assert.equal(why("optional", answered)!.asked, "of-choice");
    const known = { ...answered, plan: { funding: [] } };
    for (const needed of ["abroad", "experience", "waiver", "relief"]) {
      assert.equal(why(needed, {})!.asked, "not-yet-known", needed);
      assert.equal(why(needed, known)!.asked, "not-of-you", needed);
    }
    for (const [needed, more] of [
      ["abroad", { titlesDone: false }],
      ["experience", { periodsDone: false }],
      ["waiver", { waivers: undefined }],
      ["relief", { plan: {} }],
    ] as const)
      assert.equal(why(needed, { ...known, ...more })!.asked, "not-yet-known", needed);
    // Where no door weighs experience, nobody is asked for it.
    const asking = readDoors(law);
    const without = { ...law, doors: law.doors.filter((_, at) => !asking[at]!.experience) };
    assert.equal(why("experience", {}, { law: without })!.asked, "not-of-you");
    assert.equal(why("waiver", {}, { law: { ...law, waivers: [] } })!.asked, "not-of-you");
    assert.equal("asked" in why("always", {})!, false);
  });

  it("have a piece done by a file of its own, and by no other’s", () => {
    const more = (slot: string) => ({ pieces: [{ key: "cv", needed: "always" }], files: [{ slot, pages: 1 }] });
    assert.equal(status("piece:cv", {}, more("cv")), "done");
    assert.equal(status("piece:cv", {}, more("id")), "to-do");
    const both = {
      pieces: [{ key: "cv", needed: "always" }],
      files: [
        { slot: "id", pages: 1 },
        { slot: "cv", pages: 1 },
      ],
    };
    assert.equal(status("piece:cv", {}, both), "done");
    assert.deepEqual(judged({}, more("cv")).find(({ key }) => key === "piece:cv")!.problems, []);
  });

  it("hold back the submission until done, but for what one may go without and did not begin", () => {
    const task = (state: "to-do" | "in-progress" | "problem" | "done", optional: boolean) =>
      unfinished([{ key: "k", status: state, problems: [], optional }]).length > 0;
    assert.deepEqual([task("done", false), task("done", true), task("to-do", true)], [false, false, false]);
    assert.deepEqual([task("to-do", false), task("in-progress", false), task("problem", false)], [true, true, true]);
    assert.deepEqual([task("in-progress", true), task("problem", true)], [true, true]);
  });

  it("take a text outside the pages as one to be explained, where the school says nothing, and any where it sets none", () => {
    const files = held(30);
    assert.equal(status("piece:personal-text", {}, { pieces: [TEXT], files }), "problem");
    const open = { key: TEXT.key, needed: "always" };
    assert.equal(status("piece:personal-text", {}, { pieces: [open], files }), "done");
    assert.equal(pagesOutside({ key: TEXT.key, needed: "always" }, files), undefined);
    assert.equal(pagesOutside(TEXT, [{ slot: "cv", pages: 30 }]), undefined);
  });
});
