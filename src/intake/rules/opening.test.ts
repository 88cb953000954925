import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import type { Finding } from "../../law/finding.ts";
import { lawOf } from "../../law/load.ts";
import { laws } from "../../test/law-world.ts";
import { changedSettings, changeFindings } from "./changing.ts";
import { askerOf } from "../../law/asker.ts";
import { isSettled, openingFindings } from "./opening.ts";
import { nextYear } from "./next-year.ts";
import { type Settings, type Settled, settingsOf } from "./settings.ts";

const { establishment, diplomas } = laws.establishments[0]!.data;
const [{ diploma, version }] = diplomas as [(typeof diplomas)[number]];
const law = lawOf(laws, diploma, version, establishment)!;
const zone = "Europe/Paris";
const given = { law, zone, at: new Date("2026-12-01T09:00:00Z") };

const whole: Settings & Settled = {
  ...settingsOf(law),
  label: { fr: "Rentrée 2027", en: "2027 intake" },
  opens: { day: "2027-01-04", time: "09:00" },
  closes: { day: "2027-03-31", time: "23:59" },
  interviewsFrom: "2027-05-10",
  interviewsTo: "2027-05-21",
  decidesBy: "2027-06-30",
  entryOn: "2027-09-13",
  places: 24,
  admissionValidity: { months: 0 },
  waitingList: { kind: "ranked", most: 10 },
  appeal: { fr: "On écrit à la direction.", en: "One writes to the direction." },
};

const said = (findings: readonly Finding[]) => findings.map(({ condition, says }) => `${condition}: ${says}`);
const opening = (settings: Partial<Settings>) => said(openingFindings({ ...whole, ...settings }, given));

describe("an intake that has all it needs", () => {
  it("may open", () => deepEqual(opening({}), []));

  it("may go without a day for the answers, and without days for the interviews", () =>
    deepEqual(opening({ decidesBy: null, interviewsFrom: null, interviewsTo: null }), []));
});

describe("an intake that lacks something", () => {
  const blank = { fr: "École", en: " " };
  const fee = { key: "x", label: blank, amount: 0 };
  const hours = { key: "x", label: whole.label, value: null };
  for (const [settings, fault] of [
    [{ label: { fr: "", en: "2027 intake" } }, "entry: label-missing"],
    [{ label: { fr: "Rentrée", en: "" } }, "entry: label-missing"],
    [{ label: { fr: " ", en: "2027 intake" } }, "entry: label-missing"],
    [{ opens: null }, "opening: opening-missing"],
    [{ closes: null }, "closing: closing-missing"],
    [{ entryOn: null }, "entry: entry-missing"],
    [{ places: null }, "places: places-missing"],
    [{ fees: [...whole.fees, fee] }, "fees: fee-unnamed"],
    [{ interview: [...whole.interview, hours] }, "interview: interview-missing"],
    [{ admissionValidity: null }, "validity: validity-missing"],
    [{ waitingList: null }, "waiting-list: waiting-list-missing"],
    [{ appeal: { fr: "On écrit.", en: "\t" } }, "appeal: appeal-missing"],
    [{ toCheck: ["places" as const] }, "places: setting-to-check"],
  ] as const)
    it(`may not open: ${fault}`, () => deepEqual(opening(settings as Partial<Settings>), [fault]));

  it("is told all of it at once, each with the entry of the law that asks for it", () => {
    const findings = openingFindings({ ...whole, opens: null, places: null }, given);
    deepEqual(said(findings), ["opening: opening-missing", "places: places-missing"]);
    for (const { met, condition, entry } of findings) {
      equal(met, false);
      equal((entry as { asks?: string[] }).asks?.includes(condition), true, condition);
      equal(entry, askerOf(law, condition as "places"));
    }
  });

  it("is not settled, and one that lacks only what it may go without is", () => {
    equal(isSettled(whole), true);
    equal(isSettled({ ...whole, decidesBy: null, interviewsFrom: null, interviewsTo: null }), true);
    for (const setting of ["opens", "closes", "entryOn", "places", "admissionValidity", "waitingList"])
      equal(isSettled({ ...whole, [setting]: null }), false, setting);
  });
});

describe("the version of the référentiel at the first day of training", () => {
  const begins = { ...law, diploma: { ...law.diploma, to: "2027-09-12" } };
  const faults = (entryOn: string) =>
    openingFindings(
      { ...whole, entryOn },
      { law, begins, at: new Date("2026-12-01T09:00:00Z"), zone: "Europe/Paris" },
    ).map(({ condition, says }) => `${condition}: ${says}`);

  it("has not ended: an intake whose training begins the day after its end does not open", () => {
    deepEqual(faults("2027-09-12"), []);
    deepEqual(faults("2027-09-13"), ["entry: version-ended"]);
  });
});

