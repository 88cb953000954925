/** What some in training hold: what admission decided and training gives, what was entered by hand, what juries of this school validated. */
import type { Performing } from "../act/act.ts";
import { type Settled, settledOf } from "../training/programmes/settled.ts";
import type { Origin } from "../training/rules/origin.ts";
import { keptUntil } from "./rules/clock.ts";
import { type Brought, broughtOf, holdingOf } from "./rules/deliberation.ts";
import type { Held } from "./rules/facts.ts";
import type { Notified } from "./rules/standing.ts";
import { type Entered, listAfter, listHeld, listResults } from "./store.ts";

/** What is kept of a decision once it is notified, and read by whom it is about. */
export type ResultSaid = {
  readonly validated: readonly string[];
  readonly acquired: readonly string[];
  readonly domains: readonly {
    readonly domain: string;
    readonly status: string;
    readonly points: number | null;
    readonly threshold: number | null;
    /** Of what was held before, where it came from; those notified by the first versions do not say it. */
    readonly origin?: Origin | null;
    readonly marks: readonly {
      readonly component: string;
      readonly mark: number | null;
      readonly missed: string | null;
    }[];
  }[];
};

type Given = Pick<Performing<unknown>, "tx" | "law">;

/** What was notified of the decision that is gone back to is left out. */
export async function broughtBy(
  given: Given,
  enrolments: readonly string[],
  { but }: { readonly but?: string | null } = {},
): Promise<Brought> {
  const { tx } = given;
  const results = (await listResults(tx, { enrolments })).filter(({ entry }) => entry !== but);
  const notified = results.map((one) => ({
    enrolment: one.enrolment,
    notified: { validated: (one.result as ResultSaid).validated, notifiedOn: one.notifiedOn } satisfies Notified,
  }));
  const entered = Map.groupBy(await listHeld(tx, enrolments), ({ enrolment }) => enrolment);
  const settled = await settledOf(given, enrolments);
  const after = await listAfter(tx, enrolments);
  const lapses = after.filter(({ kind }) => kind === "lapsed");
  const held = new Map<string, readonly Held[]>();
  for (const enrolment of enrolments)
    held.set(enrolment, [
      ...(settled.get(enrolment) ?? []).map(decidedHeld),
      ...(entered.get(enrolment) ?? []).map(enteredHeld),
    ]);
  return {
    held,
    notified: new Map(
      [...Map.groupBy(notified, ({ enrolment }) => enrolment)].map(([key, them]) => [
        key,
        them.map((one) => one.notified),
      ]),
    ),
    lapsed: new Map(lapses.map(({ enrolment, on }) => [enrolment, on])),
    kept: new Map(
      [...Map.groupBy(after, ({ enrolment }) => enrolment)].flatMap(([enrolment, theirs]) => {
        const until = keptUntil(theirs);
        return until === undefined ? [] : [[enrolment, until] as const];
      }),
    ),
  };
}

/** What stands of one person, and as the decision is asked of it. */
export async function standingsOf(given: Given, enrolment: string) {
  const brought = await broughtBy(given, [enrolment]);
  return { standings: broughtOf(brought, enrolment), holding: holdingOf(brought, enrolment) };
}

function decidedHeld({ domain, by, origin }: Settled): Held {
  if ("held" in by)
    return { domain, dispensedBy: null, confirmedBy: null, confirmed: null, validatedOn: by.validatedOn, origin };
  const { title, confirmation } = by;
  const answered = { confirmedBy: confirmation?.by ?? null, confirmed: confirmation?.granted ?? null };
  return { domain, dispensedBy: title, ...answered, validatedOn: null, origin };
}

function enteredHeld({ enrolment: _enrolment, paper, ...one }: Entered): Held {
  const { dispensedBy, confirmedBy, confirmed, validatedOn } = one;
  const answer = confirmedBy === null ? null : { granted: confirmed ?? true, by: confirmedBy, on: null };
  const by = dispensedBy ?? "";
  return {
    ...one,
    origin: { by: { fr: by, en: by }, validatedOn, contested: false, answer, decidedOn: null, paper, source: null },
  };
}
