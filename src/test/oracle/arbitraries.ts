/** Valid inputs of the three decisions that start from titles. */
import * as fc from "fast-check";
import type { EligibilityInput, Grant, PathwayInput, Period, QuoteInput, Title } from "./contract.ts";
import { isFrench, paperOf } from "./papers.ts";
import { DOMAINS, pathway, UNIT_NAMES } from "./pathway.ts";
import {
  abroad,
  atHome,
  catalogueTitle,
  common,
  kindOfTitle,
  nearOn,
  notAfter,
  shift,
  shortText,
  titleBefore,
} from "./title-arbitraries.ts";

type Arb<T> = fc.Arbitrary<T>;

// ---- § 1

const share = fc.oneof(
  fc.constantFrom(1, 1, 1, 0.5, 0.8, 0.3333, 0.6667, 0.2, 0.0001, 0.9999),
  fc.integer({ min: 1, max: 10_000 }).map((parts) => parts / 10_000),
);
const field = fc.constantFrom("social-intervention", "social-intervention", "to-decide", "other");
/** Lengths that make exactly three or five years at some common share, give or take a day. */
const periodLength = fc.oneof(
  fc
    .tuple(fc.constantFrom(0, 547, 1095, 1825, 2190, 3650), fc.integer({ min: -2, max: 2 }))
    .map(([days, by]) => Math.max(0, days + by)),
  fc.integer({ min: 0, max: 4_000 }),
);

const period = (on: string): Arb<Period> =>
  fc.record({ from: nearOn(on), days: fc.option(periodLength, { freq: 4 }), share, field }).map((each) => ({
    from: each.from,
    to: each.days === null ? null : shift(each.from, each.days),
    share: each.share,
    field: each.field,
  }));

const CORPS = ["pjj-director", "pjj-educator", "penitentiary-director", "penitentiary-head-of-service"];
const corps = fc.array(fc.constantFrom(...CORPS, "penitentiary-counsellor"), { maxLength: 3 });

const mixedCareer = (on: string) =>
  fc.record(
    {
      titles: fc.array(titleBefore(on), { maxLength: 4 }),
      experience: fc.array(period(on), { maxLength: 6 }),
      corps,
      vaeJuryWaiver: fc.oneof(
        { arbitrary: fc.constant(false), weight: 5 },
        { arbitrary: fc.constant(true), weight: 1 },
      ),
    },
    { requiredKeys: ["titles", "experience"] },
  );

/** One career that falls just short of, on, or just past the length that a door asks for. */
const edgeCareer = (on: string) =>
  fc
    .record({
      days: fc.constantFrom(3 * 365, 5 * 365),
      by: fc.integer({ min: -2, max: 2 }),
      lastField: fc.constantFrom("social-intervention", "to-decide"),
      way: fc.constantFrom("award", "start", "half time", "two halves", "tail"),
      nature: fc.oneof(fc.tuple(catalogueTitle, atHome), fc.tuple(kindOfTitle, atHome), fc.tuple(kindOfTitle, abroad)),
      corps,
    })
    .map(({ days, by, lastField, way, nature, corps: corpsOf }) => {
      const full = { share: 1, field: "social-intervention", to: null };
      const half = { ...full, share: 0.5 };
      const start = shift(on, by + 1 - days);
      const earlyStart = shift(on, by + 1 - 2 * days);
      const experience: Record<typeof way, Period[]> = {
        award: [{ ...full, from: "1990-01-01" }],
        start: [{ ...full, from: start }],
        "half time": [{ ...half, from: earlyStart }],
        "two halves": [
          { ...half, from: start },
          { ...half, from: start },
        ],
        // A long period that ended, then another that finishes the count.
        tail: [
          { ...full, from: start, to: shift(on, -30) },
          { ...full, from: shift(on, -29), field: lastField },
        ],
      };
      const awardedOn = way === "award" ? shift(on, by - days) : shift(earlyStart, -1);
      const title = { awardedOn, ...nature[1], ...nature[0] } as Title;
      return { titles: [title], experience: experience[way], corps: corpsOf };
    });

export const eligibilityInput: Arb<EligibilityInput> = common((on) =>
  fc.oneof({ arbitrary: mixedCareer(on), weight: 3 }, { arbitrary: edgeCareer(on), weight: 1 }),
);

// ---- § 2

const lawfulMaquette = fc
  .record({
    first: fc.integer({ min: 70, max: 110 }),
    policies: fc.integer({ min: 50, max: 80 }),
    epistemology: fc.integer({ min: 40, max: 60 }),
    people: fc.integer({ min: 80, max: 120 }),
  })
  .map(({ first, policies, epistemology, people }) => ({
    "UF1.1": first,
    "UF1.2": 30,
    "UF1.3": 270 - first,
    "UF2.1": policies,
    "UF2.2": epistemology,
    "UF2.3": 250 - policies - epistemology,
    "UF2.4": 175,
    "UF3.1": people,
    "UF3.2": 150 - people,
  }));
const bentMaquette = fc
  .tuple(
    lawfulMaquette,
    fc.constantFrom(...UNIT_NAMES),
    fc.constantFrom(...UNIT_NAMES),
    fc.integer({ min: 0, max: 40 }),
  )
  .map(([maquette, from, to, by]) => {
    const bent: Record<string, number> = { ...maquette };
    bent[from] = Math.max(0, bent[from]! - by);
    bent[to] = Math.min(1_000, bent[to]! + by);
    return bent;
  });