describe("the days of an intake", () => {
  for (const [why, settings, faults] of [
    [
      "opens in an hour that spring leaps over",
      { opens: { day: "2027-03-28", time: "02:30" } },
      ["opening: minute-leapt"],
    ],
    ["closes in such an hour", { closes: { day: "2027-03-28", time: "02:30" } }, ["closing: minute-leapt"]],
    // It closes when the minute is over: at 10:00:59.999 in Paris, before or at nine o'clock of the given hour.
    [
      "closed a minute ago",
      { opens: null, closes: { day: "2026-12-01", time: "09:59" } },
      ["opening: opening-missing", "closing: closing-past"],
    ],
    [
      "closes at the end of this minute",
      { opens: null, closes: { day: "2026-12-01", time: "10:00" } },
      ["opening: opening-missing"],
    ],
    ["closes before it opens", { closes: { day: "2027-01-04", time: "08:59" } }, ["closing: closing-before-opening"]],
    ["closes in the minute it opens", { closes: { day: "2027-01-04", time: "09:00" } }, []],
    [
      "begins on the day it closes",
      { entryOn: "2027-03-31", decidesBy: null, interviewsFrom: null, interviewsTo: null },
      ["entry: entry-before-closing"],
    ],
    [
      "begins on the day after",
      { entryOn: "2027-04-01", decidesBy: null, interviewsFrom: null, interviewsTo: null },
      [],
    ],
    [
      "answers the day before it closes",
      { decidesBy: "2027-03-30", interviewsFrom: null, interviewsTo: null },
      ["answer: answer-before-closing"],
    ],
    ["answers on the day it closes", { decidesBy: "2027-03-31", interviewsFrom: null, interviewsTo: null }, []],
    ["answers after it begins", { decidesBy: "2027-09-14" }, ["answer: answer-after-entry"]],
    ["answers on the day it begins", { decidesBy: "2027-09-13" }, []],
    ["interviews backwards", { interviewsTo: "2027-05-09" }, ["interview: interviews-reversed"]],
    ["interviews on one day", { interviewsTo: "2027-05-10" }, []],
    ["answers before the last interview", { decidesBy: "2027-05-20" }, ["answer: answer-before-interviews"]],
    [
      "answers before interviews whose end is not known",
      { decidesBy: "2027-05-09", interviewsTo: null },
      ["answer: answer-before-interviews"],
    ],
    ["interviews before it opens", { interviewsFrom: "2027-01-03" }, ["interview: interviews-before-opening"]],
    ["interviews on the day it opens", { interviewsFrom: "2027-01-04" }, []],
  ] as const)
    it(`${faults.length === 0 ? "may be such that it" : "are told where it"} ${why}`, () =>
      deepEqual(opening(settings as Partial<Settings>), faults));

  it("are told of a closing at the very moment that it closes", () => {
    const closes = { day: "2026-12-01", time: "10:00" };
    const at = (moment: string) =>
      said(openingFindings({ ...whole, opens: null, closes }, { ...given, at: new Date(moment) }));
    deepEqual(at("2026-12-01T09:00:59.998Z"), ["opening: opening-missing"]);
    deepEqual(at("2026-12-01T09:00:59.999Z"), ["opening: opening-missing", "closing: closing-past"]);
  });

  it("say which minute it is about", () => {
    const minute = { day: "2027-03-28", time: "02:30" };
    deepEqual(
      openingFindings({ ...whole, opens: minute, closes: minute }, given).map(({ values }) => values),
      [{ minute }, { minute }],
    );
    const past = { day: "2026-11-30", time: "23:59" };
    deepEqual(
      openingFindings({ ...whole, opens: null, closes: past }, given)
        .map(({ values }) => values)
        .at(-1),
      { minute: past },
    );
  });
});

