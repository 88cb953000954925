/** Papers of one training: signed around weekends, holidays and ends of months, withdrawn from on the last day or the next. */
import * as fc from "fast-check";
import {
  type AgreementInput,
  BEFORE,
  BEFORE_A_CONTRACT,
  FORM,
  IN_CONTRACT,
  IN_CONVENTION,
  type Share,
} from "./agreement.ts";
import { dayOf, LAST } from "./days.ts";
import { easterSunday, monthsOn } from "./open-days.ts";
import { payerOf, SOURCES } from "./payers.ts";
import { common, notAfter, shift } from "./title-arbitraries.ts";

type Arb<T> = fc.Arbitrary<T>;

const amount = fc.oneof(
  { arbitrary: fc.constantFrom(0, 0, 1, 2, 3, 4, 10, 33, 100_001, 1_176_000, 1_000_000_000), weight: 2 },
  { arbitrary: fc.integer({ min: 1, max: 2_000_000 }), weight: 2 },
  { arbitrary: fc.integer({ min: 0, max: 1_000_000_000 }), weight: 1 },
);
const between = (min: number, max: number) => fc.integer({ min, max });
/** How many of so many have it not. */
const now = (of: number) => ({ nil: undefined, freq: of });

/** Days whose neighbours are holidays and weekends, of a year or the one before. */
const festive = (on: string): Arb<string> =>
  fc.tuple(fc.constantFrom(0, 1, 2), fc.integer({ min: 0, max: 11 }), between(-3, 1)).map(([back, which, by]) => {
    const year = Number(on.slice(0, 4)) - back;
    const dated = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25", "02-28"];
    const date = dated[which];
    return shift(date === undefined ? dayOf(easterSunday(year) + [1, 39, 50][which - 9]!) : `${year}-${date}`, by);
  });

const signedBy = (on: string): Arb<string> =>
  fc
    .oneof(
      { arbitrary: between(0, 25).map((back) => shift(on, -back)), weight: 4 },
      { arbitrary: between(365, 400).map((back) => shift(on, -back)), weight: 2 },
      {
        arbitrary: fc.tuple(festive(on), fc.constantFrom(10, 14)).map(([day, before]) => shift(day, -before)),
        weight: 4,
      },
      { arbitrary: between(0, 4_000).map((back) => shift(on, -back)), weight: 1 },
    )
    .map(notAfter(on));

const LAST_DAY = dayOf(LAST);
/** Around what runs from a signature: ten days, fourteen, and a year more. */
const afterSigning = (signedOn: string): Arb<string> =>
  fc.tuple(fc.constantFrom(0, 10, 14, 14), between(-2, 6), fc.constantFrom(0, 0, 0, 12)).map(([days, by, months]) => {
    const end = monthsOn(shift(signedOn, days), months);
    const day = shift(end > LAST_DAY ? LAST_DAY : end, by);
    return day < signedOn ? signedOn : day;
  });

const keys = (whole: string[]): Arb<string[] | undefined> =>
  fc.oneof(
    { arbitrary: fc.constant<string[]>([...whole]), weight: 12 },
    { arbitrary: between(0, whole.length - 1).map((out) => whole.filter((_, at) => at !== out)), weight: 3 },
    { arbitrary: fc.subarray([...whole]), weight: 1 },
    { arbitrary: fc.constant<string[]>([...whole, ...whole]), weight: 1 },
    { arbitrary: fc.constant(undefined), weight: 1 },
  );
/** The form is a key like others, left out as often as it is stated. */
const inContract = fc
  .tuple(keys(IN_CONTRACT), fc.boolean())
  .map(([some, form]) => (form ? [...(some ?? []), FORM] : some));

const given = <T extends object>(facts: T): T =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T;

type Draft = { source: string; amount: number; day: string | undefined; falseToo: boolean };

/** What the contract wants of shares that stand beside each other is put right afterwards. */
function together(drafts: Draft[], employer: Draft): Share[] {
  const above = (source: string) => drafts.some((each) => each.source === source && each.amount > 0);
  const needsEmployer = above("opco") || above("reconversion");
  const hasEmployer = drafts.some(({ source }) => payerOf(source).employer);
  const all = needsEmployer && !hasEmployer ? [...drafts, employer] : drafts;
  return all.map(({ source, amount: of, day, falseToo }) => {
    const platform = source === "personal" && above("cpf") && (of > 0 || falseToo);
    const signed = payerOf(source).paper === "grant" ? { grantedOn: day } : { signedOn: day };
    return given({ source, amount: of, ...signed, platform: platform || undefined }) as Share;
  });
}

const sharesBy = (on: string): Arb<Share[]> => {
  const draft = (source: string): Arb<Draft> =>
    fc.record({
      source: fc.constant(source),
      amount,
      day: fc.option(signedBy(on), now(6)),
      falseToo: fc.boolean(),
    });
  const paying = fc.oneof(
    { arbitrary: fc.shuffledSubarray(SOURCES, { minLength: 1, maxLength: 5 }), weight: 3 },
    { arbitrary: fc.constant(["personal"]), weight: 4 },
    { arbitrary: fc.constantFrom(["opco", "employer-plan"], ["employer-public", "reconversion", "opco"]), weight: 1 },
    { arbitrary: fc.constantFrom(["cpf", "personal"], ["personal", "cpf"]), weight: 1 },
    {
      arbitrary: fc.shuffledSubarray(["personal", "employer-plan", "opco", "transition"], { minLength: 1 }),
      weight: 2,
    },
    { arbitrary: fc.constant(SOURCES), weight: 1 },
  );
  return paying
    .chain((sources) =>
      fc.tuple(
        fc.tuple(...sources.map(draft)),
        fc.constantFrom("employer-plan", "employer-public").chain((source) => draft(source)),
      ),
    )
    .map(([drafts, employer]) => together(drafts, employer));
};

export const agreementInput: Arb<AgreementInput> = common((on) =>
  sharesBy(on).chain((shares) => {
    const own = shares.find((each) => each.source === "personal" && each.amount > 0 && each.platform !== true);
    const signedOn = own?.signedOn;
    const way = fc.constantFrom("premises" as const, "distance" as const, "distance" as const, "away" as const);
    const after = afterSigning(signedOn ?? on);
    /** What no paper of theirs is, is stated seldom. */
    const stating = (paper: string, some: Arb<string[] | undefined>) => {
      const is = shares.some((each) => payerOf(each.source).paper === paper);
      return is ? some : fc.oneof({ arbitrary: fc.constant(undefined), weight: 3 }, { arbitrary: some, weight: 1 });
    };
    return fc
      .record({
        startsOn: fc.oneof(
          after,
          between(-2, 2).map((by) => shift(on, by)),
        ),
        concluded: signedOn === undefined ? fc.option(way, now(2)) : way,
        startRequested: fc.option(fc.boolean(), now(2)),
        letterOn:
          signedOn === undefined
            ? fc.constant(undefined)
            : fc.option(after.map(notAfter(on)), { nil: undefined, freq: 2 }),
        stated: fc.option(
          fc
            .record({
              contract: stating("contract", inContract),
              convention: stating("convention", keys(IN_CONVENTION)),
              before: keys([...BEFORE, ...BEFORE_A_CONTRACT]),
            })
            .map(given),
          now(15),
        ),
      })
      .map((facts) => ({ ...given(facts), shares }) as Omit<AgreementInput, "id" | "on">);
  }),
);
