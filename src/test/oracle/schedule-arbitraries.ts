/** Plans of few periods and small amounts, cut around the days on which they ask, over documents that match them or do not. */
import * as fc from "fast-check";
import { monthsOn } from "./open-days.ts";
import { payerOf, SOURCES } from "./payers.ts";
import { numberOf } from "./days.ts";
import {
  type Issued,
  type Nature,
  type Range,
  relayOf,
  schedule,
  type ScheduleInput,
  type SchedulePayer,
  type Stop,
} from "./schedule.ts";
import { common, notAfter, shift } from "./title-arbitraries.ts";

type Arb<T> = fc.Arbitrary<T>;
type Period = ScheduleInput["periods"][number];

const between = (min: number, max: number) => fc.integer({ min, max });
/** How many of so many have it not. */
const now = (of: number) => ({ nil: undefined, freq: of });
const amount = fc.oneof(
  { arbitrary: fc.constantFrom(0, 1, 2, 3, 100, 1_000_000_000), weight: 3 },
  { arbitrary: between(0, 60), weight: 3 },
  { arbitrary: between(0, 2_000_000), weight: 4 },
  { arbitrary: between(0, 1_000_000_000), weight: 1 },
);
const cents = amount.map((each) => Math.max(1, each));
const minutes = fc.oneof(
  { arbitrary: fc.constantFrom(0, 0, 1, 2, 7_000, 1_000_000), weight: 2 },
  { arbitrary: between(0, 9), weight: 1 },
  { arbitrary: between(0, 1_000_000), weight: 1 },
);
const given = <T extends object>(facts: T): T =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T;

/** Some days before, on and after `on`; now and then at the end of all days, or sixty. */
const periodsAround = (on: string): Arb<Period[]> =>
  fc
    .record({
      begins: fc.oneof(
        { arbitrary: between(-40, 10), weight: 3 },
        { arbitrary: between(80, 100), weight: 2 },
        { arbitrary: between(-900, 300), weight: 1 },
      ),
      spans: fc.oneof(
        {
          arbitrary: fc.array(fc.record({ days: between(0, 30), gap: between(0, 5), minutes }), {
            minLength: 1,
            maxLength: 6,
          }),
          weight: 30,
        },
        {
          arbitrary: fc.array(fc.record({ days: between(0, 2), gap: between(0, 1), minutes }), {
            minLength: 60,
            maxLength: 60,
          }),
          weight: 1,
        },
      ),
    })
    .map(({ begins, spans }) => {
      let from = shift(on, begins);
      const periods: Period[] = [];
      for (const span of spans) {
        const to = shift(from, span.days);
        if (periods.length > 0 && from <= periods.at(-1)!.to) break;
        periods.push({ from, to, minutes: span.minutes });
        from = shift(to, span.gap + 1);
      }
      return periods;
    });

/** Days on which something of the plan happens, or the day beside. */
const eventful = (on: string, periods: Period[]): Arb<string> => {
  const days = [on, ...periods.slice(0, 6).flatMap(({ from, to }) => [from, to])];
  const begins = monthsOn(periods[0]!.from, -3);
  return fc.oneof(
    fc.tuple(fc.constantFrom(...days), between(-1, 2)).map(([day, by]) => shift(day, by)),
    between(-1, 1).map((by) => shift(begins < "1900-01-01" ? "1900-01-01" : begins, by)),
    between(-120, 60).map((by) => shift(on, by)),
  );
};

