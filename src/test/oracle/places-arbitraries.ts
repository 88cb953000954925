/** Lists of a commission and what became of them: few places, short delays, many people on one day. */
import * as fc from "fast-check";
import type { Candidate, PlaceEvent, PlacesInput } from "./contract.ts";
import { common, shift, shortText } from "./title-arbitraries.ts";

type Arb<T> = fc.Arbitrary<T>;

const kind: Arb<PlaceEvent["kind"]> = fc.constantFrom("accepted", "declined", "withdrawn", "deferred", "reoffered");
/** Small ones meet, great ones are still ranks. */
const rank = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 100_000 }));
const decision: Arb<Candidate["decision"]> = fc.constantFrom("admitted", "admitted", "waiting", "waiting", "refused");
/** Most live through some weeks; a few through years. */
const length = fc.oneof(
  { arbitrary: fc.integer({ min: 0, max: 25 }), weight: 12 },
  { arbitrary: fc.integer({ min: 0, max: 900 }), weight: 1 },
);
const delay = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 6 }), weight: 6 },
  { arbitrary: fc.integer({ min: 1, max: 365 }), weight: 1 },
);

/** Events in any order, as lists of a school may be; many on the days on which an offer ends or has just ended. */
const eventsWithin = (decidedOn: string, days: number, answerWithin: number): Arb<PlaceEvent[]> => {
  const ends = [answerWithin, answerWithin + 1, 2 * answerWithin + 1, 2 * answerWithin + 2].filter((at) => at <= days);
  const at = fc.oneof(fc.integer({ min: 0, max: days }), ...(ends.length > 0 ? [fc.constantFrom(...ends)] : []));
  return fc.array(fc.record({ on: at.map((later) => shift(decidedOn, later)), kind }), { maxLength: 5 });
};

/** On most lists nobody joins; on the others, anybody who waits may have. */
const joining = (days: number): Arb<(number | undefined)[]> => {
  const later = fc.option(fc.integer({ min: 0, max: days }), { nil: undefined, freq: 2 });
  const several = fc.array(later, { minLength: 9, maxLength: 9 });
  return fc.oneof({ arbitrary: fc.constant<(number | undefined)[]>([]), weight: 2 }, { arbitrary: several, weight: 1 });
};

const candidatesOf = (decidedOn: string, days: number, answerWithin: number): Arb<Candidate[]> =>
  fc
    .tuple(
      joining(days),
      fc.uniqueArray(shortText, { maxLength: 9 }),
      fc.uniqueArray(rank, { minLength: 9, maxLength: 9 }),
      fc.array(
        fc.tuple(decision, fc.option(eventsWithin(decidedOn, days, answerWithin), { nil: undefined, freq: 5 })),
        {
          minLength: 9,
          maxLength: 9,
        },
      ),
    )
    .map(([joined, ids, ranks, facts]) =>
      ids.map((id, at): Candidate => {
        const [decided, happened] = facts[at]!;
        const later = decided === "waiting" ? joined[at] : undefined;
        const joinedOn = later === undefined ? undefined : shift(decidedOn, later);
        const events = happened?.map(({ on, kind: what }) => ({
          on: joinedOn !== undefined && on < joinedOn ? joinedOn : on,
          kind: what,
        }));
        return {
          id,
          decision: decided,
          ...(decided === "waiting" && { rank: ranks[at]! }),
          ...(joinedOn !== undefined && { joinedOn }),
          ...(events && { events }),
        };
      }),
    );

export const placesInput: Arb<PlacesInput> = common((on) =>
  fc.tuple(length, delay).chain(([back, answerWithin]) => {
    const decidedOn = shift(on, -back);
    const callsUntil = fc.integer({ min: -3, max: back + 3 }).map((later) => shift(decidedOn, later));
    const facts = fc.record({
      candidates: candidatesOf(decidedOn, back, answerWithin),
      /** Beyond those admitted; now and then fewer than they are. */
      more: fc.oneof(
        { arbitrary: fc.constantFrom(0, 0, 1, 1, 2, 3), weight: 9 },
        { arbitrary: fc.constant(-1), weight: 1 },
      ),
      until: fc.option(callsUntil, { nil: undefined, freq: 2 }),
    });
    return facts.map(({ candidates, more, until }) => ({
      places: Math.max(0, candidates.filter((one) => one.decision === "admitted").length + more),
      decidedOn,
      answerWithin,
      ...(until !== undefined && { callsUntil: until }),
      candidates,
    }));
  }),
);