describe("the pieces of an intake", () => {
  const [first, ...others] = whole.pieces.filter(({ national }) => national);

  it("are all those of the law, as the law asks for them", () => {
    const missing = ["pieces: piece-of-the-law-missing"];
    deepEqual(opening({ pieces: others }), missing);
    deepEqual(opening({ pieces: [{ ...first!, needed: "optional" }, ...others] }), missing);
    deepEqual(opening({ pieces: [{ ...first!, pages: { min: 1, max: 99 } }, ...others] }), missing);
    const counted = whole.pieces.find(({ pages }) => pages)!;
    for (const pages of [
      { ...counted.pages!, min: 1 },
      { ...counted.pages!, max: 500 },
    ])
      deepEqual(opening({ pieces: whole.pieces.map((one) => (one === counted ? { ...one, pages } : one)) }), missing);
  });

  it("say which one is missing", () =>
    deepEqual(openingFindings({ ...whole, pieces: others }, given)[0]!.values, { piece: first!.label }));

  it("of the school have a name, and a range of pages that is one", () => {
    const own = { key: "own", label: { fr: "Lettre", en: "Letter" }, needed: "optional" as const, many: false };
    const withOwn = (piece: object) => opening({ pieces: [...whole.pieces, { ...own, ...piece }] });
    deepEqual(withOwn({}), []);
    deepEqual(withOwn({ label: { fr: "", en: "Letter" } }), ["pieces: piece-unnamed"]);
    deepEqual(withOwn({ pages: { min: 3, max: 2 } }), ["pieces: pages-reversed"]);
    deepEqual(withOwn({ pages: { min: 2, max: 2 } }), []);
    const reversed = { ...own, pages: { min: 3, max: 2 } };
    deepEqual(openingFindings({ ...whole, pieces: [...whole.pieces, reversed] }, given)[0]!.values, {
      piece: own.label,
    });
    const unnamed = { ...own, label: { fr: " ", en: "" } };
    deepEqual(openingFindings({ ...whole, pieces: [...whole.pieces, unnamed] }, given)[0]!.values, {
      piece: unnamed.label,
    });
  });
});

describe("what the files of the law say of an intake", () => {
  const before = settingsOf(law);

  it("is all that it begins with: nothing that is the school’s to settle each year is invented", () => {
    const { pieces, fees, interview, ...rest } = before;
    deepEqual(rest, {
      label: { fr: "", en: "" },
      opens: null,
      closes: null,
      entryOn: null,
      decidesBy: null,
      interviewsFrom: null,
      interviewsTo: null,
      places: null,
      pagesOutside: "explain",
      admissionValidity: null,
      waitingList: null,
      appeal: { fr: "", en: "" },
      toCheck: [],
    });
    deepEqual(
      pieces.filter(({ national }) => national).map(({ key }) => key),
      law.diploma.admission.pieces.filter(({ piece }) => piece).map(({ key }) => key),
    );
    deepEqual(
      pieces.filter(({ national }) => !national).map(({ key }) => key),
      law.school.admission.pieces.filter(({ piece }) => piece).map(({ key }) => key),
    );
    const selection = law.school.price.lines.filter((line) => line.selection);
    deepEqual(
      fees,
      selection.map(({ line, label, quantity, unitAmount }) => ({
        key: line,
        label: { fr: label.fr, en: label.en },
        amount: (quantity ?? 1) * unitAmount,
      })),
    );
    const numbered = law.school.admission.interview.filter(({ value }) => typeof value === "number");
    deepEqual(
      interview,
      numbered.map(({ key, label, value }) => ({ key, label: { fr: label.fr, en: label.en }, value })),
    );
  });

  it("multiplies a fee by its quantity", () => {
    const [line] = law.school.price.lines.filter((one) => one.selection);
    const school = {
      ...law.school,
      price: { ...law.school.price, lines: [{ ...line!, quantity: 3, unitAmount: 700 }] },
    };
    deepEqual(
      settingsOf({ ...law, school }).fees.map(({ amount }) => amount),
      [2100],
    );
  });
});

describe("an opened intake", () => {
  const moment = { ...given, at: new Date("2027-02-01T09:00:00Z") };
  const changing = (changes: Parameters<typeof changedSettings>[1], from = whole, at = moment) =>
    said(changeFindings(from, changedSettings(from, changes).settings, at));

  it("may close later, and never earlier", () => {
    deepEqual(changing({ closes: { day: "2027-04-15", time: "23:59" } }), []);
    deepEqual(changing({ closes: { day: "2027-03-31", time: "23:58" } }), ["closing: closing-brought-forward"]);
    deepEqual(changing({ closes: whole.closes }), []);
    const earlier = { ...whole, closes: { day: "2027-03-31", time: "23:58" } };
    const [found] = changeFindings(whole, earlier, moment);
    deepEqual([found!.met, found!.entry], [false, askerOf(law, "closing")]);
  });

  it("that has closed may still move its other days, and is not told that it has closed", () => {
    const closed = { ...given, at: new Date("2027-04-02T09:00:00Z") };
    deepEqual(changing({ decidesBy: "2027-07-01" }, whole, closed), []);
    deepEqual(changing({ closes: { day: "2027-04-01", time: "12:00" } }, whole, closed), ["closing: closing-past"]);
  });

  it("keeps its pieces whatever the law asks for since, and still may not be impossible", () => {
    const fewer = { ...whole, pieces: [] };
    deepEqual(changing({ places: 25 }, fewer), []);
    deepEqual(changing({ decidesBy: "2027-09-14" }), ["answer: answer-after-entry"]);
  });

  it("remembers what differs, before and after, and nothing that was sent again unchanged", () => {
    const { settings, before, after } = changedSettings(whole, { places: 30, closes: { ...whole.closes } });
    deepEqual([before, after], [{ places: 24 }, { places: 30 }]);
    equal(settings.places, 30);
    const every = {
      closes: { day: "2027-04-15", time: "12:00" },
      places: 1,
      decidesBy: "2027-07-01",
      interviewsFrom: "2027-05-11",
      interviewsTo: "2027-05-22",
    };
    deepEqual(changedSettings(whole, every).after, every);
    deepEqual(changedSettings(whole, {}), { settings: whole, before: {}, after: {} });
  });
});

