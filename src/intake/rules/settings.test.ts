import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { type JsonSchema, validator } from "../../kit/schema.ts";
import { NEEDED, SETTINGS } from "../../law/intake.ts";
import { lawOf } from "../../law/load.ts";
import { laws } from "../../test/law-world.ts";
import { LIMITS, nationalPieces, SettingsSchema, settingsOf } from "./settings.ts";

const { establishment, diplomas } = laws.establishments[0]!.data;
const [{ diploma, version }] = diplomas as [(typeof diplomas)[number]];
const law = lawOf(laws, diploma, version, establishment)!;
const begun = settingsOf(law);

const check = validator(SettingsSchema as unknown as JsonSchema);
/** Where the settings are wrong; nowhere where they may be saved. */
const wrong = (changes: object) => [...new Set(check({ ...begun, ...changes }).map(({ path }) => path))];
const takes = (...changes: object[]) => {
  for (const one of changes) deepEqual(wrong(one), [], JSON.stringify(one));
};
const refuses = (path: string, ...changes: object[]) => {
  for (const one of changes) deepEqual(wrong(one), [path], JSON.stringify(one));
};
const words = (length: number) => ({ fr: "é".repeat(length), en: "e".repeat(length) });
const many = <T>(length: number, one: T) => Array.from({ length }, () => one);

describe("the settings of an intake in preparation", () => {
  it("may be saved as the files of the law leave them, and with all of them settled", () => {
    takes({});
    takes({
      label: { fr: "Rentrée 2027", en: "2027 intake" },
      opens: { day: "2027-01-04", time: "09:00" },
      closes: { day: "2027-03-31", time: "23:59" },
      entryOn: "2027-09-13",
      decidesBy: "2027-06-30",
      interviewsFrom: "2027-05-10",
      interviewsTo: "2027-05-21",
      places: 24,
      pagesOutside: "refuse",
      admissionValidity: { months: 12 },
      waitingList: { kind: "ranked", most: 10 },
      toCheck: [...SETTINGS],
    });
  });

  it("are told of a setting that is missing, or that is none", () => {
    const { label: _, ...rest } = begun;
    deepEqual(
      check(rest).map(({ path }) => path),
      ["label"],
    );
    refuses("colour", { colour: "blue" });
  });

  it("have words of a length that fits their place", () => {
    takes({ label: words(LIMITS.label) }, { appeal: words(LIMITS.appeal) });
    for (const lang of ["fr", "en"]) {
      refuses(`label.${lang}`, { label: { ...words(1), [lang]: "x".repeat(101) } });
      refuses(`appeal.${lang}`, { appeal: { ...words(1), [lang]: "x".repeat(4001) } });
    }
  });

  it("have days of the calendar and minutes of the clock", () => {
    const day = "2027-01-04";
    for (const key of ["opens", "closes"]) {
      takes(...["00:00", "09:59", "19:30", "20:15", "23:59"].map((time) => ({ [key]: { day, time } })));
      const none = ["24:00", "2:00", "09:60", "09:0", "x9:00", "0x:00", "2x:00", "09:x0", "09:0x", "109:00", "09:000"];
      refuses(key, ...none.map((time) => ({ [key]: { day, time } })));
      refuses(key, { [key]: { day: "2027-02-30", time: "09:00" } });
    }
    for (const key of ["entryOn", "decidesBy", "interviewsFrom", "interviewsTo"]) {
      takes({ [key]: day });
      refuses(key, { [key]: "2027-02-30" });
    }
  });

  it("have between one place and ten thousand", () => {
    takes({ places: 1 }, { places: 10_000 });
    refuses("places", { places: 0 }, { places: 10_001 }, { places: 1.5 });
  });

  it("say how long an admission holds, up to ten years", () => {
    takes({ admissionValidity: { months: 0 } }, { admissionValidity: { months: 120 } });
    refuses("admissionValidity", { admissionValidity: { months: -1 } }, { admissionValidity: { months: 121 } });
    refuses("admissionValidity", { admissionValidity: {} });
  });

  it("have no waiting list, or one that is ranked, of some length or of any", () => {
    for (const kind of ["none", "ranked"]) takes({ waitingList: { kind, most: null } });
    takes({ waitingList: { kind: "ranked", most: 1 } });
    refuses("waitingList", { waitingList: { kind: "", most: null } });
    refuses("waitingList", { waitingList: { kind: "ranked", most: 0 } }, { waitingList: { kind: "ranked" } });
  });

  it("say what becomes of a text outside its pages, and what is still to check", () => {
    takes({ pagesOutside: "explain" }, { pagesOutside: "refuse" });
    refuses("pagesOutside", { pagesOutside: "" }, { pagesOutside: null });
    refuses("toCheck[0]", { toCheck: ["weather"] });
    refuses("toCheck", { toCheck: many(SETTINGS.length + 1, "places") });
  });
});

