/** Days, envelopes and titles, thick around every boundary that the contract and the référentiel draw. */
import * as fc from "fast-check";
import type { Common, Title } from "./contract.ts";
import { dayOf, FIRST, LAST, numberOf } from "./days.ts";
import { CATALOGUE } from "./papers.ts";

type Arb<T> = fc.Arbitrary<T>;

// ---- days, always kept within 1900 … 2199

const clamp = (number: number) => dayOf(Math.min(LAST, Math.max(FIRST, number)));
export const shift = (day: string, days: number) => clamp(numberOf(day) + days);

const BOUNDARY_DAYS = (
  "1900-01-01 2006-08-31 2006-09-01 2011-12-31 2012-01-01 2018-08-31 2018-09-01 2020-02-29 " +
  "2020-12-31 2021-01-01 2024-02-29 2100-02-28 2199-12-30 2199-12-31"
).split(" ");
const anyDay = fc.integer({ min: FIRST, max: LAST }).map(dayOf);
const recentDay = fc.integer({ min: numberOf("2004-01-01"), max: numberOf("2032-12-31") }).map(dayOf);
const day = fc.oneof(
  { arbitrary: recentDay, weight: 6 },
  { arbitrary: fc.constantFrom(...BOUNDARY_DAYS), weight: 3 },
  { arbitrary: anyDay, weight: 1 },
);
const onDay = day.map((each) => (each < "2006-09-01" ? "2006-09-01" : each));

/** Days that fall just before, on and just after the lengths of experience that the doors ask for, before `on`. */
export const nearOn = (on: string): Arb<string> =>
  fc.oneof(
    fc
      .tuple(fc.constantFrom(0, 0, 365, 1095, 1825, 2190, 3650), fc.integer({ min: -2, max: 2 }))
      .map(([back, by]) => shift(on, by - back)),
    fc.integer({ min: -6_000, max: 1_500 }).map((by) => shift(on, by)),
    day,
  );
export const notAfter = (on: string) => (each: string) => (each > on ? on : each);

// ---- texts and envelopes

const text = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
  fc.constantFrom(
    "a",
    "é".repeat(200),
    "🎓".repeat(200),
    "<script>alert(1)</script>",
    "'; drop table x; --",
    "\ud83c",
    " ",
  ),
);
export const shortText = text.map((each) => Array.from(each).slice(0, 200).join(""));

export const common = <T extends object>(build: (on: string) => Arb<T>): Arb<Common & T> =>
  onDay.chain((on) =>
    fc
      .tuple(
        fc.record(
          {
            id: shortText,
            on: fc.constant(on),
            diploma: fc.constant("deis"),
            version: fc.constant("2006"),
            establishment: fc.constant("faire-ess"),
          },
          { requiredKeys: ["id", "on"] },
        ),
        build(on),
      )
      .map(([envelope, rest]) => ({ ...envelope, ...rest })),
  );

// ---- titles

const level = fc.constantFrom(3, 4, 5, 6, 7, 8, "V", "IV", "III", "II", "I");
const years = fc.oneof(fc.constantFrom(2, 3, 4, 5), fc.integer({ min: 0, max: 15 }));
const frenchCountry = fc.constantFrom("FR", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF", "WF", "PF", "NC", "TF");
const foreignCountry = fc.constantFrom("DE", "BE", "CA", "SN", "XK", "MC", "US", "GB", "AQ");
const attestation = fc
  .record({ level, yearsOfStudy: years }, { requiredKeys: [] })
  .filter((each) => Object.keys(each).length > 0);

export const kindOfTitle = fc.oneof(
  fc.record({ kind: fc.constantFrom("social-work-state", "paramedical", "rncp"), level }),
  fc.record({ kind: fc.constant("higher-education"), yearsOfStudy: years }),
);
export const catalogueTitle = fc.record({ title: fc.constantFrom(...CATALOGUE) });
export const atHome = fc.record({ country: frenchCountry }, { requiredKeys: [] });
export const abroad = fc.record({ country: foreignCountry, attestation }, { requiredKeys: ["country"] });

const natureAndPlace = fc.oneof(
  fc.tuple(catalogueTitle, atHome),
  fc.tuple(kindOfTitle, atHome),
  fc.tuple(kindOfTitle, abroad),
);

export const titleBefore = (on: string): Arb<Title> =>
  fc
    .tuple(natureAndPlace, nearOn(on), fc.option(fc.oneof(day, nearOn(on)), { freq: 3 }), fc.boolean())
    .map(([[nature, place], awardedOn, started, sameDay]) => {
      const startedOn = sameDay ? awardedOn : started;
      const dates = started === null || startedOn === null || startedOn > awardedOn ? {} : { startedOn };
      return { awardedOn, ...dates, ...place, ...nature } as Title;
    });