const anyMaquette = fc.oneof({ arbitrary: lawfulMaquette, weight: 8 }, { arbitrary: bentMaquette, weight: 1 });

const reliefTitle = (on: string): Arb<Title> =>
  fc
    .tuple(fc.constantFrom("DSTS", "CAFDES", "CAFERUIS", "CAFERUIS", "DEIS", "DEASS"), nearOn(on))
    .map(([title, day]) => ({
      title,
      awardedOn: notAfter(on)(day),
    }));
const entitlingTitle = (on: string): Arb<Title> =>
  fc.constantFrom<Title>(
    { kind: "rncp", level: "I", awardedOn: on },
    { kind: "higher-education", yearsOfStudy: 5, awardedOn: on, country: "RE" },
    { title: "DEIS", awardedOn: "2006-08-31" },
  );

const unit = fc.constantFrom(...UNIT_NAMES);
const theoryUnit = fc.constantFrom(...UNIT_NAMES.filter((name) => name !== "UF2.4"));
const grantHours = fc.oneof(
  fc.integer({ min: 1, max: 260 }).map((halves) => halves / 2),
  fc.constantFrom(0.5, 30, 45, 60, 90, 90.5, 1_000),
);
const grants = fc.uniqueArray(
  fc.record<Grant>({
    unit: fc.oneof({ arbitrary: theoryUnit, weight: 30 }, { arbitrary: unit, weight: 1 }),
    hours: grantHours,
    protocol: shortText,
  }),
  { selector: (grant) => grant.unit, maxLength: 5 },
);
const held = (on: string) =>
  fc.uniqueArray(
    fc.record({
      domain: fc.constantFrom(...DOMAINS),
      validatedOn: nearOn(on).map(notAfter(on)),
      by: fc.constantFrom("jury" as const, "vae" as const),
    }),
    { selector: (each) => each.domain, maxLength: 3 },
  );
const confirmations = (on: string) =>
  fc.array(
    fc.record({
      title: fc.constant("CAFERUIS"),
      domain: fc.constant("DF3"),
      granted: fc.boolean(),
      by: shortText,
      on: nearOn(on).map(notAfter(on)),
    }),
    { maxLength: 3 },
  );

export const pathwayFacts = (on: string) =>
  fc
    .record(
      {
        titles: fc.array(fc.oneof(reliefTitle(on), titleBefore(on)), { maxLength: 4 }),
        maquette: anyMaquette,
        domains: fc.array(fc.constantFrom(...DOMAINS), { minLength: 1, maxLength: 4 }),
        grants,
        held: held(on),
        confirmations: confirmations(on),
        declined: fc.array(unit, { maxLength: 3 }),
      },
      { requiredKeys: ["titles"] },
    )
    .chain((facts) => fc.tuple(fc.constant(facts), entitlingTitle(on), fc.integer({ min: 0, max: 9 })))
    .map(([facts, entitling, dice]) =>
      // Nine times in ten a grant comes with a title that entitles to it; the tenth is mostly refused.
      (facts.grants ?? []).length > 0 && dice > 0 && !facts.titles.some((title) => entitles(title, on))
        ? { ...facts, titles: [...facts.titles, entitling] }
        : facts,
    );

function entitles(title: Title, on: string): boolean {
  const paper = paperOf(title);
  return isFrench(title) && title.awardedOn <= on && (paper.level >= 7 || paper.years >= 5);
}

export const pathwayInput: Arb<PathwayInput> = common(pathwayFacts);

// ---- § 3

const SOURCES = ["employer-plan", "reconversion", "cpf", "transition", "personal"];
const share100 = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constantFrom(0, 1, 50, 100, 101));

/** Amounts around the parts of a tuition, the last of them sometimes to the cent; at most one funder left open. */
const fundingOf = (tuition: number) =>
  fc
    .record({
      sources: fc.shuffledSubarray(SOURCES),
      shares: fc.array(share100, { minLength: 5, maxLength: 5 }),
      open: fc.integer({ min: -2, max: 4 }),
      last: fc.option(fc.integer({ min: -3, max: 1 })),
      cents: fc.integer({ min: 0, max: 60 }),
    })
    .map(({ sources, shares, open, last, cents }) => {
      let left = tuition;
      return sources.map((source, index) => {
        if (source === "personal" || index === open) return { source };
        const closing = last !== null && index === sources.length - 1;
        const amount = Math.max(1, closing ? left + last : Math.floor((tuition * shares[index]!) / 100) + cents);
        left -= amount;
        return { source, amount };
      });
    });

export const quoteInput: Arb<QuoteInput> = common((on) =>
  fc.oneof(pathwayFacts(on), fc.record({ titles: fc.array(reliefTitle(on), { maxLength: 1 }) })).chain((facts) => {
    const answer = pathway({ id: "tuition", on, ...facts });
    const tuition = "error" in answer ? 1_470_000 : answer.totals.theory * 2_100;
    const track = fc.constantFrom("deis" as const, "deis-master" as const);
    return fc.tuple(track, fundingOf(tuition)).map(([chosen, funding]) => ({ ...facts, track: chosen, funding }));
  }),
);