const payerFacts = (source: string, day: Arb<string>): Arb<SchedulePayer> => {
  const { employer, fund, plan } = payerOf(source);
  const first = fc.oneof(
    { arbitrary: between(1, 30), weight: 9 },
    { arbitrary: fc.constant(30), weight: 3 },
    { arbitrary: between(31, 100), weight: 1 },
  );
  const percent = fc.oneof(fc.constantFrom(0, 1, 50, 99, 100), between(0, 100));
  const of = <T>(is: boolean, arbitrary: Arb<T>, freq: number): Arb<T | undefined> =>
    is ? fc.option(arbitrary, now(freq)) : fc.constant(undefined);
  return fc
    .record({
      amount,
      granted: of(fund, amount, 2),
      asked: of(plan === "instalments", fc.tuple(first, day), 3),
      fixed: fc.option(
        fc.array(fc.record({ on: day, amount: fc.oneof(cents, between(1, 50)), third: fc.boolean() }), {
          maxLength: 4,
        }),
        now(2),
      ),
      plain: fc.boolean(),
      earlyEnd: of(source === "personal", percent, 3),
      absence: of(employer, percent, 3),
      terms: fc.option(fc.constantFrom(0, 1, 50, 90), now(2)),
      paid: fc.option(amount, now(2)),
    })
    .map(({ asked, fixed, plain, granted, ...facts }) =>
      given({
        source,
        ...facts,
        granted: granted === undefined ? undefined : Math.min(granted, facts.amount),
        first: asked?.[0],
        firstOn: asked?.[1],
        fixed: fixed?.map((each) => (plain && !each.third ? { on: each.on, amount: each.amount } : each)),
      }),
    ) as Arb<SchedulePayer>;
};

/** Gives each fund an employer or the person who owes what it does not pay; without one among the payers, it pays its whole amount. */
function backed(payers: SchedulePayer[], dice: number[]): SchedulePayer[] {
  const backers = payers.map(({ source }) => source).filter((name) => name === "personal" || payerOf(name).employer);
  return payers.map((payer, at) => {
    if (!payerOf(payer.source).fund) return payer;
    const chosen = dice[at % dice.length]!;
    const lacks = payer.granted !== undefined && payer.granted < payer.amount;
    const behind = backers[chosen % Math.max(1, backers.length)];
    if (behind === undefined) return lacks ? { ...payer, granted: payer.amount } : payer;
    return lacks || chosen % 3 > 0 ? { ...payer, behind } : payer;
  });
}

const payersAt = (day: Arb<string>): Arb<SchedulePayer[]> => {
  const sources = fc.oneof(
    { arbitrary: fc.constant(["personal"]), weight: 5 },
    { arbitrary: fc.shuffledSubarray(SOURCES, { minLength: 1, maxLength: 4 }), weight: 3 },
    { arbitrary: fc.shuffledSubarray(["opco", "employer-plan", "personal", "region"], { minLength: 2 }), weight: 3 },
    { arbitrary: fc.shuffledSubarray(SOURCES, { minLength: SOURCES.length }), weight: 1 },
  );
  return fc
    .tuple(sources, fc.boolean(), fc.array(fc.nat(), { minLength: 5, maxLength: 5 }))
    .chain(([names, withCpf, dice]) => {
      const some = names.includes("personal") && withCpf ? names.filter((name) => name !== "cpf") : names;
      return fc.tuple(...some.map((name) => payerFacts(name, day))).map((payers) => backed(payers, dice));
    })
    .map((payers) => {
      const own = payers.some(({ source }) => source === "personal");
      return payers.map((payer) => {
        if (payer.source !== "cpf" || !own) return payer;
        return { ...payer, amount: 0, ...(payer.granted === undefined ? {} : { granted: 0 }) };
      });
    });
};

const unless = (payer: SchedulePayer, left: (keyof SchedulePayer)[]): SchedulePayer =>
  Object.fromEntries(
    Object.entries(payer).filter(([key]) => !left.includes(key as keyof SchedulePayer)),
  ) as SchedulePayer;

type Handover = { source: string; since: number; of: number; facts: SchedulePayer; given: number; attended: number };

/** Who pays after another: of any kind, from any day of the periods or, now and then, in a third turn. */
const handovers = (day: Arb<string>): Arb<Handover[]> =>
  fc.array(
    fc.constantFrom("personal", "employer-plan", "employer-public", "opco", "region", "cpf").chain((source) =>
      fc.record({
        source: fc.constant(source),
        since: fc.nat({ max: 10_000 }),
        of: fc.nat({ max: 9 }),
        facts: payerFacts(source, day),
        given: between(0, 100),
        attended: between(0, 100),
      }),
    ),
    { maxLength: 3 },
  );