describe("next year’s intake", () => {
  const prepared = nextYear(whole, law);

  it("has every setting of this one’s, its days a year on, on the same day of the week", () => {
    const { label, opens, closes, entryOn, decidesBy, interviewsFrom, interviewsTo } = prepared;
    deepEqual(
      { label, opens, closes, entryOn, decidesBy, interviewsFrom, interviewsTo },
      {
        label: { fr: "Rentrée 2028", en: "2028 intake" },
        opens: { day: "2028-01-03", time: "09:00" },
        closes: { day: "2028-03-29", time: "23:59" },
        entryOn: "2028-09-11",
        decidesBy: "2028-06-28",
        interviewsFrom: "2028-05-08",
        interviewsTo: "2028-05-19",
      },
    );
    const { places, fees, pieces, interview, admissionValidity, waitingList, appeal, pagesOutside } = whole;
    for (const [key, value] of Object.entries({
      places,
      fees,
      pieces,
      interview,
      admissionValidity,
      waitingList,
      appeal,
      pagesOutside,
    }))
      deepEqual(prepared[key as keyof Settings], value, key);
  });

  it("says what to look at again: days and figures always, the rest where there is something", () => {
    deepEqual(prepared.toCheck, ["opening", "closing", "entry", "answer", "places", "fees", "interview"]);
    const bare = { ...whole, decidesBy: null, interviewsFrom: null, interviewsTo: null };
    deepEqual(nextYear(bare, law).toCheck, ["opening", "closing", "entry", "places", "fees"]);
    deepEqual(nextYear({ ...bare, interviewsTo: "2027-05-21" }, law).toCheck.at(-1), "interview");
    deepEqual(nextYear({ ...bare, interviewsFrom: "2027-05-21" }, law).toCheck.at(-1), "interview");
  });

  it("asks for what the law asks for today, then for what the school added, and says that it changed", () => {
    const own = { key: "own", label: { fr: "Lettre", en: "Letter" }, needed: "optional" as const, many: false };
    const older = { ...whole, pieces: [...whole.pieces.slice(1), own] };
    const next = nextYear(older, law);
    deepEqual(
      next.pieces.map(({ key }) => key),
      [
        ...whole.pieces.filter(({ national }) => national).map(({ key }) => key),
        ...whole.pieces.filter(({ national }) => !national).map(({ key }) => key),
        "own",
      ],
    );
    equal(next.toCheck.includes("pieces"), true);
  });

  it("keeps the school’s own amounts, and gains the lines that its prices gained since", () => {
    const [fee, ...rest] = whole.fees;
    const mine = { ...fee!, amount: 1 };
    deepEqual(nextYear({ ...whole, fees: [mine] }, law).fees, [mine, ...rest]);
  });

  it("of one that had no days has none", () => {
    const bare = {
      ...whole,
      opens: null,
      closes: null,
      entryOn: null,
      decidesBy: null,
      interviewsFrom: null,
      interviewsTo: null,
    };
    const { opens, closes, entryOn, decidesBy, interviewsFrom, interviewsTo } = nextYear(bare, law);
    deepEqual([opens, closes, entryOn, decidesBy, interviewsFrom, interviewsTo], [null, null, null, null, null, null]);
  });

  it("keeps a name without a year, and moves both years of one that has two", () => {
    const named = (fr: string) => nextYear({ ...whole, label: { fr, en: fr } }, law).label.fr;
    equal(named("Rentrée"), "Rentrée");
    equal(named("2027-2028"), "2028-2029");
    equal(named("Salle 12027"), "Salle 12027");
  });
});