describe("a fee of an intake", () => {
  const fee = { key: "selection", label: words(200), amount: 10_000_000 };

  it("is nothing at least, a hundred thousand euros at most", () => {
    takes({ fees: many(LIMITS.fees, fee) }, { fees: [{ ...fee, amount: 0 }] });
    refuses("fees[0].amount", { fees: [{ ...fee, amount: -1 }] }, { fees: [{ ...fee, amount: 10_000_001 }] });
    refuses("fees[0].label.fr", { fees: [{ ...fee, label: { fr: "x".repeat(201), en: "x" } }] });
    refuses("fees[0].key", { fees: [{ label: words(1), amount: 1 }] });
    refuses("fees", { fees: many(21, fee) });
  });
});

describe("a piece of an intake", () => {
  const piece = { key: "letter", label: words(200), needed: "always", many: false };

  it("is asked for whenever the law may ask for one", () => {
    takes(...NEEDED.map((needed) => ({ pieces: [{ ...piece, needed }] })));
    takes({ pieces: many(LIMITS.pieces, { ...piece, national: true }) });
    refuses("pieces[0].needed", { pieces: [{ ...piece, needed: "sometimes" }] });
    refuses("pieces[0].label.en", { pieces: [{ ...piece, label: { fr: "x", en: "x".repeat(201) } }] });
    refuses("pieces[0].many", { pieces: [{ ...piece, many: null }] });
    refuses("pieces", { pieces: many(41, piece) });
  });

  it("has from one page to a thousand, where they are counted", () => {
    const counted = (min: number, max: number) => ({ pieces: [{ ...piece, pages: { min, max } }] });
    takes(counted(1, 1000), counted(1000, 1));
    refuses("pieces[0].pages.min", counted(0, 1), counted(1001, 1));
    refuses("pieces[0].pages.max", counted(1, 0), counted(1, 1001));
    refuses("pieces[0].pages.max", { pieces: [{ ...piece, pages: { min: 1 } }] });
  });

  it("of the law is marked as such, and keeps the pages that the law counts", () => {
    const [counted] = nationalPieces(law).filter(({ pages }) => pages);
    const entry = law.diploma.admission.pieces.find(({ key }) => key === counted!.key)!.piece!;
    deepEqual(counted, {
      key: counted!.key,
      label: { fr: entry.name.fr, en: entry.name.en },
      needed: entry.needed,
      many: entry.many,
      pages: { min: entry.pages!.min, max: entry.pages!.max },
      national: true,
    });
    deepEqual(
      nationalPieces(law)
        .filter(({ pages }) => !pages)
        .map((one) => "pages" in one),
      nationalPieces(law).flatMap(({ pages }) => (pages ? [] : [false])),
    );
  });
});

describe("a figure of the interview", () => {
  const figure = { key: "minutes", label: words(500), value: 10_000 };

  it("is a number from one to ten thousand, or still to be said", () => {
    takes({ interview: many(LIMITS.interview, figure) }, { interview: [{ ...figure, value: null }] });
    takes({ interview: [{ ...figure, value: 1 }] });
    refuses("interview[0].value", ...[0, 10_001, 1.5].map((value) => ({ interview: [{ ...figure, value }] })));
    refuses("interview[0].label.fr", { interview: [{ ...figure, label: { fr: "x".repeat(501), en: "x" } }] });
    refuses("interview[0].value", { interview: [{ key: "minutes", label: words(1) }] });
    refuses("interview", { interview: many(21, figure) });
  });
});
