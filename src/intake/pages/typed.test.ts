import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { canonical } from "../../kit/canonical.ts";
import { LAWS } from "../../test/server.ts";
import { lawWorld } from "../../house/world.ts";
import { filled, formWith, readFields } from "../../page/field.ts";
import type { Form } from "../../page/page.ts";
import { type Settings, settingsOf } from "../rules/settings.ts";
import { readTime } from "../../page/number-kinds.ts";
import { settingsFields, settingsRead, settingsTyped } from "./typed.ts";

const { diplomas, establishment } = LAWS.establishments[0]!.data;
const { law } = lawWorld(LAWS, { diploma: undefined, establishment: undefined });
const known = settingsOf(law(establishment, diplomas[0]!.diploma, { on: "2026-11-25" })!);

describe("an hour as people type it", () => {
  it("is read in every way one writes it", () => {
    const typed = ["23:59", "23h59", "23 h 59", "9h", "9 h", "9.30", "9:05", "0:00", "23 h 59 min"];
    deepEqual(typed.map(readTime), ["23:59", "23:59", "23:59", "09:00", "09:00", "09:30", "09:05", "00:00", "23:59"]);
    deepEqual(
      ["24:00", "12:60", "midi", "", "1:2", "123:00"].map(readTime),
      Array.from({ length: 6 }, () => undefined),
    );
  });
});

const same = (name: string) => name;

/** The form that the page of these settings would send. */
function sent(settings: Settings, lang: "fr" | "en"): Form {
  return filled(settingsFields(settings, lang), settingsTyped(settings), same);
}

function readSettings(form: Form, before: Settings, lang: "fr" | "en") {
  const { values, errors } = readFields(settingsFields(before, lang), form, { named: same, lang });
  return { settings: settingsRead(values, before), errors };
}

describe("the settings of an intake", () => {
  const day = fc
    .integer({ min: 1, max: 28 })
    .map((number) => `2027-0${(number % 9) + 1}-${String(number).padStart(2, "0")}`);
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
  const text = fc.stringMatching(/^[A-Za-zé’]{1,20}( [A-Za-z]{1,9})?$/);
  const label = fc.record({ fr: text, en: text });
  const minute = fc.record({ day, time: fc.constantFrom("00:00", "09:30", "23:59") });
  const count = fc.integer({ min: 1, max: 10_000 });
  const settings = fc
    .record({
      label,
      opens: maybe(minute),
      closes: maybe(minute),
      entryOn: maybe(day),
      decidesBy: maybe(day),
      interviewsFrom: maybe(day),
      interviewsTo: maybe(day),
      places: maybe(count),
      admissionValidity: maybe(fc.record({ months: fc.integer({ min: 0, max: 120 }) })),
      waitingList: maybe(
        fc.oneof(
          fc.constant({ kind: "none", most: null } as const),
          fc.record({ kind: fc.constant("ranked" as const), most: maybe(count) }),
        ),
      ),
      appeal: label,
      amounts: fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 2, maxLength: 2 }),
      own: fc.uniqueArray(fc.record({ key: fc.constantFrom("photo", "letter", "card"), label, many: fc.boolean() }), {
        selector: ({ key }) => key,
      }),
    })
    .map(
      ({ amounts, own, ...rest }): Settings => ({
        ...known,
        ...rest,
        fees: known.fees.map((fee, at) => ({ ...fee, amount: amounts[at]! })),
        pieces: [
          ...known.pieces.filter(({ national }) => national),
          ...own.map((piece) => ({ ...piece, needed: "optional" as const, pages: { min: 1, max: 2 } })),
        ],
      }),
    );

  it("come back from their own page as they were, in either language", () => {
    fc.assert(
      fc.property(settings, fc.constantFrom("fr" as const, "en" as const), (given, lang) => {
        const { settings: read, errors } = readSettings(sent(given, lang), given, lang);
        deepEqual(errors, []);
        equal(canonical(read), canonical(given));
      }),
      { numRuns: 200 },
    );
  });

  it("are cut nowhere: what is too long is said beside its field", () => {
    const long = formWith(sent(known, "fr"), { labelEn: "x".repeat(101), "piece-1-fr": "x".repeat(201) });
    const typed = formWith(long, { "piece-1-en": "Photo", appealFr: "x".repeat(4001) });
    const { errors } = readFields(settingsFields(known, "fr"), typed, { named: same, lang: "fr" });
    deepEqual(
      errors.map(({ field }) => field),
      ["labelEn", "piece-1-fr", "appealFr"],
    );
  });

  it("keep a mark until it is ticked", () => {
    const marked: Settings = { ...known, toCheck: ["places", "fees"] };
    const form = sent(marked, "fr");
    const ticked = formWith(form, { "checked-fees": "yes" });
    deepEqual(readSettings(ticked, marked, "fr").settings.toCheck, ["places"]);
    equal(readSettings(form, marked, "fr").settings.toCheck.length, 2);
  });
});