/** Some are taken over from, where the contract lets them be; at a stop, each has minutes of its own. */
function handedOver(input: Omit<ScheduleInput, "id" | "on">, wanted: Handover[]): Omit<ScheduleInput, "id" | "on"> {
  const { periods, stop } = input;
  const nameOf = ({ id, source }: SchedulePayer) => id ?? source;
  let payers = [...input.payers];
  const span = numberOf(periods.at(-1)!.to) - numberOf(periods[0]!.from) + 1;
  const isPaying = ({ amount: whole, granted = whole }: SchedulePayer) => whole === granted;
  for (const [at, { source, since, of, facts }] of wanted.entries()) {
    const from = payers[of % payers.length]!;
    const day = shift(periods[0]!.from, since % span);
    const personal =
      source === "personal" && (from.source === "personal" || payers.some((each) => each.source === "cpf"));
    const taken = payers.some(({ takesOver }) => takesOver === nameOf(from));
    if (personal || taken || !isPaying(from) || (from.since !== undefined && day <= from.since)) continue;
    if (source === "cpf" && from.amount > 0 && payers.some((each) => each.source === "personal")) continue;
    const own = unless(facts, ["granted"]);
    payers.push({ ...own, id: `p-${at}`, amount: from.amount, takesOver: nameOf(from), since: day });
  }
  if (stop === undefined) return { ...input, payers };
  payers = payers.map((payer) => {
    const relay = relayOf(payer, payers);
    if (relay.length === 1) return payer;
    // What is left of the whole is shared by the dice of each, the first first.
    const place = relay.indexOf(payer);
    const { given: g, attended: a } = wanted[(place + payers.indexOf(payer)) % wanted.length]!;
    const most = Math.floor(stop.given / relay.length);
    const given = Math.floor((most * g) / 100);
    const attended = Math.min(Math.floor((given * a) / 100), Math.floor(stop.attended / relay.length));
    return { ...payer, given, attended };
  });
  return { ...input, payers };
}

type Paper = { back: number; share: number; kind: "invoice" | "credit"; of: number; nature: Nature };

/** What the plan asks, issued in part, in whole or above; and credits on some of it. */
function issuedOf(
  payer: SchedulePayer,
  asked: { nature: Nature; amount: number; covers: Range | null }[],
  papers: Paper[],
  on: string,
): Issued[] {
  const documents: Issued[] = [];
  /** Of each invoice, what no credit takes. */
  const left = new Map<string, number>();
  papers.forEach(({ back, share, kind, of, nature }, at) => {
    const invoices = documents.filter((each) => (left.get(each.number) ?? 0) > 0);
    const target = invoices[of % Math.max(1, invoices.length)];
    const number = `F-${at}`;
    if (kind === "credit" && target !== undefined) {
      const credit = Math.max(1, Math.floor((left.get(target.number)! * Math.min(share, 100)) / 100));
      left.set(target.number, left.get(target.number)! - credit);
      const day = shift(target.on, Math.floor(back / 4));
      documents.push({ number, kind, on: notAfter(on)(day), amount: credit, of: target.number });
      return;
    }
    const next = asked[of % Math.max(1, asked.length)];
    const chosen = next?.nature ?? nature;
    const allowed = chosen === "indemnity" && !payerOf(payer.source).employer ? "training" : chosen;
    const size = Math.min(1_000_000_000, Math.max(1, Math.floor(((next?.amount ?? 100) * share) / 100)));
    const named = allowed === "training" && back % 2 === 0 ? {} : { nature: allowed };
    // Its days: those that the plan says, or others.
    const days = next?.covers ?? (of % 3 === 0 ? { from: shift(on, -back - of), to: shift(on, of - back) } : null);
    const covers = allowed === "training" && days !== null && share % 4 > 0 ? { covers: days } : {};
    documents.push({ number, kind: "invoice", on: shift(on, -back), amount: size, ...named, ...covers });
    left.set(number, size);
  });
  // Credits stand before their invoice as well as after it.
  return papers.length % 2 === 0 ? documents : documents.toReversed();
}

