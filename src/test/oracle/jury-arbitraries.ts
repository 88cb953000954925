/** Valid inputs of the decision on a jury: most of them nearly regular, so that one fault at a time decides. */
import * as fc from "fast-check";
import type { JuryCandidate, JuryInput, JuryMember, JuryPanel } from "./contract.ts";
import { DOMAINS } from "./pathway.ts";
import { common, shift } from "./title-arbitraries.ts";

type Arb<T> = fc.Arbitrary<T>;
type Link = NonNullable<JuryCandidate["links"]>[number];
type Member = Omit<JuryMember, "id">;

const often = <T>(usual: Arb<T>, other: Arb<T>, weight = 8): Arb<T> =>
  fc.oneof({ arbitrary: usual, weight }, { arbitrary: other, weight: 1 });
const mostly = (usual: boolean, weight = 8) => often(fc.constant(usual), fc.constant(!usual), weight);

/** Around a day: mostly before it, now and then on it, or a day after. */
const around = (day: string): Arb<string> =>
  often(
    fc.integer({ min: 5, max: 30 }).map((back) => shift(day, -back)),
    fc.integer({ min: -2, max: 1 }).map((by) => shift(day, by)),
    12,
  );

const college: Arb<Pick<Member, "college" | "represents" | "side">> = fc.oneof(
  fc.constantFrom("regional-director" as const, "rector" as const).map((represents) => ({
    college: "presidency" as const,
    represents,
  })),
  fc.constantFrom("teachers" as const, "public-bodies" as const).map((name) => ({ college: name })),
  fc.constantFrom("employer" as const, "employee" as const).map((side) => ({
    college: "professionals" as const,
    side,
  })),
);
const WHOLE: Pick<Member, "college" | "represents" | "side">[] = [
  { college: "presidency", represents: "regional-director" },
  { college: "presidency", represents: "rector" },
  { college: "teachers" },
  { college: "public-bodies" },
  { college: "professionals", side: "employer" },
  { college: "professionals", side: "employee" },
];

const members = (on: string): Arb<JuryMember[]> =>
  fc
    .tuple(
      often(fc.constant(WHOLE), fc.constant(WHOLE.slice(0, 0)), 3),
      fc.array(college, { maxLength: 4 }),
      fc.array(fc.record({ appointedOn: around(on), present: mostly(true, 10), never: mostly(false, 20) }), {
        minLength: 10,
        maxLength: 10,
      }),
    )
    .map(([whole, more, facts]) =>
      [...whole, ...more].map((one, at) => {
        const { appointedOn, present, never } = facts[at]!;
        return { id: `m${at}`, ...one, ...(never ? {} : { appointedOn }), present };
      }),
    );

const USUAL: Record<string, JuryPanel["examiners"][number]["by"][]> = {
  DF1: ["jury", "jury"],
  DF2: ["authority", "authority", "establishment"],
  DF3: ["authority", "establishment"],
};

const panel = (on: string, ids: string[]): Arb<Omit<JuryPanel, "id">> =>
  fc.tuple(fc.constantFrom(...DOMAINS), fc.integer({ min: 0, max: 4 })).chain(([exam, back]) => {
    const heldOn = shift(on, -back);
    const by = fc.constantFrom(...USUAL[exam]!);
    const sides = often(fc.constant(USUAL[exam]!), fc.array(by, { maxLength: 4 }), 3);
    const some = ids.length > 0 ? fc.constantFrom(...ids, "m99") : fc.constant("m99");
    const one = fc.record({ id: some, designatedOn: around(heldOn), never: mostly(false, 15), marked: mostly(true) });
    return sides
      .chain((chosen) => fc.tuple(fc.constant(chosen), fc.array(one, { minLength: 4, maxLength: 4 })))
      .map(([chosen, facts]) => {
        const examiners = chosen.map((side, at) => {
          const { id, designatedOn, never, marked } = facts[at]!;
          return { id: side === "jury" ? id : `x${at}`, by: side, ...(never ? {} : { designatedOn }), marked };
        });
        return { exam, heldOn, examiners: examiners.filter((each, at) => at === firstOf(examiners, each.id)) };
      });
  });

const firstOf = (list: { id: string }[], id: string) => list.findIndex((each) => each.id === id);

const KINDS = ["family", "annulled-jury", "withdrew", "hierarchy", "taught"] as const;
const count = fc.oneof(
  { arbitrary: fc.integer({ min: 0, max: 3 }), weight: 8 },
  { arbitrary: fc.constantFrom(0, 200), weight: 1 },
);

const candidate = (ids: string[], panels: JuryPanel[]): Arb<Omit<JuryCandidate, "id">> =>
  fc.shuffledSubarray([...DOMAINS], { minLength: 1 }).chain((exams) => {
    const someone = fc.constantFrom(...ids, "d1");
    const director = often(fc.option(someone, { nil: undefined, freq: 8 }), fc.constant("d2"), 4);
    const own = exams.flatMap((exam) => panels.find((each) => each.exam === exam)?.id ?? []);
    return director.chain((chosen) => {
      const linkable = [...ids, ...(chosen === undefined ? [] : [chosen])];
      const link =
        linkable.length === 0
          ? fc.constant<Link[]>([])
          : fc.array(fc.record({ member: fc.constantFrom(...linkable), kind: fc.constantFrom(...KINDS) }), {
              maxLength: 3,
            });
      return fc
        .record(
          {
            exams: fc.constant(exams),
            adjourned: mostly(false, 5),
            heardBy: often(fc.constant(own), fc.subarray(own), 2),
            directorTookPart: mostly(true, 5),
            links: often(fc.constant<Link[]>([]), link, 2),
            votes: fc
              .subarray(exams)
              .chain((some) =>
                fc.tuple(
                  ...some.map((exam) =>
                    fc.record({ exam: fc.constant(exam), for: count, against: count, abstain: count }),
                  ),
                ),
              ),
          },
          { requiredKeys: ["exams"] },
        )
        .map((facts) => ({ ...facts, ...(chosen === undefined ? {} : { director: chosen }) }));
    });
  });

const named = <T extends object>(letter: string, list: T[]) =>
  list.map((each, at) => ({ id: `${letter}${at}`, ...each }));

export const juryInput: Arb<JuryInput> = common((on) =>
  members(on).chain((all) => {
    const ids = all.map(({ id }) => id);
    return fc.array(panel(on, ids), { maxLength: 4 }).chain((some) => {
      const panels = named("p", some);
      const rules = fc.array(fc.constantFrom("colleges" as const, "share" as const, "parity" as const), {
        minLength: 1,
        maxLength: 4,
      });
      return fc
        .record(
          {
            order: fc.record({
              number: fc.constantFrom("2026-12", "é".repeat(200)),
              signedOn: often(
                fc.integer({ min: 25, max: 60 }).map((back) => shift(on, -back)),
                around(on),
                6,
              ),
            }),
            override: fc.record({ rules, by: fc.constant("DREETS"), ground: fc.constantFrom("absence", "Grippe.") }),
            adopted: fc.boolean(),
            candidates: fc.array(candidate(ids, panels), { maxLength: 3 }).map((list) => named("c", list)),
          },
          { requiredKeys: ["order", "candidates"] },
        )
        .chain((facts) => fc.tuple(fc.constant(facts), mostly(false, 20)))
        .map(([{ order, ...facts }, without]) => ({
          ...facts,
          ...(without ? {} : { order }),
          members: all,
          ...(panels.length > 0 ? { panels } : {}),
        }));
    });
  }),
);