const paper: Arb<Paper> = fc.record({
  back: fc.oneof(fc.constantFrom(0, 0, 1), between(0, 60)),
  share: fc.oneof(fc.constantFrom(100, 100, 50), between(1, 150)),
  kind: fc.constantFrom("invoice" as const, "invoice" as const, "credit" as const),
  of: fc.nat({ max: 20 }),
  nature: fc.constantFrom("training" as const, "third" as const, "indemnity" as const),
});

const stopBy = (on: string, day: Arb<string>): Arb<Stop> => {
  const count = fc.oneof(between(1, 20), fc.constantFrom(1, 42_000, 1_000_000), between(1, 1_000_000));
  return fc
    .record({
      on: day.map(notAfter(on)),
      kind: fc.constantFrom(
        "withdrawn" as const,
        "force-majeure" as const,
        "abandoned" as const,
        "excluded" as const,
        "school" as const,
      ),
      planned: count,
      given: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
      attended: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
      followed: fc.option(fc.option(between(0, 200), { nil: null, freq: 4 }), now(1)),
    })
    .map(({ followed, ...stop }) => {
      const held = Math.floor(stop.planned * stop.given);
      const counted = { ...stop, given: held, attended: Math.floor(held * stop.attended) };
      if (followed === undefined) return counted;
      return { ...counted, followed: followed === null ? null : shift(stop.on, -followed) };
    });
};

const usual = (on: string): Arb<Omit<ScheduleInput, "id" | "on">> =>
  periodsAround(on).chain((periods) => {
    const day = eventful(on, periods);
    return fc
      .record({
        periods: fc.constant(periods),
        payers: payersAt(day),
        stop: fc.option(stopBy(on, day), now(2)),
        turns: fc.option(handovers(day), now(2)),
        papers: fc.array(fc.array(paper, { maxLength: 6 }), { minLength: 4, maxLength: 4 }),
      })
      .map(({ payers: alone, papers, stop, turns }) => {
        const { payers } = handedOver({ periods, payers: alone, ...(stop && { stop }) }, turns ?? []);
        // What is issued follows what would be asked without documents, and before the stop as often as after it.
        const before = papers[0]!.length % 2 === 0;
        // Before a stop, nobody has minutes of their own.
        const then = before ? payers.map((payer) => unless(payer, ["given", "attended"])) : payers;
        const bare = { id: "x", on, periods, payers: then, ...(stop === undefined || before ? {} : { stop }) };
        const answer = schedule(bare);
        const withPapers = payers.map((payer, at) => {
          const asked = "error" in answer ? [] : answer.payers[at]!.toIssue;
          const issued = issuedOf(payer, asked, papers[at % papers.length]!, on);
          return issued.length === 0 ? payer : { ...payer, issued };
        });
        return given({ periods, payers: withPapers, stop }) as Omit<ScheduleInput, "id" | "on">;
      });
  });

/**
 * An employer for whom nine funds pay nothing of what they were to pay, and all minutes attended but one: what is owed misses a half by less
 * than a double tells, so that only an exact quotient rounds it down.
 */
const huge = (on: string): Arb<Omit<ScheduleInput, "id" | "on">> =>
  fc.record({ less: between(0, 99), absence: between(0, 100), several: between(1, 60) }).map((facts) => {
    const planned = 999_999 - 2 * facts.less;
    const owed = planned * Math.floor(9_990_000_000 / planned) + (planned + 1) / 2;
    const periods = Array.from({ length: facts.several }, (_, at) => shift("2026-01-01", at)).map((day) => ({
      from: day,
      to: day,
      minutes: planned,
    }));
    const funds = SOURCES.filter((name) => payerOf(name).fund).map((source) => ({
      source,
      amount: 1_000_000_000,
      granted: 0,
      behind: "employer-plan",
    }));
    const employer = { source: "employer-plan", amount: owed - 1_000_000_000 * funds.length, absence: facts.absence };
    const stop: Stop = { on, kind: "school", planned, given: planned, attended: planned - 1 };
    return { periods, payers: [employer, ...funds], stop };
  });

export const scheduleInput: Arb<ScheduleInput> = common((on) =>
  fc.oneof({ arbitrary: usual(on), weight: 40 }, { arbitrary: huge(on), weight: 1 }),
);
